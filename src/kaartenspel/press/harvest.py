"""Scores that were typed in become a report: read, counted and set; only when all is right, files are written."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kaartenspel.compose.harvest import Report
from kaartenspel.compose.harvest_pages import report_pages
from kaartenspel.compose.harvest_report import Maker, said_of
from kaartenspel.compose.script_glyphs import glyph_problems
from kaartenspel.compose.script_pen import Pen
from kaartenspel.drawing import Document, Placed, Sheet
from kaartenspel.exchange.choice_columns import Choice
from kaartenspel.load.changes import found_deck, interventions_for
from kaartenspel.load.project import Project
from kaartenspel.messages import _, plural
from kaartenspel.model.scores import Scores
from kaartenspel.outputs.files import write_data, write_file
from kaartenspel.outputs.fonts import Faces
from kaartenspel.plan.phrases import Phrases
from kaartenspel.press.build import raise_problems
from kaartenspel.press.request import STANDARD_THEME
from kaartenspel.problems import Code, MachineError, Place, Problem, Source, UsageError
from kaartenspel.tally.count import LEAST

FORMATS = ("pdf", "docx", "html", "xlsx")
NAME = "oogst"
"""What stands in the name of every file of a report."""
FALLBACK_COLOUR = "phase"


@dataclass(frozen=True, slots=True)
class HarvestRequest:
    """The workbook of scores, the one to compare it with, and what is made of them."""

    file: Path
    before: Path | None = None
    formats: tuple[str, ...] = FORMATS
    output: Path = Path("output")
    edition: Path | None = None
    theme: str = STANDARD_THEME


@dataclass(frozen=True, slots=True)
class Harvest:
    """What was counted, and the files by their format."""

    scores: Scores
    pages: int
    files: Mapping[str, Path]


def harvest(request: HarvestRequest, folder: Path, *, strict: bool = False) -> tuple[Harvest, list[Problem]]:
    """Write a report; gives what was written and the warnings.

    Raises KaartenspelError with every problem at its cell, and then nothing is written; UsageError for a theme or an
    edition that is not there; MachineError for a file that cannot be read or written.
    """
    project = Project(folder, request.edition)
    theme = project.theme(request.theme)
    if theme is None:
        raise UsageError(project.problems)
    scores = _read(project, request.file)
    before = _read(project, request.before) if request.before else None
    raise_problems(project, strict=False)
    if scores is None:
        raise UsageError(project.problems)
    words = project.words(scores.language, scores.place)
    raise_problems(project, strict=False)
    if words is None:
        raise UsageError(project.problems)
    project.problems += [*_enough(scores), *(_enough(before) if before else ()), *_alike(scores, before)]
    raise_problems(project, strict=strict)
    faces, phrases = Faces(project.theme_fonts(theme)), Phrases(words)
    pen = Pen(faces, theme, words, scores.place, project.school)
    maker = Maker(pen, scores, before, {}, _day(phrases, scores), _day(phrases, before))
    maker.fitting = {one.card.id: interventions_for(project, scores.deck, one.card.id) for one in maker.supported.cards}
    report = maker.report()
    colour = _colour(project, scores.deck)
    pen.problems += glyph_problems(pen, _texts(scores), scores.place)
    drawings = [] if pen.problems else report_pages(pen, report, colour)
    project.problems += pen.problems
    raise_problems(project, strict=strict)
    sheets = tuple(Sheet(page.width, page.height, (Placed(page, 0.0, 0.0),)) for page in drawings)
    made = _Made(
        report, pen, faces, colour, Document(report.title, report.language, sheets, scores.name), _choices(maker)
    )
    return Harvest(scores, len(drawings), _write(request, made)), list(dict.fromkeys(project.problems))


@dataclass(frozen=True, slots=True)
class _Made:
    """A report that is set, with all that its formats need."""

    report: Report
    pen: Pen
    faces: Faces
    colour: str
    document: Document
    choices: tuple[Choice, ...]


def _read(project: Project, path: Path) -> Scores | None:
    """The scores of a file; what is wrong with it is noted in the project."""
    from kaartenspel.exchange.scores_read import ScoresReader  # noqa: PLC0415  what it reads with loads slowly
    from kaartenspel.exchange.workbook import read_workbook  # noqa: PLC0415  the same

    if not path.is_file():
        raise MachineError([Problem(Code.CANNOT_READ, _("there is no file ‘{file}’").format(file=path))])
    book = read_workbook(path)
    reader = ScoresReader(path.stem, book.sheets)
    found = reader.read()
    project.problems += [*book.notes, *reader.problems]
    return found


def _enough(scores: Scores) -> list[Problem]:
    """Nothing is told of no answers, nor of those of fewer than five people."""
    place = scores.place or Place(Source(scores.name), 1, 1)
    if not any(sheet.answers for sheet in scores.sheets):
        said = _("nobody has filled anything in yet: there is nothing to count")
        return [Problem(Code.MISSING_FIELD, said, place, _("type the answers on the sheet Scores, a column a form"))]
    if scores.people < LEAST:
        said = plural("the answers of {count} person would tell who said what",
                      "the answers of {count} people would tell who said what", scores.people)  # fmt: skip
        hint = _("from {least} people on there is a report; with tables, fill in with how many people each was")
        return [Problem(Code.WRONG_VALUE, said.format(count=scores.people), place, hint.format(least=LEAST))]
    return []


def _alike(scores: Scores, before: Scores | None) -> list[Problem]:
    """Measurements can be compared where they ask of one deck with the same answers, and the one before is older."""
    if before is None:
        return []
    if (scores.deck, scores.scale) != (before.deck, before.scale):
        said = _("‘{one}’ and ‘{other}’ cannot be compared: the deck or the answers are not the same")
        return [Problem(Code.WRONG_VALUE, said.format(one=scores.name, other=before.name), before.place)]
    if scores.day and before.day and before.day >= scores.day:
        said = _("the measurement before, of {before}, is not older than that of {now}")
        told = said.format(before=f"{before.day:%d-%m-%Y}", now=f"{scores.day:%d-%m-%Y}")
        return [Problem(Code.TIMES, told, before.place, warning=True)]
    return []


def _day(phrases: Phrases, scores: Scores | None) -> str:
    return phrases.date(scores.day) if scores and scores.day else ""


def _colour(project: Project, deck: str) -> str:
    """The colour of the deck's kind; the deck may be gone since."""
    found = found_deck(project, deck)
    return found.kind.colour if found else FALLBACK_COLOUR


def _texts(scores: Scores) -> tuple[str, ...]:
    """What comes from the workbook and is printed."""
    teams = {sheet.team for sheet in scores.sheets}
    return (
        scores.title,
        *scores.scale,
        *sorted(teams),
        *(f"{one.code} {one.text} {one.group}" for one in scores.cards),
    )


def _choices(maker: Maker) -> tuple[Choice, ...]:
    """What a team chooses from: the interventions of each card with support."""
    return tuple(
        Choice(
            f"{one.card.code} {one.card.text}".strip(), card.group.title if card.group else "", card.code,
            said_of(card, "text"), said_of(card, "monday"), card.id,
        )
        for one in maker.supported.cards
        for card in (maker.fitting or {}).get(one.card.id, ())
    )  # fmt: skip


def _write(request: HarvestRequest, made: _Made) -> dict[str, Path]:
    """The files that are asked for."""
    output = request.output / request.edition.resolve().name if request.edition else request.output
    looks = "" if request.theme == STANDARD_THEME else f".{request.theme}"
    files: dict[str, Path] = {}
    for name in FORMATS:
        if name in request.formats:
            files[name] = output / f"{made.report.name}.{NAME}{looks if name != 'xlsx' else ''}.{name}"
            _write_one(name, made, files[name])
    return files


def _write_one(name: str, made: _Made, target: Path) -> None:
    """One format; each loads what it alone needs."""
    match name:
        case "pdf":
            from kaartenspel.outputs.pdf import write_pdf  # noqa: PLC0415  reportlab

            write_file(target, partial(write_pdf, made.document, made.faces))
        case "html":
            from kaartenspel.outputs.harvest_html import harvest_html  # noqa: PLC0415  jinja2

            write_data(target, harvest_html(made.report, made.pen, made.faces, made.colour))
        case "docx":
            from kaartenspel.outputs.harvest_docx import write_harvest_docx  # noqa: PLC0415  python-docx

            write_file(target, partial(write_harvest_docx, made.report, made.pen, made.faces, made.colour))
        case _:
            from kaartenspel.exchange.harvest_xlsx import write_figures  # noqa: PLC0415  openpyxl

            write_file(target, partial(write_figures, made.report, made.choices))
