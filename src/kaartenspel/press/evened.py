"""The sizes of type of a deck's cards, evened out: in a group no text is much larger than the longest one allows."""

from collections.abc import Container, Hashable, Iterable, Mapping
from dataclasses import replace

from kaartenspel.compose.cards import Composer
from kaartenspel.compose.face import Fit
from kaartenspel.compose.shorten import text_of
from kaartenspel.drawing import Drawing
from kaartenspel.model.card import Card
from kaartenspel.problems import Problem

Composed = tuple[Drawing | Problem, Drawing | Problem]
Fits = Mapping[str, Fit | Problem]
SPREAD = 2
"""How many steps of the ladder the largest text of a group may be above its smallest."""


def grouped(deck: Iterable[Card], printed: Iterable[Card]) -> dict[Hashable, list[Card]]:
    """The cards whose sizes are evened out together: those of the full deck, whichever are printed."""
    cards = {card.id: card for card in printed}
    wanted = {_group(card) for card in cards.values()}
    beside = {card.id: card for card in deck if _group(card) in wanted} | cards
    groups: dict[Hashable, list[Card]] = {}
    # the longest text comes first: it sets the sizes of its group, and the others are tried near them at once
    for card in sorted(beside.values(), key=_length, reverse=True):
        groups.setdefault(_group(card), []).append(card)
    return groups


def sized(composer: Composer, group: Iterable[Card], printed: Container[str] = ()) -> Fits:
    """At which sizes the fronts of a group, longest first, fit; by the cards' ids.

    Those that are `printed` are drawn as they were measured: nearly all stay so.
    """
    fits: dict[str, Fit | Problem] = {}
    last = 0
    for card in group:
        fit = fits[card.id] = composer.fit_front(card, max(0, last - SPREAD), ahead=card.id in printed)
        last = max(last, fit.step) if isinstance(fit, Fit) else last
    return fits


def composed(composer: Composer, cards: Iterable[Card], sizes: Mapping[Hashable, Fits]) -> dict[str, Composed]:
    """Front and back of these cards, by id, the fronts' sizes evened out over their groups."""
    even = {
        group: max((fit.step for fit in fits.values() if isinstance(fit, Fit)), default=0) - SPREAD
        for group, fits in sizes.items()
    }
    return {
        card.id: (_front(composer, card, sizes[_group(card)][card.id], even[_group(card)]), composer.back(card))
        for card in {card.id: card for card in cards}.values()
    }


def _front(composer: Composer, card: Card, fit: Fit | Problem, step: int) -> Drawing | Problem:
    """A front at the step of its group, or at its own where it does not fit so after all."""
    if isinstance(fit, Problem):
        return fit
    even = replace(fit, step=max(fit.step, step))
    drawing = composer.front(card, even) or composer.front(card, fit)
    if drawing is None:
        raise RuntimeError(f"card {card.id!r} fits and does not")
    return drawing


def _group(card: Card) -> Hashable:
    """The cards that share their sizes."""
    return card.group_id, card.kind.kind


def _length(card: Card) -> int:
    """How long a card's texts are."""
    return sum(len(text_of(value)) for value in card.fields.values())
