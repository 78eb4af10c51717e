"""Two measurements beside each other: by the ids of cards, and only where a card still asks the same."""

from dataclasses import dataclass

from kaartenspel.model.scores import Asked, Scores
from kaartenspel.tally.count import Tally, by_card


@dataclass(frozen=True, slots=True)
class Change:
    """One card, then and now."""

    card: Asked
    before: Tally
    now: Tally


@dataclass(frozen=True, slots=True)
class Comparison:
    """The cards that can be compared, and those that cannot: with another text, added, gone, with too few answers."""

    changes: tuple[Change, ...]
    replaced: tuple[Asked, ...]
    added: tuple[Asked, ...]
    gone: tuple[Asked, ...]
    few: tuple[Asked, ...]


def compare(before: Scores, now: Scores) -> Comparison:
    """Both measurements, card by card, in the order of the later one."""
    then, cards = {card.id: card for card in before.cards}, {card.id for card in now.cards}
    counted, recounted = by_card(before), by_card(now)
    both = [card for card in now.cards if card.id in then]
    same = [card for card in both if _said(card) == _said(then[card.id])]
    pairs = [Change(card, counted[card.id], recounted[card.id]) for card in same]
    return Comparison(
        tuple(one for one in pairs if one.before.shown and one.now.shown),
        tuple(card for card in both if card not in same),
        tuple(card for card in now.cards if card.id not in then),
        tuple(card for card in before.cards if card.id not in cards),
        tuple(one.card for one in pairs if not (one.before.shown and one.now.shown)),
    )


def _said(card: Asked) -> str:
    """What a card asks, whatever its capitals, quotes and spaces."""
    return "".join(character for character in card.text.casefold() if character.isalnum())
