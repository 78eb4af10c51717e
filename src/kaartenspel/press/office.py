"""What a spreadsheet or document is, and what is made one: a plan, a deck, an edition, or a list for a deck."""

from dataclasses import replace
from pathlib import Path

from kaartenspel.load.project import Project
from kaartenspel.load.wording import unknown_name
from kaartenspel.messages import _
from kaartenspel.press.list_exchange import TEXT, WORDS, Wanted, import_list
from kaartenspel.press.named import means_plan
from kaartenspel.problems import Code, MachineError, Problem, UsageError
from kaartenspel.reading.find import found_in


def export(name: str, folder: Path, output: Path) -> Path:
    """Write a deck or a plan as `NAME.xlsx`; gives the file. Raises UsageError for a name of neither, or of both."""
    from kaartenspel.press.deck_exchange import export_deck  # noqa: PLC0415  one of both is needed
    from kaartenspel.press.exchange import export_plan  # noqa: PLC0415  the same

    project = Project(folder)
    if means_plan(project, name):
        return export_plan(name, folder, output)
    decks = project.names("decks")
    return export_deck(decks[name].path if name in decks else Path(name), folder, output)


def export_for(edition: Path, name: str | None, folder: Path, output: Path) -> tuple[Path, list[Problem]]:
    """Write an edition as a workbook, or one of its own decks or plans; gives the file and what is to be told.

    Raises UsageError for a name that is not the edition's own: what it says of other decks is in its workbook.
    """
    if name is None:
        from kaartenspel.press.edition_book import export_edition  # noqa: PLC0415  one of both is needed

        return export_edition(edition, folder, output)
    own = found_in(edition, "decks") | found_in(edition, "workshops")
    if name not in own:
        hint = _("what the edition changes in other decks is in its workbook: leave {name} out").format(name=name)
        problem = unknown_name(_("deck or plan"), name, None, own)
        raise UsageError([replace(problem, hint=" ".join(filter(None, (problem.hint, hint))))])
    return export(str(own[name].path), folder, output), []


def import_file(path: Path, folder: Path, wanted: Wanted) -> tuple[Path, list[Problem]]:
    """Write the plan, deck or edition that a file is; gives what was written and the warnings."""
    if not path.is_file():
        raise MachineError([Problem(Code.CANNOT_READ, _("there is no file ‘{file}’").format(file=path))])
    if path.suffix.lower() in (*WORDS, *TEXT):
        return import_list(path, folder, wanted)
    from kaartenspel.exchange.deck_read import is_deck  # noqa: PLC0415  what it reads with takes a while to load
    from kaartenspel.exchange.edition_read import is_edition_book  # noqa: PLC0415  the same
    from kaartenspel.exchange.plan_read import is_plan  # noqa: PLC0415  the same
    from kaartenspel.exchange.workbook import read_workbook  # noqa: PLC0415  the same
    from kaartenspel.press.deck_exchange import import_deck  # noqa: PLC0415  the same
    from kaartenspel.press.edition_book import import_edition  # noqa: PLC0415  the same
    from kaartenspel.press.exchange import import_plan  # noqa: PLC0415  the same

    sheets = read_workbook(path).sheets
    if is_edition_book(sheets):
        _no_list(wanted)
        return import_edition(path, folder, edition=wanted.edition, replace=wanted.replace)
    if not is_plan(sheets) and not is_deck(sheets):
        return import_list(path, folder, wanted)
    _no_list(wanted)
    return (import_plan if is_plan(sheets) else import_deck)(
        path, Project(folder, wanted.edition), replace=wanted.replace
    )


def _no_list(wanted: Wanted) -> None:
    """Raises UsageError where it is said what a list becomes, and the file is none."""
    if wanted.deck or wanted.title or wanted.kind:
        said = _("this workbook says itself what it is: --deck, --title and --kind are for lists")
        raise UsageError([Problem(Code.WRONG_VALUE, said)])
