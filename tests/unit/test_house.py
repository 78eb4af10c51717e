"""The house stays as it was meant: small modules, a help that comes at once, papers that tell the truth."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = {"PIL", "pikepdf", "pydantic", "pypdfium2", "pyphen", "qrcode", "reportlab", "uharfbuzz", "yaml"}
MOST_LINES = 300
NO_NAMES_OF_ROOMS = {"common", "helpers", "manager", "misc", "utils"}

LOADED = """
import sys
from kaartenspel.cli import main
sys.argv = ["kaartenspel", *sys.argv[1:]]
try:
    code = main()
except SystemExit as end:
    code = end.code
assert not code, code
print("loaded:", *sorted({name.partition(".")[0] for name in sys.modules}))
"""


def modules(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.py"))


def too_long(folder: Path) -> list[str]:
    return [path.name for path in modules(folder) if len(path.read_text(encoding="utf-8").splitlines()) > MOST_LINES]


@pytest.mark.parametrize("folder", ["src", "tools", "tests"])
def test_no_module_is_too_long(folder):
    assert too_long(ROOT / folder) == []


def test_a_module_too_long_is_seen(tmp_path):
    (tmp_path / "fits.py").write_text("x\n" * MOST_LINES, encoding="utf-8")
    (tmp_path / "long.py").write_text("x\n" * (MOST_LINES + 1), encoding="utf-8")
    assert too_long(tmp_path) == ["long.py"]


def test_no_room_is_called_after_nothing():
    names = {path.stem for path in (ROOT / "src").rglob("*")}
    assert names & NO_NAMES_OF_ROOMS == set()


def loaded(arguments: list[str]) -> set[str]:
    run = subprocess.run([sys.executable, "-c", LOADED, *arguments], capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stderr
    *_said, last = run.stdout.splitlines()
    assert last.startswith("loaded:")
    return set(last.split()[1:])


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["build", "--help"], ["check", "--help"]])
def test_help_loads_nothing_heavy(arguments):
    names = loaded(arguments)
    assert "click" in names
    assert names & HEAVY == set()


# --- what the papers say -------------------------------------------------------------------------------------

PAPERS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [line.split("   ")[0].strip() for line in README.splitlines() if re.match(r"kaartenspel \w", line)]


def broken_links(paper: Path) -> list[str]:
    """The files that a paper leads to and that are not there."""
    links = re.findall(r"\]\(([^)#]+)", paper.read_text(encoding="utf-8"))
    return [link for link in links if "://" not in link and not (paper.parent / link).exists()]


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_links_lead_somewhere(paper):
    assert broken_links(paper) == []


def test_a_broken_link_is_seen(tmp_path):
    (tmp_path / "a.md").write_text("[a](a.md) [b](b.md) [c](https://example.org) ![d](d/e.png)", encoding="utf-8")
    assert broken_links(tmp_path / "a.md") == ["b.md", "d/e.png"]


def kaartenspel(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    start = "import sys; from kaartenspel.cli import main; sys.exit(main())"
    return subprocess.run(
        [sys.executable, "-X", "utf8", "-c", start, *command.split()[1:]],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_readme_s_commands_work_in_an_empty_folder(tmp_path):
    assert len(COMMANDS) == 10
    failed = {
        command: done.stdout + done.stderr
        for command in COMMANDS
        if (done := kaartenspel(command, tmp_path)).returncode
    }
    assert failed == {}
    assert (tmp_path / "output" / "mijn-deck.pdf").exists()


def test_the_readme_s_deck_is_a_deck(tmp_path):
    (example,) = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "mijn-deck.yaml").write_text(example, encoding="utf-8")
    done = kaartenspel("kaartenspel check", tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "mijn-deck.yaml:" not in done.stdout + done.stderr
