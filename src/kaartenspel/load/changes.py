"""The interventions that fit a card, and what a file of them names that is not there."""

from collections.abc import Iterator

from kaartenspel.load.decks import load_deck
from kaartenspel.load.project import Project
from kaartenspel.load.wording import unknown_name
from kaartenspel.messages import _
from kaartenspel.model.card import Card, LoadedDeck
from kaartenspel.model.changes import Changes
from kaartenspel.problems import Code, Place, Problem
from kaartenspel.reading.values import Fields, Value, place_at

SORT = "layouts/changes"


def interventions_for(project: Project, deck: str, card_id: str) -> tuple[Card, ...]:
    """The cards that fit a card, the best first; none where no file says so, or an edition leaves them out."""
    changes = project.changes(deck)
    offered = found_deck(project, changes.offers) if changes else None
    if changes is None or offered is None:
        return ()
    cards = {card.id: card for card in offered.cards}
    return tuple(cards[name] for name in changes.cards.get(card_id, ()) if name in cards)


def found_deck(project: Project, name: str) -> LoadedDeck | None:
    """A deck by its name, loaded once; None for one that is not there or not right."""
    found = project.names("decks").get(name)
    if found is None:
        return None
    if found.path not in project.decks:
        project.decks[found.path] = load_deck(project, project.value(found.path), found.path)
    return project.decks[found.path]


def check_changes(changes: Changes, value: Value, project: Project) -> Iterator[Problem]:
    """Decks and cards that are not there."""
    scored, offered = _cards(project, changes, changes.changes), _cards(project, changes, changes.offers)
    decks = project.names("decks")
    for field in ("changes", "offers"):
        name = getattr(changes, field)
        if name not in decks:
            yield unknown_name(_("deck"), name, place_at(value, (field,)), decks)
    for card, names in changes.cards.items():
        if scored and card not in scored:
            yield unknown_name(_("card"), card, _key(value, card), scored)
        for index, name in enumerate(names):
            place = place_at(value, ("cards", card, index))
            if offered and name not in offered:
                yield unknown_name(_("card"), name, place, offered)
            elif name in names[:index]:
                yield Problem(Code.WRONG_VALUE, _("‘{name}’ stands here twice").format(name=name), place)


def _key(value: Value, card: str) -> Place:
    """Where the name of a scored card stands, before its list."""
    cards = value.get("cards") if isinstance(value, Fields) else None
    entries = cards.entries if isinstance(cards, Fields) else ()
    return next((key.place for key, _names in entries if key.text == card), value.place)


def _cards(project: Project, changes: Changes, name: str) -> set[str]:
    """The cards that a file may name: none is known where a school has a deck of its own by the name of ours."""
    decks, files = project.names("decks"), project.names(SORT)
    if name not in decks or (changes.changes in files and decks[name].own and not files[changes.changes].own):
        return set()
    deck = found_deck(project, name)
    return {card.id for card in deck.cards} | deck.hidden if deck else set()
