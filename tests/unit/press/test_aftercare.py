"""After the afternoon: the poster as it lies on paper, the mail, and the date in the calendar."""

import datetime
import re
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pdfkit import Finished
from unit.press.agreement_list import DAY, filled, rows

from kaartenspel.model.agreements import look_back_day
from kaartenspel.press.aftercare import AftercareRequest, aftercare
from kaartenspel.problems import Code, KaartenspelError

A3 = (297.0, 420.0)
LEAST, EDGE, POINT = 18.0, 16.0, 25.4 / 72
ROW, FOOT = 60.0, 360.0
"""Below the band and above the frame of the look-back, in mm."""


def made(folder, count=3, cells=None, **more):
    path = filled(folder, count, cells)
    return aftercare(AftercareRequest(path, folder / "output", **more), folder)[0]


def unfolded(path):
    """The lines of a calendar, as RFC 5545 3.1 says that they are read."""
    data = path.read_bytes()
    assert data.endswith(b"\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    lines = data.decode().replace("\r\n ", "").split("\r\n")
    return dict(line.split(":", 1) for line in lines if ":" in line)


# --- the poster


@pytest.mark.parametrize(
    "count, theme, most, largest", [(1, "standard", 1, 60), (5, "low-ink", 1, 28), (20, "grey", 4, 26)]
)
def test_the_poster_is_large_and_whole_on_as_few_sheets_as_can_be(tmp_path, count, theme, most, largest):
    poster = Finished.of(made(tmp_path, count, theme=theme).poster)
    assert len(poster) <= most
    whole = " ".join(" ".join(poster.text(page).split()) for page in range(len(poster)))
    for what, who, _by, see, _card in rows(count):
        assert (what in whole, who in whole, see in whole) == (True, True, True)
    sizes = set()
    for page in range(len(poster)):
        assert (poster.boxes(page)["MediaBox"].width, poster.boxes(page)["MediaBox"].height) == pytest.approx(
            A3, abs=0.1
        )
        words = poster.words(page)
        assert min(run.size for run in words if ROW < run.y < FOOT) >= LEAST - 0.01
        sizes |= {max(run.size for run in words if ROW < run.y < FOOT)}
        for _character, x, y in poster.characters(page):
            assert EDGE - 1 <= x <= A3[0] - EDGE + 0.1
            assert EDGE <= y <= A3[1] - EDGE
        assert closest(words) > 0.75
    assert (len(sizes), min(sizes) >= largest) == (1, True)


def closest(words):
    """How far lines of a column lie from the next at least, in heights of their letters."""
    gaps = []
    for left, right in ((30, 110), (120, 285)):
        lines = sorted({(round(run.y, 1), run.size) for run in words if left < run.x < right and run.y > ROW})
        gaps += [(low - high) / (size * POINT) for (high, _), (low, size) in pairwise(lines)]
    return min(gaps)


def test_what_is_open_gets_a_line_to_write_on(tmp_path):
    closed = Finished.of(made(tmp_path, 1).poster)
    opened = Finished.of(made(tmp_path, 1, {"Afspraken B2": None, "Afspraken D2": None}).poster)
    assert len(opened.paths(0)) == len(closed.paths(0)) + 2
    assert "Dan zien we:" in opened.text(0)


def test_a_school_has_its_name_on_every_sheet_and_its_own_folder(tmp_path):
    from kaartenspel.reading.find import shipped

    result = made(tmp_path, 7, edition=shipped("editions") / "de-regenboog")
    poster = Finished.of(result.poster)
    assert all("Basisschool De Regenboog" in poster.text(page) for page in range(len(poster)))
    assert result.poster == tmp_path / "output/de-regenboog/afspraken.poster.pdf"


@pytest.mark.parametrize(
    "cell, typed, place",
    [
        ("Afspraken A3", "Woorden " * 400, "afspraken.xlsx [Afspraken] A3"),
        ("Afspraken D2", "💡 zien we", "afspraken.xlsx [Afspraken] A2"),
        ("Middag B7", "een heel lange plaats " * 12, None),
    ],
)
def test_what_the_poster_cannot_take_is_told_and_nothing_is_written(tmp_path, cell, typed, place):
    with pytest.raises(KaartenspelError) as caught:
        made(tmp_path, 2, {cell: typed})
    (problem,) = caught.value.problems
    assert (problem.place.said if problem.place else None) == place
    assert problem.code in (Code.TEXT_TOO_LONG, Code.NO_GLYPH)
    assert not (tmp_path / "output").exists()


def test_a_long_word_is_parted_and_not_cut_off(tmp_path):
    word = "Verantwoordelijkheidsvergadering" * 2
    text = Finished.of(made(tmp_path, 1, {"Afspraken A2": word}).poster).text(0)
    assert word in re.sub(r"[-\s\u0002\ufffe]", "", text)


# --- the mail and the calendar


def test_the_mail_says_when_and_what(tmp_path):
    lines = made(tmp_path, 2).reminder.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "Onderwerp: op dinsdag 5 januari 2027 kijken we terug op onze afspraken"
    assert "Op dinsdag 24 november 2026 maakten we 2 afspraken." in lines
    assert "   Wie: team onderbouw. Wanneer: dinsdag 1 december 2026." in lines


def test_the_calendar_has_one_event_that_a_later_date_moves(tmp_path):
    usual = unfolded(made(tmp_path, 6).calendar)
    later = unfolded(made(tmp_path, 6, back=datetime.date(2027, 2, 2)).calendar)
    assert (usual["DTSTART"], usual["DTEND"]) == ("20270105T153000", "20270105T160000")
    assert later["DTSTART"] == "20270202T153000"
    assert usual["UID"] == later["UID"]
    assert (usual["DTSTAMP"], usual["LOCATION"]) == ("20261124T000000Z", "teamkamer")
    assert all(f"{number}. " in usual["DESCRIPTION"] for number in range(1, 7))


def test_without_a_time_it_is_a_whole_day_and_without_a_day_it_is_refused(tmp_path):
    event = unfolded(made(tmp_path, 1, {"Middag B5": None}).calendar)
    assert (event["DTSTART;VALUE=DATE"], event["DTEND;VALUE=DATE"]) == ("20270105", "20270106")
    with pytest.raises(KaartenspelError) as caught:
        made(tmp_path, 1, {"Middag B3": None})
    assert caught.value.problems[0].code is Code.MISSING_FIELD
    assert made(tmp_path, 1, {"Middag B3": None}, day=DAY).back.day == datetime.date(2027, 1, 5)


def test_the_same_list_gives_the_same_bytes(tmp_path):
    results = [made(tmp_path, 2), made(tmp_path, 2)]
    data = [[path.read_bytes() for path in (one.poster, one.reminder, one.calendar)] for one in results]
    assert data[0] == data[1]


@settings(max_examples=50, deadline=None)
@given(st.dates(datetime.date(2000, 1, 1), datetime.date(2199, 12, 31)))
@example(datetime.date(2026, 11, 24))  # over the end of a year
@example(datetime.date(2028, 1, 18))  # to a leap day
@example(datetime.date(2027, 1, 16))  # a Saturday
def test_six_weeks_later_is_a_working_day(day):
    later = look_back_day(day)
    assert later.weekday() < 5
    assert 42 <= (later - day).days <= 44
    assert ((later - day).days == 42) == (day.weekday() < 5)
    assert later.weekday() == day.weekday() or later.weekday() == 0
