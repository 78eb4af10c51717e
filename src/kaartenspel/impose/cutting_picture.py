"""The sheet in small on a cutting plan: its cuts numbered, what lies between them measured, the piles in their order.

Lengths are millimetres; those of the sheet are drawn to scale.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kaartenspel.compose.ladder import Type
from kaartenspel.compose.pictogram import mixed
from kaartenspel.compose.script_page import box
from kaartenspel.compose.script_pen import Pen
from kaartenspel.drawing import Item, Path, Rect, Segment, disc, line
from kaartenspel.impose.cutting import Cut, cut_paper
from kaartenspel.impose.frame import Grid

BADGE = 2.9
"""The radius of the disc on which a cut's number stands."""
_STEP = 2 * BADGE + 0.6
_AROUND = 2 * _STEP + 1.5
"""Beside the sheet: two rows of numbers, since the lines of a gutter stand close together."""
_NUMBERS = (24.0, 18.0, 14.0, 11.0, 8.0)


@dataclass(frozen=True, slots=True)
class Lying:
    """How cards lie on the fullest sheet; with `sorted_` the piles get the numbers in which they are stacked."""

    grid: Grid
    cards: int
    sorted_: bool


def decimal(pen: Pen, value: float) -> str:
    """A measure in the way of the language of the paper: halves and quarters of a millimetre are kept."""
    return f"{round(value, 2):g}".replace(".", pen.words["decimal"])


def badge(pen: Pen, number: int, x: float, y: float) -> Iterator[Item]:
    """A number in a black circle, with its middle here."""
    kind = pen.type("bar")
    yield disc(x, y, BADGE, pen.colour("ink"))
    yield from pen.line(str(number), kind, x - pen.width(str(number), kind) / 2, y - kind.line / 2)


class CuttingPicture:
    """The sheet, to scale, in the middle of a room; folded paper as it is cut."""

    def __init__(self, lying: Lying, pen: Pen, cuts: tuple[Cut, ...], room: Rect) -> None:
        self._lying, self._pen, self._cuts = lying, pen, cuts
        width, height = cut_paper(lying.grid)
        measures = 2 * pen.type("bar").line + 1.0
        self._scale = min((room.width - _AROUND - 16.0) / width, (room.height - _AROUND - measures) / height)
        self._paper = Rect(
            room.x + (room.width - _AROUND - 16.0 - width * self._scale) / 2 + _AROUND, room.y + _AROUND,
            width * self._scale, height * self._scale,
        )  # fmt: skip
        self.bottom = self._paper.bottom + measures

    def draw(self) -> Iterator[Item]:
        """The paper, the cards with the order of their piles, the lines with their numbers, the measures."""
        yield box(self._paper, self._pen.colour("white"), self._pen.colour("quiet"), 0.2)
        yield from self._cards()
        yield from self._fold()
        upright = level = 0
        for number, cut in sorted(enumerate(self._cuts, 1), key=lambda pair: pair[1].place):
            upright, level = (upright + 1, level) if cut.axis == "vertical" else (upright, level + 1)
            yield from self._line(number, cut, (upright if cut.axis == "vertical" else level) % 2)
        yield from self._measures()

    def _cards(self) -> Iterator[Item]:
        grid, pen = self._lying.grid, self._pen
        kind = self._number_type() if self._lying.sorted_ else None
        for number, slot in enumerate(grid.slots[: self._lying.cards], 1):
            found = grid.box(slot)
            card = Rect(self._x(found.x), self._y(found.y), found.width * self._scale, found.height * self._scale)
            turned = self._lying.sorted_ and slot.turn == 180
            fill = mixed(pen.colour("line"), pen.colour("white"), 0.4) if turned else pen.colour("white")
            yield box(card, fill, pen.colour("line"), 0.2)
            if kind:
                middle = card.x + card.width / 2 - pen.width(str(number), kind) / 2
                yield from pen.line(str(number), kind, middle, card.y + (card.height - kind.line) / 2)

    def _number_type(self) -> Type | None:
        """The largest type in which every pile's number fits its card."""
        grid, pen, said = self._lying.grid, self._pen, str(self._lying.cards)
        width, height = grid.card_width * self._scale - 1.0, grid.card_height * self._scale - 1.0
        kinds = (pen.style("code", size).coloured("quiet") for size in _NUMBERS)
        return next((kind for kind in kinds if kind.line <= height and pen.width(said, kind) <= width), None)

    def _fold(self) -> Iterator[Item]:
        """The fold, at which the paper lies double."""
        paper, colour = self._paper, self._pen.colour("ink")
        if self._lying.grid.fold == "vertical":
            yield line((paper.right, paper.y), (paper.right, paper.bottom), colour, 0.8)
        if self._lying.grid.fold == "horizontal":
            yield line((paper.x, paper.bottom), (paper.right, paper.bottom), colour, 0.8)

    def _line(self, number: int, cut: Cut, row: int) -> Iterator[Item]:
        """A cut right through the sheet, its number beyond the paper in one of two rows."""
        paper, out = self._paper, 1.5 + BADGE + row * _STEP
        if cut.axis == "vertical":
            start, end = (self._x(cut.place), paper.y - out), (self._x(cut.place), paper.bottom + 1.0)
        else:
            start, end = (paper.x - out, self._y(cut.place)), (paper.right + 1.0, self._y(cut.place))
        segments = (Segment("move", (start,)), Segment("line", (end,)))
        yield Path(segments, stroke=self._pen.colour("ink"), stroke_width=0.3)
        yield from badge(self._pen, number, *start)

    def _measures(self) -> Iterator[Item]:
        """How far the lines stand apart, below the sheet and at its right; a narrow one in a row of its own."""
        paper, pen = self._paper, self._pen
        kind = pen.type("bar", "ink")
        width, height = cut_paper(self._lying.grid)
        for start, end in pairwise((0.0, *self._places("vertical"), width)):
            said, room = decimal(pen, end - start), (end - start) * self._scale
            down = kind.line if pen.width(said, kind) > room - 0.6 else 0.0
            middle = self._x((start + end) / 2) - pen.width(said, kind) / 2
            yield from pen.line(said, kind, middle, paper.bottom + 1.0 + down)
        for start, end in pairwise((0.0, *self._places("horizontal"), height)):
            said = decimal(pen, end - start)
            aside = 9.0 if kind.line > (end - start) * self._scale else 1.8
            yield from pen.line(said, kind, paper.right + aside, self._y((start + end) / 2) - kind.line / 2)

    def _places(self, axis: str) -> list[float]:
        return sorted(cut.place for cut in self._cuts if cut.axis == axis)

    def _x(self, x: float) -> float:
        return self._paper.x + x * self._scale

    def _y(self, y: float) -> float:
        return self._paper.y + y * self._scale
