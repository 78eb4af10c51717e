"""A deck file as a checked deck: ids, groups, kinds, sources and fields, with every problem at its place."""

from collections import Counter
from pathlib import Path

from kaartenspel.load.fields import read_fields
from kaartenspel.load.project import Project, name_problem
from kaartenspel.load.validate import unknown_name, validate
from kaartenspel.messages import _
from kaartenspel.model.card import Card, LoadedDeck
from kaartenspel.model.deck import Deck, Group, RawCard
from kaartenspel.model.kind import Kind
from kaartenspel.model.register import Origin
from kaartenspel.problems import Code, Place, Problem
from kaartenspel.reading.values import Fields, Items, Scalar, Value, place_at


def load_deck(project: Project, value: Value | None, path: Path | None) -> LoadedDeck | None:
    """The deck that stands in a value, or None and problems in the project. No path: it came by standard input."""
    if value is None:
        return None
    deck, problems = validate(Deck, value)
    project.problems += problems
    if deck is None or not isinstance(value, Fields):
        _check_fields_anyway(project, value)
        return None
    if path is not None:
        project.problems += name_problem(path, value, "deck")
    return _Loader(project, deck, value).load()


class _Loader:
    """Turns the raw cards of one deck into cards, counting as it goes."""

    def __init__(self, project: Project, deck: Deck, value: Fields) -> None:
        self.project, self.deck, self.value = project, deck, value
        self.origins = project.origins()
        self.places_in_group: Counter[str | None] = Counter()
        self.number = 0

    def load(self) -> LoadedDeck | None:
        """The whole deck; its problems go to the project."""
        before = len(self.project.problems)
        kind = self.project.kind(self.deck.kind, place_at(self.value, ("kind",)))
        self.project.words(self.deck.language, place_at(self.value, ("language",)))
        self._names()
        nodes = self.value.get("cards")
        values = nodes.values if isinstance(nodes, Items) else ()
        cards = [self._card(raw, node) for raw, node in zip(self.deck.cards, values, strict=True)]
        self._ids()
        whole = [card for card in cards if card is not None]
        if kind is None or len(whole) < len(cards) or len(self.project.problems) > before:
            return None
        return LoadedDeck(self.deck, tuple(self._in_order(whole)), kind, self.value.place)

    def _names(self) -> None:
        """The names on deck and groups: size, what the QR opens, codes that differ."""
        if self.deck.size is not None:
            self.project.size(self.deck.size, place_at(self.value, ("size",)))
        self._origin(self.deck.see, place_at(self.value, ("see",)))
        for name, group in self.deck.groups.items():
            self._origin(group.see, place_at(self.value, ("groups", name, "see")))
        codes = Counter(group.code for group in self.deck.groups.values())
        for name, group in self.deck.groups.items():
            if codes[group.code] > 1:
                message = _("two groups have the code ‘{code}’").format(code=group.code)
                place = place_at(self.value, ("groups", name, "code"))
                self.project.problems.append(Problem(Code.DUPLICATE_ID, message, place))
        if not self.deck.cards:
            message = _("this deck has no cards")
            self.project.problems.append(Problem(Code.NO_CARDS, message, place_at(self.value, ("cards",), key=True)))

    def _ids(self) -> None:
        """A problem for each id that an earlier card has."""
        first: dict[str, Place] = {}
        for index, card in enumerate(self.deck.cards):
            place = place_at(self.value, ("cards", index, "id"))
            if card.id in first:
                message = _("two cards have the id ‘{id}’: the other stands on line {line}")
                message = message.format(id=card.id, line=first[card.id].line)
                self.project.problems.append(Problem(Code.DUPLICATE_ID, message, place))
            first.setdefault(card.id, place)

    def _card(self, raw: RawCard, node: Value) -> Card | None:
        """One card, or None when something about it is wrong."""
        if not isinstance(node, Fields):
            return None
        kind_place = _place(node, "kind") or place_at(self.value, ("kind",))
        kind = self.project.kind(raw.kind or self.deck.kind, kind_place)
        group = self._group(raw, node)
        source = self._origin(raw.source, _place(node, "source"))
        self._items(raw, source, node)
        opens = self._opens(raw, node, source)
        if kind is None:
            return None
        fields, problems = read_fields(node, kind)
        self.project.problems += problems
        places = {key.text: value.place for key, value in node.entries} | {"": node.place}
        return Card(
            raw.id, kind, group, raw.group if group else None, self._code(raw, kind), self._number(kind), raw.copies,
            fields, source, opens, places,
        )  # fmt: skip

    def _group(self, raw: RawCard, node: Fields) -> Group | None:
        if raw.group is None:
            return None
        if raw.group not in self.deck.groups:
            place = _place(node, "group")
            self.project.problems.append(unknown_name(_("group"), raw.group, place, self.deck.groups))
        return self.deck.groups.get(raw.group)

    def _code(self, raw: RawCard, kind: Kind) -> str:
        """The group's letter and the card's place in it, in the full deck."""
        if kind.unnumbered:
            return ""
        self.places_in_group[raw.group] += 1
        group = self.deck.groups.get(raw.group or "")
        return f"{group.code if group else ''}{self.places_in_group[raw.group]}"

    def _number(self, kind: Kind) -> int:
        """The card's place among the numbered cards of the full deck, or 0."""
        if kind.unnumbered:
            return 0
        self.number += 1
        return self.number

    def _opens(self, raw: RawCard, node: Fields, source: Origin | None) -> Origin | None:
        """What the QR opens: the card's see, else its group's, the deck's, or the source itself."""
        group = self.deck.groups.get(raw.group or "")
        own = self._origin(raw.see, _place(node, "see"))
        named = (group.see if group else None) or self.deck.see
        return own or (self.origins.get(named) if named else None) or source

    def _origin(self, name: str | None, place: Place | None) -> Origin | None:
        """An entry of the register by name, or a problem."""
        if name is None:
            return None
        if name not in self.origins:
            self.project.problems.append(unknown_name(_("source"), name, place, self.origins))
        return self.origins.get(name)

    def _items(self, raw: RawCard, source: Origin | None, node: Fields) -> None:
        """Each item that a card rests on must be one of the register."""
        if source is None and not raw.based_on:
            return
        known = source.items if source else {item: "" for origin in self.origins.values() for item in origin.items}
        for index, item in enumerate(raw.based_on):
            if item not in known:
                place = place_at(node, ("based_on", index))
                self.project.problems.append(unknown_name(_("item of a source"), item, place, known))

    def _in_order(self, cards: list[Card]) -> list[Card]:
        """How to play comes first, then the groups in the deck's order, then what has no group."""
        order = {name: index for index, name in enumerate(self.deck.groups)}
        last = len(order)

        def key(card: Card) -> tuple[int, int]:
            is_first = card.kind.unnumbered and card.group_id is None
            return (0 if is_first else 1, order.get(card.group_id or "", last))

        return sorted(cards, key=key)


def _place(node: Fields, name: str) -> Place | None:
    """Where a field's value stands, or None where it has no such field."""
    value = node.get(name)
    return value.place if value is not None else None


def _check_fields_anyway(project: Project, value: Value) -> None:
    """The fields of cards, where the deck as a whole is not right: all problems are shown in one run."""
    cards = value.get("cards") if isinstance(value, Fields) else None
    kind_name = value.get("kind") if isinstance(value, Fields) else None
    if not isinstance(cards, Items):
        return
    for node in cards.values:
        own = node.get("kind") if isinstance(node, Fields) else None
        name = own if isinstance(own, Scalar) else kind_name
        if isinstance(node, Fields) and isinstance(name, Scalar) and name.text in project.names("layouts/kinds"):
            kind = project.kind(name.text, name.place)
            project.problems += read_fields(node, kind)[1] if kind else []
