"""The poster of agreements: read from across a staff room, on as many sheets as it takes. Lengths are mm.

Its type is as large as the fewest sheets allow, the same on all of them, and never smaller than LEAST.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from kaartenspel.compose.agreement_row import GAP, LEAST, STEPS, Row, Step, set_row
from kaartenspel.compose.script_page import box
from kaartenspel.compose.script_pen import Pen
from kaartenspel.compose.script_school import school_head
from kaartenspel.compose.text import baseline, capital, set_rich
from kaartenspel.drawing import Drawing, Item, Rect, line
from kaartenspel.messages import _
from kaartenspel.model.agreements import Agreements
from kaartenspel.model.richtext import plain
from kaartenspel.problems import Code, Problem

MARGIN = 16.0
_SCHOOL = 24.0
_BAND = 44.0
_FOOT = 38.0
_INSIDE = 10.0
_TITLE, _DAY, _BACK, _NUMBER = 62.0, 24.0, 34.0, 16.0
"""The largest sizes of what stands around the agreements, in points."""
_SMALLEST = 16.0
_WIDEST_GAP = 34.0
"""No more white between two agreements than this; what is left goes above and below."""
COLOUR = "agreement"

__all__ = ["COLOUR", "LEAST", "Said", "poster"]


@dataclass(frozen=True, slots=True)
class Said:
    """The days of a list in words: when the agreements were made, by when each is done, when people look back."""

    day: str
    back: str
    by: tuple[str, ...]


def poster(pen: Pen, agreements: Agreements, said: Said, width: float, height: float) -> list[Drawing]:
    """The sheets of the poster; what does not fit is noted in the pen."""
    return _Poster(pen, agreements, said, width, height).sheets()


@dataclass
class _Poster:
    """A poster while it is set."""

    pen: Pen
    agreements: Agreements
    said: Said
    width: float
    height: float

    @cached_property
    def room(self) -> Rect:
        """Where agreements stand: between the band and the foot."""
        top = self._band.bottom + GAP
        return Rect(MARGIN, top, self.width - 2 * MARGIN, self.height - MARGIN - _FOOT - GAP - top)

    @cached_property
    def _band(self) -> Rect:
        top = MARGIN + (_SCHOOL + GAP / 2 if self.pen.school else 0.0)
        return Rect(MARGIN, top, self.width - 2 * MARGIN, _BAND)

    def sheets(self) -> list[Drawing]:
        """The largest type on the fewest sheets, and on each of these about as much."""
        found = self._chosen()
        if found is None:
            return []
        rows, parts = found
        return [
            Drawing(self.width, self.height, (*self._frame(number, len(parts)), *self._rows([rows[at] for at in part])))
            for number, part in enumerate(parts, 1)
        ]

    def _chosen(self) -> tuple[list[Row], list[range]] | None:
        """The rows at their size, and which stand on which sheet; None where one is too long for any."""
        smallest = self._tried(STEPS[-1], parting=True)
        if smallest is None:
            return None
        fewest = len(smallest[1])
        for step in STEPS:
            found = self._tried(step, parting=False)
            if found is not None and len(found[1]) <= fewest:
                return found
        return smallest

    def _tried(self, step: Step, *, parting: bool) -> tuple[list[Row], list[range]] | None:
        """All agreements at a size; with `parting` words may be parted, and what does not fit is noted."""
        rows: list[Row] = []
        for number, (one, by) in enumerate(zip(self.agreements.items, self.said.by, strict=True), 1):
            row = set_row(self.pen, number, one, by, step, self.room, parting=parting)
            if row is not None and row.height <= self.room.height:
                rows.append(row)
            elif parting:
                said = _("this agreement is too long for the poster")
                self.pen.problems.append(Problem(Code.TEXT_TOO_LONG, said, one.place, _("say it in fewer words")))
            else:
                return None
        complete = len(rows) == len(self.agreements.items)
        return (rows, _shared([row.height for row in rows], self.room.height)) if complete else None

    # --- drawing

    def _rows(self, rows: Sequence[Row]) -> Iterator[Item]:
        """The agreements of a sheet, with what white is left shared out between them."""
        left = self.room.height - _total([row.height for row in rows])
        more = min(left / (len(rows) + 1), _WIDEST_GAP - GAP)
        y = self.room.y + (left - more * (len(rows) - 1)) / 2
        for index, row in enumerate(rows):
            if index:
                middle = y - (GAP + more) / 2
                yield line((self.room.x, middle), (self.room.right, middle), self.pen.colour("line"), 0.4)
            yield from row.draw(y)
            y += row.height + GAP + more

    def _frame(self, number: int, count: int) -> Iterator[Item]:
        """What stands around the agreements on each sheet."""
        if self.pen.school:
            room = Rect(MARGIN, MARGIN, self.width - 2 * MARGIN, _SCHOOL)
            yield from school_head(self.pen, room, self.pen.style("card-text", 22.0).coloured("ink"))
        yield from self._head()
        yield from self._foot(number, count)

    def _head(self) -> Iterator[Item]:
        """The title in white on the colour, or in the colour with little ink; the day under it."""
        pen, band, full = self.pen, self._band, self.pen.theme.bands == "full"
        ground = band if full else band.grown(-0.75)
        yield box(ground, pen.colour(COLOUR)) if full else box(ground, None, pen.colour(COLOUR), 1.5)
        ink = "white" if full else COLOUR
        title = self.agreements.title or pen.words["agreements-title"]
        yield from self._fitted(title, "title", _TITLE, ink, self._inside(band.y + 2.5, 28.0))
        yield from self._fitted(self.said.day, "card-text", _DAY, ink, self._inside(band.y + 30.0, 11.0))

    def _foot(self, number: int, count: int) -> Iterator[Item]:
        """When people look back, in a frame; which sheet this is where there are more."""
        pen = self.pen
        area = Rect(MARGIN, self.height - MARGIN - _FOOT, self.width - 2 * MARGIN, _FOOT)
        yield box(area.grown(-0.75), None, pen.colour(COLOUR), 1.5)
        label, sheet = pen.words["agreements-look-back"], ""
        if count > 1:
            sheet = pen.words["agreements-sheet"].format(number=number, count=count)
        yield from self._fitted(label, "card-text", _DAY - 4.0, "quiet", self._inside(area.y + 5.0, 10.0))
        if sheet:
            kind = pen.style("card-text", _NUMBER).coloured("quiet")
            top = area.y + 10.0 + capital(pen, kind) / 2 - baseline(pen, kind)
            yield from pen.line(sheet, kind, area.right - _INSIDE, top, right=True)
        yield from self._fitted(self.said.back, "title", _BACK, "ink", self._inside(area.y + 16.0, 19.0))

    def _inside(self, top: float, height: float) -> Rect:
        """A room for texts within the band or the foot."""
        return Rect(MARGIN + _INSIDE, top, self.width - 2 * (MARGIN + _INSIDE), height)

    def _fitted(self, text: str, style: str, size: float, colour: str, room: Rect) -> Iterator[Item]:
        """A text as large as its size or its room allows, in the middle; one that is too long is noted."""
        kind = replace(self.pen.style(style, size).coloured(colour), whole=True)
        for less in range(int(kind.size - _SMALLEST) + 1):
            found = set_rich(self.pen, plain(text), kind.at(kind.size - less), room.x, room.width)
            if found and found.height <= room.height:
                yield from found.draw(room.y + (room.height - found.height) / 2)
                return
        said = _("‘{text}’ is too long for its place on the poster").format(text=text)
        self.pen.problems.append(Problem(Code.TEXT_TOO_LONG, said, self.pen.place, _("say it in fewer words")))


# --- which agreement on which sheet


def _total(heights: Sequence[float]) -> float:
    return sum(heights) + GAP * max(0, len(heights) - 1)


def _filled(heights: Sequence[float], room: float) -> list[range]:
    """Sheets filled one after the other, each with what fits in this room."""
    starts = [0]
    for index in range(len(heights)):
        if index > starts[-1] and _total(heights[starts[-1] : index + 1]) > room + 1e-6:
            starts.append(index)
    return [range(start, end) for start, end in zip(starts, [*starts[1:], len(heights)], strict=True)]


def _shared(heights: Sequence[float], room: float) -> list[range]:
    """The fewest sheets, with the fullest of them as empty as can be."""
    fewest = len(_filled(heights, room))
    rooms = sorted({_total(heights[i:j]) for i in range(len(heights)) for j in range(i + 1, len(heights) + 1)})
    enough = (least for least in rooms if max(heights) <= least <= room)
    return next((parts for least in enough if len(parts := _filled(heights, least)) == fewest), _filled(heights, room))
