"""An edition's own files: where they lie, and what they say."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kaartenspel.load.validate import validate
from kaartenspel.load.wording import can_be_name, unknown_name
from kaartenspel.messages import _
from kaartenspel.model.edition import Edition
from kaartenspel.model.lock import Known, Lock
from kaartenspel.problems import Code, Place, Problem
from kaartenspel.reading.files import read
from kaartenspel.reading.values import Fields, Scalar, Value, place_at

FILE, LOCK, FOLDER = "edition.yaml", "edition.lock.yaml", "editions"
NOTHING = Known(seen=(), gone=(), replaced={})


@dataclass(frozen=True)
class LoadedEdition:
    """A checked edition, with the values that it was read from and what its lock remembers."""

    folder: Path
    edition: Edition
    value: Fields
    lock: Lock | None

    def changes(self, deck: str) -> Fields | None:
        """What stands in the edition about a deck."""
        decks = self.value.get("decks")
        found = decks.get(deck) if isinstance(decks, Fields) else None
        return found if isinstance(found, Fields) else None

    def known(self, deck: str) -> Known:
        """What the edition knew of a deck."""
        return (self.lock.decks.get(deck) if self.lock else None) or NOTHING

    def place(self, *way: str | int, key: bool = False) -> Place:
        """Where something stands in the edition's file."""
        return place_at(self.value, way, key=key)


def load_edition(folder: Path, value: Value | None) -> tuple[LoadedEdition | None, list[Problem]]:
    """The edition of a folder from what stands in its file, or None and what is wrong with it."""
    if value is None:
        return None, []
    edition, problems = validate(Edition, value)
    problems += _name_problem(folder, value)
    lock, found = _lock(folder / LOCK)
    if edition is None or not isinstance(value, Fields) or found:
        return None, problems + found
    return LoadedEdition(folder, edition, value, lock), problems


def _name_problem(folder: Path, value: Value) -> list[Problem]:
    """A problem where an edition is not called like its folder: its PDFs are kept by that name."""
    named = value.get("edition") if isinstance(value, Fields) else None
    name = folder.resolve().name
    if not isinstance(named, Scalar) or named.text == name or not can_be_name(named.text):
        return []
    message = _("the name ‘{name}’ differs from the folder’s name, {folder}").format(name=named.text, folder=name)
    hint = _("write ‘edition: {name}’, or rename the folder").format(name=name)
    return [Problem(Code.NAME_DIFFERS, message, named.place, hint)]


def _lock(path: Path) -> tuple[Lock | None, list[Problem]]:
    """What the lock file says, or None where there is none yet."""
    if not path.is_file():
        return None, []
    value, problems = read(path)
    if value is None:
        return None, list(problems)
    lock, found = validate(Lock, value)
    return lock, [*problems, *found]


def unknown_decks(edition: LoadedEdition, known: Iterable[str]) -> Iterator[Problem]:
    """A problem for each deck that the edition names and that is not there."""
    names = list(known)
    for name in edition.edition.decks:
        if name not in names:
            yield unknown_name(_("deck"), name, edition.place("decks", name, key=True), names)
    for index, name in enumerate(edition.edition.only):
        if name not in names:
            yield unknown_name(_("deck"), name, edition.place("only", index), names)
