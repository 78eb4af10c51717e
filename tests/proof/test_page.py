"""A script's page in Chromium, at the size of a phone, of a narrow one and of a big screen, and on paper."""

import base64
import io
import sys
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from selenium.webdriver.common.by import By

from kaartenspel.load.project import Project
from kaartenspel.outputs.script_html import html
from kaartenspel.press.script import plan_paths, script
from kaartenspel.press.script_request import ScriptRequest

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "unit" / "compose"))
from browser import BIG, NARROW, PHONE, browser
from sample_script import afternoon, whole_day

SIZES = [pytest.param(size, id=str(size[0])) for size in (PHONE, NARROW, BIG)]
PROJECT = Project(Path(__file__).parent / "nowhere")


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The pages of the scripts made by hand and of all shipped plans, by name."""
    folder = tmp_path_factory.mktemp("pages")
    for name, made in (("afternoon", afternoon()), ("day", whole_day())):
        text = html(made, PROJECT.words("nl", None), PROJECT.theme("standard"))
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    plans = tuple(path.stem for path in plan_paths(PROJECT, ()))
    script(ScriptRequest(plans=plans, formats=("html",), output=folder), folder / "nowhere")
    return {path.stem: path for path in sorted(folder.glob("*.html"))}


@pytest.fixture(scope="module")
def pictures():
    return Path(__file__).parents[2] / ".pytest_cache" / "pages"


@pytest.fixture(scope="module", params=SIZES)
def window(request):
    with browser(request.param) as opened:
        yield opened


def faults(window) -> list[str]:
    """What is wrong with the page as it stands; a narrow phone differs from a wider one in width alone."""
    wide = window.too_wide()
    found = [*window.complaints(), *([f"{wide} pixels too wide"] if wide else [])]
    return found if window.size == NARROW else [*found, *window.violations()]


def test_nobody_is_left_out_and_nothing_sticks_out(window, pages, pictures):
    found = {}
    for name, page in pages.items():
        window.open(page)
        window.picture(pictures, name)
        found[name] = faults(window)
        window.open(page, view="#klok")
        found[f"{name} #klok"] = faults(window)
        window.click("run-now")
        window.picture(pictures, f"{name}-klok")
        found[f"{name} #klok, begun"] = faults(window)
    assert {name: said for name, said in found.items() if said} == {}


def test_a_fault_is_found(window, pages):
    window.open(pages["afternoon"])
    window.driver.execute_script("document.querySelector('h1').outerHTML = '<img><h4 style=\"color: #ddd\">x</h4>';")
    assert any(said.startswith("image-alt") for said in window.violations())


def test_the_screen_holds_the_clock_whole(pages):
    with browser(BIG) as window:
        window.open(pages["afternoon"], view="#klok")
        window.click("run-by")
        for moment in ("13:20", "13:41", "14:11", "14:26", "15:31"):
            window.at(moment)
            page = window.driver.find_element(By.TAG_NAME, "html")
            assert page.get_property("scrollHeight") <= BIG[1]
            assert window.driver.find_element(By.ID, "clock-again").rect["y"] < BIG[1] - 40


def test_symbols_on_the_screen_open_their_tools(pages):
    wanted = {entry.content.tool.url for entry in afternoon().meetings[0].entries if entry.content.tool}
    wanted |= {
        station.content.tool.url
        for entry in afternoon().meetings[0].entries
        for station in entry.stations
        if station.content.tool
    }
    with browser(PHONE) as window:
        window.open(pages["afternoon"])
        found = set()
        for figure in window.driver.find_elements(By.CSS_SELECTOR, "figure svg"):
            picture = Image.open(io.BytesIO(window.zoomed(figure.rect))).convert("L")
            found |= {code.text for code in zxingcpp.read_barcodes(picture)}
        assert found == wanted


def test_paper_has_the_script_and_no_clock(pages):
    import pypdfium2

    with browser(BIG) as window:
        window.open(pages["afternoon"], view="#klok")
        printed = window.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
    file = pypdfium2.PdfDocument(base64.b64decode(printed["data"]))
    assert [round(side) for side in file[0].get_size()] == [595, 842]
    text = " ".join(" ".join(page.get_textpage().get_text_range() for page in file).split())
    assert "Welkom en doel van de middag" in text
    assert "Wanneer beginnen jullie" not in text
    assert len(file) <= 7


def test_notes_fold_with_one_button(pages):
    with browser(PHONE) as window:
        window.open(pages["afternoon"])
        notes = window.driver.find_elements(By.CSS_SELECTOR, "details.notes")
        button = window.driver.find_element(By.ID, "fold")
        assert all(each.get_property("open") for each in notes)
        button.click()
        assert not any(each.get_property("open") for each in notes)
        assert button.text == "Aantekeningen uitklappen"
        button.click()
        assert all(each.get_property("open") for each in notes)


def test_without_code_a_page_is_read_all_the_same(pages):
    with browser(PHONE) as window:
        window.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        window.driver.get(pages["afternoon"].as_uri())
        assert window.driver.find_element(By.TAG_NAME, "h1").is_displayed()
        assert not window.driver.find_element(By.ID, "clock-open").is_displayed()
