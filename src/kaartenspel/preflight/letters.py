"""How wide the characters of a PDF's font are: where a text ends, no operator says."""

import re
from collections.abc import Iterator
from typing import Any

from reportlab.pdfbase.pdfmetrics import standardFonts, stringWidth

_MAPPED = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?=<|end|\n)")
_SPACES = {b"0020", b"00a0", b"00A0"}
USUAL = 500.0
"""What a character takes when the file does not say, in thousandths of an em."""


class Letters:
    """The characters of one font: their widths in thousandths of an em, and which are spaces."""

    def __init__(self, font: Any) -> None:
        self.wide = font.get("/Subtype") == "/Type0"
        self._standard = str(font.get("/BaseFont", ""))[1:]
        self._widths = _wide(font.DescendantFonts[0]) if self.wide else _simple(font)
        self._usual = float(font.DescendantFonts[0].get("/DW", 1000)) if self.wide else USUAL
        self._blank = _blanks(font)

    def each(self, text: bytes) -> Iterator[tuple[int, float, bool]]:
        """The code of each character, its width, and whether it leaves nothing on paper."""
        step = 2 if self.wide else 1
        for start in range(0, len(text) - step + 1, step):
            code = int.from_bytes(text[start : start + step], "big")
            yield code, self._width(code), code in self._blank

    def _width(self, code: int) -> float:
        if not self._widths and self._standard in standardFonts:
            return float(stringWidth(chr(code), self._standard, 1000))
        return self._widths.get(code, self._usual)


def _simple(font: Any) -> dict[int, float]:
    first = int(font.get("/FirstChar", 0))
    return {first + number: float(width) for number, width in enumerate(list(font.get("/Widths", [])))}


def _wide(font: Any) -> dict[int, float]:
    """The two ways of `W`: a first code with widths, or a range of codes of one width (ISO 32000-1, 9.7.4.3)."""
    given, found = list(font.get("/W", [])), dict[int, float]()
    while len(given) > 1:
        first, second = int(given[0]), given[1]
        if hasattr(second, "as_list"):
            widths = second.as_list()
            found |= {first + number: float(width) for number, width in enumerate(widths)}
            given = given[2:]
        else:
            found |= dict.fromkeys(range(first, int(second) + 1), float(given[2]))
            given = given[3:]
    return found


def _blanks(font: Any) -> set[int]:
    if "/ToUnicode" not in font:
        return {32}
    pairs = _MAPPED.findall(font.ToUnicode.read_bytes())
    return {int(code, 16) for code, character in pairs if character in _SPACES}
