"""An arc of an ellipse as cubic curves (SVG 2, appendix B.2.4: from end points to the centre)."""

import math
from collections.abc import Iterator

from kaartenspel.drawing import Point

Curve = tuple[Point, Point, Point]


def arc(start: Point, end: Point, radii: Point, turn: float, *, large: bool, sweep: bool) -> Iterator[Curve]:
    """Curves of a quarter at most; radii that are too short for the way grow together. `turn` is in degrees."""
    angle = math.radians(turn)
    cos, sin = math.cos(angle), math.sin(angle)
    half = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = cos * half[0] + sin * half[1], cos * half[1] - sin * half[0]
    short = math.hypot(x / radii[0], y / radii[1])
    across, down = (radius * max(1.0, short) for radius in radii)
    share = (x / across) ** 2 + (y / down) ** 2
    reach = math.sqrt(max(0.0, 1 / share - 1)) * (-1 if large == sweep else 1)
    centre = reach * across * y / down, -reach * down * x / across
    first = math.atan2((y - centre[1]) / down, (x - centre[0]) / across)
    last = math.atan2((-y - centre[1]) / down, (-x - centre[0]) / across)
    way = (last - first) % math.tau
    way -= math.tau if not sweep and way else 0.0
    middle = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2

    def place(u: float, v: float) -> Point:
        """A point of the unit circle on the ellipse."""
        p, q = u * across + centre[0], v * down + centre[1]
        return cos * p - sin * q + middle[0], sin * p + cos * q + middle[1]

    parts = max(1, math.ceil(abs(way) / (math.pi / 2) - 1e-9))
    for part in range(parts):
        one, two = first + way * part / parts, first + way * (part + 1) / parts
        k = 4 / 3 * math.tan((two - one) / 4)
        yield (
            place(math.cos(one) - k * math.sin(one), math.sin(one) + k * math.cos(one)),
            place(math.cos(two) + k * math.sin(two), math.sin(two) - k * math.cos(two)),
            end if part == parts - 1 else place(math.cos(two), math.sin(two)),
        )
