"""Forms: those of a deck or a plan are looked up and set; only when all of them are right, files are written."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from kaartenspel.load.forms import form_use, forms_of_deck, forms_of_plan, no_cards
from kaartenspel.load.project import Project
from kaartenspel.load.scoring import scoring
from kaartenspel.load.wording import unknown_name
from kaartenspel.load.workshops import load_workshop
from kaartenspel.messages import _
from kaartenspel.model.card import LoadedDeck
from kaartenspel.model.plan import FormUse, LoadedPlan
from kaartenspel.outputs.files import write_file
from kaartenspel.press.build import raise_problems
from kaartenspel.press.choose import deck_paths, load_decks
from kaartenspel.press.editions import check_folders
from kaartenspel.press.finish import Progress
from kaartenspel.press.form import FORM, MadeForm, make_form
from kaartenspel.press.named import means_plan
from kaartenspel.press.outcome import Made, Outcome, outcome, together
from kaartenspel.press.request import STANDARD_THEME
from kaartenspel.press.script import plan_paths
from kaartenspel.problems import Code, Problem, UsageError


@dataclass(frozen=True, slots=True)
class FormsRequest:
    """The forms of a deck or plan: those named, or without a name all that belong to it."""

    name: str
    forms: tuple[str, ...] = ()
    theme: str = STANDARD_THEME
    fillable: bool = False
    scored: bool = False
    output: Path = Path("output")
    edition: Path | None = None


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
    if request.scored and not any(scoring(form.use) for form in made):
        said = _("none of these forms has answers to count")
        raise UsageError([Problem(Code.WRONG_VALUE, said, hint=_("leave out --scores"))])
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
        form = make_form(project, use, name, file, request.theme, fillable=request.fillable, scored=request.scored)
        made += [form] if form else []
    return made


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
) -> Made[FormResult]:
    """The forms for each edition, each in a folder of its own; without an edition the forms themselves."""
    check_folders(editions)
    outcomes: list[Outcome[FormResult]] = []
    for edition in (*editions,) or (None,):
        name, asked = "", request
        if edition is not None:
            name = edition.resolve().name
            asked = replace(request, edition=edition, output=request.output / name)
        outcomes.append(outcome(name, partial(forms, asked, folder, strict=strict, progress=progress)))
    return together(outcomes)
