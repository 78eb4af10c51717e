"""A JPEG file taken apart (ITU-T T.81): its sizes and colours, and the same without what only cameras want to know."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING
from warnings import catch_warnings, simplefilter

from kaartenspel.messages import _
from kaartenspel.pictures import limits
from kaartenspel.pictures.error import refused, too_large
from kaartenspel.pictures.limits import damaged
from kaartenspel.pictures.upright import orientation, turned

if TYPE_CHECKING:
    from PIL.Image import Image

_SOF, _NO_SOF = range(0xC0, 0xD0), (0xC4, 0xC8, 0xCC)
_BASELINE, _EXTENDED, _PROGRESSIVE = 0xC0, 0xC1, 0xC2
_SOS, _EOI, _JFIF, _EXIF, _ICC, _ADOBE = 0xDA, 0xD9, 0xE0, 0xE1, 0xE2, 0xEE
_NEEDED = {0xC4, 0xDB, 0xDD, 0xDA}
_AFTER_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]", re.DOTALL)
Segment = tuple[int, memoryview, memoryview]


@dataclass(frozen=True, slots=True)
class Component:
    """One colour: its number, and how many samples it has across and down in a block of the picture."""

    number: int
    across: int
    down: int


@dataclass(frozen=True, slots=True)
class Jpeg:
    """The frame, the segments (marker, content, the scan behind it) and what the application segments say."""

    width: int
    height: int
    sort: int
    components: tuple[Component, ...]
    segments: tuple[Segment, ...]
    adobe: bool
    jfif: bool
    orientation: int
    profile: bytes | None

    @property
    def is_odd_rgb(self) -> bool:
        """Whether the colours are RGB by the numbers of the components alone, which a PDF's reader does not ask."""
        numbers = bytes(component.number for component in self.components)
        return numbers == b"RGB" and not self.adobe and not self.jfif

    def plain(self) -> bytes:
        """The same picture without metadata: no place, no name, no small picture, nothing behind its end."""
        return b"".join((b"\xff\xd8", *(_written(segment) for segment in self.segments if _kept(segment)), b"\xff\xd9"))


def check(data: bytes) -> tuple[int, int]:
    """The upright size of a file that is whole. Raises PictureError for all others."""
    parts = parse(data)
    # An eighth of the size is enough to read all of the file.
    decode(parts, ceil(parts.width / 8), ceil(parts.height / 8))
    return turned(parts.orientation, parts.width, parts.height)


def parse(data: bytes) -> Jpeg:
    """A JPEG file; raises PictureError for one that is damaged, of a rare sort, or too large."""
    segments = tuple(_segments(memoryview(data)))
    frame = next((segment for segment in segments if segment[0] in _SOF and segment[0] not in _NO_SOF), None)
    scans = sum(marker == _SOS for marker, _content, _scan in segments)
    if frame is None or not 0 < scans <= limits.SCANS:
        raise damaged()
    sort, content, _scan = frame
    if len(content) < 9:
        raise damaged()
    if sort not in (_BASELINE, _EXTENDED, _PROGRESSIVE) or content[0] != 8:
        hint = _("open it in a drawing program and save it as an ordinary JPEG")
        raise refused(_("the JPEG ‘{file}’ is of a rare sort that not every program can read"), hint)
    width, height = int.from_bytes(content[3:5], "big"), int.from_bytes(content[1:3], "big")
    limits.check_pixels(width, height)
    components = tuple(
        Component(content[at], content[at + 1] >> 4, content[at + 1] & 15) for at in range(6, len(content) - 2, 3)
    )
    if len(components) not in (1, 3, 4) or not all(part.across and part.down for part in components):
        raise damaged()
    if sort == _PROGRESSIVE or scans > 1:
        _check_memory(width, height, components)
    exif = next((bytes(said) for said in _said(segments, _EXIF, b"Exif\0\0")), None)
    return Jpeg(
        width, height, sort, components, segments, any(_said(segments, _ADOBE, b"Adobe")),
        any(_said(segments, _JFIF, b"JFIF\0")), orientation(exif), _profile(segments),
    )  # fmt: skip


def decode(parts: Jpeg, columns: int, rows: int) -> "Image":
    """The picture as it lies in the file, at this size or up to twice as large, as L, RGB or CMYK."""
    from PIL import Image, ImageChops  # noqa: PLC0415

    try:
        with catch_warnings():
            # Pillow warns of large pictures; ours were measured by their header.
            simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(BytesIO(parts.plain()), formats=("JPEG",))
        image.draft(None, _asked(parts, columns, rows))
        image.load()
    except (OSError, SyntaxError, ValueError):
        raise damaged() from None
    # Pillow takes every CMYK JPEG for one of Adobe's, whose values count from full ink.
    return ImageChops.invert(image) if image.mode == "CMYK" and not parts.adobe else image


def _asked(parts: Jpeg, columns: int, rows: int) -> tuple[int, int]:
    """What to ask of the decoder, which can halve three times: some for the better filter, unless that is too much."""
    for share, most in ((1.5, limits.PRINTED), (1.0, limits.AT_ONCE)):
        asked = ceil(columns * share), ceil(rows * share)
        scale = min(parts.width // asked[0], parts.height // asked[1])
        halves = max(half for half in (1, 2, 4, 8) if half <= max(1, scale))
        if parts.width * parts.height <= most * halves**2:
            return asked
    return ceil(parts.width / 2), ceil(parts.height / 2)


def _segments(data: memoryview) -> Iterator[Segment]:
    """The segments up to the mark of the end; cameras put further pictures behind it, which are not read."""
    at = 2
    while True:
        while bytes(data[at : at + 2]) == b"\xff\xff":
            at += 1
        if len(data) < at + 2 or data[at] != 0xFF:
            raise damaged()
        marker = data[at + 1]
        if marker == _EOI:
            return
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        end = at + 2 + length
        if length < 2 or end > len(data):
            raise damaged()
        start, stop = end, end
        if marker == _SOS:
            found = _AFTER_SCAN.search(data, end)
            if found is None:
                raise damaged()
            stop = found.start()
        yield marker, data[at + 4 : end], data[start:stop]
        at = stop


def _said(segments: tuple[Segment, ...], marker: int, name: bytes) -> Iterator[memoryview]:
    """What the application segments of a name hold, behind the name."""
    for found, content, _scan in segments:
        if found == marker and bytes(content[: len(name)]) == name:
            yield content[len(name) :] or memoryview(b"\0")


def _profile(segments: tuple[Segment, ...]) -> bytes | None:
    """The colour profile, which may come in several segments, each with its number first."""
    parts = sorted((bytes(part) for part in _said(segments, _ICC, b"ICC_PROFILE\0")), key=lambda part: part[:1])
    return b"".join(part[2:] for part in parts) or None


def _kept(segment: Segment) -> bool:
    """Whether a segment is part of the picture: frames, tables, scans, and what tells the colours."""
    marker, content, _scan = segment
    named = (marker, bytes(content[:5])) in ((_ADOBE, b"Adobe"), (_JFIF, b"JFIF\0"))
    return marker in _NEEDED or (marker in _SOF and marker != 0xC8) or named


def _written(segment: Segment) -> bytes:
    marker, content, scan = segment
    said = bytes(content)
    if marker == _JFIF:
        # without the small picture, whose width and height are the last two bytes of the fixed part
        said = said[:12] + b"\0\0"
    return bytes((0xFF, marker)) + (len(said) + 2).to_bytes(2, "big") + said + bytes(scan)


def _check_memory(width: int, height: int, components: tuple[Component, ...]) -> None:
    """A JPEG of several scans is in memory as a whole while it is decoded, two bytes a sample."""
    most = max(part.across * part.down for part in components)
    samples = sum(width * height * part.across * part.down / most for part in components)
    if 2 * samples > limits.COEFFICIENTS:
        message = _("the JPEG ‘{file}’ is large and progressive")
        raise too_large(message, _("save it as an ordinary (baseline) JPEG, or make it smaller"))
