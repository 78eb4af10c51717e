"""A list of agreements read from a workbook, each cell with its place; what is wrong is told by sheet and cell."""

import datetime
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from pydantic_core import PydanticCustomError

from kaartenspel.exchange.agreement_columns import CARDS, COLUMNS, DAY, HEAD, HELP, LIST, OTHER_HEADS, Intervention
from kaartenspel.exchange.deck_columns import folded
from kaartenspel.exchange.workbook import Cell, Sheet
from kaartenspel.load.fields import unfit
from kaartenspel.messages import _
from kaartenspel.model import clock
from kaartenspel.model.agreements import LASTS, Agreement, Agreements, LookBack, look_back_day
from kaartenspel.model.values import minutes, refuse
from kaartenspel.problems import Code, Place, Problem, Source, nearest
from kaartenspel.reading.values import Scalar

FIRST_YEAR, LAST_YEAR = 2000, 2199
"""Dates outside these years are slips of typing."""
_CODE = re.compile(r"[A-Z]{1,2}[0-9]{1,3}")
_HEADS = {folded(head): name for name, head in COLUMNS.items()} | OTHER_HEADS
Row = Mapping[str, Cell]
T = TypeVar("T")


class AgreementsReader:
    """Reads one workbook; what is wrong with it is in `problems`. `offered` are the interventions there are."""

    def __init__(self, name: str, sheets: Sequence[Sheet], offered: Sequence[Intervention]) -> None:
        self.name, self.offered = name, offered
        self.sheets = {sheet.name: sheet for sheet in sheets}
        self.problems: list[Problem] = []
        self._labels = {folded(one.label): one.id for one in offered} | self._own_labels()

    def read(self, day: datetime.date | None = None, back: datetime.date | None = None) -> Agreements:
        """The list; `day` and `back` go before what it says of the afternoon and of the look-back."""
        told = self._told()
        day = day or self._value(told.get("day"), as_date)
        back = back or self._value(told.get("back"), as_date) or (look_back_day(day) if day else None)
        start, lasts = self._value(told.get("start"), _as_clock), self._value(told.get("minutes"), _as_minutes)
        where, title = (_line(told[name]) if name in told else "" for name in ("where", "title"))
        look_back = LookBack(back, start, lasts or LASTS, where) if back else None
        return Agreements(self.name, title, tuple(self._items(day, back)), day, look_back)

    # --- the afternoon

    def _told(self) -> Row:
        """The fields of the sheet of the afternoon that are filled in."""
        fields = {folded(head): name for name, head in HEAD.items()}
        found: dict[str, Cell] = {}
        for row in self.sheets[DAY].rows[1:] if DAY in self.sheets else ():
            if len(row) < 2 or not row[1].text:
                continue
            if folded(row[0].text) in fields:
                found[fields[folded(row[0].text)]] = row[1]
            else:
                self._note(row[0], _("‘{name}’ is not read").format(name=row[0].text))
        return found

    def _value(self, cell: Cell | None, read: Callable[[Cell], T]) -> T | None:
        """What a cell says; what cannot be read is a problem there."""
        if cell is None or not cell.text:
            return None
        try:
            return read(cell)
        except PydanticCustomError as error:
            context = error.context or {}
            self._problem(cell.place, str(context["said"]), str(context["hint"]))
            return None

    # --- the agreements

    def _items(self, day: datetime.date | None, back: datetime.date | None) -> Iterator[Agreement]:
        """An agreement for each row that is not empty; its date is held against those two days."""
        sheet = self._sheet()
        if sheet is None:
            return
        columns = dict(self._columns(sheet))
        if "what" not in columns.values():
            self._problem(_start(sheet), _("this sheet has no column ‘wat’"), _example())
            return
        count = 0
        for cells in sheet.rows[1:]:
            if any(cells[index].text for index in columns if index < len(cells)):
                count += 1
                row = {columns[index]: cell for index, cell in enumerate(cells) if index in columns}
                item = self._item(row)
                if item.by:
                    self.problems += _between(item.by, row["by"].place, day, back)
                yield item
        if not count:
            self._problem(_start(sheet), _("there is no agreement in this list yet"), _example(), Code.MISSING_FIELD)

    def _sheet(self) -> Sheet | None:
        """The sheet of agreements: by its name, or else the first that has a column for what is done."""
        others = (sheet for name, sheet in self.sheets.items() if name not in (HELP, DAY, CARDS))
        heads = ((sheet, {_HEADS.get(folded(cell.text)) for cell in (*sheet.rows, ())[0]}) for sheet in others)
        found = self.sheets.get(LIST) or next((sheet for sheet, known in heads if "what" in known), None)
        if found is None:
            said = _("no sheet of ‘{name}’ has a column ‘wat’").format(name=self.name)
            self.problems.append(Problem(Code.CANNOT_READ, said, hint=_example()))
        return found

    def _columns(self, sheet: Sheet) -> Iterator[tuple[int, str]]:
        """The columns that are read, each once; of others it is told that they are not."""
        taken: set[str] = set()
        for index, cell in enumerate(sheet.rows[0] if sheet.rows else ()):
            name = _HEADS.get(folded(cell.text))
            if name and name not in taken:
                taken.add(name)
                yield index, name
            elif cell.text:
                self._note(cell, _("the column ‘{name}’ is not read").format(name=cell.text))

    def _item(self, row: Row) -> Agreement:
        """A row; what is left open is told, and can be written on the poster by hand."""
        texts = {name: _line(row[name]) if name in row else "" for name in COLUMNS}
        place = row["what"].place if "what" in row else next(iter(row.values())).place
        if not texts["what"]:
            said = _("this agreement does not say what is done")
            self._problem(place, said, _("fill in the column ‘wat’"), Code.MISSING_FIELD)
        for name in ("what", "who", "see"):
            self.problems += unfit(Scalar(texts[name], row[name].place, quoted=True)) if name in row else []
        for name in ("who", "by", "see"):
            if not texts[name] and texts["what"]:
                self._open(row[name].place if name in row else place, COLUMNS[name])
        by, card = self._value(row.get("by"), as_date), self._card(row.get("card"))
        return Agreement(
            texts["what"], texts["who"], by, texts["see"], card.id if card else "", card.code if card else "", place
        )

    def _card(self, cell: Cell | None) -> Intervention | None:
        """The intervention that a cell means: by what the drop-down gives, its id or its code."""
        if cell is None or not cell.text:
            return None
        said = folded(cell.text)
        code = _CODE.match(cell.text)
        wanted = (self._labels.get(said), said.replace(" ", "-"), code.group() if code else "")
        found = next((one for key in wanted for one in self.offered if key in (one.id, one.code) and key), None)
        if found is None:
            near = nearest(cell.text, [name for one in self.offered for name in (one.label, one.id)])
            hint = _("did you mean ‘{proposal}’?").format(proposal=near) if near else ""
            said = _("there is no intervention ‘{name}’").format(name=cell.text)
            self._problem(cell.place, said, hint or _("choose one from the drop-down"), Code.UNKNOWN_NAME)
        return found

    def _own_labels(self) -> dict[str, str]:
        """What this file's own drop-down meant, whatever the cards say by now."""
        rows = self.sheets[CARDS].rows[1:] if CARDS in self.sheets else ()
        return {folded(row[0].text): row[1].text for row in rows if len(row) > 1 and row[0].text}

    # --- what is told

    def _problem(self, place: Place, said: str, hint: str = "", code: Code = Code.WRONG_VALUE) -> None:
        self.problems.append(Problem(code, said, place, hint))

    def _note(self, cell: Cell, said: str) -> None:
        self.problems.append(Problem(Code.IMPORT_NOTE, said, cell.place, warning=True))

    def _open(self, place: Place, head: str) -> None:
        said = _("‘{name}’ is still open: on the poster it gets a line to write on").format(name=head)
        self.problems.append(Problem(Code.MISSING_FIELD, said, place, warning=True))


def _between(
    by: datetime.date, place: Place, day: datetime.date | None, back: datetime.date | None
) -> Iterator[Problem]:
    """A word on a date before the agreement was made, or after people look back at it."""
    if day and by < day:
        said = _("{date} is before the day of the agreements, {day}")
        yield _odd(said.format(date=f"{by:%d-%m-%Y}", day=f"{day:%d-%m-%Y}"), place, _("is the year right?"))
    elif back and by > back:
        said = _("{date} is after you look back, on {day}")
        hint = _("agree on what can be seen by then, or look back later")
        yield _odd(said.format(date=f"{by:%d-%m-%Y}", day=f"{back:%d-%m-%Y}"), place, hint)


def _odd(said: str, place: Place, hint: str) -> Problem:
    return Problem(Code.TIMES, said, place, hint, warning=True)


def as_date(cell: Cell) -> datetime.date:
    """The date in a cell; raises for what is none, and for a year that nobody means."""
    found = clock.date(cell.text[:10] if cell.sort == "date" else cell.text)
    if not isinstance(found, datetime.date) or not FIRST_YEAR <= found.year <= LAST_YEAR:
        said = _("the year {year} cannot be meant").format(year=getattr(found, "year", ""))
        raise refuse(said, _("write it as 2027-01-20"))
    return found


def _as_clock(cell: Cell) -> int:
    return _number(clock.clock(cell.text))


def _as_minutes(cell: Cell) -> int:
    return _number(minutes(cell.text))


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(value)
    return value


def _line(cell: Cell) -> str:
    """A text on one line."""
    return " ".join(cell.text.split())


def _start(sheet: Sheet) -> Place:
    """The first cell of a sheet."""
    return sheet.rows[0][0].place if sheet.rows and sheet.rows[0] else Place(Source(f"[{sheet.name}]", grid=True), 1, 1)


def _example() -> str:
    return _("begin with: kaartenspel new agreements NAME")
