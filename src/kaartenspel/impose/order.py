"""Which side of which sheet comes when, and which cards are on it: numbers only."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

from kaartenspel.impose.duplex import Duplex

Side = Literal["front", "back"]
Order = Literal["interleaved", "fronts-then-backs", "cut-and-stack"]


@dataclass(frozen=True, slots=True)
class PageSide:
    """One page of the print job: the sheet (from 0), its side, its cards by their index, and the slots they lie in."""

    sheet: int
    side: Side
    cards: range
    slots: tuple[int, ...]


def sheet_count(cards: int, per_sheet: int) -> int:
    """How many sheets of paper this many cards take."""
    return -(-cards // per_sheet)


def pages(cards: int, per_sheet: int, duplex: Duplex, order: Order, skipped: Collection[int] = ()) -> list[PageSide]:
    """The sides in print order; a fold-over sheet and a one-sided one have a front only.

    `fronts-then-backs` is for card stock that is fed twice by hand; the backs come in the order of the fronts.
    `cut-and-stack` deals the cards over the sheets, slot after slot: cut through as one pile, the first sheet on top,
    each slot gives cards that follow each other, and the slots' piles on top of each other are the deck in order.
    `skipped` are slots of the first sheet whose cards are gone; that goes with the other orders only.
    """
    whole = tuple(range(per_sheet))
    free = tuple(slot for slot in whole if slot not in skipped)
    fronts = [
        PageSide(sheet, "front", on_sheet, (whole if sheet else free)[: len(on_sheet)])
        for sheet, on_sheet in enumerate(_dealt(cards, per_sheet, order, len(free)))
    ]
    if duplex in ("fold", "none"):
        return fronts
    backs = [PageSide(page.sheet, "back", page.cards, page.slots) for page in fronts]
    if order == "fronts-then-backs":
        return fronts + backs
    return [page for pair in zip(fronts, backs, strict=True) for page in pair]


def _dealt(cards: int, per_sheet: int, order: Order, on_first: int) -> list[range]:
    """Which cards are on each sheet. Of a pile to be cut through, the sheets on top are the fullest."""
    if order == "cut-and-stack":
        sheets = sheet_count(cards, per_sheet)
        return [range(sheet, cards, sheets) for sheet in range(sheets)]
    starts = range(on_first - per_sheet, cards, per_sheet)
    return [range(max(0, start), min(cards, start + per_sheet)) for start in starts]


def slots_in_words(slots: Iterable[int]) -> str:
    """`1-4,7`: numbers from 1, runs of them joined."""
    found: list[list[int]] = []
    for slot in sorted(slots):
        if found and slot == found[-1][-1] + 1:
            found[-1].append(slot)
        else:
            found.append([slot])
    return ",".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in found)


def slots_of(said: str) -> tuple[int, ...] | None:
    """The slots that `1-4,7` names, sorted, or None where it is no such list."""
    found: set[int] = set()
    for part in said.split(","):
        ends = [end.strip() for end in part.split("-")]
        if len(ends) > 2 or not all(end.isdecimal() and len(end) <= 4 for end in ends):
            return None
        first, last = int(ends[0]), int(ends[-1])
        if not 1 <= first <= last:
            return None
        found.update(range(first, last + 1))
    return tuple(sorted(found))
