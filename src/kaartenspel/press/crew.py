"""The editions of a build shared by several processes, each edition made by one of them.

What comes of them is given in their own order, so that nothing tells how many processes there were.
"""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path
from signal import SIG_IGN, SIGINT, signal

from kaartenspel import messages
from kaartenspel.messages import _
from kaartenspel.press.finish import Progress
from kaartenspel.press.outcome import Outcome
from kaartenspel.press.part import Share
from kaartenspel.press.request import BuildRequest, Result
from kaartenspel.press.series import Series

_HERE: list[Series] = []
"""The series of this process, where it is one of the crew."""


def shared_out(
    request: BuildRequest, shares: list[Share], folder: Path, *, strict: bool, progress: Progress
) -> Iterator[Outcome[Result]]:
    """What comes of each edition, made by as many processes as the request asks for.

    Who interrupts waits for the editions that are being made: no process is left behind, and no file half written.
    """
    alone = replace(request, jobs=1)
    crew = ProcessPoolExecutor(
        min(request.jobs, len(shares)), initializer=_begin, initargs=(alone, folder, strict, messages.language())
    )
    try:
        waiting = [crew.submit(_made, share) for share in shares]
        for number, (share, future) in enumerate(zip(shares, waiting, strict=True), 1):
            name = share.edition.resolve().name if share.edition else ""
            progress(_("edition {number} of {count}: {name}").format(number=number, count=len(shares), name=name))
            yield future.result()
    finally:
        crew.shutdown(cancel_futures=True)


def _begin(request: BuildRequest, folder: Path, strict: bool, language: str) -> None:
    """The beginning of a process: it speaks as the first one does, which alone hears Ctrl+C."""
    signal(SIGINT, SIG_IGN)
    messages.use(language)
    _HERE[:] = [Series(request, folder, strict=strict, progress=_silent)]


def _made(share: Share) -> Outcome[Result]:
    return _HERE[0].made(share)


def _silent(_said: str) -> None:
    """The first process tells how far it is."""
