"""Values of cards as the text of a cell and back: lists with one item a line, steps with their minutes."""

from __future__ import annotations

from collections.abc import Callable

from kaartenspel.exchange.plan_lines import read_step, step_line
from kaartenspel.exchange.workbook import Cell
from kaartenspel.reading.values import Items, Plain, Scalar, Value, placed

NOTHING = "–"
"""A list without items, which is something else than no list: a card with an idea of its own."""
INDENT = "  "
"""Before the further lines of an item."""
NAMES = "names"
"""The sort of a list that stands on one line, parted by commas."""


def as_cell(value: Plain | None, sort: str = "text") -> str:
    """The text of a cell for a value of a field of this sort."""
    if value is None:
        return ""
    if isinstance(value, list) and sort == NAMES:
        return ", ".join(map(str, value)) or NOTHING
    if isinstance(value, list):
        return "\n".join(step_line(item).replace("\n", f"\n{INDENT}") for item in value) or NOTHING
    return str(value)


def from_cell(cell: Cell, sort: str = "text") -> Value:
    """The value of a cell, with the cell as its place."""
    if sort == NAMES:
        return _items([part.strip() for part in cell.text.replace("\n", ",").split(",")], cell, str)
    if sort == "list":
        return _items(item_lines(cell.text), cell, str)
    if sort == "steps":
        return _items(item_lines(cell.text), cell, read_step)
    return Scalar(cell.text, cell.place, quoted=True)


def item_lines(text: str) -> list[str]:
    """The items of a cell; a line that is indented belongs to the item above it."""
    items: list[str] = []
    for line in text.split("\n"):
        if items and line.startswith(INDENT):
            items[-1] += f"\n{line.removeprefix(INDENT)}"
        elif line.strip():
            items.append(line.strip())
    return items


def _items(texts: list[str], cell: Cell, read: Callable[[str], Plain]) -> Items:
    """Texts as a list of values that all stand in one cell."""
    there = [text for text in texts if text not in {"", NOTHING, "-"}]
    return Items(tuple(placed(read(text), cell.place) for text in there), cell.place)


def key(name: str, cell: Cell) -> Scalar:
    """The name of a field whose value stands in a cell."""
    return Scalar(name, cell.place, quoted=False)
