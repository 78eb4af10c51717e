"""What changed under an edition since it was last looked at: cards reworded, renamed, new or gone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kaartenspel.load.editions import LoadedEdition
from kaartenspel.load.overlay import Laid
from kaartenspel.load.project import Project
from kaartenspel.load.wording import unknown_name
from kaartenspel.messages import _
from kaartenspel.model.lock import Known
from kaartenspel.press.lock import words_of, write_lock
from kaartenspel.problems import KaartenspelError, Problem, UsageError
from kaartenspel.reading.values import Fields, Plain, plain

Sort = Literal["changed", "renamed", "appeared", "gone"]
FIRST = ("text", "title", "setting")
"""Fields that say what a card is about, most telling first."""


@dataclass(frozen=True, slots=True)
class Line:
    """One field of a card: what it said, what it says now, and what the edition says instead."""

    field: str
    old: str
    new: str
    ours: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A card of a deck of which something is to be looked at; `now` is what it is called now."""

    deck: str
    card: str
    sort: Sort
    now: str = ""
    lines: tuple[Line, ...] = ()


def status(edition: Path, folder: Path) -> tuple[list[Change], list[Problem]]:
    """What changed since the edition was made, or since that was accepted; and warnings.

    Raises KaartenspelError where the edition or a deck that it changes is not right.
    """
    project, loaded = _opened(edition, folder)
    changes = [change for name, laid in _laid(project, loaded) for change in _changes(name, laid, loaded)]
    return changes, list(dict.fromkeys(project.problems))


def accept(edition: Path, folder: Path, cards: tuple[str, ...]) -> list[Change]:
    """Take note of what changed: of these cards, each as `deck/card` or its id alone, or of all that are named `all`.

    Raises UsageError for a card of which nothing changed.
    """
    project, loaded = _opened(edition, folder)
    decks = dict(_laid(project, loaded))
    found = [change for name, laid in decks.items() for change in _changes(name, laid, loaded)]
    chosen = [change for change in found if "all" in cards or _names(change) & set(cards)]
    missing = [card for card in cards if card != "all" and not any(card in _names(change) for change in found)]
    if missing:
        known = [f"{change.deck}/{change.card}" for change in found]
        raise UsageError([unknown_name(_("change"), card, None, known) for card in missing])
    noted = dict(loaded.lock.decks) if loaded.lock else {}
    for change in chosen:
        noted[change.deck] = _noted(noted[change.deck], change, decks[change.deck])
    if chosen:
        write_lock(loaded, noted)
    return chosen


def _opened(edition: Path, folder: Path) -> tuple[Project, LoadedEdition]:
    """The edition with the project that it belongs to."""
    project = Project(folder, edition)
    loaded = project.edition
    project.names("decks")
    if loaded is None:
        raise KaartenspelError(project.problems)
    return project, loaded


def _laid(project: Project, edition: LoadedEdition) -> Iterator[tuple[str, Laid]]:
    """The decks that the edition changes, with the edition over them."""
    known = project.names("decks")
    for name in edition.edition.decks:
        if name in known and project.value(known[name].path) is not None and known[name].path in project.laid:
            yield name, project.laid[known[name].path]
    if any(not problem.warning for problem in project.problems):
        raise KaartenspelError(project.problems)


def _changes(deck: str, laid: Laid, edition: LoadedEdition) -> Iterator[Change]:
    """What is different from what the lock knows of a deck; of a deck that it does not know, nothing."""
    known, now = edition.known(deck), words_of(laid.below)
    if not known.seen:
        return
    names = {old: laid.renamed(old) for old in known.seen}
    for old, name in names.items():
        if name not in now:
            yield Change(deck, old, "gone", lines=_was(known, old, edition, deck))
            continue
        lines = tuple(_differences(known.replaced.get(old, {}), now[name], _ours(edition, deck, laid, name)))
        if old in known.replaced and lines:
            yield Change(deck, old, "changed", name if name != old else "", lines)
        elif name != old:
            yield Change(deck, old, "renamed", name)
    for name in now:
        if name not in names.values():
            yield Change(deck, name, "appeared", lines=(Line(*_telling(now[name])),))


def _differences(old: Mapping[str, object], new: Mapping[str, Plain], ours: Mapping[str, str]) -> Iterator[Line]:
    """The fields of a card that say something else now."""
    if not old:
        return
    for field in dict.fromkeys((*old, *new)):
        was, now = said(old.get(field, "")), said(new.get(field, ""))
        if was != now:
            yield Line(field, was, now, ours.get(field, ""))


def _ours(edition: LoadedEdition, deck: str, laid: Laid, card: str) -> dict[str, str]:
    """What the edition says in place of a card's own words."""
    changes = edition.changes(deck)
    replaced = changes.get("replace") if changes else None
    for key, fields in replaced.entries if isinstance(replaced, Fields) else ():
        if laid.renamed(key.text) == card and isinstance(fields, Fields):
            return {name.text: said(plain(value)) for name, value in fields.entries}
    return {}


def _was(known: Known, card: str, edition: LoadedEdition, deck: str) -> tuple[Line, ...]:
    """What a card said that is gone, where it was replaced, and what the edition said instead."""
    old = known.replaced.get(card)
    if not old:
        return ()
    changes = edition.changes(deck)
    replaced = changes.get("replace") if changes else None
    fields = replaced.get(card) if isinstance(replaced, Fields) else None
    ours = {key.text: said(plain(value)) for key, value in fields.entries} if isinstance(fields, Fields) else {}
    return tuple(Line(field, said(value), "", ours.get(field, "")) for field, value in old.items())


def _telling(words: Mapping[str, Plain]) -> tuple[str, str, str]:
    """The field that says what a card is about."""
    field = next((name for name in FIRST if name in words), next(iter(words), ""))
    return field, "", said(words.get(field, ""))


def _names(change: Change) -> set[str]:
    """What a change may be called."""
    return {name for card in (change.card, change.now) if card for name in (card, f"{change.deck}/{card}")}


def _noted(known: Known, change: Change, laid: Laid) -> Known:
    """What is known of a deck once a change was seen."""
    now = words_of(laid.below)
    name = change.now or change.card
    seen = [card for card in known.seen if card != change.card]
    replaced = {card: words for card, words in known.replaced.items() if card != change.card}
    gone = [card for card in known.gone if card not in now]
    if change.sort == "gone":
        gone.append(change.card)
    else:
        seen.append(name)
    if change.card in known.replaced and name in now and change.sort != "gone":
        replaced[name] = dict(now[name])
    order = {card: index for index, card in enumerate(now)}
    seen.sort(key=lambda card: order.get(card, len(order)))
    return Known(seen=tuple(seen), gone=tuple(gone), replaced=replaced)


def what_changed(change: Change) -> str:
    """What happened to a card, in words."""
    if change.sort == "changed":
        if change.now:
            return _("the card that you replace was changed, and is now called {name}").format(name=change.now)
        return _("the card that you replace was changed")
    if change.sort == "renamed":
        return _("is now called {name}").format(name=change.now)
    return _("is new") if change.sort == "appeared" else _("is no longer in the deck")


def said(value: object) -> str:
    """A value as people read it: lists with a stroke between their items."""
    if isinstance(value, dict):
        return ", ".join(f"{name}: {said(inner)}" for name, inner in value.items())
    return " / ".join(map(said, value)) if isinstance(value, list) else str(value)
