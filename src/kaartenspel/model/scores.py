"""The answers of one afternoon, as they were typed in: no names, one sheet a person or a table."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from kaartenspel.problems import Place

UNKNOWN = -1
"""The answer of who says not to know: counted, but apart."""
Unit = Literal["person", "group"]
"""Who filled in a sheet."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A card that was asked about; its `id` tells it from all others, now and next year."""

    id: str
    code: str
    group: str
    text: str


@dataclass(frozen=True, slots=True)
class Filled:
    """One sheet. `answers` and `wishes` hold for each card's id the number of an answer, from 0; a blank is not there.

    `first` is the card to go on with first, `team` what part of the school it is of, `people` how many filled it in.
    """

    answers: Mapping[str, int]
    wishes: Mapping[str, int] = field(default_factory=dict)
    first: str = ""
    team: str = ""
    people: int = 1


@dataclass(frozen=True, slots=True)
class Scores:
    """All sheets of one measurement. `scale` has the answers in order, from the lowest on.

    `staged` is whether a later answer is further on, as stages are; elsewhere it is only another view. `wished` is
    whether was asked where people want to be.
    """

    name: str
    title: str
    deck: str
    form: str
    scale: tuple[str, ...]
    cards: tuple[Asked, ...]
    sheets: tuple[Filled, ...]
    language: str = "nl"
    unit: Unit = "person"
    staged: bool = True
    wished: bool = False
    day: datetime.date | None = None
    place: Place | None = field(default=None, compare=False, repr=False)

    @property
    def people(self) -> int:
        """How many people filled in the sheets, as far as is known."""
        return sum(sheet.people for sheet in self.sheets)
