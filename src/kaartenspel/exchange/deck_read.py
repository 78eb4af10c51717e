"""A workbook that ‘export’ made of a deck, read back as the deck's values, each with its cell as its place."""

from __future__ import annotations

from collections.abc import Mapping

from kaartenspel.exchange.card_table import CardTable, Entries, Kinds
from kaartenspel.exchange.deck_cells import NAMES, from_cell, key
from kaartenspel.exchange.deck_columns import (
    CARDS,
    CHOICE,
    CHOICES,
    DECK,
    FIRST,
    GROUP,
    GROUPS,
    HEAD,
    HELP,
    LISTS,
    folded,
)
from kaartenspel.exchange.heads import start, unknown
from kaartenspel.exchange.ids import name_from
from kaartenspel.exchange.workbook import Cell, Sheet
from kaartenspel.messages import _
from kaartenspel.problems import Code, Place, Problem
from kaartenspel.reading.values import Fields, Items, Scalar, Value

_NO_NAMES = frozenset({*HEAD, "kind", "group", "source", "based_on", "see", "copies", "id"})


def is_deck(sheets: tuple[Sheet, ...]) -> bool:
    """Whether a workbook has the sheets of a deck."""
    return {DECK, CARDS} <= {sheet.name for sheet in sheets}


class DeckReader:
    """Reads one workbook; what is wrong with it is in `problems`."""

    def __init__(self, sheets: tuple[Sheet, ...], kinds: Kinds) -> None:
        self.sheets = {sheet.name: sheet for sheet in sheets}
        self.kinds = kinds
        self.problems: list[Problem] = []

    def read(self) -> Fields:
        """The deck, in the order of fields that a deck's file has."""
        for name, sheet in self.sheets.items():
            if name not in (HELP, DECK, FIRST, CARDS, GROUPS, CHOICES, LISTS):
                said = _("the sheet ‘{name}’ is not read").format(name=name)
                self.problems.append(Problem(Code.IMPORT_NOTE, said, start(sheet), warning=True))
        entries = self._head()
        for name, sheet_name, heads in (("groups", GROUPS, GROUP), ("choices", CHOICES, CHOICE)):
            table = self._table(sheet_name, heads) if sheet_name in self.sheets else []
            if table:
                entries.append((_key(name, table[0][0].place), Fields(tuple(table), table[0][0].place)))
        head = Fields(tuple(entries), start(self.sheets[DECK]))
        kind = head.get("kind")
        cards = self._cards(kind.text if isinstance(kind, Scalar) else "")
        place = cards[0].place if cards else start(self.sheets[CARDS])
        return Fields((*entries, (_key("cards", place), Items(tuple(cards), place))), head.place)

    def _head(self) -> Entries:
        fields = {folded(title): name for name, title in HEAD.items()}
        entries: Entries = []
        for row in self.sheets[DECK].rows[1:]:
            label, value = (*row, *row)[0] if row else None, row[1] if len(row) > 1 else None
            name = fields.get(folded(label.text)) if label else None
            if label and label.text and name is None:
                self.problems.append(unknown(label, fields))
            if name is None or value is None or not value.text:
                continue
            entries.append((_key(name, value.place), self._value(name, value)))
        return entries

    def _value(self, name: str, cell: Cell) -> Value:
        if name == "kind":
            return Scalar(self.kinds.name(cell.text), cell.place, quoted=True)
        if name == "stages":
            return from_cell(cell, "list")
        return from_cell(cell, NAMES if name == "cards" else "text")

    def _table(self, name: str, heads: Mapping[str, str]) -> Entries:
        """Groups or choices by name; one without a name gets it from its title."""
        rows = self.sheets[name].rows
        fields = {folded(title): field for field, title in heads.items()}
        at = {index: fields[folded(cell.text)] for index, cell in enumerate(rows[0]) if folded(cell.text) in fields}
        self.problems += [unknown(cell, fields) for cell in rows[0] if cell.text and folded(cell.text) not in fields]
        entries: Entries = []
        for row in rows[1:]:
            cells = {at[index]: cell for index, cell in enumerate(row) if index in at and cell.text}
            if not cells:
                continue
            named = cells.pop("id", None)
            place = next(iter(cells.values()), named)
            if place is None:
                continue
            said = named.text if named else name_from(place.text, [entry[0].text for entry in entries])
            values = tuple((key(field, cell), self._value(field, cell)) for field, cell in cells.items())
            entries.append((_key(said, (named or place).place), Fields(values, place.place)))
        return entries

    def _cards(self, kind: str) -> list[Fields]:
        """The cards of both sheets; one without a name gets it from its words."""
        found: list[Fields] = []
        for name in (FIRST, CARDS):
            if name in self.sheets:
                table = CardTable(self.sheets[name], self.kinds, kind)
                found += table.cards()
                self.problems += table.problems
        return named_cards(found)


def named_cards(cards: list[Fields]) -> list[Fields]:
    """Cards of which each has a name: those without one get it from their first text."""
    taken = [value.text for card in cards if isinstance(value := card.get("id"), Scalar)]
    made: list[Fields] = []
    for card in cards:
        words = first_words(card)
        if card.get("id") is None and words is not None:
            name = Scalar(name_from(words.text, taken), words.place, quoted=True)
            taken.append(name.text)
            made.append(Fields(((_key("id", words.place), name), *card.entries), card.place))
        else:
            made.append(card)
    return made


def first_words(card: Fields) -> Scalar | None:
    """The first text of a card's own fields."""
    values = (value for field, value in card.entries if field.text not in _NO_NAMES - {"title"})
    return next((value for value in values if isinstance(value, Scalar) and value.text), None)


def _key(name: str, place: Place) -> Scalar:
    return Scalar(name, place, quoted=False)
