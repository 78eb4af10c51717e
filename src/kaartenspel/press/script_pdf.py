"""A script as PDFs: for the facilitator, for participants, the day on one page, signs and group cards."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from kaartenspel.compose.script import facilitator_pages, participant_pages
from kaartenspel.compose.script_pen import Pen
from kaartenspel.drawing import Document, Drawing, Placed, Sheet
from kaartenspel.model.script import Script
from kaartenspel.outputs.files import write_file
from kaartenspel.outputs.fonts import Faces


def on_pages(drawings: Sequence[Drawing]) -> tuple[Sheet, ...]:
    """Drawings that are a page each."""
    return tuple(Sheet(page.width, page.height, (Placed(page, 0.0, 0.0),)) for page in drawings)


def write_document(script: Script, what: str, sheets: tuple[Sheet, ...], faces: Faces, target: Path) -> None:
    """Write sheets as a PDF with the script's title. Raises MachineError for what cannot be written."""
    from kaartenspel.outputs.pdf import write_pdf  # noqa: PLC0415  reportlab: only what writes a PDF needs it

    document = Document(f"{script.title} – {what}", script.language, sheets, script.name)
    write_file(target, partial(write_pdf, document, faces))
