"""A drawing as the operators of a PDF's content stream, seen from its top-left corner with y upwards, in points.

Each change of font, colour or line is written only where it is needed. A drawing starts from the format's own
defaults (black, 1 pt, no dash), which whoever places it must leave as they are.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kaartenspel.drawing import Colour, Drawing, Modules, Path, Text
from kaartenspel.outputs.codes import Codes
from kaartenspel.outputs.points import colour, number, points, thousandths
from kaartenspel.outputs.survey import Rows
from kaartenspel.outputs.symbol import symbol

BLACK = "#000000"
_PER_MILLIMETRE = 72 / 25.4
_OPERATORS = {"move": "m", "line": "l", "curve": "c", "close": "h"}


@dataclass(frozen=True, slots=True)
class Content:
    """Operators, and the names of the forms that they call."""

    operators: str
    forms: tuple[str, ...] = ()


def drawing_content(drawing: Drawing, codes: Mapping[str, Codes], symbols: Mapping[Rows, str]) -> Content:
    """The items of a drawing in paint order."""
    painter = _Painter(codes, symbols)
    for item in drawing.items:
        match item:
            case Text():
                painter.text(item)
            case Path():
                painter.path(item)
            case Modules():
                painter.modules(item)
    painter.end_text()
    return Content("\n".join(painter.operators), tuple(painter.forms))


class _Painter:
    """What was written so far, and the state of the page's graphics at that point."""

    def __init__(self, codes: Mapping[str, Codes], symbols: Mapping[Rows, str]) -> None:
        self.operators: list[str] = []
        self.forms: dict[str, None] = {}
        self._codes = codes
        self._symbols = symbols
        self._state: dict[str, str] = {"fill": "0 g", "stroke": "0 G", "width": "1 w", "dash": "[] 0 d"}
        self._pen: tuple[int, int] | None = None

    def text(self, text: Text) -> None:
        """A run on its baseline; runs in a row share one text object, each placed from the one before."""
        if not text.text:
            return
        self._set("fill", colour(text.colour))
        if self._pen is None:
            self.operators.append("BT")
            self._pen = (0, 0)
        x, y = thousandths(text.x), -thousandths(text.y)
        self.operators.append(f"{number(x - self._pen[0])} {number(y - self._pen[1])} Td")
        self._pen = (x, y)
        codes, size = self._codes[text.face], number(round(text.size * 1000))
        for name, part in codes.runs(text.text):
            self._set("font", f"{name} {size} Tf")
            self.operators.append(codes.show(text.text[part], text.kerns[part]))

    def end_text(self) -> None:
        """Leave the text object, if in one."""
        if self._pen is not None:
            self.operators.append("ET")
            self._pen = None

    def path(self, path: Path) -> None:
        """An outline, filled, stroked or both."""
        if path.fill is None and path.stroke is None:
            return
        self.end_text()
        if path.fill is not None:
            self._set("fill", colour(path.fill))
        if path.stroke is not None:
            self._stroke(path.stroke, path.stroke_width, path.dash)
        for segment in path.segments:
            places = [f"{points(x)} {points(-y)}" for x, y in segment.points]
            self.operators.append(" ".join((*places, _OPERATORS[segment.kind])))
        self.operators.append(_paint(path))

    def modules(self, modules: Modules) -> None:
        """A QR symbol, in place or by its form."""
        self.end_text()
        self._set("fill", colour(BLACK))
        scale = f"{modules.module * _PER_MILLIMETRE:.6g}"
        self.operators.append(f"q {scale} 0 0 -{scale} {points(modules.x)} {points(-modules.y)} cm")
        name = self._symbols.get(modules.rows)
        if name is not None:
            self.forms[name] = None
        self.operators.append(f"/{name} Do Q" if name is not None else f"{symbol(modules.rows)} Q")

    def _stroke(self, stroke: Colour, width: float, dash: tuple[float, ...]) -> None:
        self._set("stroke", colour(stroke, stroke=True))
        self._set("width", f"{points(width)} w")
        self._set("dash", f"[{' '.join(map(points, dash))}] 0 d")

    def _set(self, key: str, operator: str) -> None:
        if self._state.get(key) != operator:
            self._state[key] = operator
            self.operators.append(operator)


def _paint(path: Path) -> str:
    if path.stroke is None:
        return "f"
    return "S" if path.fill is None else "B"
