"""An empty list of agreements as a workbook: a row an agreement, a drop-down of interventions, dates that are dates."""

from collections.abc import Sequence
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from kaartenspel.exchange.agreement_columns import CARDS, COLUMNS, DAY, HEAD, HELP, LIST, OFFERED, TOLD, Intervention
from kaartenspel.exchange.pages import choose, fill, on_paper, protect
from kaartenspel.exchange.steady import steady

ROWS = 20
"""Rows with lines to type in; drop-downs reach further."""
DATE = "D-M-YYYY"
FIRST_DAY = 36_526
"""1 January 2000 as a spreadsheet counts days."""
_ROW_HEIGHT = 34.0
_EXPLAINED = (
    "Op het blad Afspraken staat op elke regel één afspraak: wat, wie, wanneer, en waaraan je over zes weken ziet dat "
    "het gelukt is.",
    "Zet bij ‘wie’ een rol of voorletters, geen hele naam: de poster hangt waar iedereen hem leest. Dit bestand "
    "blijft op je eigen computer.",
    "Een datum typ je als 20-1-2027, met het jaar erbij.",
    "Komt een afspraak van een interventiekaart? Kies de kaart in de laatste kolom. Welke er zijn, lees je op het blad "
    "Interventies. De kaart komt dan terug in het volgende plan.",
    "Op het blad Middag vul je in wanneer jullie de afspraken maakten. Terugkijken is zes weken later, of op de dag "
    "die je zelf invult.",
    "Klaar? Sla het bestand op en typ: kaartenspel harvest --agreements BESTAND.xlsx",
    "Daarna maak je het plan voor het terugkijken: kaartenspel plan --after BESTAND.xlsx --minutes 60 "
    "--participants 24",
)


def write_agreements(offered: Sequence[Intervention], stream: BinaryIO) -> None:
    """Write the workbook; the same cards give the same bytes."""
    book = Workbook()
    first = book.active
    if not isinstance(first, Worksheet):
        raise TypeError("a new workbook has a sheet")
    first.title = LIST
    _list(first, offered)
    _day(book.create_sheet(DAY))
    cards = [(one.label, one.id, one.monday) for one in offered]
    fill(book.create_sheet(CARDS), tuple(OFFERED.values()), cards, (80, 20, 70), (0, 1, 2))
    fill(book.create_sheet(HELP), ("Zo werkt dit bestand",), [(line,) for line in _EXPLAINED], (110,), (0,))
    for sheet in book.worksheets:
        protect(sheet)
        on_paper(sheet)
    stream.write(steady(book))


def _list(sheet: Worksheet, offered: Sequence[Intervention]) -> None:
    """The empty rows; what is typed as a date becomes one."""
    heads = tuple(COLUMNS)
    fill(sheet, tuple(COLUMNS.values()), [("",) * len(heads)] * ROWS, (48, 20, 14, 48, 60), ())
    for row in range(2, ROWS + 2):
        sheet.row_dimensions[row].height = _ROW_HEIGHT
    _dates(sheet, "ABCDE"[heads.index("by")], 2, ROWS + 1)
    choose(sheet, heads.index("card"), f"{CARDS}!$A$2:$A${len(offered) + 1}", ROWS + 1)


def _day(sheet: Worksheet) -> None:
    """What is asked of the afternoon itself."""
    said = {"title": "Dit spraken we af", "minutes": "30 min"}
    rows = [(head, said.get(name, ""), TOLD[name]) for name, head in HEAD.items()]
    fill(sheet, ("veld", "waarde", "uitleg"), rows, (18, 40, 70), (0, 2))
    for row, name in enumerate(HEAD, 2):
        if name in ("day", "back"):
            _dates(sheet, "B", row, row)


def _dates(sheet: Worksheet, column: str, first: int, last: int) -> None:
    """Cells in which a date is typed; what is none is warned about there already."""
    for row in range(first, last + 1):
        cell = sheet[f"{column}{row}"]
        cell.number_format, cell.alignment = DATE, Alignment(horizontal="left", vertical="top")
    told = DataValidation(
        "date", "greaterThanOrEqual", str(FIRST_DAY), allow_blank=True, errorStyle="warning", showErrorMessage=True
    )
    told.error = "Dit is geen datum. Typ hem als 20-1-2027."
    sheet.add_data_validation(told)
    told.add(f"{column}{first}:{column}{last}")
