"""How long a block lasts, in minutes, when that depends on how many people work together."""

from collections.abc import Iterable, Sequence

from kaartenspel.model.card import Step
from kaartenspel.model.plan import Activity, PlanBlock
from kaartenspel.model.workshop import Grouping
from kaartenspel.plan.groups import pairs


def duration(block: PlanBlock, people: int, sizes: Sequence[int]) -> int | None:
    """The minutes of a block, or of one round of a carrousel; None where they cannot be known.

    `sizes` are those of the plan's groups. What the plan says goes first, then minutes for each person, then the
    steps when all of them have minutes, then the card. A round of a carrousel lasts as long as its longest station. A
    block with strands lasts as long as they do: `schedule` reckons that, and here it is what the plan says.
    """
    if block.minutes is not None:
        return block.minutes
    group = turns(block.grouping, people, sizes)
    if block.minutes_each is not None:
        return block.minutes_each * group or None
    if block.stations:
        return _longest(_activity(station.activity, group) for station in block.stations)
    return _activity(block.activity, group)


def turns(grouping: Grouping, people: int, sizes: Sequence[int]) -> int:
    """How many people have their turn one after another: those of the largest group."""
    if grouping == "alone":
        return min(people, 1)
    if grouping == "plenary":
        return people
    return max(pairs(people).sizes if grouping == "pairs" else sizes, default=0)


def step_minutes(step: Step, group: int) -> int | None:
    """The minutes of a step for a group of this size, all its rounds together; None where the step names none."""
    once = step.minutes if step.minutes_each is None else step.minutes_each * group
    return once * (step.rounds or 1) if once else None


def _activity(activity: Activity, group: int) -> int | None:
    """From the steps if all of them tell, else from the card."""
    steps = _total(step_minutes(step, group) for step in activity.steps)
    if steps is not None:
        return steps
    return activity.card_minutes


def _total(parts: Iterable[int | None]) -> int | None:
    """The sum, unless there is nothing or a part is not known."""
    known = list(parts)
    return sum(part or 0 for part in known) if known and None not in known else None


def _longest(parts: Iterable[int | None]) -> int | None:
    """The largest, unless a part is not known."""
    known = list(parts)
    return max((part or 0 for part in known), default=None) if None not in known else None
