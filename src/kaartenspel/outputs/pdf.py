"""A document as a PDF: content streams of our own, assembled by reportlab's lower floor (no Canvas).

The Canvas would cost its import and brings traps (an unembedded Helvetica, an empty /Trans on each page); its
lower floor numbers the objects, embeds the fonts and writes the file.
"""

import zlib
from collections.abc import Mapping
from typing import BinaryIO, NamedTuple

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFPage,
    PDFStream,
)

from kaartenspel.drawing import Document, Drawing, Picture, Rect, Sheet
from kaartenspel.outputs.codes import Codes, codes
from kaartenspel.outputs.content import Content, drawing_content
from kaartenspel.outputs.embed import embed_fonts
from kaartenspel.outputs.figure import figure_drawing
from kaartenspel.outputs.fonts import Faces
from kaartenspel.outputs.metadata import describe
from kaartenspel.outputs.picture import Stream, picture_stream, soft_mask
from kaartenspel.outputs.placing import bounds, sheet_content
from kaartenspel.outputs.points import points
from kaartenspel.outputs.survey import Survey, survey
from kaartenspel.outputs.symbol import symbol

# PDF 1.7 is the first with the viewer preference Duplex (ISO 32000-1, table 150).
_VERSION = (1, 7)


def write_pdf(document: Document, faces: Faces, target: BinaryIO) -> None:
    """Write the document to an open file. Same document and fonts, same bytes."""
    if not document.sheets:
        raise ValueError("a PDF needs at least one sheet")
    writer = Writer(document, faces, survey(document))
    for sheet in document.sheets:
        writer.add_page(sheet, written(sheet, writer.codes, writer.survey))
    target.write(writer.finish())


class Page(NamedTuple):
    """The content of a side of paper, compressed, and the names of the forms and pictures that it calls."""

    data: bytes
    forms: tuple[str, ...]


def written(sheet: Sheet, codes_: Mapping[str, Codes], seen: Survey) -> Page:
    """The content of a sheet, whatever process it is written in."""

    def content(drawing: Drawing) -> Content:
        name = seen.form(drawing)
        return Content(f"/{name} Do", (name,)) if name else drawing_content(drawing, codes_, seen)

    drawn = sheet_content(sheet, content)
    return Page(_compressed(drawn.operators), drawn.forms)


class Writer:
    """One PDF while it is made, with what occurs more than once: then its pages come, in order."""

    def __init__(self, document: Document, faces: Faces, survey: Survey) -> None:
        _settle()
        self._pdf = PDFDocument(compression=1, invariant=1, pdfVersion=_VERSION, lang=document.language)
        describe(self._pdf, document)
        self.survey = survey
        self.codes: dict[str, Codes] = {
            face: codes(self._pdf, faces.paths[face], characters)
            for face, characters in sorted(survey.characters.items())
        }
        self._add_forms()

    def _add_forms(self) -> None:
        """Write what occurs more than once, and the pictures."""
        for name, picture in self.survey.pictures.values():
            self._add_picture(name, picture)
        for rows, name in self.survey.symbols.items():
            side = str(len(rows))
            self._add_form(name, Content(symbol(rows)), ("0", "0", side, side))
        figures = [(name, figure_drawing(figure)) for name, figure in self.survey.figures.values()]
        for name, drawing in (*figures, *self.survey.forms):
            box = bounds(drawing)
            corners = tuple(map(points, (box.x, -box.bottom, box.right, -box.y)))
            self._add_form(name, drawing_content(drawing, self.codes, self.survey), corners)

    def _add_picture(self, name: str, picture: Picture) -> None:
        """A picture with its soft mask, decoded and let go of before the next one."""
        pixels = picture.image.load(picture.columns, picture.rows)
        entries: dict[str, object] = {}
        if pixels.alpha is not None:
            mask = f"{name}.alpha"
            self._pdf.Reference(self._embedded(soft_mask(pixels), {}), mask)
            entries["SMask"] = PDFObjectReference(mask)
        self._pdf.Reference(self._embedded(picture_stream(pixels), entries), name)

    def _embedded(self, stream: Stream, entries: dict[str, object]) -> PDFStream:
        self._pdf.updateSignature(stream.data)
        return PDFStream(PDFDictionary({**stream.entries, **entries}), stream.data)

    def add_page(self, sheet: Sheet, content: Page) -> None:
        """Write one side of a sheet."""
        page = PDFPage()
        page.MediaBox = PDFArray(["0", "0", points(sheet.width), points(sheet.height)])
        page.TrimBox = _box(sheet.trim, sheet)
        page.BleedBox = _box(sheet.bleed or sheet.trim, sheet)
        page.Resources = self._resources(content.forms)
        page.Contents = self._stream(content.data, {})
        self._pdf.addPage(page)

    def finish(self) -> bytes:
        """The whole file."""
        embed_fonts(self._pdf)
        data: bytes = self._pdf.GetPDFData(None)
        return data

    def _add_form(self, name: str, content: Content, box: tuple[str, ...]) -> None:
        entries = {
            "Type": PDFName("XObject"),
            "Subtype": PDFName("Form"),
            "BBox": PDFArray(box),
            "Resources": self._resources(content.forms),
        }
        self._pdf.Reference(self._stream(_compressed(content.operators), entries), name)

    def _stream(self, data: bytes, entries: dict[str, object]) -> PDFStream:
        self._pdf.updateSignature(data)
        return PDFStream(PDFDictionary({**entries, "Filter": PDFName("FlateDecode")}), data)

    def _resources(self, forms: tuple[str, ...]) -> PDFDictionary:
        entries: dict[str, object] = {"Font": PDFObjectReference("BasicFonts")}
        if forms:
            entries["XObject"] = PDFDictionary({name: PDFObjectReference(name) for name in forms})
        return PDFDictionary(entries)


def _compressed(operators: str) -> bytes:
    return zlib.compress(operators.encode("ascii"), 6)


def _box(box: Rect | None, sheet: Sheet) -> PDFArray:
    box = box or Rect(0, 0, sheet.width, sheet.height)
    return PDFArray(list(map(points, (box.x, sheet.height - box.bottom, box.right, sheet.height - box.y))))


def _settle() -> None:
    """Fix the settings that reportlab would take from the user's environment or home folder."""
    rl_config.pdfComments = 0
    rl_config.pdfMultiLine = 0
