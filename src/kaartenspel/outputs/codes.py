"""The codes by which a PDF's own subset of a font names its glyphs.

They are given out before the first page is drawn, in the order of the characters: so the bytes of a page depend
on nothing but the page and the set of characters of the document.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from itertools import groupby
from operator import add
from pathlib import Path

import uharfbuzz as hb
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFont, TTFontFace

from kaartenspel.outputs.fonts import FOLDER

_ESCAPES = {code: f"\\{chr(code)}" for code in b"()\\"} | {0x0A: "\\n", 0x0D: "\\r"}
_ESCAPES |= {code: f"\\{code:03o}" for code in range(127, 256)}


class _Steps(dict[int, str]):
    """What stands in a TJ array behind a character with this kern: it widens, the number draws back."""

    def __missing__(self, kern: int) -> str:
        step = self[kern] = f"){-kern}(" if kern else ""
        return step


_STEPS = _Steps()


@dataclass(frozen=True, slots=True)
class Codes:
    """A face in this document: the names of its subsets, each character's subset and its escaped code."""

    names: tuple[str, ...]
    subsets: Mapping[str, int]
    escaped: Mapping[str, str]

    def runs(self, text: str) -> Iterator[tuple[str, slice]]:
        """The text cut where another subset begins (255 characters fill one): the subset's name and the part."""
        if len(self.names) == 1:
            yield self.names[0], slice(0, len(text))
            return
        for subset, places in groupby(range(len(text)), key=lambda place: self.subsets[text[place]]):
            part = list(places)
            yield self.names[subset], slice(part[0], part[-1] + 1)

    def show(self, text: str, kerns: tuple[int, ...]) -> str:
        """The operator that shows a text of one subset."""
        escaped = map(self.escaped.__getitem__, text)
        if not any(kerns):
            return f"({''.join(escaped)})Tj"
        shown = "".join(map(add, escaped, map(_STEPS.__getitem__, kerns)))
        return f"[({shown.removesuffix('(') if kerns[-1] else shown + ')'}]TJ"


def font(path: Path) -> TTFont:
    """The font of a file. Equal files are one font, also when two faces of a theme share it."""
    return _shipped(path) if path.parent == FOLDER else _own(path.read_bytes())


@lru_cache(maxsize=16)
def _shipped(path: Path) -> TTFont:
    return TTFont(str(path), str(path), asciiReadable=False)


@lru_cache(maxsize=16)
def _own(data: bytes) -> TTFont:
    """A font that a theme brought, under a name that no other file has: its own may be that of another font."""
    name = sha256(data).hexdigest()
    opened = TTFont(name, BytesIO(data), asciiReadable=False)
    opened.face.name += f"-{name[:6]}".encode()
    _agree(opened.face, hb.Font(hb.Face(hb.Blob(data))))
    return opened


def _agree(face: TTFontFace, measured: hb.Font) -> None:
    """Let the PDF draw what was measured: the same glyph for a character, and each as wide.

    A font may have several tables of characters; and reportlab scales the widths that a table of equal ones leaves out.
    """
    widths = [measured.get_glyph_h_advance(glyph) for glyph in range(len(face.hmetrics))]
    face.hmetrics = [(width, bearing) for width, (_width, bearing) in zip(widths, face.hmetrics, strict=True)]
    for code in measured.face.unicodes:
        glyph = measured.get_nominal_glyph(code) or 0
        face.charToGlyph[code] = glyph = glyph if glyph < len(widths) else 0
        face.charWidths[code] = widths[glyph] * 1000 / face.unitsPerEm


def codes(document: PDFDocument, path: Path, characters: set[str]) -> Codes:
    """Give out the codes of a font in this document; a character without a glyph is a fault of the caller."""
    face = font(path)
    _require(face, characters)
    subsets: dict[str, int] = {}
    escaped: dict[str, str] = {}
    for character in sorted(characters):
        ((subset, code),) = face.splitString(character, document)
        subsets[character] = subset
        escaped[character] = _ESCAPES.get(code[0], chr(code[0]))
    count = max(subsets.values(), default=0) + 1
    names = tuple(face.getSubsetInternalName(subset, document) for subset in range(count))
    return Codes(names, subsets, escaped)


def _require(face: TTFont, characters: set[str]) -> None:
    missing = sorted(c for c in characters if c != "\u00a0" and ord(c) not in face.face.charToGlyph)
    if missing:
        names = ", ".join(f"U+{ord(character):04X}" for character in missing)
        raise ValueError(f"{Path(face.fontName).name} has no glyph for {names}")
