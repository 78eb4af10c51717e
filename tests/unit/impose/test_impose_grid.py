"""How many cards fit, where they lie and how they are turned."""

import pytest

from kaartenspel.drawing import Rect
from kaartenspel.impose.caption import caption_area, caption_side, rule_area
from kaartenspel.impose.grid import Slot, make_grid
from kaartenspel.model.sheet import Paper, SheetLayout, Size
from kaartenspel.problems import Code, KaartenspelError

COUNTS = [
    ("a4", "touching", "poker", 9), ("a3", "touching", "poker", 18), ("sra3", "touching", "poker", 18),
    ("a4", "spaced", "poker", 8), ("a3", "spaced", "poker", 16), ("sra3", "spaced", "poker", 18),
    ("a4", "touching", "mini", 16), ("a4", "touching", "bridge", 9), ("a4", "touching", "euro", 9),
    ("a4", "touching", "square", 6), ("a4", "touching", "tarot", 4), ("a4", "touching", "jumbo", 4),
    ("a4", "touching", "a6", 2), ("a4", "touching", "a5", 1),
    ("a4", "in-tweeen", "a5", 2), ("a4", "in-vieren", "a6", 4), ("a4", "in-achten", "a7", 8),
    ("a3", "in-tweeen", "a5", 4), ("a3", "in-vieren", "a6", 8), ("a3", "in-vieren", "a5", 4),
    ("a3", "in-achten", "a7", 16), ("a4", "whole", "a4", 1), ("a3", "whole", "a3", 1),
]  # fmt: skip


@pytest.mark.parametrize("paper, sheet, size, count", COUNTS)
def test_counts(shipped, paper, sheet, size, count):
    assert len(shipped(size, paper, sheet).slots) == count


def test_poker_on_a4_touches_in_the_middle(shipped):
    grid = shipped("poker", "a4")
    assert (grid.paper_width, grid.paper_height, grid.columns, grid.rows) == (210, 297, 3, 3)
    assert grid.block == Rect(10.5, 16.5, 189, 264)
    assert grid.slots[:4] == (Slot(10.5, 16.5), Slot(73.5, 16.5), Slot(136.5, 16.5), Slot(10.5, 104.5, 180))


def test_poker_with_own_bleed_lies_on_landscape_a4(shipped):
    grid = shipped("poker", "a4", "spaced")
    assert (grid.paper_width, grid.paper_height, grid.columns, grid.rows) == (297, 210, 4, 2)
    assert grid.slots[5] == Slot(82.5, 108)


@pytest.mark.parametrize("size, turns", [("poker", [0, 180, 0]), ("tarot", [180, 0]), ("mini", [180, 0, 180, 0])])
def test_rows_lie_head_to_head_and_the_last_is_upright(shipped, size, turns):
    grid = shipped(size, "a4")
    assert [slot.turn for slot in grid.slots[:: grid.columns]] == turns


def test_a_low_wide_card_gets_upright_paper():
    size = Size(size="own", title="Own", width=90, height=40, sheet="own")
    sheet = SheetLayout(sheet="own", title="Own", fit="cells", heads="together")
    grid = make_grid(size, Paper(paper="own", title="Own", width=226, height=110), sheet)
    assert (grid.paper_width, grid.columns, grid.rows) == (110, 1, 4)


def test_a_lying_card_has_a_lying_box(shipped):
    assert shipped("poker", "a4").box(Slot(1, 2, 90)) == Rect(1, 2, 88, 63)


def test_pieces_fill_the_paper_and_stay_white_at_their_edges(shipped):
    grid = shipped("a6", "a4")
    assert (grid.card_width, grid.card_height, grid.inset, grid.bleed, grid.divided) == (105, 148.5, 6, 0, True)
    assert grid.slots == (Slot(0, 0), Slot(105, 0), Slot(0, 148.5), Slot(105, 148.5))
    assert caption_area(grid) == (Rect(6, 288, 93, 3), False)
    assert rule_area(grid) is None


def test_a_fold_keeps_its_distance_and_takes_the_better_direction(shipped):
    grid = shipped("poker", "a4", half=True)
    assert (grid.fold, grid.paper_width, len(grid.slots)) == ("vertical", 297, 4)
    assert grid.paper_width / 2 - grid.block.right >= 5
    assert grid.outer.right == pytest.approx(grid.paper_width - grid.block.x)
    assert shipped("tarot", "a3", half=True).fold == "horizontal"


def test_a_fold_takes_half_of_the_pieces(shipped):
    grid = shipped("a6", "a4", half=True)
    assert (grid.fold, grid.slots) == ("vertical", (Slot(0, 0), Slot(0, 148.5)))
    with pytest.raises(KaartenspelError):
        shipped("a4", "a4", half=True)


def test_the_caption_is_below_or_turned_at_the_left(shipped):
    below, turned = shipped("poker", "a4"), shipped("euro", "a4")
    assert (caption_side(below), caption_side(turned)) == ("bottom", "left")
    assert caption_area(below) == (Rect(10.5, 289, 137, 3), False)
    assert rule_area(below) == Rect(149.5, 289, 50, 3)
    assert caption_area(turned) == (Rect(5, 62.5, 3, 224), True)
    assert rule_area(turned) == Rect(5, 10.5, 3, 50)


@pytest.mark.parametrize(
    "size, paper, sheet, needed, there",
    [
        ("a3", "a4", "touching", "316.5 × 446.5 mm", "210 × 297 mm"),
        ("a5", "a4", "in-vieren", "148 × 210 mm", "105 × 148.5 mm"),
        ("poker", "a4", "in-vieren", "63 × 88 mm", "74.3 × 105 mm"),
        ("a3", "sra3", "whole", "297 × 420 mm", "320 × 450 mm"),
    ],
)
def test_what_does_not_fit_is_a_problem_that_names_both_measures(shipped, size, paper, sheet, needed, there):
    with pytest.raises(KaartenspelError) as caught:
        shipped(size, paper, sheet)
    (problem,) = caught.value.problems
    assert problem.code == Code.SHEET_TOO_SMALL
    assert problem.hint
    for word in (size, paper):
        assert word in problem.message
    if sheet != "in-vieren" or size != "poker":
        assert there in problem.message.replace(",", ".")
    assert needed in problem.message.replace(",", ".")


def test_white_edges_that_leave_nothing_are_a_problem(shipped):
    with pytest.raises(KaartenspelError):
        shipped("a7", "a4", inset=35.0)


def test_a_card_less_rather_than_a_cut_without_marks(shipped):
    assert len(shipped("square", "a4").slots) == 6
    assert len(shipped("square", "a4", marks="none").slots) == 8
