"""A grid as plain values: where the cards lie on a side of paper, and what must stay white.

Lengths are millimetres from the paper's top-left corner, y downwards. A grid describes fronts; the backs
follow from it by mirroring (`duplex`).
"""

from dataclasses import dataclass
from typing import Literal

from kaartenspel.drawing import Rect

Turn = Literal[0, 90, 180, 270]
Axis = Literal["vertical", "horizontal"]
Marks = Literal["short", "long", "none"]


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of one card: the top-left corner of its box after turning, and its turn clockwise."""

    x: float
    y: float
    turn: Turn = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """The slots of one side, row by row. `paper_*` is the paper as it is printed, upright or sideways.

    `block` holds all fronts, bleed not counted. `margin` is the unprintable edge. `inset` is above nought only
    where the paper is cut in pieces: how far a card's print stays inside its trim. `fold` is the direction of
    the fold line in the middle, where fronts and backs share a side. A `screen` grid is one card that is the page.
    `corners` is the radius for which guides are drawn; nought for none.
    A `precut` sheet came perforated from a shop; its rows may lie otherwise apart (`row_gutter`) than its columns, and
    of the first sheet some cards may be gone (`skipped`, from 0).
    """

    paper_width: float
    paper_height: float
    card_width: float
    card_height: float
    slots: tuple[Slot, ...]
    columns: int
    rows: int
    gutter: float
    bleed: float
    margin: float
    inset: float
    block: Rect
    marks: Marks = "none"
    fold: Axis | None = None
    screen: bool = False
    corners: float = 0.0
    precut: bool = False
    row_gutter: float | None = None
    skipped: tuple[int, ...] = ()

    @property
    def divided(self) -> bool:
        """Whether the paper is cut in pieces: a white edge instead of bleed and marks."""
        return self.inset > 0

    @property
    def paper(self) -> Rect:
        """The whole side."""
        return Rect(0.0, 0.0, self.paper_width, self.paper_height)

    @property
    def printable(self) -> Rect:
        """What a printer reaches."""
        return self.paper.grown(-self.margin)

    @property
    def outer(self) -> Rect:
        """The block with the backs that share its margins: over the fold, or on the other side of a pre-cut sheet.

        A pre-cut sheet need not be symmetric, and what stands beside its cards must be clear of them on both sides.
        """
        box = self.block
        if self.precut:
            x, y = min(box.x, self.paper_width - box.right), min(box.y, self.paper_height - box.bottom)
            return Rect(x, y, self.paper_width - 2 * x, self.paper_height - 2 * y)
        if self.fold == "vertical":
            return Rect(box.x, box.y, self.paper_width - 2 * box.x, box.height)
        if self.fold == "horizontal":
            return Rect(box.x, box.y, box.width, self.paper_height - 2 * box.y)
        return box

    def box(self, slot: Slot) -> Rect:
        """The trim of the card in a slot, on the paper."""
        if slot.turn in (90, 270):
            return Rect(slot.x, slot.y, self.card_height, self.card_width)
        return Rect(slot.x, slot.y, self.card_width, self.card_height)
