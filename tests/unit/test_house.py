"""The house stays as it was meant: small modules, and a help that comes at once."""

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
    main()
except SystemExit as end:
    assert not end.code, end.code
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
