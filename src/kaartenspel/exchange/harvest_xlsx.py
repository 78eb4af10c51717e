"""The figures of a report as a workbook: a table for each that the report shows, and the sheet to choose from."""

from collections.abc import Sequence
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kaartenspel.compose.harvest import Bars, Radar, Report
from kaartenspel.exchange.choice_columns import CHOOSE, Choice
from kaartenspel.exchange.choices_xlsx import fill_choices
from kaartenspel.exchange.pages import fill, on_paper, protect
from kaartenspel.exchange.steady import steady
from kaartenspel.model.script import Table

ABOUT = "Over"
_WIDEST, _WIDE, _NARROW = 60.0, 34.0, 14.0


def write_figures(report: Report, choices: Sequence[Choice], stream: BinaryIO) -> None:
    """Write the workbook; the same report gives the same bytes."""
    book = Workbook()
    first = book.active
    if not isinstance(first, Worksheet):
        raise TypeError("a new workbook has a sheet")
    first.title = ABOUT
    rows = [(report.title, report.subtitle), *report.facts, ("", report.foot)]
    fill(first, ("meting", ""), rows, (_WIDE, 90.0), (0, 1))
    for section in report.sections:
        tables = [part.table for part in section.parts if isinstance(part, Bars | Radar)]
        if tables:
            _tables(book.create_sheet(section.title[:31]), tables)
    if choices:
        fill_choices(book.create_sheet(CHOOSE), choices)
    for sheet in book.worksheets:
        protect(sheet)
        on_paper(sheet)
    stream.write(steady(book))


def _tables(sheet: Worksheet, tables: Sequence[Table]) -> None:
    """Tables with the same heads as one, what they are of in the first column; figures are numbers."""
    heads = tables[0].heads
    rows = [(table.caption, *row) for table in tables for row in table.rows]
    widths = (_WIDE, _WIDEST, *[_NARROW] * (len(heads) - 1))
    fill(sheet, ("groep", *heads), rows, widths, tuple(range(len(heads) + 1)))
    for row in sheet.iter_rows(min_row=2, min_col=3):
        for cell in row:
            said = str(cell.value or "").replace(",", ".")
            if said.replace(".", "", 1).isdigit():
                cell.value, cell.data_type = float(said), "n"
                cell.number_format = "0.0" if "." in said else "0"
