"""A report in Chromium, and scores that LibreOffice saved."""

import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from kaartenspel.exchange.scores_read import ScoresReader
from kaartenspel.exchange.workbook import read_workbook
from kaartenspel.press.forms import FormsRequest, forms
from kaartenspel.press.harvest import HarvestRequest, harvest

sys.path.insert(0, str(Path(__file__).parent))
from browser import BIG, NARROW, PHONE, browser

NOWHERE = Path(__file__).parent / "nowhere"
SUFFIXES = {"xlsx": "xlsx:Calc MS Excel 2007 XML", "ods": "ods"}


def typed(folder: Path, name: str, people: int) -> Path:
    """A workbook of the checklist in which the answers of so many people were typed."""
    (made,), _told = forms(FormsRequest("fasekaarten", ("checklist",), scored=True, output=folder), NOWHERE)
    book = openpyxl.load_workbook(made.files[1])
    sheet, answers = book["Scores"], ("Startfase", "Gedeeltelijk", "Sterk", "Weet niet", None)
    for row in range(4, sheet.max_row + 1):
        for person in range(people):
            sheet.cell(row, 5 + person).value = answers[(row * 7 + person * (row % 3 + 1)) % 5]
    for person in range(people):
        sheet.cell(2, 5 + person).value = ("onderbouw", "bovenbouw")[person % 2]
    book.save(folder / f"{name}.xlsx")
    return folder / f"{name}.xlsx"


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    folder = tmp_path_factory.mktemp("report")
    request = HarvestRequest(typed(folder, "nu", 14), typed(folder, "toen", 12), ("html",), folder)
    return harvest(request, NOWHERE)[0].files["html"]


@pytest.mark.parametrize("size", [pytest.param(size, id=str(size[0])) for size in (PHONE, NARROW, BIG)])
def test_nobody_is_left_out_of_a_report_and_nothing_sticks_out(page, size):
    with browser(size) as window:
        window.open(page)
        assert [*window.complaints(), *window.violations(), window.too_wide()] == [0]
        window.driver.execute_script("document.querySelectorAll('details').forEach((one) => { one.open = true; });")
        assert [*window.violations(), window.too_wide()] == [0]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_scores_that_libreoffice_saved_are_the_same(tmp_path, suffix):
    workbook = typed(tmp_path, "nu", 12)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        SUFFIXES[suffix],
        "--outdir",
        tmp_path / "lo",
        workbook,
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    found = []
    for file in (workbook, tmp_path / "lo" / f"nu.{suffix}"):
        reader = ScoresReader("nu", read_workbook(file).sheets)
        found.append(reader.read())
        assert reader.problems == []
    assert found[0] == found[1]
    assert len(found[0].sheets) == 12
