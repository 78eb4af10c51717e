"""An empty workbook to type the sheets of paper into: a row a card, a column a sheet, answers from a drop-down."""

from collections.abc import Sequence
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from kaartenspel.exchange.pages import fill, on_paper, protect
from kaartenspel.exchange.score_columns import (
    ABOUT,
    ANSWER,
    ANSWERS,
    APART,
    FIELDS,
    FIRST,
    HEADS,
    HELP,
    PEOPLE,
    ROWS,
    SCORES,
    SHEET,
    TEAM,
    TOLD,
    UNITS,
    WISHES,
)
from kaartenspel.exchange.steady import steady
from kaartenspel.model.scores import Asked, Scores

COLUMNS = 40
"""Columns that have a head and lines; drop-downs reach further."""
MOST = 400
"""Columns with drop-downs."""
_WIDTHS = (16.0, 7.0, 24.0, 56.0)
_WIDE = 13.0
_EXPLAINED = (
    "Neem op het blad Scores elk ingevuld formulier over in een eigen kolom: blad 1, blad 2, en zo verder.",
    "Kies elk antwoord uit de lijst, of typ het begin ervan. Leeg is leeg: laat de cel dan open.",
    "Typ nergens namen. Zet ook geen namen boven de kolommen: het gaat om wat jullie vinden, niet om wie het zei.",
    "Het team invullen hoeft niet. Doe je het wel, dan staat een team van minder dan vijf mensen nergens apart.",
    "Geen kolommen genoeg? Ga rechts gewoon verder.",
    "Dit bestand blijft op je eigen computer. Het programma verstuurt niets.",
    "Klaar? Sla het bestand op en typ: kaartenspel harvest BESTAND.xlsx",
    "Bewaar het bestand: over een jaar vergelijk je met kaartenspel harvest NIEUW.xlsx --before DIT-BESTAND.xlsx",
)


def write_scores(asked: Scores, apart: Sequence[str], stream: BinaryIO) -> None:
    """Write the workbook of what is asked, with the sheets of paper that it has; `apart` are answers off the scale."""
    book = Workbook()
    first = book.active
    if not isinstance(first, Worksheet):
        raise TypeError("a new workbook has a sheet")
    first.title = SCORES
    count = max(COLUMNS, len(asked.sheets))
    _scores(first, asked, count, len(asked.scale) + len(apart))
    if asked.wished:
        _wishes(book.create_sheet(WISHES), asked, count, len(asked.scale) + len(apart))
    _about(book.create_sheet(ABOUT), asked)
    answers = [*((said, str(number)) for number, said in enumerate(asked.scale, 1)), *((said, APART) for said in apart)]
    fill(book.create_sheet(ANSWERS), tuple(ANSWER.values()), answers, (40, 12), (0, 1))
    fill(book.create_sheet(HELP), ("Zo werkt dit bestand",), [(line,) for line in _EXPLAINED], (110,), (0,))
    for sheet in book.worksheets:
        protect(sheet)
        on_paper(sheet)
    stream.write(steady(book))


def above(asked: Scores) -> tuple[str, ...]:
    """The rows above the cards."""
    return (TEAM, PEOPLE, FIRST) if asked.unit == "group" else (TEAM, FIRST)


def _scores(sheet: Worksheet, asked: Scores, count: int, answers: int) -> None:
    """The rows about the sheets of paper, then those of the cards."""
    names = above(asked)
    codes = {card.id: card.code for card in asked.cards}
    told = {
        TEAM: [one.team for one in asked.sheets],
        PEOPLE: [str(one.people) for one in asked.sheets],
        FIRST: [codes.get(one.first, "") for one in asked.sheets],
    }
    head = [(name, "", "", ROWS[name], *told[name]) for name in names]
    cards = [(*_card(card), *(_said(asked, one.answers.get(card.id)) for one in asked.sheets)) for card in asked.cards]
    _filled(sheet, asked, [*head, *cards], count)
    begin = len(names) + 2
    last = begin + len(asked.cards) - 1
    row = 2 + names.index(FIRST)
    _offer(sheet, f"$B${begin}:$B${last}", row, row)
    _offer(sheet, _answers(answers), begin, last)


def _wishes(sheet: Worksheet, asked: Scores, count: int, answers: int) -> None:
    """The rows of the cards once more, for where people want to be."""
    rows = [(*_card(card), *(_said(asked, one.wishes.get(card.id)) for one in asked.sheets)) for card in asked.cards]
    _filled(sheet, asked, rows, count)
    _offer(sheet, _answers(answers), 2, len(rows) + 1)


def _filled(sheet: Worksheet, asked: Scores, rows: Sequence[Sequence[str]], count: int) -> None:
    """Heads and rows, with the cells that are still empty."""
    heads = [*HEADS.values(), *(f"{SHEET[asked.unit]} {number}" for number in range(1, count + 1))]
    whole = [[*row, *[""] * (len(heads) - len(row))] for row in rows]
    fill(sheet, heads, whole, [*_WIDTHS, *[_WIDE] * count], (0, 1, 2, 3))
    sheet.freeze_panes = "E2"


def _card(card: Asked) -> tuple[str, ...]:
    return card.id, card.code, card.group, card.text


def _said(asked: Scores, given: int | None) -> str:
    """An answer in words."""
    return "" if given is None else asked.scale[given] if given >= 0 else "Weet niet"


def _answers(count: int) -> str:
    return f"{ANSWERS}!$A$2:$A${count + 1}"


def _offer(sheet: Worksheet, formula: str, first: int, last: int) -> None:
    """A drop-down in these rows of all columns; what is not in it is warned about there already."""
    begin, end = get_column_letter(len(HEADS) + 1), get_column_letter(len(HEADS) + MOST)
    offered = DataValidation("list", formula1=formula, allow_blank=True, errorStyle="warning", showErrorMessage=True)
    offered.error = "Dit antwoord staat niet op het formulier."
    sheet.add_data_validation(offered)
    offered.add(f"{begin}{first}:{end}{last}")


def _about(sheet: Worksheet, asked: Scores) -> None:
    """What the measurement is of."""
    said = {
        "title": asked.title, "day": f"{asked.day:%d-%m-%Y}" if asked.day else "", "deck": asked.deck,
        "form": asked.form, "unit": UNITS[asked.unit], "language": asked.language,
        "staged": "ja" if asked.staged else "nee",
    }  # fmt: skip
    rows = [(head, said[name], TOLD[name]) for name, head in FIELDS.items()]
    fill(sheet, ("veld", "waarde", "uitleg"), rows, (18, 50, 70), (0, 2))
