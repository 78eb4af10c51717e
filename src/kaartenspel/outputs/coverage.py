"""How much ink a finished page takes, as a part of its surface: measured on its picture, pixel by pixel.

A pixel counts for the inks of its colour, the very ones that a print shop gets (`colour`): 100 is one ink, laid full,
over the whole paper. Whoever needs this imports it late: pdfium takes as long to draw a page as we do.
"""

from collections.abc import Mapping
from pathlib import Path

from PIL import Image

from kaartenspel.colour import Inks, inks_of
from kaartenspel.outputs.png import opened, picture

DPI = 150
"""At 72 dpi pdfium draws thin lines too wide: outlined backs came out 4 % too high, at 150 dpi 1 %."""
_MOST_COLOURS = 20_000
_COARSE = 5
"""To so many bits a channel the colours of a photograph are rounded, where there are more than that."""


def page_inks(pdf: Path, known: Mapping[str, Inks]) -> list[Inks]:
    """The average of each ink on each page, in per cent. `known` are the inks of colours that were set by hand."""
    reckoned: dict[tuple[int, int, int], Inks] = {}
    with opened(pdf) as document:
        return [_average(picture(page, DPI), known, reckoned) for page in document]


def _average(page: Image.Image, known: Mapping[str, Inks], reckoned: dict[tuple[int, int, int], Inks]) -> Inks:
    sums = [0.0, 0.0, 0.0, 0.0]
    for count, colour in _colours(page):
        if colour not in reckoned:
            reckoned[colour] = inks_of("#{:02x}{:02x}{:02x}".format(*colour), known)
        for ink, share in enumerate(reckoned[colour]):
            sums[ink] += count * share
    cyan, magenta, yellow, black = (total / (page.width * page.height) for total in sums)
    return cyan, magenta, yellow, black


def _colours(page: Image.Image) -> list[tuple[int, tuple[int, int, int]]]:
    """The colours of a picture, each with its number of pixels."""
    found = page.convert("RGB").getcolors(_MOST_COLOURS)
    if found is None:
        steps = 255 / (2**_COARSE - 1)
        coarse = page.convert("RGB").point(lambda value: round(round(value / steps) * steps))
        found = coarse.getcolors(2 ** (3 * _COARSE))
    return found or []  # type: ignore[return-value]  # a picture in RGB has colours of three channels
