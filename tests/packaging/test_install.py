"""Whatever way kaartenspel is installed, it brings its decks, layouts and plans along: `make wheel-test`.

Needs the package index, so `make test` leaves it out. Everything happens in a temporary folder with a space in its
name, outside the checkout, with an empty home.
"""

import os
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DECKS = sorted(path.stem for path in (ROOT / "decks").glob("*.yaml") if path.stem != "sources")
WAYS = ["wheel", "wheel-of-sdist", "sdist", "editable"]


@dataclass(frozen=True)
class Installed:
    way: str
    bin: Path
    home: Path

    def run(self, *command: str, cwd: Path, code: int = 0) -> str:
        """What the command says, run in this folder with nothing of the developer's environment."""
        environment = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "KAARTENSPEL"))}
        environment |= {"HOME": str(self.home), "VIRTUAL_ENV": "", "PYTHONUTF8": "1"}
        program = str(self.bin / command[0])
        done = subprocess.run(
            [program, *command[1:]], cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr


def pack(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "build", *arguments], check=True, capture_output=True)


@pytest.fixture(scope="session")
def packed(tmp_path_factory) -> dict[str, Path]:
    """The files made for each way: a wheel from the checkout, an sdist, a wheel from that sdist."""
    folder = tmp_path_factory.mktemp("een map")
    pack("--wheel", "--outdir", str(folder / "a"), str(ROOT))
    pack("--sdist", "--outdir", str(folder / "b"), str(ROOT))
    (wheel,) = (folder / "a").glob("*.whl")
    (sdist,) = (folder / "b").glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder / "c", filter="data")
    (source,) = (folder / "c").iterdir()
    pack("--wheel", "--outdir", str(folder / "d"), str(source))
    (second,) = (folder / "d").glob("*.whl")
    return {"wheel": wheel, "sdist": sdist, "wheel-of-sdist": second, "editable": ROOT}


@pytest.fixture(scope="session", params=WAYS)
def installed(request, packed, tmp_path_factory) -> Installed:
    folder = tmp_path_factory.mktemp(f"met {request.param}")
    (folder / "thuis").mkdir()
    subprocess.run([sys.executable, "-m", "venv", str(folder / "venv")], check=True)
    result = Installed(request.param, folder / "venv" / "bin", folder / "thuis")
    what = ["--editable", str(ROOT)] if request.param == "editable" else [str(packed[request.param])]
    result.run("python", "-m", "pip", "install", "--quiet", *what, cwd=folder)
    return result


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_both_wheels_hold_the_same_files(packed):
    assert names(packed["wheel"]) == names(packed["wheel-of-sdist"])


def test_a_wheel_holds_everything_that_is_shipped(packed):
    inside = names(packed["wheel"])
    for sort in ("decks", "layouts", "workshops", "editions"):
        files = {path.relative_to(ROOT).as_posix() for path in (ROOT / sort).rglob("*.*") if path.is_file()}
        assert files, sort
        assert {f"kaartenspel/shipped/{file}" for file in files} <= inside
    package = ROOT / "src" / "kaartenspel"
    data = {path for folder in ("fonts", "languages", "locale") for path in (package / folder).rglob("*.*")}
    assert {path.relative_to(package.parent).as_posix() for path in data if path.is_file()} <= inside
    assert {Path(name).name for name in inside if ".dist-info/licenses/" in name} >= {"LICENSE", "LICENSE-decks"}


def test_data_is_found_where_it_should_be(installed, tmp_path):
    ask = "from kaartenspel.reading.find import shipped; print(shipped('decks'))"
    said = Path(installed.run("python", "-c", ask, cwd=tmp_path).strip())
    if installed.way == "editable":
        assert said == ROOT / "decks"
    else:
        assert said.is_relative_to(installed.bin.parent)
        assert said.parts[-3:] == ("kaartenspel", "shipped", "decks")


def test_list_shows_every_deck(installed, tmp_path):
    said = installed.run("kaartenspel", "list", cwd=tmp_path)
    assert [deck for deck in DECKS if deck not in said] == []


def test_build_prints_shipped_decks_in_an_empty_folder(installed, tmp_path):
    said = installed.run("kaartenspel", "build", cwd=tmp_path)
    assert "100" in said
    pdfs = sorted((tmp_path / "output").glob("*.pdf"))
    assert [pdf.stem for pdf in pdfs] == DECKS
    assert all(pdf.read_bytes()[:5] == b"%PDF-" for pdf in pdfs)


def test_a_new_deck_goes_all_the_way(installed, tmp_path):
    installed.run("kaartenspel", "new", "deck", "mijn-deck", cwd=tmp_path)
    installed.run("kaartenspel", "check", cwd=tmp_path)
    installed.run("kaartenspel", "build", "mijn-deck", cwd=tmp_path)
    assert [pdf.name for pdf in (tmp_path / "output").iterdir()] == ["mijn-deck.pdf"]


def test_the_example_of_an_edition_is_copied_and_built(installed, tmp_path):
    installed.run("kaartenspel", "edition", "example", cwd=tmp_path)
    installed.run("kaartenspel", "build", "--edition", "de-regenboog", "visie", cwd=tmp_path)
    assert [pdf.name for pdf in (tmp_path / "output/de-regenboog").iterdir()] == ["visie.pdf"]


def test_it_speaks_dutch_and_english(installed, tmp_path):
    assert "Gebruik:" in installed.run("kaartenspel", "--help", cwd=tmp_path)
    assert "Usage:" in installed.run("kaartenspel", "--lang", "en", "--help", cwd=tmp_path)
