"""Builds for schools: which editions are meant, where their files go, and what is remembered of the shipped decks."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from kaartenspel.load.editions import FILE, FOLDER
from kaartenspel.load.project import Project
from kaartenspel.load.wording import unknown_name
from kaartenspel.messages import _
from kaartenspel.press.build import Progress, build
from kaartenspel.press.lock import remember
from kaartenspel.press.request import BuildRequest, Result
from kaartenspel.press.script_request import ScriptRequest, ScriptResult
from kaartenspel.problems import KaartenspelError, Problem, UsageError

_WILD = "*?["


def own_editions(folder: Path) -> dict[str, Path]:
    """The editions of a project by name."""
    found = sorted((folder / FOLDER).glob(f"*/{FILE}"))
    return {path.parent.name: path.parent for path in found}


def find_editions(names: Iterable[str], folder: Path) -> list[Path]:
    """The folders of the editions that are meant by name, path or pattern; raises UsageError for one not there."""
    known = own_editions(folder)
    found: list[Path] = []
    problems: list[Problem] = []
    for name in names:
        paths = _meant(name, known, folder)
        if not paths:
            problems.append(unknown_name(_("edition"), name, None, known))
        found += paths
    if problems:
        raise UsageError(problems)
    return list({path.resolve(): path for path in found}.values())


def is_edition(name: str, folder: Path) -> bool:
    """Whether a name is that of an edition, its folder or its file, and no deck's or plan's."""
    path = Path(name)
    return name in own_editions(folder) or path.name == FILE or (path / FILE).is_file()


def _meant(name: str, known: dict[str, Path], folder: Path) -> list[Path]:
    if name in known:
        return [known[name]]
    path = Path(name)
    if any(mark in name for mark in _WILD):
        found = sorted(path.parent.glob(path.name)) or sorted((folder / FOLDER).glob(name))
        return [path for path in found if (path / FILE).is_file()]
    path = path.parent if path.name == FILE else path
    return [path] if (path / FILE).is_file() else []


def of_edition(request: BuildRequest, edition: Path) -> BuildRequest:
    """The request for one edition: its PDFs lie in a folder of its own."""
    return replace(request, edition=edition, output=request.output / edition.resolve().name)


def script_all(
    request: ScriptRequest, editions: list[Path], folder: Path, *, strict: bool, progress: Progress
) -> tuple[list[ScriptResult], list[Problem]]:
    """The scripts for each edition, each in a folder of its own; without an edition the scripts themselves."""
    from kaartenspel.press.script import script  # noqa: PLC0415  a build has no script

    results: list[ScriptResult] = []
    problems: list[Problem] = []
    for edition in (*editions,) or (None,):
        asked = request
        if edition is not None:
            asked = replace(request, edition=edition, output=request.output / edition.resolve().name)
        made, told = script(asked, folder, strict=strict, progress=progress)
        results += made
        problems += told
    return results, problems


def build_all(
    request: BuildRequest, editions: list[Path], folder: Path, *, strict: bool, progress: Progress
) -> tuple[list[Result], list[Problem]]:
    """The build for each edition, or without one the build itself; an edition that is not right keeps no other back.

    Raises KaartenspelError with the problems of all editions that are not right, after the others were written.
    """
    if not editions:
        return build(request, folder, strict=strict, progress=progress)
    results: list[Result] = []
    warnings: list[Problem] = []
    wrong: list[Problem] = []
    for edition in editions:
        project = Project(folder, edition)
        try:
            made, told = build(of_edition(request, edition), folder, strict=strict, progress=progress, project=project)
        except KaartenspelError as error:
            if type(error) is not KaartenspelError or len(editions) == 1:
                raise
            wrong += error.problems
            continue
        remember(project)
        results += made
        warnings += told
    if wrong:
        raise KaartenspelError([*wrong, *warnings])
    return results, warnings
