"""A spreadsheet as texts with their cells: .xlsx, .xlsm, .xls and .ods, read within limits.

Formulas are never run: what counts is the value that the spreadsheet program left. Numbers, dates and times become the
text that a person would have typed. What was taken otherwise than it seems to stand there is told.
"""

import datetime
import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from kaartenspel.exchange.package import MOST_CELLS, OLE, Facts, TooLargeError, is_locked, look
from kaartenspel.messages import _, plural
from kaartenspel.problems import Code, KaartenspelError, Place, Problem, Source
from kaartenspel.reading.files import read_bytes

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

MOST_ROWS = 100_000
_NO_FACTS = Facts({}, macros=False)


Sort = Literal["text", "number", "date"]


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell, without spaces around it, its place, and as what the spreadsheet program kept it."""

    text: str
    place: Place
    sort: Sort = "text"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet by its name; rows are as long as they were used, and empty ones are there too."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Book:
    """The visible sheets, and what is to be told about how they were read."""

    sheets: tuple[Sheet, ...]
    notes: tuple[Problem, ...]


def read_workbook(path: Path) -> Book:
    """The visible sheets of a workbook. Raises KaartenspelError for what cannot be read as one."""
    data = read_bytes(path)
    facts = _look(path, data)
    from python_calamine import (  # noqa: PLC0415  this alone needs it
        CalamineError,
        CalamineWorkbook,
        PasswordError,
        SheetVisibleEnum,
    )

    try:
        return _book(path, CalamineWorkbook.from_filelike(io.BytesIO(data)), facts, SheetVisibleEnum.Visible)
    except PasswordError as error:
        raise _behind_password(path) from error
    except (CalamineError, zipfile.BadZipFile, ValueError, OSError) as error:
        raise _refused(path, _("‘{file}’ is no spreadsheet that can be read")) from error


def _book(path: Path, book: "CalamineWorkbook", facts: Facts, visible: object) -> Book:
    """The sheets that a person sees; of the others it is told that they are not read."""
    sheets: list[Sheet] = []
    notes = [_note(_("the macros in this file are not read and not run"), _place(path, ""))] if facts.macros else []
    for part in book.sheets_metadata:
        if part.visible != visible:
            notes.append(_note(_("the sheet ‘{name}’ is hidden and was not read").format(name=part.name),
                               _place(path, part.name)))  # fmt: skip
            continue
        read = book.get_sheet_by_name(part.name)
        if read.total_height * read.total_width > MOST_CELLS:
            raise _refused(path, _("‘{file}’ unpacks to more than a spreadsheet should"))
        sheet = _sheet(path, part.name, read.to_python(skip_empty_area=False))
        sheets.append(sheet)
        notes += [*_merged(sheet, read), *_formulas(sheet, facts.formulas)]
    return Book(tuple(sheets), tuple(notes))


def _merged(sheet: Sheet, read: "CalamineSheet") -> Iterator[Problem]:
    """Cells that were made into one over several rows or columns: the text counts for the first alone."""
    for (row, column), (last_row, last_column) in read.merged_cell_ranges or ():
        if (row, column) != (last_row, last_column) and row < len(sheet.rows) and column < len(sheet.rows[row]):
            cell = sheet.rows[row][column]
            last = replace(cell.place, line=last_row + 1, column=last_column + 1).said.rpartition(" ")[2]
            said = _("cells are merged up to {last}: the text counts for the first alone").format(last=last)
            if cell.text:
                yield _note(said, cell.place)


def _formulas(sheet: Sheet, formulas: Mapping[str, tuple[tuple[int, int], ...]]) -> Iterator[Problem]:
    """One word on all formulas of a sheet, and one on each that has left nothing."""
    cells = [
        sheet.rows[row - 1][column - 1]
        for row, column in formulas.get(sheet.name, ())
        if row <= len(sheet.rows) and column <= len(sheet.rows[row - 1])
    ]
    if cells:
        said = plural("of {count} cell with a formula the outcome was taken",
                      "of {count} cells with a formula the outcome was taken", len(cells))  # fmt: skip
        yield _note(said.format(count=len(cells)), cells[0].place)
    for cell in cells:
        if not cell.text:
            hint = _("open the file in your spreadsheet program and save it, or type the text itself")
            yield _note(_("this formula has left no outcome, so the cell is empty"), cell.place, hint)


def _note(said: str, place: Place, hint: str = "") -> Problem:
    return Problem(Code.IMPORT_NOTE, said, place, hint, warning=True)


def _place(path: Path, sheet: str) -> Place:
    return Place(Source(f"{path.name} [{sheet}]" if sheet else path.name, grid=True), 1, 1)


def _look(path: Path, data: bytes) -> Facts:
    """Raises for what is no workbook, is behind a password, or unpacks to more than a workbook would."""
    if is_locked(data):
        raise _behind_password(path)
    if data.startswith(OLE):
        return _NO_FACTS
    if not data.startswith(b"PK"):
        raise _refused(path, _("‘{file}’ is no spreadsheet that can be read"), _("save it as .xlsx"))
    try:
        return look(data)
    except TooLargeError:
        raise _refused(path, _("‘{file}’ unpacks to more than a spreadsheet should")) from None
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError):
        # what zipfile raises for a zip that is cut off, packed in another way, or behind a password
        raise _refused(
            path, _("‘{file}’ is damaged"), _("open it in your spreadsheet program and save it anew")
        ) from None


def _behind_password(path: Path) -> KaartenspelError:
    return _refused(path, _("‘{file}’ is behind a password"), _("save it without one"))


def _refused(path: Path, said: str, hint: str = "") -> KaartenspelError:
    return KaartenspelError([Problem(Code.CANNOT_READ, said.format(file=path.name), hint=hint)])


def _sheet(path: Path, name: str, rows: list[list[Any]]) -> Sheet:
    """The cells of a sheet. Raises KaartenspelError for one that is too long."""
    if len(rows) > MOST_ROWS:
        raise _refused(path, _("‘{file}’ has a sheet of more than {most} rows").replace("{most}", str(MOST_ROWS)))
    source = Source(f"{path.name} [{name}]", grid=True)
    return Sheet(name, tuple(tuple(_cells(source, number, row)) for number, row in enumerate(rows, 1)))


def _cells(source: Source, number: int, row: list[Any]) -> Iterator[Cell]:
    for column, value in enumerate(row, 1):
        yield Cell(as_text(value), Place(source, number, column), _sort(value))


def _sort(value: object) -> Sort:
    if isinstance(value, datetime.date):
        return "date"
    return "number" if isinstance(value, int | float) and not isinstance(value, bool) else "text"


def as_text(value: object) -> str:
    """A value as it would have been typed."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ", "minutes")
    if isinstance(value, datetime.time):
        return f"{value:%H:%M}"
    if isinstance(value, datetime.timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60:02d}:{minutes % 60:02d}"
    return str(value).replace("\r\n", "\n").strip()
