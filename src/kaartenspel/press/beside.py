"""What a build makes beside the cards when asked: pages of their own files, set before anything is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from kaartenspel.drawing import Document, Drawing, Placed, Sheet
from kaartenspel.outputs.files import write_file
from kaartenspel.outputs.fonts import Faces
from kaartenspel.press.job import Job
from kaartenspel.press.request import BuildRequest
from kaartenspel.problems import Problem

if TYPE_CHECKING:
    from kaartenspel.compose.script_pen import Pen

Name = Literal["overview", "cutting_plan", "band", "contents"]
SUFFIXES: dict[Name, str] = {
    "overview": "overzicht", "cutting_plan": "snijplan", "band": "banderol", "contents": "inhoud",
}  # fmt: skip
WORDS: dict[Name, str] = {
    "overview": "overview", "cutting_plan": "cutting-plan", "band": "band", "contents": "contents",
}  # fmt: skip
"""What each is called in the words of the paper."""


@dataclass(frozen=True, slots=True)
class Beside:
    """One of them, ready to be written."""

    name: Name
    pages: Sequence[Drawing]


def asked(request: BuildRequest) -> list[Name]:
    """Which of them the request asks for."""
    return [name for name in SUFFIXES if getattr(request, name)]


def set_beside(job: Job) -> list[Beside]:
    """All that was asked for; what does not fit is noted in the project."""
    made: list[Beside] = []
    for name in asked(job.request):
        pages, problems = _pages(job, name)
        job.project.problems += problems
        made += [Beside(name, pages)] if pages else []
    return made


def _pages(job: Job, name: Name) -> tuple[list[Drawing], list[Problem]]:
    if name == "overview":
        from kaartenspel.press.overview import overview_pages  # noqa: PLC0415  a build without one starts sooner

        return overview_pages(job)
    from kaartenspel.compose.script_glyphs import style_problems  # noqa: PLC0415  the same
    from kaartenspel.compose.script_pen import Pen  # noqa: PLC0415  the same

    pen = Pen(job.measure, job.theme, job.words, job.deck.place, job.deck.school)
    problems = list(style_problems(pen))
    if problems:
        return [], problems
    return _set(job, name, pen), pen.problems


def _set(job: Job, name: Name, pen: "Pen") -> list[Drawing]:
    """The pages of what is set with a pen."""
    from kaartenspel.press.cutting import cutting_pages  # noqa: PLC0415  the same
    from kaartenspel.press.set_paper import band_pages, list_pages  # noqa: PLC0415  the same

    makers = {"cutting_plan": cutting_pages, "band": band_pages, "contents": list_pages}
    return makers[name](job, pen)


def write_beside(job: Job, made: Sequence[Beside], pdf: Path) -> dict[str, Path]:
    """Write them beside the deck's PDF; gives the file of each. Raises MachineError for what cannot be written."""
    return {one.name: _written(job, one, pdf) for one in made}


def _written(job: Job, made: Beside, pdf: Path) -> Path:
    from kaartenspel.outputs.pdf import write_pdf  # noqa: PLC0415  reportlab: only a build that writes needs it

    deck = job.deck.deck
    sheets = tuple(Sheet(page.width, page.height, (Placed(page, 0.0, 0.0),)) for page in made.pages)
    title = f"{deck.title} – {job.words[WORDS[made.name]]}"
    document = Document(title, deck.language, sheets, f"{deck.deck} {job.version}")
    target = pdf.with_name(f"{pdf.name.removesuffix('.pdf')}.{SUFFIXES[made.name]}.pdf")
    faces = job.measure if isinstance(job.measure, Faces) else Faces()
    write_file(target, partial(write_pdf, document, faces))
    return target
