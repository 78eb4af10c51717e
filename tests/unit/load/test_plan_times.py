"""Clock times, durations and dates of a plan as people type them, and what is told of those that are none."""

import datetime

import pytest

from kaartenspel import messages
from kaartenspel.load.project import Project
from kaartenspel.load.workshops import load_workshop

HEAD = "workshop: proef\ntitle: Proef\nparticipants: 20\nstart: 13:30\n"
WELCOME = "blocks: [{title: Welkom, minutes: 10}]"


@pytest.fixture
def load(project):
    """Loads a plan from its text; gives it with the problems."""

    def load(text, head=HEAD):
        messages.use("nl")
        path = project / "proef.yaml"
        path.write_text(head + text, encoding="utf-8")
        run = Project(project)
        return load_workshop(run, path), run.problems

    return load


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("13:30", 810),
        ("9:00", 540),
        ("09.00", 540),
        ("9.00 uur", 540),
        ("09:00", 540),
        ("0:05", 5),
        ("9 uur", 540),
        ("9u30", 570),
    ],
)
def test_a_time_of_the_clock_is_read_as_it_was_meant(load, typed, minutes):
    head = HEAD.replace("13:30", typed)
    plan, problems = load(WELCOME, head)
    assert problems == []
    assert plan.meetings[0].start == minutes


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("1h30", 90), ("1,5 uur", 90), ("45", 45), ("90 min", 90), ("045", 45), ("1u15", 75), ("'45'", 45)],
)
def test_a_duration_is_read_as_it_was_meant(load, typed, minutes):
    plan, problems = load(f"blocks:\n  - title: Welkom\n    minutes: {typed}")
    assert problems == []
    assert plan.meetings[0].blocks[0].minutes == minutes


@pytest.mark.parametrize("typed", ["25:00", "-5", "morgen", "13:75", "1330", "24:00", "0x10", "1e3", "13:30:00"])
def test_what_is_no_time_is_told_at_its_place(load, typed):
    plan, (problem,) = load(WELCOME, HEAD.replace("13:30", typed))
    assert plan is None
    assert (problem.code, problem.place.line, problem.place.column) == ("wrong-value", 4, 8)


@pytest.mark.parametrize("typed", ["-5", "morgen", "25:00", "1_000", "0x10", "0", "1441", "anderhalf uur"])
def test_what_is_no_duration_is_told_at_its_place(load, typed):
    plan, (problem,) = load(f"blocks:\n  - title: Welkom\n    minutes: {typed}")
    assert plan is None
    assert (problem.code, problem.place.line, problem.place.column) == ("wrong-value", 7, 14)


@pytest.mark.parametrize("typed", ["2027-01-20", "20-1-2027", "20 januari 2027", "woensdag 20 januari 2027"])
def test_a_date_is_read_as_it_was_meant(load, typed):
    plan, _problems = load(WELCOME, f"{HEAD}date: {typed}\n")
    assert plan.meetings[0].date == datetime.date(2027, 1, 20)
