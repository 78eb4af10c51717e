"""Which side of which sheet comes when, and which cards are on it: numbers only."""

from dataclasses import dataclass
from typing import Literal

from kaartenspel.impose.duplex import Duplex

Side = Literal["front", "back"]
Order = Literal["interleaved", "fronts-then-backs"]


@dataclass(frozen=True, slots=True)
class PageSide:
    """One page of the print job: the sheet (from 0), its side, and its cards by their index."""

    sheet: int
    side: Side
    cards: range


def sheet_count(cards: int, per_sheet: int) -> int:
    """How many sheets of paper this many cards take."""
    return -(-cards // per_sheet)


def pages(cards: int, per_sheet: int, duplex: Duplex, order: Order) -> list[PageSide]:
    """The sides in print order; a fold-over sheet and a one-sided one have a front only.

    `fronts-then-backs` is for card stock that is fed twice by hand; the backs come in the order of the fronts.
    """
    fronts = [
        PageSide(sheet, "front", range(sheet * per_sheet, min(cards, (sheet + 1) * per_sheet)))
        for sheet in range(sheet_count(cards, per_sheet))
    ]
    if duplex in ("fold", "none"):
        return fronts
    backs = [PageSide(page.sheet, "back", page.cards) for page in fronts]
    if order == "fronts-then-backs":
        return fronts + backs
    return [page for pair in zip(fronts, backs, strict=True) for page in pair]
