"""How often each answer was given, and how far people are apart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from kaartenspel.model.scores import UNKNOWN, Filled, Scores

LEAST = 5
"""No figure of fewer people is shown: it would tell who said what."""
QUARTER = 4
"""People are called divided where each end of the scale has at least one in so many."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The sheets on one card, or on several: how many gave each answer, did not know, or left it blank.

    `people` is how many people are behind those who gave an answer or said not to know.
    """

    counts: tuple[int, ...]
    unknown: int
    blank: int
    people: int

    @property
    def answered(self) -> int:
        """How many gave an answer of the scale."""
        return sum(self.counts)

    @property
    def shown(self) -> bool:
        """Whether enough people are behind it to show it."""
        return self.people >= LEAST and self.answered > 0

    @property
    def mean(self) -> float | None:
        """The mean of the answers, counted from 1; None without any."""
        total = sum(count * number for number, count in enumerate(self.counts, 1))
        return total / self.answered if self.answered else None

    @property
    def apart(self) -> float | None:
        """How many answers two of these sheets are apart on average, whichever two are taken; None for fewer than two.

        This is Gini's mean difference. It asks nothing of how answers are spread, and can be said in a sentence.
        """
        pairs = self.answered * (self.answered - 1) / 2
        numbered = list(enumerate(self.counts))
        steps = sum(one * other * (far - near) for (near, one), (far, other) in combinations(numbered, 2))
        return steps / pairs if pairs else None

    @property
    def divided(self) -> bool:
        """Whether at least a quarter is at either end of the scale."""
        ends = (self.counts[0], self.counts[-1]) if len(self.counts) > 1 else (0, 0)
        return self.shown and all(QUARTER * end >= self.answered for end in ends)


def tally(sheets: Sequence[Filled], cards: Iterable[str], answers: int) -> Tally:
    """The sheets counted over these cards."""
    counts, unknown, blank = [0] * answers, 0, 0
    ids = tuple(cards)
    for sheet in sheets:
        for card in ids:
            given = sheet.answers.get(card)
            if given is None:
                blank += 1
            elif given == UNKNOWN:
                unknown += 1
            else:
                counts[given] += 1
    people = sum(sheet.people for sheet in sheets if any(card in sheet.answers for card in ids))
    return Tally(tuple(counts), unknown, blank, people)


def by_card(scores: Scores) -> dict[str, Tally]:
    """The count of each card, by its id, in the order of the form."""
    return {card.id: tally(scores.sheets, (card.id,), len(scores.scale)) for card in scores.cards}


def by_group(scores: Scores) -> dict[str, Tally]:
    """The count of each group of cards, by its name; where there are fewer than two groups, none."""
    groups = list(dict.fromkeys(card.group for card in scores.cards))
    if len(groups) < 2:
        return {}
    return {group: tally(scores.sheets, cards_of(scores, group), len(scores.scale)) for group in groups}


def cards_of(scores: Scores, group: str) -> tuple[str, ...]:
    """The ids of the cards of a group."""
    return tuple(card.id for card in scores.cards if card.group == group)
