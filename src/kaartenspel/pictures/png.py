"""A PNG file taken apart (W3C PNG, third edition): what matters for paper, and the compressed rows.

Read here and not by Pillow, which would decode a logo of 12,000 × 9,000 pixels into 430 MB at once.
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from kaartenspel.messages import _
from kaartenspel.pictures import limits
from kaartenspel.pictures.error import refused, too_large
from kaartenspel.pictures.limits import damaged
from kaartenspel.pictures.upright import orientation, turned

CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
_CLEAR = {0: (2,), 2: (6,), 3: range(1, 257)}
_KEPT = (b"PLTE", b"tRNS", b"iCCP", b"eXIf")
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
_FED, _PIECE = 65_536, 1_048_576
_PROFILE = 4_194_304


@dataclass(frozen=True, slots=True)
class Png:
    """The header, the chunks that change how the picture looks, and the parts of its one compressed stream."""

    width: int
    height: int
    depth: int
    colour: int
    interlaced: bool
    chunks: dict[bytes, bytes]
    data: tuple[memoryview, ...]

    def row_bytes(self, width: int) -> int:
        """How many bytes a row of so many pixels takes, without its filter's number."""
        return ceil(width * self.depth * CHANNELS[self.colour] / 8)

    @property
    def orientation(self) -> int:
        """How the camera was held."""
        return orientation(self.chunks.get(b"eXIf"))

    @property
    def profile(self) -> bytes | None:
        """The colour profile."""
        _name, found, rest = self.chunks.get(b"iCCP", b"").partition(b"\0")
        try:
            return zlib.decompressobj().decompress(rest[1:], _PROFILE) if found else None
        except zlib.error:
            return None

    def size(self) -> int:
        """How many bytes the rows take when they are inflated."""
        if not self.interlaced:
            return self.height * (self.row_bytes(self.width) + 1)
        sizes = ((ceil((self.width - x) / right), ceil((self.height - y) / down)) for x, y, right, down in _PASSES)
        return sum(high * (self.row_bytes(wide) + 1) for wide, high in sizes if wide > 0 and high > 0)


def check(data: bytes) -> tuple[int, int]:
    """The upright size of a file that is whole. Raises PictureError for all others."""
    png = parse(data)
    if png.interlaced and png.width * png.height > limits.NOT_IN_STRIPS:
        raise too_large(_("the PNG ‘{file}’ is large and interlaced"), _("save it without interlacing (Adam7)"))
    if png.interlaced:
        _exhaust(inflated(png))
    else:
        row = png.row_bytes(png.width) + 1
        for block in blocks(png, max(1, _PIECE // row)):
            if max(block[::row]) > 4:
                raise damaged()
    return turned(png.orientation, png.width, png.height)


def parse(data: bytes) -> Png:
    """A PNG file without its metadata; raises PictureError for one that is damaged, moves or is too large."""
    chunks: dict[bytes, bytes] = {}
    rows: list[memoryview] = []
    for name, content in _chunks(memoryview(data)):
        if name == b"IHDR":
            chunks[name] = bytes(content)
            limits.check_pixels(*(int.from_bytes(content[start : start + 4], "big") for start in (0, 4)))
        elif name == b"acTL":
            raise refused(
                _("the PNG ‘{file}’ moves: it holds several pictures"), _("save the one that you want to print")
            )
        elif name == b"IDAT":
            rows.append(content)
        elif name in _KEPT:
            chunks[name] = bytes(content)
    return _made(chunks, tuple(rows))


def _made(chunks: dict[bytes, bytes], rows: tuple[memoryview, ...]) -> Png:
    head = chunks.pop(b"IHDR", b"")
    if len(head) != 13 or not rows:
        raise damaged()
    width, height = int.from_bytes(head[:4], "big"), int.from_bytes(head[4:8], "big")
    depth, colour, compression, filters, interlaced = head[8:]
    if depth not in _DEPTHS.get(colour, ()) or compression or filters or interlaced > 1:
        raise damaged()
    if colour == 3 and (not chunks.get(b"PLTE") or len(chunks[b"PLTE"]) % 3):
        raise damaged()
    if len(chunks.get(b"tRNS", b"")) not in _CLEAR.get(colour, ()):
        # as libpng does: what cannot be meant is passed over
        chunks.pop(b"tRNS", None)
    return Png(width, height, depth, colour, interlaced == 1, chunks, rows)


def _chunks(data: memoryview) -> Iterator[tuple[bytes, memoryview]]:
    """The chunks up to the one that ends the file, each checked by its sum."""
    at = 8
    while True:
        length, name = int.from_bytes(data[at : at + 4], "big"), bytes(data[at + 4 : at + 8])
        content, sum_ = data[at + 8 : at + 8 + length], data[at + 8 + length : at + 12 + length]
        if len(sum_) != 4 or zlib.crc32(data[at + 4 : at + 8 + length]) != int.from_bytes(sum_, "big"):
            raise damaged()
        if name == b"IEND":
            return
        yield name, content
        at += 12 + length


def inflated(png: Png) -> Iterator[bytes]:
    """The rows in pieces; never more than the header promises."""
    inflate, left = zlib.decompressobj(), png.size()
    fed = (part[start : start + _FED] for part in png.data for start in range(0, len(part), _FED))
    try:
        for some in fed:
            waiting = bytes(some)
            while waiting and left:
                piece = inflate.decompress(waiting, min(_PIECE, left))
                waiting = inflate.unconsumed_tail
                left -= len(piece)
                yield piece
    except zlib.error:
        raise damaged() from None
    if left:
        raise damaged()


def blocks(png: Png, lines: int) -> Iterator[bytes]:
    """So many filtered rows at a time, the last ones fewer."""
    size, pending = lines * (png.row_bytes(png.width) + 1), bytearray()
    for piece in inflated(png):
        pending += piece
        while len(pending) >= size:
            yield bytes(pending[:size])
            del pending[:size]
    if pending:
        yield bytes(pending)


def _exhaust(pieces: Iterator[bytes]) -> None:
    for _piece in pieces:
        pass
