"""An edition laid over a deck: values over values, each still at its own place, before anything is checked.

So a card that a school wrote is checked, set and complained about like any other, at its line in `edition.yaml`.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from kaartenspel.load.extend import merge
from kaartenspel.load.wording import unknown_name
from kaartenspel.messages import _
from kaartenspel.model.edition import FIXED
from kaartenspel.problems import Code, Problem
from kaartenspel.reading.values import Fields, Items, Scalar, Value, scalar

HEAD = ("title", "subtitle")


@dataclass(frozen=True, slots=True)
class Laid:
    """A deck with an edition over it. `value` still has the hidden cards: codes are counted with them.

    `below` is the deck without the edition, `replaced` the ids of cards with words of the school's own.
    """

    value: Fields
    below: Fields
    hidden: frozenset[str]
    order: tuple[str, ...]
    replaced: tuple[str, ...]

    def renamed(self, name: str) -> str:
        """What a card of the deck is called now."""
        ids = [_text(card, "id") for card in cards_of(self.below)]
        return renamed(name, aliases_of(self.below.get("aliases")), ids)


def lay_over(deck: Fields, changes: Fields, known: Collection[str]) -> tuple[Laid, list[Problem]]:
    """The deck with these changes. `known` are cards that once were: what names them is out of date, not wrong."""
    names = _Cards(deck, known)
    hide = [name for named in _listed(changes, "hide") if (name := names.find(named, groups=True))]
    own = _own_names(changes)
    order = [name for named in _listed(changes, "order") if (name := names.find(named, own, groups=True))]
    replaced = dict(names.replacements(changes))
    value = _with_cards(_with_head(deck, changes), changes, replaced)
    names.check_groups(changes)
    names.check_notes(changes, own)
    hidden = {name for name in hide if name in names.ids}
    hidden |= {name for name, group in names.group_of.items() if group in hide}
    return Laid(value, deck, frozenset(hidden), tuple(order), tuple(replaced)), names.problems


class _Cards:
    """The cards of a deck by what an edition calls them; what it calls in vain is noted."""

    def __init__(self, deck: Fields, known: Collection[str]) -> None:
        self.problems: list[Problem] = []
        self.known = known
        nodes = [card for card in cards_of(deck) if scalar(card, "id")]
        groups, aliases = deck.get("groups"), deck.get("aliases")
        self.groups = [key.text for key, _group in groups.entries] if isinstance(groups, Fields) else []
        self.group_of = {_text(card, "id"): _text(card, "group") for card in nodes}
        self.ids = list(self.group_of)
        self.aliases = aliases_of(aliases)

    def find(self, named: Scalar, own: Collection[str] = (), *, groups: bool = False) -> str | None:
        """The id of the card that is meant now, or of the group; `own` are those that the edition brings itself."""
        name = renamed(named.text, self.aliases, self.ids)
        if name in self.ids or name in own or (groups and name in self.groups):
            return name
        if name in self.known:
            message = _("the card ‘{name}’ is no longer in this deck").format(name=named.text)
            hint = _("remove it here; kaartenspel edition status shows what it said")
            self.problems.append(Problem(Code.UNKNOWN_NAME, message, named.place, hint, warning=True))
        else:
            sort = _("card or group") if groups else _("card")
            self.problems.append(unknown_name(sort, named.text, named.place, [*self.ids, *self.groups * groups]))
        return None

    def replacements(self, changes: Fields) -> Iterator[tuple[str, Fields]]:
        """The fields that take the place of a card's own, by its id."""
        found = changes.get("replace")
        for named, fields in found.entries if isinstance(found, Fields) else ():
            name = self.find(named)
            if name and isinstance(fields, Fields):
                yield name, Fields(tuple(pair for pair in fields.entries if pair[0].text not in FIXED), fields.place)

    def check_notes(self, changes: Fields, own: Collection[str]) -> None:
        """A remark belongs to a card of the deck or to one that the edition brings."""
        notes = changes.get("notes")
        for key, _text in notes.entries if isinstance(notes, Fields) else ():
            self.find(key, own)

    def check_groups(self, changes: Fields) -> None:
        """A group of one's own may not be called like one of the deck: its cards would change their code."""
        own = changes.get("groups")
        for key, _group in own.entries if isinstance(own, Fields) else ():
            if key.text in self.groups:
                message = _("this deck has a group ‘{name}’ already").format(name=key.text)
                self.problems.append(Problem(Code.DUPLICATE_ID, message, key.place, _("choose another name")))


def renamed(name: str, aliases: Mapping[str, str], ids: Collection[str]) -> str:
    """What a card is called now; a name that goes round in a circle stays as it is."""
    seen = {name}
    while name not in ids and aliases.get(name, name) not in seen:
        name = aliases[name]
        seen.add(name)
    return name


def aliases_of(aliases: Value | None) -> dict[str, str]:
    """Old names of cards with their new ones."""
    entries = aliases.entries if isinstance(aliases, Fields) else ()
    return {key.text: value.text for key, value in entries if isinstance(value, Scalar)}


def cards_of(deck: Fields) -> tuple[Value, ...]:
    """The cards as they stand in a deck's file."""
    cards = deck.get("cards")
    return cards.values if isinstance(cards, Items) else ()


def _with_head(deck: Fields, changes: Fields) -> Fields:
    """The deck with the edition's title and subtitle, and its groups after the deck's own."""
    named = (*HEAD, "groups")
    own = tuple((key, value) for key, value in changes.entries if key.text in named and not _is_absent(value))
    return merge(deck, Fields(own, deck.place)) if own else deck


def _with_cards(deck: Fields, changes: Fields, replaced: Mapping[str, Fields]) -> Fields:
    """The deck with words of the school's own in its cards, and cards of its own at the end."""
    cards, added = deck.get("cards"), changes.get("add")
    if not isinstance(cards, Items) or not (replaced or added):
        return deck
    own = added.values if isinstance(added, Items) else ()
    laid = Items((*(_with_fields(card, replaced) for card in cards.values), *own), cards.place)
    return Fields(tuple((key, laid if key.text == "cards" else value) for key, value in deck.entries), deck.place)


def _with_fields(card: Value, replaced: Mapping[str, Fields]) -> Value:
    fields = replaced.get(_text(card, "id"))
    return merge(card, fields) if fields is not None and isinstance(card, Fields) else card


def _listed(changes: Fields, name: str) -> Iterator[Scalar]:
    """The names in a list; anything else there is told by the model."""
    listed = changes.get(name)
    yield from (item for item in (listed.values if isinstance(listed, Items) else ()) if isinstance(item, Scalar))


def _own_names(changes: Fields) -> list[str]:
    """The cards and groups that an edition brings itself."""
    added, groups = changes.get("add"), changes.get("groups")
    cards = [_text(card, "id") for card in (added.values if isinstance(added, Items) else ())]
    return [*cards, *(key.text for key, _group in (groups.entries if isinstance(groups, Fields) else ()))]


def _text(card: Value, name: str) -> str:
    found = scalar(card, name)
    return found.text if found else ""


def _is_absent(value: Value) -> bool:
    return isinstance(value, Scalar) and not value.text.strip()
