"""The rounds of carrousels: how many are here, and how many are left for the block that goes on with it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kaartenspel.load.wording import unknown_name
from kaartenspel.messages import _, plural
from kaartenspel.model.plan import Activity, PlanBlock, PlanMeeting, PlanStrand
from kaartenspel.problems import Code, Problem
from kaartenspel.reading.values import Fields, place_at


@dataclass(slots=True)
class _Carrousel:
    """A carrousel with the rounds that are left of it while the plan is gone through."""

    block: PlanBlock
    left: int
    later: list[PlanBlock] = field(default_factory=list)


class Rounds:
    """Fills in the rounds of the carrousels of one plan. `node_of` is where blocks stand, by id."""

    def __init__(self, node_of: Mapping[str, Fields]) -> None:
        self.node_of = node_of
        self.problems: list[Problem] = []

    def fill(self, meeting: PlanMeeting) -> PlanMeeting:
        """The meeting with a number of rounds at each carrousel, and at what goes on with it."""
        known: dict[str, _Carrousel] = {}
        for block in every_block(meeting.blocks):
            self._meet(block, known)
        filled: dict[str, PlanBlock] = {}
        for carrousel in known.values():
            filled |= {block.id: block for block in self._filled(carrousel)}
        return replace(meeting, blocks=_swapped(meeting.blocks, filled))

    def _meet(self, block: PlanBlock, known: dict[str, _Carrousel]) -> None:
        """Takes note of a carrousel, or of what goes on with one."""
        if block.stations:
            known[block.id] = _Carrousel(block, len(block.stations))
        elif block.resume in known:
            known[block.resume].later.append(block)
        elif block.resume is not None and "stations" not in _keys(self.node_of.get(block.resume)):
            problem = unknown_name(_("carrousel before this block"), block.resume, None, known)
            self._note(block, "resume", problem.message, problem.hint)

    def _filled(self, carrousel: _Carrousel) -> Iterator[PlanBlock]:
        """The carrousel and what goes on with it, with their rounds."""
        block, stations = carrousel.block, len(carrousel.block.stations)
        later = sum(other.rounds or 0 for other in carrousel.later)
        first = replace(block, rounds=block.rounds or max(stations - later, 1))
        yield first
        done = self._checked(first, stations, 0)
        for other in carrousel.later:
            filled = self._resumed(other, first, stations - done)
            done = self._checked(filled, stations, done)
            yield filled
        if done < stations:
            said = _("this carrousel has {stations} stations, and every group comes to {rounds} of them")
            self._note(block, "stations", said.format(stations=stations, rounds=done), warning=True)

    def _resumed(self, block: PlanBlock, first: PlanBlock, left: int) -> PlanBlock:
        """A block that goes on with a carrousel: what it does not say is as before."""
        return replace(
            block, rounds=block.rounds or left, minutes=block.minutes or first.minutes,
            minutes_each=block.minutes_each or (None if block.minutes else first.minutes_each),
            change=first.change,
            activity=_as_before(block.activity, first.activity, self._says_title(block)),
        )  # fmt: skip

    def _says_title(self, block: PlanBlock) -> bool:
        return "title" in _keys(self.node_of.get(block.id))

    def _checked(self, block: PlanBlock, stations: int, done: int) -> int:
        """How many rounds are done after this block; more than there are stations is a problem."""
        rounds = block.rounds or 0
        if block.resume and done >= stations:
            hint = _("say ‘rounds’ at the carrousel: how many come before this block")
            self._note(block, "resume", _("no rounds are left of this carrousel"), hint)
        elif done + rounds > stations:
            message = plural(
                "with {stations} station there are no {rounds} rounds",
                "with {stations} stations there are no {rounds} rounds", stations,
            )  # fmt: skip
            self._note(block, "rounds", message.format(stations=stations, rounds=done + rounds))
        return done + rounds

    def _note(self, block: PlanBlock, key: str, message: str, hint: str = "", *, warning: bool = False) -> None:
        """A problem at the value of a field of the block, or at the block."""
        node = self.node_of[block.id]
        place = place_at(node, (key,), key=key == "stations")
        code = Code.UNKNOWN_NAME if key == "resume" else Code.WRONG_VALUE
        self.problems.append(Problem(code, message, place, hint, warning))


def every_block(blocks: Sequence[PlanBlock]) -> Iterator[PlanBlock]:
    """Blocks and those of their strands, in the order of the file."""
    for block in blocks:
        yield block
        for strand in block.strands:
            yield from every_block(strand.blocks)


def _as_before(activity: Activity, first: Activity, says_title: bool) -> Activity:
    title = activity.title if says_title else first.title
    return replace(activity, title=title, label=activity.label or first.label, colour=activity.colour or first.colour)


def _swapped(blocks: Sequence[PlanBlock], filled: Mapping[str, PlanBlock]) -> tuple[PlanBlock, ...]:
    """The blocks with some of them exchanged, those in strands too."""
    return tuple(_with_strands(filled.get(block.id, block), filled) for block in blocks)


def _with_strands(block: PlanBlock, filled: Mapping[str, PlanBlock]) -> PlanBlock:
    strands: list[PlanStrand] = [replace(strand, blocks=_swapped(strand.blocks, filled)) for strand in block.strands]
    return replace(block, strands=tuple(strands)) if strands else block


def _keys(node: Fields | None) -> set[str]:
    return {key.text for key, _value in node.entries} if node else set()
