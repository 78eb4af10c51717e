"""A radar: the mean on each axis, and along the axis how far people are apart. Lengths are mm.

The rings are the answers, the first in the middle. Each axis says its name, the mean, how far people are apart and how
many answered; a dotted line with open points is the measurement before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, pi, sin

from kaartenspel.compose.context import Setting
from kaartenspel.compose.harvest import Axis, Radar
from kaartenspel.compose.harvest_bars import decimal
from kaartenspel.compose.ladder import Type
from kaartenspel.compose.script_page import box
from kaartenspel.compose.script_pen import Pen
from kaartenspel.drawing import Item, Path, Point, Rect, Segment, disc, line
from kaartenspel.tally.count import Tally

LARGEST = 124.0
"""The widest that a radar is."""
FEWEST, MOST = 3, 20
"""So many axes make a picture: fewer are no shape, more leave no room for their labels."""
_LABEL, _NARROW = 14.0, 9.0
_CLEAR, _UPRIGHT = 3.6, 0.5
"""How far labels keep from the outer ring, and up to which slant they stand above the middle of their axis."""
_BELOW_THIS = 110.0
"""A radar that is narrower says the names alone; the table under it has the figures."""
_MIDDLE = 0.16
"""Where the first answer is: not in the very middle, so that shapes stay shapes."""


@dataclass(frozen=True, slots=True)
class _Web:
    """A radar's place: its middle, its radius, how many axes and answers it has."""

    x: float
    y: float
    radius: float
    axes: int
    answers: int

    def at(self, axis: int, value: float) -> Point:
        """The point of a value (the first answer is 1) on an axis; the first axis points up."""
        share = _MIDDLE + (1 - _MIDDLE) * (value - 1) / (self.answers - 1)
        return self.out(axis, share * self.radius)

    def out(self, axis: int, length: float) -> Point:
        """The point so far from the middle."""
        angle = 2 * pi * axis / self.axes
        return round(self.x + length * sin(angle), 4), round(self.y - length * cos(angle), 4)


def radar(pen: Pen, shown: Radar, colour: str, left: float, width: float) -> Setting:
    """The picture, in the middle of a column."""
    size = min(width, LARGEST)
    margin = _LABEL if size >= _BELOW_THIS else _NARROW
    radius = size / 2 - margin

    def draw(y: float) -> Iterator[Item]:
        web = _Web(left + width / 2, y + size / 2, radius, len(shown.axes), len(shown.scale))
        yield from _rings(pen, web)
        yield from _names(pen, web, shown.scale)
        if any(axis.before for axis in shown.axes):
            yield from _shape(pen, web, [axis.before for axis in shown.axes], "quiet", dashed=True)
        yield from _spread(pen, web, shown.axes, colour)
        yield from _shape(pen, web, [axis.now for axis in shown.axes], colour, dashed=False)
        for number, axis in enumerate(shown.axes):
            yield from _label(pen, web, number, axis, margin)

    return Setting(size, draw)


def _rings(pen: Pen, web: _Web) -> Iterator[Item]:
    """A ring for each answer, and the axes."""
    for answer in range(1, web.answers + 1):
        corners = [web.at(axis, answer) for axis in range(web.axes)]
        yield _polygon(corners, pen.colour("line"), 0.25, closed=True)
    for axis in range(web.axes):
        yield line((web.x, web.y), web.at(axis, web.answers), pen.colour("line"), 0.2)


def _names(pen: Pen, web: _Web, scale: Sequence[str]) -> Iterator[Item]:
    """The answers beside the axis that points up."""
    kind = pen.style("body", 8.0).coloured("quiet")
    for number, said in enumerate(scale, 1):
        x, y = web.at(0, number)
        wide = pen.width(said, kind)
        yield box(Rect(x - wide - 1.6, y - kind.line / 2, wide + 0.8, kind.line), pen.colour("white"))
        yield from pen.line(said, kind, x - 1.2, y - kind.line / 2, right=True)


def _spread(pen: Pen, web: _Web, axes: Sequence[Axis], colour: str) -> Iterator[Item]:
    """Along each axis as long a line as two people are apart on average, about the mean."""
    for number, axis in enumerate(axes):
        mean, apart = axis.now.mean, axis.now.apart
        if axis.now.shown and mean is not None and apart:
            low, high = max(1.0, mean - apart / 2), min(float(web.answers), mean + apart / 2)
            yield line(web.at(number, low), web.at(number, high), pen.colour(colour), 1.1)


def _shape(pen: Pen, web: _Web, tallies: Sequence[Tally | None], colour: str, *, dashed: bool) -> Iterator[Item]:
    """The means, joined where two neighbours have one."""
    points = [_point(web, axis, tally) for axis, tally in enumerate(tallies)]
    for start, end in pairwise([*points, points[0]]):
        if start and end:
            path = _polygon([start, end], pen.colour(colour), 0.5, closed=False)
            yield Path(path.segments, None, path.stroke, path.stroke_width, (1.2, 0.9) if dashed else ())
    for point in points:
        if point:
            fill = pen.colour("white") if dashed else pen.colour(colour)
            yield disc(*point, 1.15, fill, pen.colour(colour), 0.4)


def _point(web: _Web, axis: int, tally: Tally | None) -> Point | None:
    mean = tally.mean if tally and tally.shown else None
    return None if mean is None else web.at(axis, mean)


def _label(pen: Pen, web: _Web, number: int, axis: Axis, margin: float) -> Iterator[Item]:
    """The name of an axis outside its end, and under it the figures."""
    name, small = pen.style("title", 9.0), pen.style("body", 8.0)
    lines: list[tuple[str, Type]] = [(axis.name, name)]
    if margin == _LABEL:
        lines.append((said(pen, axis.now), small))
    aside = sin(2 * pi * number / web.axes)
    upright = abs(aside) < _UPRIGHT
    x, y = web.out(number, web.radius + (margin * 0.55 if upright else _CLEAR))
    top = y - sum(kind.line for _text, kind in lines) / 2
    for text, kind in lines:
        wide = pen.width(text, kind)
        yield from pen.line(text, kind, x - (wide / 2 if upright else wide if aside < 0 else 0.0), top)
        top += kind.line


def said(pen: Pen, tally: Tally) -> str:
    """A mean with how far people are apart and how many they are; never one without the others."""
    if not tally.shown or tally.mean is None or tally.apart is None:
        return "–"
    return f"{decimal(pen, tally.mean)} ± {decimal(pen, tally.apart / 2)} · {tally.answered}"


def _polygon(corners: Sequence[Point], colour: str, width: float, *, closed: bool) -> Path:
    first, *rest = corners
    end = (Segment("close"),) if closed else ()
    lines = (Segment("line", (corner,)) for corner in rest)
    return Path((Segment("move", (first,)), *lines, *end), stroke=colour, stroke_width=width)
