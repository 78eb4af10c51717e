"""Who is where in a carrousel."""

import pytest

from kaartenspel import messages
from kaartenspel.plan.carrousel import rotate


@pytest.fixture(autouse=True)
def _english():
    messages.use("en")
    yield
    messages.use("nl")


def test_eight_groups_at_three_stations():
    rotation = rotate(8, 3)
    assert [len(rotation.at(station, 0)) for station in range(3)] == [3, 3, 2]
    assert rotation.visits[0] == (0, 1, 2)
    assert rotation.visits[7] == (1, 2, 0)
    assert rotation.trouble == ""


def test_more_stations_than_groups_leave_some_empty():
    assert rotate(2, 4).visits == ((0, 1, 2, 3), (1, 2, 3, 0))


def test_no_groups_and_no_stations():
    assert rotate(0, 3).visits == ()
    assert rotate(2, 0).visits == ((), ())
    assert "at least one station" in rotate(2, 0).trouble


@pytest.mark.parametrize(
    ("capacity", "trouble"),
    [
        ((3, 3, 3), ""),
        ((None, 4, None), ""),
        ((3, 2, None), "station 2 is too small: 3 groups come at once and 2 fit; make room for 1 more, or add 1 station"
         " and a round"),
        ((1, 3, 2), "stations 1 and 3 are too small: 3 groups come at once and 1 fit; make room for 2 more, or add 5"
         " stations and rounds"),
        ((0,), "station 1 is too small: 3 groups come at once and 0 fit; make room for 3 more"),
    ],
)  # fmt: skip
def test_places_that_are_short_are_said(capacity, trouble):
    assert rotate(8, 3, capacity).trouble == trouble
