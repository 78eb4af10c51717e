"""What is done in a block or at a station: what the plan says itself, and else what its card or deck says.

The names are looked up in the values, so that a slip elsewhere in the block hides none of them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from kaartenspel.load.chosen import how_to_play
from kaartenspel.load.fields import read_field
from kaartenspel.load.forms import form_use, no_cards
from kaartenspel.load.library import Library, Picked
from kaartenspel.load.names import Names
from kaartenspel.load.project import Project
from kaartenspel.load.wording import can_be_name, missing_field, unknown_name
from kaartenspel.messages import _
from kaartenspel.model.card import Card, LoadedDeck, Step, Value
from kaartenspel.model.kind import FieldSpec
from kaartenspel.model.plan import Activity, DeckUse, FormUse
from kaartenspel.model.register import Origin
from kaartenspel.model.richtext import Rich, parse
from kaartenspel.model.workshop import Part, Per, Print
from kaartenspel.problems import Code, Problem
from kaartenspel.reading.values import Fields, Items, Scalar, scalar

T = TypeVar("T")

TITLE, GOAL, SAY = ("title", "text"), ("goal", "purpose", "asks"), ("situation",)
STEPS, MATERIALS, TIPS = ("steps", "questions"), ("materials",), ("tips", "pitfall")
"""The fields of the kinds of cards that fill a block, by what they are for the facilitator."""

_STEPS = FieldSpec.model_validate({"type": "steps", "label": "steps"})


@dataclass(frozen=True, slots=True)
class Looked:
    """What the names in a part of a plan stand for; None where nothing is named, or in vain.

    `see` is what the plan says that the QR opens, or else what the deck does; a card has its own.
    """

    card: Picked | None
    deck: Picked | None
    prints: tuple[Picked | FormUse | None, ...]
    steps: tuple[Step, ...] | None
    see: Origin | None

    @property
    def source(self) -> Card | None:
        """The card that tells what is done: the one that is named, or how the deck is played."""
        if self.card:
            return self.card.cards[0]
        return how_to_play(self.deck.deck) if self.deck else None


class Lookup:
    """Looks up the names in the parts of one plan."""

    def __init__(self, project: Project, plan: Fields) -> None:
        self.project, self.library = project, Library(project)
        self.names = Names(project, plan)
        rooms = plan.get("rooms")
        self.rooms = [key.text for key, _room in rooms.entries] if isinstance(rooms, Fields) else []

    def part(self, node: Fields) -> Looked:
        """A block or a station."""
        self.room(node)
        named = scalar(node, "card")
        prints = node.get("print")
        listed = prints.values if isinstance(prints, Items) else ()
        deck, card = self._deck(node), self.library.card(named) if named else None
        return Looked(
            card=card,
            deck=deck,
            prints=tuple(self._print(item, deck) for item in listed if isinstance(item, Fields)),
            steps=self._steps(node),
            see=self.names.origin(node, "see") or (self._opens(deck.deck) if deck else None),
        )

    def _opens(self, deck: LoadedDeck) -> Origin | None:
        """What a deck opens: what the card on how to play it does, else the deck's own tool."""
        first = how_to_play(deck)
        return (first.opens if first else None) or self.names.origins.get(deck.deck.see or "")

    def _print(self, node: Fields, played: Picked | None) -> Picked | FormUse | None:
        """A deck to print, or a form with cards of the deck that it names or else of the one that is played."""
        named, of_deck, cards = scalar(node, "form"), scalar(node, "deck"), scalar(node, "cards")
        if named is None and of_deck is None:
            self.project.problems.append(missing_field("deck", node))
        if cards is not None and of_deck is None:
            message = _("‘{name}’ does nothing without {others}").format(name="cards", others="‘deck’")
            self.project.problems.append(Problem(Code.WRONG_VALUE, message, cards.place))
        picked = self._deck(node)
        if named is None or not can_be_name(named.text):
            return picked
        form = self.project.form(named.text, named.place)
        shown = picked if of_deck else played
        if form is None or (of_deck and not picked):
            return None
        use = form_use(form, shown.deck if shown else None, shown.cards if shown else None)
        if use is None:
            self.project.problems.append(no_cards(form, shown.deck if shown else None, named.place))
        return use

    def room(self, node: Fields) -> None:
        """The room that a part names must be one of the plan's."""
        named = scalar(node, "room")
        if named and can_be_name(named.text) and named.text not in self.rooms:
            self.project.problems.append(unknown_name(_("room"), named.text, named.place, self.rooms))

    def _deck(self, node: Fields) -> Picked | None:
        named = scalar(node, "deck")
        deck = self.library.deck(named) if named else None
        return self.library.pick(deck, scalar(node, "cards")) if deck else None

    def _steps(self, node: Fields) -> tuple[Step, ...] | None:
        """The plan's own steps, as those of cards are read."""
        value = node.get("steps")
        if value is None or (isinstance(value, Scalar) and value.absent):
            return None
        steps, problems = read_field(_STEPS, value, lambda _name, _place: (None, []))
        self.project.problems += problems
        return tuple(_of(steps, Step))


@dataclass(frozen=True, slots=True)
class Usual:
    """What holds where a part does not say so itself: its title, and for whom its card or its deck is printed."""

    title: str
    card: Per
    deck: Per


def activity(raw: Part, looked: Looked, usual: Usual) -> Activity:
    """What the plan says, filled up from the card or the deck."""
    card = looked.source
    deck = looked.card or looked.deck
    own = looked.card.cards[0] if looked.card else None
    return Activity(
        title=raw.title or _said(own, TITLE) or (deck.deck.deck.title if deck else usual.title),
        label=(own.kind if own else deck.deck.kind).title if deck else "",
        goal=raw.goal or _said(card, GOAL),
        say=parse(raw.say) if raw.say else _rich(own, SAY),
        steps=looked.steps if looked.steps is not None else tuple(_steps(card)),
        materials=raw.materials if raw.materials is not None else tuple(text.text for text in _texts(card, MATERIALS)),
        tips=tuple(_texts(card, TIPS)),
        notes=parse(raw.notes) if raw.notes else None,
        room=raw.room,
        leads=raw.leads or "",
        opens=looked.see or (card.opens if card else None),
        source=own.source if own else None,
        colour=_colour(own, deck.deck) if deck else "",
        card=own,
        uses=_uses(raw, looked, usual),
        forms=tuple(
            replace(use, per=said.per or use.form.per, sets=said.sets)
            for said, use in zip(raw.print, looked.prints, strict=False)
            if isinstance(use, FormUse)
        ),
    )


def _uses(raw: Part, looked: Looked, usual: Usual) -> tuple[DeckUse, ...]:
    """What must be printed: the card, the deck that is played, and what else the plan asks for."""
    uses = [_use(looked.card, raw.per or usual.card, None)] if looked.card else []
    if looked.deck:
        uses.append(_use(looked.deck, raw.per or usual.deck, None, played=True))
    prints: Iterable[tuple[Print, Picked | FormUse | None]] = zip(raw.print, looked.prints, strict=False)
    decks = ((said, picked) for said, picked in prints if isinstance(picked, Picked))
    return (*uses, *(_use(picked, said.per or "group", said.sets) for said, picked in decks))


def _use(picked: Picked, per: Per, sets: int | None, *, played: bool = False) -> DeckUse:
    return DeckUse(picked.deck, picked.cards, picked.asked, per, sets, picked.each, played)


def _colour(card: Card | None, deck: LoadedDeck) -> str:
    """The name of the colour of a card's kind, or of the deck's."""
    return card.kind.colour if card and card.kind.colour != "deck" else deck.kind.colour


def _steps(card: Card | None) -> Iterable[Step]:
    """The steps of a card; questions to talk about are steps without minutes."""
    for value in _values(card, STEPS):
        yield from _of(value, Step)
        yield from (Step(text) for text in _of(value, Rich))


def _texts(card: Card | None, names: Sequence[str]) -> Iterable[Rich]:
    """Texts of a card, from lists and single ones."""
    for value in _values(card, names):
        yield from [value] if isinstance(value, Rich) else _of(value, Rich)


def _rich(card: Card | None, names: Sequence[str]) -> Rich | None:
    return next(iter(_texts(card, names)), None)


def _said(card: Card | None, names: Sequence[str]) -> str:
    """The words of the first of these fields that the card has."""
    found = _rich(card, names)
    return " ".join(found.text.split()) if found else ""


def _values(card: Card | None, names: Sequence[str]) -> list[Value]:
    return [card.fields[name] for name in names if name in card.fields] if card else []


def _of(value: object, sort: type[T]) -> list[T]:
    """The members of a tuple that are of one type."""
    return [item for item in value if isinstance(item, sort)] if isinstance(value, tuple) else []
