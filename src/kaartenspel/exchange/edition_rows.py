"""The cards of a deck as the rows of an edition's workbook, one a field that can be said in other words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from kaartenspel.exchange.deck_cells import NAMES, NOTHING, as_cell
from kaartenspel.exchange.deck_columns import columns
from kaartenspel.exchange.edition_sheets import GROUP
from kaartenspel.model.kind import Kind
from kaartenspel.reading.values import Plain

Values = dict[str, Plain]
WORDED = ("text", "rich", "list", "steps")
"""Types of fields that are words; a level or a source is no matter of wording."""
_ASIDE = ("source", "see", "copies")
"""Fields of every card that few people fill in."""
BLANKS = 2
"""So many own cards can be filled in at the foot of a sheet, beside those that are there."""


@dataclass(frozen=True, slots=True)
class Row:
    """One field of a card.

    `original` is what the school replaced or would replace, `new` what the deck says now where that differs; both are
    empty for a card of the school's own. `shown` and `remark` stand on the first row of a card.
    """

    card: str
    field: str
    label: str
    original: str
    ours: str
    shown: bool | None = None
    remark: str = ""
    new: str = ""
    own: bool = False


@dataclass(frozen=True)
class DeckView:
    """A deck and what an edition says about it; what is by card goes by what the card is called now."""

    name: str
    below: Values
    changes: Values
    hidden: frozenset[str]
    called: Callable[[str], str]
    known: Mapping[str, Mapping[str, object]]
    kinds: Mapping[str, Kind]

    @cached_property
    def cards(self) -> dict[str, Values]:
        """The deck's own cards by name."""
        return {str(card["id"]): card for card in listed(self.below, "cards")}

    @cached_property
    def own(self) -> dict[str, Values]:
        """The cards that the school adds, by name."""
        return {str(card["id"]): card for card in listed(self.changes, "add")}

    @cached_property
    def replaced(self) -> dict[str, Values]:
        """The school's own words by card."""
        return {self.called(name): fields for name, fields in mapped(self.changes, "replace").items()
                if isinstance(fields, dict)}  # fmt: skip

    @cached_property
    def remarks(self) -> dict[str, str]:
        """What the school noted by card."""
        return {self.called(name): str(text) for name, text in mapped(self.changes, "notes").items()}

    @cached_property
    def groups(self) -> dict[str, str]:
        """The titles of all groups by name, the school's own after the deck's."""
        both = mapped(self.below, "groups") | mapped(self.changes, "groups")
        return {name: str(group.get("title", name)) for name, group in both.items() if isinstance(group, dict)}

    def kind(self, card: Mapping[str, Plain]) -> Kind | None:
        """The kind of a card, or None where there is no such kind."""
        return self.kinds.get(str(card.get("kind", self.below.get("kind"))))


def listed(values: Values, name: str) -> list[Values]:
    """The mappings in a list, or none."""
    found = values.get(name)
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def mapped(values: Values, name: str) -> Values:
    """A mapping, or an empty one."""
    found = values.get(name)
    return found if isinstance(found, dict) else {}


def fields_of(kind: Kind | None, *, own: bool) -> dict[str, tuple[str, str]]:
    """What each field is called and its type: of a deck's cards the words alone, of own cards all that fits a cell."""
    made: dict[str, tuple[str, str]] = {}
    for column in columns((kind,)) if kind else ():
        spec = kind.fields.get(column.field) if kind else None
        if spec is None and own and column.field not in ("id", "kind"):
            made[column.field] = (column.head, NAMES if column.field == "based_on" else "text")
        elif spec is not None and not column.part and (own or spec.type in WORDED):
            made[column.field] = (column.head, spec.type)
    return made


def rows(view: DeckView) -> Iterator[Row]:
    """The rows of the deck's cards, then those of the school's own."""
    for name, card in view.cards.items():
        yield from _headed(_rows_of(view, name, card), name not in view.hidden, view.remarks.get(name, ""))
    for name, card in view.own.items():
        yield from _headed(_own_rows(view, name, card), True, view.remarks.get(name, ""))


def _headed(found: Iterator[Row], shown: bool, remark: str) -> Iterator[Row]:
    """What is said of a card as a whole stands on its first row."""
    for number, row in enumerate(found):
        yield row if number else replace(row, shown=shown, remark=remark)


def _rows_of(view: DeckView, name: str, card: Values) -> Iterator[Row]:
    """A row a field that a card has, or that the school gave it."""
    own = view.replaced.get(name, {})
    for field, (label, sort) in fields_of(view.kind(card), own=False).items():
        if field in card or field in own:
            now = as_cell(card.get(field), sort)
            was = as_cell(_plain(view.known[name].get(field)), sort) if name in view.known and field in own else now
            # a field that the school empties is a stroke, which differs from no words of its own
            ours = (as_cell(own[field], sort) or NOTHING) if field in own else ""
            yield Row(name, field, label, was, ours, new=now if now != was else "")


def _own_rows(view: DeckView, name: str, card: Values) -> Iterator[Row]:
    """The group of an own card and its fields, those that it could have among them."""
    for field, (label, sort) in fields_of(view.kind(card), own=True).items():
        if isinstance(card.get(field), dict):
            continue
        text = as_cell(card.get(field), sort)
        if field == "group":
            yield Row(name, field, GROUP, "", view.groups.get(text, text), own=True)
        elif field in card or (sort in WORDED and field not in _ASIDE):
            yield Row(name, field, label, "", text, own=True)


def blanks(view: DeckView, group: str) -> Iterator[Row]:
    """Rows to fill in for cards to come, in the school's own group."""
    free = (name for number in range(1, 10_000) if (name := f"eigen-{number}") not in view.own.keys() | view.cards)
    titles = [str(own.get("title")) for own in mapped(view.changes, "groups").values() if isinstance(own, dict)]
    for _number in range(BLANKS):
        name = next(free)
        made = (Row(name, field, label if field != "group" else GROUP, "",
                    (titles[0] if titles else group) if field == "group" else "", own=True)
                for field, (label, sort) in fields_of(view.kind({}), own=True).items()
                if field == "group" or (sort in WORDED and field not in _ASIDE))  # fmt: skip
        yield from _headed(made, True, "")


def _plain(value: object) -> Plain | None:
    """A value of the lock, which holds what stood in a deck's file."""
    return value if isinstance(value, str | list | dict) else None
