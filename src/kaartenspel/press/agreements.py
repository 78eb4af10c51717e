"""Lists of agreements: an empty one is written, a filled one is read with the interventions that there are."""

import datetime
from functools import partial
from pathlib import Path

from kaartenspel.exchange.agreement_columns import Intervention
from kaartenspel.load.decks import load_deck
from kaartenspel.load.project import Project
from kaartenspel.messages import _
from kaartenspel.model.agreements import Agreement, Agreements
from kaartenspel.model.card import Card
from kaartenspel.model.richtext import Rich
from kaartenspel.outputs.files import write_file
from kaartenspel.press.build import raise_problems
from kaartenspel.problems import Code, MachineError, Problem, UsageError

DECK = "interventies"
"""The deck that an agreement may come from."""
_WEEKEND = 5


def new_agreements(name: str, folder: Path) -> Path:
    """Write an empty list as `NAME.xlsx`; raises UsageError where it is there already."""
    from kaartenspel.exchange.agreements_xlsx import write_agreements  # noqa: PLC0415  openpyxl takes a while to load

    path = Path(name).with_suffix(".xlsx") if Path(name).suffix != ".xlsx" else Path(name)
    if (folder / path).exists():
        said = _("{file} is there already").format(file=path.as_posix())
        raise UsageError([Problem(Code.DUPLICATE_DECK, said, hint=_("choose another name"))])
    project = Project(folder)
    offered = interventions(project)
    raise_problems(project, strict=False)
    write_file(folder / path, partial(write_agreements, offered))
    return path


def read_agreements(
    project: Project, path: Path, day: datetime.date | None = None, back: datetime.date | None = None
) -> Agreements:
    """The agreements of a file; warnings go to the project. Raises KaartenspelError with every problem at its cell."""
    from kaartenspel.exchange.agreements_read import AgreementsReader  # noqa: PLC0415  what it reads with loads slowly
    from kaartenspel.exchange.workbook import read_workbook  # noqa: PLC0415  the same

    if not path.is_file():
        raise MachineError([Problem(Code.CANNOT_READ, _("there is no file ‘{file}’").format(file=path))])
    book = read_workbook(path)
    reader = AgreementsReader(path.stem, book.sheets, interventions(project))
    found = reader.read(day, back)
    project.problems += [*book.notes, *reader.problems, *_days(found)]
    raise_problems(project, strict=False)
    return found


def read_choices(project: Project, path: Path) -> Agreements:
    """The interventions that were chosen in the figures of a harvest, as what is to be agreed on.

    Raises KaartenspelError with every problem at its cell.
    """
    from kaartenspel.exchange.choices_read import ChoicesReader  # noqa: PLC0415  what it reads with loads slowly
    from kaartenspel.exchange.workbook import read_workbook  # noqa: PLC0415  the same

    book = read_workbook(path)
    offered = {
        one.id: Agreement(one.text, see=one.monday, card=one.id, code=one.code) for one in interventions(project)
    }
    reader = ChoicesReader(book.sheets, offered)
    items = reader.read()
    project.problems += [*book.notes, *reader.problems]
    raise_problems(project, strict=False)
    return Agreements(path.stem, "", items)


def interventions(project: Project) -> tuple[Intervention, ...]:
    """The cards of the deck of interventions, with what is printed on them."""
    path = project.names("decks")[DECK].path
    deck = load_deck(project, project.value(path), path)
    cards = deck.cards if deck else ()
    return tuple(_intervention(card) for card in cards if card.code)


def _intervention(card: Card) -> Intervention:
    return Intervention(card.id, card.code, _said(card, "text"), _said(card, "monday"))


def _said(card: Card, name: str) -> str:
    """A field as one line of plain text."""
    value = card.fields.get(name)
    return " ".join((value.text if isinstance(value, Rich) else str(value or "")).split())


def _days(found: Agreements) -> list[Problem]:
    """What is odd about the day on which people look back."""
    back = found.look_back.day if found.look_back else None
    if back is None:
        return []
    said = ""
    if found.day and back <= found.day:
        said = _("the look-back of {day} is not after the day of the agreements")
    elif back.weekday() >= _WEEKEND:
        said = _("the look-back of {day} is in a weekend")
    return [Problem(Code.TIMES, said.format(day=f"{back:%d-%m-%Y}"), warning=True)] if said else []
