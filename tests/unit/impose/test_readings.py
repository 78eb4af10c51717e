"""What the calibration sheet shows leads back to the move that a printer needs."""

from math import radians

import pytest

from kaartenspel.impose.readings import PITCH, STEP, Readings, Rules, arms, solved, step
from kaartenspel.problems import UsageError

WIDTH, HEIGHT = 210.0, 297.0


def shown(right, down, rotation, scale):
    """The readings of a sheet whose back needs this move: a line meets where its own shift is what is needed there."""
    across, far = arms(WIDTH, HEIGHT)
    turn, rest = radians(rotation), STEP - PITCH * (scale - 1)
    return Readings(
        (right + turn * far) / rest, (right - turn * far) / rest,
        (down - turn * across) / rest, (down + turn * across) / rest,
    )  # fmt: skip


def test_readings_give_the_move_back():
    move = solved(shown(1.2, -0.7, 0.3, 1.004), (1.004, 1.004), WIDTH, HEIGHT)
    assert (move.right, move.down, move.rotation) == pytest.approx((1.2, -0.7, 0.3), abs=1e-9)
    assert (move.scale_x, move.scale_y) == (1.004, 1.004)


def test_a_turn_left_out_would_be_seen():
    assert solved(shown(1.2, -0.7, 0.0, 1.0), (1, 1), WIDTH, HEIGHT).rotation == pytest.approx(0)


@pytest.mark.parametrize("letters, steps", [("I", 0), ("a", -8), ("Q", 8), ("KL", 2.5)])
def test_letters_are_steps(letters, steps):
    assert step(letters) == steps


@pytest.mark.parametrize("letters", ["", "R", "AC", "7", "ABC"])
def test_what_is_no_reading_is_refused(letters):
    with pytest.raises(UsageError):
        step(letters)


def test_a_driver_that_scales_is_not_mended():
    assert Rules(100, 99.8, 100, 100).scales() == pytest.approx((1.002004, 1))
    with pytest.raises(UsageError):
        Rules(97, 97, 97, 97).scales()
