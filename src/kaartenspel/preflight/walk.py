"""What a page paints, in order, with its box in mm from the page's top-left corner. Type and lines are points."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pikepdf
from pikepdf import Matrix

MILLIMETRES = 25.4 / 72
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing painted: `space` is gray, rgb, cmyk or other, `ink` its total in per cent.

    `box` is left, top, right, bottom.
    """

    sort: str
    box: Box
    space: str = "gray"
    ink: float = 0.0
    size: float = 0.0
    columns: int = 0
    picture: Any = None


@dataclass(slots=True)
class _State:
    matrix: Matrix
    fill: tuple[str, tuple[float, ...]] = ("gray", (0.0,))
    stroke: tuple[str, tuple[float, ...]] = ("gray", (0.0,))
    width: float = 1.0
    size: float = 0.0
    at: Matrix = field(default_factory=Matrix)


_SPACES = {"g": "gray", "G": "gray", "rg": "rgb", "RG": "rgb", "k": "cmyk", "K": "cmyk"}
_PATHS = {"m", "l", "c", "v", "y", "re"}


def marks(page: pikepdf.Page) -> list[Mark]:
    """All that a page paints, forms included."""
    left, _low, _right, high = (float(side) for side in page.mediabox)
    return list(_walk(page, page.obj.Resources, _State(Matrix(1, 0, 0, -1, -left, high))))


def total(colour: tuple[str, tuple[float, ...]]) -> float:
    """The total ink of a colour in per cent."""
    space, parts = colour
    return 100 * (sum(parts) if space == "cmyk" else 1 - parts[0] if space == "gray" else 0)


def _walk(source: Any, resources: Any, state: _State) -> Iterator[Mark]:  # noqa: C901, PLR0912  a table of operators
    stack: list[_State] = []
    corners: list[tuple[float, float]] = []
    for step in pikepdf.parse_content_stream(source):
        operands: Any = step.operands
        name = str(step.operator)
        if name == "q":
            stack.append(replace(state))
        elif name == "Q":
            state = stack.pop()
        elif name == "cm":
            state.matrix = Matrix(operands) @ state.matrix
        elif name in _SPACES:
            colour = (_SPACES[name], tuple(map(float, operands)))
            state.fill, state.stroke = (colour, state.stroke) if name.islower() else (state.fill, colour)
        elif name in ("cs", "CS", "sc", "SC", "scn", "SCN"):
            colour = ("other", ())
            state.fill, state.stroke = (colour, state.stroke) if name.islower() else (state.fill, colour)
        elif name == "w":
            state.width = float(operands[0])
        elif name in _PATHS:
            corners += _corners(name, [float(value) for value in operands], state.matrix)
        elif name in ("f", "f*", "F", "B", "B*", "b", "b*", "S", "s", "n"):
            yield from _painted(name, corners, state)
            corners = []
        elif name == "BT":
            state.at = Matrix()
        elif name == "Tf":
            state.size = float(operands[1])
        elif name in ("Td", "TD"):
            state.at = Matrix(1, 0, 0, 1, float(operands[0]), float(operands[1])) @ state.at
        elif name == "Tm":
            state.at = Matrix(operands)
        elif name in ("Tj", "TJ"):
            yield _text(state)
        elif name == "Do":
            yield from _called(resources.XObject[str(operands[0])], resources, state)


def _corners(name: str, values: list[float], matrix: Matrix) -> list[tuple[float, float]]:
    if name == "re":
        x, y, width, height = values
        values = [x, y, x + width, y + height]
    pairs = zip(values[::2], values[1::2], strict=True)
    return [matrix.transform(pair) for pair in pairs]


def _painted(name: str, corners: list[tuple[float, float]], state: _State) -> Iterator[Mark]:
    if not corners or name == "n":
        return
    box = _box(corners)
    if name[0] in "fFBb":
        yield Mark("fill", box, state.fill[0], total(state.fill))
    if name[0] in "SsBb":
        scale = abs(state.matrix.a * state.matrix.d - state.matrix.b * state.matrix.c) ** 0.5
        yield Mark("stroke", box, state.stroke[0], total(state.stroke), state.width * scale)


def _text(state: _State) -> Mark:
    whole = state.at @ state.matrix
    scale = abs(whole.a * whole.d - whole.b * whole.c) ** 0.5
    corner = whole.transform((0, 0))
    return Mark("text", _box([corner]), state.fill[0], total(state.fill), state.size * scale)


def _called(item: Any, resources: Any, state: _State) -> Iterator[Mark]:
    if item.Subtype == "/Form":
        inner = replace(state, matrix=Matrix(item.get("/Matrix", Matrix())) @ state.matrix)
        yield from _walk(item, item.get("/Resources", resources), inner)
        return
    box = _box([state.matrix.transform((0, 0)), state.matrix.transform((1, 1))])
    space = {"/DeviceGray": "gray", "/DeviceRGB": "rgb", "/DeviceCMYK": "cmyk"}.get(
        str(item.get("/ColorSpace")), "other"
    )
    yield Mark("picture", box, space, columns=int(item.Width), picture=item)


def _box(corners: list[tuple[float, float]]) -> Box:
    across, down = [x * MILLIMETRES for x, _y in corners], [y * MILLIMETRES for _x, y in corners]
    return min(across), min(down), max(across), max(down)
