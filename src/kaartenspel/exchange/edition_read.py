"""A workbook that ‘export’ made of an edition, read back as what was typed in it, each text with its cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kaartenspel.exchange.deck_columns import folded
from kaartenspel.exchange.edition_sheets import (
    CARD,
    GAME,
    GAMES,
    HELP,
    NO,
    STATEMENTS,
    STYLE,
    STYLES,
    VISION,
    YES,
    sheet_names,
)
from kaartenspel.exchange.heads import start, unknown
from kaartenspel.exchange.workbook import Cell, Sheet
from kaartenspel.messages import _
from kaartenspel.problems import Code, Place, Problem

Line = Mapping[str, Cell]
"""The cells of a row by the column's name in our tables; empty cells are there too."""


def is_edition_book(sheets: tuple[Sheet, ...]) -> bool:
    """Whether a workbook has the sheets of an edition."""
    return {STYLE, VISION, GAMES} <= {sheet.name for sheet in sheets}


@dataclass(frozen=True, slots=True)
class Typed:
    """All that stands in the workbook; a deck whose sheet is gone has no lines in `cards`."""

    style: Line
    vision: tuple[Line, ...]
    games: tuple[Line, ...]
    cards: Mapping[str, tuple[Line, ...]]

    @property
    def edition(self) -> str:
        """What the edition is called."""
        return self.style["edition"].text


class EditionReader:
    """Reads one workbook; what is wrong with it is in `problems`."""

    def __init__(self, sheets: tuple[Sheet, ...]) -> None:
        self.sheets = {sheet.name: sheet for sheet in sheets}
        self.problems: list[Problem] = []

    def read(self) -> Typed:
        """What was typed."""
        games = tuple(self._table(GAMES, GAME, ("deck",)))
        names = sheet_names(dict.fromkeys(line["deck"].text for line in games if line["deck"].text))
        cards = {deck: tuple(self._cards(name)) for deck, name in names.items() if name in self.sheets}
        self._tell_sheets({HELP, STYLE, VISION, GAMES, *names.values()}, set(names.values()) - self.sheets.keys())
        return Typed(self._style(), tuple(self._table(VISION, STATEMENTS, ("text",))), games, cards)

    def _tell_sheets(self, known: set[str], missing: set[str]) -> None:
        """A sheet that is not ours is not read, and one that is gone changes nothing."""
        for name in (name for name in self.sheets if name not in known):
            self._note(_("the sheet ‘{name}’ is not read").format(name=name), start(self.sheets[name]))
        for name in sorted(missing):
            said = _("there is no sheet ‘{name}’, so nothing changes in that deck").format(name=name)
            self._note(said, start(self.sheets[GAMES]))

    def _style(self) -> Line:
        """The fields of the house style; those that stand there no longer are empty."""
        sheet, heads = self.sheets[STYLE], {folded(head): name for name, head in STYLES.items()}
        found = {name: Cell("", start(sheet)) for name in STYLES}
        for row in sheet.rows[1:]:
            name = heads.get(folded(row[0].text)) if row else None
            if row and row[0].text and name is None:
                self.problems.append(unknown(row[0], heads))
            if name is not None and len(row) > 1:
                found[name] = row[1]
        if not found["edition"].text:
            said = _("this workbook does not say which edition it is")
            hint = _("begin anew with: kaartenspel export --edition NAME")
            self.problems.append(Problem(Code.MISSING_FIELD, said, found["edition"].place, hint))
        return found

    def _cards(self, name: str) -> Iterator[Line]:
        for line in self._table(name, CARD, ("card", "field", "ours")):
            if line["shown"].text.casefold() not in ("", YES, NO):
                said = _("‘{text}’ is neither ‘{yes}’ nor ‘{no}’").format(text=line["shown"].text, yes=YES, no=NO)
                self.problems.append(Problem(Code.WRONG_VALUE, said, line["shown"].place))
            yield line

    def _table(self, name: str, columns: Mapping[str, str], needed: tuple[str, ...]) -> Iterator[Line]:
        """The rows that hold something. A column that must be there and is not is a problem."""
        sheet = self.sheets[name]
        heads = {folded(head): column for column, head in columns.items()}
        top = sheet.rows[0] if sheet.rows else ()
        at = {heads[folded(cell.text)]: index for index, cell in enumerate(top) if folded(cell.text) in heads}
        self.problems += [unknown(cell, heads) for cell in top if cell.text and folded(cell.text) not in heads]
        missing = [columns[column] for column in needed if column not in at]
        for head in missing:
            said = _("there is no column ‘{name}’").format(name=head)
            self.problems.append(Problem(Code.MISSING_FIELD, said, start(sheet)))
        for row in sheet.rows[1:] if not missing else ():
            if any(cell.text for cell in row):
                nothing = Cell("", row[0].place)
                yield {column: row[at[column]] if at.get(column, len(row)) < len(row) else nothing
                       for column in columns}  # fmt: skip

    def _note(self, said: str, place: Place) -> None:
        self.problems.append(Problem(Code.IMPORT_NOTE, said, place, warning=True))


def is_no(cell: Cell) -> bool:
    """Whether what stands there takes part no longer."""
    return cell.text.casefold() == NO
