"""Cut marks, the fold line and the control rule, in millimetres."""

import math

import pytest

from kaartenspel.impose.marks import control_rule, cut_lines, cut_marks, fold_line, marks


def ends(path):
    return tuple(segment.points[0] for segment in path.segments)


def test_shared_cuts_are_there_once(shipped):
    grid = shipped("poker", "a4")
    assert cut_lines(grid, 9) == ((10.5, 73.5, 136.5, 199.5), (16.5, 104.5, 192.5, 280.5))
    assert len(cut_marks(grid, 9)) == 16
    assert len(shipped("poker", "a4", "spaced").slots) == 8
    assert [len(lines) for lines in cut_lines(shipped("poker", "a4", "spaced"), 8)] == [8, 4]


def test_a_short_mark_starts_outside_the_bleed_and_shortens_at_the_edge(shipped):
    drawn = [ends(path) for path in cut_marks(shipped("poker", "a4"), 9)]
    assert ((73.5, 12.5), (73.5, 7.5)) in drawn
    assert ((73.5, 284.5), (73.5, 288.5)) in drawn
    assert ((6.5, 104.5), (5.0, 104.5)) in drawn


def test_a_long_mark_reaches_the_printable_edge(shipped):
    drawn = [ends(path) for path in cut_marks(shipped("poker", "a4", marks="long"), 9)]
    assert ((73.5, 12.5), (73.5, 5.0)) in drawn


def test_no_marks_where_none_are_wanted_or_paper_is_cut_in_pieces(shipped):
    assert cut_marks(shipped("poker", "a4", marks="none"), 9) == ()
    assert marks(shipped("a6", "a4", marks="short"), 4).items == ()
    assert fold_line(shipped("a6", "a4", half=True)) == ()


def test_a_partial_sheet_marks_only_its_own_cuts(shipped):
    xs, ys = cut_lines(shipped("poker", "a4"), 2)
    assert (xs, ys) == ((10.5, 73.5, 136.5), (16.5, 104.5))


@pytest.mark.parametrize("size", ["poker", "euro"])
def test_the_control_rule_is_fifty_millimetres(shipped, size):
    rule, *ticks = control_rule(shipped(size, "a4"))
    assert math.dist(*ends(rule)) == 50
    assert len(ticks) == 2
    assert rule.stroke == "#000000"
    assert rule.stroke_width == pytest.approx(0.0882, abs=1e-4)


def test_the_fold_line_is_dashed_in_the_middle(shipped):
    (path,) = fold_line(shipped("poker", "a4", half=True))
    assert path.dash
    assert {x for x, _y in ends(path)} == {148.5}
    (level,) = fold_line(shipped("tarot", "a3", half=True))
    assert {y for _x, y in ends(level)} == {148.5}


def test_marks_beside_a_fold_do_not_reach_it(shipped):
    grid = shipped("poker", "a4", half=True)
    assert all(x < 148.5 for path in cut_marks(grid, 4) for x, _y in ends(path))
