"""Cards as the rest of the program sees them: checked against their kind, with sources resolved."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kaartenspel.model.deck import Deck, Group
from kaartenspel.model.kind import Kind
from kaartenspel.model.register import Origin
from kaartenspel.model.richtext import Rich
from kaartenspel.pictures.vector import Loaded
from kaartenspel.problems import Place


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a work form; minutes as a fixed number, a person (`each`), or a round."""

    text: Rich
    minutes: int | None = None
    minutes_each: int | None = None
    rounds: int | None = None


@dataclass(frozen=True, slots=True)
class GroupSize:
    """In which groups people work (`within`), and for how many people the form is."""

    within: str = ""
    least: int | None = None
    most: int | None = None

    @property
    def counts_people(self) -> bool:
        """Whether it must be said what is counted: nothing stands before the numbers, or another number does."""
        return bool(self.least or self.most) and (not self.within or any(map(str.isdigit, self.within)))


Value = Rich | tuple[Rich, ...] | tuple[Step, ...] | GroupSize | Loaded | int | float | str


@dataclass(frozen=True, slots=True)
class Card:
    """One card of a deck. `code` is empty for a card that is not numbered; `number` counts from 1."""

    id: str
    kind: Kind
    group: Group | None
    group_id: str | None
    code: str
    number: int
    copies: int
    fields: Mapping[str, Value]
    source: Origin | None
    opens: Origin | None
    places: Mapping[str, Place] = field(compare=False, repr=False)

    @property
    def link(self) -> str | None:
        """What the card's QR encodes."""
        return self.opens.link if self.opens else None


@dataclass(frozen=True, slots=True)
class School:
    """Whose edition a deck is: what its backs say."""

    name: str
    logo: Loaded | None


@dataclass(frozen=True)
class LoadedDeck:
    """A deck whose cards are all right; `cards` are in print order, unnumbered ones with them.

    `places` has where each value of the head stands, by its way there: `title`, `groups/cultuur/title`. `hidden` are
    the ids, codes and groups of which an edition leaves nothing.
    """

    deck: Deck
    cards: tuple[Card, ...]
    kind: Kind
    place: Place = field(compare=False, repr=False)
    places: Mapping[str, Place] = field(compare=False, repr=False)
    school: School | None = None
    hidden: frozenset[str] = frozenset()

    @cached_property
    def numbered(self) -> int:
        """How many cards have a number."""
        return sum(1 for card in self.cards if not card.kind.unnumbered)
