"""How long a block lasts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaartenspel.model.card import Step
from kaartenspel.model.plan import Activity, PlanBlock, PlanStation
from kaartenspel.model.richtext import parse, plain
from kaartenspel.plan.duration import duration, step_minutes, turns
from kaartenspel.plan.groups import divide

FIVES = divide(37, 5).sizes


def step(minutes=None, each=None, rounds=None):
    return Step(parse("Doe iets."), minutes, each, rounds)


def block(*steps, **more):
    return PlanBlock("a", "work", Activity("A", steps=steps), **more)


def test_pairs_of_five_minutes_each_wait_for_the_trio():
    assert duration(block(minutes_each=5, grouping="pairs"), 37, FIVES) == 15
    assert duration(block(minutes_each=5, grouping="pairs"), 36, FIVES) == 10


@pytest.mark.parametrize(
    ("grouping", "number"), [("alone", 1), ("pairs", 3), ("groups", 5), ("carrousel", 5), ("plenary", 37)]
)
def test_turns(grouping, number):
    assert turns(grouping, 37, FIVES) == number


@pytest.mark.parametrize(
    ("one", "minutes"),
    [
        (step(5), 5),
        (step(5, rounds=3), 15),
        (step(each=2), 10),
        (step(each=2, rounds=2), 20),
        (step(), None),
        (step(rounds=2), None),
    ],
)
def test_the_minutes_of_a_step(one, minutes):
    assert step_minutes(one, 5) == minutes


def test_what_is_said_goes_before_what_is_reckoned():
    assert duration(block(step(5), minutes=20, minutes_each=3), 37, FIVES) == 20
    assert duration(block(step(5), minutes_each=3, grouping="groups"), 37, FIVES) == 15


def test_steps_count_when_all_of_them_tell():
    assert duration(block(step(5), step(each=5), grouping="pairs"), 37, FIVES) == 20
    assert duration(block(step(5), step()), 37, FIVES) is None
    assert duration(block(), 37, FIVES) is None


def test_nobody_has_no_turn():
    assert duration(block(minutes_each=5, grouping="groups"), 0, ()) is None


def test_a_round_lasts_as_long_as_its_longest_station():
    stations = tuple(PlanStation(Activity("S", steps=(step(minutes),))) for minutes in (10, 20, 15))
    assert duration(block(stations=stations, grouping="carrousel"), 37, FIVES) == 20
    unknown = (*stations, PlanStation(Activity("S")))
    assert duration(block(stations=unknown, grouping="carrousel"), 37, FIVES) is None


@given(
    minutes=st.none() | st.integers(1, 90),
    each=st.none() | st.integers(1, 9),
    steps=st.lists(st.sampled_from([Step(plain("x")), Step(plain("x"), minutes=4), Step(plain("x"), minutes_each=2)])),
    stations=st.integers(0, 2),
)
def test_a_duration_is_known_just_when_the_block_tells_it(minutes, each, steps, stations) -> None:
    activity = Activity("x", steps=tuple(steps))
    block = PlanBlock(
        "a", "work", activity, minutes=minutes, minutes_each=each, stations=(PlanStation(activity),) * stations
    )
    assert (duration(block, 8, (4, 4)) is not None) == block.tells_minutes
