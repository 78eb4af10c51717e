"""Building again what has changed. The files are asked for their times a few times a second: that works everywhere.

A PDF is only ever replaced by a whole one, so that the last good one stays while a deck has problems.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import monotonic, sleep

from kaartenspel.load.project import Project
from kaartenspel.messages import _
from kaartenspel.press.build import build
from kaartenspel.press.choose import deck_paths
from kaartenspel.press.finish import Progress
from kaartenspel.press.request import BuildRequest, Result
from kaartenspel.press.trail import Stamp, Trail, stamp
from kaartenspel.problems import Code, KaartenspelError, MachineError, Problem, UsageError
from kaartenspel.reading.files import shown

POLL, TICK = 0.4, 0.1
GRACE = 1.0
"""Seconds that a file may be missing or empty while an editor saves it, before that is taken for meant."""
RETRY = 2.0
"""Seconds until a PDF that another program held is tried again."""
Rest = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to a deck. After a failed build the earlier PDF is still there; `mended` is good after failed."""

    deck: str
    results: tuple[Result, ...] = ()
    problems: tuple[Problem, ...] = ()
    seconds: float = 0.0
    failed: bool = False
    mended: bool = False
    gone: bool = False


def watch(
    request: BuildRequest, folder: Path, *, strict: bool = False, progress: Progress | None = None, rest: Rest = sleep
) -> Iterator[Event]:
    """Build all decks, then each again that changes, without end; what happens is given one by one.

    Raises KaartenspelError where there is nothing to begin with: a deck, theme or size that does not exist.
    """
    decks = _Decks(folder, request.decks, request.edition)
    watcher = _Watcher(decks, request, folder, strict, progress or (lambda _said: None))
    yield from watcher.round(first=True)
    while True:
        rest(POLL)
        if watcher.is_due():
            _settle(watcher, rest)
            yield from watcher.round()


class _Decks:
    """The files that a command means, as they come and go; without names all of the project's own."""

    def __init__(self, folder: Path, names: tuple[str, ...], edition: Path | None) -> None:
        self.folder, self.own = folder, False
        project = Project(folder, edition)
        self.named = [path for path in deck_paths(project, names) if path] if names or edition else []
        first: dict[str, Path] = {}
        for path in self.named:
            if first.setdefault(path.stem, path) != path:
                message = _("two files make the deck ‘{deck}’: {one} and {other}")
                message = message.format(deck=path.stem, one=shown(first[path.stem]), other=shown(path))
                raise UsageError([Problem(Code.DUPLICATE_DECK, message)])

    def present(self) -> list[Path]:
        """The decks that are there. Who has had decks of their own never gets the shipped ones in their place."""
        if self.named:
            return [path for path in self.named if path.is_file()]
        known = Project(self.folder).names("decks").values()
        own = [found.path for found in known if found.own]
        self.own = self.own or bool(own)
        return own if self.own else [found.path for found in known]


@dataclass(slots=True)
class _Built:
    """The last build of a deck: what it read, what was wrong, and when it must be tried again whatever happens."""

    trail: Trail
    problems: tuple[Problem, ...] = ()
    failed: bool = False
    gone: bool = False
    retry: float | None = None

    def is_due(self) -> bool:
        return self.gone or (self.retry is not None and monotonic() >= self.retry) or self.trail.changed()


@dataclass(slots=True)
class _Watcher:
    """The decks, each with its last build."""

    decks: _Decks
    request: BuildRequest
    folder: Path
    strict: bool
    progress: Progress
    built: dict[Path, _Built] = field(default_factory=dict)
    listing: tuple[Problem, ...] = ()

    def is_due(self) -> bool:
        """Whether anything is to be done."""
        try:
            present = self.decks.present()
        except KaartenspelError as error:
            return error.problems != self.listing
        return bool(self.listing or self._lost(present) or any(self._is_due(path) for path in present))

    def stamps(self) -> dict[Path, Stamp | None]:
        """How every file is that matters."""
        paths = {path for built in self.built.values() if not built.gone for path in (*built.trail.stamps,)}
        return {path: stamp(path) for path in paths}

    def round(self, *, first: bool = False) -> Iterator[Event]:
        """Build what is due, and tell what is gone."""
        try:
            present = self.decks.present()
        except KaartenspelError as error:
            if first:
                raise
            self.listing = error.problems
            yield Event("decks", problems=error.problems, failed=True)
            return
        if self.listing:
            self.listing = ()
            yield Event("decks", mended=True)
        for path in filter(self._is_due, present):
            yield from self._build(path, first=first)
        for path in self._lost(present):
            self.built[path].gone = True
            yield Event(shown(path), gone=True)

    def _lost(self, present: list[Path]) -> list[Path]:
        return [path for path, built in self.built.items() if path not in present and not built.gone]

    def _is_due(self, path: Path) -> bool:
        return path not in self.built or self.built[path].is_due()

    def _build(self, path: Path, *, first: bool) -> Iterator[Event]:
        """One build; nothing is told of a second attempt that ended as the first."""
        before, now = self.built.get(path), _Built(Trail(self.folder, self.request.edition))
        now.trail.note(path)
        request, start = replace(self.request, decks=(str(path),)), monotonic()
        results: list[Result] = []
        try:
            results, warnings = build(
                request, self.folder, strict=self.strict, progress=self.progress, project=now.trail
            )
            now.problems = tuple(warnings)
        except KaartenspelError as error:
            if first and isinstance(error, UsageError):
                raise
            now.problems, now.failed = error.problems, True
            now.retry = monotonic() + RETRY if isinstance(error, MachineError) else None
        self.built[path] = now
        if before and before.retry and before.problems == now.problems and not before.trail.changed():
            return
        mended = before is not None and before.failed and not now.failed
        yield Event(shown(path), tuple(results), now.problems, monotonic() - start, now.failed, mended)


def _settle(watcher: _Watcher, rest: Rest) -> None:
    """Wait until an editor is done: nothing changes from tick to tick, and no deck is missing or empty."""
    end, before = monotonic() + GRACE, watcher.stamps()
    while monotonic() < end:
        rest(TICK)
        now = watcher.stamps()
        decks = [now[path] for path, built in watcher.built.items() if not built.gone]
        if now == before and all(found and found[1] for found in decks):
            return
        before = now
