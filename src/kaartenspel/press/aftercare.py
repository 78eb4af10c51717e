"""After the afternoon: a list of agreements becomes a poster, a reminder and a date in the calendar."""

import datetime
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from kaartenspel.compose.agreement_poster import Said, poster
from kaartenspel.compose.script_glyphs import glyph_problems, style_problems
from kaartenspel.compose.script_pen import Pen
from kaartenspel.drawing import Document, Placed, Sheet
from kaartenspel.load.project import Project
from kaartenspel.messages import _
from kaartenspel.model.agreements import Agreements, LookBack
from kaartenspel.outputs import ical
from kaartenspel.outputs.files import write_data, write_file
from kaartenspel.outputs.fonts import Faces
from kaartenspel.plan.agreement_phrases import back_said, days_said, reminder, told
from kaartenspel.plan.phrases import Phrases
from kaartenspel.press.agreements import read_agreements
from kaartenspel.press.build import raise_problems
from kaartenspel.press.request import STANDARD_THEME
from kaartenspel.problems import Code, KaartenspelError, Problem, UsageError

PAPER, LANGUAGE = "a3", "nl"


@dataclass(frozen=True, slots=True)
class AftercareRequest:
    """What is asked; `day` and `back` go before what the list says. `theme` and `edition` are for the poster."""

    file: Path
    output: Path = Path("output")
    edition: Path | None = None
    theme: str = STANDARD_THEME
    day: datetime.date | None = None
    back: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Aftercare:
    """What was written, in the order of its use; `sheets` is how many the poster has."""

    agreements: Agreements
    back: LookBack
    sheets: int
    poster: Path
    reminder: Path
    calendar: Path


def aftercare(request: AftercareRequest, folder: Path, *, strict: bool = False) -> tuple[Aftercare, list[Problem]]:
    """Write poster, reminder and calendar; gives what was written and the warnings.

    Raises KaartenspelError with every problem at its cell, and then nothing is written; UsageError for a theme or an
    edition that is not there; MachineError for a file that cannot be read or written.
    """
    project = Project(folder, request.edition)
    theme, words, paper = project.theme(request.theme), project.words(LANGUAGE, None), project.paper(PAPER)
    if theme is None or words is None or paper is None:
        raise UsageError(project.problems)
    agreements = read_agreements(project, request.file, request.day, request.back)
    back = _look_back(agreements)
    faces, phrases = Faces(project.theme_fonts(theme)), Phrases(words)
    pen = Pen(faces, theme, words, school=project.school)
    document = _poster(pen, agreements, back, (paper.width, paper.height))
    project.problems += pen.problems
    raise_problems(project, strict=strict)
    made = _targets(request, agreements, back, len(document.sheets))
    write_file(made.poster, partial(_write, document, faces))
    write_data(made.reminder, reminder(phrases, agreements, back))
    write_data(made.calendar, _calendar(phrases, agreements, back))
    return made, list(dict.fromkeys(project.problems))


def _look_back(agreements: Agreements) -> LookBack:
    """When people look back; raises KaartenspelError where neither the list nor an option says a day."""
    if agreements.look_back is None:
        said = _("it is not known when these agreements were made")
        hint = _("fill in ‘datum’ on the sheet Middag, or say it with --date 2027-01-20")
        raise KaartenspelError([Problem(Code.MISSING_FIELD, said, hint=hint)])
    return agreements.look_back


def _targets(request: AftercareRequest, agreements: Agreements, back: LookBack, sheets: int) -> Aftercare:
    """Where everything goes: what is not the default joins the name."""
    output = request.output / request.edition.resolve().name if request.edition else request.output
    looks = "" if request.theme == STANDARD_THEME else f".{request.theme}"
    name = agreements.name
    return Aftercare(
        agreements,
        back,
        sheets,
        output / f"{name}.poster{looks}.pdf",
        output / f"{name}.herinnering.txt",
        output / f"{name}.terugkijken.ics",
    )


def _poster(pen: Pen, agreements: Agreements, back: LookBack, size: tuple[float, float]) -> Document:
    """The poster's sheets; what keeps it from paper is noted in the pen."""
    pen.problems += [*style_problems(pen), *glyph_problems(pen, pen.school.name if pen.school else "", None)]
    for one in agreements.items:
        pen.problems += glyph_problems(pen, (one.what, one.who, one.see), one.place)
    phrases, title = Phrases(pen.words), agreements.title or pen.words["agreements-title"]
    day = phrases.date(agreements.day) if agreements.day else ""
    back_words = back_said(phrases, back)
    pen.problems += glyph_problems(pen, (title, back_words), None)
    said = Said(day, back_words, days_said(phrases, agreements))
    drawings = [] if pen.problems else poster(pen, agreements, said, *sorted(size))
    sheets = tuple(Sheet(page.width, page.height, (Placed(page, 0.0, 0.0),)) for page in drawings)
    return Document(f"{title} – {pen.words['agreements-poster']}", pen.words.language, sheets, agreements.name)


def _calendar(phrases: Phrases, agreements: Agreements, back: LookBack) -> bytes:
    """One event for the look-back. Its name comes from the list and its day, so that a later date moves the event."""
    made = agreements.day or back.day
    event = ical.Event(
        key=f"afspraken/{agreements.name}/{made.isoformat()}",
        day=back.day,
        stamp=made,
        title=phrases.words["agreements-event"],
        told=told(phrases, agreements),
        start=back.start,
        end=(back.start or 0) + back.minutes,
        place=back.where,
    )
    return ical.calendar("afspraken", (event,))


def _write(document: Document, faces: Faces, target: BinaryIO) -> None:
    from kaartenspel.outputs.pdf import write_pdf  # noqa: PLC0415  reportlab: only what writes a PDF needs it

    write_pdf(document, faces, target)
