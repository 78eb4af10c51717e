"""LibreOffice opens and saves our workbook, and nothing of the deck changes."""

import shutil
import subprocess
from pathlib import Path

import pytest

from kaartenspel.load.project import Project
from kaartenspel.press.deck_exchange import export_deck, import_deck
from kaartenspel.press.edition_book import export_edition, import_edition
from kaartenspel.reading.files import read
from kaartenspel.reading.values import plain

DECKS = Project(Path(__file__).parent / "nowhere").names("decks")
EXAMPLE = Path(__file__).parents[2] / "editions" / "de-regenboog"
EXCEL = {"xlsx": "xlsx:Calc MS Excel 2007 XML", "ods": "ods"}


def saved(workbook: Path, folder: Path, suffix: str) -> Path:
    """The workbook as LibreOffice saves it."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", EXCEL[suffix], "--outdir", folder, workbook]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / f"{workbook.stem}.{suffix}"


@pytest.mark.parametrize("suffix", EXCEL)
@pytest.mark.parametrize("name", ["stellingenspel", "spelmateriaal", "werkvormen"])
def test_saving_in_libreoffice_changes_nothing(tmp_path, name, suffix):
    workbook = saved(export_deck(DECKS[name].path, tmp_path, tmp_path / "output"), tmp_path, suffix)
    target, _warnings = import_deck(workbook, Project(tmp_path))
    before, after = read(DECKS[name].path)[0], read(tmp_path / target)[0]
    assert plain(after) == plain(before)


@pytest.mark.parametrize("suffix", EXCEL)
def test_saving_an_edition_in_libreoffice_changes_nothing(tmp_path, suffix):
    home = tmp_path / "editions" / EXAMPLE.name
    shutil.copytree(EXAMPLE, home)
    before = (home / "edition.yaml").read_bytes()
    workbook, _told = export_edition(home, tmp_path, tmp_path / "output")
    _target, told = import_edition(saved(workbook, tmp_path, suffix), tmp_path)
    assert (home / "edition.yaml").read_bytes() == before
    assert len(told) == 1
