"""Drawings on a sheet: where each comes to lie, how it is turned, and what of it may show."""

from collections.abc import Callable, Iterator
from math import cos, radians, sin

from kaartenspel.drawing import Adjustment, Drawing, Figure, Modules, Path, Picture, Placed, Rect, Sheet, Text
from kaartenspel.outputs.content import Content
from kaartenspel.outputs.points import number, points, thousandths

_MILLIMETRES_PER_POINT = 25.4 / 72


def sheet_content(sheet: Sheet, content: Callable[[Drawing], Content]) -> Content:
    """The placed drawings of a sheet, then its marks. `content` gives a drawing's operators or a call of its form."""
    operators: list[str] = []
    forms: dict[str, None] = {}
    for placed in sheet.placed:
        _place(placed, sheet, content(placed.drawing), operators, forms)
    if sheet.adjust is not None:
        operators = ["q", _moved(sheet), *operators, "Q"]
    if sheet.marks is not None:
        _place(Placed(sheet.marks, 0, 0), sheet, content(sheet.marks), operators, forms)
    return Content("\n".join(operators), tuple(forms))


def _place(placed: Placed, sheet: Sheet, drawn: Content, operators: list[str], forms: dict[str, None]) -> None:
    """Add a placed drawing to what is drawn so far."""
    operators += ["q", *_clip(placed.clip, sheet.height), _matrix(placed, sheet.height), drawn.operators, "Q"]
    forms.update(dict.fromkeys(drawn.forms))


def _moved(sheet: Sheet) -> str:
    """The whole side scaled and turned about its middle and then shifted, with y upwards."""
    move = sheet.adjust or Adjustment()
    x, y, angle = sheet.width / 2, sheet.height / 2, radians(move.rotation)
    a, b = cos(angle) * move.scale_x, -sin(angle) * move.scale_x
    c, d = sin(angle) * move.scale_y, cos(angle) * move.scale_y
    right, up = x + move.right - (a * x + c * y), y - move.down - (b * x + d * y)
    turn = " ".join(f"{round(part, 8) + 0.0:.8g}" for part in (a, b, c, d))
    return f"{turn} {points(right)} {points(up)} cm"


def bounds(drawing: Drawing) -> Rect:
    """A box in millimetres that certainly holds all that the drawing paints: a form shows nothing outside its box."""
    corners = [(0.0, 0.0), (drawing.width, drawing.height)]
    for item in drawing.items:
        match item:
            case Text():
                em = item.size * _MILLIMETRES_PER_POINT
                long = 2 * em * len(item.text)
                down = long if item.turn else em
                corners += [(item.x - em, item.y - 2 * em), (item.x + (2 * em if item.turn else long), item.y + down)]
            case Path():
                corners += [corner for segment in item.segments for corner in _around(segment.points, item)]
            case Modules():
                corners += [(item.x, item.y), (item.x + item.side, item.y + item.side)]
            case Picture() | Figure():
                corners += [(item.x, item.y), (item.x + item.width, item.y + item.height)]
    left, top = (min(corner[axis] for corner in corners) for axis in (0, 1))
    right, bottom = (max(corner[axis] for corner in corners) for axis in (0, 1))
    return Rect(left, top, right - left, bottom - top)


def _around(corners: tuple[tuple[float, float], ...], path: Path) -> Iterator[tuple[float, float]]:
    # A mitred corner reaches half the miter limit out, a square end 0.71 of a width.
    reach = max(path.miter / 2, 0.75) * path.stroke_width
    for x, y in corners:
        yield from ((x - reach, y - reach), (x + reach, y + reach))


def _matrix(placed: Placed, height: float) -> str:
    """From the drawing (y upwards from its top-left corner) to the sheet (y upwards from its lower edge)."""
    across, down = placed.drawing.width, placed.drawing.height
    x, y = placed.x, height - placed.y
    turns = {
        0: ("1 0 0 1", x, y),
        90: ("0 -1 1 0", x + down, y),
        180: ("-1 0 0 -1", x + across, y - down),
        270: ("0 1 -1 0", x, y - across),
    }
    turn, right, up = turns[placed.turn]
    return f"{turn} {points(right)} {points(up)} cm"


def _clip(clip: Rect | None, height: float) -> tuple[str, ...]:
    if clip is None:
        return ()
    left, right = thousandths(clip.x), thousandths(clip.right)
    low, high = thousandths(height - clip.bottom), thousandths(height - clip.y)
    return (f"{number(left)} {number(low)} {number(right - left)} {number(high - low)} re W n",)
