"""Sheets of a workbook as a teacher meets them: a head row, wrapped texts, drop-downs, cells that stay as they are."""

import re
from collections.abc import Iterable, Sequence

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from kaartenspel.messages import _
from kaartenspel.problems import Code, KaartenspelError, Problem

MOST_LETTERS = 32_767
"""Characters that a cell of Excel holds; what is more would be lost."""
LETTERS_ON_LINE = 1.0
"""Characters of our texts for each unit of a column's width, with room to spare for long words."""
LINE_HEIGHT = 15.0
"""Points that a line of a cell takes."""
TALLEST = 400.0
"""Points: Excel makes no row higher than 409."""
ROOM = 200
"""Empty rows that drop-downs reach beyond what is there."""
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""What a spreadsheet program would take for a sign by its number (ECMA-376 22.9.2.19)."""
_HEAD, _FIXED, _LINE = PatternFill("solid", fgColor="DDE3EE"), PatternFill("solid", fgColor="F1F1EE"), "D0D4DC"
_FREE = PatternFill()
_SIDE = Side("thin", color=_LINE)
_RULE = Side("thin", color="6B7280")
_BORDER = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)


def fill(
    sheet: Worksheet, heads: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[float], fixed: Sequence[int]
) -> None:
    """A head row and the others. All cells are text, so that `=` begins no formula and 3-4 becomes no date.

    `fixed` are the columns, from 0, in which what is there is protected; new rows are free.
    Raises KaartenspelError for a text that no cell can hold.
    """
    for column, width in enumerate(widths, 1):
        dimension = sheet.column_dimensions[get_column_letter(column)]
        dimension.width, dimension.number_format = width, "@"
        dimension.protection, dimension.alignment = Protection(locked=False), Alignment(wrap_text=True, vertical="top")
    for number, row in enumerate((heads, *rows), 1):
        for column, text in enumerate(row):
            cell = sheet.cell(number, column + 1)
            put(cell, text, locked=number == 1 or (column in fixed and bool(text)), head=number == 1)
        sheet.row_dimensions[number].height = _height(row, widths)
    sheet.freeze_panes = "A2"


def put(cell: object, text: str, *, locked: bool, head: bool = False) -> None:
    """A text in a cell. Raises KaartenspelError for one that is too long."""
    if not isinstance(cell, Cell):
        raise TypeError("a merged cell takes no text")
    if len(text) > MOST_LETTERS:
        said = _("a text of {count} characters does not fit in a cell: ‘{start}…’")
        raise KaartenspelError([Problem(Code.TEXT_TOO_LONG, said.format(count=len(text), start=text[:40]))])
    cell.value, cell.data_type, cell.number_format = _ESCAPE.sub("_x005F_", text) or None, "s" if text else "n", "@"
    cell.alignment, cell.border = Alignment(wrap_text=True, vertical="top"), _BORDER
    cell.protection = Protection(locked=locked)
    if head:
        cell.font = Font(name="Calibri", size=11, bold=True)
    cell.fill = (_HEAD if head else _FIXED) if locked else _FREE


def rule_above(sheet: Worksheet, row: int, columns: int) -> None:
    """A darker line above a row, counted from 1: here something new begins."""
    for column in range(1, columns + 1):
        sheet.cell(row, column).border = Border(left=_SIDE, right=_SIDE, top=_RULE, bottom=_SIDE)


def _height(row: Sequence[str], widths: Sequence[float]) -> float:
    """Points that the tallest text of a row takes: LibreOffice reckons it itself, Excel does not."""
    lines = [
        sum(1 + int(len(line) / (width * LETTERS_ON_LINE)) for line in text.split("\n"))
        for text, width in zip(row, widths, strict=False)
    ]
    return min(TALLEST, LINE_HEIGHT * max(lines, default=1) + 2)


def protect(sheet: Worksheet) -> None:
    """No typing over what is fixed; no password, and rows can be added, sorted and made higher."""
    sheet.protection.sheet = True
    for allowed in ("formatCells", "formatColumns", "formatRows", "insertRows", "deleteRows", "sort", "autoFilter"):
        setattr(sheet.protection, allowed, False)  # it says what is forbidden


def choose(sheet: Worksheet, column: int, formula: str, last: int) -> None:
    """A drop-down in a column, from 0, down to some rows after the last; other texts are warned about, not refused."""
    letter = get_column_letter(column + 1)
    offered = DataValidation("list", formula1=formula, allow_blank=True, errorStyle="warning", showErrorMessage=True)
    sheet.add_data_validation(offered)
    offered.add(f"{letter}2:{letter}{last + ROOM}")


def on_paper(sheet: Worksheet) -> None:
    """Lying down, as wide as the paper, with the head on each page."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    if sheet.sheet_properties.pageSetUpPr is not None:
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
