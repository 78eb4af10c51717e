"""A workshop plan as the rest of the program sees it: names looked up, texts parsed, durations not yet reckoned.

Times of the clock are minutes after midnight of the meeting's day, durations minutes.
"""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kaartenspel.model.card import Card, LoadedDeck, Step
from kaartenspel.model.form import Form
from kaartenspel.model.register import Origin
from kaartenspel.model.richtext import Rich
from kaartenspel.model.workshop import Grouping, GroupRule, Per, Room, Sort, Workshop
from kaartenspel.problems import Place


@dataclass(frozen=True, slots=True)
class DeckUse:
    """A deck, or some of its cards, that a block needs: once for whom (`per`), or a fixed number of `sets`.

    `asked` is what `build --cards` gets for it (empty: the whole deck). `each` is how many cards a table gets, when
    the plan says `8 a table`; `cards` are those already. `played` tells a deck that fills the block from a print
    beside it.
    """

    deck: LoadedDeck
    cards: tuple[Card, ...]
    asked: tuple[str, ...] = ()
    per: Per = "group"
    sets: int | None = None
    each: int | None = None
    played: bool = False


@dataclass(frozen=True, slots=True)
class FormUse:
    """A form with the cards of a deck that stand on it: one for whom (`per`), or a fixed number of `sets`."""

    form: Form
    deck: LoadedDeck | None
    cards: tuple[Card, ...]
    per: Per | None = None
    sets: int | None = None


@dataclass(frozen=True, slots=True)
class Activity:
    """What is done in a block or at a station. `colour` is a kind's colour in the theme, or empty."""

    title: str
    label: str = ""
    goal: str = ""
    say: Rich | None = None
    steps: tuple[Step, ...] = ()
    materials: tuple[str, ...] = ()
    tips: tuple[Rich, ...] = ()
    notes: Rich | None = None
    room: str | None = None
    leads: str = ""
    opens: Origin | None = None
    source: Origin | None = None
    colour: str = ""
    card: Card | None = None
    uses: tuple[DeckUse, ...] = ()
    forms: tuple[FormUse, ...] = ()

    @property
    def card_minutes(self) -> int | None:
        """What the card says that it lasts."""
        said = self.card.fields.get("minutes") if self.card else None
        return said if isinstance(said, int) else None

    @property
    def tells_minutes(self) -> bool:
        """Whether the steps, all of them, or else the card say how long it lasts."""
        timed = bool(self.steps) and all(step.minutes or step.minutes_each for step in self.steps)
        return timed or self.card_minutes is not None


@dataclass(frozen=True, slots=True)
class PlanStation:
    """A station of a carrousel; `groups` is how many groups fit at once, where the plan says so."""

    activity: Activity
    groups: int | None = None


@dataclass(frozen=True, slots=True)
class PlanStrand:
    """A series of blocks beside others."""

    title: str
    participants: int | None
    room: str | None
    leads: str
    blocks: tuple["PlanBlock", ...]


@dataclass(frozen=True, slots=True)
class PlanBlock:
    """A block. `minutes` is what the plan (or else the card) says, `minutes_each` what each person of a group takes.

    With neither, the duration follows from the steps. For a carrousel `minutes` is a round; `resume` is the id of the
    carrousel whose next rounds these are. `least` is how short the block can become; `group_size` is the size of this
    block's own small groups, where it is not the plan's.
    """

    id: str
    sort: Sort
    activity: Activity
    section: str = ""
    minutes: int | None = None
    minutes_each: int | None = None
    least: int | None = None
    at: int | None = None
    grouping: Grouping = "plenary"
    group_size: int | None = None
    stations: tuple[PlanStation, ...] = ()
    rounds: int | None = None
    change: int = 0
    resume: str | None = None
    strands: tuple[PlanStrand, ...] = ()
    place: Place | None = field(default=None, compare=False, repr=False)

    @property
    def activities(self) -> Iterator[Activity]:
        """All that is done in it, at its stations and in its strands."""
        yield self.activity
        yield from (station.activity for station in self.stations)
        for strand in self.strands:
            for block in strand.blocks:
                yield from block.activities

    @property
    def tells_minutes(self) -> bool:
        """Whether the plan, or all that is done in the block, says how long it lasts."""
        if self.minutes is not None or self.minutes_each is not None:
            return True
        done = [station.activity for station in self.stations] or [self.activity]
        return all(activity.tells_minutes for activity in done)


@dataclass(frozen=True, slots=True)
class PlanMeeting:
    """A meeting: `end` is when it must be over (None: whenever it is), after `start` or on the next day."""

    title: str
    goal: str
    date: datetime.date | None
    start: int
    end: int | None
    blocks: tuple[PlanBlock, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who comes; printed on group cards only."""

    name: str
    school: str = ""
    role: str = ""


@dataclass(frozen=True)
class LoadedPlan:
    """A plan in which everything is right; `people` has names only where the plan names a file."""

    workshop: Workshop
    meetings: tuple[PlanMeeting, ...]
    participants: int
    people: tuple[Person, ...]
    rooms: Mapping[str, Room]
    groups: GroupRule
    place: Place = field(compare=False, repr=False)
