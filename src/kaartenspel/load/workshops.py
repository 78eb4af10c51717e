"""A plan's file as a checked plan: meetings, blocks, rooms and people, with every problem at its place.

What a command says (how many people, from when till when, on which day) goes before what stands in the file.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kaartenspel.load.carrousels import Rounds
from kaartenspel.load.fields import unfit
from kaartenspel.load.people import read_people
from kaartenspel.load.plan_blocks import Blocks
from kaartenspel.load.plan_checks import check_people, check_plan
from kaartenspel.load.project import Project
from kaartenspel.load.wording import missing_field, name_problem, wrong_shape
from kaartenspel.messages import _
from kaartenspel.model.plan import LoadedPlan, Person, PlanMeeting
from kaartenspel.model.workshop import Meeting, Workshop
from kaartenspel.problems import Code, Problem
from kaartenspel.reading.values import Fields, Items, Scalar, Value, place_at, scalar


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a command says about the day; None leaves it to the file."""

    participants: int | None
    start: int | None
    end: int | None
    date: datetime.date | None


def load_workshop(
    project: Project, path: Path, *, participants: int | None = None, start: int | None = None,
    end: int | None = None, date: datetime.date | None = None,
) -> LoadedPlan | None:  # fmt: skip
    """The plan in a file, or None where something about it is wrong; that goes to the project's problems."""
    before = len(project.problems)
    value = project.value(path)
    if value is None:
        return None
    if not isinstance(value, Fields):
        project.problems.append(wrong_shape(value.place, _("a list of fields, each as ‘name: value’")))
        return None
    project.problems += name_problem(path, value, "workshop")
    plan = _Loader(project, value, path.parent, _Asked(participants, start, end, date)).load()
    return plan if all(problem.warning for problem in project.problems[before:]) else None


class _Loader:
    """Reads one plan."""

    def __init__(self, project: Project, value: Fields, folder: Path, asked: _Asked) -> None:
        self.project, self.value, self.folder, self.asked = project, value, folder, asked
        said = scalar(value, "language")
        self.words = project.words(said.text.strip().lower() if said else "nl", said.place if said else None)
        self.blocks = Blocks(project, value, self.words)

    def load(self) -> LoadedPlan | None:
        """The plan with what is right in it; problems go to the project."""
        for words in _words(self.value):
            self.project.problems += unfit(words)
        workshop = self.blocks.read(Workshop, self.value, ("meetings",))
        self.project.problems += check_plan(self.value, workshop)
        meetings = self._meetings(workshop)
        people = self._people()
        count = self._count(workshop, people)
        rounds = Rounds(self.blocks.node_of)
        meetings = tuple(rounds.fill(meeting) for meeting in meetings)
        self.project.problems += rounds.problems
        if count is not None and workshop:
            written = self.asked.participants in (None, workshop.participants)
            meetings, problems = check_people(
                meetings, count, workshop.rooms, workshop.groups, self.blocks.node_of, written=written
            )
            self.project.problems += problems
        if workshop is None or count is None:
            return None
        return LoadedPlan(
            workshop, meetings, count, people if len(people) == count else (), workshop.rooms, workshop.groups,
            self.value.place,
        )  # fmt: skip

    def _meetings(self, workshop: Workshop | None) -> tuple[PlanMeeting, ...]:
        """The meetings of the file, or the one that the whole file is."""
        if self.value.get("meetings") is None:
            blocks = self.blocks.all(self.value)
            start = self._start(workshop)
            if workshop is None or start is None:
                return (PlanMeeting("", "", None, 0, None, blocks),)
            end = self.asked.end if self.asked.end is not None else workshop.end
            date = self.asked.date or workshop.date
            return (self._timed(PlanMeeting("", "", date, start, end, blocks), self.value),)
        if (self.asked.start, self.asked.end, self.asked.date) != (None, None, None):
            message = _("this plan has several meetings: their times and dates stand in the file")
            self.project.problems.append(
                Problem(Code.WRONG_VALUE, message, place_at(self.value, ("meetings",), key=True))
            )
        found = [self._meeting(node) for node in self.blocks.listed(self.value, "meetings", 1)]
        return tuple(meeting for meeting in found if meeting)

    def _meeting(self, node: Fields) -> PlanMeeting | None:
        raw, blocks = self.blocks.read(Meeting, node), self.blocks.all(node)
        if raw is None:
            return None
        return self._timed(PlanMeeting(raw.title, raw.goal or "", raw.date, raw.start, raw.end, blocks), node)

    def _timed(self, meeting: PlanMeeting, node: Fields) -> PlanMeeting:
        """A meeting; one that ends when it starts is a problem."""
        if meeting.end == meeting.start:
            message = _("it ends when it starts")
            self.project.problems.append(Problem(Code.WRONG_VALUE, message, place_at(node, ("end",))))
        return meeting

    def _start(self, workshop: Workshop | None) -> int | None:
        """When the only meeting starts."""
        if self.asked.start is not None:
            return self.asked.start
        if scalar(self.value, "start") is None:
            self.project.problems.append(missing_field("start", self.value, "13:30"))
        return workshop.start if workshop else None

    def _people(self) -> tuple[Person, ...]:
        named = scalar(self.value, "people")
        return (named and read_people(self.project, self.folder, named)) or ()

    def _count(self, workshop: Workshop | None, people: tuple[Person, ...]) -> int | None:
        """How many people come: as the command says, or the file, or as many as there are names."""
        said = workshop.participants if workshop else None
        if self.asked.participants is not None:
            if people and len(people) != self.asked.participants:
                self._differ(self.asked.participants, len(people), warning=True)
            return self.asked.participants
        if said is not None and people and said != len(people):
            self._differ(said, len(people))
        if scalar(self.value, "participants") is None and scalar(self.value, "people") is None:
            hint = _("write ‘participants: 24’, or give the number with --participants")
            self.project.problems.append(replace(missing_field("participants", self.value, "24"), hint=hint))
        return said if said is not None else len(people) or None

    def _differ(self, said: int, names: int, *, warning: bool = False) -> None:
        """The number of people and of names is not the same."""
        message = _("there are {names} names for {people} people").format(names=names, people=said)
        hint = _("leave ‘participants’ out, or mend one of them")
        if warning:
            hint = _("the group cards come without names")
        place = place_at(self.value, ("people",) if warning else ("participants",))
        self.project.problems.append(Problem(Code.WRONG_VALUE, message, place, hint, warning))


def _words(value: Value) -> Iterator[Scalar]:
    """Every text of the file, but for steps, which are read as those of cards are."""
    if isinstance(value, Scalar):
        yield value
    elif isinstance(value, Items):
        for item in value.values:
            yield from _words(item)
    else:
        for key, part in value.entries:
            if key.text != "steps":
                yield from _words(part)
