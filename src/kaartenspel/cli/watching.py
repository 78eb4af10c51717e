"""`kaartenspel build --watch`: a line for each build, and the problems there are until they are mended."""

import json
import os
import sys
from pathlib import Path
from time import strftime
from typing import TYPE_CHECKING

import click

from kaartenspel.cli.console import say
from kaartenspel.cli.exits import INTERRUPTED
from kaartenspel.cli.report import problems_as_data, show_problems
from kaartenspel.messages import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from kaartenspel.press.request import BuildRequest, Result
    from kaartenspel.press.watch import Event
    from kaartenspel.problems import Problem


def watching(
    request: "BuildRequest",
    *,
    strict: bool,
    as_data: "Callable[[Result], object] | None",
    progress: "Callable[[str], None]",
    end_progress: "Callable[[], None]",
) -> int:
    """Watch until who watches has seen enough. `as_data` makes data of a result for a program that reads along."""
    board = Board()
    try:
        from kaartenspel.press.watch import watch

        for event in watch(request, Path(), strict=strict, progress=progress):
            end_progress()
            if as_data is None:
                board.show(event)
            else:
                _show_data(event, as_data)
    except KeyboardInterrupt:
        end_progress()
        say(_("Stopped."), err=True)
    return INTERRUPTED


class Board:
    """What is on the screen: a terminal is wiped when problems on it are no longer those there are."""

    def __init__(self) -> None:
        self.failed: dict[str, tuple[Problem, ...]] = {}
        self.shows_problems = self.started = False

    def show(self, event: "Event") -> None:
        """A line about what happened, and all the problems that there are now."""
        if self.shows_problems and _on_terminal():
            click.clear()
        if not self.started:
            say(_("Watching the files; Ctrl+C stops."))
            self.started = True
        say(line(event))
        self.failed.pop(event.deck, None)
        show_problems(event.problems)
        if _on_terminal():
            for problems in self.failed.values():
                show_problems(problems)
        if event.failed:
            self.failed[event.deck] = event.problems
        self.shows_problems = bool(self.failed or event.problems)


def line(event: "Event") -> str:
    """The time of day, what was made of which deck, and how long it took."""
    # Translators: the decimal sign
    seconds = f"{event.seconds:.1f}".replace(".", _("."))
    if event.gone:
        said = _("{deck} is gone; its PDF stays")
    elif event.failed:
        said = _("{deck} has problems; the last good PDF stays ({seconds} s)")
    elif not event.results:
        said = _("{deck}: the problems are solved")
    else:
        said = _("{file}: the problems are solved ({seconds} s)") if event.mended else _("{file} ({seconds} s)")
    files = (path for result in event.results for path in (result.file, result.proof, *result.beside.values()))
    file = ", ".join(path.as_posix() for path in files if path)
    return f"{strftime('%H:%M:%S')}  " + said.format(deck=event.deck, file=file, seconds=seconds)


def _show_data(event: "Event", as_data: "Callable[[Result], object]") -> None:
    """One line of JSON for each build."""
    data = {
        "time": strftime("%H:%M:%S"), "deck": event.deck, "seconds": round(event.seconds, 3), "failed": event.failed,
        "mended": event.mended, "gone": event.gone, "results": [as_data(result) for result in event.results],
        "problems": problems_as_data(event.problems),
    }  # fmt: skip
    say(json.dumps(data, ensure_ascii=False))


def _on_terminal() -> bool:
    return sys.stdout.isatty() and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
