"""A school's edition as a workbook: its house style, its vision, its decks, and a sheet for each deck."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kaartenspel.exchange.edition_rows import Row
from kaartenspel.exchange.edition_sheets import (
    CARD,
    FIXED_STYLES,
    GAME,
    GAMES,
    HELP,
    NO,
    STATEMENTS,
    STYLE,
    STYLES,
    VISION,
    YES,
    sheet_names,
)
from kaartenspel.exchange.pages import choose, fill, on_paper, protect, put, rule_above
from kaartenspel.exchange.steady import steady

_CHOICE = f'"{YES},{NO}"'
_EXPLAINED = (
    "Dit bestand is jullie eigen versie van de spellen. Er is een blad voor de huisstijl, een voor jullie visie, een "
    "met alle spellen, en voor elk spel een blad met zijn kaarten.",
    "Andere woorden op een kaart: typ ze in de kolom ‘onze tekst’, naast het origineel. Laat je die cel leeg, dan "
    "blijft het origineel staan. Typ een streepje (–) om een onderdeel van de kaart leeg te maken.",
    "Een kaart doet niet mee: kies ‘nee’ in de kolom ‘doet mee’, op de eerste regel van die kaart.",
    "Een eigen kaart: vul onderaan het blad de regels van ‘eigen-1’ in. De naam ‘eigen-1’ mag anders, maar daarna "
    "niet meer: de code op de kaart hangt eraan. Een groep die er nog niet is, wordt gemaakt.",
    "Een eigen kaart weghalen: kies ‘nee’ op haar eerste regel, of verwijder al haar regels.",
    "In de kolom ‘opmerking’ schrijf je voor elkaar waarom iets anders is. Dat komt niet op papier.",
    "Staat er een kolom ‘nieuwe tekst’? Dan is het origineel sinds jullie aanpassing veranderd. Vergelijk ze, en kies.",
    "Lijsten en stappen zet je onder elkaar in één cel (Alt+Enter). **Vet** en _schuin_ schrijf je met sterretjes en "
    "streepjes.",
    "Op het blad Huisstijl zijn kleuren zoals #0f6e78, of het woord logo: dan worden ze uit het logo gehaald. Het logo "
    "is een bestand (SVG, PNG of JPEG) in de map van de editie.",
    "Op het blad Spellen staat in ‘vooraan’ welke groepen of kaarten eerst komen, met komma’s ertussen.",
    "Grijze cellen zijn beveiligd, zonder wachtwoord: daar hangt alles aan.",
    "Klaar? Sla het bestand op en typ: kaartenspel import BESTAND.xlsx",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Game:
    """A deck on the sheet of decks, with its cards."""

    deck: str
    original: str
    title: str
    subtitle: str
    shown: bool
    order: str
    rows: Sequence[Row]


def write_edition(
    style: Mapping[str, str], vision: Sequence[tuple[str, str]], games: Sequence[Game], stream: BinaryIO
) -> None:
    """Write the workbook; the same values give the same bytes. `style` goes by the names in STYLES."""
    book = Workbook()
    sheet = book.active
    if not isinstance(sheet, Worksheet):
        raise TypeError("a new workbook has a sheet")
    sheet.title = HELP
    fill(sheet, ("Zo werkt dit bestand",), [(line,) for line in _EXPLAINED], (110,), (0,))
    _style(book.create_sheet(STYLE), style)
    fill(book.create_sheet(VISION), tuple(STATEMENTS.values()), vision, (70, 60), ())
    _games(book.create_sheet(GAMES), games)
    names = sheet_names(game.deck for game in games)
    for game in games:
        _cards(book.create_sheet(names[game.deck]), game.rows)
    for each in book.worksheets:
        protect(each)
        on_paper(each)
    stream.write(steady(book))


def _style(sheet: Worksheet, style: Mapping[str, str]) -> None:
    """A field a row; what the edition is called and how it stood are not typed over."""
    fill(sheet, ("veld", "waarde"), [(head, style.get(name, "")) for name, head in STYLES.items()], (24, 70), (0,))
    for number, name in enumerate(STYLES, 2):
        if name in FIXED_STYLES:
            put(sheet.cell(number, 2), style.get(name, ""), locked=True)


def _games(sheet: Worksheet, games: Sequence[Game]) -> None:
    """A deck a row."""
    lines = [
        (game.deck, game.original, game.title, game.subtitle, YES if game.shown else NO, game.order) for game in games
    ]
    fill(sheet, tuple(GAME.values()), lines, (28, 36, 36, 36, 11, 36), (0, 1))
    choose(sheet, list(GAME).index("shown"), _CHOICE, len(lines) + 1)


def _cards(sheet: Worksheet, rows: Sequence[Row]) -> None:
    """A row a field; a column for what is new where something is."""
    names = [name for name in CARD if name != "new" or any(row.new for row in rows)]
    if "new" in names:
        names.insert(names.index("ours") + 1, names.pop(names.index("new")))
    widths = {"card": 18, "field": 14, "original": 46, "ours": 46, "shown": 11, "remark": 30, "new": 46}
    fixed = [names.index(name) for name in ("card", "field", "original", "new") if name in names]
    fill(sheet, [CARD[name] for name in names], [_texts(row, names) for row in rows], [widths[name] for name in names],
         fixed)  # fmt: skip
    for number, row in enumerate(rows, 2):
        if row.own:  # a card of the school's own is called as it likes
            put(sheet.cell(number, 1), row.card, locked=False)
        if row.shown is not None:
            rule_above(sheet, number, len(names))
    sheet.freeze_panes = "C2"
    choose(sheet, names.index("shown"), _CHOICE, len(rows) + 1)


def _texts(row: Row, names: Sequence[str]) -> list[str]:
    texts = {
        "card": row.card, "field": row.label, "original": row.original, "ours": row.ours, "new": row.new,
        "shown": "" if row.shown is None else YES if row.shown else NO, "remark": row.remark,
    }  # fmt: skip
    return [texts[name] for name in names]
