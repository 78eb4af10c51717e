"""Where the faces of a deck's cards are in its finished PDF. It follows from the numbers of imposing alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kaartenspel.impose.order import Side
from kaartenspel.impose.sheets import Window, back_windows, front_windows
from kaartenspel.model.card import Card
from kaartenspel.outputs.crop import Face
from kaartenspel.press.job import Job


@dataclass(frozen=True, slots=True)
class CardPlace:
    """A card of the first set, and where its faces are: the front, and the back where it has one."""

    card: Card
    faces: tuple[Face, ...]


def places(job: Job) -> list[CardPlace]:
    """Each card once, at its first copy on paper, in the deck's order."""
    found: dict[str, tuple[Card, dict[Side, Face]]] = {}
    for card, side, face in _on_screen(job) if job.grid.screen else _on_paper(job):
        found.setdefault(card.id, (card, {}))[1].setdefault(side, face)
    in_order = (found[name] for name in dict.fromkeys(card.id for card in job.copies))
    return [CardPlace(card, tuple(faces[side] for side in sorted(faces, reverse=True))) for card, faces in in_order]


def _on_paper(job: Job) -> Iterator[tuple[Card, Side, Face]]:
    """Every face of the first set; on a fold-over sheet the backs are on the side of the fronts."""
    grid, duplex = job.grid, job.request.duplex
    for page, side in enumerate(job.page_sides):
        cards = job.copies[side.cards.start : side.cards.stop : side.cards.step]
        if side.side == "front":
            yield from _on_page(job, cards, page, "front", front_windows(grid, side.slots))
        if side.side == "back" or duplex == "fold":
            yield from _on_page(job, cards, page, "back", back_windows(grid, side.slots, duplex))


def _on_page(
    job: Job, cards: Sequence[Card], page: int, side: Side, windows: Sequence[Window]
) -> Iterator[tuple[Card, Side, Face]]:
    for card, (slot, window) in zip(cards, windows, strict=False):  # a set may end within a sheet
        yield card, side, Face(page, job.grid.box(slot), slot.turn, window)


def _on_screen(job: Job) -> Iterator[tuple[Card, Side, Face]]:
    """A page for each face; a back that only names the deck has none."""
    page, box = 0, job.grid.paper
    for card in job.copies:
        shown: tuple[Side, ...] = ("front", "back") if card.kind.back.ground == "paper" else ("front",)
        for side in shown:
            yield card, side, Face(page, box, 0, box)
            page += 1
