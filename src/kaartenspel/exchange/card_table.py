"""Rows of a spreadsheet as cards: the head row says which column is which field, in English or as the kind calls it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from kaartenspel.exchange.deck_cells import NAMES, from_cell, key
from kaartenspel.exchange.deck_columns import PARTS, folded, known_heads
from kaartenspel.exchange.workbook import Cell, Sheet
from kaartenspel.messages import _, plural
from kaartenspel.model.kind import Kind
from kaartenspel.problems import Code, Problem, nearest
from kaartenspel.reading.values import Fields, Scalar, Value

Row = Mapping[tuple[str, str], Cell]
Entries = list[tuple[Scalar, Value]]
ORDER = ("id", "kind", "group")
TEXTS = ("text", "rich", "list", "steps", "choice")
"""Types of fields in which a number or a date stands as a person wrote it, for nobody reckons with it."""
LAST = ("source", "based_on", "see", "copies")


@dataclass(frozen=True, slots=True)
class Kinds:
    """The kinds of cards there are: their titles by name, and a kind by its name."""

    titles: Mapping[str, str]
    get: Callable[[str], Kind | None]

    def name(self, said: str) -> str:
        """The name of a kind from its name or its title; what is neither stays as it is."""
        if said in self.titles:
            return said
        by_title = {title.casefold(): name for name, title in self.titles.items()}
        return by_title.get(said.casefold().strip(), said)


@dataclass(slots=True)
class CardTable:
    """One sheet with a head row; problems and warnings are in `problems`."""

    sheet: Sheet
    kinds: Kinds
    kind: str
    problems: list[Problem] = field(default_factory=list)
    _turned: dict[str, list[Cell]] = field(default_factory=dict)

    def cards(self) -> list[Fields]:
        """The rows as cards; what the spreadsheet program may have made of their words is told."""
        made = [self.card(row) for row in self.rows()]
        for cells in self._turned.values():
            self.problems.append(_told_turned(cells))
        self._turned.clear()
        return made

    def rows(self) -> Iterator[Row]:
        """The rows that hold something, by field and part."""
        above = self.head_row()
        if above is None:
            return
        heads = self._heads(self.sheet.rows[above])
        empty: list[Cell] = []
        for row in self.sheet.rows[above + 1 :]:
            if not any(cell.text for cell in row):
                empty += row[:1]
                continue
            if empty:
                self._tell_empty(empty)
                empty = []
            self._beyond(row, heads)
            yield {heads[index]: cell for index, cell in enumerate(row) if index in heads and cell.text}

    def head_row(self) -> int | None:
        """The first row that holds something, or None where the sheet is empty."""
        return next((number for number, row in enumerate(self.sheet.rows) if any(cell.text for cell in row)), None)

    def _used(self) -> list[Kind]:
        """The kinds that stand in the column of kinds, in the order in which they come, then the deck's own."""
        above = self.head_row()
        rows = self.sheet.rows[above:] if above is not None else ()
        at = [index for index, cell in enumerate(rows[0]) if folded(cell.text) in ("kind", "soort")] if rows else []
        names = [self.kinds.name(row[at[0]].text) if row[at[0]].text else self.kind
                 for row in rows[1:] if at and len(row) > at[0] and any(cell.text for cell in row)]  # fmt: skip
        found = [self.kinds.get(name) for name in dict.fromkeys([*names, self.kind])]
        return [kind for kind in found if kind]

    def _heads(self, row: tuple[Cell, ...]) -> dict[int, tuple[str, str]]:
        """Which field each column is; a column without a head is none, and an unknown one is a problem."""
        known = known_heads(self._used())
        heads: dict[int, tuple[str, str]] = {}
        for index, cell in enumerate(row):
            meant = known.get(folded(cell.text)) if cell.text else None
            if cell.text and meant is None:
                near = nearest(folded(cell.text), known)
                hint = _("did you mean ‘{proposal}’?").format(proposal=near) + " " if near else ""
                hint += _("possible here: {known}").format(known=", ".join(known))
                said = _("unknown column ‘{name}’").format(name=cell.text)
                self.problems.append(Problem(Code.UNKNOWN_FIELD, said, cell.place, hint))
            elif meant in heads.values():
                said = _("two columns are the field ‘{name}’").format(name=".".join(filter(None, meant or ())))
                self.problems.append(Problem(Code.DUPLICATE_KEY, said, cell.place))
            elif meant:
                heads[index] = meant
        return heads

    def _beyond(self, row: tuple[Cell, ...], heads: Mapping[int, object]) -> None:
        """A text under no head would be lost."""
        above = self.head_row()
        named = self.sheet.rows[above or 0]
        for index, cell in enumerate(row):
            if cell.text and index not in heads and not (index < len(named) and named[index].text):
                said = _("there is no head above this column, so ‘{text}’ would be lost").format(text=cell.text[:40])
                hint = _("write the name of a field in the first row, or empty the column")
                self.problems.append(Problem(Code.UNKNOWN_FIELD, said, cell.place, hint))

    def _tell_empty(self, empty: list[Cell]) -> None:
        said = plural("{count} empty row was passed over", "{count} empty rows were passed over", len(empty))
        self.problems.append(Problem(Code.IMPORT_NOTE, said.format(count=len(empty)), empty[0].place, warning=True))

    def card(self, row: Row) -> Fields:
        """A row as a card; empty cells are absent."""
        named = row.get(("kind", ""))
        kind = self.kinds.get(self.kinds.name(named.text) if named else self.kind)
        entries = [entry for entry in self._entries(row, kind) if entry is not None]
        first = next(iter(row.values()))
        entries.sort(key=lambda entry: _order(entry[0].text))
        return Fields(tuple(entries), first.place)

    def _entries(self, row: Row, kind: Kind | None) -> Iterator[tuple[Scalar, Value] | None]:
        parts: dict[str, Entries] = {}
        for (name, part), cell in row.items():
            if part:
                parts.setdefault(name, []).append((key(part, cell), from_cell(cell)))
            else:
                yield key(name, cell), self._value(name, cell, kind)
        for name, entries in parts.items():
            entries.sort(key=lambda entry: list(PARTS).index(entry[0].text))
            yield Scalar(name, entries[0][0].place, quoted=False), Fields(tuple(entries), entries[0][0].place)

    def _value(self, name: str, cell: Cell, kind: Kind | None) -> Value:
        if name == "kind":
            return Scalar(self.kinds.name(cell.text), cell.place, quoted=True)
        if name == "based_on":
            return from_cell(cell, NAMES)
        spec = kind.fields.get(name) if kind else None
        if cell.sort == "date" or (cell.sort == "number" and not cell.text.lstrip("-").isdigit()):
            cell = self._written(cell) if spec and spec.type in TEXTS else cell
        return from_cell(cell, spec.type if spec else "text")

    def _written(self, cell: Cell) -> Cell:
        """A broken number with the sign that it was typed with; a spreadsheet keeps neither comma nor point."""
        written = replace(cell, text=cell.text.replace(".", _("."))) if cell.sort == "number" else cell
        self._turned.setdefault(cell.sort, []).append(written)
        return written


def _told_turned(cells: list[Cell]) -> Problem:
    """What was typed as `1-2` became a date and `50 %` became 0,5: only who typed it can tell."""
    said = (
        plural("{count} cell is a date in the spreadsheet: ‘{text}’",
               "{count} cells are dates in the spreadsheet, such as ‘{text}’", len(cells))
        if cells[0].sort == "date" else
        plural("{count} cell is a number in the spreadsheet: ‘{text}’",
               "{count} cells are numbers in the spreadsheet, such as ‘{text}’", len(cells))
    )  # fmt: skip
    hint = _("was something else typed, such as 1-2 or 50 %? make the cell text in the spreadsheet and type it again")
    told = said.format(count=len(cells), text=cells[0].text)
    return Problem(Code.IMPORT_NOTE, told, cells[0].place, hint, warning=True)


def _order(name: str) -> int:
    """Who a card is comes first and where it comes from last; between them the fields stay as they stand."""
    return ORDER.index(name) if name in ORDER else 10 + LAST.index(name) if name in LAST else 5
