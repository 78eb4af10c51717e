"""Transformations: (a b c d e f) takes x, y to a·x + c·y + e, b·x + d·y + f (SVG 2, 8.5)."""

import math
import re
from collections.abc import Callable

from kaartenspel.drawing import Point
from kaartenspel.pictures.svg.reasons import Unsupported, misread

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"
_CALL = re.compile(r"\s*,?\s*([a-zA-Z]+)\s*\(([^()]*)\)\s*")
_GAP = re.compile(r"[\s,]+")


def apply(matrix: Matrix, point: Point) -> Point:
    """Where a point comes to lie."""
    a, b, c, d, e, f = matrix
    x, y = point
    return a * x + c * y + e, b * x + d * y + f


def after(outer: Matrix, inner: Matrix) -> Matrix:
    """First the inner, then the outer."""
    a, b, c, d, _e, _f = outer
    p, q, r, s, t, u = inner
    e, f = apply(outer, (t, u))
    return a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, e, f


def scale_of(matrix: Matrix) -> float:
    """By how much lengths grow; Unsupported where that depends on their direction (a line would change its width)."""
    a, b, c, d, _e, _f = matrix
    across, down = math.hypot(a, b), math.hypot(c, d)
    if abs(across - down) > 1e-3 * max(across, down) or abs(a * c + b * d) > 1e-3 * across * down:
        raise Unsupported("stroke")
    return across


def numbers(text: str) -> list[float]:
    """Numbers parted by spaces and commas."""
    parts = [part for part in _GAP.split(text.strip()) if part]
    if not all(re.fullmatch(NUMBER, part) for part in parts):
        raise misread(text)
    found = [float(part) for part in parts]
    if not all(math.isfinite(number) and abs(number) < 1e9 for number in found):
        raise misread(text)
    return found


def transform(text: str) -> Matrix:
    """What a `transform` attribute says."""
    matrix, at = IDENTITY, 0
    while at < len(text.strip()):
        call = _CALL.match(text.strip(), at)
        if call is None:
            raise misread(text)
        name, values = call.group(1), numbers(call.group(2))
        if name not in _FUNCTIONS or len(values) not in _FUNCTIONS[name][0]:
            raise misread(text)
        matrix = after(matrix, _FUNCTIONS[name][1](values))
        at = call.end()
    return matrix


def _rotate(values: list[float]) -> Matrix:
    turn = math.radians(values[0])
    cos, sin = math.cos(turn), math.sin(turn)
    x, y = values[1:] or (0.0, 0.0)
    return cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y


_FUNCTIONS: dict[str, tuple[tuple[int, ...], Callable[[list[float]], Matrix]]] = {
    "matrix": ((6,), lambda v: (v[0], v[1], v[2], v[3], v[4], v[5])),
    "translate": ((1, 2), lambda v: (1.0, 0.0, 0.0, 1.0, v[0], v[1] if len(v) > 1 else 0.0)),
    "scale": ((1, 2), lambda v: (v[0], 0.0, 0.0, v[-1], 0.0, 0.0)),
    "rotate": ((1, 3), _rotate),
    "skewX": ((1,), lambda v: (1.0, 0.0, math.tan(math.radians(v[0])), 1.0, 0.0, 0.0)),
    "skewY": ((1,), lambda v: (1.0, math.tan(math.radians(v[0])), 0.0, 1.0, 0.0, 0.0)),
}
