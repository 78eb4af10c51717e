"""Pages that fill with passages: what belongs together stays together, what is too long goes on. Lengths are mm."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kaartenspel.compose.context import NOTHING, Setting
from kaartenspel.compose.script_pen import Draw, Pen, joined
from kaartenspel.compose.script_school import school_head
from kaartenspel.drawing import Drawing, Item, Path, Rect, Segment, line
from kaartenspel.model.script import Script

WIDTH, HEIGHT = 210.0, 297.0
MARGIN = 18.0
RIGHT = WIDTH - MARGIN
ROOM = RIGHT - MARGIN
TOP, BOTTOM = 18.0, HEIGHT - 20.0
FREE, LOOSE, FIRM = 0, 1, 2
"""How a piece holds to the next: not at all, as a part of the same thing, as a heading to what it heads."""
_FOOT = HEIGHT - 10.0
_HEAD = 8.0
_MARK, _CLEAR, _GAP = 5.0, 3.0, 4.0
"""Where the school’s logo begins, and the white under it and beside it."""
_WORTH_BEGINNING = 0.3  # the share of a page that must be left for a passage that will not fit a page anyway


class Piece(NamedTuple):
    """What is never parted: its height, what draws it, the white above it (none at the top of a page)."""

    height: float
    draw: Draw
    above: float = 0.0
    holds: int = FREE


@dataclass(frozen=True, slots=True)
class Passage:
    """Pieces under one heading. `again` stands above what goes on on another page.

    With `rule` a thin line parts the passage from the one above it.
    """

    name: str
    pieces: tuple[Piece, ...]
    again: Setting = NOTHING
    rule: bool = False
    at_top: bool = False


def piece(setting: Setting, above: float = 0.0, holds: int = FREE) -> Piece:
    """A setting as a piece."""
    return Piece(setting.height, setting.draw, above, holds)


def height(pieces: Sequence[Piece]) -> float:
    """How high the pieces are together, at the top of a page."""
    return sum(part.above + part.height for part in pieces) - (pieces[0].above if pieces else 0.0)


@dataclass(slots=True)
class Pages:
    """The pages of a document while they fill."""

    pen: Pen
    pages: list[list[Item]] = field(default_factory=list)
    y: float = TOP

    def begin(self) -> None:
        """A new page, unless this one is still empty."""
        if not self.pages or self.y > TOP:
            self.pages.append([])
            self.y = TOP

    def put(self, passage: Passage) -> None:
        """Put a passage whole on this page or the next; part it only where no page can hold it."""
        if passage.at_top or not self.pages:
            self.begin()
        if passage.pieces:
            self._put(passage, passage.pieces, FREE, first=True)

    def _put(self, passage: Passage, pieces: Sequence[Piece], holds: int, *, first: bool) -> None:
        """Pieces that are parted, if they must be, where they hold less than this."""
        again = NOTHING if first else passage.again
        room = BOTTOM - TOP - again.height
        if self._fits(pieces):
            self._draw(pieces, rule=passage.rule and first)
        elif height(pieces) <= room and not (holds == FREE and self._may_part(pieces)):
            self._turn(again)
            self._draw(pieces, rule=False)
        elif holds > FIRM:
            self.pen.too_long(passage.name)
        else:
            if first and holds == FREE and BOTTOM - self.y < _WORTH_BEGINNING * (BOTTOM - TOP):
                self.begin()
            for index, part in enumerate(_parted(pieces, holds)):
                self._put(passage, part, holds + 1, first=first and index == 0)

    def _fits(self, pieces: Sequence[Piece]) -> bool:
        above = pieces[0].above if self.y > TOP else 0.0
        return self.y + above + height(pieces) <= BOTTOM + 1e-6

    def _may_part(self, pieces: Sequence[Piece]) -> bool:
        """Whether pieces that would fit a page are parted all the same: stations and strands, where there is room."""
        free = any(part.holds == FREE for part in pieces[:-1])
        return free and BOTTOM - self.y >= _WORTH_BEGINNING * (BOTTOM - TOP)

    def _turn(self, again: Setting) -> None:
        """A new page, with the heading of what goes on."""
        self.begin()
        self.pages[-1] += again.draw(self.y)
        self.y += again.height

    def _draw(self, pieces: Sequence[Piece], *, rule: bool) -> None:
        for index, part in enumerate(pieces):
            above = part.above if self.y > TOP else 0.0
            if rule and index == 0 and above:
                y = self.y + above / 2
                self.pages[-1].append(line((MARGIN, y), (RIGHT, y), self.pen.colour("line"), 0.2))
            self.pages[-1] += part.draw(self.y + above)
            self.y += above + part.height


def _parted(pieces: Sequence[Piece], holds: int) -> Iterator[tuple[Piece, ...]]:
    """The runs of pieces that hold to each other more than this."""
    run: list[Piece] = []
    for part in pieces:
        run.append(part)
        if part.holds <= holds:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def finished(pen: Pen, script: Script, pages: Sequence[Sequence[Item]], what: str) -> list[Drawing]:
    """The pages with their head and foot; on the first the school’s logo and name."""
    count, right = len(pages), RIGHT - (_draft_width(pen) + _GAP if script.draft else 0.0)
    head = (*school_head(pen, Rect(MARGIN, _MARK, right - MARGIN, TOP - _CLEAR - _MARK)),)
    edges = [_edges(pen, script, f"{what} · {number} {pen.words['of']} {count}") for number in range(1, count + 1)]
    return [
        Drawing(WIDTH, HEIGHT, (*(head if number == 0 else ()), *edges[number], *items))
        for number, items in enumerate(pages)
    ]


def _edges(pen: Pen, script: Script, number: str) -> Iterator[Item]:
    """The foot of a page, and `Concept` at its head where the script is a draft."""
    kind = pen.type("fine")
    room = ROOM - pen.width(number, kind) - 6.0
    whole = joined((pen.school.name if pen.school else "", script.title))
    names = [name for name in (whole, script.title) if pen.width(name, kind) <= room]
    yield from pen.line(names[0] if names else script.name, kind, MARGIN, _FOOT - kind.line)
    yield from pen.line(number, kind, RIGHT, _FOOT - kind.line, right=True)
    if script.draft:
        yield from draft_mark(pen, RIGHT, _HEAD)


def draft_mark(pen: Pen, right: float, y: float) -> Iterator[Item]:
    """The word for a draft in a black box, whose upper right corner is given."""
    kind, word, width = pen.type("label", "white"), pen.words["draft"], _draft_width(pen)
    yield box(Rect(right - width, y, width, kind.line + 1.6), pen.colour("ink"))
    yield from pen.line(word, kind, right - width + 2.5, y + 0.8)


def _draft_width(pen: Pen) -> float:
    return pen.width(pen.words["draft"], pen.type("label")) + 5.0


def box(area: Rect, fill: str | None, stroke: str | None = None, width: float = 0.0) -> Item:
    """A rectangle, filled or outlined."""
    first, *rest = ((area.x, area.y), (area.right, area.y), (area.right, area.bottom), (area.x, area.bottom))
    lines = (Segment("line", (corner,)) for corner in rest)
    return Path((Segment("move", (first,)), *lines, Segment("close")), fill, stroke, width)
