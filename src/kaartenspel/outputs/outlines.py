"""Texts as shapes, for a shop that wants no fonts. Lengths are mm, sizes of type points."""

from kaartenspel.drawing import Colour, Path, Point, Segment, Text
from kaartenspel.outputs.fonts import Faces

_MILLIMETRES_PER_POINT = 25.4 / 72
Outline = tuple[tuple[str, tuple[Point, ...]], ...]


class Outlines:
    """The shapes of characters, each looked up once, in em with y upwards."""

    def __init__(self, faces: Faces) -> None:
        self._faces = faces
        self._known: dict[tuple[str, str], Outline] = {}

    def path(self, text: Text, colour: Colour) -> Path:
        """A text as one filled path: what overlaps stays filled."""
        em = text.size * _MILLIMETRES_PER_POINT
        steps: list[Segment] = []
        along = 0.0
        for number, character in enumerate(text.text):
            for kind, corners in self._outline(text.face, character):
                places = tuple(_place(text, (along + x) * em, y * em) for x, y in corners)
                steps.append(Segment(kind, places))  # type: ignore[arg-type]  # the pen knows these four only
            kern = text.kerns[number] if text.kerns else 0
            along += self._faces.shape(text.face, character).width + kern / 1000
        return Path(tuple(steps), fill=colour)

    def _outline(self, face: str, character: str) -> Outline:
        key = (face, character)
        if key not in self._known:
            pen = _Pen(self._faces.units(face))
            self._faces.draw(face, character, pen)
            self._known[key] = tuple(pen.steps)
        return self._known[key]


def _place(text: Text, along: float, up: float) -> Point:
    """A point of a run on its drawing: a turned run goes downwards, with the heads of its letters to the right."""
    if text.turn:
        return round(text.x + up, 4), round(text.y + along, 4)
    return round(text.x + along, 4), round(text.y - up, 4)


class _Pen:
    """What a font draws with: HarfBuzz calls these, with lengths in units of the font."""

    def __init__(self, units: int) -> None:
        self.steps: list[tuple[str, tuple[Point, ...]]] = []
        self._units = units
        self._at: Point = (0.0, 0.0)

    def moveTo(self, end: Point) -> None:  # noqa: N802  HarfBuzz names it so
        """Begin elsewhere."""
        self._step("move", end)

    def lineTo(self, end: Point) -> None:  # noqa: N802  the same
        """A straight line."""
        self._step("line", end)

    def curveTo(self, first: Point, second: Point, end: Point) -> None:  # noqa: N802  the same
        """A cubic curve."""
        self._step("curve", first, second, end)

    def qCurveTo(self, control: Point, end: Point) -> None:  # noqa: N802  the same
        """A quadratic curve, as the cubic one that is equal to it."""
        first = tuple(start + 2 / 3 * (middle - start) for start, middle in zip(self._at, control, strict=True))
        second = tuple(stop + 2 / 3 * (middle - stop) for stop, middle in zip(end, control, strict=True))
        self._step("curve", (first[0], first[1]), (second[0], second[1]), end)

    def closePath(self) -> None:  # noqa: N802  the same
        """Back to where this part began."""
        self.steps.append(("close", ()))

    def endPath(self) -> None:  # noqa: N802  the same
        """A part that stays open: none in a letter."""

    def _step(self, kind: str, *corners: Point) -> None:
        self._at = corners[-1]
        self.steps.append((kind, tuple((x / self._units, y / self._units) for x, y in corners)))
