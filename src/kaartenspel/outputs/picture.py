"""Pictures as the streams of a PDF: a JPEG as it is, pixels in the filtered rows of a PNG (Predictor 15).

The rows are filtered and compressed by Pillow, which is only imported for a document that has such a picture.
"""

from dataclasses import dataclass
from io import BytesIO

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName

from kaartenspel.drawing import Pixels

_MODES = {1: "L", 3: "RGB"}
_SPACES = {1: "DeviceGray", 3: "DeviceRGB"}
_LEVEL = 6
_SIGNATURE = 8


@dataclass(frozen=True, slots=True)
class Stream:
    """The entries of a stream's dictionary and its bytes."""

    entries: dict[str, object]
    data: bytes


def picture_stream(pixels: Pixels) -> Stream:
    """The colours of a picture."""
    if pixels.jpeg:
        return Stream({**_head(pixels, pixels.channels), "Filter": PDFName("DCTDecode")}, pixels.data)
    return _filtered(pixels, pixels.data, pixels.channels)


def soft_mask(pixels: Pixels) -> Stream:
    """How much each pixel covers, as a grey picture of the same size."""
    return _filtered(pixels, pixels.alpha or b"", 1)


def _filtered(pixels: Pixels, data: bytes, channels: int) -> Stream:
    """Pixels as compressed rows, each with the filter that suits it."""
    parameters = {"Predictor": 15, "Colors": channels, "BitsPerComponent": 8, "Columns": pixels.width}
    entries = {"Filter": PDFName("FlateDecode"), "DecodeParms": PDFDictionary(parameters)}
    return Stream({**_head(pixels, channels), **entries}, _rows(_png(pixels, data, channels)))


def _head(pixels: Pixels, channels: int) -> dict[str, object]:
    return {
        "Type": PDFName("XObject"), "Subtype": PDFName("Image"), "Width": pixels.width, "Height": pixels.height,
        "ColorSpace": PDFName(_SPACES[channels]), "BitsPerComponent": 8,
    }  # fmt: skip


def _png(pixels: Pixels, data: bytes, channels: int) -> memoryview:
    from PIL import Image  # noqa: PLC0415  a document without pictures does without Pillow

    target = BytesIO()
    image = Image.frombytes(_MODES[channels], (pixels.width, pixels.height), data)
    image.save(target, "PNG", compress_level=_LEVEL)
    return target.getbuffer()


def _rows(png: memoryview) -> bytes:
    """The image data of a PNG file that Pillow wrote, its chunks joined."""
    parts: list[memoryview] = []
    at = _SIGNATURE
    while at < len(png):
        length = int.from_bytes(png[at : at + 4], "big")
        if bytes(png[at + 4 : at + 8]) == b"IDAT":
            parts.append(png[at + 8 : at + 8 + length])
        at += 12 + length
    return b"".join(parts)
