"""What holds for every grid: with formulas of their own, not those of the code under test."""

from collections import Counter
from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kaartenspel.drawing import Drawing, Rect
from kaartenspel.impose.caption import caption_area, rule_area
from kaartenspel.impose.duplex import back_of
from kaartenspel.impose.grid import make_grid
from kaartenspel.impose.marks import control_rule, cut_marks, marks
from kaartenspel.impose.sheets import impose
from kaartenspel.model.sheet import Paper, SheetLayout, Size
from kaartenspel.problems import KaartenspelError

HAIR = 1e-6
LENGTHS = st.floats(20, 160).map(lambda value: round(value, 2))
PAPERS = st.sampled_from([(210, 297), (297, 420), (320, 450), (297, 210), (300, 300), (216, 279)])
TURNS = st.sampled_from([0, 90, 180, 270])


@st.composite
def grids(draw, half=None, divided=None):
    width, height = draw(PAPERS)
    divide = draw(st.booleans()) if divided is None else divided
    size = Size(size="own", title="Own", width=draw(LENGTHS), height=draw(LENGTHS), sheet="own")
    if divide:
        columns, rows = draw(st.integers(1, 4)), draw(st.integers(1, 4))
        size = size.model_copy(update={"width": width / columns, "height": height / rows})
    sheet = SheetLayout(
        sheet="own", title="Own", fit="divide" if divide else "cells",
        gutter=draw(st.sampled_from([0, 2, 6, 10])), bleed=draw(st.sampled_from([0, 3, 3.175])),
        margin=draw(st.sampled_from([3, 5, 8])), heads=draw(st.sampled_from(["together", "up"])),
        marks=draw(st.sampled_from(["short", "long", "none"])),
    )  # fmt: skip
    fold = draw(st.booleans()) if half is None else half
    try:
        return make_grid(size, Paper(paper="own", title="Own", width=width, height=height), sheet, fold)
    except KaartenspelError:
        assume(False)
        raise


@st.composite
def jobs(draw):
    """A grid, a way of printing both sides that suits it, and a number of cards with a partial last sheet."""
    grid = draw(grids())
    duplex = "fold" if grid.fold else draw(st.sampled_from(["long-edge", "short-edge"]))
    return grid, duplex, draw(st.integers(1, 2 * len(grid.slots) + 1))


def named(count, face):
    return [Drawing(1, 1 + index, ()) if face == "front" else Drawing(2, 1 + index, ()) for index in range(count)]


def corner(x, y, turn, width, height, u, v):
    """Where the point u, v of a card lies on the page: turned clockwise inside a box at x, y."""
    return {
        0: (x + u, y + v),
        90: (x + height - v, y + u),
        180: (x + width - u, y + height - v),
        270: (x + v, y + width - u),
    }[turn]


def through_the_paper(point, grid, duplex):
    """Where a point of the back's page lies when one looks at the front: at the other side of the turning edge."""
    x, y = point
    tall = grid.paper_height >= grid.paper_width
    upright = grid.fold == "vertical" if duplex == "fold" else tall if duplex == "long-edge" else not tall
    return (grid.paper_width - x, y) if upright else (x, grid.paper_height - y)


def meets(front, back, grid, duplex):
    """Whether each corner of the back lies on the corner of the front that a turned page brings there."""
    width, height = grid.card_width, grid.card_height
    for u in (0, width):
        for v in (0, height):
            seen = corner(front.x, front.y, front.turn, width, height, u, v)
            lies = through_the_paper(corner(back.x, back.y, back.turn, width, height, width - u, v), grid, duplex)
            if max(abs(seen[0] - lies[0]), abs(seen[1] - lies[1])) > HAIR:
                return False
    return True


def inside(inner, outer):
    return (
        inner.x >= outer.x - HAIR
        and inner.y >= outer.y - HAIR
        and inner.right <= outer.right + HAIR
        and inner.bottom <= outer.bottom + HAIR
    )


def apart(one, other):
    return (
        one.right <= other.x + HAIR
        or other.right <= one.x + HAIR
        or one.bottom <= other.y + HAIR
        or other.bottom <= one.y + HAIR
    )


@given(grids())
def test_cards_never_overlap_and_lie_on_the_paper(grid):
    boxes = [grid.box(slot) for slot in grid.slots]
    if grid.fold:
        boxes += [grid.box(back_of(slot, grid, "fold")) for slot in grid.slots]
    assert all(apart(one, other) for index, one in enumerate(boxes) for other in boxes[:index])
    assert all(inside(box, grid.paper) for box in boxes)
    assert len(grid.slots) == grid.columns * grid.rows


@given(jobs())
def test_all_that_shows_is_printable(job):
    grid, duplex, count = job
    faces = named(count, "front")
    for sheet in impose(faces, faces, grid, duplex):
        assert all(inside(placed.clip, grid.printable) for placed in sheet.placed)


@given(jobs(), st.sampled_from(["interleaved", "fronts-then-backs", "cut-and-stack"]))
def test_each_card_is_placed_exactly_as_often_as_asked(job, order):
    grid, duplex, count = job
    fronts, backs = named(count, "front"), named(count, "back")
    sheets = impose(fronts, backs, grid, duplex, order)
    placed = Counter(id(item.drawing) for sheet in sheets for item in sheet.placed)
    assert placed == Counter(id(drawing) for drawing in fronts + backs)


@given(jobs())
def test_a_pile_cut_through_and_stacked_is_in_order(job):
    grid, duplex, count = job
    fronts, backs = named(count, "front"), named(count, "back")
    sheets = impose(fronts, backs, grid, duplex, "cut-and-stack")
    number = {id(drawing): index for drawings in (fronts, backs) for index, drawing in enumerate(drawings)}
    seen, behind = {}, {}
    for sheet in sheets:
        for item in sheet.placed:
            place = (round(item.y, 4), round(item.x, 4))
            drawn = seen if item.drawing.width == 1 else behind
            drawn.setdefault(place, []).append(number[id(item.drawing)])
    assert [card for _place, pile in sorted(seen.items()) for card in pile] == list(range(count))
    assert sorted(map(tuple, behind.values())) == sorted(map(tuple, seen.values()))  # each pile has its own backs
    heights = [len(pile) for _place, pile in sorted(seen.items())]
    assert max(heights) == -(-count // len(grid.slots))  # no more paper than the other orders take
    assert set(heights[:-1]) <= {max(heights)}  # only the last pile may be lower, so no sheet within is empty


@given(grids(), TURNS, st.sampled_from(["long-edge", "short-edge"]))
def test_mirroring_twice_is_the_identity(grid, turn, edge):
    duplex = "fold" if grid.fold else edge
    for slot in (replace(slot, turn=turn) for slot in grid.slots):
        back = back_of(slot, grid, duplex)
        again = back_of(back, grid, duplex)
        assert (round(again.x, 6), round(again.y, 6), again.turn) == (round(slot.x, 6), round(slot.y, 6), slot.turn)
        assert meets(slot, back, grid, duplex)


@given(jobs())
def test_a_front_and_its_back_meet_on_paper(job):
    grid, duplex, count = job
    fronts, backs = named(count, "front"), named(count, "back")
    sheets = impose(fronts, backs, grid, duplex)
    where = {id(item.drawing): (index, item) for index, sheet in enumerate(sheets) for item in sheet.placed}
    for front, back in zip(fronts, backs, strict=True):
        (front_page, seen), (back_page, hidden) = where[id(front)], where[id(back)]
        assert back_page == (front_page if duplex == "fold" else front_page + 1)
        assert meets(seen, hidden, grid, duplex)
        corners = [(hidden.clip.x, hidden.clip.y), (hidden.clip.right, hidden.clip.bottom)]
        across, down = zip(*(through_the_paper(point, grid, duplex) for point in corners), strict=True)
        shown = Rect(min(across), min(down), max(across) - min(across), max(down) - min(down))
        assert inside(shown, seen.clip)
        assert inside(seen.clip, shown)


def test_the_comparer_can_fail():
    grid = make_grid(
        Size(size="own", title="Own", width=63, height=88, sheet="own"),
        Paper(paper="own", title="Own", width=210, height=297),
        SheetLayout(sheet="own", title="Own", fit="cells"),
    )
    slot = grid.slots[0]
    back = back_of(slot, grid, "long-edge")
    assert meets(slot, back, grid, "long-edge")
    assert not meets(slot, back, grid, "short-edge")
    assert not meets(slot, replace(back, turn=180), grid, "long-edge")
    assert not meets(slot, replace(back, x=back.x + 0.05), grid, "long-edge")


@settings(max_examples=200)
@given(grids(), st.data())
def test_every_cut_mark_lies_on_an_edge_outside_the_bleed_and_is_printable(grid, data):
    count = data.draw(st.integers(1, len(grid.slots)))
    boxes = [grid.box(slot) for slot in grid.slots[:count]]
    edges_x = [edge for box in boxes for edge in (box.x, box.right)]
    edges_y = [edge for box in boxes for edge in (box.y, box.bottom)]
    seen = set()
    for path in cut_marks(grid, count):
        (x1, y1), (x2, y2) = (segment.points[0] for segment in path.segments)
        upright = x1 == x2
        assert any(abs((x1 if upright else y1) - edge) < HAIR for edge in (edges_x if upright else edges_y))
        mark = Rect(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
        assert inside(mark, grid.printable)
        assert all(apart(mark, box.grown(grid.bleed + 1)) for box in boxes)
        seen.add((round(mark.x, 3), round(mark.y, 3)))
    assert len(seen) == len(cut_marks(grid, count))


@given(grids(divided=False))
def test_every_cut_line_has_a_mark_at_both_ends(grid):
    assume(grid.marks != "none")
    lines = [tuple(segment.points[0] for segment in path.segments) for path in cut_marks(grid, len(grid.slots))]
    upright = [x1 for (x1, y1), (x2, y2) in lines if x1 == x2 and abs(y1 - y2) > 0.75 - HAIR]
    level = [y1 for (x1, y1), (x2, y2) in lines if y1 == y2 and abs(x1 - x2) > 0.75 - HAIR]
    for box in map(grid.box, grid.slots):
        assert all(sum(abs(x - mark) < HAIR for mark in upright) == 2 for x in (box.x, box.right))
        assert all(sum(abs(y - mark) < HAIR for mark in level) == 2 for y in (box.y, box.bottom))


@given(grids(divided=False))
def test_caption_rule_and_marks_keep_clear_of_each_other_and_of_the_cards(grid):
    (caption, _turned), rule = caption_area(grid), rule_area(grid)
    bleeds = grid.outer.grown(grid.bleed)
    for area in (caption, rule):
        assert inside(area, grid.printable)
        assert apart(area, bleeds)
        for path in marks(grid, len(grid.slots)).items:
            if path not in control_rule(grid):
                points = [segment.points[0] for segment in path.segments]
                (x1, y1), (x2, y2) = points
                assert apart(Rect(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1)), area)
    assert apart(caption, rule)


@given(grids(half=True))
def test_nothing_crosses_the_fold(grid):
    middle = (grid.paper_width if grid.fold == "vertical" else grid.paper_height) / 2
    faces = named(len(grid.slots), "front")
    (sheet,) = impose(faces, faces, grid, "fold")
    for item in sheet.placed:
        start, end = (item.clip.x, item.clip.right) if grid.fold == "vertical" else (item.clip.y, item.clip.bottom)
        assert end <= middle + HAIR or start >= middle - HAIR
    gap = middle - (grid.block.right if grid.fold == "vertical" else grid.block.bottom)
    assert grid.divided or gap >= 5 - HAIR
