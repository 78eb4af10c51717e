"""How much ink the sheets of a build take, so that themes can be compared."""

from collections.abc import Sequence
from pathlib import Path

from kaartenspel.colour import Inks
from kaartenspel.outputs.coverage import page_inks
from kaartenspel.press.job import Job
from kaartenspel.press.request import Ink


def measured_ink(job: Job, pdf: Path) -> Ink:
    """The ink of a finished PDF of sheets, on the average printed side and on those of fronts and backs."""
    pages = page_inks(pdf, job.theme.inks)
    sides = [side.side for side in job.page_sides]
    fronts, backs = ([page for page, side in zip(pages, sides, strict=True) if side == name] for name in _SIDES)
    return Ink(_mean(pages), sum(_mean(fronts)), sum(_mean(backs)) if backs else None)


_SIDES = ("front", "back")


def _mean(pages: Sequence[Inks]) -> Inks:
    """The average of each ink; a job always has a side of fronts."""
    cyan, magenta, yellow, black = (sum(inks) / len(pages) for inks in zip(*pages, strict=True))
    return cyan, magenta, yellow, black
