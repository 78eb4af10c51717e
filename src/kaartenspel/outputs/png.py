"""Pages of a finished PDF as pictures, to look at and to check by."""

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

_POINTS_PER_INCH = 72


def render(pdf: bytes | Path, dpi: float) -> "list[Image]":
    """Each page as a picture of `dpi` dots an inch."""
    import pypdfium2  # costs 50 ms, and only who looks at pages needs it

    document = pypdfium2.PdfDocument(BytesIO(pdf) if isinstance(pdf, bytes) else pdf)
    try:
        return [page.render(scale=dpi / _POINTS_PER_INCH).to_pil() for page in document]
    finally:
        document.close()
