"""What a page paints, as values. Lengths are mm from the page's top-left corner; type and lines are points."""

from dataclasses import dataclass
from typing import Any, Literal

import pikepdf
from pikepdf import Matrix

MILLIMETRES = 25.4 / 72
Point = tuple[float, float]
Box = tuple[float, float, float, float]
Inks = tuple[float, float, float, float]
Space = Literal["gray", "rgb", "cmyk", "spot", "other"]
NO_INKS: Inks = (0.0, 0.0, 0.0, 0.0)
BLACK: Inks = (0.0, 0.0, 0.0, 100.0)


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour as the file gives it; `inks` are per cent, and nought where the space is none of a press."""

    space: Space
    inks: Inks


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing painted. `box` is left, top, right, bottom, within the clip.

    `parts` are the corners of a path, part by part; `matrix` leads from a picture's unit square to the page.
    """

    sort: Literal["fill", "stroke", "text", "picture", "shade"]
    box: Box
    colour: Colour
    size: float = 0.0
    parts: tuple[tuple[Point, ...], ...] = ()
    curved: bool = False
    picture: Any = None
    matrix: Matrix | None = None
    overprint: bool = False
    transparent: bool = False

    @property
    def rectangle(self) -> bool:
        """Whether it is one upright rectangle (or a picture, which is taken for one)."""
        if self.sort == "picture":
            return True
        if self.sort != "fill" or self.curved or len(self.parts) != 1:
            return False
        across, down = ({round(corner[axis], 2) for corner in self.parts[0]} for axis in (0, 1))
        return len(across) == len(down) == 2


def sides(box: Any) -> Box | None:
    """A rectangle of the file, in points: left, low, right, high, whichever corners it gives; None for what is none."""
    if not isinstance(box, pikepdf.Array) or len(box) != 4:
        return None
    one, two, three, four = (float(side) for side in box)
    return min(one, three), min(two, four), max(one, three), max(two, four)


def around(corners: list[Point]) -> Box:
    """The smallest box that holds all corners."""
    across, down = [x for x, _y in corners], [y for _x, y in corners]
    return min(across), min(down), max(across), max(down)


def common(one: Box, other: Box) -> Box:
    """What two boxes share; where they share nothing its width or height is negative."""
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def holds(outer: Box, inner: Box) -> bool:
    """Whether a box lies in another one."""
    return outer[0] <= inner[0] and outer[1] <= inner[1] and inner[2] <= outer[2] and inner[3] <= outer[3]
