"""The order of the cuts: a pile is cut by it, and what comes off must be the cards."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from properties.test_impose import grids

from kaartenspel.impose.cutting import cut_count, cutting_order

NEAR = {"left", "top"}


def cut_through(cuts, size):
    """The pieces that come off in one direction, each as its two edges, as the cutter's own words say."""
    low, high, cut_edges = 0.0, size, set()
    pieces = []
    for cut in cuts:
        edge = low if cut.stop in NEAR else high
        assert cut.fresh == (edge in cut_edges)
        assert abs(cut.place - edge) == pytest.approx(cut.measure)
        assert low < cut.place < high
        pieces.append((cut.place, high) if cut.stop in NEAR else (low, cut.place))
        low, high = (low, cut.place) if cut.stop in NEAR else (cut.place, high)
        cut_edges.add(cut.place)
    return [*pieces, (low, high)]


def rounded(pairs):
    return {(round(low, 4), round(high, 4)) for low, high in pairs}


@settings(max_examples=60)
@given(grids(), st.data())
def test_cut_as_the_order_says_a_pile_falls_into_its_cards(grid, data):
    count = data.draw(st.integers(1, len(grid.slots)))
    cuts = cutting_order(grid, count)
    width = grid.paper_width / (2 if grid.fold == "vertical" else 1)
    height = grid.paper_height / (2 if grid.fold == "horizontal" else 1)
    across = rounded(cut_through([cut for cut in cuts if cut.axis == "vertical"], width))
    down = rounded(cut_through([cut for cut in cuts if cut.axis == "horizontal"], height))
    boxes = [grid.box(slot) for slot in grid.slots[:count]]
    assert rounded((box.x, box.right) for box in boxes) <= across
    assert rounded((box.y, box.bottom) for box in boxes) <= down
    axes = [cut.axis for cut in cuts]
    assert axes == sorted(axes, key=axes.index)  # one direction, then the other


def test_a_wrong_measure_would_be_seen(shipped):
    first, *others = cutting_order(shipped("poker", "a4"), 9)[:4]
    assert cut_through([first, *others], 210)
    with pytest.raises(AssertionError):
        cut_through([replace(first, measure=first.measure + 0.5), *others], 210)
    with pytest.raises(AssertionError):
        cut_through([replace(first, fresh=True), *others], 210)


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        (("poker", "a4"), 4 + 4),  # touching: a line is cut once
        (("poker", "a4", "spaced"), 8 + 4),  # each gutter twice
        (("a6", "a4"), 1 + 1),
        (("a4", "a4"), 0),
    ],
)
def test_gutters_are_cut_twice_and_lines_that_cards_share_once(shipped, asked, count):
    assert cut_count(shipped(*asked)) == count


def test_the_long_lines_come_first_and_are_measured_from_fresh_edges(shipped):
    cuts = cutting_order(shipped("poker", "a4"), 9)
    assert [(cut.axis, cut.stop, round(cut.measure, 2)) for cut in cuts] == [
        ("vertical", "right", 199.5), ("vertical", "left", 189), ("vertical", "left", 126), ("vertical", "left", 63),
        ("horizontal", "bottom", 280.5), ("horizontal", "top", 264), ("horizontal", "top", 176),
        ("horizontal", "top", 88),
    ]  # fmt: skip
    (first, *_rest) = cutting_order(shipped("poker", "a4", "spaced"), 8)  # paper that lies sideways
    assert first.axis == "horizontal"
