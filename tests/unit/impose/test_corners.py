"""Guides for rounded corners: all of their ink lies on what is taken away."""

from dataclasses import replace
from math import hypot

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from properties.test_impose import grids

from kaartenspel.impose.corners import corner_guides, largest_radius
from kaartenspel.impose.marks import marks

HAIR = 1e-3


def along(path):
    """Points along a guide: 21 on its curve."""
    start = path.segments[0].points[0]
    one, other, end = path.segments[1].points
    for step in range(21):
        t = step / 20
        shares = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        points = (start, one, other, end)
        yield tuple(sum(share * point[axis] for share, point in zip(shares, points, strict=True)) for axis in (0, 1))


def is_taken_away(point, box, radius, half):
    """Whether ink of so much width about a point lies in the trim, beyond the rounding of its nearest corner."""
    x, y = point
    inside = box.x - HAIR <= x <= box.right + HAIR and box.y - HAIR <= y <= box.bottom + HAIR
    middle_x = box.x + radius if x < box.x + box.width / 2 else box.right - radius
    middle_y = box.y + radius if y < box.y + box.height / 2 else box.bottom - radius
    return inside and hypot(x - middle_x, y - middle_y) - half > radius - HAIR


@settings(max_examples=60)
@given(grids(divided=False), st.floats(1, 10), st.data())
def test_no_ink_of_a_guide_stays_on_a_card(grid, radius, data):
    assume(radius <= largest_radius(grid))
    count = data.draw(st.integers(1, len(grid.slots)))
    guides = corner_guides(replace(grid, corners=radius), count)
    assert len(guides) == 2 * 4 * count
    for number, guide in enumerate(guides):
        box = grid.box(grid.slots[number // 8])
        assert all(is_taken_away(point, box, radius, guide.stroke_width / 2) for point in along(guide))


def test_the_comparer_can_fail(shipped):
    grid = shipped("poker", "a4")
    box, (_white, guide, *_rest) = grid.box(grid.slots[0]), corner_guides(replace(grid, corners=3), 1)
    assert all(is_taken_away(point, box, 3, guide.stroke_width / 2) for point in along(guide))
    assert not all(is_taken_away(point, box, 2, 0) for point in along(guide))
    assert not all(is_taken_away(point, box, 3, 0.2) for point in along(guide))


def test_each_corner_has_its_arc_and_without_a_radius_there_is_none(shipped):
    grid = shipped("poker", "a4")
    box = grid.box(grid.slots[0])
    arcs = corner_guides(replace(grid, corners=3), 1)[::2]
    middles = {tuple(round(place, 2) for place in list(along(arc))[10]) for arc in arcs}
    off = 3 - 3.15 / 2**0.5
    xs, ys = (box.x + off, box.right - off), (box.y + off, box.bottom - off)
    assert middles == {(round(x, 2), round(y, 2)) for x in xs for y in ys}
    assert marks(grid, 9) != marks(replace(grid, corners=3), 9)
    assert corner_guides(grid, 9) == ()
