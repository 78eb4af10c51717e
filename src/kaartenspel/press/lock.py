"""The lock of an edition: what it knew of the shipped decks, so that what changes there can be told."""

from collections.abc import Mapping

from kaartenspel.load.editions import LOCK, LoadedEdition
from kaartenspel.load.overlay import Laid, cards_of
from kaartenspel.load.project import Project
from kaartenspel.messages import _
from kaartenspel.model.lock import Known, Lock
from kaartenspel.outputs.files import write_data
from kaartenspel.reading.emit import as_yaml
from kaartenspel.reading.values import Fields, Plain, plain, scalar

NO_WORDS = ("id", "group", "kind", "source", "based_on", "see", "copies")
"""Fields of a card that are not its words."""


def words_of(deck: Fields) -> dict[str, dict[str, Plain]]:
    """The words of each card of a deck, by its id."""
    return {
        named.text: {key.text: plain(value) for key, value in card.entries if key.text not in NO_WORDS}
        for card in cards_of(deck)
        if isinstance(card, Fields) and (named := scalar(card, "id"))
    }


def remember(project: Project) -> None:
    """Note what was met for the first time: decks, and cards that got words of the school's own.

    What was known already stays as it was: only `edition accept` says that somebody has looked at what changed.
    """
    edition = project.edition
    if edition is None:
        return
    decks = dict(edition.lock.decks) if edition.lock else {}
    for laid in project.laid.values():
        name = scalar(laid.below, "deck")
        if name is not None:
            decks[name.text] = _met(decks.get(name.text), laid)
    if decks and decks != (edition.lock.decks if edition.lock else {}):
        write_lock(edition, decks)


def _met(known: Known | None, laid: Laid) -> Known:
    """What is known of a deck, with the cards that are replaced for the first time."""
    words = words_of(laid.below)
    before = known or Known(seen=tuple(words), gone=(), replaced={})
    new: dict[str, dict[str, object]] = {
        name: dict(words[name]) for name in laid.replaced if not _is_known(name, laid, before)
    }
    return before.model_copy(update={"replaced": {**before.replaced, **new}})


def _is_known(name: str, laid: Laid, known: Known) -> bool:
    """Whether the words of a card were noted, under its own name or an older one."""
    return any(laid.renamed(old) == name for old in known.replaced)


def write_lock(edition: LoadedEdition, decks: Mapping[str, Known]) -> None:
    """The lock file anew; raises MachineError where it cannot be written."""
    lock = Lock(edition=edition.edition.edition, decks=dict(sorted(decks.items())))
    head = _("This file is written by kaartenspel: it knows which words the edition replaced. Leave it as it is.")
    write_data(edition.folder / LOCK, f"# {head}\n{as_yaml(lock.model_dump())}")
