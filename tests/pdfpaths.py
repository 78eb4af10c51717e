"""The paths of a page as they lie on the paper, read from its content streams with pikepdf (part of pdfkit)."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Literal

import pikepdf
from pikepdf import Matrix

MILLIMETRE = 25.4 / 72
Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """A rectangle along the page's axes by its top-left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Shape:
    """A painted path (or a clip): its straight lines, its axis-parallel rectangles, all its corners."""

    paint: Literal["fill", "stroke", "both", "clip"]
    lines: tuple[tuple[Point, Point], ...]
    boxes: tuple[Box, ...]
    width: float
    colour: tuple[float, ...]


@dataclass
class _State:
    matrix: Matrix
    width: float = 1.0
    fill: tuple[float, ...] = (0.0,)
    stroke: tuple[float, ...] = (0.0,)


_PAINTS = {"f": "fill", "F": "fill", "f*": "fill", "S": "stroke", "s": "stroke"}
_PAINTS |= dict.fromkeys(("B", "B*", "b", "b*"), "both")
_CLOSING = {"s", "b", "b*"}


@dataclass
class Walk:
    """A walk through a content stream, with the state of the graphics and the path so far."""

    lines: list[tuple[Point, Point]] = field(default_factory=list)
    start: Point = (0, 0)
    pen: Point = (0, 0)
    clips: bool = False

    def shapes(self, stream: Any, resources: Any, matrix: Matrix) -> Iterator[Shape]:
        """The shapes of a page or a form; `matrix` leads from its own space to millimetres."""
        yield from self._walk(stream, resources, _State(matrix))

    def _walk(self, stream: Any, resources: Any, state: _State) -> Iterator[Shape]:
        kept: list[_State] = []
        for step in pikepdf.parse_content_stream(stream):
            name, values = str(step.operator), list(step.operands)
            if name == "q":
                kept.append(replace(state))
            elif name == "Q":
                state = kept.pop()
            elif name == "cm":
                state.matrix = Matrix(*map(float, values)) @ state.matrix
            elif name == "Do":
                yield from self._form(resources.XObject[str(values[0])], resources, state)
            elif name in _PAINTS or name == "n":
                yield from self._paint(name, state)
            else:
                self._other(name, values, state)

    def _form(self, form: Any, resources: Any, state: _State) -> Iterator[Shape]:
        if form.get("/Subtype") == "/Form":
            inner = Matrix(*map(float, form.get("/Matrix", (1, 0, 0, 1, 0, 0)))) @ state.matrix
            # A form begins with the state in which it is called.
            yield from Walk()._walk(form, form.get("/Resources", resources), replace(state, matrix=inner))

    def _other(self, name: str, values: list[Any], state: _State) -> None:
        if name == "w":
            state.width = float(values[0])
        elif name in {"g", "rg", "k"}:
            state.fill = tuple(map(float, values))
        elif name in {"G", "RG", "K"}:
            state.stroke = tuple(map(float, values))
        elif name in {"W", "W*"}:
            self.clips = True
        elif name in {"m", "l", "c", "v", "y", "re", "h"}:
            self._step(name, [float(value) for value in values], state.matrix)

    def _step(self, name: str, values: list[float], matrix: Matrix) -> None:
        if name == "re":
            self._rectangle(values, matrix)
        elif name == "h":
            self._line_to(self.start)
        else:
            place = matrix.transform((values[-2], values[-1]))
            if name == "l":
                self._line_to(place)
            self.pen = place
            self.start = place if name == "m" else self.start

    def _line_to(self, place: Point) -> None:
        if place != self.pen:
            self.lines.append((self.pen, place))
        self.pen = place

    def _rectangle(self, values: list[float], matrix: Matrix) -> None:
        x, y, width, height = values
        corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
        places = [matrix.transform(corner) for corner in corners]
        self.lines += list(zip(places, places[1:] + places[:1], strict=True))

    def _paint(self, name: str, state: _State) -> Iterator[Shape]:
        if name in _CLOSING:
            self._line_to(self.start)
        lines, boxes = tuple(self.lines), tuple(_rectangles(self.lines))
        width = state.width * math.sqrt(abs(state.matrix.a * state.matrix.d - state.matrix.b * state.matrix.c))
        if self.clips:
            yield Shape("clip", lines, boxes, 0, ())
        if name != "n":
            colour = state.stroke if _PAINTS[name] == "stroke" else state.fill
            yield Shape(_PAINTS[name], lines, boxes, width, colour)  # type: ignore[arg-type]
        self.lines, self.clips = [], False


def _rectangles(lines: list[tuple[Point, Point]]) -> Iterator[Box]:
    """Rectangles along the axes among closed rings of four lines."""
    index = 0
    while index + 4 <= len(lines):
        ring = lines[index : index + 4]
        if _is_rectangle(ring):
            xs, ys = [start[0] for start, _ in ring], [start[1] for start, _ in ring]
            yield Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
            index += 4
        else:
            index += 1


def _is_rectangle(ring: list[tuple[Point, Point]]) -> bool:
    joined = all(ring[n][1] == ring[(n + 1) % 4][0] for n in range(4))
    straight = all(min(abs(a[0] - b[0]), abs(a[1] - b[1])) < 1e-3 for a, b in ring)
    return joined and straight
