"""A workbook read back as a plan's values, each with its cell as its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from kaartenspel.exchange.plan_columns import (
    BLOCK,
    GROUP_FIELDS,
    HEAD,
    LISTS,
    MEETING,
    MEETING_FIELDS,
    MEETINGS,
    PLAN,
    PROGRAMME,
    ROOM,
    ROOMS,
    ROW,
    ROWS,
    WORDS,
)
from kaartenspel.exchange.plan_lines import read_print, read_step
from kaartenspel.exchange.workbook import Cell, Sheet
from kaartenspel.messages import _
from kaartenspel.problems import Code, Place, Problem, Source, nearest
from kaartenspel.reading.values import Fields, Items, Plain, Scalar, Value, placed

Row = Mapping[str, Cell]
Entries = list[tuple[Scalar, Value]]


def is_plan(sheets: tuple[Sheet, ...]) -> bool:
    """Whether a workbook has the sheets of a plan."""
    return {PLAN, PROGRAMME} <= {sheet.name for sheet in sheets}


class PlanReader:
    """Reads one workbook; what is wrong with it is in `problems`."""

    def __init__(self, sheets: tuple[Sheet, ...]) -> None:
        self.sheets = {sheet.name: sheet for sheet in sheets}
        self.problems: list[Problem] = []

    def read(self) -> Fields:
        """The plan, in the order of fields that a plan's file has."""
        entries = self._head()
        if rooms := self._rooms():
            entries.append((_key("rooms", rooms.place), rooms))
        rows = self._programme()
        meetings = list(self._table(MEETINGS, MEETING_FIELDS)) if MEETINGS in self.sheets else []
        if meetings:
            made = [self._meeting(number, row, rows) for number, row in enumerate(meetings, 1)]
            entries.append((_key("meetings", made[0].place), Items(tuple(made), made[0].place)))
        else:
            blocks = self._blocks(rows)
            entries.append((_key("blocks", blocks.place), blocks))
        return Fields(tuple(entries), self._start(PLAN))

    def _start(self, name: str) -> Place:
        """The first cell of a sheet."""
        rows = self.sheets[name].rows
        return rows[0][0].place if rows and rows[0] else Place(Source(f"[{name}]", grid=True), 1, 1)

    # --- the sheet Plan

    def _head(self) -> Entries:
        """The fields with their values; those of the groups together."""
        fields = {title: name for name, title in HEAD.items()}
        entries: Entries = []
        groups: Entries = []
        for row in self.sheets[PLAN].rows[1:]:
            label, value = (*row, *row)[0], row[1] if len(row) > 1 else None
            name = fields.get(label.text.lower())
            if label.text and name is None:
                self.problems.append(_unknown(label, fields))
            if name is None or value is None or not value.text:
                continue
            pair = (_key(name, label.place), self._value(name, value))
            (groups if name in GROUP_FIELDS else entries).append(pair)
        if groups:
            entries.append((_key("groups", groups[0][0].place), Fields(tuple(groups), groups[0][0].place)))
        return entries

    def _value(self, name: str, cell: Cell) -> Value:
        """A cell by what its field holds."""
        if name in LISTS:
            return _items(cell, lambda line: line)
        if name == "steps":
            return _items(cell, read_step)
        if name == "print":
            return _items(cell, lambda line: self._print(line, cell))
        known = {word: value for value, word in WORDS.get(name, {}).items()}
        return Scalar(known.get(cell.text.lower(), cell.text), cell.place, quoted=True)

    def _print(self, line: str, cell: Cell) -> Plain:
        """A print from its line; one that cannot be read is told."""
        made = read_print(line)
        if made is None:
            said = _("‘{line}’ is no print that can be read").format(line=line)
            hint = _("write it as ‘spelmateriaal (antwoordkaart), per persoon’ or ‘posters (oogst), 2 sets’")
            self.problems.append(Problem(Code.WRONG_VALUE, said, cell.place, hint))
        return made if made is not None else {"deck": "x"}

    # --- tables

    def _table(self, name: str, columns: Mapping[str, str]) -> Iterator[Row]:
        """The rows of a sheet that are not empty, by the names of their fields."""
        rows = self.sheets[name].rows
        heads = rows[0] if rows else ()
        fields = {title: field for field, title in columns.items()}
        known = {index: fields[cell.text.lower()] for index, cell in enumerate(heads) if cell.text.lower() in fields}
        for cell in heads:
            if cell.text and cell.text.lower() not in fields and cell.text.lower() not in _IGNORED:
                self.problems.append(_unknown(cell, fields))
        for row in rows[1:]:
            if any(cell.text for cell in row):
                yield {field: row[index] for index, field in known.items() if index < len(row)}

    def _fields(self, row: Row, but: tuple[str, ...] = ()) -> Fields:
        """A row as fields; empty cells are absent."""
        place = next(cell.place for cell in row.values() if cell.text or cell is next(iter(row.values())))
        entries = [
            (_key(name, cell.place), self._value(name, cell))
            for name, cell in row.items()
            if cell.text and name not in but
        ]
        return Fields(tuple(entries), place)

    def _rooms(self) -> Fields | None:
        """The sheet Ruimten; a room's name is its key."""
        rows = list(self._table(ROOMS, ROOM)) if ROOMS in self.sheets else []
        entries = [(_key(row["id"].text, row["id"].place), self._fields(row, ("id",))) for row in rows if "id" in row]
        return Fields(tuple(entries), entries[0][0].place) if entries else None

    # --- the sheet Programma

    def _programme(self) -> list[Row]:
        return list(self._table(PROGRAMME, {ROW: ROW, MEETING: MEETING} | BLOCK))

    def _meeting(self, number: int, row: Row, rows: list[Row]) -> Fields:
        """A meeting with the blocks that bear its number."""
        head = self._fields(row)
        mine = [other for other in rows if MEETING in other and other[MEETING].text == str(number)]
        blocks = self._blocks(mine)
        return Fields((*head.entries, (_key("blocks", blocks.place), blocks)), head.place)

    def _blocks(self, rows: list[Row]) -> Items:
        """Rows as blocks, with the stations and strands that stand below each."""
        made: list[_Block] = []
        for row in rows:
            sort = self._sort(row)
            fields = self._fields(row, (ROW, MEETING))
            if sort == "block" or not made:
                made.append(_Block(fields))
            else:
                made[-1].add(sort, fields)
        place = made[0].fields.place if made else self._start(PROGRAMME)
        return Items(tuple(block.value() for block in made), place)

    def _sort(self, row: Row) -> str:
        """What a row is; nothing means a block."""
        known = {word: name for name, word in ROWS.items()}
        cell = row.get(ROW)
        if cell is None or not cell.text:
            return "block"
        if cell.text.lower() not in known:
            self.problems.append(_unknown(cell, known))
        return known.get(cell.text.lower(), "block")


class _Block:
    """A block being put together from its rows."""

    def __init__(self, fields: Fields) -> None:
        self.fields = fields
        self.stations: list[Fields] = []
        self.strands: list[_Strand] = []

    def add(self, sort: str, fields: Fields) -> None:
        """A row below the block: a station, a strand, or what belongs to the last strand."""
        if sort == "strand":
            self.strands.append(_Strand(fields))
        elif sort == "inner" and self.strands:
            self.strands[-1].blocks.append(_Block(fields))
        elif self.strands and self.strands[-1].blocks:
            self.strands[-1].blocks[-1].add(sort, fields)
        else:
            self.stations.append(fields)

    def value(self) -> Fields:
        """The whole block."""
        entries: Entries = list(self.fields.entries)
        if self.stations:
            entries.append(
                (_key("stations", self.stations[0].place), Items(tuple(self.stations), self.stations[0].place))
            )
        if self.strands:
            place = self.strands[0].fields.place
            entries.append((_key("strands", place), Items(tuple(strand.value() for strand in self.strands), place)))
        return Fields(tuple(entries), self.fields.place)


class _Strand:
    """A strand being put together from its rows."""

    def __init__(self, fields: Fields) -> None:
        self.fields = fields
        self.blocks: list[_Block] = []

    def value(self) -> Fields:
        """The whole strand."""
        blocks = Items(tuple(block.value() for block in self.blocks), self.fields.place)
        return Fields((*self.fields.entries, (_key("blocks", self.fields.place), blocks)), self.fields.place)


_IGNORED = frozenset({"tijd", "nummer"})
"""Columns that are for people only."""


def _key(name: str, place: Place) -> Scalar:
    return Scalar(name, place, quoted=False)


def _items(cell: Cell, read: Callable[[str], Plain]) -> Items:
    """The lines of a cell as a list."""
    lines = [line.strip() for line in cell.text.split("\n") if line.strip()]
    return Items(tuple(placed(read(line), cell.place) for line in lines), cell.place)


def _unknown(cell: Cell, known: Mapping[str, str]) -> Problem:
    """A word that is none of those that can stand there."""
    near = nearest(cell.text, known)
    hint = _("did you mean ‘{proposal}’?").format(proposal=near) if near else ""
    hint = hint or _("known here: {names}").format(names=", ".join(known))
    return Problem(Code.UNKNOWN_NAME, _("‘{name}’ is not known here").format(name=cell.text), cell.place, hint)
