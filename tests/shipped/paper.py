"""Geometry of paper from what is drawn on it: cut marks, pieces, what lies behind what. Lengths are mm."""

from collections.abc import Iterable, Sequence
from itertools import product

from pdfpaths import Box, Point, Shape

CLOSE = 0.05
"""How far a line may stand from where it belongs."""
RULE = 50.0


def lines(shapes: Iterable[Shape]) -> list[tuple[Point, Point]]:
    """The thin black strokes of one straight line: cut marks, the control rule, the fold line."""
    return [
        shape.lines[0]
        for shape in shapes
        if shape.paint == "stroke" and len(shape.lines) == 1 and not any(shape.colour) and shape.width < 0.2
    ]


def length(stroke: tuple[Point, Point]) -> float:
    (x, y), (right, down) = stroke
    return float(((right - x) ** 2 + (down - y) ** 2) ** 0.5)


def rules(shapes: Iterable[Shape]) -> list[tuple[Point, Point]]:
    """The control rules: lines with a tick across each end."""
    found = lines(shapes)
    middles = [_halfway(stroke) for stroke in found if length(stroke) < 3]
    return [stroke for stroke in found if all(_near(end, middles) for end in stroke)]


def cuts(shapes: Iterable[Shape]) -> tuple[list[float], list[float]]:
    """The x of each upright cut and the y of each level one; each cut must be marked at both its ends."""
    shapes = list(shapes)
    ends = [end for stroke in rules(shapes) for end in stroke]
    marks = [stroke for stroke in lines(shapes) if 0.5 < length(stroke) < 6 and not _near(_halfway(stroke), ends)]
    xs = [start[0] for start, end in marks if abs(start[0] - end[0]) < CLOSE / 10]
    ys = [start[1] for start, end in marks if abs(start[1] - end[1]) < CLOSE / 10]
    assert len(xs) + len(ys) == len(marks), "a cut mark is not straight"
    return _pairs(xs), _pairs(ys)


def _pairs(places: list[float]) -> list[float]:
    """Each place once; every one of them is there twice."""
    ordered = sorted(places)
    assert len(ordered) % 2 == 0, "a cut has a mark at one end only"
    assert all(abs(a - b) < CLOSE for a, b in zip(ordered[::2], ordered[1::2], strict=True)), "marks of a cut differ"
    return ordered[::2]


def between(xs: Sequence[float], ys: Sequence[float], width: float, height: float) -> list[Box]:
    """The cards between the cuts, row by row."""
    across = [(a, b) for a in xs for b in xs if abs(b - a - width) < CLOSE]
    down = [(a, b) for a in ys for b in ys if abs(b - a - height) < CLOSE]
    assert {x for pair in across for x in pair} == set(xs), "a cut is not a card's edge"
    assert {y for pair in down for y in pair} == set(ys), "a cut is not a card's edge"
    return [Box(x, y, right - x, low - y) for (y, low), (x, right) in product(down, across)]


def pieces(across: float, down: float, width: float, height: float, *, half: bool) -> list[Box]:
    """Paper cut in equal pieces; with a fold, the fronts' half alone."""
    columns, rows = max(1, round(across / width)), max(1, round(down / height))
    shown_columns = columns // 2 if half and columns % 2 == 0 else columns
    shown_rows = rows // 2 if half and columns % 2 else rows
    wide, high = across / columns, down / rows
    return [Box(n * wide, m * high, wide, high) for m in range(shown_rows) for n in range(shown_columns)]


def behind(box: Box, media: Box, upright: bool) -> Box:
    """Where a place of the front lies on the side behind it (or on the other half, once folded)."""
    if upright:
        return Box(media.width - box.x - box.width, box.y, box.width, box.height)
    return Box(box.x, media.height - box.y - box.height, box.width, box.height)


def holds(box: Box, place: Point) -> bool:
    return box.x <= place[0] <= box.x + box.width and box.y <= place[1] <= box.y + box.height


def corners(shape: Shape) -> tuple[float, float, float, float]:
    """The left, top, right and bottom of the straight lines of a shape."""
    places = [place for stroke in shape.lines for place in stroke]
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return min(xs), min(ys), max(xs), max(ys)


def middle(shape: Shape) -> Point:
    left, top, right, bottom = corners(shape)
    return (left + right) / 2, (top + bottom) / 2


def _halfway(stroke: tuple[Point, Point]) -> Point:
    (x, y), (right, down) = stroke
    return (x + right) / 2, (y + down) / 2


def _near(place: Point, others: Iterable[Point]) -> bool:
    return any(abs(place[0] - x) < CLOSE and abs(place[1] - y) < CLOSE for x, y in others)
