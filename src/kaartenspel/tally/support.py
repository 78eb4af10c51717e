"""Which cards have most support for change, and what that is read from."""

from dataclasses import dataclass
from typing import Literal

from kaartenspel.model.scores import UNKNOWN, Asked, Scores
from kaartenspel.tally.count import Tally, by_card

MOST = 3
Basis = Literal["wish", "first", "room"]
"""That people want to be further than they are; that they name the card; that they do not give the last answer."""


@dataclass(frozen=True, slots=True)
class Supported:
    """A card, on how many sheets it has support, of how many that say anything about it."""

    card: Asked
    count: int
    of: int


@dataclass(frozen=True, slots=True)
class Support:
    """The cards with most support, and those that have as much as the last of them."""

    basis: Basis
    cards: tuple[Supported, ...]
    tied: tuple[Asked, ...] = ()


def support(scores: Scores) -> Support:
    """At most three cards. Where as many sheets support two, the one with the lower mean goes first."""
    tallies = by_card(scores)
    basis = _basis(scores)
    found = [_supported(scores, card, tallies[card.id], basis) for card in scores.cards if tallies[card.id].shown]
    order = {card.id: number for number, card in enumerate(scores.cards)}
    found = [one for one in found if one.count]
    found.sort(key=lambda one: (-one.count, tallies[one.card.id].mean or 0.0, order[one.card.id]))
    top, others = found[:MOST], found[MOST:]
    tied = tuple(one.card for one in others if one.count == top[-1].count)
    return Support(basis, tuple(top), tied)


def _basis(scores: Scores) -> Basis:
    """What support is read from: what was asked about it, if anything was."""
    if any(sheet.wishes for sheet in scores.sheets):
        return "wish"
    return "first" if any(sheet.first for sheet in scores.sheets) else "room"


def _supported(scores: Scores, card: Asked, count: Tally, basis: Basis) -> Supported:
    if basis == "wish":
        both = [
            (sheet.answers[card.id], sheet.wishes[card.id])
            for sheet in scores.sheets
            if sheet.answers.get(card.id, UNKNOWN) != UNKNOWN and sheet.wishes.get(card.id, UNKNOWN) != UNKNOWN
        ]
        return Supported(card, sum(wish > now for now, wish in both), len(both))
    if basis == "first":
        return Supported(card, sum(sheet.first == card.id for sheet in scores.sheets),
                         sum(bool(sheet.first) for sheet in scores.sheets))  # fmt: skip
    return Supported(card, count.answered - count.counts[-1], count.answered)
