"""The groups of a day on a page of their own, with what they become when fewer or more people come. Lengths are mm."""

from collections.abc import Iterator

from kaartenspel.compose.script_head import page_head
from kaartenspel.compose.script_page import FREE, MARGIN, ROOM, Passage
from kaartenspel.compose.script_pen import Pen
from kaartenspel.compose.script_table import table_pieces
from kaartenspel.model.script import Script, Table


def passages(pen: Pen, script: Script, *, guide: bool) -> Iterator[Passage]:
    """The table of groups; for the facilitator also that of the no-shows. Nothing where there are no groups."""
    tables = [table for table in (_groups(pen, script), script.no_shows if guide else None) if table]
    if not tables:
        return
    head = page_head(pen, pen.words["script-groups-head"], script.groups_line)
    yield Passage(pen.words["script-groups-head"], tuple(head), at_top=True)
    for table in tables:
        pieces = table_pieces(pen, table, MARGIN, ROOM)
        first = pieces[0]._replace(above=7.0)
        rest = [part._replace(holds=min(part.holds, FREE) if number > 1 else part.holds)
                for number, part in enumerate(pieces[1:], start=1)]  # fmt: skip
        yield Passage(table.caption or pen.words["script-groups-head"], (first, *rest))


def _groups(pen: Pen, script: Script) -> Table | None:
    """Where each group is in each round."""
    if not script.groups:
        return None
    words, most = pen.words, max(len(group.rounds) for group in script.groups)
    heads = (
        words["group"],
        words["how-many"],
        *(f"{words['script-round-head']} {number}" for number in range(1, most + 1)),
    )
    rows = tuple(
        (str(group.number), str(group.size), *group.rounds, *[""] * (most - len(group.rounds)))
        for group in script.groups
    )
    return Table("", heads, rows)
