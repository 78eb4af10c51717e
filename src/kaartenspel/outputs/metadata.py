"""What a PDF says about itself and asks of the viewer. No date: the same document has the same bytes for ever."""

from hashlib import md5
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFName, PDFObject, PDFString

from kaartenspel import __version__
from kaartenspel.drawing import Document

_FLIPS = {"long-edge": "DuplexFlipLongEdge", "short-edge": "DuplexFlipShortEdge", "none": "Simplex"}


class _Info(PDFObject):  # type: ignore[misc]  # reportlab has no types
    """The document's information: reportlab's own always carries a date and an author."""

    def __init__(self, document: Document) -> None:
        self._words = {"Title": document.title, "Subject": document.subject, "Producer": f"kaartenspel {__version__}"}

    def digest(self, fingerprint: Any) -> None:
        """Take part in the fingerprint of the file."""
        fingerprint.update("\0".join(self._words.values()).encode())

    def format(self, document: PDFDocument) -> bytes:
        """The dictionary as bytes, without what is empty."""
        words = {key: PDFString(word) for key, word in self._words.items() if word}
        formatted: bytes = PDFDictionary({**words, "Trapped": PDFName("False")}).format(document)
        return formatted


def describe(pdf: PDFDocument, document: Document) -> None:
    """Write title, subject and producer, and ask the viewer for true size and the right flip."""
    pdf.info = _Info(document)
    # reportlab's fingerprint begins with the time (or SOURCE_DATE_EPOCH): begin it anew.
    pdf.signature = md5(usedforsecurity=False)
    pdf.Catalog.ViewerPreferences = PDFDictionary(
        {
            "DisplayDocTitle": "true",
            "PrintScaling": PDFName("None"),
            "Duplex": PDFName(_FLIPS[flip(document)]),
        }
    )


def flip(document: Document) -> str:
    """How the paper is turned: what the first sheet with two sides says."""
    return next((sheet.flip for sheet in document.sheets if sheet.flip != "none"), "none")
