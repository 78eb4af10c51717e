"""The examples of a study day, to the minute, and the corners of the clock."""

import pytest

from kaartenspel.model.clock import as_clock
from kaartenspel.plan.schedule import Slack, Span, schedule

WORK = "work"


def span(name, minutes, least=None, **more):
    return Span(name, name.capitalize(), more.pop("sort", WORK), minutes, least, **more)


def day():
    """A study day for 37 people: welcome to close, with a carrousel around a break that stands fast."""
    return [
        span("welcome", 10, sort="welcome"),
        span("line-up", 5),
        span("pairs", 15),
        span("plenary", 10, 5, sort="plenary"),
        span("carrousel", 20, rounds=2, change=3, carrousel=True),
        span("break", 15, sort="break", at=at("14:55")),
        span("third", 20, rounds=1, first=3, change=3, carrousel=True),
        span("harvest", 20, 10, sort="harvest"),
        span("close", 10, sort="close"),
    ]


def at(text):
    hours, minutes = text.split(":")
    return 60 * int(hours) + int(minutes)


def told(plan):
    return [f"{as_clock(slot.start)}-{as_clock(slot.end)} {slot.kind} {slot.id}" for slot in plan.slots]


def test_the_study_day_adds_up():
    plan = schedule(day(), at("13:30"), at("16:00"))
    assert told(plan) == [
        "13:30-13:40 block welcome",
        "13:40-13:45 block line-up",
        "13:45-14:00 block pairs",
        "14:00-14:10 block plenary",
        "14:10-14:30 round carrousel",
        "14:30-14:33 change carrousel",
        "14:33-14:53 round carrousel",
        "14:53-14:55 buffer break",
        "14:55-15:10 block break",
        "15:10-15:30 round third",
        "15:30-15:50 block harvest",
        "15:50-16:00 block close",
    ]
    assert plan.conflicts == ()
    assert plan.end == at("16:00")
    assert [slot.round for slot in plan.slots if slot.kind in ("round", "change")] == [1, 2, 2, 3]


def test_a_quarter_later_runs_into_the_break():
    plan = schedule(day(), at("13:45"), at("16:00"))
    (conflict,) = plan.conflicts
    assert (conflict.kind, conflict.id, conflict.minutes, as_clock(conflict.at)) == ("overlap", "break", 13, "14:55")
    assert conflict.slack == (Slack("plenary", "Plenary", 5),)
    assert "14:55-15:08 overlap break" in told(plan)
    assert "14:55-15:10 block break" in told(plan)
    assert plan.end == at("16:00")


def test_too_long_by_fifteen_minutes():
    spans = [span("welcome", 10), span("game", 60, 45), span("break", 15, sort="break"), span("harvest", 80, 70)]
    plan = schedule(spans, at("13:30"), at("16:00"))
    (conflict,) = plan.conflicts
    assert (conflict.kind, conflict.id, conflict.minutes, conflict.at) == ("overrun", "harvest", 15, at("16:00"))
    assert conflict.slack == (Slack("game", "Game", 15), Slack("harvest", "Harvest", 10))
    assert plan.end == at("16:15")


def test_what_stands_before_a_pin_cannot_help_what_runs_over_behind_it():
    spans = [span("game", 60, 30), span("break", 15, 10, sort="break", at=at("15:00")), span("harvest", 60, 40)]
    (conflict,) = schedule(spans, at("13:30"), at("16:00")).conflicts
    assert [slack.id for slack in conflict.slack] == ["break", "harvest"]


def test_the_slack_of_a_carrousel_is_that_of_all_its_rounds():
    spans = [span("carrousel", 20, 15, rounds=3, change=3, carrousel=True)]
    (conflict,) = schedule(spans, 0, 60).conflicts
    assert conflict.minutes == 6
    assert conflict.slack == (Slack("carrousel", "Carrousel", 15),)


def test_nothing_takes_no_time():
    assert schedule([], 600, 600).slots == ()
    assert schedule([], 600, None).end == 600


def test_a_pin_before_the_start_stays_where_it_is():
    plan = schedule([span("first", 30, at=at("13:00")), span("next", 10)], at("13:30"), at("15:00"))
    assert told(plan) == ["13:00-13:30 overlap first", "13:00-13:30 block first", "13:30-13:40 block next"]
    assert plan.conflicts[0].minutes == 30


def test_an_evening_runs_past_midnight():
    plan = schedule([span("long", 90), span("late", 15, at=at("0:15"))], at("22:30"), at("0:30"))
    assert [(slot.kind, slot.start, slot.end) for slot in plan.slots] == [
        ("block", 1350, 1440),
        ("buffer", 1440, 1455),
        ("block", 1455, 1470),
    ]
    assert plan.conflicts == ()


def test_without_an_end_a_pin_is_at_the_nearest_such_time():
    late = schedule([span("long", 90), span("late", 15, at=at("0:15"))], at("22:30"), None)
    assert late.end == 1470
    early = schedule([span("long", 90), span("early", 15, at=at("9:00"))], at("9:30"), None)
    assert early.conflicts[0].minutes == 120


# --- rooms

ROOMS = {"hall": 0, "room-12": 4, "annex": 7}


def test_another_room_takes_the_longer_walk():
    spans = [span("a", 10, room="room-12"), span("b", 10, room="annex"), span("c", 10, room="annex"), span("d", 10)]
    assert told(schedule(spans, 0, None, ROOMS)) == [
        "00:00-00:10 block a",
        "00:10-00:17 walk b",
        "00:17-00:27 block b",
        "00:27-00:37 block c",
        "00:37-00:47 block d",
    ]


def test_people_stay_where_they_are_when_a_block_names_no_room():
    spans = [span("a", 10, room="hall"), span("b", 10), span("c", 10, room="annex")]
    assert "00:20-00:27 walk c" in told(schedule(spans, 0, None, ROOMS))


@pytest.mark.parametrize(("minutes", "walks"), [(15, []), (7, []), (5, [2])])
def test_a_break_has_room_for_the_walk(minutes, walks):
    spans = [span("a", 10, room="hall"), span("b", minutes, sort="break"), span("c", 10, room="annex")]
    plan = schedule(spans, 0, None, ROOMS)
    assert [slot.end - slot.start for slot in plan.slots if slot.kind == "walk"] == walks


def test_a_break_elsewhere_has_both_walks_in_it():
    spans = [
        span("a", 10, room="hall"),
        span("b", 10, sort="break", room="room-12"),
        span("c", 10, room="annex"),
    ]
    plan = schedule(spans, 0, None, ROOMS)
    assert [slot.end - slot.start for slot in plan.slots if slot.kind == "walk"] == [1]


def test_a_gap_has_room_for_the_walk():
    spans = [span("a", 10, room="hall"), span("b", 10, room="annex", at=20)]
    assert told(schedule(spans, 0, None, ROOMS)) == [
        "00:00-00:10 block a",
        "00:10-00:17 walk b",
        "00:17-00:20 buffer b",
        "00:20-00:30 block b",
    ]


# --- strands


def strands(*parts, **more):
    return span("strands", 0, strands=tuple(parts), **more)


def test_strands_last_as_long_as_the_longest():
    plan = schedule([strands((span("a", 20), span("b", 10)), (span("c", 25),)), span("d", 5)], 600, None)
    together, after = plan.slots
    assert (together.start, together.end, after.start) == (600, 630, 630)
    assert [(slot.kind, slot.id, slot.start, slot.end) for slot in together.strands[1]] == [
        ("block", "c", 600, 625),
        ("buffer", "strands", 625, 630),
    ]


def test_a_strand_with_a_pin_waits_for_it_and_a_late_one_is_reported():
    parts = ((span("a", 20, 15), span("b", 10, at=630)), (span("c", 25), span("d", 10, at=620)))
    plan = schedule([span("first", 10, 5), strands(*parts)], 590, None)
    one, other = plan.slots[1].strands
    assert [(slot.kind, slot.start, slot.end) for slot in one] == [
        ("block", 600, 620),
        ("buffer", 620, 630),
        ("block", 630, 640),
    ]
    assert [(slot.kind, slot.start, slot.end) for slot in other][1:] == [
        ("overlap", 620, 625),
        ("block", 620, 630),
        ("buffer", 630, 640),
    ]
    (conflict,) = plan.conflicts
    assert (conflict.id, conflict.minutes) == ("d", 5)
    assert conflict.slack == (Slack("first", "First", 5),)


def test_a_carrousel_in_a_strand():
    parts = ((span("round", 20, rounds=2, change=5, carrousel=True),), (span("c", 60),))
    (together,) = schedule([strands(*parts)], 0, None).slots
    assert [(slot.kind, slot.round, slot.start, slot.end) for slot in together.strands[0]] == [
        ("round", 1, 0, 20),
        ("change", 2, 20, 25),
        ("round", 2, 25, 45),
        ("buffer", 0, 45, 60),
    ]


def test_strands_are_as_slack_as_their_longest():
    parts = ((span("a", 40, 20),), (span("b", 35),))
    (conflict,) = schedule([span("first", 10, 8), strands(*parts)], 0, 45).conflicts
    assert conflict.slack == (Slack("first", "First", 2), Slack("strands", "Strands", 5))


def test_what_stands_before_a_pin_in_the_longest_strand_cannot_help():
    parts = ((span("a", 10), span("b", 20, 15, at=40)), (span("c", 30),))
    (conflict,) = schedule([span("first", 10, 5), strands(*parts)], 0, 50).conflicts
    assert conflict.slack == (Slack("strands", "Strands", 5),)


def test_after_strands_everybody_walks_from_the_farthest_room():
    parts = ((span("a", 30, room="room-12"),), (span("b", 30, room="annex"),))
    plan = schedule([span("first", 5, room="hall"), strands(*parts), span("last", 5, room="hall")], 0, None, ROOMS)
    assert [slot.kind for slot in plan.slots[1].strands[0]] == ["walk", "block", "buffer"]
    assert told(plan)[-2:] == ["00:42-00:49 walk last", "00:49-00:54 block last"]


def test_who_is_ready_early_walks_in_the_buffer():
    parts = ((span("a", 20, room="annex"),), (span("b", 40, room="hall"),))
    plan = schedule([strands(*parts), span("last", 5, room="hall")], 0, None, ROOMS)
    assert [slot.kind for slot in plan.slots] == ["block", "block"]
