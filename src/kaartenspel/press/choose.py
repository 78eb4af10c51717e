"""Which decks and which of their cards a command means."""

from pathlib import Path

from kaartenspel.load.chosen import meant_cards, not_there
from kaartenspel.load.decks import load_deck
from kaartenspel.load.editions import LoadedEdition
from kaartenspel.load.project import Project
from kaartenspel.load.wording import unknown_name
from kaartenspel.messages import _
from kaartenspel.model.card import Card, LoadedDeck
from kaartenspel.problems import Code, Problem, UsageError
from kaartenspel.reading.files import read_stream

STANDARD_INPUT = "-"


def deck_paths(project: Project, names: tuple[str, ...]) -> list[Path | None]:
    """The files that a command means; None is standard input. Raises UsageError for a deck that is not there.

    With no name: the edition's decks, or the project's own, or the shipped ones where it has none.
    """
    known = project.names("decks")
    if not names and project.edition:
        names = _of_edition(project, project.edition)
    if not names:
        own = [found.path for found in known.values() if found.own]
        return list(own or [found.path for found in known.values()])
    problems: list[Problem] = []
    paths: list[Path | None] = []
    for name in dict.fromkeys(names):
        if name == STANDARD_INPUT:
            paths.append(None)
        elif name in known:
            paths.append(known[name].path)
        elif Path(name).is_file():
            paths.append(Path(name))
        else:
            problems.append(unknown_name(_("deck"), name, None, known))
    if problems:
        raise UsageError(problems)
    return paths


def _of_edition(project: Project, edition: LoadedEdition) -> tuple[str, ...]:
    """The decks that an edition names, and its own; all where it names none."""
    known, only = project.names("decks"), edition.edition.only
    own = [name for name, found in known.items() if found.path.is_relative_to(edition.folder)]
    return tuple(name for name in known if name in (*only, *own)) if only else tuple(known)


def load_decks(project: Project, paths: list[Path | None], stdin: bytes) -> list[LoadedDeck]:
    """The decks that are right; what is wrong with the others is noted in the project."""
    decks: list[LoadedDeck] = []
    first: dict[str, str] = {}
    for path in paths:
        deck = _load(project, path, stdin)
        if deck is None:
            continue
        name, file = deck.deck.deck, deck.place.source.name
        if name in first:
            message = _("two files make the deck ‘{deck}’: {one} and {other}")
            message = message.format(deck=name, one=first[name], other=file)
            project.problems.append(Problem(Code.DUPLICATE_DECK, message, deck.place))
        first.setdefault(name, file)
        decks.append(deck)
    return decks


def _load(project: Project, path: Path | None, stdin: bytes) -> LoadedDeck | None:
    if path is not None:
        return load_deck(project, project.value(path), path)
    value, problems = read_stream(stdin, _("<standard input>"))
    project.problems += problems
    return load_deck(project, value, None)


def chosen_cards(deck: LoadedDeck, patterns: tuple[str, ...]) -> list[Card]:
    """The cards that ids, globs, groups, codes and choices name, in the deck's order; all of them without a pattern.

    Raises UsageError for a pattern that names no card.
    """
    if not patterns:
        return list(deck.cards)
    cards, missing = meant_cards(deck, patterns)
    if missing:
        raise UsageError([not_there(deck, name) for name in missing])
    return cards
