"""A part of a build, for who shares it between machines: every n-th PDF of all that there are."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kaartenspel.load.project import Project
from kaartenspel.press.choose import STANDARD_INPUT, deck_paths
from kaartenspel.problems import KaartenspelError
from kaartenspel.reading.files import Reader


@dataclass(frozen=True, slots=True)
class Share:
    """What one machine makes for an edition, or without one: these decks; None is all that the command names."""

    edition: Path | None
    decks: tuple[str, ...] | None


def shares(
    part: tuple[int, int] | None, editions: Iterable[Path | None], decks: tuple[str, ...], folder: Path, reader: Reader
) -> list[Share]:
    """What is to be made of each edition; of a `part` (k, n) every n-th deck from the k-th on, sorted by name."""
    if part is None:
        return [Share(edition, None) for edition in editions]
    number, of = part
    by_name = sorted(editions, key=lambda edition: edition.resolve().name if edition else "")
    pairs = [(edition, name) for edition in by_name for name in _names(edition, decks, folder, reader)]
    made: dict[Path | None, list[str | None]] = {}
    for edition, name in pairs[number - 1 :: of]:
        made.setdefault(edition, []).append(name)
    return [Share(edition, _decks(names)) for edition, names in made.items()]


def _decks(names: list[str | None]) -> tuple[str, ...] | None:
    return None if None in names else tuple(name for name in names if name)


def _names(edition: Path | None, decks: tuple[str, ...], folder: Path, reader: Reader) -> list[str | None]:
    """The decks of an edition, sorted; one that cannot be divided goes to one machine as a whole, which tells why."""
    project = Project(folder, edition, reader)
    try:
        paths = deck_paths(project, decks)
    except KaartenspelError:
        return [None]
    own = {found.path: name for name, found in project.names("decks").items()}
    names = [STANDARD_INPUT if path is None else own.get(path, str(path)) for path in paths]
    stems = Counter(Path(name).stem for name in names)
    return [*sorted(names)] if all(count == 1 for count in stems.values()) else [None]
