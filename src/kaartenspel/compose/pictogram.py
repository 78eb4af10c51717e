"""Pictograms and patterns of a kind, drawn from the theme's data. Lengths are mm."""

import re
from collections.abc import Iterator

from kaartenspel.drawing import Path, Point, Rect, Segment, disc, polygon, rectangle

FIELD = 24.0
"""The side of the square in which pictograms are drawn."""
_TOKEN = re.compile(r"[MLHVCZ]|-?\d+(?:\.\d+)?")


def pictogram(outline: str, box: Rect, fill: str | None, stroke: str | None = None, width: float = 0.0) -> Path:
    """A pictogram fitted to the width of a box, from an SVG path with absolute M, L, H, V, C and Z."""
    scale = box.width / FIELD
    segments = tuple(
        Segment(segment.kind, tuple((box.x + x * scale, box.y + y * scale) for x, y in segment.points))
        for segment in _segments(outline)
    )
    return Path(segments, fill=fill, stroke=stroke, stroke_width=width)


def _segments(outline: str) -> Iterator[Segment]:
    """The steps of a path in its own square; raises ValueError for what is no such path."""
    tokens = _TOKEN.findall(outline)
    if "".join(tokens) != re.sub(r"[\s,]", "", outline):
        raise ValueError(outline)
    at: Point = (0.0, 0.0)
    while tokens:
        command = tokens.pop(0)
        count = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Z": 0}[command]
        numbers = [float(tokens.pop(0)) for _number in range(count)]
        points = _points(command, numbers, at)
        at = points[-1] if points else at
        yield Segment({"M": "move", "C": "curve", "Z": "close"}.get(command, "line"), points)  # type: ignore[arg-type]


def _points(command: str, numbers: list[float], at: Point) -> tuple[Point, ...]:
    """The points of one command."""
    if command == "H":
        return ((numbers[0], at[1]),)
    if command == "V":
        return ((at[0], numbers[0]),)
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))


def pattern(name: str, box: Rect, colour: str) -> tuple[Path, ...]:
    """A pattern that fills a low strip from side to side: it tells kinds apart without colour."""
    height = box.height
    if name == "dots":
        step = height * 1.6
        middle = box.y + height / 2
        return tuple(disc(x, middle, height * 0.42, colour) for x in _marks(box.x + step / 2, box.right, step))
    if name == "bars":
        return tuple(
            rectangle(Rect(x, box.y, height * 0.7, height), colour) for x in _marks(box.x, box.right, height * 1.5)
        )
    if name == "slant":
        return tuple(
            polygon(
                ((x, box.bottom), (x + height, box.y), (x + 1.9 * height, box.y), (x + 0.9 * height, box.bottom)),
                colour,
            )
            for x in _marks(box.x - height, box.right, height * 2)
        )
    if name == "lines":
        third = height / 3
        return tuple(rectangle(Rect(box.x, box.y + top, box.width, third), colour) for top in (0.0, 2 * third))
    return ()


def _marks(start: float, stop: float, step: float) -> Iterator[float]:
    """Places from start to stop, a step apart."""
    for index in range(int((stop - start) / step) + 1):
        if start + index * step < stop:
            yield start + index * step


def mixed(colour: str, other: str, share: float) -> str:
    """A colour with a share (0 to 1) of another."""
    pairs = zip(_rgb(colour), _rgb(other), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in pairs)


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
