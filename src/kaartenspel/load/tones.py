"""Colours as `#0f6e78`: how light they are, how they stand out against white, what ink they cost, and others like them.

Lightness, chroma and hue are those of CIE L*a*b* (D65), 0 to 100 for lightness; contrast is that of WCAG 2.2.
"""

from functools import lru_cache
from math import atan2, cos, hypot, sin
from typing import NamedTuple

LEAST_CONTRAST = 4.5
"""Of text on paper and of white on colour: WCAG 2.2, success criterion 1.4.3."""
MOST_INK = 2.6
"""Cyan, magenta and yellow together, as a share of full ink: what office printers and uncoated paper take (260 %)."""
_WHITE = (0.95047, 1.0, 1.08883)
_TO_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
_TO_RGB = ((3.2404542, -1.5371385, -0.4985314), (-0.9692660, 1.8760108, 0.0415560), (0.0556434, -0.2040259, 1.0572252))


class Tone(NamedTuple):
    """A colour by lightness (0 to 100), chroma (0 is grey) and hue (radians)."""

    lightness: float
    chroma: float
    hue: float


def luminance(colour: str) -> float:
    """The relative luminance, 0 to 1, as WCAG 2.2 defines it."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str = "#ffffff") -> float:
    """The contrast between two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def ink(colour: str) -> float:
    """Cyan, magenta and yellow together, 0 to 3, before black takes any of it over."""
    return 3.0 - sum(_shares(colour))


@lru_cache(maxsize=4096)
def tone(colour: str) -> Tone:
    """Lightness, chroma and hue."""
    linear = _linear(colour)
    x, y, z = (
        _root(sum(part * weight for part, weight in zip(linear, row, strict=True)) / white)
        for row, white in zip(_TO_XYZ, _WHITE, strict=True)
    )
    a, b = 500 * (x - y), 200 * (y - z)
    return Tone(116 * y - 16, hypot(a, b), atan2(b, a))


def from_tone(wanted: Tone) -> str:
    """The colour of this lightness and hue, as vivid as asked or as a screen can show."""
    low, high = 0.0, wanted.chroma
    if (found := _rgb(wanted)) is not None:
        return _hex(found)
    for _step in range(20):
        middle = (low + high) / 2
        low, high = (middle, high) if _rgb(wanted._replace(chroma=middle)) else (low, middle)
    return _hex(_rgb(wanted._replace(chroma=low)) or (0.0, 0.0, 0.0))


def is_safe(colour: str) -> bool:
    """Whether white letters can be read on it, and paper takes its ink."""
    return contrast(colour) >= LEAST_CONTRAST and ink(colour) <= MOST_INK


def safe(colour: str) -> str:
    """The nearest colour of the same hue on which white letters can be read, and that paper takes."""
    if is_safe(colour):
        return colour
    start = tone(colour)
    way = -0.25 if contrast(colour) < LEAST_CONTRAST else 0.25
    lightness = start.lightness
    while 0 <= lightness <= 100:
        lightness += way
        found = from_tone(start._replace(lightness=lightness))
        if is_safe(found):
            return found
    return "#3d3d3d"  # unreachable for colours of a screen: a grey of L* 26 satisfies both


def _shares(colour: str) -> tuple[float, float, float]:
    return int(colour[1:3], 16) / 255, int(colour[3:5], 16) / 255, int(colour[5:7], 16) / 255


def _linear(colour: str) -> list[float]:
    """Red, green and blue as light: the inverse of the curve of sRGB."""
    parts = _shares(colour)
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def _root(value: float) -> float:
    return value ** (1 / 3) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116


def _cube(value: float) -> float:
    return value**3 if value > 6 / 29 else (116 * value - 16) * 27 / 24389


def _rgb(wanted: Tone) -> tuple[float, ...] | None:
    """Red, green and blue of 0 to 1, or None beyond what a screen can show."""
    y = (wanted.lightness + 16) / 116
    x, z = y + wanted.chroma * cos(wanted.hue) / 500, y - wanted.chroma * sin(wanted.hue) / 200
    xyz = [_cube(part) * white for part, white in zip((x, y, z), _WHITE, strict=True)]
    linear = [sum(part * weight for part, weight in zip(xyz, row, strict=True)) for row in _TO_RGB]
    if any(not -0.0005 <= part <= 1.0005 for part in linear):
        return None
    clipped = (min(1.0, max(0.0, part)) for part in linear)
    return tuple(12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055 for part in clipped)


def _hex(parts: tuple[float, ...]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)
