"""A plan as a script: every time, group and print of it reckoned, in the words of its language."""

from collections.abc import Iterator, Sequence

from kaartenspel.model.clock import as_clock
from kaartenspel.model.plan import LoadedPlan, PlanBlock
from kaartenspel.model.richtext import parse
from kaartenspel.model.script import Checklist, GroupCard, PrintJob, Script, ScriptMeeting, Table, Task
from kaartenspel.model.words import Words
from kaartenspel.plan.crowd import Crowd
from kaartenspel.plan.entries import Entries
from kaartenspel.plan.groups import mixed, pairs
from kaartenspel.plan.phrases import Phrases, capital
from kaartenspel.plan.supplies import materials, tables
from kaartenspel.plan.timetable import Timetable, timetable

NO_SHOWS = 2
"""So many people fewer or more are reckoned beforehand."""


def make_script(plan: LoadedPlan, words: Words, prints: Sequence[PrintJob]) -> Script:
    """The script of a plan, with the prints that were counted for it."""
    return _Maker(plan, words).script(tuple(prints))


def timetables(plan: LoadedPlan) -> tuple[Timetable, ...]:
    """The meetings of a plan on the clock."""
    return tuple(timetable(plan, meeting) for meeting in plan.meetings)


def troubles(plan: LoadedPlan, tables: Sequence[Timetable]) -> Iterator[tuple[str, PlanBlock | None]]:
    """What cannot be, apart from the clock, in the language of the run, with the block that it is about.

    Stations that are too small for the groups that come, and people who cannot be divided as the plan asks.
    """
    for table in tables:
        yield from ((ride.rotation.trouble, ride.block) for ride in table.rides.values() if ride.rotation.trouble)
    division = Crowd(plan.participants, plan.groups).division
    if has_groups(tables) and division.trouble:
        yield division.trouble, None


def has_groups(tables: Sequence[Timetable]) -> bool:
    """Whether some block works in the plan's groups."""
    blocks = [block for table in tables for block in table.blocks.values()]
    return any(block.grouping in ("groups", "carrousel") and block.group_size is None for block in blocks)


class _Maker:
    """Makes one script."""

    def __init__(self, plan: LoadedPlan, words: Words) -> None:
        self.plan, self.say = plan, Phrases(words)
        self.crowd = Crowd(plan.participants, plan.groups)
        self.tables = timetables(plan)

    def script(self, prints: tuple[PrintJob, ...]) -> Script:
        """Everything together."""
        file = self.plan.workshop
        sizes = self.crowd.division.sizes if has_groups(self.tables) else ()
        meetings = tuple(self._meeting(table) for table in self.tables)
        return Script(
            file.workshop, file.title, file.goal or "", file.language, self._subtitle(), tuple(self._facts()), meetings,
            self.plan.participants, self.say.division(sizes), tuple(self._groups(sizes)),
            self._no_shows() if sizes else None, prints, tuple(self._lists()),
            parse(file.why) if file.why else None, tuple(self._problems()),
        )  # fmt: skip

    def _meeting(self, table: Timetable) -> ScriptMeeting:
        meeting = table.meeting
        when = [self.say.date(meeting.date)] if meeting.date else []
        when.append(self.say.window(meeting.start, table.schedule.end))
        entries = Entries(self.plan, table, self.say).all()
        return ScriptMeeting(
            meeting.title, meeting.goal, capital(" · ".join(when)), meeting.date, meeting.start, table.schedule.end,
            meeting.end, entries, tuple((name, room.walk) for name, room in self.plan.rooms.items() if room.walk),
        )  # fmt: skip

    # --- what stands at the head

    def _subtitle(self) -> str:
        """Date, times, place and people in one line; times only where there is one meeting."""
        file, parts = self.plan.workshop, []
        if len(self.tables) == 1:
            table = self.tables[0]
            parts += [self.say.date(table.meeting.date)] if table.meeting.date else []
            parts.append(self.say.window(table.meeting.start, table.schedule.end))
        else:
            parts.append(self.say.count("meeting", len(self.tables)))
        parts += [file.place] if file.place else []
        return capital(" · ".join([*parts, self.say.count("participant", self.plan.participants)]))

    def _facts(self) -> Iterator[tuple[str, str]]:
        """Label and value of what one must know; those of the subtitle are not repeated."""
        file = self.plan.workshop
        if file.goal:
            yield self.say("goal"), file.goal
        if file.facilitators:
            yield self.say("facilitators"), ", ".join(file.facilitators)
        if has_groups(self.tables):
            yield self.say("groups-head"), self.say.division(self.crowd.division.sizes)
        rooms = [
            room.title + (f" ({self.say.count('person', room.capacity)})" if room.capacity else "")
            for room in self.plan.rooms.values()
        ]
        if rooms:
            yield self.say("rooms"), ", ".join(rooms)

    def _problems(self) -> Iterator[str]:
        """What does not add up."""
        for table in self.tables:
            yield from (self.say.conflict(conflict) for conflict in table.schedule.conflicts)
        yield from (said for said, _block in troubles(self.plan, self.tables))

    # --- groups

    def _groups(self, sizes: tuple[int, ...]) -> Iterator[GroupCard]:
        names = mixed(self.plan.people, sizes, self.plan.workshop.seed) if self.plan.people and sizes else ()
        for index, size in enumerate(sizes):
            people = tuple(person.name for person in names[index]) if names else ()
            yield GroupCard(index + 1, size, people, tuple(self._rounds(index)))

    def _rounds(self, group: int) -> Iterator[str]:
        """Where a group is in each round of the carrousels that all people ride."""
        for table in self.tables:
            for slot in table.schedule.slots:
                block = table.blocks[slot.id]
                ride = table.rides.get(block.resume or block.id)
                if slot.kind == "round" and ride is not None:
                    visits = ride.rotation.visits[group]
                    number = visits[(slot.round - 1) % len(visits)]
                    title = ride.block.stations[number].activity.title
                    yield self.say("visit", clock=as_clock(slot.start), station=number + 1, title=title)

    def _no_shows(self) -> Table:
        """The groups and pairs for a few people fewer or more."""
        people = self.plan.participants
        heads = (self.say("participants-head"), self.say("groups-head"), self.say("pairs-head"))
        counts = range(max(2, people - NO_SHOWS), people + NO_SHOWS + 1)
        rows = [(str(count), self._divided(count), self._paired(count)) for count in counts]
        return Table(self.say("no-shows"), heads, tuple(rows))

    def _divided(self, people: int) -> str:
        return self.say.division(Crowd(people, self.plan.groups).division.sizes)

    def _paired(self, people: int) -> str:
        sizes = pairs(people).sizes
        odd = f" {self.say('and-trio')}" if sizes and sizes[0] > 2 else ""
        return f"{self.say.count('pair', sizes.count(2))}{odd}" if 2 in sizes else self.say("a-trio")

    # --- what to do beforehand

    def _lists(self) -> Iterator[Checklist]:
        """What to set out, and what comes before the day."""
        ready = tuple(self._ready())
        if ready:
            yield Checklist(self.say("set-out"), ready)
        before = tuple(Task(text) for text in self.plan.workshop.before)
        yield Checklist(self.say("beforehand"), before or tuple(self._usual()))

    def _ready(self) -> Iterator[Task]:
        """Tables, stations and materials."""
        count = tables(self.plan)
        if count:
            yield Task(self.say("set-tables", tables=self.say.count("table", count), last=count))
        for table in self.tables:
            for ride in table.rides.values():
                stations = [f"{n}. {station.activity.title}" for n, station in enumerate(ride.block.stations, 1)]
                yield Task(self.say.count("station", len(stations)), ", ".join(stations))
        for material in materials(self.plan):
            yield Task(material.name, ", ".join(material.used_for))

    def _usual(self) -> Iterator[Task]:
        """What any workshop needs beforehand, where the plan says nothing."""
        yield Task(self.say("before-week"))
        yield Task(self.say("before-day"))
        yield Task(self.say("before-hour"))
