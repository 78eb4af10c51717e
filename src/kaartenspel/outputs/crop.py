"""Faces cut out of the pages of a finished PDF, turned upright, with trim, safe margin and bleed drawn over them.

What is shown is what the PDF holds: nothing is drawn a second time. Lengths are millimetres; pixels where it says so.
"""

from ctypes import byref
from dataclasses import dataclass
from typing import Any, Literal

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import ImageDraw
from PIL.Image import Image, new

from kaartenspel.drawing import Rect

QUIET = "#d9d6cf"
TRIM, SAFE, BLEED = "#ff0096", "#00b84a", "#0090ff"
DOTS = 110 / 25.4
"""Pixels a millimetre: type of 7 points is 11 pixels high, which reads well."""
_POINT = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Face:
    """A side of a card in a PDF: its page (from 0), its trim's box there, its turn, and what of the page is its own.

    `window` is the box on the page in which the face may show: the trim with the bleed that is left to it.
    """

    page: int
    box: Rect
    turn: Literal[0, 90, 180, 270]
    window: Rect

    @property
    def width(self) -> float:
        """The width of the card, upright."""
        return self.box.height if self.turn in (90, 270) else self.box.width

    @property
    def height(self) -> float:
        """The height of the card, upright."""
        return self.box.width if self.turn in (90, 270) else self.box.height

    def upright(self) -> tuple[float, float, float, float, float, float]:
        """The matrix (a, b, c, d, e, f) from the page to the upright card, whose trim begins at nought."""
        box = self.box
        matrices = {
            0: (1.0, 0.0, 0.0, 1.0, -box.x, -box.y),
            90: (0.0, -1.0, 1.0, 0.0, -box.y, box.right),
            180: (-1.0, 0.0, 0.0, -1.0, box.right, box.bottom),
            270: (0.0, 1.0, -1.0, 0.0, box.bottom, -box.x),
        }
        return matrices[self.turn]

    def shown(self) -> Rect:
        """The window, as it lies about the upright card."""
        a, b, c, d, e, f = self.upright()
        ends = ((self.window.x, self.window.y), (self.window.right, self.window.bottom))
        xs, ys = [a * x + c * y + e for x, y in ends], [b * x + d * y + f for x, y in ends]
        return Rect(min(xs), min(ys), abs(xs[1] - xs[0]), abs(ys[1] - ys[0]))

    def trim(self) -> Rect:
        """The trim of the upright card, which begins at nought."""
        return Rect(0.0, 0.0, self.width, self.height)

    def has_bleed(self) -> bool:
        """Whether anything may show outside the trim; where paper is cut in pieces an edge inside it stays white."""
        shown, hair = self.shown(), 1e-6
        return min(shown.x, shown.y, self.width - shown.right, self.height - shown.bottom) < -hair


def crop(page: Any, face: Face, edge: float) -> Image:
    """The upright face with this much of quiet ground about its trim; other cards and marks are left away."""
    size = (round((face.width + 2 * edge) * DOTS), round((face.height + 2 * edge) * DOTS))
    ground = new("RGB", size, QUIET)
    ground.paste("#ffffff", pixels(face.trim(), edge))
    window = pixels(face.shown(), edge)
    ground.paste(_rendered(page, face, edge, size).crop(window), window[:2])
    return ground


def draw_lines(picture: Image, face: Face, edge: float, safe: float) -> None:
    """The lines over a cropped face: bleed just outside what is printed, trim and safe margin just inside theirs."""
    trim = face.trim()
    lines = [(trim.grown(-safe), SAFE, 0), (trim, TRIM, 0)]
    if face.has_bleed():
        lines.insert(0, (face.shown(), BLEED, 1))
    pen = ImageDraw.Draw(picture)
    for box, colour, outside in lines:
        left, top, right, bottom = pixels(box, edge)
        pen.rectangle((left - outside, top - outside, right - 1 + outside, bottom - 1 + outside), outline=colour)


def pixels(box: Rect, edge: float) -> tuple[int, int, int, int]:
    """A box about the card as left, top, right and bottom pixel of its picture; the last two are not part of it."""
    left, top = (box.x + edge) * DOTS, (box.y + edge) * DOTS
    right, bottom = (box.right + edge) * DOTS, (box.bottom + edge) * DOTS
    return round(left), round(top), round(right), round(bottom)


def _rendered(page: Any, face: Face, edge: float, size: tuple[int, int]) -> Image:
    """The page as seen through the card's place, turned upright by pdfium itself: no pixel is moved afterwards."""
    a, b, c, d, e, f = face.upright()
    scale = _POINT * DOTS
    matrix = pdfium.FS_MATRIX(a * scale, b * scale, c * scale, d * scale, (e + edge) * DOTS, (f + edge) * DOTS)
    bitmap = pypdfium2.PdfBitmap.new_native(*size, pdfium.FPDFBitmap_BGRx)
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, *size, 0xFFFFFFFF)
    whole = pdfium.FS_RECTF(0, 0, *size)
    pdfium.FPDF_RenderPageBitmapWithMatrix(bitmap, page, byref(matrix), byref(whole), 0)
    picture: Image = bitmap.to_pil().convert("RGB")
    return picture
