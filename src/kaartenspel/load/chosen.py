"""Which cards of a deck are meant: by ids, globs, groups, codes and choices, or by how many."""

from collections import defaultdict
from collections.abc import Sequence
from fnmatch import fnmatchcase

from kaartenspel.load.overlay import renamed
from kaartenspel.load.wording import unknown_name
from kaartenspel.messages import _
from kaartenspel.model.card import Card, LoadedDeck
from kaartenspel.problems import Code, Place, Problem

INSTRUCTION = "instruction"
"""The kind of the card that tells how a deck is played."""


def meant_cards(deck: LoadedDeck, patterns: Sequence[str]) -> tuple[list[Card], list[str]]:
    """The cards that the patterns mean, in the deck's order, and the patterns that mean none."""
    wanted = {pattern: _stands_for(deck, pattern) for pattern in patterns}
    missing = [name for name, meant in wanted.items() if not any(_is_meant(card, meant) for card in deck.cards)]
    return [card for card in deck.cards if any(_is_meant(card, meant) for meant in wanted.values())], missing


def current(deck: LoadedDeck, name: str) -> str:
    """What a card is called now that once was called so; any other name stays as it is."""
    return renamed(name, deck.deck.aliases, [raw.id for raw in deck.deck.cards])


def not_there(deck: LoadedDeck, name: str, place: Place | None = None) -> Problem:
    """What is said of a name that means none of a deck's cards: the edition hides what it means, or it is unknown."""
    meant = _stands_for(deck, name)
    if any(fnmatchcase(hidden, pattern) for hidden in deck.hidden for pattern in meant):
        message = _("‘{name}’ is hidden by the edition").format(name=name)
        return Problem(Code.UNKNOWN_NAME, message, place, _("leave it out here, or remove it under ‘hide’"))
    return unknown_name(_("card, group or choice"), name, place, names_in(deck))


def _stands_for(deck: LoadedDeck, name: str) -> tuple[str, ...]:
    """The patterns behind a name: those of a choice, a group, or a card by its name of now."""
    if name in deck.deck.choices:
        return deck.deck.choices[name].cards
    return (name if name in deck.deck.groups else current(deck, name),)


def names_in(deck: LoadedDeck) -> list[str]:
    """Every name that means some of a deck's cards."""
    return [*deck.deck.choices, *deck.deck.groups, *(card.id for card in deck.cards)]


def how_to_play(deck: LoadedDeck) -> Card | None:
    """The card that tells how the deck is played, where it has one."""
    return next((card for card in deck.cards if INSTRUCTION in (card.kind.kind, card.kind.extends)), None)


def playable(deck: LoadedDeck) -> list[Card]:
    """The cards that are drawn from the pile: numbered, and in a set."""
    return [card for card in deck.cards if not card.kind.unnumbered and card.copies]


def spread(deck: LoadedDeck, count: int) -> list[Card]:
    """So many cards of a deck, as evenly over its groups as can be, and within a group from its begin to its end.

    The same deck gives the same cards. There are no more than the deck has.
    """
    groups: dict[str | None, list[Card]] = defaultdict(list)
    for card in playable(deck):
        groups[card.group_id].append(card)
    shares = dict.fromkeys(groups, 0)
    while sum(shares.values()) < min(count, sum(map(len, groups.values()))):
        open_groups = [name for name in groups if shares[name] < len(groups[name])]
        shares[min(open_groups, key=lambda name: shares[name])] += 1
    return [
        groups[name][place * len(groups[name]) // share] for name, share in shares.items() for place in range(share)
    ]


def _is_meant(card: Card, patterns: Sequence[str]) -> bool:
    """Whether one of the patterns means this card."""
    return any(pattern in (card.group_id, card.code) or fnmatchcase(card.id, pattern) for pattern in patterns)
