"""Cards on sheets: places, clips, captions, and the time that many cards take."""

import sys

import pytest

from kaartenspel.drawing import Drawing, Rect
from kaartenspel.impose.sheets import impose

FACE = Drawing(63, 88, ())
BACK = Drawing(63, 88, ())


def clips(sheet):
    return [placed.clip for placed in sheet.placed]


def test_touching_cards_share_their_cut_and_bleed_outside(shipped):
    front, back = impose([FACE] * 9, [BACK] * 9, shipped("poker", "a4"), "long-edge")
    assert clips(front)[0] == Rect(7.5, 13.5, 66, 91)
    assert clips(front)[4] == Rect(73.5, 104.5, 63, 88)
    assert clips(front)[8] == Rect(136.5, 192.5, 66, 91)
    assert clips(back)[0] == Rect(136.5, 13.5, 66, 91)
    assert (front.trim, front.flip) == (Rect(0, 0, 210, 297), "long-edge")


def test_a_partial_sheet_bleeds_where_no_neighbour_is(shipped):
    front, back = impose([FACE] * 2, [BACK] * 2, shipped("poker", "a4"), "long-edge")
    assert clips(front) == [Rect(7.5, 13.5, 66, 94), Rect(73.5, 13.5, 66, 94)]
    assert clips(back) == [Rect(136.5, 13.5, 66, 94), Rect(70.5, 13.5, 66, 94)]


def test_spaced_cards_have_their_own_bleed_of_half_the_gutter_at_most(shipped):
    front = impose([FACE] * 8, [None] * 8, shipped("poker", "a4", "spaced"), "none")[0]
    assert clips(front)[0] == Rect(10.5, 11, 69, 94)
    tight = impose([FACE] * 8, [None] * 8, shipped("poker", "a4", "spaced", gutter=4.0), "none")[0]
    assert clips(tight)[0].width == 63 + 3 + 2


def test_pieces_show_nothing_near_their_edges(shipped):
    front = impose([FACE] * 4, [None] * 4, shipped("a6", "a4"), "none")[0]
    assert clips(front)[3] == Rect(111, 154.5, 93, 136.5)


def test_marks_are_on_fronts_only_and_white_backs_take_no_place(shipped):
    front, back = impose([FACE] * 3, [BACK, None, BACK], shipped("poker", "a4"), "short-edge")
    assert front.marks is not None
    assert back.marks is None
    assert len(back.placed) == 2


def test_a_folded_sheet_has_both_faces_and_one_side(shipped):
    (sheet,) = impose([FACE] * 3, [BACK] * 3, shipped("poker", "a4", half=True), "fold")
    assert [placed.drawing for placed in sheet.placed] == [FACE] * 3 + [BACK] * 3
    assert sheet.flip == "none"


@pytest.mark.parametrize("size, place", [("poker", (10.5, 289, 0)), ("euro", (5, 186.5, 270))])
def test_the_caption_stands_at_the_start_of_its_area(shipped, size, place):
    asked = []

    def caption(number, side):
        asked.append((number, side))
        return Drawing(100, 3, ())

    sheets = impose([FACE] * 10, [BACK] * 10, shipped(size, "a4"), "long-edge", "fronts-then-backs", caption)
    assert asked == [(1, "front"), (2, "front"), (1, "back"), (2, "back")]
    assert {(sheet.placed[-1].x, sheet.placed[-1].y, sheet.placed[-1].turn) for sheet in sheets} == {place}


def test_faces_and_folds_must_match(shipped):
    with pytest.raises(ValueError):
        impose([FACE], [], shipped("poker", "a4"), "none")
    with pytest.raises(ValueError):
        impose([FACE], [None], shipped("poker", "a4"), "fold")


def calls(work) -> int:
    """How many functions some work calls: the same on a busy machine as on a quiet one."""
    count = 0

    def counted(_frame, event, _what):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def test_ten_thousand_cards_take_ten_times_the_work_of_a_thousand(shipped):
    grid = shipped("poker", "a4")

    def imposed(cards):
        return impose([FACE] * cards, [BACK] * cards, grid, "long-edge")

    few, many = calls(lambda: imposed(1_000)), calls(lambda: imposed(10_000))
    assert many < 10.5 * few
    assert many < 10_000 * 5
    sheets = imposed(10_000)
    assert sum(len(sheet.placed) for sheet in sheets) == 20_000
