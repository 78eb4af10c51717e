"""Where data lies: what is shipped with the program, and what people made in their own folder.

The checkout's `decks/` and `layouts/` are the only copies. A wheel carries them in the package's `shipped/`; an
editable install gets such a copy too, which grows stale, so the checkout always goes first.

A *sort* is a folder of data by its path: `decks`, `layouts/kinds`.
"""

import os
import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kaartenspel.messages import _
from kaartenspel.problems import Code, KaartenspelError, MachineError, Problem

PACKAGE = Path(__file__).resolve().parents[1]
SUFFIXES = (".yaml", ".yml")
NOT_BY_NAME = {"decks": ("sources",)}  # files that lie among the others and are no such thing themselves
_PEOPLE = re.compile(rb"\A(?:\xef\xbb\xbf)?(?:[ \t]*(?:#[^\n]*)?\r?\n)*(?:people[ \t]*:|- (?!workshop[ \t]*:))")
"""How a list of people begins: it lies beside the plan that names it."""


class ShippedMissingError(RuntimeError):
    """The program's own data is gone: the installation is broken, whatever the user's files say."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file by its name (without suffix); `own` when it lies in the user's project and not with the program."""

    name: str
    path: Path
    own: bool


def shipped(sort: str) -> Path:
    """The folder of this sort that came with the program; raises ShippedMissingError where there is none."""
    places = [root / sort for root in _roots()]
    for place in places:
        if place.is_dir():
            return place
    looked = ", ".join(str(place) for place in places)
    raise ShippedMissingError(f"kaartenspel is not completely installed: no {sort!r} in {looked}")


def found(sort: str, project: Path) -> dict[str, Found]:
    """Everything of this sort by name, in the order of the names; the project's own win over what is shipped.

    In a checkout the project's folder is the shipped one: its files count as shipped.
    """
    ours, own = shipped(sort), project / sort
    if own.is_dir() and own.samefile(ours):
        here = _in(own, sort, own=False)
    else:
        here = _in(ours, sort, own=False) | _in(own, sort, own=True)
    return dict(sorted(here.items()))


def settings() -> Path:
    """The user's own folder for what belongs to the place and not to a project, such as printers."""
    if given := os.environ.get("XDG_CONFIG_HOME"):
        return Path(given) / "kaartenspel"
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming") / "kaartenspel"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "kaartenspel"
    return Path.home() / ".config" / "kaartenspel"


def found_in(folder: Path, sort: str) -> dict[str, Found]:
    """Everything of this sort that lies in one folder of the user's, such as that of an edition."""
    return _in(folder / sort, sort, own=True)


def _roots() -> Iterator[Path]:
    """Where shipped data may lie, most trusted first."""
    checkout = PACKAGE.parents[1]
    if PACKAGE.parent.name == "src" and (checkout / "layouts").is_dir():
        yield checkout
    yield PACKAGE / "shipped"


def _in(folder: Path, sort: str, *, own: bool) -> dict[str, Found]:
    """The files of one folder by name; none where the folder does not exist."""
    by_name: dict[str, Found] = {}
    for path in _files(folder):
        name = unicodedata.normalize("NFC", path.stem)  # a Mac may spell é in two characters
        if name in NOT_BY_NAME.get(sort, ()) or (sort == "workshops" and _are_people(path)):
            continue
        if name in by_name:
            raise KaartenspelError([_twice(sort, by_name[name].path, path)])
        by_name[name] = Found(name, path, own)
    return by_name


def _are_people(path: Path) -> bool:
    """Whether a file among plans is a list of people. One that cannot be read is for who reads it to tell."""
    try:
        with path.open("rb") as stream:
            return _PEOPLE.match(stream.read(4096)) is not None
    except OSError:
        return False


def _files(folder: Path) -> list[Path]:
    """The YAML files of a folder, sorted; not what systems hide there, such as `._deck.yaml`."""
    try:
        inside = sorted(folder.iterdir()) if folder.is_dir() else []
    except OSError as error:
        message = _("cannot read {file}: {reason}").format(file=folder, reason=error.strerror)
        raise MachineError([Problem(Code.CANNOT_READ, message)]) from error
    return [path for path in inside if path.suffix in SUFFIXES and path.name[0] != "." and path.is_file()]


def _twice(sort: str, one: Path, other: Path) -> Problem:
    code = Code.DUPLICATE_DECK if sort == "decks" else Code.DUPLICATE_ID
    message = _("two files of one name: {one} and {other}").format(one=one, other=other)
    return Problem(code, message, hint=_("rename one of them, or remove it"))
