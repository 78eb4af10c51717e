"""A form that is set and ready to be written: as often as it is wanted, under the names of its files."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from math import ceil
from pathlib import PurePath
from typing import BinaryIO

from kaartenspel.compose.form import form_pages
from kaartenspel.compose.form_pen import FormPen
from kaartenspel.drawing import Document, Drawing, Placed, Sheet
from kaartenspel.load.project import Project
from kaartenspel.load.scoring import scoring
from kaartenspel.model.plan import FormUse
from kaartenspel.outputs.fonts import Faces
from kaartenspel.press.version import LENGTH, version
from kaartenspel.problems import Place

FORM = "formulier"
"""What stands in the name of every form’s file."""
Write = Callable[[BinaryIO], None]


@dataclass(frozen=True, slots=True)
class MadeForm:
    """A form that is set: `of` is the deck or plan that it was asked for, `file` the name of its PDF.

    With `scored` there is a workbook too, to type the sheets of paper into, where the form has answers to count.
    """

    use: FormUse
    of: str
    file: str
    version: str
    pages: tuple[Drawing, ...]
    faces: Faces
    fillable: bool = False
    scored: bool = False

    @property
    def document(self) -> Document:
        """The pages as one document."""
        return self._document(self.pages)

    @property
    def sheets(self) -> int:
        """How many sheets of paper it takes, on both sides."""
        return ceil(len(self.pages) / 2)

    def copies(self, count: int) -> Write:
        """What writes it so many times in a row; each begins on a sheet of its own."""
        from kaartenspel.outputs.pdf import write_pdf  # noqa: PLC0415  the same

        pages = self.pages
        if len(pages) > 1 and len(pages) % 2:
            pages = (*pages, Drawing(pages[0].width, pages[0].height, ()))
        return partial(write_pdf, self._document(pages * count), self.faces)

    def _document(self, pages: tuple[Drawing, ...]) -> Document:
        sheets = tuple(Sheet(page.width, page.height, (Placed(page, 0.0, 0.0),)) for page in pages)
        return Document(_title(self.use), self.use.form.language, sheets, f"{self.of} {self.use.form.form}")

    def files(self) -> Iterator[tuple[str, Write]]:
        """The names of the files that it is written as, and what writes each into an open file."""
        if self.fillable:
            from kaartenspel.outputs.fillable import write_fillable  # noqa: PLC0415  pikepdf: only who asks for it

            yield self.file, partial(write_fillable, self.document, self.faces)
        else:
            from kaartenspel.outputs.pdf import write_pdf  # noqa: PLC0415  reportlab: only what writes a PDF needs it

            yield self.file, partial(write_pdf, self.document, self.faces)
        asked = scoring(self.use) if self.scored else None
        if asked:
            from kaartenspel.exchange.scores_xlsx import write_scores  # noqa: PLC0415  openpyxl: only who asks for it

            yield str(PurePath(self.file).with_suffix(".xlsx")), partial(write_scores, *asked)


def make_form(
    project: Project,
    use: FormUse,
    of: str,
    file: str,
    theme_name: str,
    *,
    fillable: bool = False,
    scored: bool = False,
) -> MadeForm | None:
    """A form set in a theme; None, and problems, where it cannot be."""
    theme, words = project.theme(theme_name), project.words(use.form.language, None)
    if theme is None or words is None:
        return None
    faces = Faces(project.theme_fonts(theme))
    deck = use.deck if use.form.has_cards else None
    pen = FormPen(faces, theme, words, _place(use), project.school, form=use.form, deck=deck, cards=use.cards,
                  fillable=fillable)  # fmt: skip
    number = form_version(use, project, version(deck, use.cards, words) if deck else "")
    pages = form_pages(pen, number)
    project.problems += pen.problems
    return (
        MadeForm(use, of, file, number, tuple(pages), faces, fillable, scored) if pages and not pen.problems else None
    )


def form_version(use: FormUse, project: Project, of_cards: str) -> str:
    """Six characters that change when what is printed changes: the form, the cards on it, the school."""
    school = project.school
    said = (use.form.model_dump_json(), of_cards, school.name if school else "",
            school.logo.key if school and school.logo else "")  # fmt: skip
    return sha256("\0".join(said).encode()).hexdigest()[:LENGTH]


def _title(use: FormUse) -> str:
    return f"{use.form.title} – {use.deck.deck.title}" if use.deck and use.form.has_cards else use.form.title


def _place(use: FormUse) -> Place | None:
    return use.deck.place if use.deck else None
