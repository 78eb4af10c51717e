"""A first deck or plan for who begins: right at once, and its lines say what may be changed."""

from pathlib import Path

from pydantic_core import PydanticCustomError

from kaartenspel.load.project import Project
from kaartenspel.load.wording import unknown_name
from kaartenspel.messages import _
from kaartenspel.model.kind import Kind
from kaartenspel.model.values import ident
from kaartenspel.outputs.files import write_data
from kaartenspel.press.plan_starter import plan_starter
from kaartenspel.press.starter import starter
from kaartenspel.problems import Code, KaartenspelError, Problem, UsageError
from kaartenspel.reading.find import NOT_BY_NAME


def new_deck(name: str, kind_name: str, folder: Path) -> Path:
    """Write `decks/NAME.yaml`; raises UsageError for a name that cannot be, and never writes over a file."""
    project = Project(folder)
    kind = _kind(project, kind_name)
    path = _path(name, "decks", project)
    write_data(folder / path, starter(name, kind, project))
    return path


def new_plan(name: str, folder: Path) -> Path:
    """Write `workshops/NAME.yaml`, under the same rules."""
    path = _path(name, "workshops", Project(folder))
    write_data(folder / path, plan_starter(name))
    return path


def _path(name: str, sort: str, project: Project) -> Path:
    """Where a file of this name goes; raises UsageError where one is already."""
    _check_name(name, sort, project)
    path = Path(sort) / f"{name}.yaml"
    if (project.folder / path).exists():
        message = _("{file} is there already").format(file=path.as_posix())
        raise UsageError([Problem(Code.DUPLICATE_DECK, message, hint=_("choose another name"))])
    return path


def _kind(project: Project, name: str) -> Kind:
    kind = project.kind(name, None)
    if kind is None:
        raise UsageError([unknown_name(_("kind of cards"), name, None, project.names("layouts/kinds"))])
    if project.problems:
        raise KaartenspelError(project.problems)
    return kind


def _check_name(name: str, sort: str, project: Project) -> None:
    """Raises UsageError for what cannot be a name, or is that of a file that came along, which it would hide."""
    try:
        ident(name)
    except PydanticCustomError as error:
        context = error.context or {}
        raise UsageError([Problem(Code.WRONG_VALUE, str(context["said"]), hint=str(context["hint"]))]) from None
    known = project.names(sort).get(name)
    if name in NOT_BY_NAME.get(sort, ()) or (known is not None and not known.own):
        message = _("‘{name}’ came along with the program already").format(name=name)
        raise UsageError([Problem(Code.DUPLICATE_DECK, message, hint=_("choose another name"))])
