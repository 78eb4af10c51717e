"""A school's edition to a workbook and back: what comes back is checked whole before its file is changed."""

from __future__ import annotations

import hashlib
import io
import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kaartenspel.load.editions import FILE, FOLDER, NOTHING
from kaartenspel.load.project import Project
from kaartenspel.load.vision import CARDS, POSTER
from kaartenspel.load.wording import can_be_name
from kaartenspel.messages import _
from kaartenspel.outputs.files import write_data
from kaartenspel.press.build import raise_problems
from kaartenspel.press.check import check_edition
from kaartenspel.press.deck_exchange import kinds_of
from kaartenspel.press.editions import own_editions
from kaartenspel.press.keep import write_values
from kaartenspel.press.lock import remember
from kaartenspel.problems import Code, KaartenspelError, Place, Problem, Source, UsageError
from kaartenspel.reading.files import read_bytes
from kaartenspel.reading.moved import moved
from kaartenspel.reading.values import Fields, plain

if TYPE_CHECKING:
    from kaartenspel.exchange.edition_read import Typed
    from kaartenspel.exchange.edition_rows import DeckView, Values
    from kaartenspel.exchange.edition_xlsx import Game


def export_edition(edition: Path, folder: Path, output: Path) -> tuple[Path, list[Problem]]:
    """Write `NAME.xlsx`; gives the file and what is to be told. Raises KaartenspelError for what is wrong in it."""
    from kaartenspel.exchange.edition_whole import style_texts, vision_texts  # noqa: PLC0415  with openpyxl, a while
    from kaartenspel.exchange.edition_xlsx import write_edition  # noqa: PLC0415  the same

    project = Project(folder, edition)
    whole = _values(project)
    views = deck_views(project, whole)
    raise_problems(project, strict=False)
    style = style_texts(whole) | {"state": _state(whole)}
    games = [_game(view, whole, style["name"]) for view in views]
    target = output / f"{style['edition']}.xlsx"
    data = _written(partial(write_edition, style, vision_texts(whole), games))
    told = _kept_before(target, data)
    write_data(target, data)
    return target, told


def _written(write: partial[None]) -> bytes:
    stream = io.BytesIO()
    write(stream)
    return stream.getvalue()


def _kept_before(target: Path, data: bytes) -> list[Problem]:
    """A workbook that is there may hold what somebody typed: it is kept beside the new one."""
    if not target.is_file() or read_bytes(target) == data:
        return []
    backup = target.with_name(f"{target.stem}.bak{target.suffix}")
    write_data(backup, read_bytes(target))
    said = _("{file} was there already; it is kept as {backup}").format(file=target.name, backup=backup.name)
    return [Problem(Code.IMPORT_NOTE, said, warning=True)]


def _values(project: Project) -> Values:
    """What stands in the edition's file. Raises KaartenspelError where it is not right."""
    edition = project.edition
    values = plain(edition.value) if edition else None
    if not isinstance(values, dict):
        raise KaartenspelError(project.problems)
    return values


def deck_views(project: Project, whole: Values) -> list[DeckView]:
    """The decks that came along, or are the project's, each with what the edition says about it."""
    from kaartenspel.exchange.edition_rows import DeckView, mapped  # noqa: PLC0415  the same

    there = kinds_of(project)
    kinds = {name: kind for name in there.titles if (kind := there.get(name))}
    views: list[DeckView] = []
    for name, found in project.names("decks").items():
        is_own = project.edition_folder is not None and found.path.is_relative_to(project.edition_folder)
        value = project.value(found.path)
        if is_own or name in (CARDS, POSTER) or not isinstance(value, Fields):
            continue
        laid = project.laid.get(found.path)
        below, changes = plain(laid.below if laid else value), mapped(mapped(whole, "decks"), name)
        known = project.edition.known(name).replaced if project.edition else NOTHING.replaced
        called = laid.renamed if laid else str
        if isinstance(below, dict):
            words = {called(card): fields for card, fields in known.items()}
            views.append(DeckView(name, below, changes, laid.hidden if laid else frozenset(), called, words, kinds))
    return views


def _game(view: DeckView, whole: Values, school: str) -> Game:
    from kaartenspel.exchange.edition_rows import blanks, rows  # noqa: PLC0415  the same
    from kaartenspel.exchange.edition_whole import is_shown, order_text  # noqa: PLC0415  the same
    from kaartenspel.exchange.edition_xlsx import Game  # noqa: PLC0415  the same

    said = view.changes
    return Game(
        view.name, str(view.below.get("title", "")), str(said.get("title", "")), str(said.get("subtitle", "")),
        is_shown(whole, view.name), order_text(view), (*rows(view), *blanks(view, school)),
    )  # fmt: skip


def _state(whole: Values) -> str:
    """How the edition stood: so is seen that it changed after the workbook was made."""
    return hashlib.sha256(json.dumps(whole).encode()).hexdigest()[:12]


def import_edition(
    path: Path, folder: Path, *, edition: Path | None = None, replace: bool = False
) -> tuple[Path, list[Problem]]:
    """Write to `edition.yaml` what differs in a workbook; gives the file and the warnings.

    `edition` is its folder, by default the one of that name in `editions`; one that is not there is made. Raises
    KaartenspelError with every problem at its cell, and UsageError where the file was changed since and not `replace`.
    """
    from kaartenspel.exchange.edition_read import EditionReader  # noqa: PLC0415  the same
    from kaartenspel.exchange.edition_whole import merged  # noqa: PLC0415  the same
    from kaartenspel.exchange.workbook import read_workbook  # noqa: PLC0415  the same

    book = read_workbook(path)
    reader = EditionReader(book.sheets)
    typed = reader.read()
    problems = [*book.notes, *reader.problems]
    _raise(problems)
    home = edition or _home(typed, folder)
    before = Project(folder, home if (home / FILE).is_file() else None)
    whole = _values(before) if before.edition_folder else _begun(typed)
    if before.edition_folder and not replace:
        _check_state(typed, whole, home)
    new, cells = merged(deck_views(before, whole), whole, typed, problems)
    _raise([*problems, *before.problems])
    if new == whole and (home / FILE).is_file():
        said = _("nothing in this workbook differs from {file}").format(file=(home / FILE).as_posix())
        return home / FILE, [*problems, Problem(Code.IMPORT_NOTE, said, warning=True)]
    project = Project(folder, home)
    old = before.edition.value if before.edition else None
    project.give(home / FILE, moved(new, old, cells, Place(Source(path.name), 1, 1)))
    check_edition(project)
    raise_problems(project, strict=False)
    told = write_values(home, Path(FILE), "edition", new, replace=True, schemas="../../schemas")
    remember(project)
    return home / FILE, list(dict.fromkeys([*problems, *project.problems, *told]))


def _home(typed: Typed, folder: Path) -> Path:
    """The folder of the edition that a workbook is. Raises KaartenspelError for a name that no folder can have."""
    if not can_be_name(typed.edition):
        said = _("‘{name}’ cannot be the name of an edition").format(name=typed.edition)
        raise KaartenspelError([Problem(Code.WRONG_VALUE, said, typed.style["edition"].place)])
    return own_editions(folder).get(typed.edition, folder / FOLDER / typed.edition)


def _begun(typed: Typed) -> Values:
    """An edition that is not there yet has only a name."""
    return {"edition": typed.edition}


def _check_state(typed: Typed, whole: Values, home: Path) -> None:
    """Raises UsageError where the edition was changed after the workbook was made: that would be undone."""
    if typed.style["state"].text == _state(whole):
        return
    said = _("{file} was changed after this workbook was made; importing would undo that")
    hint = _("export again and type it over, or take the workbook as it is with --replace")
    raise UsageError([Problem(Code.CANNOT_WRITE, said.format(file=(home / FILE).as_posix()), hint=hint)])


def _raise(problems: list[Problem]) -> None:
    """Raises KaartenspelError where there is more than warnings."""
    if any(not problem.warning for problem in problems):
        raise KaartenspelError(problems)
