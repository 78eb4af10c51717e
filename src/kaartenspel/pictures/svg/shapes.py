"""The shapes of SVG as steps of a path, in the shape's own units (SVG 2, chapter 10)."""

from collections.abc import Callable

from kaartenspel.drawing import Point, Segment
from kaartenspel.pictures.svg.data import segments
from kaartenspel.pictures.svg.matrix import numbers
from kaartenspel.pictures.svg.reasons import misread
from kaartenspel.pictures.svg.style import length

K = 0.5522847498
"""How far the controls of a quarter of a circle lie from its ends, in radii."""
Attributes = dict[str, str]


def outline(name: str, attributes: Attributes) -> list[Segment]:
    """The outline of a shape; empty where it has no size."""
    return SHAPES[name](attributes)


def _path(attributes: Attributes) -> list[Segment]:
    text = attributes.get("d", "").strip()
    return segments(text) if text and text != "none" else []


def _rect(attributes: Attributes) -> list[Segment]:
    x, y, width, height = (_length(attributes, key) for key in ("x", "y", "width", "height"))
    if width <= 0 or height <= 0:
        return []
    rx, ry = _radii(attributes)
    rx, ry = min(rx, width / 2), min(ry, height / 2)
    right, bottom = x + width, y + height
    if not rx or not ry:
        return _polygon([(x, y), (right, y), (right, bottom), (x, bottom)])
    p, q = rx * (1 - K), ry * (1 - K)
    corners: tuple[tuple[Point, Point, Point, Point], ...] = (
        ((right - rx, y), (right - p, y), (right, y + q), (right, y + ry)),
        ((right, bottom - ry), (right, bottom - q), (right - p, bottom), (right - rx, bottom)),
        ((x + rx, bottom), (x + p, bottom), (x, bottom - q), (x, bottom - ry)),
        ((x, y + ry), (x, y + q), (x + p, y), (x + rx, y)),
    )
    steps = [Segment("move", ((x + rx, y),))]
    for start, first, second, end in corners:
        steps += [Segment("line", (start,)), Segment("curve", (first, second, end))]
    return [*steps, Segment("close")]


def _radii(attributes: Attributes) -> tuple[float, float]:
    """The radii of a rectangle's corners: one that is missing is as the other."""
    given = [attributes.get(key) for key in ("rx", "ry")]
    across, down = (length(text) if text not in (None, "auto") and text else None for text in given)
    return max(0.0, across if across is not None else down or 0.0), max(
        0.0, down if down is not None else across or 0.0
    )


def _circle(attributes: Attributes) -> list[Segment]:
    radius = _length(attributes, "r")
    return _oval(attributes, radius, radius)


def _ellipse(attributes: Attributes) -> list[Segment]:
    rx, ry = _radii(attributes)
    return _oval(attributes, rx, ry)


def _oval(attributes: Attributes, rx: float, ry: float) -> list[Segment]:
    x, y = _length(attributes, "cx"), _length(attributes, "cy")
    if rx <= 0 or ry <= 0:
        return []
    p, q = K * rx, K * ry
    quarters: tuple[tuple[Point, Point, Point], ...] = (
        ((x + rx, y + q), (x + p, y + ry), (x, y + ry)),
        ((x - p, y + ry), (x - rx, y + q), (x - rx, y)),
        ((x - rx, y - q), (x - p, y - ry), (x, y - ry)),
        ((x + p, y - ry), (x + rx, y - q), (x + rx, y)),
    )
    curves = [Segment("curve", quarter) for quarter in quarters]
    return [Segment("move", ((x + rx, y),)), *curves, Segment("close")]


def _line(attributes: Attributes) -> list[Segment]:
    x1, y1, x2, y2 = (_length(attributes, key) for key in ("x1", "y1", "x2", "y2"))
    return [Segment("move", ((x1, y1),)), Segment("line", ((x2, y2),))]


def _points(attributes: Attributes) -> list[Point]:
    values = numbers(attributes.get("points", ""))
    if len(values) % 2:
        raise misread(attributes["points"])
    return list(zip(values[::2], values[1::2], strict=True))


def _polyline(attributes: Attributes) -> list[Segment]:
    points = _points(attributes)
    return [Segment("line" if index else "move", (point,)) for index, point in enumerate(points)]


def _polygon(points: list[Point]) -> list[Segment]:
    steps = [Segment("line" if index else "move", (point,)) for index, point in enumerate(points)]
    return [*steps, Segment("close")] if steps else []


def _length(attributes: Attributes, key: str) -> float:
    return length(attributes.get(key, "0"))


SHAPES: dict[str, Callable[[Attributes], list[Segment]]] = {
    "path": _path,
    "rect": _rect,
    "circle": _circle,
    "ellipse": _ellipse,
    "line": _line,
    "polyline": _polyline,
    "polygon": lambda attributes: _polygon(_points(attributes)),
}
