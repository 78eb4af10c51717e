"""What serves a goal, for so many people: how long it takes, in which groups, and whether it can be done at all."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kaartenspel.model.card import Card, GroupSize, Step
from kaartenspel.model.goal import Form
from kaartenspel.model.richtext import Rich
from kaartenspel.plan.duration import step_minutes, turns
from kaartenspel.plan.groups import divide
from kaartenspel.plan.within import Within, within

STEP = 5
"""Minutes of a made plan are rounded up to this: nobody plans a block of 43 minutes."""
Reason = Literal["few", "many", "size", "materials", "time"]


@dataclass(frozen=True, slots=True)
class Option:
    """A form for so many people: from `least` to `most` minutes, `told` of which the card itself reckons.

    `size` is that of its small groups, where it works in such.
    """

    form: Form
    least: int
    most: int
    told: int
    size: int | None = None

    @property
    def key(self) -> str:
        """How people name it."""
        return self.form.key


def option(form: Form, people: int, size: int | None, there: Sequence[str] | None) -> Option | Reason:
    """What a form is for so many people, or why it cannot be done.

    `size` is the size of groups that is wished (None: whatever suits the form), `there` what the room has (None:
    everything). A deck's number of players is that of a table, a card's is everybody.
    """
    way = way_of(form)
    if size is not None and not way.fits(size):
        return "size"
    chosen = way.nearest(size or 5) if way.grouping == "groups" else None
    sizes = divide(people, chosen).sizes if chosen else ()
    if reason := _crowd(form, people, sizes):
        return reason
    if there is not None and lacking(form, there):
        return "materials"
    span = minutes_of(form, turns(way.grouping, people, sizes))
    return Option(form, *span, chosen) if span else "time"


def people_of(form: Form) -> GroupSize:
    """For whom its card says it is."""
    found = form.guide.fields.get("people") if form.guide else None
    return found if isinstance(found, GroupSize) else GroupSize()


def way_of(form: Form) -> Within:
    """How people work: as the goal says, else the card."""
    told = within(people_of(form).within)
    if form.fit.grouping is None or form.fit.grouping == told.grouping:
        return told
    return Within(form.fit.grouping)


def _crowd(form: Form, people: int, sizes: Sequence[int]) -> Reason | None:
    """Whether there are too few people, or too many."""
    told = people_of(form)
    least, most = told.least or 1, told.most
    if people < least or (sizes and form.deck and sizes[-1] < least):
        return "few"
    at_once = (max(sizes, default=0) if way_of(form).grouping == "groups" else 0) if form.deck else people
    return "many" if most is not None and at_once > most else None


def lacking(form: Form, there: Sequence[str]) -> list[str]:
    """What the form needs and is not there."""
    known = {name.casefold() for name in there}
    return [name for name in form.fit.needs if name.casefold() not in known]


def minutes_of(form: Form, group: int) -> tuple[int, int, int] | None:
    """From how many minutes to how many, and what the card reckons; None where nobody says."""
    fit = form.fit
    if fit.minutes is not None:
        return min(fit.least or fit.minutes, fit.minutes), fit.minutes, fit.minutes
    short, long = _reckoned(form.guide, group) if form.guide else (0, 0)
    if not long:
        return None
    most = _rounded(long)
    return min(fit.least or _rounded(short), most), most, long


def _reckoned(card: Card, group: int) -> tuple[int, int]:
    """The minutes of a card: those of its steps, or else what it says, such as `20–40`; zeros where it says none."""
    steps = card.fields.get("steps")
    parts = [step_minutes(step, group) for step in steps if isinstance(step, Step)] if isinstance(steps, tuple) else []
    if parts and None not in parts:
        total = sum(part or 0 for part in parts)
        return total, total
    said = card.fields.get("minutes")
    text = said.text if isinstance(said, Rich) else str(said or "")
    numbers = [int(number) for number in re.findall(r"[0-9]+", text)] or [0]
    return min(numbers), max(numbers)


def _rounded(minutes: int) -> int:
    return -(-minutes // STEP) * STEP
