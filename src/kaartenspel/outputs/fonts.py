"""The faces: which file each name stands for, and how wide a text is in it.

Widths and metrics are in em (times the size gives points), kerns in thousandths of an em. A text is kerned pair
by pair: every pair of characters is shaped once by HarfBuzz and kept, so that a line costs microseconds, and what
is measured is to the thousandth what the PDF draws. Ligatures and other substitutions are never used: one
character is one glyph, which keeps the text extractable.
"""

from collections.abc import Mapping
from functools import cached_property
from operator import add
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import uharfbuzz as hb

FOLDER = Path(__file__).parent.parent / "fonts"
SHIPPED: Mapping[str, Path] = MappingProxyType(
    {
        "regular": FOLDER / "AtkinsonHyperlegibleNext_400Regular.ttf",
        "italic": FOLDER / "AtkinsonHyperlegibleNext_400Regular_Italic.ttf",
        "semibold": FOLDER / "AtkinsonHyperlegibleNext_600SemiBold.ttf",
        "semibold-italic": FOLDER / "AtkinsonHyperlegibleNext_600SemiBold_Italic.ttf",
        "bold": FOLDER / "AtkinsonHyperlegibleNext_700Bold.ttf",
        "bold-italic": FOLDER / "AtkinsonHyperlegibleNext_700Bold_Italic.ttf",
        "extrabold": FOLDER / "AtkinsonHyperlegibleNext_800ExtraBold.ttf",
        "fallback": FOLDER / "SourceSans3_400Regular.ttf",
        "fallback-bold": FOLDER / "SourceSans3_700Bold.ttf",
    }
)
NO_BREAK_SPACE = "\u00a0"
_LONGEST_KEPT = 24
"""Words come again and are kept; lines, of which ten thousand cards have ten times as many, are not."""
MOST_WORDS = 50_000
"""How many words of a face are kept: more than a large deck has, and no more than some megabytes."""
_SUBSTITUTIONS = ("ccmp", "locl", "rlig", "rclt", "calt", "clig", "liga", "dlig", "mark", "mkmk")
_FEATURES = {"kern": True} | dict.fromkeys(_SUBSTITUTIONS, False)


class Shaped(NamedTuple):
    """How a text is set: its width in em, and the kern after each character (empty when none is needed)."""

    width: float
    kerns: tuple[int, ...] = ()


class _Advances(dict[str, float]):
    """The advance of each character in thousandths of an em, as it stands in the PDF's own table of widths."""

    def __init__(self, font: hb.Font) -> None:
        self._font = font
        self._scale = 1000 / font.face.upem

    def __missing__(self, character: str) -> float:
        # The PDF draws a no-break space as a space: reportlab gives both the same code.
        glyph = self._font.get_nominal_glyph(ord(" " if character == NO_BREAK_SPACE else character)) or 0
        advance: float = self._font.get_glyph_h_advance(glyph) * self._scale
        self[character] = advance
        return advance


class _Glyphs(dict[str, bool]):
    """Whether a font has a glyph for a character."""

    def __init__(self, font: hb.Font) -> None:
        self._font = font

    def __missing__(self, character: str) -> bool:
        found = self[character] = self._font.get_nominal_glyph(ord(character)) is not None
        return found


class _Kerns(dict[str, int]):
    """What each pair of characters adds to the advance of its first, in whole thousandths of an em."""

    def __init__(self, font: hb.Font, advances: _Advances) -> None:
        self._font = font
        self._advances = advances
        self._scale = 1000 / font.face.upem

    def __missing__(self, pair: str) -> int:
        kern = self[pair] = self._shape(pair.replace(NO_BREAK_SPACE, " "))
        return kern

    def _shape(self, pair: str) -> int:
        buffer = hb.Buffer()
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_str(pair)
        buffer.guess_segment_properties()
        hb.shape(self._font, buffer, _FEATURES)
        positions = buffer.glyph_positions
        if positions is None or len(positions) != len(pair):
            return 0
        kern: int = round(positions[0].x_advance * self._scale - self._advances[pair[0]])
        return kern


class _Word(NamedTuple):
    """A word between two spaces: its advance with that of the space behind it, and the kerns from space to space."""

    advance: float
    kerns: tuple[int, ...]


class _Words(dict[str, _Word]):
    """Words, of which lines are made: they come again and again, and between them there is always a space."""

    def __init__(self, advances: _Advances, kerns: _Kerns) -> None:
        self._advances = advances
        self._kerns = kerns

    def __missing__(self, text: str) -> _Word:
        kerns = map(self._kerns.__getitem__, map(add, f" {text}", f"{text} "))
        word = _Word(sum(map(self._advances.__getitem__, f"{text} ")), tuple(kerns))
        if len(self) < MOST_WORDS:
            self[text] = word
        return word


class _Face:
    """One opened font file, with what was measured in it so far."""

    def __init__(self, path: Path) -> None:
        self.font = hb.Font(hb.Face(hb.Blob.from_file_path(str(path))))
        self.has = _Glyphs(self.font)
        self.advances = _Advances(self.font)
        self.kerns = _Kerns(self.font, self.advances)
        self.words = _Words(self.advances, self.kerns)

    def shape(self, text: str) -> Shaped:
        """Set a text: the kern of its last character is always nought."""
        advance, kerns = -self.advances[" "], list[int]()
        for word in text.split(" "):
            known = self.words[word]
            advance += known.advance
            kerns += known.kerns
        del kerns[0]
        kerns[-1:] = [0]
        if not any(kerns):
            return Shaped(advance / 1000)
        return Shaped((advance + sum(kerns)) / 1000, tuple(kerns))

    @cached_property
    def metrics(self) -> tuple[float, float, float, float]:
        """Ascent, descent (both positive), height of a capital and of an x, in em."""
        upem, extents = self.font.face.upem, self.font.get_font_extents("ltr")
        tags = (hb.OTMetricsTag.CAP_HEIGHT, hb.OTMetricsTag.X_HEIGHT)
        capital, x = (self.font.get_metric_position_with_fallback(tag) / upem for tag in tags)
        return extents.ascender / upem, -extents.descender / upem, capital, x


class Faces:
    """The faces of a theme by name; a file is opened when its face is first used."""

    def __init__(self, paths: Mapping[str, Path] = SHIPPED) -> None:
        self.paths = dict(paths)
        self._opened: dict[str, _Face] = {}
        self._shaped: dict[tuple[str, str], Shaped] = {}

    def __reduce__(self) -> tuple[type["Faces"], tuple[dict[str, Path]]]:
        """Another process opens the files itself."""
        return Faces, (self.paths,)

    def shape(self, face: str, text: str) -> Shaped:
        """The width and the kerns of a text (composed, NFC) in a face."""
        if len(text) > _LONGEST_KEPT:
            return self._face(face).shape(text)
        key = (face, text)
        shaped = self._shaped.get(key)
        if shaped is None:
            shaped = self._shaped[key] = self._face(face).shape(text)
        return shaped

    def has(self, face: str, character: str) -> bool:
        """Whether the face can draw this character."""
        return self._face(face).has[character]

    def metrics(self, face: str) -> tuple[float, float, float, float]:
        """Ascent, descent (both positive), height of a capital and of an x, in em."""
        return self._face(face).metrics

    def units(self, face: str) -> int:
        """How many of the font's own units an em has."""
        return int(self._face(face).font.face.upem)

    def draw(self, face: str, character: str, pen: object) -> None:
        """Let a pen (as of fontTools) draw a character, in units of the font."""
        font = self._face(face).font
        glyph = font.get_nominal_glyph(ord(" " if character == NO_BREAK_SPACE else character))
        font.draw_glyph_with_pen(glyph or 0, pen)

    def _face(self, name: str) -> _Face:
        face = self._opened.get(name)
        if face is None:
            face = self._opened[name] = _Face(self.paths[name])
        return face
