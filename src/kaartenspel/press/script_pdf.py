"""A script as PDFs: for the facilitator, for participants, the day on one page, signs and group cards.

All are set before one is written, so that problems come first.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO

from kaartenspel.compose.context import Frame
from kaartenspel.compose.script import facilitator_pages, participant_pages
from kaartenspel.compose.script_cards import group_cards
from kaartenspel.compose.script_day import day_pages
from kaartenspel.compose.script_glyphs import script_problems
from kaartenspel.compose.script_pen import Pen
from kaartenspel.compose.script_signs import signs
from kaartenspel.drawing import Document, Drawing, Placed, Sheet
from kaartenspel.impose.frame import Grid
from kaartenspel.impose.grid import make_grid
from kaartenspel.impose.sheets import impose
from kaartenspel.load.project import Project
from kaartenspel.model.card import School
from kaartenspel.model.script import Script
from kaartenspel.model.theme import Theme
from kaartenspel.model.words import Words
from kaartenspel.outputs.fonts import Faces
from kaartenspel.problems import Place, Problem

CARD_SIZE, CARD_PAPER = "a6", "a4"
"""On what group cards are printed; a theme may try larger sizes for its larger letters."""


@dataclass(frozen=True, slots=True)
class ScriptPdf:
    """A PDF of a script that is ready to be written: what its name ends in, and its sheets."""

    suffix: str
    document: Document


@dataclass(frozen=True, slots=True)
class Setting:
    """What a script's pages are set with; `place` is where the plan stands, for problems."""

    project: Project
    theme: Theme
    words: Words
    faces: Faces
    place: Place | None = None
    school: School | None = None

    def pen(self) -> Pen:
        """A pen without problems yet."""
        return Pen(self.faces, self.theme, self.words, self.place, self.school)


def script_pdfs(setting: Setting, script: Script) -> tuple[list[ScriptPdf], list[Problem]]:
    """The PDFs of a script, and what keeps them from paper. Signs and cards only where there are stations or groups."""
    pen, words = setting.pen(), setting.words
    problems = script_problems(pen, script)
    if problems:
        return [], problems
    made = [
        _made(script, ".pdf", words["script"], _pages(facilitator_pages(pen, script))),
        _made(script, ".deelnemers.pdf", words["programme"], _pages(participant_pages(pen, script))),
        _made(script, ".overzicht.pdf", words["overview"], _pages(day_pages(pen, script))),
    ]
    cards, wrong = _cards(setting, script)
    sheets = (*_pages(signs(pen, script)), *cards)
    if sheets:
        made.append(_made(script, ".groepen.pdf", words["script-groups-head"], sheets))
    return made, list(dict.fromkeys([*pen.problems, *wrong]))


def write_script_pdf(pdf: ScriptPdf, faces: Faces) -> Callable[[BinaryIO], None]:
    """What writes it into an open file: the same bytes each time."""
    from kaartenspel.outputs.pdf import write_pdf  # noqa: PLC0415  reportlab: only what writes a PDF needs it

    return partial(write_pdf, pdf.document, faces)


def _made(script: Script, suffix: str, what: str, sheets: tuple[Sheet, ...]) -> ScriptPdf:
    return ScriptPdf(suffix, Document(f"{script.title} – {what}", script.language, sheets, script.name))


def _pages(drawings: Sequence[Drawing]) -> tuple[Sheet, ...]:
    """Drawings that are a page each."""
    return tuple(Sheet(page.width, page.height, (Placed(page, 0.0, 0.0),)) for page in drawings)


def _cards(setting: Setting, script: Script) -> tuple[tuple[Sheet, ...], list[Problem]]:
    """The group cards on sheets to be cut in pieces, on the first size on which their texts fit."""
    problems: list[Problem] = []
    for grid in _grids(setting) if script.groups else ():
        pen = setting.pen()
        cards = group_cards(pen, script, Frame(grid.card_width, grid.card_height, 0.0, grid.inset))
        if not pen.problems:
            return impose(cards, [None] * len(cards), grid, "none"), []
        problems = problems or pen.problems
    return (), problems


def _grids(setting: Setting) -> Iterator[Grid]:
    """The sheet for each size that may be tried."""
    project, paper = setting.project, setting.project.paper(CARD_PAPER)
    for name in dict.fromkeys((CARD_SIZE, *setting.theme.larger_sizes)):
        size = project.size(name)
        sheet = project.sheet(size.sheet) if size else None
        if size and paper and sheet:
            yield make_grid(size, paper, sheet)
