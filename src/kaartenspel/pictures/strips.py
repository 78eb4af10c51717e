"""The pixels of a PNG, decoded in strips that are made smaller at once, so that memory stays small.

A strip is a PNG of its own: the last row of the strip above, unfiltered, and its own rows as they are. All filters
work on bytes, each depending on bytes of the same place in a pixel only. So packed pixels pass as bytes of grey,
and of two-byte samples the upper bytes are right whatever the lower ones were.
"""

import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kaartenspel.pictures import limits
from kaartenspel.pictures.limits import damaged
from kaartenspel.pictures.png import CHANNELS, Png, blocks
from kaartenspel.pictures.samples import Header, decoded, meant, whole_picture

if TYPE_CHECKING:
    from PIL.Image import Image

_STRIP = 4_000_000
"""Pixels of a strip."""
_COLOURS = {1: 0, 2: 4, 3: 2, 4: 6}
Box = tuple[float, float, float, float]


def decode(png: Png, columns: int, rows: int) -> tuple["Image", Box]:
    """The picture at this size or somewhat larger, as L, LA, RGB or RGBA; and the box in it that it fills."""
    from PIL import Image  # noqa: PLC0415

    factor = _factor(png, columns, rows)
    whole = (-(-png.width // factor), -(-png.height // factor))
    lines = max(1, _STRIP // (png.width * factor)) * factor
    canvas: Image.Image | None = None
    top = 0
    for image in (whole_picture(png),) if png.interlaced else _strips(png, lines):
        small = image.reduce(factor) if factor > 1 else image
        if canvas is None and small.size == whole:
            canvas = small
            break
        canvas = canvas or Image.new(small.mode, whole)
        canvas.paste(small, (0, top))
        top += small.height
    if canvas is None:
        raise damaged()
    return canvas, (0.0, 0.0, png.width / factor, png.height / factor)


def _factor(png: Png, columns: int, rows: int) -> int:
    """By what to divide while decoding: something is left for the better filter, unless that is too much."""
    share = min(png.width / columns, png.height / rows)
    sees_through = png.colour in (4, 6) or b"tRNS" in png.chunks
    most = limits.PRINTED if sees_through else limits.AT_ONCE
    for factor in (max(1, int(share / 2)), int(share)):
        if png.width * png.height <= (most if factor == int(share) else limits.PRINTED) * factor**2:
            return factor
    return int(share) + 1


def _strips(png: Png, lines: int) -> Iterator["Image"]:
    """The rows as pictures of bytes, then as what the bytes mean."""
    row = png.row_bytes(png.width) + 1
    colour, depth, width = _lanes(png)
    above = b""
    for block in blocks(png, lines):
        filtered = b"\0" + above + block if above else block
        image = decoded(Header(width, len(filtered) // row, depth, colour), zlib.compress(filtered, 0))
        last = image.crop((0, image.height - 1, width, image.height)).tobytes()
        above = last if depth == 8 else b"\0".join(last[at : at + 1] for at in range(len(last))) + b"\0"
        own = image.crop((0, 1, width, image.height)) if len(filtered) > len(block) else image
        yield meant(png, own)


def _lanes(png: Png) -> tuple[int, int, int]:
    """The colour type, depth and width of a strip, so that its pixels are as many bytes as the picture's."""
    size = max(1, png.depth * CHANNELS[png.colour] // 8)
    if size > 4:
        return png.colour, 16, png.width
    return _COLOURS[size], 8, png.row_bytes(png.width) // size
