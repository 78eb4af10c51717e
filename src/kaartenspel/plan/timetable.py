"""The blocks of a meeting on the clock: what a plan says, turned into what the schedule needs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kaartenspel.model.plan import LoadedPlan, PlanBlock, PlanMeeting
from kaartenspel.plan.carrousel import Rotation, rotate
from kaartenspel.plan.crowd import Crowd
from kaartenspel.plan.duration import duration
from kaartenspel.plan.schedule import Schedule, Span, schedule


@dataclass(frozen=True, slots=True)
class Ride:
    """A carrousel: its block, how its groups go round, and the crowd that rides it."""

    block: PlanBlock
    rotation: Rotation
    crowd: Crowd


@dataclass(frozen=True, slots=True)
class Timetable:
    """A meeting on the clock; blocks, rides and crowds by the id of their block, those of strands with them."""

    meeting: PlanMeeting
    schedule: Schedule
    blocks: dict[str, PlanBlock] = field(default_factory=dict)
    rides: dict[str, Ride] = field(default_factory=dict)
    crowds: dict[str, Crowd] = field(default_factory=dict)


def timetable(plan: LoadedPlan, meeting: PlanMeeting) -> Timetable:
    """A meeting on the clock. A block whose duration cannot be known lasts no time: loading has told so."""
    crowd = Crowd(plan.participants, plan.groups)
    blocks: dict[str, PlanBlock] = {}
    rides: dict[str, Ride] = {}
    crowds: dict[str, Crowd] = {}
    for block, people in _all(meeting.blocks, crowd):
        blocks[block.id], crowds[block.id] = block, people
        if block.stations:
            capacity = [station.groups for station in block.stations]
            rotation = rotate(len(people.division.sizes), len(block.stations), capacity)
            rides[block.id] = Ride(block, rotation, people)
    walks = {name: room.walk for name, room in plan.rooms.items()}
    spans = _spans(meeting.blocks, crowd, rides, {})
    return Timetable(meeting, schedule(spans, meeting.start, meeting.end, walks), blocks, rides, crowds)


def _all(blocks: Sequence[PlanBlock], crowd: Crowd) -> Iterator[tuple[PlanBlock, Crowd]]:
    """All blocks with their crowd, strands with their part of it."""
    for block in blocks:
        yield block, crowd
        for strand in block.strands:
            yield from _all(strand.blocks, crowd.part(strand.participants, len(block.strands)))


def _spans(
    blocks: Sequence[PlanBlock], crowd: Crowd, rides: dict[str, Ride], done: dict[str, int], room: str | None = None
) -> tuple[Span, ...]:
    """What the schedule needs of blocks; `done` counts the rounds that a carrousel had already."""
    spans: list[Span] = []
    for block in blocks:
        ride = rides.get(block.resume or block.id)
        rounds, first = 1, 1
        if ride is not None:
            first = done.get(ride.block.id, 0) + 1
            rounds = block.rounds or rounds_left(ride.block, blocks, block, first - 1)
            done[ride.block.id] = first - 1 + rounds
        spans.append(_span(block, ride, crowd, rides, rounds, first, room))
    return tuple(spans)


def rounds_left(carrousel: PlanBlock, blocks: Sequence[PlanBlock], here: PlanBlock, done: int) -> int:
    """The rounds of a carrousel in a block that names no number: what others have not, and at least one."""
    others = [block for block in blocks if block.resume == carrousel.id and block is not here]
    later = sum(block.rounds or 0 for block in others if blocks.index(block) > blocks.index(here))
    return max(1, len(carrousel.stations) - done - later)


def _span(
    block: PlanBlock, ride: Ride | None, crowd: Crowd, rides: dict[str, Ride], rounds: int, first: int, room: str | None
) -> Span:
    """One block; a later part of a carrousel takes its minutes and its change from the first."""
    timed = block if ride is None or block.resume is None or block.minutes else ride.block
    minutes = duration(timed, crowd.people, crowd.sizes(timed)) or 0
    strands = tuple(
        _spans(strand.blocks, crowd.part(strand.participants, len(block.strands)), rides, {}, strand.room)
        for strand in block.strands
    )
    return Span(
        block.id, block.activity.title, block.sort, minutes, block.least, block.at, block.activity.room or room,
        rounds, first, ride.block.change if ride else 0, carrousel=ride is not None, strands=strands,
    )  # fmt: skip
