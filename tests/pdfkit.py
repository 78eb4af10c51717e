"""Reads a finished PDF for the tests, with other eyes than our writer's: pypdfium2, pikepdf and zxing-cpp.

Lengths are millimetres from the page's top-left corner, y downwards; angles are degrees clockwise.
"""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import zxingcpp
from pdfpaths import MILLIMETRE, Box, Point, Shape, Walk
from pikepdf import Matrix
from PIL.Image import Image


@dataclass(frozen=True)
class Run:
    """A run of text: where its baseline starts, the way it runs, and its size in points."""

    text: str
    x: float
    y: float
    angle: float
    size: float
    font: str


@dataclass(frozen=True)
class Font:
    """A font as the file declares it."""

    name: str
    embedded: bool
    subset: bool


@dataclass(frozen=True)
class Code:
    """A QR symbol that was read in a picture, with its middle."""

    text: str
    x: float
    y: float


class Finished:
    """A finished PDF; pages are asked for by their number from 0."""

    def __init__(self, data: bytes) -> None:
        self.pike = pikepdf.open(BytesIO(data))
        self._pdfium = pypdfium2.PdfDocument(data)

    @classmethod
    def of(cls, path: Path) -> "Finished":
        """The PDF of a file."""
        return cls(path.read_bytes())

    def __len__(self) -> int:
        return len(self.pike.pages)

    def words(self, page: int) -> list[Run]:
        """The runs of text (one for each text object) in paint order, those in forms included."""
        opened = self._pdfium[page]
        texts = _texts(opened.get_textpage())
        height = opened.get_height()
        found = (_run(item, matrix, texts, height) for item, matrix in _text_objects(opened))
        return [run for run in found if run.text]

    def text(self, page: int) -> str:
        """The text of a page as a reader extracts it, with plain line ends."""
        return str(self._pdfium[page].get_textpage().get_text_range()).replace("\r\n", "\n")

    def characters(self, page: int) -> list[tuple[str, float, float]]:
        """Each character of a page with the start of its baseline, in the order of extraction."""
        opened = self._pdfium[page]
        texts, height = opened.get_textpage(), opened.get_height()
        places = range(pdfium.FPDFText_CountChars(texts.raw))
        drawn = (place for place in places if not pdfium.FPDFText_IsGenerated(texts.raw, place))
        return [_character(texts.raw, place, height) for place in drawn]

    def picture(self, page: int, dpi: float) -> Image:
        """The page as it looks."""
        rendered: Image = self._pdfium[page].render(scale=dpi / 72).to_pil()
        return rendered

    def paths(self, page: int) -> list[Shape]:
        """What is filled, stroked or clipped, in the order of the content stream, forms included."""
        opened = self.pike.pages[page]
        left, low, _, high = map(float, opened.mediabox)
        upright = Matrix(MILLIMETRE, 0, 0, -MILLIMETRE, -left * MILLIMETRE, high * MILLIMETRE)
        assert low == 0, "pages start at nought"
        return list(Walk().shapes(opened, opened.obj.get("/Resources"), upright))

    def fonts(self) -> list[Font]:
        """Every font object of the file, used or not, by name."""
        found = {_font(item) for item in self.pike.objects if _is_font(item)}
        return sorted(found, key=lambda font: font.name)

    def boxes(self, page: int) -> dict[str, Box]:
        """MediaBox, TrimBox, BleedBox, CropBox, as far as the page gives them."""
        opened = self.pike.pages[page].obj
        high = float(opened.MediaBox[3])
        names = [name for name in ("MediaBox", "TrimBox", "BleedBox", "CropBox") if f"/{name}" in opened]
        return {name: _box([float(value) for value in opened[f"/{name}"]], high) for name in names}

    def structure_problems(self) -> list[str]:
        """What qpdf finds wrong in the file."""
        return [str(problem) for problem in self.pike.check_pdf_syntax()]


def decode_qr(image: Image, dpi: float) -> list[Code]:
    """Every QR symbol in a picture of `dpi` dots an inch, from top to bottom."""
    found = zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    codes = [Code(code.text, *_middle(code.position, dpi)) for code in found]
    return sorted(codes, key=lambda code: (round(code.y), code.x))


def _middle(position: Any, dpi: float) -> Point:
    corners = [position.top_left, position.top_right, position.bottom_left, position.bottom_right]
    x, y = (sum(getattr(corner, axis) for corner in corners) / 4 for axis in "xy")
    return x * 25.4 / dpi, y * 25.4 / dpi


def _box(corners: list[float], high: float) -> Box:
    left, low, right, top = corners
    return Box(left * MILLIMETRE, (high - top) * MILLIMETRE, (right - left) * MILLIMETRE, (top - low) * MILLIMETRE)


def _is_font(item: Any) -> bool:
    return isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"


def _font(item: Any) -> Font:
    name = str(item.BaseFont).removeprefix("/")
    descriptor = item.get("/FontDescriptor", {})
    embedded = any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
    return Font(name, embedded, len(name) > 7 and name[6] == "+" and name[:6].isupper())


def _text_objects(page: Any) -> Iterator[tuple[Any, Matrix]]:
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_FORM], max_depth=1):
        yield from _inside(item.raw, Matrix())


def _inside(item: Any, outer: Matrix) -> Iterator[tuple[Any, Matrix]]:
    """The text objects of an object, each with its matrix to the page."""
    matrix = _matrix(item) @ outer
    kind = pdfium.FPDFPageObj_GetType(item)
    if kind == pdfium.FPDF_PAGEOBJ_TEXT:
        yield item, matrix
    elif kind == pdfium.FPDF_PAGEOBJ_FORM:
        for index in range(pdfium.FPDFFormObj_CountObjects(item)):
            yield from _inside(pdfium.FPDFFormObj_GetObject(item, index), matrix)


def _matrix(item: Any) -> Matrix:
    values = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, values)
    return Matrix(values.a, values.b, values.c, values.d, values.e, values.f)


def _run(item: Any, matrix: Matrix, texts: dict[int, str], height: float) -> Run:
    size = ctypes.c_float()
    pdfium.FPDFTextObj_GetFontSize(item, size)
    angle = -math.degrees(math.atan2(matrix.b, matrix.a)) % 360
    scaled = size.value * math.hypot(matrix.a, matrix.b)
    x, y = matrix.e * MILLIMETRE, (height - matrix.f) * MILLIMETRE
    return Run(texts.get(_address(item), ""), x, y, round(angle, 3) % 360, scaled, _object_font(item))


def _character(texts: Any, index: int, height: float) -> tuple[str, float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(texts, index, x, y)
    return chr(pdfium.FPDFText_GetUnicode(texts, index)), x.value * MILLIMETRE, (height - y.value) * MILLIMETRE


def _texts(page: Any) -> dict[int, str]:
    """The characters of each text object by its address, without those that pdfium adds by its own judgement."""
    found: dict[int, str] = {}
    for index in range(pdfium.FPDFText_CountChars(page.raw)):
        if pdfium.FPDFText_IsGenerated(page.raw, index) == 0:
            address = _address(pdfium.FPDFText_GetTextObject(page.raw, index))
            found[address] = found.get(address, "") + chr(pdfium.FPDFText_GetUnicode(page.raw, index))
    # pdfium gives the two halves of a character beyond U+FFFF one by one.
    return {address: text.encode("utf-16", "surrogatepass").decode("utf-16") for address, text in found.items()}


def _address(item: Any) -> int:
    return int(ctypes.cast(item, ctypes.c_void_p).value or 0)


def _object_font(item: Any) -> str:
    font = pdfium.FPDFTextObj_GetFont(item)
    length = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, length)
    return buffer.value.decode()
