"""The arithmetic of a page's clock beside that of the plan: the same blocks give the same times."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kaartenspel.load.project import Project
from kaartenspel.outputs.script_clock import clock_data
from kaartenspel.outputs.script_html import FOLDER
from kaartenspel.plan.schedule import Span, schedule

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "unit" / "compose"))
from browser import BIG, browser
from sample_script import afternoon, whole_day

WORDS = Project(Path(__file__).parent / "nowhere").words("nl", None)
ROOMS = {"hall": 0, "room-12": 4, "annex": 7}
END = 1200
MINUTES = st.integers(1, 90)
LONGER = st.dictionaries(st.integers(0, 7), st.integers(-60, 30), max_size=3)
"""By how many minutes some blocks become longer or shorter on the way."""


@pytest.fixture(scope="module")
def window():
    with browser(BIG) as opened:
        yield opened


@st.composite
def spans(draw, deep=2):
    """A block of any sort; pinned on the day itself, as a script has it."""
    inside = st.lists(spans(deep=deep - 1), min_size=1, max_size=3).map(tuple)
    strands = tuple(draw(st.lists(inside, max_size=3))) if deep and draw(st.integers(0, 3)) == 0 else ()
    return Span(
        draw(st.text("abcdef", min_size=6, max_size=6)), "Title", draw(st.sampled_from(["work", "break", "plenary"])),
        draw(MINUTES), None, draw(st.none() | st.none() | st.integers(540, 1300)),
        draw(st.none() | st.sampled_from(sorted(ROOMS))), draw(st.integers(1, 3)), 1, draw(st.integers(0, 9)),
        not strands and draw(st.booleans()), strands,
    )  # fmt: skip


def items(plan, path=""):
    """What a clock would be told of these blocks: the rounds of a carrousel one by one."""
    made = []
    for number, span in enumerate(plan):
        for turn in range(span.rounds if span.carrousel else 1):
            key = f"{path}{number}.{turn}"
            told = {
                "key": key,
                "kind": "round" if span.carrousel else "block",
                "sort": span.sort,
                "here": [],
                "minutes": span.minutes,
                "at": span.at if turn == 0 else None,
                "place": span.room or "",
                "strands": [{"items": items(strand, f"{key}.{n}.")} for n, strand in enumerate(span.strands)],
            }
            if turn and span.change:
                made.append({**told, "key": f"{key}c", "kind": "change", "minutes": span.change, "at": None})
            made.append(told)
    return made


def laid(slots):
    """Kind, start and end of all slots, those of strands inside."""
    real = [slot for slot in slots if slot.kind != "overlap"]
    return [[slot.kind, slot.start, slot.end, [laid(strand) for strand in slot.strands]] for slot in real]


RECKON = f"""{(FOLDER / "timetable.js").read_text(encoding="utf-8")}
const told = (slots) => slots.map((slot) => [slot.kind, slot.start, slot.end, slot.strands.map(told)]);
return arguments[0].map(([meeting, start, extra]) => {{
  const made = timetable.lay(meeting, start, extra || {{}});
  return {{slots: told(made.slots), late: made.late.map((each) => [each.minutes, each.at]), over: made.over}};
}});
"""


def same(window, cases, code=RECKON):
    """Compare clock and plan; each case has blocks, a start, and by how much the n-th block was made longer."""
    asked = [
        [{"items": items(plan), "walks": ROOMS, "end": END}, start, extra(longer)] for plan, start, longer in cases
    ]
    for (plan, start, longer), made in zip(cases, window.driver.execute_script(code, asked), strict=True):
        wanted = schedule(changed(plan, longer), start, END, ROOMS)
        late = [[conflict.minutes, conflict.at] for conflict in wanted.conflicts if conflict.kind == "overlap"]
        assert made == {"slots": laid(wanted.slots), "late": late, "over": max(0, wanted.end - END)}


def extra(longer):
    return {f"{number}.0": minutes for number, minutes in longer.items()}


def changed(plan, longer):
    """The blocks as they have become. Those of many slots stay: rounds differ in length on the clock alone."""
    return [replace(span, minutes=max(0, span.minutes + longer.get(n, 0))) for n, span in enumerate(plan)]


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(days=st.lists(st.tuples(st.lists(spans(), max_size=8), st.integers(480, 900), LONGER), min_size=10, max_size=10))
def test_the_clock_reckons_as_the_plan_does(window, days):
    # a time before the start would be taken for the next day: a script has settled that before a clock sees it
    fit = [(plan, start, longer) for plan, start, longer in days if not early(plan, start)]
    same(window, [(plan, start, {n: by for n, by in longer.items() if single(plan, n)}) for plan, start, longer in fit])


def single(plan, number):
    """Whether there is such a block, of one slot."""
    return number < len(plan) and not plan[number].carrousel and not plan[number].strands


def test_a_clock_that_reckons_otherwise_is_seen(window):
    walk = [Span("a", "A", "work", 10, room="hall"), Span("b", "B", "work", 10, room="annex")]
    same(window, [(walk, 600, {})])
    with pytest.raises(AssertionError):
        same(window, [(walk, 600, {})], RECKON.replace("Math.max(this.walks", "Math.min(this.walks"))


def early(plan, start):
    """Whether something stands fast before the start."""
    return any(
        (span.at is not None and span.at < start) or any(early(strand, start) for strand in span.strands)
        for span in plan
    )


@pytest.mark.parametrize("script", [afternoon(), whole_day()], ids=["afternoon", "day"])
def test_the_clock_has_the_times_of_the_script(window, script):
    asked = [[meeting, meeting["start"]] for meeting in clock_data(script, WORDS)["meetings"]]
    found = window.driver.execute_script(RECKON, asked)
    for meeting, made in zip(script.meetings, found, strict=True):
        entries = [[e.kind, e.start, e.end] for e in meeting.entries if e.kind != "overlap"]
        assert [slot[:3] for slot in made["slots"]] == entries
