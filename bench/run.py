"""Runs kaartenspel and its peers in turn on the same decks and writes what they take into bench/README.md.

Each program is a whole process, from its start to the finished PDF. In every round each of them runs once, so that
a busy machine troubles all of them alike; a ratio is that of two runs of one round, and the table gives medians.

    make bench                                   the usual cases, some ten minutes
    python bench/run.py --cards 54 --rounds 9    only the smallest deck
    python bench/run.py --dry                    print, and leave README.md as it is
    python bench/run.py --beside ../other        another checkout of kaartenspel in the same rounds
"""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median

import decks

HERE = Path(__file__).parent
ROOT = HERE.parent
VENV = ROOT / ".venv-bench"
PEERS = ("typst", "weasyprint", "fpdf2")
PACKAGES = (*PEERS, "pyyaml", "zxing-cpp")
CASES = ((54, 12), (54, None), (1_000, 50), (1_000, None), (10_000, 200), (10_000, None))
ROUNDS = {54: 7, 1_000: 5, 10_000: 3}
SLOW = ("weasyprint", "fpdf2")
MOST_FOR_SLOW = 1_000
SLOW_ROUNDS = 2
WHY_SKIPPED = "takes minutes there, and grows in proportion"
MINUTES = 10
START, END = "<!-- measured: begin -->", "<!-- measured: end -->"
KAARTENSPEL = "import sys; from kaartenspel.cli import main; sys.exit(main())"


@dataclass(frozen=True)
class Run:
    """What one process took: seconds by the clock and of processors, MiB at its peak, bytes of PDF."""

    wall: float
    cpu: float
    memory: float
    size: int


@dataclass(frozen=True)
class Case:
    """A deck, and the rounds in which all programs made it (a program that was not run is absent)."""

    cards: int
    links: int | None
    rounds: list[dict[str, Run]]

    @property
    def name(self) -> str:
        """How the table calls it."""
        return f"{self.cards:,} cards, " + (f"{self.links} links" if self.links else "a link each")


def main() -> None:
    """Measure what was asked for and write it down."""
    asked = _asked()
    python = _peers()
    cases = []
    with tempfile.TemporaryDirectory() as folder:
        for cards, links in CASES:
            if asked.cards in (None, cards):
                project = Path(folder, f"{cards}-{links}")
                rounds = asked.rounds or ROUNDS[cards]
                deck = decks.main(project, cards, links)
                programs = _programs(deck, cards, python, asked)
                cases.append(Case(cards, links, _rounds(programs, cards, rounds)))
                print(case_rows(cases[-1]), flush=True)
    if not asked.dry:
        _write(HERE / "README.md", f"{conditions(python)}\n\n{table(cases)}")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--cards", type=int, choices=list(ROUNDS), help="only decks of so many cards")
    parser.add_argument("--rounds", type=int, help="so many rounds")
    parser.add_argument("--jobs", type=int, nargs="*", default=[], help="kaartenspel with so many processes as well")
    parser.add_argument("--beside", type=Path, help="another checkout, run in the same rounds (--jobs are its then)")
    parser.add_argument("--dry", action="store_true", help="print only")
    return parser.parse_args()


def _peers() -> Path:
    """The Python of the peers, in an environment of its own."""
    python = VENV / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
        (VENV / ".gitignore").write_text("*\n", encoding="utf-8")
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PACKAGES], check=True)
    return python


@dataclass(frozen=True)
class Program:
    """A command, the folder it runs in, the PDF it makes, and where Python finds kaartenspel."""

    command: list[str]
    folder: Path
    target: Path
    source: Path = ROOT / "src"


def _programs(deck: Path, cards: int, python: Path, asked: argparse.Namespace) -> dict[str, Program]:
    """All that make this deck, by name; the slow ones not at every size."""
    folder = deck.parent.parent
    target = folder / "output" / f"{deck.stem}.pdf"
    ours = [sys.executable, "-c", KAARTENSPEL, "build", deck.stem, "--output", str(target.parent)]
    programs = {"kaartenspel": Program(ours, folder, target)}
    name, source = "kaartenspel", ROOT / "src"
    if asked.beside:
        name, source = f"kaartenspel in {asked.beside.name}", asked.beside.resolve() / "src"
        programs[name] = Program(ours, folder, target, source)
    for count in asked.jobs:
        programs[f"{name} --jobs {count}"] = Program([*ours, "--jobs", str(count)], folder, target, source)
    for peer in PEERS:
        if cards <= MOST_FOR_SLOW or peer not in SLOW:
            command = [str(python), str(HERE / "peers" / f"with_{peer}.py"), str(deck), str(target)]
            programs[peer] = Program(command, folder, target)
    return programs


def _rounds(programs: dict[str, Program], cards: int, rounds: int) -> list[dict[str, Run]]:
    """All programs in turn, so many times; a peer that failed or took too long is not run again."""
    done: list[dict[str, Run]] = []
    left = dict(programs)
    for count in range(rounds):
        done.append({})
        for name, program in list(left.items()):
            if name in SLOW and count >= SLOW_ROUNDS and cards > 54:
                continue  # they take half a minute, and are far from the others
            run = measured(program)
            if run is None:
                del left[name]
            else:
                done[-1][name] = run
    return done


def measured(program: Program) -> Run | None:
    """One process from start to end, or None where it failed or took too long."""
    target = program.target
    target.unlink(missing_ok=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    environment = os.environ | {"PYTHONPATH": str(program.source), "SOURCE_DATE_EPOCH": "0"}
    start = time.perf_counter()
    process = subprocess.Popen(
        ["timeout", str(60 * MINUTES), *program.command], cwd=program.folder, env=environment,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    _pid, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode or not target.is_file():
        print(f"{program.command}: exit code {process.returncode}", file=sys.stderr)
        return None
    wall, unit = time.perf_counter() - start, 1024**2 if sys.platform == "darwin" else 1024
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / unit, target.stat().st_size)


# --- what is written down ---------------------------------------------------------------------------------------


def ratio(rounds: list[dict[str, Run]], name: str, other: str, what: str) -> float | None:
    """The median of a program's part of another's, taken round by round; None where they never ran together."""
    pairs = [getattr(done[name], what) / getattr(done[other], what) for done in rounds if {name, other} <= done.keys()]
    return median(pairs) if pairs else None


def case_rows(case: Case) -> str:
    """The lines of the table for one deck: medians of each program, and its ratios to typst."""
    names = list(dict.fromkeys(name for done in case.rounds for name in done))
    lines = []
    for name in names:
        runs = [done[name] for done in case.rounds if name in done]
        wall, cpu, memory, size = (median(getattr(run, what) for run in runs) for what in Run.__annotations__)
        ratios = (ratio(case.rounds, name, "typst", what) for what in ("wall", "cpu"))
        cells = [case.name, name, str(len(runs)), _short(wall), _short(cpu), *map(_ratio, ratios)]
        cells += [f"{memory:.0f}", f"{size / 1000:,.0f}", f"{size / case.cards / 1000:.2f}"]
        lines.append("| " + " | ".join(cells) + " |")
    lines += [
        f"| {case.name} | {name} | – | skipped: {WHY_SKIPPED} | | | | | | |" for name in PEERS if name not in names
    ]
    return "\n".join(lines)


def table(cases: list[Case]) -> str:
    """The whole table."""
    heads = ["deck", "program", "runs", "wall s", "CPU s", "wall ÷ typst", "CPU ÷ typst", "peak MiB", "PDF kB"]
    head = "| " + " | ".join([*heads, "kB a card"]) + " |\n|" + "---|" * (len(heads) + 1)
    return "\n".join([head, *map(case_rows, cases)])


def conditions(python: Path) -> str:
    """The machine and the versions."""
    asked = "from importlib.metadata import version; import sys; print(*(n + ' ' + version(n) for n in sys.argv[1:]))"
    peers = subprocess.run([python, "-c", asked, *PEERS], capture_output=True, text=True, check=True).stdout.split()
    ours = [f"{name} {version(name)}" for name in ("reportlab", "qrcode", "uharfbuzz", "pyyaml", "pydantic")]
    theirs = [" ".join(pair) for pair in zip(peers[::2], peers[1::2], strict=True)]
    machine = f"{_processor()}, {os.cpu_count()} cores, {platform.system()}, CPython {platform.python_version()}"
    return f"{machine}. Ours: {', '.join(ours)}. Peers: {', '.join(theirs)}. {time.strftime('%Y-%m-%d')}."


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    names = [line.partition(":")[2].strip() for line in info.read_text().splitlines() if line.startswith("model name")]
    return names[0] if names else platform.machine()


def _short(seconds: float) -> str:
    return f"{seconds:.2f}" if seconds < 10 else f"{seconds:.1f}"


def _ratio(value: float | None) -> str:
    return f"{value:.2f}" if value is not None else ""


def _write(readme: Path, measured_: str) -> None:
    """Put the table between its two marks."""
    text = readme.read_text(encoding="utf-8")
    before, rest = text.split(START)
    readme.write_text(f"{before}{START}\n{measured_}\n{END}{rest.split(END)[1]}", encoding="utf-8")


if __name__ == "__main__":
    main()
