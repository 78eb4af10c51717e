"""A spreadsheet as texts with their cells: .xlsx, .xlsm, .xls and .ods, read within limits.

Formulas are never run: what counts is the value that the spreadsheet program left. Numbers, dates and times become the
text that a person would have typed.
"""

import datetime
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kaartenspel.messages import _
from kaartenspel.problems import Code, KaartenspelError, Place, Problem, Source

MOST_BYTES = 200_000_000
"""Of a workbook when it is unpacked: ten thousand cards take two million."""
MOST_ROWS = 100_000
_ENCRYPTED = b"\xd0\xcf\x11\xe0"
"""How an OLE file begins: an old .xls, or a new one behind a password."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell, without spaces around it, and its place."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet by its name; rows are as long as they were used, and empty ones are there too."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]


def read_workbook(path: Path) -> tuple[Sheet, ...]:
    """The visible sheets of a workbook. Raises KaartenspelError for what cannot be read as one."""
    data = _bytes(path)
    _check(path, data)
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum  # noqa: PLC0415  this alone needs it

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        shown = [part.name for part in book.sheets_metadata if part.visible == SheetVisibleEnum.Visible]
        return tuple(
            _sheet(path, name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in shown
        )
    except (CalamineError, zipfile.BadZipFile, ValueError, OSError) as error:
        raise _refused(path, _("‘{file}’ is no spreadsheet that can be read")) from error


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        said = _("cannot read {file}: {reason}").format(file=path, reason=error.strerror or type(error).__name__)
        raise KaartenspelError([Problem(Code.CANNOT_READ, said)]) from None


def _check(path: Path, data: bytes) -> None:
    """Raises for what is no workbook, is behind a password, or unpacks to more than a workbook would."""
    if data.startswith(_ENCRYPTED) and path.suffix.lower() != ".xls":
        raise _refused(path, _("‘{file}’ is behind a password"), _("save it without one"))
    if not data.startswith(b"PK"):
        if path.suffix.lower() == ".xls" and data.startswith(_ENCRYPTED):
            return
        raise _refused(path, _("‘{file}’ is no spreadsheet that can be read"), _("save it as .xlsx"))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            size = sum(part.file_size for part in package.infolist())
    except zipfile.BadZipFile:
        raise _refused(
            path, _("‘{file}’ is damaged"), _("open it in your spreadsheet program and save it anew")
        ) from None
    if size > MOST_BYTES:
        raise _refused(path, _("‘{file}’ unpacks to more than a spreadsheet should"))


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
        yield Cell(as_text(value), Place(source, number, column))


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
