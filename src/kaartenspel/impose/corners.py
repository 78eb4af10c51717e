"""Guides for rounded corners: an arc in each corner of a card, on what the punch or the scissors take away.

Lengths are millimetres. The arc stands a hair outside the rounding and ends at the trim, so no ink of it stays on a
finished card, and its white edge keeps it visible on a coloured band. Like all marks it is on fronts only.
"""

from functools import cache
from math import acos, cos, radians, sin, tan

from kaartenspel.drawing import Path, Rect, Segment
from kaartenspel.impose.frame import Grid

SHARE = 0.2
"""The largest radius, as a share of a card’s shorter side: with more, type near the corner would be cut off."""
BLACK, WHITE = "#000000", "#ffffff"
OUTSIDE = 0.15
THIN = 0.25 * 25.4 / 72
AROUND = 0.24
"""The width of the white under the arc: it ends before the rounding too."""


def largest_radius(grid: Grid) -> float:
    """The largest radius that keeps all type on the cards."""
    return SHARE * min(grid.card_width, grid.card_height)


def corner_guides(grid: Grid, cards: int) -> tuple[Path, ...]:
    """The arcs for this many cards, on the paper."""
    if not grid.corners:
        return ()
    boxes = [grid.box(slot) for slot in grid.slots[:cards]]
    return tuple(path for box in boxes for start in (180, 270, 0, 90) for path in _guide(box, grid.corners, start))


def _guide(box: Rect, radius: float, start: int) -> tuple[Path, Path]:
    """The arc of the corner that begins at this angle (0 is to the right, 90 down), on its white."""
    x = box.x + radius if start in (180, 90) else box.right - radius
    y = box.y + radius if start in (180, 270) else box.bottom - radius
    points = [(x + right, y + down) for right, down in _arc(radius, start)]
    segments = (Segment("move", (points[0],)), Segment("curve", (points[1], points[2], points[3])))
    return Path(segments, stroke=WHITE, stroke_width=AROUND), Path(segments, stroke=BLACK, stroke_width=THIN)


@cache
def _arc(radius: float, start: int) -> tuple[tuple[float, float], ...]:
    """Two ends and the two controls between them, from the middle of the rounding."""
    outer = radius + OUTSIDE
    aside = acos(radius / outer)
    first, last = radians(start) + aside, radians(start + 90) - aside
    reach = 4 / 3 * tan((last - first) / 4) * outer
    one, other = (outer * cos(first), outer * sin(first)), (outer * cos(last), outer * sin(last))
    return (
        one,
        (one[0] - reach * sin(first), one[1] + reach * cos(first)),
        (other[0] + reach * sin(last), other[1] - reach * cos(last)),
        other,
    )
