"""How large the small groups of a card are, by the words of the card: `drietallen`, `groepjes van 4–6`."""

import re
from dataclasses import dataclass

from kaartenspel.model.workshop import Grouping

_WAYS: tuple[tuple[str, Grouping], ...] = (
    ("hele groep|whole group|plenair|plenary", "plenary"), ("duo|paar|paren|tweetal|pair", "pairs"),
    ("groep|tal|trio|group|three|four|[0-9]", "groups"), ("alleen|alone", "alone"),
)  # fmt: skip
_NUMBERS = (("drie|trio|three", 3), ("vier|four", 4), ("vijf|five", 5), ("zes|six", 6))


@dataclass(frozen=True, slots=True)
class Within:
    """How people work, and from how many to how many they are in a group where that is said."""

    grouping: Grouping
    least: int | None = None
    most: int | None = None

    def fits(self, size: int) -> bool:
        """Whether groups of this size are what is meant."""
        return self.grouping != "groups" or (self.least or size) <= size <= (self.most or size)

    def nearest(self, size: int) -> int:
        """The size that is meant and nearest to one that is wished."""
        return max(self.least or size, min(self.most or size, size))


def within(words: str) -> Within:
    """What the words of a card mean; those that say nothing of groups mean everybody together."""
    text = words.casefold()
    for pattern, grouping in _WAYS:
        if re.search(pattern, text):
            return Within(grouping, *(_sizes(text) if grouping == "groups" else ()))
    return Within("plenary")


def _sizes(text: str) -> tuple[int, ...]:
    """The smallest and the largest size that are named, in digits or in words."""
    numbers = [int(number) for number in re.findall(r"[0-9]+", text)]
    numbers += [number for names, number in _NUMBERS if re.search(rf"(?:{names})(?:tal|s\b|$)", text)]
    return (min(numbers), max(numbers)) if numbers else ()
