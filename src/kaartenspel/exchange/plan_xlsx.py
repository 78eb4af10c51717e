"""A plan as a workbook that a coordinator can go on with: one row a block, drop-downs, wrapped texts."""

from collections.abc import Iterable, Mapping, Sequence
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from kaartenspel.exchange.plan_columns import (
    BLOCK,
    CLOCK,
    HELP,
    MEETING,
    MEETING_FIELDS,
    MEETINGS,
    PLAN,
    PROGRAMME,
    ROOM,
    ROOMS,
    ROW,
    ROWS,
    WORDS,
    Fields,
)
from kaartenspel.exchange.plan_rows import Row, head_rows, meeting_rows, programme_rows, room_rows
from kaartenspel.exchange.steady import steady

WIDE, NARROW = 42, 13
_WIDE = {"title", "goal", "say", "steps", "materials", "notes", "print"}
_EXPLAINED = (
    "Elke regel van het blad Programma is een blok. De volgorde van de regels is de volgorde van de dag.",
    "De tijden worden uitgerekend: wat in de kolom ‘tijd’ staat, wordt niet gelezen. Een blok dat vaststaat op de klok "
    "zet je vast met de kolom ‘vast om’.",
    "In de kolom ‘rij’ staat wat een regel is: een blok, een station van de carrousel erboven, een lijn (wat tegelijk "
    "gebeurt), of een blok in de lijn erboven.",
    "Een kaart schrijf je als spel/kaart, zoals werkvormen/wat-ik-nog-niet-wist. Een spel schrijf je met zijn naam.",
    "Stappen en materialen zet je onder elkaar in één cel (Alt+Enter). Minuten van een stap schrijf je ervoor: "
    "‘5 min | Vertel wat je zag’, ‘5 min p.p. | …’ of ‘3 × 5 min | …’.",
    "Printen: ‘spelmateriaal (antwoordkaart), per persoon’, of ‘posters (oogst), 1 sets’.",
    "Klaar? Sla het bestand op en typ: kaartenspel import BESTAND.xlsx",
)


def write_plan(plan: Fields, clocks: Mapping[tuple[int, int], str], stream: BinaryIO) -> None:
    """Write the workbook of a plan's values; the same values give the same bytes."""
    book = Workbook()
    first = book.active
    if not isinstance(first, Worksheet):
        raise TypeError("a new workbook has a sheet")
    first.title = PLAN
    _fill(first, ("veld", "waarde"), head_rows(plan), (18, 80))
    heads = (ROW, MEETING, CLOCK, *BLOCK.values())
    widths = (10, 12, 9, *(WIDE if name in _WIDE else NARROW for name in BLOCK))
    programme = book.create_sheet(PROGRAMME)
    _fill(programme, heads, programme_rows(plan, clocks), widths)
    programme.freeze_panes = "H2"
    _choices(programme, {ROW: ROWS} | {BLOCK[name]: words for name, words in WORDS.items()}, heads)
    _fill(book.create_sheet(ROOMS), tuple(ROOM.values()), room_rows(plan), (16, 30, 12, 16))
    meetings = ("nummer", *MEETING_FIELDS.values())
    _fill(book.create_sheet(MEETINGS), meetings, meeting_rows(plan), (10, 36, 50, 16, 12, 12))
    _fill(book.create_sheet(HELP), ("Zo werkt dit bestand",), [(line,) for line in _EXPLAINED], (110,))
    stream.write(steady(book))


def _fill(sheet: Worksheet, heads: Sequence[str], rows: Iterable[Row], widths: Sequence[int]) -> None:
    """A head row and the others; every cell is text, so that `=` begins no formula and 13:30 stays as typed."""
    for number, row in enumerate((heads, *rows), 1):
        for column, text in enumerate(row, 1):
            cell = sheet.cell(number, column)
            cell.value, cell.data_type, cell.number_format = text or None, "s" if text else "n", "@"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if number == 1:
                cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="DDE3EE")
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"


def _choices(sheet: Worksheet, words: Mapping[str, Mapping[str, str]], heads: Sequence[str]) -> None:
    """Drop-downs in the columns where a few words can stand."""
    for head, choice in words.items():
        letter = get_column_letter(heads.index(head) + 1)
        offered = DataValidation("list", formula1=f'"{",".join(choice.values())}"', allow_blank=True)
        sheet.add_data_validation(offered)
        offered.add(f"{letter}2:{letter}500")
