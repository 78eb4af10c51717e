"""Builds for schools: which editions are meant, where their files go, and what is remembered of the shipped decks."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from kaartenspel.load.editions import FILE, FOLDER
from kaartenspel.load.wording import unknown_name
from kaartenspel.messages import _
from kaartenspel.press.crew import shared_out
from kaartenspel.press.finish import Progress
from kaartenspel.press.outcome import Made, Outcome, outcome, together
from kaartenspel.press.part import shares
from kaartenspel.press.request import BuildRequest, Result
from kaartenspel.press.script_request import ScriptRequest, ScriptResult
from kaartenspel.press.series import Series
from kaartenspel.problems import Code, Problem, UsageError
from kaartenspel.reading.files import shown

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


def check_folders(editions: list[Path]) -> None:
    """Raises UsageError for editions of one name: the files of one would take the place of the other's."""
    first: dict[str, Path] = {}
    problems: list[Problem] = []
    for edition in editions:
        name = edition.resolve().name.casefold()  # Windows and macOS keep School and school in one folder
        other = first.setdefault(name, edition)
        if other != edition:
            said = _("two editions have one name, and so one folder for their files: {one} and {other}")
            said = said.format(one=shown(other), other=shown(edition))
            hint = _("build them one by one, each with its own --output, or rename a folder")
            problems.append(Problem(Code.DUPLICATE_ID, said, hint=hint))
    if problems:
        raise UsageError(problems)


def script_all(
    request: ScriptRequest, editions: list[Path], folder: Path, *, strict: bool, progress: Progress
) -> Made[ScriptResult]:
    """The scripts for each edition, each in a folder of its own; without an edition the scripts themselves."""
    from kaartenspel.press.script import script  # noqa: PLC0415  a build has no script

    check_folders(editions)
    outcomes: list[Outcome[ScriptResult]] = []
    for edition in (*editions,) or (None,):
        name, asked = "", request
        if edition is not None:
            name = edition.resolve().name
            asked = replace(request, edition=edition, output=request.output / name)
        outcomes.append(outcome(name, partial(script, asked, folder, strict=strict, progress=progress)))
    return together(outcomes)


def build_all(
    request: BuildRequest, editions: list[Path], folder: Path, *, strict: bool, progress: Progress
) -> Made[Result]:
    """The build for each edition, or without one the build itself; an edition that is not right keeps no other back.

    Raises UsageError where two editions would write the same files; nothing was written then.
    """
    check_folders(editions)
    series = Series(request, folder, strict=strict, progress=progress)
    dealt = shares(request.part, editions or (None,), request.decks, folder, series.reader)
    if request.jobs == 1 or len(dealt) < 2:
        return together(map(series.made, dealt))
    return together(shared_out(request, dealt, folder, strict=strict, progress=progress))
