"""When everything happens: start times are derived, and what does not fit is said with its minutes.

Times are minutes after midnight of the first day; they run on past midnight. Nothing is shortened or moved to make it
fit: a pinned block stands where it is, and what is laid behind it starts when that block ends.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal

from kaartenspel.model.clock import DAY
from kaartenspel.model.script import EntryKind
from kaartenspel.model.workshop import Sort


@dataclass(frozen=True, slots=True)
class Span:
    """What the schedule needs of a block. The minutes of a carrousel, and its `least`, are those of one round.

    A span with strands lasts as long as the longest of them, whatever its minutes.
    """

    id: str
    title: str
    sort: Sort
    minutes: int
    least: int | None = None
    at: int | None = None
    room: str | None = None
    rounds: int = 1
    first: int = 1
    change: int = 0
    carrousel: bool = False
    strands: tuple[tuple["Span", ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch of time, named after its span; a buffer, a walk and an overlap after the span behind it.

    Slots follow each other without a gap. An overlap is the exception: it marks the time before the end of the slot
    in front of it that a pinned span needs too. A change has the number of the round that it leads to. The buffer
    that fills a strand up to the end of the longest is named after the span that holds the strands.
    """

    kind: EntryKind
    id: str
    start: int
    end: int
    round: int = 0
    room: str | None = None
    strands: tuple[tuple["Slot", ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Slack:
    """By how many minutes a span can be shortened."""

    id: str
    title: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """What does not fit: a pinned span that starts (`at`) before the one in front is over, or the end that is passed.

    `slack` names what can be shortened to help: spans since the last one that is pinned. An overrun is named after
    the span during which time runs out.
    """

    kind: Literal["overlap", "overrun"]
    id: str
    title: str
    minutes: int
    at: int
    slack: tuple[Slack, ...]


@dataclass(frozen=True, slots=True)
class Schedule:
    """All slots in order; `end` is when the last span is over, which may be before or after the end of the plan."""

    slots: tuple[Slot, ...]
    conflicts: tuple[Conflict, ...]
    end: int


def schedule(
    spans: Sequence[Span], start: int, end: int | None, walks: Mapping[str, int] = MappingProxyType({})
) -> Schedule:
    """Lay spans along the clock; an end before the start is on the next day. `walks` gives each room's minutes."""
    if end is not None and end < start:
        end += DAY
    line = _Line(start, start, end, walks)
    for span in spans:
        line.lay(span)
    overrun = () if end is None or line.now <= end else (_overrun(line, spans, end),)
    return Schedule(tuple(line.slots), (*line.conflicts, *overrun), line.now)


def _overrun(line: "_Line", spans: Sequence[Span], end: int) -> Conflict:
    """By how much the end is passed."""
    name = next(slot.id for slot in line.slots if slot.end > end)
    title = next(span.title for span in spans if span.id == name)
    return Conflict("overrun", name, title, line.now - end, end, line.slack())


@dataclass(slots=True)
class _Line:
    """Spans being laid one behind the other, up to `now`.

    `rooms` says where people are, with the minutes of a break or a buffer in which they can walk already. `movable`
    are the spans that move what follows when they become shorter, each with when it began and where people were; those
    before a pinned one do not, nor do those before strands of which the longest has a pinned one.
    """

    now: int
    start: int
    end: int | None
    walks: Mapping[str, int]
    rooms: dict[str, int] = field(default_factory=dict)
    movable: list[tuple[Span, int, dict[str, int]]] = field(default_factory=list)
    slots: list[Slot] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    pinned: bool = False

    def lay(self, span: Span) -> None:
        """Put a span behind the others, with the way to it; a pinned one goes where it must be."""
        self._walk(span)
        if span.at is not None:
            self._pin(span, self._on_its_day(span.at))
        self.movable.append((span, self.now, dict(self.rooms)))
        if span.strands:
            self._strands(span)
        elif span.carrousel:
            self._rounds(span)
        else:
            self._add("block", span, span.minutes)
        self._arrive(span)

    def slack(self) -> tuple[Slack, ...]:
        """What can be shortened so that the next span starts earlier."""
        found = (Slack(span.id, span.title, self._spare(span, at, rooms)) for span, at, rooms in self.movable)
        return tuple(slack for slack in found if slack.minutes > 0)

    def _add(self, kind: EntryKind, span: Span, minutes: int, turn: int = 0) -> None:
        self.slots.append(Slot(kind, span.id, self.now, self.now + minutes, turn, span.room))
        self.now += minutes

    # --- from room to room

    def _walk(self, span: Span) -> None:
        """The way to another room, unless a break is long enough for it; who goes to a break walks in it."""
        if span.room is not None and span.sort != "break" and (minutes := self._way(span.room)):
            self._add("walk", span, minutes)

    def _way(self, room: str) -> int:
        """Minutes still to walk to a room, from the farthest place where people are."""
        return max([0, *(self._apart(here, room) - had for here, had in self.rooms.items())])

    def _apart(self, here: str, room: str) -> int:
        return 0 if here == room else max(self.walks.get(here, 0), self.walks.get(room, 0))

    def _arrive(self, span: Span) -> None:
        """Where people are after a span; one that names no room leaves them where they were."""
        if span.strands:
            return
        spare = span.minutes if span.sort == "break" else 0
        if span.room is not None:
            self.rooms = {span.room: max(0, spare - self._way(span.room))}
        else:
            self.rooms = {room: had + spare if spare else 0 for room, had in self.rooms.items()}

    # --- the clock

    def _on_its_day(self, at: int) -> int:
        """A pinned time, after midnight where that is what was meant."""
        if at >= self.start:
            return at
        later = at + DAY
        runs_on = later - self.now < self.now - at if self.end is None else self.end >= DAY
        return later if runs_on else at

    def _pin(self, span: Span, at: int) -> None:
        """Show the time that is left before a pinned span, or that is lacking."""
        lacking = self.now - at
        if lacking > 0:
            self.conflicts.append(Conflict("overlap", span.id, span.title, lacking, at, self.slack()))
            self.slots.append(Slot("overlap", span.id, at, self.now))
        elif lacking < 0:
            self.slots.append(Slot("buffer", span.id, self.now, at))
        self.now, self.pinned = at, True
        self.movable.clear()

    def _rounds(self, span: Span) -> None:
        """The rounds of a carrousel, with the change between two of them."""
        for turn in range(span.first, span.first + span.rounds):
            if turn > span.first and span.change:
                self._add("change", span, span.change, turn)
            self._add("round", span, span.minutes, turn)

    # --- strands

    def _strands(self, span: Span) -> None:
        """Strands start together; each is filled up to the end of the longest."""
        lines = [self._strand(strand) for strand in span.strands]
        end = max(self.now, *(line.now for line in lines))
        self.rooms = {}
        for line in lines:
            self._join(line, end, span)
        if any(line.now == end and line.pinned for line in lines):
            del self.movable[:-1]
            self.pinned = True
        self.slots.append(Slot("block", span.id, self.now, end, 0, span.room, tuple(tuple(x.slots) for x in lines)))
        self.now = end

    def _strand(self, spans: Sequence[Span]) -> "_Line":
        """A line of its own that starts here."""
        line = _Line(self.now, self.start, self.end, self.walks, dict(self.rooms), self.movable[:-1])
        for span in spans:
            line.lay(span)
        return line

    def _join(self, line: "_Line", end: int, span: Span) -> None:
        """What a strand leaves behind: its conflicts, its people, and the time that they have to spare."""
        spare = end - line.now
        if spare:
            line.slots.append(Slot("buffer", span.id, line.now, end))
        self.conflicts += line.conflicts
        for room, had in line.rooms.items():
            self.rooms[room] = min(self.rooms.get(room, had + spare), had + spare)

    # --- what can be shorter

    def _spare(self, span: Span, begin: int, rooms: dict[str, int]) -> int:
        """By how many minutes a span that began then can be shortened."""
        if not span.strands:
            return span.rounds * _cut(span) if span.carrousel else _cut(span)
        ends = [self._end(span.strands, begin, rooms), self._end(_shortest(span).strands, begin, rooms)]
        return ends[0] - ends[1]

    def _end(self, strands: Sequence[Sequence[Span]], begin: int, rooms: dict[str, int]) -> int:
        """When strands that begin then are over."""
        line = _Line(begin, self.start, self.end, self.walks, rooms)
        line.lay(Span("", "", "work", 0, strands=tuple(tuple(strand) for strand in strands)))
        return line.now


def _cut(span: Span) -> int:
    return 0 if span.least is None else max(0, span.minutes - span.least)


def _shortest(span: Span) -> Span:
    """The span with everything as short as it can be."""
    strands = tuple(tuple(_shortest(part) for part in strand) for strand in span.strands)
    return replace(span, minutes=span.minutes - _cut(span), strands=strands)
