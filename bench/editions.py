"""Sixty editions of four decks in one command, again, and after a change to one card: `python bench/editions.py`."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COUNT = 60
DECKS = ("stellingenspel", "fasekaarten", "werkvormen", "feedbacktips")
COLOURS = ("#0f6e78", "#7a1f5c", "#1d4e89", "#a4421a", "#2f6b2f", "#5b3f8c")
RUN = """
import resource, sys
from kaartenspel.cli import main
code = main(sys.argv[1:])
own, crew = (resource.getrusage(who).ru_maxrss // 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(f"peak {own} MiB, largest other process {crew} MiB")
sys.exit(code)
"""


def schools(folder: Path) -> None:
    """The editions: a name, a logo, two colours and one card of their own words each."""
    for number in range(COUNT):
        name, colour = f"school-{number:02}", COLOURS[number % 6]
        edition = folder / "editions" / name
        edition.mkdir(parents=True)
        logo = f'<path d="M0 0 H{20 + number} V20 H0 Z" fill="{colour}"/>'
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 20">{logo}</svg>'
        (edition / "logo.svg").write_text(svg, "utf-8")
        replaced = "decks: {stellingenspel: {replace: {cultuur-1: {text: Fouten maken mag bij ons.}}}}"
        text = (
            f"edition: {name}\nname: School {number}\nlogo: logo.svg\ncolours: ['{colour}', '{COLOURS[number % 5]}']\n"
        )
        (edition / "edition.yaml").write_text(f"{text}only: [{', '.join(DECKS)}]\n{replaced}\n", "utf-8")


def timed(folder: Path, title: str, *more: str) -> None:
    """One run of the whole command, and which PDFs it wrote."""
    before = {path: path.stat().st_mtime_ns for path in folder.glob("output/*/*.pdf")}
    start = time.perf_counter()
    command = [sys.executable, "-c", RUN, "build", "--edition", "editions/*", *more]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    seconds = time.perf_counter() - start
    wrote = [path for path in folder.glob("output/*/*.pdf") if path.stat().st_mtime_ns != before.get(path)]
    decks = ", ".join(sorted({path.stem for path in wrote}))
    said = done.stdout.splitlines()[-1]
    sys.stdout.write(f"| {title} | {seconds:.1f} | {len(wrote)} {f'({decks})' if decks else ''} | {said} |\n")
    sys.stdout.flush()


def main() -> None:
    """All runs, in a folder of their own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        schools(folder)
        timed(folder, "first")
        timed(folder, "again")
        shipped = (ROOT / "decks/feedbacktips.yaml").read_text("utf-8")
        changed = shipped.replace("‘Mij viel iets op", "‘Mij viel net iets op", 1)
        (folder / "decks").mkdir()
        (folder / "decks/feedbacktips.yaml").write_text(changed, "utf-8")
        timed(folder, "one card of one deck changed")
        timed(folder, "all anew, two processes", "--again", "--jobs", "2")


if __name__ == "__main__":
    main()
