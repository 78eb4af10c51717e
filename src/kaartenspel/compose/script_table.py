"""A small table: columns as wide as their words need, the widest giving way. Lengths are mm."""

from collections.abc import Iterator, Sequence

from kaartenspel.compose.context import Setting
from kaartenspel.compose.ladder import Type
from kaartenspel.compose.script_page import FIRM, LOOSE, Piece, piece
from kaartenspel.compose.script_pen import LEAST, Pen, beside, drawn, glued
from kaartenspel.drawing import Item, line
from kaartenspel.model.richtext import Block, Rich, Run
from kaartenspel.model.script import Table

_GUTTER = 4.0
_PAD = 1.0
_STEP = 0.5


def table_pieces(pen: Pen, table: Table, left: float, width: float) -> list[Piece]:
    """The caption, the heads with a line under them, and the rows; the first row stays with its heads.

    A table with more columns than there is room for is told row by row.
    """
    label = pen.type("label")
    parts = [piece(pen.set(table.caption, label, left, width), 3.0, FIRM)] if table.caption else []
    kind, columns = _columns(pen, table, width)
    if not columns:
        return [*parts, *(piece(_told(pen, table, row, left, width), 1.2, LOOSE) for row in _rows(table)[1:])]
    rows = [_row(pen, cells, kind, left, columns, head=number == 0) for number, cells in enumerate(_rows(table))]
    heads, *others = rows
    return [*parts, piece(heads, 1.0, FIRM), *(piece(row, holds=LOOSE) for row in others)]


def _told(pen: Pen, table: Table, row: Sequence[str], left: float, width: float) -> Setting:
    """A row as a paragraph: `groep 1 · Ronde 1: station 1 · Ronde 2: station 3`."""
    first, *cells = row
    told = [f"{head}: {cell}" for head, cell in zip(map(glued, table.heads[1:]), cells, strict=True) if cell]
    runs = (Run(first, bold=True), Run("".join(f" · {part}" for part in told)))
    return pen.set(Rich((Block(runs),)), pen.type("small", "ink"), left, width)


def _rows(table: Table) -> list[tuple[str, ...]]:
    return [tuple(map(glued, cells)) for cells in (table.heads, *table.rows)]


def _columns(pen: Pen, table: Table, width: float) -> tuple[Type, list[float]]:
    """The type and the columns: smaller type where words would not fit; no columns where none is small enough."""
    kind = pen.type("small", "ink")
    least = pen.style("small", LEAST).size
    while True:
        wanted = _wanted(pen, table, kind)
        needed = _needed(pen, table, kind)
        room = width - _GUTTER * (len(wanted) - 1)
        if sum(needed) <= room:
            return kind, _shared(wanted, needed, room)
        if kind.size - _STEP < least:
            return kind, []
        kind = kind.at(kind.size - _STEP)


def _wanted(pen: Pen, table: Table, kind: Type) -> list[float]:
    """The width of each column with every cell on one line."""
    return [max(_line(pen, cell, kind) for cell in cells) for cells in zip(*_rows(table), strict=True)]


def _needed(pen: Pen, table: Table, kind: Type) -> list[float]:
    """The width of the widest word of each column."""
    return [
        max(_line(pen, word, kind) for cell in cells for word in cell.split(" "))
        for cells in zip(*_rows(table), strict=True)
    ]


def _line(pen: Pen, text: str, kind: Type) -> float:
    """The width of a text in bold, which heads and first cells are in; a hair more against rounding."""
    return pen.width(text, _bold(kind)) + 0.1


def _bold(kind: Type) -> Type:
    return Type(
        kind.name, kind.bold, kind.bold, kind.bold_italic, kind.bold_italic, kind.size, kind.smallest, kind.leading,
        kind.colour, kind.one_line, kind.whole,
    )  # fmt: skip


def _shared(wanted: Sequence[float], needed: Sequence[float], room: float) -> list[float]:
    """What each column gets: what it wants, or what it needs and a share of the rest."""
    if sum(wanted) <= room:
        return list(wanted)
    more = [wide - least for wide, least in zip(wanted, needed, strict=True)]
    share = (room - sum(needed)) / sum(more)
    return [least + share * extra for least, extra in zip(needed, more, strict=True)]


def _row(pen: Pen, cells: Sequence[str], kind: Type, left: float, columns: Sequence[float], *, head: bool) -> Setting:
    """A row with a line under it; heads and first cells are bold."""
    settings, x = [], left
    for number, (cell, wide) in enumerate(zip(cells, columns, strict=True)):
        text = Rich((Block((Run(cell, bold=head or number == 0),)),)) if cell else Rich(())
        settings.append(pen.set(text, kind, x, wide))
        x += wide + _GUTTER
    words = beside(*settings)
    high = words.height + 2 * _PAD

    def draw(y: float) -> Iterator[Item]:
        yield from words.draw(y + _PAD)
        colour = pen.colour("ink" if head else "line")
        yield line((left, y + high), (x - _GUTTER, y + high), colour, 0.4 if head else 0.2)

    return drawn(high, draw)
