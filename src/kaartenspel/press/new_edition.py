"""A first edition for a school: a folder with its logo and a file that says in its lines what may be changed."""

import json
import shutil
from pathlib import Path

from pydantic_core import PydanticCustomError

from kaartenspel.load.editions import FILE, FOLDER
from kaartenspel.messages import _
from kaartenspel.model.edition import FROM_LOGO
from kaartenspel.model.values import colour, ident
from kaartenspel.outputs.files import write_data
from kaartenspel.pictures.load import load_picture
from kaartenspel.problems import Code, KaartenspelError, MachineError, Problem, UsageError
from kaartenspel.reading.find import shipped

EXAMPLE = "de-regenboog"
"""The edition of an invented school that comes along."""
TEXT = """\
# {about}
# kaartenspel build --edition {name}     — {builds}
# kaartenspel edition status {name}      — {status}
edition: {name}
{school}
{logo}
{colours}

# {vision_about}
{vision}

# {decks_about}
# decks:
#   stellingenspel:
#     title: {title}
#     hide: [cultuur-2]
#     replace:
#       cultuur-1:
#         text: {words}
#     groups:
#       onze-school: {{title: {group}, code: S}}
#     add:
#       - id: school-1
#         group: onze-school
#         text: {words}
#         question: {question}
#     order: [onze-school]
"""


def new_edition(
    name: str, folder: Path, *, school: str | None, logo: Path | None, colours: tuple[str, ...], vision: tuple[str, ...]
) -> Path:
    """Write `editions/NAME/edition.yaml` and copy the logo beside it; gives the file.

    Raises UsageError for a name or colour that cannot be, or an edition that is there already; KaartenspelError for
    a logo that cannot be printed.
    """
    _check_name(name)
    path = Path(FOLDER) / name / FILE
    _check_free(folder, path, _("choose another name"))
    checked = _checked_colours(colours, logo)
    if logo is not None:
        _copy(logo, folder / path.parent)
    write_data(folder / path, _text(name, school, logo, checked, vision))
    return path


def copy_example(folder: Path) -> Path:
    """Copy the edition that comes along into this folder; gives its file.

    Raises UsageError where it is there already; MachineError where it cannot be written.
    """
    path = Path(FOLDER) / EXAMPLE / FILE
    _check_free(folder, path, _("remove or rename it first"))
    for file in sorted((shipped(FOLDER) / EXAMPLE).iterdir()):
        write_data(folder / path.parent / file.name, file.read_bytes())
    return path


def _check_free(folder: Path, path: Path, hint: str) -> None:
    """Nothing of the school's is written over."""
    if (folder / path).exists():
        message = _("{file} is there already").format(file=path.as_posix())
        raise UsageError([Problem(Code.DUPLICATE_DECK, message, hint=hint)])


def _text(name: str, school: str | None, logo: Path | None, colours: list[str], vision: tuple[str, ...]) -> str:
    """The file; what was not said stands there as a comment, to be filled in."""
    quoted = ", ".join(f"'{colour}'" for colour in colours)
    named, example = _("The name of the school"), _("Every child belongs.")
    said = "\n".join(["vision:", *(f"  - {_quoted(statement)}" for statement in vision)])
    return TEXT.format(
        name=name, title=_("Our own title"), words=_("Our own words."), group=_("Our school"),
        question=_("What do you see of it?"),
        about=_("What is our school’s own about the decks. What stands behind ‘# ’ is not printed."),
        builds=_("makes the PDFs in output/{name}").format(name=name),
        status=_("tells what changed in the decks that came along"),
        vision_about=_("Statements of your vision: they become cards and a poster."),
        decks_about=_("A deck in your own words: remove the ‘# ’ from the lines that you want."),
        school=f"name: {_quoted(school)}" if school else f"# name: {named}",
        logo=f"logo: {_quoted(logo.name)}" if logo else "# logo: logo.svg",
        colours=f"colours: [{quoted}]" if colours else "# colours: ['#0f6e78', '#b45309']",
        vision=said if vision else f"# vision:\n#   - {example}",
    )  # fmt: skip


def _quoted(text: str) -> str:
    """A text in double quotes, as JSON and YAML both write it."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def _checked_colours(colours: tuple[str, ...], logo: Path | None) -> list[str]:
    """The colours as they are written; raises UsageError for what is none."""
    found: list[str] = []
    for given in colours:
        text = given if given == FROM_LOGO or given.startswith("#") else f"#{given}"
        try:
            found.append(text if text == FROM_LOGO else str(colour(text)))
        except PydanticCustomError as error:
            raise _refused(error) from None
    if FROM_LOGO in found and logo is None:
        raise UsageError([Problem(Code.MISSING_FIELD, _("‘logo’ as a colour needs a logo: give --logo too"))])
    if len(found) > 2:
        raise UsageError([Problem(Code.WRONG_VALUE, _("an edition has two colours at most"))])
    return found


def _copy(logo: Path, folder: Path) -> None:
    """The logo in the edition's folder, when it can be printed."""
    _picture, problems = load_picture(logo.parent, logo.name, None)
    if any(not problem.warning for problem in problems):
        raise KaartenspelError(problems)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / logo.name).exists() or not logo.samefile(folder / logo.name):
            shutil.copyfile(logo, folder / logo.name)
    except OSError as error:
        message = _("cannot write {file}: {reason}").format(file=folder / logo.name, reason=error.strerror)
        raise MachineError([Problem(Code.CANNOT_WRITE, message)]) from error


def _check_name(name: str) -> None:
    try:
        ident(name)
    except PydanticCustomError as error:
        raise _refused(error) from None


def _refused(error: PydanticCustomError) -> UsageError:
    context = error.context or {}
    return UsageError([Problem(Code.WRONG_VALUE, str(context["said"]), hint=str(context["hint"]))])
