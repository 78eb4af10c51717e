"""A check: every file of a project, or those named, read and composed as they would be for paper; nothing written."""

from pathlib import Path
from typing import Literal

from kaartenspel.load.advice import advise
from kaartenspel.load.editions import FILE
from kaartenspel.load.goals import check_goal_file
from kaartenspel.load.layouts import SORTS
from kaartenspel.load.project import Project
from kaartenspel.load.wording import unknown_name
from kaartenspel.messages import _
from kaartenspel.press.build import make_jobs
from kaartenspel.press.choose import STANDARD_INPUT
from kaartenspel.press.editions import find_editions, is_edition, own_editions
from kaartenspel.press.request import BuildRequest
from kaartenspel.press.script_check import check_plan
from kaartenspel.problems import Problem, UsageError
from kaartenspel.reading.collector import without_collector
from kaartenspel.reading.files import shown
from kaartenspel.reading.values import Fields


def check(names: tuple[str, ...], folder: Path, stdin: bytes = b"") -> tuple[list[Problem], list[str]]:
    """The problems, and the names of the files that were looked at. Raises UsageError for files that are not there."""
    with without_collector():
        project = Project(folder)
        paths = _paths(project, names)
        sorts = {path: _sort(project, path) for path in paths}
        decks = tuple(str(path or STANDARD_INPUT) for path in paths if sorts[path] == "deck")
        for path in paths:
            if path is not None and sorts[path] == "layout":
                _check_layout(project, path)
            if path is not None and sorts[path] == "plan":
                check_plan(project, path)
        if decks:
            _check_decks(project, BuildRequest(decks=decks, stdin=stdin))
        editions = _editions(folder, names)
        for edition in editions:
            theirs = Project(folder, edition)
            check_edition(theirs)
            project.problems += theirs.problems
    looked = [*(shown(path) if path else STANDARD_INPUT for path in paths), *(shown(one / FILE) for one in editions)]
    return list(dict.fromkeys(project.problems)), looked


def _check_decks(project: Project, request: BuildRequest) -> None:
    """Decks as a build would take them, and advice on texts that need not be changed anyhow."""
    jobs = make_jobs(project, request)
    wrong = {problem.place for problem in project.problems if problem.place}
    for job in jobs:
        if not (project.edition and job.deck.place.source == project.edition.value.place.source):  # a vision is no deck
            project.problems += advise(project, job.deck, wrong)


def _editions(folder: Path, names: tuple[str, ...]) -> list[Path]:
    """The editions that are named, or all of the project."""
    return find_editions(
        [name for name in names if is_edition(name, folder)] if names else own_editions(folder), folder
    )


def check_edition(project: Project) -> None:
    """What is wrong in an edition, and in the decks that it changes, as a build for the school would take them."""
    edition = project.edition_folder
    if edition is None:
        raise ValueError("a project without an edition")
    known = project.names("decks")
    mine = [name for name, found in known.items() if found.path.is_relative_to(edition)]
    changed = [name for name in (project.edition.edition.decks if project.edition else ()) if name in known]
    if decks := tuple(dict.fromkeys((*changed, *mine))):
        _check_decks(project, BuildRequest(decks=decks, edition=edition))


def _paths(project: Project, names: tuple[str, ...]) -> list[Path | None]:
    """The files named, or all of the project: own ones, or the shipped ones where there are none."""
    if names:
        return _named(project, names)
    own = any(found.own for sort in ("decks", "workshops") for found in project.names(sort).values())
    paths: list[Path | None] = []
    for sort in ("decks", *SORTS, "workshops"):
        paths += [found.path for found in project.names(sort).values() if found.own or not own]
    register = project.folder / "decks" / "sources.yaml"
    return [*paths, *([register] if register.is_file() else [])]


def _named(project: Project, names: tuple[str, ...]) -> list[Path | None]:
    """The files of these names; None is standard input."""
    names = tuple(name for name in names if not is_edition(name, project.folder))
    known = {**project.names("workshops"), **project.names("decks")}
    there = {name: known[name].path if name in known else Path(name) for name in names}
    missing = [name for name, path in there.items() if name != STANDARD_INPUT and not path.exists()]
    if missing:
        raise UsageError([unknown_name(_("file, deck or plan"), name, None, known) for name in missing])
    return [None if name == STANDARD_INPUT else path for name, path in there.items()]


def _sort(project: Project, path: Path | None) -> Literal["deck", "layout", "plan"]:
    """What a file is, by the fields that it has; one that says nothing we know, by its folder."""
    value = project.value(path) if path is not None else None
    named = {key.text for key, _value in value.entries} if isinstance(value, Fields) else set()
    if "workshop" in named:
        return "plan"
    if "deck" not in named and named & {"sources", *(sort.key for sort in SORTS.values())}:
        return "layout"
    return "plan" if "deck" not in named and path is not None and path.parent.name == "workshops" else "deck"


def _check_layout(project: Project, path: Path) -> None:
    """A kind, theme, size, paper, sheet or register, by the first field that it has."""
    value = project.value(path)
    if isinstance(value, Fields) and value.get("sources") is not None:
        project.check_register(path)
    elif isinstance(value, Fields):
        named = {key.text for key, _value in value.entries}
        # the first field of a file tells its sort: a kind may name a size further on
        order = sorted(SORTS, key=lambda sort: next(iter(value.entries))[0].text != SORTS[sort].key)
        sort = next(sort for sort in order if SORTS[sort].key in named)
        project.check_file(sort, path)
        if sort == "layouts/goals":
            check_goal_file(project, path)
