"""Pictograms and patterns of a kind, drawn from the theme's data. Lengths are mm."""

import math
import re
from collections.abc import Iterator
from functools import lru_cache

from kaartenspel.drawing import Path, Point, Rect, Segment, disc, polygon, rectangle

FIELD = 24.0
"""The side of the square in which pictograms are drawn."""
_TOKEN = re.compile(r"[MLHVCZ]|-?\d+(?:\.\d+)?")


@lru_cache(maxsize=256)
def pictogram(outline: str, box: Rect, fill: str | None, stroke: str | None = None, width: float = 0.0) -> Path:
    """A pictogram fitted to the width of a box, from an SVG path with absolute M, L, H, V, C and Z.

    Equal ones are one object: it stands on thousands of cards, and whoever writes it writes it once.
    """
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


@lru_cache(maxsize=256)
def pattern(name: str, strip: Rect, colour: str, trim: Rect) -> tuple[Path, ...]:
    """A pattern that fills a low strip from side to side: it tells kinds apart without colour.

    Its rhythm comes out even on the trim, so that it is the same at both sides of a card, and goes on in the bleed.
    """
    height = strip.height
    if name == "lines":
        third = height / 3
        return tuple(rectangle(Rect(strip.x, strip.y + top, strip.width, third), colour) for top in (0.0, 2 * third))
    if name not in _RHYTHM:
        return ()
    step = trim.width / max(1, round(trim.width / (height * _RHYTHM[name])))
    first = trim.x - step * math.ceil((trim.x - strip.x) / step)
    marks = [first + step * index for index in range(math.ceil((strip.right - first) / step))]
    return tuple(shape for x in marks for shape in _mark(name, Rect(x, strip.y, step, height), colour, strip))


_RHYTHM = {"dots": 1.6, "bars": 1.5, "slant": 2.0}
"""The distance of one mark to the next, to the height of the strip."""


def _mark(name: str, cell: Rect, colour: str, strip: Rect) -> tuple[Path, ...]:
    """One mark of a pattern in the middle of its cell, where it lies wholly in the strip."""
    middle, height = cell.x + cell.width / 2, cell.height
    half = {"dots": 0.42, "bars": 0.35, "slant": 0.75}[name] * height
    if middle - half < strip.x or middle + half > strip.right:
        return ()
    if name == "dots":
        return (disc(middle, cell.y + height / 2, half, colour),)
    if name == "bars":
        return (rectangle(Rect(middle - half, cell.y, 2 * half, height), colour),)
    left, right = middle - half, middle + half
    thick = 0.75 * height
    return (
        polygon(((left, cell.bottom), (right - thick, cell.y), (right, cell.y), (left + thick, cell.bottom)), colour),
    )


@lru_cache(maxsize=256)
def mixed(colour: str, other: str, share: float) -> str:
    """A colour with a share (0 to 1) of another."""
    pairs = zip(_rgb(colour), _rgb(other), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in pairs)


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
