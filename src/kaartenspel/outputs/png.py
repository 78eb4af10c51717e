"""Pages of a finished PDF as pictures, to look at and to check by.

Whoever needs pages imports this module late: pypdfium2 costs 50 ms.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
from PIL.Image import Image

_POINTS_PER_INCH = 72


def render(pdf: bytes | Path, dpi: float) -> list[Image]:
    """Each page as a picture of `dpi` dots an inch. pypdfium2 is not thread-safe: one thread at a time."""
    with opened(pdf) as document:
        return [picture(page, dpi) for page in document]


@contextmanager
def opened(pdf: bytes | Path) -> Iterator[Any]:
    """The PDF as pdfium has it, page by page, closed whatever happens."""
    document = pypdfium2.PdfDocument(BytesIO(pdf) if isinstance(pdf, bytes) else pdf)
    try:
        yield document
    finally:
        document.close()


def picture(page: Any, dpi: float) -> Image:
    """One page of it as a picture of `dpi` dots an inch."""
    rendered: Image = page.render(scale=dpi / _POINTS_PER_INCH).to_pil()
    return rendered
