"""Forms: those of a deck or a plan are looked up and set; only when all of them are right, files are written."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from kaartenspel.compose.form import form_pages
from kaartenspel.compose.form_pen import FormPen
from kaartenspel.drawing import Document, Drawing, Placed, Sheet
from kaartenspel.load.forms import form_use, forms_of_deck, forms_of_plan, no_cards
from kaartenspel.load.project import Project
from kaartenspel.load.wording import unknown_name
from kaartenspel.load.workshops import load_workshop
from kaartenspel.messages import _
from kaartenspel.model.card import LoadedDeck
from kaartenspel.model.plan import FormUse, LoadedPlan
from kaartenspel.outputs.files import write_file
from kaartenspel.outputs.fonts import Faces
from kaartenspel.press.build import raise_problems
from kaartenspel.press.choose import deck_paths, load_decks
from kaartenspel.press.finish import Progress
from kaartenspel.press.named import means_plan
from kaartenspel.press.request import STANDARD_THEME
from kaartenspel.press.script import plan_paths
from kaartenspel.press.version import LENGTH, version
from kaartenspel.problems import Code, Place, Problem, UsageError

FORM = "formulier"
"""What stands in the name of every form’s file."""
Write = Callable[[BinaryIO], None]


@dataclass(frozen=True, slots=True)
class FormsRequest:
    """The forms of a deck or plan: those named, or without a name all that belong to it."""

    name: str
    forms: tuple[str, ...] = ()
    theme: str = STANDARD_THEME
    fillable: bool = False
    output: Path = Path("output")
    edition: Path | None = None


@dataclass(frozen=True, slots=True)
class MadeForm:
    """A form that is set: `of` is the deck or plan that it was asked for, `file` the name of its PDF."""

    use: FormUse
    of: str
    file: str
    version: str
    pages: tuple[Drawing, ...]
    faces: Faces
    fillable: bool = False

    @property
    def document(self) -> Document:
        """The pages as one document."""
        sheets = tuple(Sheet(page.width, page.height, (Placed(page, 0.0, 0.0),)) for page in self.pages)
        return Document(_title(self.use), self.use.form.language, sheets, f"{self.of} {self.use.form.form}")

    def files(self) -> Iterator[tuple[str, Write]]:
        """The names of the files that it is written as, and what writes each into an open file."""
        from kaartenspel.outputs.pdf import write_pdf  # noqa: PLC0415  reportlab: only what writes a PDF needs it

        yield self.file, partial(write_pdf, self.document, self.faces)


@dataclass(frozen=True, slots=True)
class FormResult:
    """A form that was written."""

    form: str
    title: str
    pages: int
    files: tuple[Path, ...]


def forms(
    request: FormsRequest, folder: Path, *, strict: bool = False, progress: Progress = lambda _said: None
) -> tuple[list[FormResult], list[Problem]]:
    """Write the forms of a deck or plan; gives the results and the warnings.

    Raises KaartenspelError with every problem, and then nothing is written; UsageError for what does not exist;
    MachineError for a file that cannot be read or written.
    """
    project = Project(folder, request.edition)
    if project.theme(request.theme) is None:
        raise UsageError(project.problems)
    made = make_forms(project, request)
    raise_problems(project, strict=strict)
    results = [_write(form, request, progress) for form in made]
    return results, list(dict.fromkeys(project.problems))


def make_forms(project: Project, request: FormsRequest) -> list[MadeForm]:
    """The forms of a request, set; problems are noted in the project."""
    name, uses = _uses(project, request)
    several = {use.form.form for use in uses if sum(other.form.form == use.form.form for other in uses) > 1}
    made: list[MadeForm] = []
    for use in uses:
        of_deck = use.deck.deck.deck if use.deck and use.form.form in several and use.deck.deck.deck != name else ""
        parts = (name, FORM, use.form.form, of_deck, request.theme if request.theme != STANDARD_THEME else "")
        file = ".".join(part for part in (*parts, "invulbaar" if request.fillable else "", "pdf") if part)
        form = make_form(project, use, name, file, request.theme, fillable=request.fillable)
        made += [form] if form else []
    return made


def make_form(
    project: Project, use: FormUse, of: str, file: str, theme_name: str, *, fillable: bool = False
) -> MadeForm | None:
    """A form set in a theme; None, and problems, where it cannot be."""
    theme, words = project.theme(theme_name), project.words(use.form.language, None)
    if theme is None or words is None:
        return None
    faces = Faces(project.theme_fonts(theme))
    deck = use.deck if use.form.has_cards else None
    pen = FormPen(faces, theme, words, _place(use), project.school, form=use.form, deck=deck, cards=use.cards,
                  fillable=fillable)  # fmt: skip
    number = form_version(use, project, version(deck, use.cards, words) if deck else "")
    pages = form_pages(pen, number)
    project.problems += pen.problems
    return MadeForm(use, of, file, number, tuple(pages), faces, fillable) if pages and not pen.problems else None


def form_version(use: FormUse, project: Project, of_cards: str) -> str:
    """Six characters that change when what is printed changes: the form, the cards on it, the school."""
    school = project.school
    said = (use.form.model_dump_json(), of_cards, school.name if school else "",
            school.logo.key if school and school.logo else "")  # fmt: skip
    return sha256("\0".join(said).encode()).hexdigest()[:LENGTH]


def _title(use: FormUse) -> str:
    return f"{use.form.title} – {use.deck.deck.title}" if use.deck and use.form.has_cards else use.form.title


def _place(use: FormUse) -> Place | None:
    return use.deck.place if use.deck else None


def _uses(project: Project, request: FormsRequest) -> tuple[str, list[FormUse]]:
    """The name of the deck or plan, and the forms that are meant, with their cards."""
    if means_plan(project, request.name):
        (path,) = plan_paths(project, (request.name,))
        plan = load_workshop(project, path)
        uses = forms_of_plan(project, plan) if plan else []
        name, decks = (plan.workshop.workshop, _decks(plan)) if plan else (request.name, [])
    else:
        found = load_decks(project, deck_paths(project, (request.name,)), b"")
        uses = [use for deck in found for use in forms_of_deck(project, deck)]
        name, decks = (found[0].deck.deck if found else request.name), found
    if any(not problem.warning for problem in project.problems):
        return name, []
    return name, _asked(project, request, uses, decks)


def _decks(plan: LoadedPlan) -> list[LoadedDeck]:
    """The decks that a plan uses, each once."""
    uses = [
        use for meeting in plan.meetings for block in meeting.blocks for one in block.activities for use in one.uses
    ]
    return list({use.deck.deck.deck: use.deck for use in uses}.values())


def _asked(project: Project, request: FormsRequest, uses: list[FormUse], decks: list[LoadedDeck]) -> list[FormUse]:
    """The forms that are named, with the cards of the first deck that has any for them; all without a name."""
    known = project.names("layouts/forms")
    missing = [name for name in request.forms if name not in known]
    if missing:
        raise UsageError([unknown_name(_("form"), name, None, known) for name in missing])
    if not request.forms and not uses:
        said = _("no form belongs to ‘{name}’").format(name=request.name)
        hint = _("name the forms that you want: {forms}").format(forms=", ".join(known))
        raise UsageError([Problem(Code.UNKNOWN_NAME, said, hint=hint)])
    found: list[FormUse] = [] if request.forms else list(uses)
    for name in dict.fromkeys(request.forms):
        mine = [use for use in uses if use.form.form == name]
        found += mine or _other(project, name, decks)
    return found


def _other(project: Project, name: str, decks: list[LoadedDeck]) -> list[FormUse]:
    """A form that does not belong by itself but was asked for."""
    form = project.form(name)
    if form is None:
        return []
    if not form.has_cards:
        return [FormUse(form, None, ())]
    made = [use for deck in decks if (use := form_use(form, deck, None))]
    if not made:
        raise UsageError([no_cards(form, decks[0] if decks else None)])
    return made[:1]


def _write(made: MadeForm, request: FormsRequest, progress: Progress) -> FormResult:
    """The files of a form."""
    written: list[Path] = []
    for name, write in made.files():
        target = request.output / name
        progress(_("writing {file}").format(file=target.name))
        write_file(target, write)
        written.append(target)
    return FormResult(made.use.form.form, made.use.form.title, len(made.pages), tuple(written))


def forms_all(
    request: FormsRequest, editions: list[Path], folder: Path, *, strict: bool, progress: Progress
) -> tuple[list[FormResult], list[Problem]]:
    """The forms for each edition, each in a folder of its own; without an edition the forms themselves."""
    results: list[FormResult] = []
    problems: list[Problem] = []
    for edition in (*editions,) or (None,):
        asked = request
        if edition is not None:
            asked = replace(request, edition=edition, output=request.output / edition.resolve().name)
        made, told = forms(asked, folder, strict=strict, progress=progress)
        results += made
        problems += told
    return results, problems
