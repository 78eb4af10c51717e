"""A drawing as the operators of a PDF's content stream, seen from its top-left corner with y upwards, in points.

Each change of font, colour or line is written only where it is needed. A drawing starts from the format's own
defaults (black, 1 pt, no dash), which whoever places it must leave as they are.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kaartenspel.drawing import Colour, Drawing, Figure, Modules, Path, Picture, Segment, Text
from kaartenspel.outputs.codes import Codes
from kaartenspel.outputs.figure import figure_drawing
from kaartenspel.outputs.points import colour, number, points, thousandths
from kaartenspel.outputs.survey import Survey
from kaartenspel.outputs.symbol import symbol

BLACK = "#000000"
_PER_MILLIMETRE = 72 / 25.4
_OPERATORS = {"move": "m", "line": "l", "curve": "c", "close": "h"}
_DEFAULTS = {
    "fill": "0 g", "stroke": "0 G", "width": "1 w", "dash": "[] 0 d", "cap": "0 J", "join": "0 j", "miter": "10 M",
}  # fmt: skip
_CAPS = {"butt": "0 J", "round": "1 J", "square": "2 J"}
_JOINS = {"miter": "0 j", "round": "1 j", "bevel": "2 j"}
MOST_OUTLINES = 1024
_outlines: dict[int, tuple[tuple[Segment, ...], str]] = {}
"""What was written for a path, by its identity: to ask whether paths are equal takes as long as to write one."""


@dataclass(frozen=True, slots=True)
class Content:
    """Operators, and the names of the forms and pictures that they call."""

    operators: str
    forms: tuple[str, ...] = ()


def drawing_content(drawing: Drawing, codes: Mapping[str, Codes], survey: Survey) -> Content:
    """The items of a drawing in paint order."""
    painter = _Painter(codes, survey)
    for item in drawing.items:
        match item:
            case Text():
                painter.text(item)
            case Path():
                painter.path(item)
            case Modules():
                painter.modules(item)
            case Picture():
                painter.picture(item)
            case Figure():
                painter.figure(item)
    painter.end_text()
    return Content("\n".join(painter.operators), tuple(painter.forms))


class _Painter:
    """What was written so far, and the state of the page's graphics at that point."""

    def __init__(self, codes: Mapping[str, Codes], survey: Survey) -> None:
        self.operators: list[str] = []
        self.forms: dict[str, None] = {}
        self._codes = codes
        self._survey = survey
        self._state: dict[str, str] = dict(_DEFAULTS)
        self._pen: tuple[int, int] | None = None

    def text(self, text: Text) -> None:
        """A run on its baseline; runs in a row share one text object, each placed from the one before."""
        if not text.text:
            return
        if text.turn:
            self._turned(text)
            return
        self._set("fill", colour(text.colour))
        if self._pen is None:
            self.operators.append("BT")
            self._pen = (0, 0)
        x, y = thousandths(text.x), -thousandths(text.y)
        self.operators.append(f"{number(x - self._pen[0])} {number(y - self._pen[1])} Td")
        self._pen = (x, y)
        codes, size = self._codes[text.face], number(round(text.size * 1000))
        if len(codes.names) == 1:
            self._set("font", f"{codes.names[0]} {size} Tf")
            self.operators.append(codes.show(text.text, text.kerns))
            return
        for name, part in codes.runs(text.text):
            self._set("font", f"{name} {size} Tf")
            self.operators.append(codes.show(text.text[part], text.kerns[part]))

    def _turned(self, text: Text) -> None:
        """A run that goes downwards, in a text object of its own."""
        self.end_text()
        self.operators.append(f"q 0 -1 1 0 {points(text.x)} {points(-text.y)} cm")
        before = dict(self._state)
        self.text(replace(text, x=0.0, y=0.0, turn=0))
        self.end_text()
        self.operators.append("Q")
        self._state = before

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
            self._stroke(path, path.stroke)
        self.operators.append(_outline(path.segments))
        self.operators.append(_paint(path))

    def modules(self, modules: Modules) -> None:
        """A QR symbol, in place or by its form."""
        self.end_text()
        self._set("fill", colour(BLACK))
        scale = f"{modules.module * _PER_MILLIMETRE:.6g}"
        self.operators.append(f"q {scale} 0 0 -{scale} {points(modules.x)} {points(-modules.y)} cm")
        name = self._survey.symbols.get(modules.rows)
        if name is not None:
            self.forms[name] = None
        self.operators.append(f"/{name} Do Q" if name is not None else f"{symbol(modules.rows)} Q")

    def picture(self, picture: Picture) -> None:
        """A picture that is embedded elsewhere, in its box."""
        self.end_text()
        name, _largest = self._survey.pictures[picture.image.key]
        self.forms[name] = None
        box = f"{points(picture.width)} 0 0 {points(picture.height)}"
        place = f"{points(picture.x)} {points(-picture.y - picture.height)}"
        self.operators.append(f"q {box} {place} cm /{name} Do Q")

    def figure(self, figure: Figure) -> None:
        """A drawing that scales, in place or by its form, which has the size of its largest use."""
        self.end_text()
        place = f"{points(figure.x)} {points(-figure.y)}"
        anew = " ".join(operator for key, operator in _DEFAULTS.items() if self._state[key] != operator)
        name, largest = self._survey.figures.get(figure.image.key, (None, figure))
        if name is None:
            inner = drawing_content(figure_drawing(figure), self._codes, self._survey)
            self.operators.append(f"q {anew} 1 0 0 1 {place} cm {inner.operators} Q")
            return
        self.forms[name] = None
        scale = f"{figure.width / largest.width:.6g}"
        self.operators.append(f"q {anew} {scale} 0 0 {scale} {place} cm /{name} Do Q")

    def _stroke(self, path: Path, stroke: Colour) -> None:
        self._set("stroke", colour(stroke, stroke=True))
        self._set("width", f"{points(path.stroke_width)} w")
        self._set("dash", f"[{' '.join(map(points, path.dash))}] 0 d")
        self._set("cap", _CAPS[path.cap])
        self._set("join", _JOINS[path.join])
        self._set("miter", f"{path.miter:g} M")

    def _set(self, key: str, operator: str) -> None:
        if self._state.get(key) != operator:
            self._state[key] = operator
            self.operators.append(operator)


def _outline(segments: tuple[Segment, ...]) -> str:
    """The steps of a path; most paths are those of the card before, the very same values."""
    known = _outlines.get(id(segments))
    if known is not None and known[0] is segments:
        return known[1]
    steps = [
        " ".join((*[f"{points(x)} {points(-y)}" for x, y in segment.points], _OPERATORS[segment.kind]))
        for segment in segments
    ]
    if len(_outlines) >= MOST_OUTLINES:
        _outlines.clear()
    _outlines[id(segments)] = segments, "\n".join(steps)
    return _outlines[id(segments)][1]


def _paint(path: Path) -> str:
    if path.fill is None:
        return "S"
    rule = "*" if path.even_odd else ""
    return ("f" if path.stroke is None else "B") + rule
