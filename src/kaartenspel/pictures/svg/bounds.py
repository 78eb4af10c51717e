"""The box that a path fills, curves measured where they turn and not at their controls."""

import math
from collections.abc import Iterable, Iterator

from kaartenspel.drawing import Path, Point, Rect


def bounds(path: Path) -> Rect | None:
    """The box of an outline with half the width of its line around it; None for a path without points."""
    points = list(_points(path))
    if not points:
        return None
    left, top = (min(point[axis] for point in points) for axis in (0, 1))
    right, bottom = (max(point[axis] for point in points) for axis in (0, 1))
    return Rect(left, top, right - left, bottom - top).grown(path.stroke_width / 2 if path.stroke else 0.0)


def _points(path: Path) -> Iterator[Point]:
    at: Point = (0.0, 0.0)
    for step in path.segments:
        if step.kind == "curve":
            first, second, end = step.points
            shares = {share for axis in (0, 1) for share in _turns(at[axis], first[axis], second[axis], end[axis])}
            yield from _on(at, first, second, end, sorted(shares))
        yield from step.points[-1:]
        at = step.points[-1] if step.points else at


def _turns(a: float, b: float, c: float, d: float) -> Iterator[float]:
    """Where along the curve a coordinate is largest or smallest: the noughts of its slope."""
    p, q, r = -a + 3 * b - 3 * c + d, 2 * (a - 2 * b + c), b - a
    if abs(p) < 1e-12:
        roots = [-r / q] if abs(q) > 1e-12 else []
    else:
        root = q * q - 4 * p * r
        roots = [(-q + sign * math.sqrt(root)) / (2 * p) for sign in (-1, 1)] if root >= 0 else []
    yield from (share for share in roots if 0 < share < 1)


def _on(a: Point, b: Point, c: Point, d: Point, shares: Iterable[float]) -> Iterator[Point]:
    for t in shares:
        s = 1 - t
        weights = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
        x, y = (sum(w * point[axis] for w, point in zip(weights, (a, b, c, d), strict=True)) for axis in (0, 1))
        yield x, y
