"""The decks and cards that a plan names. A deck is loaded once in a run, and its problems are noted then."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kaartenspel.load.chosen import current, how_to_play, meant_cards, not_there, playable, spread
from kaartenspel.load.decks import load_deck
from kaartenspel.load.project import Project
from kaartenspel.load.wording import can_be_name, unknown_name
from kaartenspel.messages import _
from kaartenspel.model.card import Card, LoadedDeck
from kaartenspel.problems import Code, Problem
from kaartenspel.reading.files import read
from kaartenspel.reading.values import Fields, Items, Scalar

_AMOUNT = re.compile(
    r"([0-9]{1,4})(?:\s+(?:cards?|kaart(?:en|jes)?))?"
    r"(?:\s+(?:a|per)\s+(?:table|tafel|group|groep(?:je)?|set))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Picked:
    """Cards of a deck; `asked` is what `--cards` gets for them, `each` how many a table gets, where that is said."""

    deck: LoadedDeck
    cards: tuple[Card, ...]
    asked: tuple[str, ...] = ()
    each: int | None = None


class Library:
    """What a plan's names of decks and cards stand for; what they do not stand for goes to the project's problems."""

    def __init__(self, project: Project) -> None:
        self.project = project

    def deck(self, named: Scalar) -> LoadedDeck | None:
        """The deck of this name. What cannot be a name at all is left to the model."""
        return self._deck(named.text, named) if can_be_name(named.text) else None

    def card(self, named: Scalar) -> Picked | None:
        """The card that `deck/id` names, on its own."""
        name, slash, card_id = named.text.strip().partition("/")
        if not slash:
            hint = _("write it as deck/card, such as ‘{proposal}’").format(proposal=self._proposal(name))
            self._note(Problem(Code.UNKNOWN_NAME, _("‘{name}’ names no deck").format(name=name), named.place, hint))
            return None
        deck = self._deck(name, named)
        card_id = current(deck, card_id) if deck else card_id
        cards = [card for card in deck.cards if card.id == card_id] if deck else []
        if deck and card_id in deck.hidden:
            self._note(not_there(deck, card_id, named.place))
        elif deck and not cards and card_id not in [raw.id for raw in deck.deck.cards]:
            known = [f"{name}/{card.id}" for card in deck.cards]
            self._note(unknown_name(_("card"), named.text.strip(), named.place, known))
        return Picked(deck, tuple(cards), (card_id,)) if deck and cards else None

    def pick(self, deck: LoadedDeck, named: Scalar | None) -> Picked | None:
        """The cards of a deck that a plan asks for: by name, by how many, or all."""
        if named is None:
            return Picked(deck, deck.cards)
        if amount := _AMOUNT.fullmatch(named.text.strip()):
            return self._some(deck, int(amount.group(1)), named)
        asked = tuple(part.strip() for part in named.text.split(",") if part.strip())
        cards, missing = meant_cards(deck, asked)
        for name in missing:
            self._note(not_there(deck, name, named.place))
        return Picked(deck, tuple(cards), asked) if cards and not missing else None

    def _some(self, deck: LoadedDeck, count: int, named: Scalar) -> Picked | None:
        """So many cards, and the card that tells how to play with them."""
        there = len(playable(deck))
        if not 0 < count <= there:
            message = _("{count} cards cannot be: this deck has {there} to play with").format(count=count, there=there)
            self._note(Problem(Code.WRONG_VALUE, message, named.place))
            return None
        first = how_to_play(deck)
        cards = (*([first] if first else []), *spread(deck, count))
        return Picked(deck, cards, tuple(card.id for card in cards), count)

    def _deck(self, name: str, named: Scalar) -> LoadedDeck | None:
        known = self.project.names("decks")
        if name not in known:
            self._note(unknown_name(_("deck"), name, named.place, known))
            return None
        path, decks = known[name].path, self.project.decks
        if path not in decks:
            decks[path] = load_deck(self.project, self.project.value(path), path)
        return decks[path]

    def _proposal(self, name: str) -> str:
        """A card of this id in some deck, or what a card looks like."""
        known = list(self._cards())
        return next((full for full in known if full.partition("/")[2] == name), "werkvormen/wat-ik-nog-niet-wist")

    def _cards(self) -> Iterator[str]:
        """Every card there is; what is wrong in decks that no plan names is not asked."""
        for name, found in self.project.names("decks").items():
            value, _problems = read(found.path)
            cards = value.get("cards") if isinstance(value, Fields) else None
            for card in cards.values if isinstance(cards, Items) else ():
                named = card.get("id") if isinstance(card, Fields) else None
                if isinstance(named, Scalar):
                    yield f"{name}/{named.text}"

    def _note(self, problem: Problem) -> None:
        self.project.problems.append(problem)
