"""Pages of a finished PDF as pictures, to look at and to check by.

Whoever needs pages imports this module late: pypdfium2 costs 50 ms.
"""

from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL.Image import Image

_POINTS_PER_INCH = 72


def render(pdf: bytes | Path, dpi: float) -> list[Image]:
    """Each page as a picture of `dpi` dots an inch. pypdfium2 is not thread-safe: one thread at a time."""
    document = pypdfium2.PdfDocument(BytesIO(pdf) if isinstance(pdf, bytes) else pdf)
    try:
        return [page.render(scale=dpi / _POINTS_PER_INCH).to_pil() for page in document]
    finally:
        document.close()
