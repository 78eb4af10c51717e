"""Rows of a spreadsheet as cards: the head row says which column is which field, in English or as the kind calls it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

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
        return from_cell(cell, spec.type if spec else "text")


def _order(name: str) -> int:
    """Who a card is comes first and where it comes from last; between them the fields stay as they stand."""
    return ORDER.index(name) if name in ORDER else 10 + LAST.index(name) if name in LAST else 5
