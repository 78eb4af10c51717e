"""Scores read from a workbook, each cell with its place; what is no answer is told by sheet and cell.

The workbook says itself what was asked and which answers there are: last year's can be read when the deck is another.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from pydantic_core import PydanticCustomError

from kaartenspel.exchange.agreements_read import as_date
from kaartenspel.exchange.deck_columns import folded
from kaartenspel.exchange.score_columns import (
    ABOUT,
    ANSWERS,
    APART,
    FIELDS,
    FIRST,
    HEADS,
    PEOPLE,
    SCORES,
    SHEET,
    TEAM,
    UNITS,
    UNKNOWN_SAID,
    WISHES,
)
from kaartenspel.exchange.workbook import Cell, Sheet
from kaartenspel.messages import _
from kaartenspel.model.scores import UNKNOWN, Asked, Filled, Scores, Unit
from kaartenspel.problems import Code, Place, Problem, Source, nearest

MOST_PEOPLE = 999
_FIXED = len(HEADS)
T = TypeVar("T")


class ScoresReader:
    """Reads one workbook; what is wrong with it is in `problems`."""

    def __init__(self, name: str, sheets: Sequence[Sheet]) -> None:
        self.name = name
        self.sheets = {sheet.name: sheet for sheet in sheets}
        self.problems: list[Problem] = []

    def read(self) -> Scores | None:
        """The scores; None, and problems, where there is nothing to count."""
        missing = [name for name in (SCORES, ANSWERS, ABOUT) if name not in self.sheets]
        if missing:
            said = _("‘{file}’ has no sheet ‘{name}’").format(file=self.name, name=missing[0])
            self.problems.append(Problem(Code.CANNOT_READ, said, hint=_begin()))
            return None
        about, scale = self._about(), self._scale()
        sheet = self.sheets[SCORES]
        rows = self._rows(sheet)
        cards = tuple(_asked(row) for name, row in rows.items() if not name.startswith("("))
        if not cards or len(scale) < 2:
            self._problem(_start(sheet), _("there are no cards or no answers in this workbook"), _begin())
            return None
        wishes = self._rows(self.sheets[WISHES]) if WISHES in self.sheets else {}
        sheets = tuple(self._filled(rows, wishes, cards))
        day = self._value(about.get("day"), as_date)
        unit = self._unit(about.get("unit"))
        return Scores(
            self.name, _text(about.get("title")) or self.name, _text(about.get("deck")), _text(about.get("form")),
            scale, cards, sheets, _text(about.get("language")) or "nl", unit,
            folded(_text(about.get("staged"))) != "nee", bool(wishes), day, _start(sheet),
        )  # fmt: skip

    # --- what the workbook says of itself

    def _about(self) -> dict[str, Cell]:
        """The fields of the sheet about the measurement."""
        names = {folded(head): name for name, head in FIELDS.items()}
        rows = self.sheets[ABOUT].rows[1:]
        return {names[folded(row[0].text)]: row[1] for row in rows if len(row) > 1 and folded(row[0].text) in names}

    def _scale(self) -> tuple[str, ...]:
        """The answers that count, in their order; those that count apart are kept beside."""
        self._apart = {folded(said) for said in UNKNOWN_SAID}
        numbered: dict[int, str] = {}
        for row in self.sheets[ANSWERS].rows[1:]:
            if len(row) < 2 or not row[0].text:
                continue
            if folded(row[1].text) == APART:
                self._apart.add(folded(row[0].text))
            elif row[1].text.isdigit() and int(row[1].text) not in numbered:
                numbered[int(row[1].text)] = row[0].text
            else:
                said = _("‘{value}’ is no number of its own in the order of answers").format(value=row[1].text)
                self._problem(row[1].place, said, _("number the answers from 1 on, or write ‘apart’"))
        self._answers = tuple(said for _number, said in sorted(numbered.items()))
        return self._answers

    def _unit(self, cell: Cell | None) -> Unit:
        said = folded(_text(cell))
        found: Unit | None = next((unit for unit, word in UNITS.items() if word == said), None)
        if found is None and cell is not None and said:
            known = ", ".join(UNITS.values())
            self._problem(cell.place, _("‘{value}’ is not one of: {known}").format(value=cell.text, known=known))
        return found or "person"

    # --- the sheets of paper

    def _rows(self, sheet: Sheet) -> dict[str, tuple[Cell, ...]]:
        """The rows by what stands in their first column, each once."""
        found: dict[str, tuple[Cell, ...]] = {}
        for row in sheet.rows[1:]:
            name = row[0].text if row else ""
            if name and name not in found:
                found[name] = row
            elif name:
                said = _("‘{name}’ stands here twice").format(name=name)
                self._problem(row[0].place, said, _("remove one of both rows"))
            elif any(cell.text for cell in row[_FIXED:]):
                self._problem(row[0].place, _("this row has answers, but does not say of which card"), _begin())
        return found

    def _filled(
        self, rows: Mapping[str, Sequence[Cell]], wishes: Mapping[str, Sequence[Cell]], cards: Sequence[Asked]
    ) -> Iterator[Filled]:
        """A sheet for each column in which anything was typed."""
        self._unknown_rows(wishes, {card.id for card in cards})
        codes = {folded(key): card.id for card in cards for key in (card.id, card.code) if key}
        widest = max((len(row) for row in (*rows.values(), *wishes.values())), default=0)
        for column in range(_FIXED, widest):
            answers = self._answers_of(rows, cards, column)
            wished = self._answers_of(wishes, cards, column)
            first = self._value(_at(rows.get(FIRST, ()), column), lambda cell: self._first(cell, codes)) or ""
            team = " ".join(_text(_at(rows.get(TEAM, ()), column)).split())
            people = self._value(_at(rows.get(PEOPLE, ()), column), self._people) or 1
            if answers or wished or first:
                self._headed(column)
                yield Filled(answers, wished, first, team, people)

    def _unknown_rows(self, wishes: Mapping[str, Sequence[Cell]], known: set[str]) -> None:
        for name, row in wishes.items():
            if name not in known:
                said = _("‘{name}’ is not on the sheet ‘{sheet}’").format(name=name, sheet=SCORES)
                self._problem(row[0].place, said)

    def _headed(self, column: int) -> None:
        """A word on a head that may be a name."""
        cell = _at((*self.sheets[SCORES].rows, ())[0], column)
        said = folded(cell.text) if cell else ""
        if cell and said and said.rstrip("0123456789 ") not in ("", *SHEET.values(), "form", "formulier", "nr"):
            told = _("what stands above a column is not read; write no names there")
            self.problems.append(Problem(Code.IMPORT_NOTE, told, cell.place, warning=True))

    def _answers_of(self, rows: Mapping[str, Sequence[Cell]], cards: Sequence[Asked], column: int) -> dict[str, int]:
        """The answers of one sheet, by card."""
        found: dict[str, int] = {}
        for card in cards:
            given = self._value(_at(rows.get(card.id, ()), column), self._answer)
            if given is not None:
                found[card.id] = given
        return found

    def _answer(self, cell: Cell) -> int | None:
        """The number of an answer: by its words, their beginning, or for who types quickly its number in the order."""
        said = folded(cell.text)
        if said in self._apart:
            return UNKNOWN
        whole = [number for number, answer in enumerate(self._answers) if folded(answer) == said]
        begun = [number for number, answer in enumerate(self._answers) if folded(answer).startswith(said)]
        apart = [one for one in self._apart if one.startswith(said)]
        if said.isdigit() and 1 <= int(said) <= len(self._answers):
            return int(said) - 1
        if len(whole or begun) == 1 and (whole or not apart):
            return (whole or begun)[0]
        if apart and not begun:
            return UNKNOWN
        near = nearest(cell.text, self._answers)
        hint = _("did you mean ‘{proposal}’?").format(proposal=near) if near else ""
        known = _("choose {answers}, or leave the cell empty").format(answers=", ".join(self._answers))
        self._problem(cell.place, _("‘{value}’ is no answer of this form").format(value=cell.text), hint or known)
        return None

    def _first(self, cell: Cell, codes: Mapping[str, str]) -> str:
        """The card that a sheet wants to go on with."""
        found = codes.get(folded(cell.text.split(" ")[0]), "")
        if not found:
            said = _("there is no card ‘{name}’ on this form").format(name=cell.text)
            self._problem(cell.place, said, _("choose a code from the drop-down"))
        return found

    def _people(self, cell: Cell) -> int:
        if not cell.text.isdigit() or not 1 <= int(cell.text) <= MOST_PEOPLE:
            said = _("‘{value}’ is no number of people").format(value=cell.text)
            self._problem(cell.place, said, _("type a whole number, such as 5"))
            return 1
        return int(cell.text)

    def _value(self, cell: Cell | None, read: Callable[[Cell], T]) -> T | None:
        """What a cell says; an empty one says nothing, and one that cannot be read is a problem."""
        if cell is None or not cell.text:
            return None
        try:
            return read(cell)
        except PydanticCustomError as error:
            context = error.context or {}
            self._problem(cell.place, str(context["said"]), str(context["hint"]))
            return None

    def _problem(self, place: Place, said: str, hint: str = "") -> None:
        self.problems.append(Problem(Code.WRONG_VALUE, said, place, hint))


def _asked(row: Sequence[Cell]) -> Asked:
    name, code, group, text = (cell.text for cell in (*row[:_FIXED], *[row[0]] * (_FIXED - len(row))))
    return Asked(name, code, group, " ".join(text.split()))


def _at(row: Sequence[Cell], column: int) -> Cell | None:
    return row[column] if column < len(row) else None


def _text(cell: Cell | None) -> str:
    return cell.text if cell else ""


def _start(sheet: Sheet) -> Place:
    return sheet.rows[0][0].place if sheet.rows and sheet.rows[0] else Place(Source(f"[{sheet.name}]", grid=True), 1, 1)


def _begin() -> str:
    return _("begin with: kaartenspel forms DECK FORM --scores")
