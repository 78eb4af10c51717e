"""What does not fit in a plan as a whole: blocks and meetings, sizes of groups, people over strands, room in rooms."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kaartenspel.load.carrousels import every_block
from kaartenspel.messages import _, plural
from kaartenspel.model.plan import PlanBlock, PlanMeeting, PlanStation, PlanStrand
from kaartenspel.model.workshop import GroupRule, Room, Workshop
from kaartenspel.problems import Code, Problem
from kaartenspel.reading.values import Fields, Items, Scalar, place_at


def check_plan(value: Fields, workshop: Workshop | None) -> Iterator[Problem]:
    """What the head of a plan has too much or too little of."""
    if value.get("meetings") is not None:
        for name in ("blocks", "start", "end", "date"):
            if value.get(name) is not None:
                message = _("‘{name}’ does not belong here in a plan with meetings").format(name=name)
                hint = _("write it at the meeting that it is of")
                yield Problem(Code.WRONG_VALUE, message, place_at(value, (name,), key=True), hint)
    else:
        yield from _no_blocks(value)
    yield from _groups(value, workshop.groups) if workshop else ()


def _no_blocks(value: Fields) -> Iterator[Problem]:
    """A plan in which nothing happens."""
    blocks = value.get("blocks")
    if (
        blocks is None
        or (isinstance(blocks, Scalar) and blocks.absent)
        or (isinstance(blocks, Items) and not blocks.values)
    ):
        place = place_at(value, ("blocks",), key=True) if blocks is not None else value.place
        hint = _("write each block as ‘- title: …’ with its fields below, under ‘blocks:’")
        yield Problem(Code.NO_BLOCKS, _("this plan has no blocks"), place, hint)


def _groups(value: Fields, groups: GroupRule) -> Iterator[Problem]:
    """Sizes of groups that contradict each other."""
    if groups.least is not None and groups.least > groups.size:
        message = _("least ({least}) is more than the size of the groups ({size})")
        place = place_at(value, ("groups", "least"))
        yield Problem(Code.WRONG_VALUE, message.format(least=groups.least, size=groups.size), place)
    if groups.most is not None and groups.most < groups.size:
        message = _("most ({most}) is less than the size of the groups ({size})")
        place = place_at(value, ("groups", "most"))
        yield Problem(Code.WRONG_VALUE, message.format(most=groups.most, size=groups.size), place)


def check_people(
    meetings: Sequence[PlanMeeting], people: int, rooms: Mapping[str, Room], groups: GroupRule,
    node_of: Mapping[str, Fields], *, written: bool,
) -> tuple[tuple[PlanMeeting, ...], list[Problem]]:  # fmt: skip
    """The meetings with a number of people in every strand, and what does not fit.

    `written` tells that the plan was written for this number: then its strands must add up to it.
    """
    checks = _People(rooms, groups, node_of, written)
    filled = tuple(replace(meeting, blocks=checks.blocks(meeting.blocks, people)) for meeting in meetings)
    for meeting in filled:
        checks.known(meeting)
    return filled, checks.problems


class _People:
    """Shares people out over strands, and asks whether they fit."""

    def __init__(
        self, rooms: Mapping[str, Room], groups: GroupRule, node_of: Mapping[str, Fields], written: bool
    ) -> None:
        self.rooms, self.groups, self.node_of, self.written = rooms, groups, node_of, written
        self.problems: list[Problem] = []

    def blocks(self, blocks: Sequence[PlanBlock], people: int) -> tuple[PlanBlock, ...]:
        """The blocks of so many people."""
        return tuple(self._block(block, people) for block in blocks)

    def _block(self, block: PlanBlock, people: int) -> PlanBlock:
        if not block.strands:
            self._fits(block, people)
            stations = [self._station(block, index, people) for index in range(len(block.stations))]
            return replace(block, stations=tuple(stations))
        strands = self._shared(block, people)
        filled = tuple(
            replace(strand, blocks=self.blocks(strand.blocks, strand.participants or 0)) for strand in strands
        )
        return replace(block, strands=filled)

    def _shared(self, block: PlanBlock, people: int) -> list[PlanStrand]:
        """The strands with how many follow each: as they say, and the others evenly."""
        said = sum(strand.participants or 0 for strand in block.strands)
        silent = [index for index, strand in enumerate(block.strands) if strand.participants is None]
        if said > people or (not silent and said != people):
            message = _("the strands have {said} people together, and there are {people}")
            place = place_at(self.node_of[block.id], ("strands",), key=True)
            message = message.format(said=said, people=people)
            self.problems.append(Problem(Code.WRONG_VALUE, message, place, warning=not self.written))
        each, more = divmod(max(people - said, 0), len(silent)) if silent else (0, 0)
        shares = {index: each + (order < more) for order, index in enumerate(silent)}
        return [
            replace(strand, participants=shares.get(index, strand.participants))
            for index, strand in enumerate(block.strands)
        ]

    def _fits(self, block: PlanBlock, people: int) -> None:
        """Warns of a room with too few places for all."""
        room = self.rooms.get(block.activity.room or "")
        if room and room.capacity is not None and people > room.capacity and not block.stations:
            self._warn(block, ("room",), _too_small(room, room.capacity, people))

    def _station(self, block: PlanBlock, index: int, people: int) -> PlanStation:
        """A station with how many groups fit at once, if its room tells; warns of one that is too small."""
        station = block.stations[index]
        room, size = self.rooms.get(station.activity.room or ""), min(self.groups.size, people)
        if room is None or room.capacity is None or size == 0:
            return station
        if (station.groups or 1) * size > room.capacity:
            said = _too_small(room, room.capacity, (station.groups or 1) * size)
            self._warn(block, ("stations", index, "room"), said)
        return replace(station, groups=station.groups or max(1, room.capacity // size))

    def known(self, meeting: PlanMeeting) -> None:
        """A problem for each block of which nobody can say how long it lasts."""
        for block in every_block(meeting.blocks):
            if not (block.strands or block.resume or block.tells_minutes):
                hint = _("write ‘minutes: 15’, or give every step its minutes")
                message = _("how long does this block last?")
                self.problems.append(Problem(Code.NO_DURATION, message, block.place, hint))

    def _warn(self, block: PlanBlock, where: tuple[str | int, ...], message: str) -> None:
        place = place_at(self.node_of[block.id], where)
        self.problems.append(Problem(Code.NO_ROOM, message, place, warning=True))


def _too_small(room: Room, capacity: int, people: int) -> str:
    said = plural(
        "{room} holds {capacity} person, and {people} come",
        "{room} holds {capacity} people, and {people} come",
        capacity,
    )
    return said.format(room=room.title, capacity=capacity, people=people)
