"""Where backs lie, with numbers worked out by hand."""

import pytest

from kaartenspel.impose.duplex import back_of, flip_axis
from kaartenspel.impose.grid import Slot


def test_the_axis_follows_edge_and_paper(shipped):
    portrait, landscape = shipped("poker", "a4"), shipped("poker", "a4", "spaced")
    assert [flip_axis(portrait, edge) for edge in ("long-edge", "short-edge")] == ["vertical", "horizontal"]
    assert [flip_axis(landscape, edge) for edge in ("long-edge", "short-edge")] == ["horizontal", "vertical"]
    assert flip_axis(shipped("tarot", "a3", half=True), "fold") == "horizontal"


def test_one_sided_and_unfolded_paper_has_no_axis(shipped):
    for edge in ("none", "fold"):
        with pytest.raises(ValueError):
            flip_axis(shipped("poker", "a4"), edge)


def test_backs_on_portrait_paper(shipped):
    grid = shipped("poker", "a4")
    assert back_of(grid.slots[0], grid, "long-edge") == Slot(136.5, 16.5, 0)
    assert back_of(grid.slots[3], grid, "long-edge") == Slot(136.5, 104.5, 180)
    assert back_of(grid.slots[0], grid, "short-edge") == Slot(10.5, 192.5, 180)


def test_backs_over_a_fold(shipped):
    grid = shipped("poker", "a4", half=True)
    first = grid.slots[0]
    assert back_of(first, grid, "fold") == Slot(297 - first.x - 63, first.y, first.turn)


def test_lying_cards_turn_with_the_flip(shipped):
    grid = shipped("poker", "a4")
    assert back_of(Slot(10, 20, 90), grid, "long-edge") == Slot(210 - 10 - 88, 20, 270)
    assert back_of(Slot(10, 20, 90), grid, "short-edge") == Slot(10, 297 - 20 - 63, 90)
