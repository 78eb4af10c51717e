"""A report as a Word file: each picture has a text for who cannot see it, and a table under it."""

import io
from typing import BinaryIO

from kaartenspel.compose.harvest import Bars, Part, Points, Radar, Report
from kaartenspel.compose.harvest_screen import WIDE, picture
from kaartenspel.compose.script_pen import Pen
from kaartenspel.drawing import Document, Drawing, Placed, Sheet
from kaartenspel.model.script import Table
from kaartenspel.outputs.fonts import Faces
from kaartenspel.outputs.pdf import write_pdf
from kaartenspel.outputs.png import render
from kaartenspel.outputs.word import Word

_DOTS = 220
"""An inch: sharp on paper, and still small enough for a mail."""
_WIDEST = 20
"""Characters for which the first column of figures gets room: those of figures have short texts."""
_ROOM = 166.0
"""The width between the margins of the Word file, in mm."""


def write_harvest_docx(report: Report, pen: Pen, faces: Faces, colour: str, stream: BinaryIO) -> None:
    """Write the report."""
    word = Word(report.language, None)
    if pen.school:
        word.paragraph(pen.school.name, "Caption")
    word.paragraph(report.title, "Title")
    word.paragraph(report.subtitle, "Subtitle")
    for label, said in report.facts:
        word.paragraph(said, prefix=f"{label}: ")
    for section in report.sections:
        word.heading(section.title, 1)
        for part in section.parts:
            if isinstance(part, Bars | Radar) and part.caption not in ("", section.title):
                word.heading(part.caption, 2)
            _part(word, part, pen, faces, colour)
    word.paragraph(report.foot, "Caption")
    word.write(report.title, stream)


def _part(word: Word, part: Part, pen: Pen, faces: Faces, colour: str) -> None:
    match part:
        case str():
            word.paragraph(part)
        case Points():
            for item in part.items:
                word.paragraph(item, "List Bullet")
        case Table():
            word.table(part.caption, part.heads, part.rows)
        case Bars() | Radar():
            drawing = picture(pen, part, colour, WIDE)
            paragraph = word.paragraph("")
            word.picture(_png(drawing, faces), _ROOM, part.alt, paragraph, high=_ROOM * drawing.height / drawing.width)
            word.table(part.table.caption, part.table.heads, part.table.rows, _WIDEST)


def _png(drawing: Drawing, faces: Faces) -> bytes:
    """A picture of a drawing: Word shows no PDF, and its SVG not everywhere."""
    pdf, png = io.BytesIO(), io.BytesIO()
    sheet = Sheet(drawing.width, drawing.height, (Placed(drawing, 0.0, 0.0),))
    write_pdf(Document("", "nl", (sheet,)), faces, pdf)
    (image,) = render(pdf.getvalue(), _DOTS)
    image.save(png, "PNG", optimize=True)
    return png.getvalue()
