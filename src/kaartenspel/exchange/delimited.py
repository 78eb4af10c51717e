"""A .csv file as rows of cells: its encoding and what parts its columns are guessed, and the guess is told."""

import codecs
import csv
from collections.abc import Iterator
from pathlib import Path

from kaartenspel.exchange.workbook import MOST_ROWS, Book, Cell, Sheet
from kaartenspel.messages import _
from kaartenspel.problems import Code, KaartenspelError, Place, Problem, Source
from kaartenspel.reading.decode import BINARY
from kaartenspel.reading.files import LARGEST, read_bytes

SEPARATORS = {";": "semicolons", ",": "commas", "\t": "tabs"}
MOST_LETTERS = 1_000_000
"""Characters of one cell: a quote that is never closed takes the rest of the file along."""
_SAMPLE = 20
"""Rows that are looked at to see what parts the columns."""


def read_delimited(path: Path) -> Book:
    """The rows of a .csv. Raises KaartenspelError for what is no text, or a quote that is never closed."""
    text, encoding = decoded(path)
    separator = _separator(text)
    source = Source(path.name, grid=True)
    names = {";": _("semicolons"), ",": _("commas"), "\t": _("tabs")}
    said = _("read as {encoding}, with {separator} between the columns")
    told = said.format(encoding=encoding, separator=names[separator])
    hint = _("are letters such as é wrong? save the file as ‘CSV UTF-8’ and import it again")
    note = Problem(
        Code.IMPORT_NOTE, told, Place(source, 1, 1), hint if encoding == "Windows-1252" else "", warning=True
    )
    return Book((Sheet("", tuple(_rows(path, source, text, separator))),), (note,))


def decoded(path: Path) -> tuple[str, str]:
    """The text of a file and the name of its encoding. Raises KaartenspelError for what is no text."""
    data = read_bytes(path)
    if data.startswith(BINARY) or len(data) > LARGEST:
        raise _refused(path, _("‘{file}’ is no text but a document, a picture or an archive"))
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _exactly(path, data, "utf-16"), "UTF-16"
    if b"\0" in data:
        halves = data[0:400:2].count(0), data[1:400:2].count(0)
        if max(halves) > 0.4 * len(data[:400]) and min(halves) == 0:
            return _exactly(path, data, "utf-16-be" if halves[0] else "utf-16-le"), "UTF-16"
        raise _refused(path, _("‘{file}’ is no text: it holds bytes that are in no text"))
    try:
        return _lines(data.removeprefix(codecs.BOM_UTF8).decode("utf-8")), "UTF-8"
    except UnicodeDecodeError:
        return _exactly(path, data, "cp1252"), "Windows-1252"


def _exactly(path: Path, data: bytes, encoding: str) -> str:
    """The text in this encoding; a sign that does not exist there is a problem, not a question mark on a card."""
    try:
        return _lines(data.decode(encoding))
    except UnicodeDecodeError:
        hint = _("save it as UTF-8 (in Excel: ‘CSV UTF-8’)")
        raise _refused(path, _("‘{file}’ is in an encoding that cannot be told"), hint) from None


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _refused(path: Path, said: str, hint: str = "") -> KaartenspelError:
    return KaartenspelError([Problem(Code.CANNOT_READ, said.format(file=path.name), hint=hint)])


def _separator(text: str) -> str:
    """What parts most columns of the first row, and the same in the rows after it; Excel may say it in the first."""
    if text.startswith("sep=") and text[4:5] in SEPARATORS:
        return text[4]
    best: dict[str, tuple[int, int]] = {}
    for sign in SEPARATORS:
        widths: list[int] = []
        try:
            for row in csv.reader(text.split("\n", 200)[:200], delimiter=sign):
                widths += [len(row)] if row else []
                if len(widths) == _SAMPLE:
                    break
        except csv.Error:
            widths = widths[:1]
        first = widths[0] if widths else 1
        best[sign] = (first if first > 1 else 0, widths.count(first))
    return max(best, key=lambda sign: (best[sign][0] > 0, best[sign][1], best[sign][0]))


def _rows(path: Path, source: Source, text: str, separator: str) -> Iterator[tuple[Cell, ...]]:
    """The rows; `sep=;` in front is Excel's own and no row of ours."""
    csv.field_size_limit(MOST_LETTERS)
    first = 1 if text.startswith("sep=") else 0
    lines = text.split("\n", 1)[1] if first and "\n" in text else "" if first else text
    try:
        for number, row in enumerate(csv.reader(lines.splitlines(keepends=True), delimiter=separator, strict=True)):
            if number > MOST_ROWS:
                raise _refused(path, _("‘{file}’ has more than {most} rows").replace("{most}", str(MOST_ROWS)))
            yield tuple(
                Cell(value.strip(), Place(source, number + 1 + first, column)) for column, value in enumerate(row, 1)
            )
    except csv.Error as error:
        hint = _('is there a quote (") that is opened and never closed? within a text it is typed twice')
        raise _refused(path, _("the rows of ‘{file}’ cannot be told apart"), hint) from error
