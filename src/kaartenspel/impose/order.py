"""Which side of which sheet comes when, and which cards are on it: numbers only."""

from dataclasses import dataclass
from typing import Literal

from kaartenspel.impose.duplex import Duplex

Side = Literal["front", "back"]
Order = Literal["interleaved", "fronts-then-backs", "cut-and-stack"]


@dataclass(frozen=True, slots=True)
class PageSide:
    """One page of the print job: the sheet (from 0), its side, and its cards by their index, slot by slot."""

    sheet: int
    side: Side
    cards: range


def sheet_count(cards: int, per_sheet: int) -> int:
    """How many sheets of paper this many cards take."""
    return -(-cards // per_sheet)


def pages(cards: int, per_sheet: int, duplex: Duplex, order: Order) -> list[PageSide]:
    """The sides in print order; a fold-over sheet and a one-sided one have a front only.

    `fronts-then-backs` is for card stock that is fed twice by hand; the backs come in the order of the fronts.
    `cut-and-stack` deals the cards over the sheets, slot after slot: cut through as one pile, the first sheet on top,
    each slot gives cards that follow each other, and the slots' piles on top of each other are the deck in order.
    """
    fronts = [PageSide(sheet, "front", on_sheet) for sheet, on_sheet in enumerate(_dealt(cards, per_sheet, order))]
    if duplex in ("fold", "none"):
        return fronts
    backs = [PageSide(page.sheet, "back", page.cards) for page in fronts]
    if order == "fronts-then-backs":
        return fronts + backs
    return [page for pair in zip(fronts, backs, strict=True) for page in pair]


def _dealt(cards: int, per_sheet: int, order: Order) -> list[range]:
    """Which cards are on each sheet. Of a pile to be cut through, the sheets on top are the fullest."""
    sheets = sheet_count(cards, per_sheet)
    if order == "cut-and-stack":
        return [range(sheet, cards, sheets) for sheet in range(sheets)]
    return [range(sheet * per_sheet, min(cards, (sheet + 1) * per_sheet)) for sheet in range(sheets)]
