"""What the bytes of a PNG mean: bits, palettes, colours that stand for nothing, samples of two bytes."""

import zlib
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from kaartenspel.pictures.limits import damaged
from kaartenspel.pictures.png import Png

if TYPE_CHECKING:
    from PIL.Image import Image

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_SCALES = {1: 255, 2: 85, 4: 17, 8: 1}


class Header(NamedTuple):
    """What the header of a PNG says."""

    width: int
    height: int
    depth: int
    colour: int
    interlaced: bool = False


def decoded(header: Header, rows: bytes, palette: bytes = b"") -> "Image":
    """A PNG with nothing but pixels, decoded; raises PictureError for what is no such rows."""
    from PIL import Image  # noqa: PLC0415

    width, height, depth, colour, interlaced = header
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes((depth, colour, 0, 0, interlaced))
    parts = [_chunk(b"IHDR", head), _chunk(b"IDAT", rows), _chunk(b"IEND", b"")]
    parts[1:1] = [_chunk(b"PLTE", palette)] if palette else []
    try:
        # No rows are left to guess: a picture beyond Pillow's own limit was refused by its header.
        image = Image.open(BytesIO(_SIGNATURE + b"".join(parts)), formats=("PNG",))
        image.load()
    except (OSError, SyntaxError, ValueError):
        raise damaged() from None
    return image


def _chunk(name: bytes, content: bytes) -> bytes:
    return len(content).to_bytes(4, "big") + name + content + zlib.crc32(name + content).to_bytes(4, "big")


def whole_picture(png: Png) -> "Image":
    """An interlaced picture as L, LA, RGB or RGBA."""
    header = Header(png.width, png.height, png.depth, png.colour, interlaced=True)
    image = decoded(header, b"".join(png.data), png.chunks.get(b"PLTE", b"") if png.colour == 3 else b"")
    if image.mode.startswith("I"):
        image = image.point(lambda sample: sample * (1 / 256)).convert("L")
    return _seen_through(png, image.convert("L") if image.mode == "1" else image)


def meant(png: Png, strip: "Image") -> "Image":
    """A strip of bytes as L, LA, RGB or RGBA."""
    return _seen_through(png, _wide(png, strip) if png.depth == 16 else _narrow(png, strip))


def _wide(png: Png, strip: "Image") -> "Image":
    """Samples of two bytes: in grey, the upper ones stand in the first (and the opacity's in the third) channel."""
    from PIL import Image  # noqa: PLC0415

    if png.colour == 0:
        return strip.getchannel(0)
    if png.colour == 4:
        return Image.merge("LA", (strip.getchannel(0), strip.getchannel(2)))
    return strip


def _narrow(png: Png, strip: "Image") -> "Image":
    """Samples of a byte or of some bits."""
    from PIL import Image  # noqa: PLC0415

    if png.depth < 8:
        mode, bits = ("P", f"P;{png.depth}") if png.colour == 3 else ("L", f"L;{png.depth}")
        if (mode, png.depth) == ("L", 1):
            mode, bits = "1", "1"
        strip = Image.frombytes(mode, (png.width, strip.height), strip.tobytes(), "raw", bits)
        strip = strip.convert("L") if mode == "1" else strip
    if png.colour == 3:
        strip.putpalette(png.chunks[b"PLTE"])
    return strip


def _seen_through(png: Png, image: "Image") -> "Image":
    """Palettes resolved, and the chunk tRNS turned into opacity."""
    clear = png.chunks.get(b"tRNS")
    if clear is None:
        return image.convert("RGB") if image.mode == "P" else image
    if png.colour == 3:
        image.info["transparency"] = clear
        return image.convert("RGBA")
    values = [int.from_bytes(clear[at : at + 2], "big") for at in range(0, len(clear) - 1, 2)]
    shown = [value >> 8 if png.depth == 16 else value * _SCALES[png.depth] for value in values]
    image.info["transparency"] = shown[0] if png.colour == 0 else tuple(shown)
    return image.convert("LA" if png.colour == 0 else "RGBA")
