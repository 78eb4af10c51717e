"""Decks to spreadsheets and back: what is imported is checked whole before a file is written."""

from functools import partial
from pathlib import Path

from kaartenspel.exchange.card_table import Kinds
from kaartenspel.load.decks import load_deck
from kaartenspel.load.project import Project
from kaartenspel.outputs.files import write_file
from kaartenspel.press.build import raise_problems
from kaartenspel.press.keep import write_values
from kaartenspel.problems import Problem
from kaartenspel.reading.values import Fields, plain


def export_deck(path: Path, folder: Path, output: Path) -> Path:
    """Write `NAME.xlsx`; gives the file. Raises KaartenspelError for what is wrong in the deck."""
    from kaartenspel.exchange.deck_xlsx import Offered, write_deck  # noqa: PLC0415  openpyxl takes a while to load

    project = Project(folder)
    value = project.value(path)
    deck = load_deck(project, value, path)
    raise_problems(project, strict=False)
    values = plain(value) if value is not None else None
    if deck is None or not isinstance(values, dict):
        raise RuntimeError(f"{path} has no problem and no deck")
    used = {deck.kind.kind: deck.kind} | {card.kind.kind: card.kind for card in deck.cards}
    sources = {name: origin.title for name, origin in project.origins().items()}
    target = output / f"{deck.deck.deck}.xlsx"
    write_file(target, partial(write_deck, values, used, Offered(kinds_of(project).titles, sources)))
    return target


def kinds_of(project: Project) -> Kinds:
    """All kinds of cards, with their titles; one whose file is wrong is told when a card asks for it."""
    names = project.names("layouts/kinds")
    before = list(project.problems)
    loaded = {name: project.kind(name, None) for name in names}
    project.problems[:] = before
    return Kinds({name: kind.title for name, kind in loaded.items() if kind}, loaded.get)


def home(project: Project) -> Path:
    """The folder, from the project's, in which decks and plans are written: the edition's where there is one."""
    if project.edition_folder is None:
        return Path()
    there, here = project.edition_folder, project.folder
    return there.relative_to(here) if there.is_relative_to(here) else there


def schemas(project: Project) -> str:
    """The way to the schemas from a file in a folder of decks or plans."""
    return "../schemas" if project.edition_folder is None else "../../../schemas"


def keep_deck(
    project: Project, value: Fields, name: str, notes: list[Problem], *, replace: bool
) -> tuple[Path, list[Problem]]:
    """Check a deck that was read from elsewhere and write `decks/NAME.yaml`; gives the file and the warnings."""
    target = home(project) / "decks" / f"{name}.yaml"
    path = project.folder / target
    project.problems += notes
    project.give(path, value)
    load_deck(project, value, path)
    raise_problems(project, strict=False)
    told = write_values(project.folder, target, "deck", plain(value), replace=replace, schemas=schemas(project))
    return target, [*project.problems, *told]


def import_deck(path: Path, project: Project, *, replace: bool = False) -> tuple[Path, list[Problem]]:
    """Write `decks/NAME.yaml` from a workbook that ‘export’ made; gives the file and the warnings.

    Raises KaartenspelError with every problem at its cell, and UsageError where the file is there and not `replace`.
    """
    from kaartenspel.exchange.deck_read import DeckReader  # noqa: PLC0415  what it reads with takes a while to load
    from kaartenspel.exchange.workbook import read_workbook  # noqa: PLC0415  the same

    book = read_workbook(path)
    reader = DeckReader(book.sheets, kinds_of(project))
    value = reader.read()
    said = value.get("deck")
    name = plain(said) if said is not None else path.stem
    return keep_deck(project, value, str(name), [*book.notes, *reader.problems], replace=replace)
