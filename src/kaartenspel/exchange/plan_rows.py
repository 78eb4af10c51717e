"""A plan's values as rows of a workbook, and the way back is `plan_read`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kaartenspel.exchange.plan_columns import (
    BLOCK,
    GROUP_FIELDS,
    HEAD,
    LISTS,
    MEETING_FIELDS,
    ROOM,
    ROWS,
    WORDS,
    Fields,
)
from kaartenspel.exchange.plan_lines import print_line, step_line
from kaartenspel.reading.values import Plain

Row = tuple[str, ...]


def head_rows(plan: Fields) -> list[Row]:
    """The sheet Plan: a field and its value a row, empty ones too."""
    groups = plan.get("groups")
    values = plan | (groups if isinstance(groups, dict) else {})
    return [(title, _cell(name, values.get(name))) for name, title in HEAD.items()]


def programme_rows(plan: Fields, clocks: Mapping[tuple[int, int], str]) -> list[Row]:
    """The sheet Programma without its heads; `clocks` has the time of each block by meeting and place in it."""
    rows: list[Row] = []
    meetings = _list(plan.get("meetings"))
    lines = [meeting.get("blocks") for meeting in meetings if isinstance(meeting, dict)] or [plan.get("blocks")]
    for number, blocks in enumerate(lines):
        meeting = str(number + 1) if meetings else ""
        for index, block in enumerate(_list(blocks)):
            rows += _block(block, "block", meeting, clocks.get((number, index), ""))
    return rows


def _block(block: Plain, sort: str, meeting: str, clock: str = "") -> Iterator[Row]:
    """A block, then its stations, then its strands with what is in them."""
    if not isinstance(block, dict):
        return
    yield _row(sort, meeting, clock, block)
    for station in _list(block.get("stations")):
        yield _row("station", meeting, "", station)
    for strand in _list(block.get("strands")):
        yield _row("strand", meeting, "", strand)
        for inner in _list(strand.get("blocks") if isinstance(strand, dict) else None):
            yield from _block(inner, "inner", meeting)


def _row(sort: str, meeting: str, clock: str, values: Plain) -> Row:
    fields = values if isinstance(values, dict) else {}
    return (ROWS[sort], meeting, clock, *(_cell(name, fields.get(name)) for name in BLOCK))


def room_rows(plan: Fields) -> list[Row]:
    """The sheet Ruimten."""
    rooms = plan.get("rooms")
    named = rooms.items() if isinstance(rooms, dict) else ()
    return [
        tuple(_cell(field, ({"id": name} | (room if isinstance(room, dict) else {})).get(field)) for field in ROOM)
        for name, room in named
    ]


def meeting_rows(plan: Fields) -> list[Row]:
    """The sheet Bijeenkomsten; the first column numbers them."""
    meetings = [meeting for meeting in _list(plan.get("meetings")) if isinstance(meeting, dict)]
    return [
        (str(number), *(_cell(name, meeting.get(name)) for name in MEETING_FIELDS))
        for number, meeting in enumerate(meetings, 1)
    ]


def _list(value: Plain | None) -> list[Plain]:
    return value if isinstance(value, list) else []


def _cell(name: str, value: Plain | None) -> str:
    """A value as the text of a cell."""
    if value is None:
        return ""
    if name == "steps":
        return "\n".join(step_line(step) for step in _list(value))
    if name == "print":
        return "\n".join(print_line(one) for one in _list(value))
    if name in LISTS or isinstance(value, list):
        return "\n".join(str(part) for part in _list(value))
    return WORDS.get(name, {}).get(str(value), str(value))


__all__ = ["GROUP_FIELDS", "head_rows", "meeting_rows", "programme_rows", "room_rows"]
