"""A list of a teacher's own, a row for each card, as the values of a deck: groups and names are made of its words."""

from __future__ import annotations

from dataclasses import dataclass, field

from kaartenspel.exchange.card_table import CardTable, Entries, Kinds
from kaartenspel.exchange.deck_read import first_words
from kaartenspel.exchange.ids import name_from, names_for
from kaartenspel.exchange.workbook import Sheet
from kaartenspel.messages import _
from kaartenspel.model.values import slug
from kaartenspel.problems import Code, Place, Problem, Source
from kaartenspel.reading.values import Fields, Items, Plain, Scalar, placed

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(slots=True)
class ListReader:
    """Makes a deck of cards that come from elsewhere; `known` is the deck that is there already, if it is."""

    kind: str
    deck: str
    title: str
    known: dict[str, Plain] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def from_sheets(self, sheets: tuple[Sheet, ...], kinds: Kinds) -> Fields:
        """The deck of all sheets that hold something."""
        cards: list[Fields] = []
        for sheet in sheets:
            table = CardTable(sheet, kinds, self.kind)
            cards += table.cards()
            self.problems += table.problems
        return self.from_cards(cards, _start(sheets))

    def from_cards(self, cards: list[Fields], place: Place) -> Fields:
        """The deck of these cards."""
        named = self._named(cards)
        groups, grouped = self._grouped(named)
        values: dict[str, Plain] = {"deck": self.deck, "title": self.title, "kind": self.kind, "language": "nl"}
        values |= {name: value for name, value in self.known.items() if name not in ("cards", "groups")}
        head: Entries = [(_key(name, place), placed(value, place)) for name, value in values.items()]
        if groups:
            head.append((_key("groups", place), placed(groups, place)))
        at = grouped[0].place if grouped else place
        kept = [self._kept(card) for card in grouped]
        self._tell_gone({_text(card, "id") for card in kept}, place)
        return Fields((*head, (_key("cards", at), Items(tuple(kept), at))), place)

    def _before(self) -> dict[str, dict[str, Plain]]:
        """The cards that are there already, by name."""
        cards = self.known.get("cards")
        there = [card for card in (cards if isinstance(cards, list) else []) if isinstance(card, dict)]
        return {str(card["id"]): card for card in there if "id" in card}

    def _named(self, cards: list[Fields]) -> list[Fields]:
        """Cards with a name each: their own, that of the same card before, or one made of their words."""
        taken = {_text(card, "id") for card in cards} - {""}
        words = {index: first_words(card) for index, card in enumerate(cards) if not _text(card, "id")}
        texts = {index: said for index, said in words.items() if said is not None}
        field_names = {name.text for card in cards for name, _value in card.entries}
        before = {
            name: said for name, card in self._before().items()
            if name not in taken and (said := _first(card, field_names))
        }  # fmt: skip
        given = dict(zip(texts, names_for((said.text for said in texts.values()), before, taken), strict=True))
        made: list[Fields] = []
        for index, card in enumerate(cards):
            if index not in given:
                made.append(card)
                continue
            place = texts[index].place
            if given[index].before:
                said = _("‘{id}’ keeps its name; it said: ‘{before}’")
                self._tell(said.format(id=given[index].id, before=given[index].before), place)
            name = (_key("id", place), Scalar(given[index].id, place, quoted=True))
            made.append(Fields((name, *card.entries), card.place))
        return made

    def _grouped(self, cards: list[Fields]) -> tuple[dict[str, Plain], list[Fields]]:
        """The groups, those that were there and those that the list names, and the cards with the names of theirs."""
        known = self.known.get("groups")
        groups: dict[str, Plain] = dict(known) if isinstance(known, dict) else {}
        titles = {str(group.get("title", "")).casefold(): name for name, group in groups.items()
                  if isinstance(group, dict)}  # fmt: skip
        made: list[Fields] = []
        for card in cards:
            named = card.get("group")
            if not isinstance(named, Scalar):
                made.append(card)
                continue
            name = named.text if named.text in groups else titles.get(named.text.casefold(), "")
            if not name:
                name = name_from(named.text, groups)
                titles[named.text.casefold()] = name
                groups[name] = {"title": " ".join(named.text.split()), "code": _letter(named.text, groups)}
            made.append(_with(card, "group", name))
        return groups, made

    def _kept(self, card: Fields) -> Fields:
        """A card with the fields that it had already and that the list does not speak of."""
        before = self._before().get(_text(card, "id"), {})
        there = {name.text for name, _value in card.entries}
        more = tuple((_key(name, card.place), placed(value, card.place))
                     for name, value in before.items() if name not in there)  # fmt: skip
        return Fields((*card.entries, *more), card.place)

    def _tell_gone(self, there: set[str], place: Place) -> None:
        for name in self._before():
            if name not in there:
                self._tell(_("the card ‘{id}’ is no longer in the list and goes").format(id=name), place)

    def _tell(self, said: str, place: Place) -> None:
        self.problems.append(Problem(Code.IMPORT_NOTE, said, place, warning=True))


def _first(card: dict[str, Plain], names: set[str]) -> str:
    """The text by which a card that is there already is known: the first field that the list has too."""
    return next((value for name, value in card.items() if name in names and name not in ("id", "group", "kind")
                 and isinstance(value, str)), "")  # fmt: skip


def _letter(title: str, groups: dict[str, Plain]) -> str:
    """A code for a group: its first letter, else another that is free, else two."""
    taken = {group.get("code") for group in groups.values() if isinstance(group, dict)}
    own = [letter for letter in slug(title).upper() if letter in LETTERS]
    pairs = (one + other for one in LETTERS for other in LETTERS)
    free: str = next(letter for letter in (*own, *LETTERS, *pairs) if letter not in taken)
    return free


def _with(card: Fields, name: str, text: str) -> Fields:
    """The card with another text in one field."""
    entries = [(key, Scalar(text, value.place, quoted=True) if key.text == name else value)
               for key, value in card.entries]  # fmt: skip
    return Fields(tuple(entries), card.place)


def _text(card: Fields, name: str) -> str:
    value = card.get(name)
    return value.text if isinstance(value, Scalar) else ""


def _start(sheets: tuple[Sheet, ...]) -> Place:
    """The first cell there is."""
    rows = (row for sheet in sheets for row in sheet.rows if row)
    return next((row[0].place for row in rows), Place(Source("", grid=True), 1, 1))


def _key(name: str, place: Place) -> Scalar:
    return Scalar(name, place, quoted=False)
