"""The entries of a script: each slot of the schedule with what is done in it, in words."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kaartenspel.model.card import Step
from kaartenspel.model.clock import as_clock
from kaartenspel.model.plan import Activity, LoadedPlan, PlanBlock
from kaartenspel.model.register import Origin
from kaartenspel.model.script import Content, Entry, ScriptStep, Station, Strand, Table, Tool
from kaartenspel.plan.duration import step_minutes, turns
from kaartenspel.plan.phrases import Phrases, capital
from kaartenspel.plan.schedule import Slot
from kaartenspel.plan.timetable import Ride, Timetable


class Entries:
    """Makes the entries of one meeting."""

    def __init__(self, plan: LoadedPlan, table: Timetable, phrases: Phrases) -> None:
        self.plan, self.table, self.say = plan, table, phrases
        self.shown: set[str] = set()  # blocks of which the first slot was made, which brings section and table
        self.warnings = {conflict.id: phrases.conflict(conflict) for conflict in table.schedule.conflicts}

    def all(self) -> tuple[Entry, ...]:
        """The entries in order."""
        return tuple(self._entries(self.table.schedule.slots))

    def _entries(self, slots: Iterable[Slot]) -> Iterator[Entry]:
        for slot in slots:
            if slot.kind == "block":
                yield self._block(slot)
            elif slot.kind == "round":
                yield self._round(slot)
            elif slot.kind != "overlap":  # an overlap is told by the block that stands fast
                yield self._between(slot)

    def _entry(self, slot: Slot, content: Content) -> Entry:
        """What all entries have."""
        block = self.table.blocks[slot.id]
        is_first = slot.id not in self.shown and slot.kind in ("block", "round")
        if is_first:
            self.shown.add(slot.id)
        return Entry(
            slot.id, slot.kind, block.sort, slot.start, slot.end, as_clock(slot.start),
            self.say.lasts(slot.start, slot.end), content, block.section if is_first else "", block.least,
            block.at is not None and is_first, warning=self.warnings.get(slot.id, "") if is_first else "",
            place=slot.room or "",
        )  # fmt: skip

    def _between(self, slot: Slot) -> Entry:
        """Time between blocks: to spare, to walk, or to change."""
        if slot.kind == "walk":
            title = self.say("walk", room=self._room(slot.room))
        elif slot.kind == "change":
            title = self.say("change", round=slot.round)
        else:
            title = self.say("buffer")
        return replace(self._entry(slot, Content(title)), sort="work", least=None)

    def _block(self, slot: Slot) -> Entry:
        """A block, with its strands where it has them."""
        block, crowd = self.table.blocks[slot.id], self.table.crowds[slot.id]
        sizes = crowd.sizes(block)
        content = self._content(block.activity, turns(block.grouping, crowd.people, sizes), slot.room)
        label = self._label(block, block.activity, sizes)
        strands = tuple(
            Strand(strand.title, self._room(strand.room), strand.leads, tuple(self._entries(slots)))
            for strand, slots in zip(block.strands, slot.strands, strict=True)
        )
        return replace(self._entry(slot, replace(content, label=label)), strands=strands)

    def _label(self, block: PlanBlock, activity: Activity, sizes: tuple[int, ...]) -> str:
        """`Stellingenspel · groepen van 4–5`; a break needs none."""
        if block.sort == "break" or block.strands:
            return activity.label
        return capital(" · ".join(part for part in (activity.label, self.say.grouping(block, sizes)) if part))

    # --- carrousels

    def _round(self, slot: Slot) -> Entry:
        """A round of a carrousel; the first one shows the stations and the whole rotation."""
        block = self.table.blocks[slot.id]
        ride = self.table.rides[block.resume or block.id]
        rounds = len(ride.block.stations)
        title = self.say("round", title=ride.block.activity.title, round=slot.round, of=rounds)
        sizes = ride.crowd.sizes(ride.block)
        content = self._content(ride.block.activity, max(sizes, default=0), slot.room)
        content = replace(content, title=title, label=self._label(ride.block, ride.block.activity, sizes))
        if slot.round > 1:
            content = Content(title, content.label, content.colour, room=content.room)
        here = self._of_round(ride, slot.round)
        entry = replace(self._entry(slot, content), here=here.rows)
        if slot.round > 1:
            return replace(entry, table=here)
        return replace(entry, table=self.rotation(ride), stations=tuple(self._stations(ride)))

    def rotation(self, ride: Ride) -> Table:
        """Which groups are at which station in each round."""
        clocks = self._clocks(ride)
        heads = (self.say("station-head"), *(f"{self.say('round-head')} {n} ({clock})" for n, clock in clocks.items()))
        rows = tuple(
            (f"{index + 1}. {station.activity.title}", *(self._there(ride, index, n) for n in clocks))
            for index, station in enumerate(ride.block.stations)
        )
        return Table(self.say("rotation"), heads, rows)

    def _of_round(self, ride: Ride, turn: int) -> Table:
        """Which groups are where in one round."""
        rows = tuple(
            (f"{index + 1}. {station.activity.title}", self._there(ride, index, turn))
            for index, station in enumerate(ride.block.stations)
        )
        return Table(self.say("this-round"), (self.say("station-head"), self.say("groups-head")), rows)

    def _there(self, ride: Ride, station: int, turn: int) -> str:
        """`1, 4 en 7`, or a dash."""
        groups = [group + 1 for group in ride.rotation.at(station, (turn - 1) % len(ride.block.stations))]
        return self.say.numbers(groups) if groups else "–"

    def _clocks(self, ride: Ride) -> dict[int, str]:
        """The clock time of each round that is on the schedule."""
        ids = {block.id for block in self.table.blocks.values() if ride.block.id in (block.id, block.resume)}
        slots = [slot for slot in all_slots(self.table.schedule.slots) if slot.kind == "round" and slot.id in ids]
        return {slot.round: as_clock(slot.start) for slot in slots}

    def _stations(self, ride: Ride) -> Iterator[Station]:
        clocks = self._clocks(ride)
        group = max(ride.crowd.division.sizes, default=0)
        for index, station in enumerate(ride.block.stations):
            visits = tuple(f"{clock}: {self._there(ride, index, n)}" for n, clock in clocks.items())
            yield Station(index + 1, self._content(station.activity, group, station.activity.room), visits)

    # --- what is done

    def _content(self, activity: Activity, group: int, room: str | None) -> Content:
        """An activity in words, for groups of so many."""
        steps = tuple(ScriptStep(step.text, self._minutes(step, group)) for step in activity.steps)
        source = self.say("idea", source=activity.source.short) if activity.source else ""
        return Content(
            activity.title, activity.label, activity.colour, activity.goal, activity.say, steps, activity.materials,
            activity.tips, activity.notes, self._room(activity.room or room), activity.leads, source,
            tool(activity.opens),
        )  # fmt: skip

    def _minutes(self, step: Step, group: int) -> str:
        """`5 min`, `3 × 5 min`, `5 min p.p., samen 15 min`."""
        total = step_minutes(step, group)
        if total is None:
            return ""
        once = f"{self.say.minutes(step.minutes or step.minutes_each or 0)}"
        if step.minutes_each is not None:
            once = f"{once} {self.say.words['each']}"
        if step.rounds and step.rounds > 1:
            once = f"{step.rounds}\N{NO-BREAK SPACE}×\N{NO-BREAK SPACE}{once}"
        alone = step.minutes_each is None and (step.rounds or 1) == 1
        return once if alone else self.say("together", once=once, total=self.say.minutes(total))

    def _room(self, name: str | None) -> str:
        return self.plan.rooms[name].title if name and name in self.plan.rooms else ""


def all_slots(slots: Iterable[Slot]) -> Iterator[Slot]:
    """All slots, those of strands behind the one that holds them."""
    for slot in slots:
        yield slot
        for strand in slot.strands:
            yield from all_slots(strand)


def tool(origin: Origin | None) -> Tool | None:
    """What a QR opens; a source without an address that stands gives none."""
    if origin is None or origin.link is None:
        return None
    return Tool(origin.short, origin.domain, origin.link, origin.use or "")
