"""A deck file as a checked deck: ids, groups, kinds, sources and fields, with every problem at its place.

The head of the file and each card are checked apart, so that one slip never hides another; a deck of which not
every card is right comes with those that are, and the problems in the project keep it from being written.
"""

from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from kaartenspel.load.aliases import check_aliases
from kaartenspel.load.choices import check_choices
from kaartenspel.load.fields import CARD_KEYS, read_fields
from kaartenspel.load.names import Names
from kaartenspel.load.overlay import Laid
from kaartenspel.load.project import Project
from kaartenspel.load.validate import validate
from kaartenspel.load.wording import missing_field, name_problem, wrong_shape
from kaartenspel.messages import _
from kaartenspel.model.card import Card, LoadedDeck
from kaartenspel.model.deck import Deck, Group, RawCard
from kaartenspel.model.kind import Kind
from kaartenspel.problems import Code, Place, Problem
from kaartenspel.reading.values import Fields, Items, Scalar, Value, place_at, plain


def load_deck(project: Project, value: Value | None, path: Path | None) -> LoadedDeck | None:
    """The deck that stands in a value, or None where its head is wrong. No path: it came by standard input.

    What is wrong goes to the project's problems, and cards that are not right are left out.
    """
    if value is None:
        return None
    if not isinstance(value, Fields):
        project.problems.append(wrong_shape(value.place, _("a list of fields, each as ‘name: value’")))
        return None
    if path is not None:
        project.problems += name_problem(path, value, "deck")
    laid = project.laid.get(path) if path is not None else None
    return _Loader(project, value, path.parent if path is not None else project.folder, laid).load()


class _Loader:
    """Turns the raw cards of one deck into cards, counting as it goes."""

    def __init__(self, project: Project, value: Fields, folder: Path, laid: Laid | None) -> None:
        self.project, self.value, self.folder = project, value, folder
        self.hidden = laid.hidden if laid else frozenset[str]()
        self.order = laid.order if laid else ()
        self.names = Names(project, value)
        self.places_in_group: Counter[str | None] = Counter()
        self.number = 0

    def load(self) -> LoadedDeck | None:
        """The deck with the cards that are right; problems go to the project."""
        head = {key.text: plain(part) for key, part in self.value.entries if key.text != "cards"}
        deck, problems = validate(Deck, self.value, head | {"cards": []})
        self.project.problems += problems
        is_known = self.names.check_head()
        nodes = self._nodes()
        self.names.check_ids(nodes)
        self.project.problems += check_choices(self.value, nodes)
        self.project.problems += check_aliases(self.value, nodes)
        raws = [self._raw(node) for node in nodes]
        groups = deck.groups if deck else {}
        made = [
            self._card(raw, node, groups) for raw, node in zip(raws, nodes, strict=True) if isinstance(node, Fields)
        ]
        kind = self.names.kind(self.value)
        cards = [card for card in made if card is not None and card.id not in self.hidden]
        if deck is None or kind is None or not cards or not is_known:
            return None
        there = tuple(raw for raw in raws if raw is not None and raw.id not in self.hidden)
        deck = deck.model_copy(update={"cards": there})
        if kind.colour == "deck":  # a deck of cards that take the colour of their deck has no colour of its own
            kind = kind.model_copy(update={"colour": "ink"})
        cards_, places = _in_order(cards, deck, self.order), dict(_head_places(self.value))
        hidden = _names([card for card in made if card and card.id in self.hidden]) - _names(cards)
        return LoadedDeck(deck, cards_, kind, self.value.place, places, self.project.school, hidden)

    def _nodes(self) -> tuple[Value, ...]:
        """The cards as they stand in the file."""
        cards, place = self.value.get("cards"), place_at(self.value, ("cards",), key=True)
        if isinstance(cards, Items) and cards.values:
            return cards.values
        if cards is None:
            self.project.problems.append(missing_field("cards", self.value))
        elif isinstance(cards, Items) or (isinstance(cards, Scalar) and cards.absent):
            hint = _("write each card as ‘- id: …’ with its fields below")
            self.project.problems.append(Problem(Code.NO_CARDS, _("this deck has no cards"), place, hint))
        else:
            self.project.problems.append(wrong_shape(cards.place, _("a list of cards, each beginning with ‘- id: …’")))
        return ()

    def _raw(self, node: Value) -> RawCard | None:
        """What every card has, whatever its kind."""
        if not isinstance(node, Fields):
            self.project.problems.append(wrong_shape(node.place, _("a card: ‘id: …’ with its fields below")))
            return None
        data = {key.text: plain(part) for key, part in node.entries if key.text in CARD_KEYS}
        raw, problems = validate(RawCard, node, data)
        self.project.problems += problems
        return raw

    def _card(self, raw: RawCard | None, node: Fields, groups: dict[str, Group]) -> Card | None:
        """One card, or None when something about it is wrong."""
        before = len(self.project.problems)
        kind, group_id = self.names.kind(node), self.names.group(node)
        source = self.names.origin(node, "source")
        self.names.check_items(node, source)
        opens = self.names.opens(node, group_id, source)
        if kind is None:
            return None
        fields, problems = read_fields(node, kind, partial(self.project.picture, self.folder))
        self.project.problems += problems
        group = groups.get(group_id or "")
        code, number = self._code(group, kind), self._number(raw, kind)
        if raw is None or len(self.project.problems) > before:
            return None
        return Card(raw.id, kind, group, group_id, code, number, raw.copies, fields, source, opens, _places(node))

    def _code(self, group: Group | None, kind: Kind) -> str:
        """The group's letter and the card's place in it, in the full deck."""
        if kind.unnumbered:
            return ""
        letters = group.code if group else ""
        self.places_in_group[letters] += 1
        return f"{letters}{self.places_in_group[letters]}"

    def _number(self, raw: RawCard | None, kind: Kind) -> int:
        """The card's place among the numbered cards that take part, or 0: who counts a set misses no hidden one."""
        if kind.unnumbered or (raw is not None and raw.id in self.hidden):
            return 0
        self.number += 1
        return self.number


def _in_order(cards: list[Card], deck: Deck, first: tuple[str, ...]) -> tuple[Card, ...]:
    """How to play comes first, then the groups in the deck's order, then what has no group.

    The groups that an edition puts `first` come before the others, and its cards before the others of their group.
    """
    groups = [name for name in dict.fromkeys((*first, *deck.groups)) if name in deck.groups]
    order = {name: index for index, name in enumerate(groups)}
    ranks = {name: index for index, name in enumerate(first)}

    def key(card: Card) -> tuple[int, int, int]:
        is_first = card.kind.unnumbered and card.group_id is None
        rank = ranks.get(card.id, len(ranks))
        return (0 if is_first else 1, order.get(card.group_id or "", len(order)), rank)

    return tuple(sorted(cards, key=key))


def _names(cards: list[Card]) -> frozenset[str]:
    """What cards may be chosen by: their ids, codes and groups."""
    return frozenset(name for card in cards for name in (card.id, card.code, card.group_id) if name)


def _places(node: Fields) -> dict[str, Place]:
    """Where each value of a card stands; under no name the card itself."""
    return {key.text: value.place for key, value in node.entries} | {"": node.place}


def _head_places(value: Value, way: str = "") -> Iterator[tuple[str, Place]]:
    """Where each text above the cards stands, by the keys that lead there."""
    if isinstance(value, Fields):
        for key, inner in value.entries:
            if way or key.text != "cards":
                yield from _head_places(inner, f"{way}/{key.text}" if way else key.text)
    elif isinstance(value, Items):
        for index, inner in enumerate(value.values):
            yield from _head_places(inner, f"{way}/{index}")
    else:
        yield way, value.place
