"""A first deck for who begins: it builds at once, and its lines say what may be changed."""

from pathlib import Path

from pydantic_core import PydanticCustomError

from kaartenspel.load.project import Project
from kaartenspel.load.wording import unknown_name
from kaartenspel.messages import _
from kaartenspel.model.kind import FieldSpec, Kind, TextPart
from kaartenspel.model.values import ident
from kaartenspel.outputs.files import write_file
from kaartenspel.problems import Code, KaartenspelError, Problem, UsageError
from kaartenspel.reading.find import NOT_BY_NAME

HEAD = """\
# {explain}
# kaartenspel check {name}     {checks}
# kaartenspel build {name}     {builds}
deck: {name}
title: {title}
subtitle: {subtitle}
kind: {kind}
language: nl
groups:
  eerste: {{title: {group}, code: A}}
cards:
"""

LARGE = 16
"""The smallest type, in points, that is meant for a word and not for a sentence."""


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
    large = _large(project, kind)
    text = _head(name, kind) + "".join(_card(kind, number, large) for number in (1, 2))
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


def _head(name: str, kind: Kind) -> str:
    return HEAD.format(
        name=name, kind=kind.kind, title=name.replace("-", " ").capitalize(), subtitle=_("What it is for, in one line"),
        group=_("First group"), explain=_("Your own deck. What stands behind ‘# ’ is for you and is not printed."),
        checks=_("# shows what is not right yet"), builds=_("# makes the PDF in the folder output"),
    ).replace("     # ", "     — ")  # fmt: skip


def _large(project: Project, kind: Kind) -> set[str]:
    """The fields that are read across a room: a word is all they hold."""
    theme = project.theme("standard")
    styles = theme.styles if theme else {}
    shown = [(part.field, styles.get(part.style)) for face in (kind.front, kind.back) for part in face.regions
             if isinstance(part, TextPart)]  # fmt: skip
    return {field for field, style in shown if field and style and style.smallest >= LARGE}


def _card(kind: Kind, number: int, large: set[str]) -> str:
    """A card with each required field filled, and the others shown as a comment."""
    lines = [f"  - id: kaart-{number}", "    group: eerste"]
    for name, spec in kind.fields.items():
        if not spec.required:
            lines.append(f"    # {name}: {_about(spec)}")
        elif name in large:
            lines.append(f"    {name}: {number}  # {_about(spec)}")
        else:
            lines += _field(name, spec, number)
    return "\n".join(lines) + "\n"


def _about(spec: FieldSpec) -> str:
    return spec.label + (f" ({spec.description})" if spec.description else "")


def _field(name: str, spec: FieldSpec, number: int) -> list[str]:
    """A required field with a first value that the kind accepts."""
    if spec.type in ("list", "steps"):
        return [f"    {name}:", *(f"      - {spec.label} {item + 1}" for item in range(spec.least or 2))]
    values = {
        "number": str(spec.least or 1), "minutes": str(max(spec.least or 1, 15)), "link": "https://www.example.nl",
        "choice": spec.choices[0] if spec.choices else "", "group-size": "{in: duo’s, least: 2, most: 30}",
    }  # fmt: skip
    return [f"    {name}: {values.get(spec.type, f'{spec.label} {number}')}"]
