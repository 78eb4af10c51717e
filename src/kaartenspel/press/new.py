"""A first deck for who begins: it builds at once, and its lines say what may be changed."""

from pathlib import Path

from pydantic_core import PydanticCustomError

from kaartenspel.load.project import Project
from kaartenspel.load.wording import unknown_name
from kaartenspel.messages import _
from kaartenspel.model.kind import Kind
from kaartenspel.model.values import ident
from kaartenspel.outputs.files import write_file
from kaartenspel.press.starter import starter
from kaartenspel.problems import Code, KaartenspelError, Problem, UsageError
from kaartenspel.reading.find import NOT_BY_NAME


def new_deck(name: str, kind_name: str, folder: Path) -> Path:
    """Write `decks/NAME.yaml`; raises UsageError for a name that cannot be, and never writes over a file."""
    project = Project(folder)
    kind = _kind(project, kind_name)
    _check_name(name, project)
    path = Path("decks") / f"{name}.yaml"
    target = folder / path
    if target.exists():
        message = _("{file} is there already").format(file=path.as_posix())
        raise UsageError([Problem(Code.DUPLICATE_DECK, message, hint=_("choose another name"))])
    text = starter(name, kind, project)
    write_file(target, lambda stream: _write(stream, text))
    return path


def _write(stream: object, text: str) -> None:
    stream.write(text.encode())  # type: ignore[attr-defined]  # a binary stream


def _kind(project: Project, name: str) -> Kind:
    kind = project.kind(name, None)
    if kind is None:
        raise UsageError([unknown_name(_("kind of cards"), name, None, project.names("layouts/kinds"))])
    if project.problems:
        raise KaartenspelError(project.problems)
    return kind


def _check_name(name: str, project: Project) -> None:
    """Raises UsageError for what cannot name a deck, or names one that came along, which it would hide."""
    try:
        ident(name)
    except PydanticCustomError as error:
        context = error.context or {}
        raise UsageError([Problem(Code.WRONG_VALUE, str(context["said"]), hint=str(context["hint"]))]) from None
    known = project.names("decks").get(name)
    if name in NOT_BY_NAME["decks"] or (known is not None and not known.own):
        message = _("‘{name}’ came along with the program already").format(name=name)
        raise UsageError([Problem(Code.DUPLICATE_DECK, message, hint=_("choose another name"))])
