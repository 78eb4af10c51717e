"""The outlines of a pre-cut sheet as a PDF, before a pack of them is spoiled."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO, Literal

from kaartenspel.compose.script_pen import Pen
from kaartenspel.drawing import Document
from kaartenspel.impose.frame import Grid
from kaartenspel.impose.outline import Outline, outline_sheets, rule_length
from kaartenspel.impose.precut import precut_grid
from kaartenspel.load.project import Project
from kaartenspel.messages import _
from kaartenspel.model.printer import STANDARD_TRAY
from kaartenspel.model.sheet import Precut, SheetLayout
from kaartenspel.model.words import Words
from kaartenspel.outputs.files import write_file
from kaartenspel.outputs.fonts import Faces
from kaartenspel.press.printers import moves
from kaartenspel.press.request import STANDARD_THEME, BuildRequest
from kaartenspel.problems import Code, KaartenspelError, Problem, UsageError

Flip = Literal["long-edge", "short-edge", "none"]


@dataclass(frozen=True, slots=True)
class Asked:
    """Of which sheet, and how it goes through which printer."""

    sheet: str
    flip: Flip = "long-edge"
    printer: str | None = None
    tray: str = STANDARD_TRAY

    @property
    def file_name(self) -> str:
        """The name of the PDF: what is not usual joins it."""
        flip = self.flip if self.flip != "long-edge" else None
        tray = self.tray if self.printer and self.tray != STANDARD_TRAY else None
        return ".".join([part for part in ("pasvel", self.sheet, flip, self.printer, tray, "pdf") if part])


def write_outline(asked: Asked, folder: Path, output: Path, language: str) -> Path:
    """Write the outlines; gives the file.

    Raises UsageError for a sheet that is not there or not pre-cut, and for a printer that was not measured;
    KaartenspelError where a file of theirs is wrong.
    """
    project = Project(folder)
    sheet, cut = _sheet(project, asked.sheet)
    request = BuildRequest(sheet=asked.sheet, duplex=asked.flip, printer=asked.printer, tray=asked.tray)
    theme, words, paper = project.theme(STANDARD_THEME), project.words(language, None), project.paper(cut.paper)
    if asked.printer and project.printer(asked.printer) is None:
        raise _wrong(project)
    if theme is None or words is None or paper is None:
        raise KaartenspelError(project.problems)
    grid = precut_grid(sheet, cut, paper)
    moved = moves(project, request, grid)
    faces = Faces(project.theme_fonts(theme))
    pen = Pen(faces, theme, words)
    front, back = _front(sheet, cut, grid, asked, words), _back(asked, words)
    what = Outline(grid, asked.flip, front, back, moved.back if moved else None)
    sheets = outline_sheets(what, pen)
    if pen.problems:
        raise KaartenspelError(pen.problems)
    target = output / asked.file_name
    document = Document(f"{words['outline']} {sheet.title}", language, sheets)
    write_file(target, partial(_write, document, faces))
    return target


def _sheet(project: Project, name: str) -> tuple[SheetLayout, Precut]:
    """The pre-cut sheet of this name."""
    sheet = project.sheet(name)
    if sheet is None:
        raise _wrong(project)
    if sheet.precut is None:
        said = _("the sheet {sheet} is not pre-cut: it has no perforation to hold it against").format(sheet=name)
        pre = [other for other in project.names("layouts/sheets") if _is_precut(project, other)]
        raise UsageError([Problem(Code.WRONG_VALUE, said, hint=_("pre-cut are: {names}").format(names=", ".join(pre)))])
    return sheet, sheet.precut


def _is_precut(project: Project, name: str) -> bool:
    sheet = project.sheet(name)
    return sheet is not None and sheet.precut is not None


def _wrong(project: Project) -> KaartenspelError:
    """A name that is not there is wrong use; what is wrong in a file is a problem of that file."""
    placed = [problem for problem in project.problems if problem.place is not None]
    return KaartenspelError(placed) if placed else UsageError(project.problems)


def _front(sheet: SheetLayout, cut: Precut, grid: Grid, asked: Asked, words: Words) -> list[str]:
    """What the front says, a paragraph a card."""
    edges = {"long-edge": words["flip-long"], "short-edge": words["flip-short"], "none": ""}
    how = f"{words['both-sides']}, {edges[asked.flip]}" if asked.flip != "none" else words["one-side"]
    source = f"{words['outline-source'].format(source=cut.source)} {cut.caveat or ''}".strip()
    return [
        f"{words['outline']} {sheet.title}. {words['outline-print'].format(how=how)}",
        words["outline-hold"],
        words["outline-good"],
        words["outline-off"],
        words["outline-scale"].format(length=f"{rule_length(grid):g}"),
        words["outline-slots"],
        source,
    ]


def _back(asked: Asked, words: Words) -> list[str]:
    """What the back says."""
    moved = [words["outline-moved"].format(printer=asked.printer)] if asked.printer else [words["outline-calibrate"]]
    return [words["outline-back"], *moved]


def _write(document: Document, faces: Faces, target: BinaryIO) -> None:
    from kaartenspel.outputs.pdf import write_pdf  # noqa: PLC0415  reportlab: only what writes a PDF needs it

    write_pdf(document, faces, target)
