"""LibreOffice opens and saves our workbook, and nothing of the deck changes."""

import subprocess
from pathlib import Path

import pytest

from kaartenspel.load.project import Project
from kaartenspel.press.deck_exchange import export_deck, import_deck
from kaartenspel.reading.files import read
from kaartenspel.reading.values import plain

DECKS = Project(Path(__file__).parent / "nowhere").names("decks")
EXCEL = {"xlsx": "xlsx:Calc MS Excel 2007 XML", "ods": "ods"}


@pytest.mark.parametrize("suffix", EXCEL)
@pytest.mark.parametrize("name", ["stellingenspel", "spelmateriaal", "werkvormen"])
def test_saving_in_libreoffice_changes_nothing(tmp_path, name, suffix):
    workbook = export_deck(DECKS[name].path, tmp_path, tmp_path / "output")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", EXCEL[suffix], "--outdir", tmp_path, workbook]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    target, _warnings = import_deck(tmp_path / f"{name}.{suffix}", tmp_path)
    before, after = read(DECKS[name].path)[0], read(tmp_path / target)[0]
    assert plain(after) == plain(before)
