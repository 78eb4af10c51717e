"""The blocks of a plan, with their stations and strands. Each is read apart: a slip in one hides none in another."""

import re
from collections.abc import Iterator
from typing import TypeVar

from kaartenspel.load.activities import Looked, Lookup, Usual, activity
from kaartenspel.load.plan_rules import check_block
from kaartenspel.load.project import Project
from kaartenspel.load.validate import validate
from kaartenspel.load.wording import can_be_name, wrong_amount, wrong_shape
from kaartenspel.messages import _
from kaartenspel.model.base import Model
from kaartenspel.model.card import GroupSize
from kaartenspel.model.plan import PlanBlock, PlanStation, PlanStrand
from kaartenspel.model.words import Words
from kaartenspel.model.workshop import Block, Grouping, Per, Sort, Station, Strand
from kaartenspel.problems import Code, Place, Problem
from kaartenspel.reading.values import Fields, Items, Value, plain, scalar

M = TypeVar("M", bound=Model)

_WITHIN: tuple[tuple[str, Grouping], ...] = (
    ("hele groep|whole group", "plenary"), ("duo|paar|paren|tweetal|pair", "pairs"),
    ("groep|tal|trio|group|three|four", "groups"), ("alleen|alone", "alone"),
)  # fmt: skip
"""How people work, by the words of a card on its groups."""
_PER: dict[Grouping, Per] = {"alone": "person", "pairs": "pair", "plenary": "plan"}


def nodes(fields: Value, name: str) -> tuple[Value, ...]:
    """What stands in a list; nothing where there is none."""
    found = fields.get(name) if isinstance(fields, Fields) else None
    return found.values if isinstance(found, Items) else ()


class Blocks:
    """Reads the blocks of one plan."""

    def __init__(self, project: Project, plan: Fields, words: Words | None) -> None:
        self.project, self.words = project, words
        self.lookup = Lookup(project, plan)
        self.node_of: dict[str, Fields] = {}
        self.ids = self._ids(plan)
        self.number = 0

    def all(self, parent: Value, *, room: str | None = None, inside: bool = False) -> tuple[PlanBlock, ...]:
        """The blocks that are right. `room` is where they are unless they say so themselves, `inside` a strand."""
        made = [self._block(node, room, inside) for node in self.listed(parent, "blocks")]
        return tuple(block for block in made if block)

    def listed(self, parent: Value, name: str, least: int | None = None) -> list[Fields]:
        """The parts of a list, with a problem for what is none; with `least` also for the list itself."""
        value = parent.get(name) if isinstance(parent, Fields) else None
        if least is not None and value is not None and not (isinstance(value, Items) and len(value.values) >= least):
            self._note(_no_list(value, least))
        for item in nodes(parent, name):
            if not isinstance(item, Fields):
                self._note(wrong_shape(item.place, _("a list of fields, each as ‘name: value’")))
        return [item for item in nodes(parent, name) if isinstance(item, Fields)]

    def read(self, model: type[M], node: Fields, apart: tuple[str, ...] = ()) -> M | None:
        """A part of the file as its model; what is read apart is left out, and a block stands for all blocks."""
        data = {key.text: plain(value) for key, value in node.entries if key.text not in apart}
        raw, problems = validate(model, node, data | ({"blocks": [{}]} if nodes(node, "blocks") else {}))
        self.project.problems += problems
        return raw

    def _ids(self, plan: Fields) -> dict[str, Place]:
        """Every id that a block has of its own, with a problem for what an earlier one has."""
        first: dict[str, Place] = {}
        for node in _every_block(plan):
            named = scalar(node, "id")
            if named is None:
                continue
            if named.text in first:
                message = _("two blocks have the id ‘{id}’: the other stands on line {line}")
                self._note(Problem(Code.DUPLICATE_ID, message.format(id=named.text, line=first[named.text].line),
                                   named.place))  # fmt: skip
            self.node_of.setdefault(named.text, node)
            first.setdefault(named.text, named.place)
        return first

    def _block(self, node: Fields, room: str | None, inside: bool) -> PlanBlock | None:
        before = len(self.project.problems)
        raw = self.read(Block, node, ("steps", "stations", "strands"))
        looked = self.lookup.part(node)
        self.project.problems += check_block(node, inside)
        stations = [self._station(item) for item in self.listed(node, "stations", 2)]
        strands = [] if inside else [self._strand(item) for item in self.listed(node, "strands", 2)]
        name = self._name(raw, node)
        if raw is None or any(not found.warning for found in self.project.problems[before:]):
            return None
        grouping = _grouping(raw, looked, bool(stations))
        sort = _sort(raw, bool(stations or strands))
        usual = Usual(self._title(sort, bool(stations), bool(strands)), "plan", _PER.get(grouping, "group"))
        return PlanBlock(
            name, sort, activity(raw.model_copy(update={"room": raw.room or room}), looked, usual),
            raw.section or "", raw.minutes, raw.minutes_each, raw.least, raw.at, grouping, raw.group_size,
            tuple(station for station in stations if station), raw.rounds, raw.change, raw.resume,
            tuple(strand for strand in strands if strand), node.place,
        )  # fmt: skip

    def _name(self, raw: Block | None, node: Fields) -> str:
        """A block's own id, or one by its place in the plan."""
        self.number += 1
        name = raw.id if raw and raw.id else f"block-{self.number}"
        while (raw is None or raw.id is None) and name in self.ids:
            name += "-1"
        self.node_of.setdefault(name, node)
        return name

    def _station(self, node: Fields) -> PlanStation | None:
        raw, looked = self.read(Station, node, ("steps",)), self.lookup.part(node)
        self.project.problems += check_block(node, inside=True)
        if raw is None:
            return None
        return PlanStation(activity(raw, looked, Usual(self._word("block-work"), "station", "group")), raw.groups)

    def _strand(self, node: Fields) -> PlanStrand | None:
        raw = self.read(Strand, node)
        self.lookup.room(node)
        named = scalar(node, "room")
        blocks = self.all(node, room=named.text if named and can_be_name(named.text) else None, inside=True)
        return PlanStrand(raw.title, raw.participants, raw.room, raw.leads or "", blocks) if raw else None

    def _title(self, sort: Sort, is_carrousel: bool, is_parallel: bool) -> str:
        """For a block without a title, card or deck."""
        return self._word("block-carrousel" if is_carrousel else "block-strands" if is_parallel else f"block-{sort}")

    def _word(self, name: str) -> str:
        return self.words[name] if self.words else name

    def _note(self, problem: Problem) -> None:
        self.project.problems.append(problem)


def _every_block(fields: Value) -> Iterator[Fields]:
    """All blocks below a part of a plan, in the order of the file."""
    for name in ("meetings", "blocks", "strands"):
        for node in nodes(fields, name):
            if name == "blocks" and isinstance(node, Fields):
                yield node
            yield from _every_block(node)


def _no_list(value: Value, least: int) -> Problem:
    """A text where a list belongs, or a list with too few."""
    if isinstance(value, Items):
        return wrong_amount(value.place, len(value.values), least, None)
    return wrong_shape(value.place, _("a list: lines that start with ‘- ’"))


def _sort(raw: Block, has_parts: bool) -> Sort:
    is_work = raw.card or raw.deck or raw.resume or has_parts
    return raw.sort or ("work" if is_work else "plenary")


def _grouping(raw: Block, looked: Looked, has_stations: bool) -> Grouping:
    """How people work: as the plan says, else by what they do."""
    if raw.grouping:
        return raw.grouping
    if has_stations or raw.resume:
        return "carrousel"
    if raw.deck or raw.group_size:
        return "groups"
    people = looked.source.fields.get("people") if looked.source else None
    within = people.within if isinstance(people, GroupSize) else ""
    return next((grouping for words, grouping in _WITHIN if re.search(words, within, re.IGNORECASE)), "plenary")
