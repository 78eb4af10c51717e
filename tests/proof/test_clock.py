"""The clock of a page, driven through a day that runs late."""

import sys
from pathlib import Path

import pytest
from selenium.webdriver.common.keys import Keys

from kaartenspel.load.project import Project
from kaartenspel.outputs.script_html import html

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "unit" / "compose"))
from browser import BIG, browser
from sample_script import afternoon, whole_day

PROJECT = Project(Path(__file__).parent / "nowhere")
WORDS, THEME = PROJECT.words("nl", None), PROJECT.theme("standard")


@pytest.fixture(scope="module")
def window():
    with browser(BIG) as opened:
        yield opened


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    for name, script in (("afternoon", afternoon()), ("day", whole_day())):
        (folder / f"{name}.html").write_text(html(script, WORDS, THEME), encoding="utf-8")
    return folder


@pytest.fixture
def clock(window, pages):
    """The clock of the afternoon, begun by the times of the plan."""
    window.open(pages / "afternoon.html", view="#klok")
    window.click("run-by")
    return window


# --- a day


def test_a_day_that_runs_on_time(clock):
    assert clock.text("what") == "Begint om 13:30"
    assert clock.text("left") == "10:00"
    clock.at("13:30")
    assert (clock.text("what"), clock.text("left")) == ("Welkom en doel van de middag", "10:00")
    assert clock.text("next") == "Straks: 13:40 Op een rij"
    seen = []
    for entry in afternoon().meetings[0].entries:
        clock.at(f"{entry.start // 60}:{entry.start % 60:02d}")
        seen.append((clock.text("what").replace("Uitloop", "Ruimte in de tijd"), clock.text("until")))
    assert seen == [
        (entry.content.title, f"tot {entry.end // 60}:{entry.end % 60:02d}")
        for entry in afternoon().meetings[0].entries
    ]
    assert clock.text("next") == "Hierna is het klaar."
    clock.at("16:00")
    assert clock.text("what") == "Afgelopen"
    assert not clock.shown("coming")


def test_a_warning_comes_before_the_end_and_is_said(clock):
    clock.at("13:54:59")
    assert not clock.shown("warning")
    clock.at("13:55")
    assert clock.text("warning") == "Nog 5 minuten"
    assert clock.driver.find_element("id", "clock-said").get_property("textContent").startswith("Nog 5 minuten: Opv")
    clock.at("13:59")
    assert (clock.text("warning"), clock.text("left")) == ("Laatste minuut", "1:00")
    clock.at("13:59:59")
    assert clock.text("left") == "0:01"
    clock.at("14:00")
    assert not clock.shown("warning")


def test_a_round_shows_who_is_where(clock):
    clock.at("14:11")
    assert "1. In welke fase zit onze school? 1, 4, 7" in clock.text("here")
    clock.at("14:34")
    assert "1. In welke fase zit onze school? 3, 6" in clock.text("here")
    clock.at("14:56")
    assert clock.text("here") == ""


def test_a_late_day(clock):
    """Five minutes more twice: what follows moves, the break stays, and the harvest is cut short."""
    clock.at("13:59:30")
    clock.click("longer")
    clock.at("13:59:40")
    assert clock.text("until") == "tot 14:05"
    assert clock.rows()[:6] == [
        "14:05 Wat viel op?", "14:15 Carrousel: ronde 1", "14:35 Wisselen", "14:38 Carrousel: ronde 2", "14:55 Pauze",
        "15:10 Carrousel: ronde 3",
    ]  # fmt: skip
    assert "3 min te laat voor ‘Pauze’: dat staat vast om 14:55." in clock.text("late")
    clock.at("14:54:50")
    assert (clock.text("what"), clock.text("until"), clock.text("left")) == ("Carrousel: ronde 2", "tot 14:55", "0:10")
    clock.at("14:55")
    assert clock.text("what") == "Pauze"
    assert not clock.shown("late")
    clock.click("longer")
    clock.at("15:16")
    assert (clock.text("what"), clock.text("until")) == ("Carrousel: ronde 3", "tot 15:35")
    assert "5 min te lang: om 16:00 moet het klaar zijn." in clock.text("late")
    assert "was 15:30" in clock.text("then")
    clock.shorten("Oogst")
    clock.at("15:17")
    assert clock.rows() == ["15:35 Oogst", "15:45 Afsluiten"]
    assert not clock.shown("late")
    clock.click("undo")
    clock.at("15:18")
    assert clock.rows() == ["15:35 Oogst", "15:55 Afsluiten"]
    clock.at("15:40")
    clock.click("shorten")  # 20 → 10
    clock.at("15:45")
    assert clock.text("what") == "Afsluiten"
    clock.at("15:55")
    assert clock.text("what") == "Afgelopen"


def test_a_block_that_runs_is_not_cut_shorter_than_it_was(clock):
    clock.at("13:58:10")
    assert clock.text("shorten") == "Inkorten: 15 → 14"
    clock.click("shorten")
    clock.at("13:58:50")
    assert clock.text("until") == "tot 13:59"


def test_an_early_end_gives_time_before_what_stands_fast(clock):
    clock.at("14:50")
    clock.click("on")
    clock.at("14:50:10")
    assert (clock.text("what"), clock.text("until")) == ("Uitloop", "tot 14:55")
    assert not clock.driver.find_element("id", "clock-longer").is_enabled()
    assert clock.rows()[0] == "14:55 Pauze"


def test_a_pause_moves_what_follows(clock):
    clock.at("13:42")
    clock.click("pause")
    clock.at("13:46")
    assert (clock.text("left"), clock.text("warning")) == ("3:00", "De klok staat stil")
    assert clock.rows()[0] == "13:49 Opvattingen en ambities"
    clock.click("pause")
    clock.at("13:47")
    assert (clock.text("left"), clock.text("until")) == ("2:00", "tot 13:49")
    assert "14:55 Pauze" in clock.rows()


def test_what_ran_before_gets_five_minutes_more(clock):
    clock.at("13:41")
    clock.click("still")
    clock.at("13:41:10")
    assert (clock.text("what"), clock.text("until")) == ("Welkom en doel van de middag", "tot 13:46")
    assert clock.rows()[0] == "13:46 Op een rij"


def test_a_reload_loses_nothing(clock):
    clock.at("13:41")
    clock.click("longer")
    clock.driver.refresh()
    clock.at("13:42")
    assert (clock.text("what"), clock.text("until")) == ("Op een rij", "tot 13:50")
    clock.click("again")
    clock.at("13:43")
    assert clock.shown("begin")


# --- how it starts


def test_it_starts_now(window, pages):
    window.open(pages / "afternoon.html", at="13:36", view="#klok")
    assert window.text("run-by") == "Volgens de tijden (vanaf 13:30)"
    window.click("run-now")
    window.at("13:37")
    assert (window.text("what"), window.text("until"), window.text("left")) == (
        "Welkom en doel van de middag", "tot 13:46", "9:00",
    )  # fmt: skip
    assert "14:55 Pauze" in window.rows()
    assert "was 13:40" in window.text("then")


def test_who_tries_it_out_at_another_time_takes_along_what_stands_fast(window, pages):
    window.open(pages / "afternoon.html", at="20:00", view="#klok")
    assert window.text("other") == "Nu beginnen is ver van 13:30: wat vaststaat, schuift dan mee."
    window.click("run-now")
    window.at("20:01")
    assert (window.text("what"), window.text("wall")) == ("Welkom en doel van de middag", "20:01")
    assert {"21:25 Pauze", "21:40 Carrousel: ronde 3"} <= set(window.rows())
    assert not window.shown("late")


def test_one_of_several_meetings_is_chosen_and_midnight_is_passed(window, pages):
    window.open(pages / "day.html", at="23:05", view="#klok")
    window.driver.find_element("css selector", "#clock-meeting option:nth-child(2)").click()
    window.click("run-by")
    window.at("23:59")
    assert (window.text("what"), window.text("left")) == ("Slotgesprek", "11:00")
    window.at("00:11", "2027-01-21")
    assert (window.text("what"), window.text("until")) == ("Napraten", "tot 00:30")


def test_strands_are_shown_beside_each_other(window, pages):
    window.open(pages / "day.html", at="10:42", view="#klok")
    window.click("run-by")
    window.at("10:43")
    assert window.text("what") == "Werkplaatsen"
    assert window.text("here").count("Terugkijken in de groep") == 2
    window.click("longer")
    window.at("11:16")
    assert (window.text("what"), window.text("until")) == ("Werkplaatsen", "tot 11:20")
    assert "Lijn B, lokaal 102 Uitloop tot 11:20" in window.text("here")


def test_the_keyboard_reaches_all(window, pages):
    window.open(pages / "afternoon.html", at="13:41")
    window.driver.find_element("id", "clock-open").send_keys(Keys.ENTER)
    window.at("13:41")
    assert window.driver.switch_to.active_element.get_attribute("id") == "klok"
    window.driver.find_element("id", "clock-run-by").send_keys(Keys.SPACE)
    window.at("13:42")
    window.driver.find_element("id", "clock-longer").send_keys(Keys.SPACE)
    assert window.text("until") == "tot 13:50"
    held = "document.querySelector('#clock-then button')"
    window.driver.execute_script(f"{held}.focus()")
    window.click("longer")
    window.driver.execute_script(f"{held}.focus()")
    window.at("13:43")
    assert window.driver.switch_to.active_element.tag_name == "button"
    window.driver.find_element("id", "clock-back").send_keys(Keys.ENTER)
    window.at("13:43")
    assert window.driver.switch_to.active_element.get_attribute("id") == "clock-open"


def test_nothing_is_left_outside_the_tab(clock):
    clock.at("13:41")
    clock.click("longer")
    assert clock.driver.execute_script("return Object.keys(localStorage)") == ["test-now"]
    assert clock.driver.get_cookies() == []
