"""A deck as a workbook: a sheet for the deck, one for its groups, one for its choices, and a row for each card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kaartenspel.exchange.deck_cells import NAMES, as_cell
from kaartenspel.exchange.deck_columns import (
    CARDS,
    CHOICE,
    CHOICES,
    DECK,
    FIRST,
    GROUP,
    GROUPS,
    HEAD,
    HELP,
    LISTS,
    Column,
    columns,
)
from kaartenspel.exchange.pages import choose, fill, on_paper, protect
from kaartenspel.exchange.steady import steady
from kaartenspel.model.kind import Kind
from kaartenspel.reading.values import Plain

Fields = dict[str, Plain]
WIDE, MIDDLE, NARROW = 46, 28, 13
_NARROW = {"id", "kind", "group", "source", "based_on", "see", "copies", "minutes", "people", "level", "answer"}
_WIDE = {"rich", "list", "steps"}
_EXPLAINED = (
    "Dit bestand is één spel. Elke regel van het blad Kaarten is een kaart; de volgorde van de regels is de volgorde "
    "van de kaarten.",
    "Grijze cellen zijn de namen van kaarten en groepen. Die veranderen niet: oude prints, keuzes en edities verwijzen "
    "ernaar. Daarom zijn ze beveiligd, zonder wachtwoord.",
    "Een kaart erbij: vul een nieuwe regel onderaan in. Laat je de naam leeg, dan wordt die van de woorden gemaakt.",
    "Een kaart niet printen: zet 0 in de kolom aantal. Een kaart echt weg: hef de beveiliging van het blad op (er is "
    "geen wachtwoord) en verwijder de hele regel.",
    "Lijsten en stappen zet je onder elkaar in één cel (Alt+Enter). Minuten van een stap schrijf je ervoor: "
    "‘5 min | Vertel wat je zag’, ‘5 min p.p. | …’ of ‘3 × 5 min | …’.",
    "**Vet** en _schuin_ schrijf je met sterretjes en streepjes. Een lege regel begint een nieuwe alinea.",
    "In de kolom ‘rust op’ staat waar een kaart op rust (zie decks/sources.yaml). Een streepje (–) betekent: een eigen "
    "idee.",
    "Een nieuwe groep maak je op het blad Groepen. Op het blad Lijsten zie je uit welke soorten en bronnen je kunt "
    "kiezen.",
    "Klaar? Sla het bestand op en typ: kaartenspel import BESTAND.xlsx",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Offered:
    """What can be chosen from: kinds and sources by name, each with its title."""

    kinds: Mapping[str, str]
    sources: Mapping[str, str]


def write_deck(deck: Fields, kinds: Mapping[str, Kind], offered: Offered, stream: BinaryIO) -> None:
    """Write the workbook of a deck's values; the same values give the same bytes."""
    book = Workbook()
    help_sheet = book.active
    if not isinstance(help_sheet, Worksheet):
        raise TypeError("a new workbook has a sheet")
    help_sheet.title = HELP
    fill(help_sheet, ("Zo werkt dit bestand",), [(line,) for line in _EXPLAINED], (110,), (0,))
    _head(book.create_sheet(DECK), deck, offered)
    first, cards = _parted(deck)
    if first:
        _cards(book.create_sheet(FIRST), deck, first, kinds, offered)
    _cards(book.create_sheet(CARDS), deck, cards, kinds, offered)
    _table(book.create_sheet(GROUPS), GROUP, _named(deck.get("groups")), (20, 40, 10, 34))
    _table(book.create_sheet(CHOICES), CHOICE, _named(deck.get("choices")), (24, 50, 70))
    _lists(book.create_sheet(LISTS), offered)
    for sheet in book.worksheets:
        protect(sheet)
        on_paper(sheet)
    stream.write(steady(book))


def _head(sheet: Worksheet, deck: Fields, offered: Offered) -> None:
    """What stands above the cards, one field a row."""
    values = deck | {"kind": title_of(offered.kinds, deck.get("kind"))}
    rows = [(head, as_cell(values.get(name), "list")) for name, head in HEAD.items()]
    fill(sheet, ("veld", "waarde"), rows, (18, 90), (0,))


def _parted(deck: Fields) -> tuple[list[Fields], list[Fields]]:
    """The cards that go before those of the deck's own kind, and the others; none go before where all would."""
    cards = [card for card in _list(deck.get("cards")) if isinstance(card, dict)]
    own = [number for number, card in enumerate(cards) if card.get("kind", deck.get("kind")) == deck.get("kind")]
    count = own[0] if own else 0
    return cards[:count], cards[count:]


def _cards(
    sheet: Worksheet, deck: Fields, cards: Sequence[Fields], kinds: Mapping[str, Kind], offered: Offered
) -> None:
    """A row a card, with the columns that the kinds of these cards ask for."""
    used = list(dict.fromkeys(str(card.get("kind", deck.get("kind"))) for card in cards))
    shown = columns(kinds[name] for name in used)
    rows = [[_cell(card, column, kinds, deck, offered) for column in shown] for card in cards]
    types = {name: spec.type for kind in used for name, spec in kinds[kind].fields.items()}
    fill(sheet, [column.head for column in shown], rows, [_width(column, types) for column in shown], (0,))
    sheet.freeze_panes = "B2"
    heads = [column.field for column in shown]
    last = len(rows) + 1
    choose(sheet, heads.index("kind"), f"{LISTS}!$B$2:$B${len(offered.kinds) + 1}", last)
    choose(sheet, heads.index("group"), f"{GROUPS}!$A$2:$A$60", last)
    sources = f"{LISTS}!$D$2:$D${len(offered.sources) + 1}"
    choose(sheet, heads.index("source"), sources, last)
    choose(sheet, heads.index("see"), sources, last)


def _width(column: Column, types: Mapping[str, str]) -> float:
    if column.field in _NARROW or column.part:
        return NARROW if column.field not in ("source", "see", "id", "based_on") else 20
    return WIDE if types.get(column.field) in _WIDE else MIDDLE


def _cell(card: Fields, column: Column, kinds: Mapping[str, Kind], deck: Fields, offered: Offered) -> str:
    """The text of a card in a column."""
    value = card.get(column.field)
    if column.field == "kind":
        return title_of(offered.kinds, value)
    if column.part:
        return as_cell(value.get(column.part)) if isinstance(value, dict) else ""
    if column.field == "based_on":
        return as_cell(value, NAMES)
    spec = kinds[str(card.get("kind", deck.get("kind")))].fields.get(column.field)
    return as_cell(value, spec.type if spec else "text")


def title_of(titles: Mapping[str, str], name: Plain | None) -> str:
    """The title of a kind, or its name where another kind has the same title."""
    title = titles.get(str(name), "")
    return title if list(titles.values()).count(title) == 1 else str(name or "")


def _table(sheet: Worksheet, heads: Mapping[str, str], rows: list[Fields], widths: Sequence[float]) -> None:
    """Groups or choices, the name first."""
    texts = [[as_cell(row.get(name), NAMES) for name in heads] for row in rows]
    fill(sheet, tuple(heads.values()), texts, widths, (0,))


def _named(values: Plain | None) -> list[Fields]:
    """A mapping as rows that have their name in them."""
    entries = values.items() if isinstance(values, dict) else ()
    return [{"id": name, **value} for name, value in entries if isinstance(value, dict)]


def _list(value: Plain | None) -> list[Plain]:
    return value if isinstance(value, list) else []


def _lists(sheet: Worksheet, offered: Offered) -> None:
    """What drop-downs choose from; nobody types here."""
    kinds = [(name, title_of(offered.kinds, name)) for name in offered.kinds]
    sources = [(title, name) for name, title in offered.sources.items()]
    count = max(len(kinds), len(sources))
    empty = [("", "")] * count
    rows = [(*kind, *source) for kind, source in zip((kinds + empty)[:count], (sources + empty)[:count], strict=True)]
    fill(sheet, ("soort (naam)", "soort", "bron (titel)", "bron"), rows, (20, 20, 60, 40), (0, 1, 2, 3))
