"""A document as a PDF: content streams of our own, assembled by reportlab's lower floor (no Canvas).

The Canvas would cost its import and brings traps (an unembedded Helvetica, an empty /Trans on each page); its
lower floor numbers the objects, embeds the fonts and writes the file.
"""

import zlib
from typing import BinaryIO

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
    writer = _Writer(document, faces)
    writer.add_forms()
    for sheet in document.sheets:
        writer.add_page(sheet)
    target.write(writer.finish())


class _Writer:
    """One PDF while it is made: pages are compressed as they come, so that memory stays small."""

    def __init__(self, document: Document, faces: Faces) -> None:
        _settle()
        self._pdf = PDFDocument(compression=1, invariant=1, pdfVersion=_VERSION, lang=document.language)
        describe(self._pdf, document)
        self._survey: Survey = survey(document)
        self._codes: dict[str, Codes] = {
            face: codes(self._pdf, faces.paths[face], characters)
            for face, characters in sorted(self._survey.characters.items())
        }

    def add_forms(self) -> None:
        """Write what occurs more than once, and the pictures."""
        for name, picture in self._survey.pictures.values():
            self._add_picture(name, picture)
        for rows, name in self._survey.symbols.items():
            side = str(len(rows))
            self._add_form(name, Content(symbol(rows)), ("0", "0", side, side))
        for name, drawing in self._survey.drawings.values():
            box = bounds(drawing)
            corners = tuple(map(points, (box.x, -box.bottom, box.right, -box.y)))
            self._add_form(name, self._draw(drawing), corners)

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

    def add_page(self, sheet: Sheet) -> None:
        """Write one side of a sheet."""
        content = sheet_content(sheet, self._content)
        page = PDFPage()
        page.MediaBox = PDFArray(["0", "0", points(sheet.width), points(sheet.height)])
        page.TrimBox = _box(sheet.trim, sheet)
        page.BleedBox = _box(sheet.bleed or sheet.trim, sheet)
        page.Resources = self._resources(content)
        page.Contents = self._stream(content.operators, {})
        self._pdf.addPage(page)

    def finish(self) -> bytes:
        """The whole file."""
        embed_fonts(self._pdf)
        data: bytes = self._pdf.GetPDFData(None)
        return data

    def _content(self, drawing: Drawing) -> Content:
        name = self._survey.form(drawing)
        return Content(f"/{name} Do", (name,)) if name else self._draw(drawing)

    def _draw(self, drawing: Drawing) -> Content:
        return drawing_content(drawing, self._codes, self._survey)

    def _add_form(self, name: str, content: Content, box: tuple[str, ...]) -> None:
        entries = {
            "Type": PDFName("XObject"),
            "Subtype": PDFName("Form"),
            "BBox": PDFArray(box),
            "Resources": self._resources(content),
        }
        self._pdf.Reference(self._stream(content.operators, entries), name)

    def _stream(self, operators: str, entries: dict[str, object]) -> PDFStream:
        data = zlib.compress(operators.encode("ascii"), 6)
        self._pdf.updateSignature(data)
        return PDFStream(PDFDictionary({**entries, "Filter": PDFName("FlateDecode")}), data)

    def _resources(self, content: Content) -> PDFDictionary:
        entries: dict[str, object] = {"Font": PDFObjectReference("BasicFonts")}
        if content.forms:
            entries["XObject"] = PDFDictionary({name: PDFObjectReference(name) for name in content.forms})
        return PDFDictionary(entries)


def _box(box: Rect | None, sheet: Sheet) -> PDFArray:
    box = box or Rect(0, 0, sheet.width, sheet.height)
    return PDFArray(list(map(points, (box.x, sheet.height - box.bottom, box.right, sheet.height - box.y))))


def _settle() -> None:
    """Fix the settings that reportlab would take from the user's environment or home folder."""
    rl_config.pdfComments = 0
    rl_config.pdfMultiLine = 0
