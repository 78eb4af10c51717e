"""Whether a logo would be lost on the colour that it lies on."""

from functools import lru_cache

from kaartenspel.drawing import Raster, Vector
from kaartenspel.load.tones import contrast
from kaartenspel.pictures.vector import Loaded

LEAST = 3.0
"""The contrast that a drawing needs with its ground: WCAG 2.2, success criterion 1.4.11."""
SIDE = 48
"""A picture of pixels is looked at as so many pixels a side."""
FEW = 0.05
"""So few of a picture's pixels may be lost without harm."""


@lru_cache(maxsize=64)
def is_swallowed(logo: Loaded, ground: str) -> bool:
    """Whether some of its colours hardly differ from the ground; a picture that is a box gets an edge of white too."""
    if isinstance(logo, Vector):
        colours = {colour for path in logo.paths for colour in (path.fill, path.stroke) if colour}
        return any(contrast(colour, ground) < LEAST for colour in colours)
    return ground != "#ffffff" and _pixels_lost(logo, ground)


def _pixels_lost(logo: Raster, ground: str) -> bool:
    share = min(1.0, SIDE / max(logo.width, logo.height))
    small = logo.load(max(1, round(logo.width * share)), max(1, round(logo.height * share)))
    if small.alpha is None:
        return True
    step = small.channels
    rows = [small.data[at : at + step] for at in range(0, len(small.data), step)]
    seen = [row for row, opaque in zip(rows, small.alpha, strict=True) if opaque > 127]
    lost = sum(contrast(f"#{row[0]:02x}{row[len(row) // 2]:02x}{row[-1]:02x}", ground) < LEAST for row in seen)
    return lost > FEW * len(seen)
