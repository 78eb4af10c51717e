"""Contrast of text as it is seen: the colour of each run against the pixels behind and around it (WCAG 2.2, 1.4.3).

The page is rendered twice, the second time with its text invisible (text rendering mode 3): what is then in the box of
a run is its real background, patterns and pictures included. The two pictures must differ there: text that something
covers is not read either.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
from PIL import ImageChops
from PIL.Image import Image

DPI = 100
SHARE = 0.04
"""A colour that fills less of the box is the edge of something, mixed by the renderer."""
Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Reading:
    """One run of text: its least contrast with what is behind it, and how much it changes the page."""

    page: int
    text: str
    colour: Colour
    behind: Colour
    contrast: float
    seen: int


def luminance(colour: Colour) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (part / 255 for part in colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Colour, two: Colour) -> float:
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readings(data: bytes, pages: int | None = None) -> Iterator[Reading]:
    """What each run of a PDF's first pages measures."""
    whole, bare = pypdfium2.PdfDocument(data), pypdfium2.PdfDocument(without_text(data))
    for number in range(len(whole) if pages is None else min(pages, len(whole))):
        page = whole[number]
        drawn, behind = (_picture(document[number]) for document in (whole, bare))
        for text, colour, box in _runs(page):
            yield _read(number, text, colour, behind.crop(box), drawn.crop(box))


def without_text(data: bytes) -> bytes:
    """The same PDF with nothing but its text invisible; forms take the mode over from the page that calls them."""
    with pikepdf.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.contents_add(b"3 Tr\n", prepend=True)
        target = BytesIO()
        pdf.save(target)
    return target.getvalue()


def _read(page: int, text: str, colour: Colour, behind: Image, drawn: Image) -> Reading:
    total = behind.width * behind.height
    colours = [(count, found) for count, found in behind.getcolors(total) if count >= SHARE * total]
    worst = min((found for _count, found in colours), key=lambda found: contrast(colour, found))
    seen = max(high for _low, high in ImageChops.difference(behind, drawn).getextrema())
    return Reading(page, text, colour, worst, contrast(colour, worst), seen)


def _picture(page: pypdfium2.PdfPage) -> Image:
    return page.render(scale=DPI / 72).to_pil().convert("RGB")


def _runs(page: pypdfium2.PdfPage) -> Iterator[tuple[str, Colour, tuple[int, int, int, int]]]:
    """The text objects of a page, each with its colour and its box in pixels, half a millimetre wider."""
    texts, height = page.get_textpage(), page.get_height()
    found: dict[int, tuple[str, object, list[tuple[float, float, float, float]]]] = {}
    for index in range(pdfium.FPDFText_CountChars(texts.raw)):
        item = pdfium.FPDFText_GetTextObject(texts.raw, index)
        character = chr(pdfium.FPDFText_GetUnicode(texts.raw, index))
        if pdfium.FPDFText_IsGenerated(texts.raw, index) or character.isspace() or not item:
            continue
        address = ctypes.cast(item, ctypes.c_void_p).value or 0
        said, _item, boxes = found.get(address, ("", item, []))
        found[address] = (said + character, item, [*boxes, texts.get_charbox(index)])
    scale, around = DPI / 72, 0.5 * 72 / 25.4
    for said, item, boxes in found.values():
        left, low = (min(box[side] for box in boxes) - around for side in (0, 1))
        right, high = (max(box[side] for box in boxes) + around for side in (2, 3))
        place = (left * scale, (height - high) * scale, right * scale, (height - low) * scale)
        yield said, _colour(item), tuple(max(0, round(part)) for part in place)


def _colour(item: object) -> Colour:
    parts = [ctypes.c_uint() for _part in range(4)]
    pdfium.FPDFPageObj_GetFillColor(item, *parts)
    red, green, blue, _alpha = (part.value for part in parts)
    return red, green, blue
