"""The tables of a TrueType font (OpenType 1.9), read as far as a PDF needs them to be right."""

import struct
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

NEEDED = ("head", "hhea", "maxp", "hmtx", "cmap", "name", "post", "loca", "glyf")
_MAGIC = 0x5F0F3CF5
_RESTRICTED, _ANY_USE, _NOT_IN_PART, _BITMAPS_ONLY = 0x0002, 0x000E, 0x0100, 0x0200
_MORE, _WORDS, _SCALE, _TWO_SCALES, _MATRIX = 0x20, 0x01, 0x08, 0x40, 0x80
_UNICODE = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0))
"""The tables of characters that count, in the order in which HarfBuzz and we prefer them."""
_NOT_IN_A_NAME = set(" [](){}<>/%")


class BrokenFontError(Exception):
    """A file that does not keep to the format."""


class Axis(NamedTuple):
    """What can be varied in a variable font, and where it stands when nobody chooses."""

    tag: str
    default: float


class Font:
    """The tables of a font file by their tags. Raises BrokenFontError for a table that lies outside the file."""

    def __init__(self, data: bytes) -> None:
        self.tables: dict[str, bytes] = {}
        (count,) = _unpack(">H", data, 4)
        for at in range(12, 12 + 16 * count, 16):
            tag, _sum, start, length = _unpack(">4sLLL", data, at)
            if start + length > len(data) or not tag.isascii():
                raise BrokenFontError
            self.tables[tag.decode("latin-1")] = data[start : start + length]

    @property
    def axes(self) -> list[Axis]:
        """The axes of a variable font; none in any other."""
        table = self.tables.get("fvar")
        if table is None:
            return []
        start, _reserved, count, size = _unpack(">HHHH", table, 4)
        found = (_unpack(">4slll", table, start + size * index) for index in range(count))
        return [Axis(tag.decode("latin-1").strip(), default / 65536) for tag, _least, default, _most in found]

    @property
    def may_be_embedded(self) -> bool:
        """Whether its maker allows a part of it in a document (OS/2, fsType); the loosest of several uses counts."""
        table = self.tables.get("OS/2")
        if table is None:
            return True
        (allowed,) = _unpack(">H", table, 8)
        return (allowed & _ANY_USE) != _RESTRICTED and not allowed & (_NOT_IN_PART | _BITMAPS_ONLY)

    @property
    def characters(self) -> frozenset[int] | None:
        """The code points that it draws, or None where it does not say so in Unicode."""
        cmap = self.tables["cmap"]
        (count,) = _unpack(">H", cmap, 2)
        found: dict[tuple[int, int], dict[int, int]] = {}
        for platform, kind, start in _all(">HHL", cmap, 4, count):
            if (platform, kind) in _UNICODE:
                found[platform, kind] = dict(_mapped(cmap[start:]))
            elif platform == 3 or (platform, kind) == (1, 1) or (platform == 0 and kind != 5):
                # signs in the places of letters, or an alphabet from before Unicode
                return None
        if any(glyph >= self.glyph_count for glyphs in found.values() for glyph in glyphs.values()):
            raise BrokenFontError
        glyphs = next((found[key] for key in _UNICODE if key in found), None)
        return None if glyphs is None else frozenset(code for code, glyph in glyphs.items() if glyph)

    @property
    def glyph_count(self) -> int:
        """How many glyphs it has."""
        count: int = _unpack(">H", self.tables["maxp"], 4)[0]
        return count

    def check(self) -> None:
        """Raises BrokenFontError where a table is missing, or is not what the format says."""
        if any(tag not in self.tables for tag in NEEDED):
            raise BrokenFontError
        self._check_heads()
        self._check_metrics()
        _check_name(self.tables["name"])
        self._check_glyphs()

    def _check_heads(self) -> None:
        head, hhea, post = (self.tables[tag] for tag in ("head", "hhea", "post"))
        version, magic, em = _unpack(">H10xL2xH", head, 0)
        loca_format, glyph_format = _unpack(">HH", head, 50)
        right = (version, magic, glyph_format) == (1, _MAGIC, 0) and loca_format in (0, 1) and 16 <= em <= 16384
        right = right and _unpack(">H", hhea, 0)[0] == 1 and _unpack(">H", hhea, 32)[0] == 0
        right = right and _unpack(">H", self.tables["maxp"], 0)[0] == 1 and self.glyph_count > 0
        right = right and len(post) >= 32 and 1 <= _unpack(">H", post, 0)[0] <= 4
        os2 = self.tables.get("OS/2")
        if os2 is not None:
            right = right and len(os2) >= (90 if _unpack(">H", os2, 0)[0] > 1 else 72)
        if not right:
            raise BrokenFontError

    def _check_metrics(self) -> None:
        (full,) = _unpack(">H", self.tables["hhea"], 34)
        count = self.glyph_count
        if not 0 < full <= count or len(self.tables["hmtx"]) < 4 * full + 2 * (count - full):
            raise BrokenFontError

    def _check_glyphs(self) -> None:
        """Every glyph lies within its table, and the parts of a composed one are glyphs."""
        count, glyf = self.glyph_count, self.tables["glyf"]
        long = _unpack(">H", self.tables["head"], 50)[0]
        places = list(_all(">L" if long else ">H", self.tables["loca"], 0, count + 1))
        starts = [place[0] * (1 if long else 2) for place in places]
        for start, end in pairwise(starts):
            if not (start == end or (start + 10 <= end <= len(glyf))):
                raise BrokenFontError
            if start != end and glyf[start] & 0x80 and any(part >= count for part in _parts(glyf[start:end])):
                raise BrokenFontError


def _parts(glyph: bytes) -> Iterator[int]:
    """The glyphs that a composed one is made of."""
    at, flags = 10, _MORE
    while flags & _MORE:
        flags, part = _unpack(">HH", glyph, at)
        yield part
        at += 8 if flags & _WORDS else 6
        at += 2 if flags & _SCALE else 4 if flags & _TWO_SCALES else 8 if flags & _MATRIX else 0


def _mapped(table: bytes) -> Iterator[tuple[int, int]]:
    """Code points with their glyphs; the two formats that fonts of today use."""
    (kind,) = _unpack(">H", table, 0)
    if kind == 12:
        yield from _mapped_in_groups(table)
    elif kind == 4:
        yield from _mapped_in_segments(table)
    else:
        raise BrokenFontError


def _mapped_in_groups(table: bytes) -> Iterator[tuple[int, int]]:
    (count,) = _unpack(">L", table, 12)
    for first, last, glyph in _all(">LLL", table, 16, count):
        if not first <= last < 0x110000:
            raise BrokenFontError
        yield from ((code, glyph + code - first) for code in range(first, last + 1))


def _mapped_in_segments(table: bytes) -> Iterator[tuple[int, int]]:
    count = _unpack(">H", table, 6)[0] // 2
    ends, starts, deltas, offsets = (
        [value for (value,) in _all(">H", table, at, count)]
        for at in (14, 16 + 2 * count, 16 + 4 * count, 16 + 6 * count)
    )
    for index, (first, last, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for code in range(first, last + 1):
            glyph = code
            if offset:
                at = 16 + 6 * count + 2 * index + offset + 2 * (code - first)
                # the last segment of a good font may point behind the table
                (glyph,) = _unpack(">H", table, at) if at + 2 <= len(table) else (0,)
            yield code, (glyph + delta) & 0xFFFF if glyph or not offset else 0


def _check_name(table: bytes) -> None:
    """Raises BrokenFontError for a font without a name of its own that a PDF can give it."""
    kind, count, start = _unpack(">HHH", table, 0)
    names: dict[int, str] = {}
    for platform, encoding, language, name, length, offset in _all(">HHHHHH", table, 6, count):
        text = table[start + offset : start + offset + length]
        if (platform, encoding, language) == (3, 1, 0x409):
            if length % 2:
                raise BrokenFontError
            names.setdefault(name, text.decode("utf-16-be", "replace"))
        elif (platform, encoding, language) == (1, 0, 0):
            names.setdefault(name, text.decode("mac-roman"))
    said = (names.get(6) or names.get(4) or names.get(1) or "").replace(" ", "-")
    if kind != 0 or not said or any(not "!" <= letter <= "~" or letter in _NOT_IN_A_NAME for letter in said):
        raise BrokenFontError


def _all(form: str, data: bytes, start: int, count: int) -> Iterator[tuple[int, ...]]:
    """So many records in a row."""
    size = struct.calcsize(form)
    if start + size * count > len(data):
        raise BrokenFontError
    return struct.iter_unpack(form, data[start : start + size * count])


def _unpack(form: str, data: bytes, start: int) -> tuple[Any, ...]:
    try:
        return struct.unpack_from(form, data, start)
    except struct.error:
        raise BrokenFontError from None
