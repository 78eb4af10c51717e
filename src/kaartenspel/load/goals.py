"""A goal with the cards and decks that serve it, looked up; and a card or a deck that people name themselves."""

from collections.abc import Iterator
from pathlib import Path

from kaartenspel.load.chosen import how_to_play
from kaartenspel.load.decks import load_deck
from kaartenspel.load.library import Library
from kaartenspel.load.project import Project
from kaartenspel.load.validate import validate
from kaartenspel.load.wording import unknown_name
from kaartenspel.messages import _
from kaartenspel.model.card import Card, LoadedDeck
from kaartenspel.model.goal import Fit, Form, Goal
from kaartenspel.problems import Code, Problem, UsageError
from kaartenspel.reading.values import Fields, Items, place_at, scalar


def load_goal(project: Project, name: str) -> tuple[Goal, tuple[Form, ...]] | None:
    """A goal with what serves it; problems go to the project, and None is given where there are any."""
    goal = project.goal(name)
    if goal is None:
        return None
    before = len(project.problems)
    served = tuple(_all_served(project, goal, project.value(project.names("layouts/goals")[name].path)))
    return (goal, served) if len(project.problems) == before else None


def check_goal_file(project: Project, path: Path) -> None:
    """Note what a goal's file names in vain, wherever it lies; a file that is wrong in itself has its problems."""
    value = project.value(path)
    goal, _problems = validate(Goal, value) if value else (None, [])
    if goal:
        project.words(goal.language, place_at(value, ("language",)) if value else None)
        list(_all_served(project, goal, value))


def _all_served(project: Project, goal: Goal, value: object) -> Iterator[Form]:
    """What a goal's file names, each where all its names are right."""
    library = Library(project)
    listed = value.get("fits") if isinstance(value, Fields) else None
    nodes = listed.values if isinstance(listed, Items) else ()
    for fit, node in zip(goal.fits, nodes, strict=True):
        if isinstance(node, Fields):
            yield from _served(library, fit, node)


def _served(library: Library, fit: Fit, node: Fields) -> Iterator[Form]:
    """One of them; a problem for what is nothing, or lacks what a block needs."""
    prints = node.get("print")
    for said in prints.values if isinstance(prints, Items) else ():
        form = scalar(said, "form") if isinstance(said, Fields) else None
        if form:
            library.project.form(form.text, form.place)
        _pick(library, said)
    named = scalar(node, "card")
    if fit.card and fit.deck:
        both = _("‘{one}’ and ‘{other}’ cannot stand together in a block")
        _note(library, node, both.format(one="card", other="deck"))
    elif named and (card := library.card(named)):
        yield Form(named.text.strip(), fit.title or _title(card.cards[0]), fit, card.cards[0])
    elif fit.deck and (deck := _pick(library, node)):
        yield Form(fit.deck, fit.title or deck.deck.title, fit, how_to_play(deck), deck)
    elif not fit.card and not fit.deck and fit.title and fit.minutes:
        yield Form(fit.title, fit.title, fit)
    elif not fit.card and not fit.deck:
        _note(library, node, _("what is no card and no deck needs a title and minutes"))


def _pick(library: Library, node: object) -> LoadedDeck | None:
    """The deck that a part names, where the cards that it asks for are there too."""
    named = scalar(node, "deck") if isinstance(node, Fields) else None
    deck = library.deck(named) if named else None
    return deck if deck and isinstance(node, Fields) and library.pick(deck, scalar(node, "cards")) else None


def _note(library: Library, node: Fields, message: str) -> None:
    library.project.problems.append(Problem(Code.WRONG_VALUE, message, node.place))


def _title(card: Card) -> str:
    """The title of a card, or its name."""
    said = card.fields.get("title")
    return getattr(said, "text", None) or str(said or card.id)


def asked_for(project: Project, name: str, why: str) -> Form:
    """A card (`deck/card`, or its id alone) or a deck that somebody asks for; raises UsageError where there is none."""
    deck_name, _slash, card_id = name.partition("/")
    decks = project.names("decks")
    if deck_name in decks and (deck := _deck(project, deck_name)):
        if not card_id:
            return Form(deck_name, deck.deck.title, _wished(deck=deck_name, why=why), how_to_play(deck), deck)
        for card in deck.cards:
            if card.id == card_id:
                return Form(name, _title(card), _wished(card=name, why=why), card)
        raise UsageError([unknown_name(_("card"), name, None, [f"{deck_name}/{card.id}" for card in deck.cards])])
    found = next((there for there in decks if not card_id and _has(project, there, name)), None)
    if found:
        return asked_for(project, f"{found}/{name}", why)
    raise UsageError([unknown_name(_("card or deck"), name, None, decks)])


def _wished(**said: str) -> Fit:
    """What a goal would say of something that it does not name."""
    return Fit.model_validate(said)


def _has(project: Project, deck_name: str, card_id: str) -> bool:
    """Whether a deck has a card of this id."""
    deck = _deck(project, deck_name)
    return deck is not None and any(card.id == card_id for card in deck.cards)


def _deck(project: Project, name: str) -> LoadedDeck | None:
    path = project.names("decks")[name].path
    if path not in project.decks:
        project.decks[path] = load_deck(project, project.value(path), path)
    return project.decks[path]
