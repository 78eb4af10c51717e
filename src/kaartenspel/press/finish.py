"""The end of a build: a job's files in their places, and what there is to tell of them."""

from collections.abc import Callable, Sequence
from pathlib import Path

from kaartenspel.messages import _
from kaartenspel.outputs.files import write_file
from kaartenspel.press.beside import Beside, write_beside
from kaartenspel.press.job import Job
from kaartenspel.press.precut import told
from kaartenspel.press.request import Ink, Result

Progress = Callable[[str], None]
IN_FILE_NAMES = ("layouts/themes", "layouts/sizes", "layouts/papers", "layouts/sheets")
"""The sorts of which the name of a PDF says which one it was."""


def pdf_name(job: Job) -> str:
    """The name of a job's PDF."""
    layouts = {name for sort in IN_FILE_NAMES for name in job.project.names(sort)}
    return job.request.file_name(job.deck.deck, layouts)


def write(job: Job, beside: Sequence[Beside], progress: Progress) -> Result:
    """One PDF in its place, with what goes beside it."""
    request = job.request
    target = request.output / pdf_name(job)
    progress(_("writing {file}").format(file=target.name))
    if request.shop:
        return _write_for_shop(job, beside, target)
    write_file(target, job.write)
    proof = _prove(job, target, progress) if request.proof else None
    ink = _ink(job, target, progress) if request.ink else None
    return Result(
        job.deck.deck.deck, target, sum(1 for card in job.copies if card.id), job.blanks, request.sets or 1, job.sheets,
        job.side_count, len(job.grid.slots), request.paper, job.size.size, request.duplex, job.grid.screen, proof,
        ink=ink, beside=write_beside(job, beside, target), told=told(job),
    )  # fmt: skip


def _write_for_shop(job: Job, beside: Sequence[Beside], target: Path) -> Result:
    """The files for a print shop."""
    from kaartenspel.press.shop import ShopJob, write_for_shop  # noqa: PLC0415  Pillow and pikepdf

    if not isinstance(job, ShopJob):
        raise TypeError("a job for a shop")
    files = write_for_shop(job, target)
    cards = sum(1 for card in job.copies if card.id)
    sides = sum(len(faces) for _part, faces in job.pages())
    return Result(
        job.deck.deck.deck, files[0], cards, 0, job.request.sets or 1, len(files), sides, 1, "", job.size.size,
        "none", shop=job.shop.title, files=tuple(files), beside=write_beside(job, beside, target),
    )  # fmt: skip


def _ink(job: Job, pdf: Path, progress: Progress) -> Ink:
    """The ink of a finished PDF."""
    from kaartenspel.press.ink import measured_ink  # noqa: PLC0415  pdfium and Pillow: only who asks waits for them

    progress(_("measuring the ink of {file}").format(file=pdf.name))
    return measured_ink(job, pdf)


def _prove(job: Job, pdf: Path, progress: Progress) -> Path:
    """Pictures of a finished PDF beside it."""
    from kaartenspel.press.proof import write_proof  # noqa: PLC0415  pdfium and Pillow: only a proof needs them

    progress(_("looking at {file}").format(file=pdf.name))
    return write_proof(job, pdf)
