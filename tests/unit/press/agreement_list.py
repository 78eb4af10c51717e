"""Filled lists of agreements, as a school types them into the empty one."""

import datetime
import io
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl

from kaartenspel.press.agreements import new_agreements

DAY = datetime.date(2026, 11, 24)
WHAT = (
    (
        "Elke maandag vertellen de duo’s wat er in de les lukte",
        "team onderbouw",
        "Vijf briefjes bij de lamineermachine",
    ),
    ("We bezoeken elkaars les met één kijkvraag", "iedereen, M.B. maakt het rooster", "Zes bezoeken in het rooster"),
    ("De vergadering begint met een vraag uit de klas", "directie", "Op de agenda staat elke week een naam"),
)
CARD = "A2"  # stap-1-school-2


def rows(count):
    """So many agreements, each with its number in it; the first and every third come from a card."""
    made = []
    for number in range(count):
        what, who, see = WHAT[number % len(WHAT)]
        by = DAY + datetime.timedelta(days=7 + number)
        made.append([f"{what} ({number + 1})", who, by, see, CARD if number % 3 == 0 else None])
    return made


def filled(folder: Path, count=3, cells=None, name="afspraken") -> Path:
    """A list with so many agreements; `cells` is what is typed over, by sheet and cell."""
    path = folder / f"{name}.xlsx"
    book = openpyxl.load_workbook(io.BytesIO(_empty()))
    for number, row in enumerate(rows(count), 2):
        for column, value in enumerate(row, 1):
            book["Afspraken"].cell(number, column).value = value
    told = {"Middag B3": DAY, "Middag B5": "15:30", "Middag B7": "teamkamer"} | (cells or {})
    for place, value in told.items():
        sheet, cell = place.split()
        book[sheet][cell].value = value
    book.save(path)
    return path


@cache
def _empty() -> bytes:
    """The list before anything is filled in."""
    with TemporaryDirectory() as folder:
        return (Path(folder) / new_agreements("leeg", Path(folder))).read_bytes()
