"""What was typed about a deck, as what the edition says of it: what was not touched stays as it was written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kaartenspel.exchange.deck_cells import NOTHING, as_cell, from_cell
from kaartenspel.exchange.deck_columns import folded
from kaartenspel.exchange.edition_read import Line, is_no
from kaartenspel.exchange.edition_rows import DeckView, Values, fields_of, mapped, rows
from kaartenspel.exchange.edition_sheets import GROUP
from kaartenspel.exchange.heads import unknown
from kaartenspel.exchange.workbook import Cell
from kaartenspel.messages import _
from kaartenspel.model.values import slug
from kaartenspel.problems import Code, Place, Problem
from kaartenspel.reading.moved import Way
from kaartenspel.reading.values import Plain, plain

Lines = dict[str, list[Line]]
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass
class Merge:
    """The changes of one deck as they become; `cells` are the places of what is new in them, by the way to it."""

    view: DeckView
    problems: list[Problem]
    cells: dict[Way, Place] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.made: Values = {name: _copy(value) for name, value in self.view.changes.items()}
        self.before = {(row.card, row.field): row.ours.strip() for row in rows(self.view)}

    def read(self, lines: Sequence[Line]) -> Values:
        """The changes after these rows of the deck's sheet."""
        by_card = self._by_card(lines)
        theirs = {card: found for card, found in by_card.items() if card in self.view.cards}
        for card, found in theirs.items():
            self._replace(card, found)
        self._hide(theirs)
        self._own({card: found for card, found in by_card.items() if card not in self.view.cards})
        self._remark(by_card)
        return {name: value for name, value in self.made.items() if value or value == self.view.changes.get(name)}

    def _by_card(self, lines: Sequence[Line]) -> Lines:
        """The rows of each card by what it is called now. A row of no card, or of one that is gone, is told."""
        found: Lines = {}
        for line in lines:
            said = line["card"].text
            name = said if said in self.view.own else self.view.called(said)
            if not said:
                told = _("this row has no code, so nobody knows which card it belongs to")
                self.problems.append(Problem(Code.MISSING_FIELD, told, line["card"].place))
            elif name not in self.view.cards and name not in self.view.own and line["original"].text:
                told = _("the card ‘{name}’ is no longer in this deck, so this row is not read").format(name=said)
                self.problems.append(Problem(Code.IMPORT_NOTE, told, line["card"].place, warning=True))
            else:
                found.setdefault(name, []).append(line)
        return found

    def _fields(self, lines: Sequence[Line], card: Values, *, own: bool) -> Iterator[tuple[str, str, Cell]]:
        """What was typed for each field: its name, its type and the cell."""
        known = fields_of(self.view.kind(card), own=own)
        heads = {folded(head): name for name, (head, _sort) in known.items()} | {name: name for name in known}
        heads[GROUP] = "group"
        for line in lines:
            name = heads.get(folded(line["field"].text))
            if name in known:
                yield name, known[name][1], line["ours"]
            elif line["ours"].text or line["field"].text:
                shown = {head: name for name, (head, _sort) in known.items()}
                self.problems.append(unknown(line["field"], shown))

    def _replace(self, card: str, lines: Sequence[Line]) -> None:
        """Words of the school's own in a card of the deck, and none where they are the deck's."""
        keys = {self.view.called(key): key for key in mapped(self.view.changes, "replace")}
        key = keys.get(card, card)
        for name, sort, cell in self._fields(lines, self.view.cards[card], own=False):
            if cell.text == self.before.get((card, name), ""):
                continue
            replaced = self._part("replace")
            words = replaced.get(key)
            words = words if isinstance(words, dict) else {}
            if not cell.text or cell.text == as_cell(self.view.cards[card].get(name), sort).strip():
                words.pop(name, None)
            else:
                words[name] = typed_value(cell, sort)
                self.cells["replace", key, name] = cell.place
            replaced[key] = words
            if not words:
                del replaced[key]

    def _hide(self, by_card: Lines) -> None:
        """Names that still hold stay where they stand; a group of which one card is back becomes its other cards."""
        shown = {card: self._shown(card, lines) for card, lines in by_card.items()}
        hidden = {card for card in self.view.cards if not shown.get(card, card not in self.view.hidden)}
        if hidden == self.view.hidden:
            return
        made: list[str] = []
        written = self.view.changes.get("hide")
        for name in map(str, written if isinstance(written, list) else ()):
            members = [card for card, values in self.view.cards.items() if values.get("group") == name]
            cards = members or [self.view.called(name)]
            is_whole = all(card in hidden or card not in self.view.cards for card in cards)
            made += [name] if is_whole else [card for card in cards if card in hidden]
        covered = {card for card in hidden if card in self.view.hidden}
        self.made["hide"] = list(
            dict.fromkeys([*made, *(card for card in self.view.cards if card in hidden - covered)])
        )

    def _shown(self, card: str, lines: Sequence[Line]) -> bool:
        """Whether a card takes part: what was chosen on any of its rows, where that is other than it was."""
        was = card not in self.view.hidden
        chosen = {not is_no(line["shown"]) for line in lines if line["shown"].text}
        return (not was) if (not was) in chosen else was

    def _own(self, by_card: Lines) -> None:
        """The school's own cards: those that are there with what differs, then new ones; those gone are told."""
        made: list[Plain] = []
        for card, values in self.view.own.items():
            lines = by_card.get(card, [])
            if lines and not any(is_no(line["shown"]) for line in lines):
                made.append(self._filled(card, values, lines, len(made)))
            else:
                self._tell_gone(card, lines)
        for card, lines in by_card.items():
            is_filled = any(line["ours"].text and folded(line["field"].text) != GROUP for line in lines)
            if card not in self.view.own and is_filled and not any(is_no(line["shown"]) for line in lines):
                self.cells["add", len(made)] = lines[0]["card"].place
                made.append(self._filled(card, {"id": card}, lines, len(made)))
        if made != self.view.changes.get("add", []):
            self.made["add"] = made

    def _filled(self, card: str, values: Values, lines: Sequence[Line], at: int) -> Values:
        """A card of the school's own with what was typed."""
        made = dict(values)
        for name, sort, cell in self._fields(lines, values, own=True):
            if cell.text == self.before.get((card, name), "") and (card in self.view.own or not cell.text):
                continue
            made.pop(name, None) if not cell.text else made.update({name: typed_value(cell, sort)})
            if name == "group" and cell.text:
                made[name] = self._group(cell)
            self.cells["add", at, name] = cell.place
        first = [name for name in ("id", "kind", "group") if name in made]
        return {name: made[name] for name in (*first, *(name for name in made if name not in first))}

    def _tell_gone(self, card: str, lines: Sequence[Line]) -> None:
        """A card of one's own that goes, and from what is put in front."""
        order = self.made.get("order")
        if isinstance(order, list):
            self.made["order"] = [name for name in order if name != card]
        place = lines[0]["card"].place if lines else None
        told = _("your own card ‘{name}’ is taken out").format(name=card)
        self.problems.append(Problem(Code.IMPORT_NOTE, told, place, warning=True))

    def _group(self, cell: Cell) -> str:
        """The group that is meant by its name or title; a new one where there is none."""
        groups = self.view.groups | {name: str(group["title"]) for name, group in mapped(self.made, "groups").items()
                                     if isinstance(group, dict)}  # fmt: skip
        for name, title in groups.items():
            if cell.text == name or cell.text.casefold() == title.casefold():
                return name
        name = slug(cell.text)
        self._part("groups")[name] = {"title": cell.text, "code": self._letter(cell.text)}
        self.cells["groups", name] = cell.place
        return name

    def _letter(self, title: str) -> str:
        """A letter for the codes of a group: one that begins a word of its title, the last first, if it is free."""
        both = (mapped(self.view.below, "groups") | mapped(self.made, "groups")).values()
        taken = {group.get("code") for group in both if isinstance(group, dict)}
        wanted = [word[0].upper() for word in reversed(slug(title).split("-")) if word[:1].isalpha()]
        free = (letter for letter in (*wanted, *_LETTERS, *map("Z{}".format, _LETTERS)) if letter not in taken)
        return next(free, "ZZ")

    def _remark(self, by_card: Lines) -> None:
        """What people noted for each other about a card."""
        keys = {self.view.called(key): key for key in mapped(self.view.changes, "notes")}
        for card, lines in by_card.items():
            cells = [line["remark"] for line in lines if line["remark"].text]
            said = "\n".join(cell.text for cell in cells)
            if said == self.view.remarks.get(card, "").strip():
                continue
            notes, key = self._part("notes"), keys.get(card, card)
            notes.pop(key, None) if not said else notes.update({key: said})
            self.cells["notes", key] = lines[0]["remark"].place

    def _part(self, name: str) -> Values:
        """A mapping in what is made, there from now on."""
        found = self.made.setdefault(name, {})
        if not isinstance(found, dict):
            raise TypeError(f"{name} is a mapping in an edition that was checked")
        return found


def typed_value(cell: Cell, sort: str) -> Plain:
    """The value of a cell; a stroke alone is nothing at all."""
    value = plain(from_cell(cell, sort))
    return "" if value == NOTHING else value


def _copy(value: Plain) -> Plain:
    """A value of which the parts can be changed."""
    if isinstance(value, dict):
        return {name: _copy(part) for name, part in value.items()}
    return [_copy(part) for part in value] if isinstance(value, list) else value
