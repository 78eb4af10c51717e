"""A script: plans are loaded, reckoned and set; only when all of them are right, files are written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kaartenspel.load.project import Project
from kaartenspel.load.wording import unknown_name
from kaartenspel.load.workshops import load_workshop
from kaartenspel.messages import _, plural
from kaartenspel.model.clock import as_clock
from kaartenspel.model.plan import LoadedPlan
from kaartenspel.model.script import Script
from kaartenspel.model.theme import Theme
from kaartenspel.model.words import Words
from kaartenspel.outputs.fonts import Faces
from kaartenspel.plan.phrases import Phrases
from kaartenspel.plan.schedule import Conflict
from kaartenspel.plan.script import make_script, timetables, troubles
from kaartenspel.plan.supplies import form_needs, needs
from kaartenspel.press.build import raise_problems
from kaartenspel.press.finish import Progress
from kaartenspel.press.prints import Counted, CountedForm, count_forms, count_prints, find_problems
from kaartenspel.press.script_formats import Copy, copies, write_copy
from kaartenspel.press.script_pdf import Setting
from kaartenspel.press.script_request import ScriptRequest, ScriptResult
from kaartenspel.problems import Code, Place, Problem, UsageError


@dataclass(frozen=True, slots=True)
class Ready:
    """A script with everything that its files are made of."""

    script: Script
    words: Words
    theme: Theme
    faces: Faces
    place: Place
    prints: tuple[Counted | CountedForm, ...]


def script(
    request: ScriptRequest, folder: Path, *, strict: bool = False, progress: Progress = lambda _said: None
) -> tuple[list[ScriptResult], list[Problem]]:
    """Write the scripts of a request; gives the results and the warnings.

    Raises KaartenspelError with every problem of every plan, and then nothing is written; UsageError for what does
    not exist; MachineError for a file that cannot be read or written.
    """
    project = Project(folder, request.edition)
    if project.theme(request.theme) is None:
        raise UsageError(project.problems)
    plans = [plan for path in plan_paths(project, request.plans) if (plan := _load(project, path, request))]
    made: list[tuple[Ready, list[Copy], list[Copy]]] = []
    for plan in plans:
        progress(_("reckoning {plan}").format(plan=plan.workshop.workshop))
        ready = _ready(project, plan, request)
        if ready is not None:
            made.append((ready, list(copies(ready, request, project)), list(_prints(ready, request, project))))
    raise_problems(project, strict=strict)
    results = [_write(ready, files, prints, progress) for ready, files, prints in made]
    return results, list(dict.fromkeys(project.problems))


def plan_paths(project: Project, names: tuple[str, ...]) -> list[Path]:
    """The files of plans; with no name the project's own, or else the shipped ones. Raises UsageError."""
    known = project.names("workshops")
    if not names:
        own = [found.path for found in known.values() if found.own]
        return own or [found.path for found in known.values()]
    paths = {name: known[name].path if name in known else Path(name) for name in dict.fromkeys(names)}
    missing = [name for name, path in paths.items() if not path.is_file()]
    if missing:
        raise UsageError([unknown_name(_("plan"), name, None, known) for name in missing])
    return list(paths.values())


def _load(project: Project, path: Path, request: ScriptRequest) -> LoadedPlan | None:
    return load_workshop(
        project, path, participants=request.participants, start=request.start, end=request.end, date=request.date
    )


def _ready(project: Project, plan: LoadedPlan, request: ScriptRequest) -> Ready | None:
    """A plan reckoned; what does not add up is noted as a warning, at the block that it is about."""
    theme, words = project.theme(request.theme), project.words(plan.workshop.language, plan.place)
    if theme is None or words is None:
        return None
    project.problems += conflicts(plan)
    say, name = Phrases(words), plan.workshop.workshop
    decks = count_prints(project, needs(plan), request.theme, say)
    prints: tuple[Counted | CountedForm, ...] = (
        *decks,
        *count_forms(project, form_needs(plan), name, request.theme, say),
    )
    if request.prints:
        find_problems(project, decks)
    made = make_script(plan, words, [counted.told for counted in prints])
    return Ready(made, words, theme, Faces(project.theme_fonts(theme)), plan.place, prints)


def conflicts(plan: LoadedPlan) -> Iterator[Problem]:
    """What does not fit on the clock, at the stations or in the groups, as warnings."""
    tables = timetables(plan)
    for said, block in troubles(plan, tables):
        code, place = (Code.NO_ROOM, block.place) if block else (Code.WRONG_VALUE, None)
        yield Problem(code, said, place or plan.place, warning=True)
    for table in tables:
        for conflict in table.schedule.conflicts:
            place = table.blocks[conflict.id].place or plan.place
            yield Problem(Code.TIMES, _said(conflict), place, _slack(conflict), warning=True)


def _said(conflict: Conflict) -> str:
    """What does not fit, and by how many minutes."""
    count, clock = conflict.minutes, as_clock(conflict.at)
    if conflict.kind == "overlap":
        said = plural(
            "‘{title}’ is fixed at {clock}, but what comes before runs on for {count} minute: an overlap",
            "‘{title}’ is fixed at {clock}, but what comes before runs on for {count} minutes: an overlap",
            count,
        )
    else:
        said = plural(
            "{count} minute too long: it must be over at {clock}",
            "{count} minutes too long: it must be over at {clock}",
            count,
        )
    return said.format(title=conflict.title, clock=clock, count=count)


def _slack(conflict: Conflict) -> str:
    """Which blocks can be shorter."""
    if not conflict.slack:
        return _("no block can be shorter: give a block ‘least’, or another ‘minutes’")
    blocks = ", ".join(f"{part.title} ({part.minutes} min)" for part in conflict.slack)
    return _("these can be shorter: {blocks}").format(blocks=blocks)


def _prints(ready: Ready, request: ScriptRequest, project: Project) -> Iterator[Copy]:
    """The PDFs that the plan has printed, in a folder of their own with a slip for the caretaker."""
    if not request.prints or not ready.prints:
        return
    from kaartenspel.press.slip import NAME, slip  # noqa: PLC0415  a script without prints starts sooner

    folder = request.output / f"{ready.script.name}-printen"
    setting = Setting(project, ready.theme, ready.words, ready.faces, ready.place, project.school)
    write, problems = slip(setting, ready.script)
    project.problems += problems
    yield Copy(folder / NAME, write)
    for one in ready.prints:
        yield Copy(folder / one.told.file, one.write)


def _write(ready: Ready, files: Iterable[Copy], prints: Iterable[Copy], progress: Progress) -> ScriptResult:
    """The files of one script, and its prints where they were asked for."""
    written: list[Path] = []
    moved: list[Path] = []
    for copy in (*files, *prints):
        progress(_("writing {file}").format(file=copy.target.name))
        path = write_copy(copy)
        written.append(path)
        moved += [path] if path != copy.target else []
    return ScriptResult(ready.script, tuple(written), tuple(moved))
