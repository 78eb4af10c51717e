"""The ladder of sizes of a theme on one size of card. Sizes of type are points, lengths mm."""

import math
from dataclasses import dataclass, replace
from typing import Literal

from kaartenspel.compose.measure import POINT
from kaartenspel.model.theme import Style, Theme

Part = Literal["none", "running", "all"]
"""In which texts wide words may be parted: none, all but titles, or all."""
STEP = 0.5
"""How many points a step of the ladder takes off the style with the longest ladder."""
GRAIN = 0.1
"""Sizes of type are whole multiples of this, in points."""


@dataclass(frozen=True, slots=True)
class Type:
    """A text style at one size: `em` and `line` (the distance of two baselines) are mm.

    Words of a `whole` type are never parted.
    """

    name: str
    face: str
    bold: str
    italic: str
    bold_italic: str
    size: float
    smallest: float
    leading: float
    colour: str
    one_line: bool
    whole: bool = False

    def __hash__(self) -> int:
        """Short, for it is asked for with each text that is looked up; few differ in the rest."""
        return hash((self.name, self.size, self.colour))

    @property
    def em(self) -> float:
        """The size in mm."""
        return self.size * POINT

    @property
    def line(self) -> float:
        """The height of a line in mm."""
        return self.leading * self.size * POINT

    @property
    def faces(self) -> tuple[str, str, str, str]:
        """The faces, by which a text is measured whatever its size."""
        return self.face, self.bold, self.italic, self.bold_italic

    def at(self, size: float) -> "Type":
        """The same at another size."""
        return replace(self, size=size)

    def coloured(self, colour: str) -> "Type":
        """The same in another colour."""
        return replace(self, colour=colour)


class Ladder:
    """The styles of a theme from their largest sizes on a card (step 0) to their smallest (the last step).

    `scale` is what type is to that of the kind's own size, `ratio` what lengths are to those of a poker card.
    `screen` is for a page that is shown and not printed.
    """

    def __init__(self, theme: Theme, scale: float, ratio: float, *, screen: bool = False) -> None:
        self.scale, self.ratio, self.screen = scale, ratio, screen
        self._styles = theme.styles
        self._largest = {
            name: max(style.smallest, style.largest * (ratio if style.grows else scale))
            for name, style in theme.styles.items()
        }
        spans = (self._largest[name] - style.smallest for name, style in theme.styles.items())
        self.steps = max(1, math.ceil(max(spans, default=0.0) / STEP))
        self._types: dict[tuple[str, int], Type] = {}
        self._fixed: dict[tuple[str, float, float, str | None], Type] = {}

    def type(self, name: str, step: int) -> Type:
        """A style at a step: all styles go down to their floors in equal measure."""
        found = self._types.get((name, step))
        if found is None:
            found = self._types[name, step] = self._made(name, self._styles[name], step)
        return found

    def fixed(self, name: str, least: float, most: float, colour: str | None = None) -> Type:
        """A style that grows with the card between these factors, and never gives way to a long text."""
        key = (name, least, most, colour)
        found = self._fixed.get(key)
        if found is None:
            style = self._styles[name]
            size = max(style.smallest, style.largest * min(max(self.ratio, least), most))
            found = _type(name, style, size)
            found = self._fixed[key] = found.coloured(colour) if colour else found
        return found

    def _made(self, name: str, style: Style, step: int) -> Type:
        largest = self._largest[name]
        size = round((largest - (largest - style.smallest) * step / self.steps) / GRAIN) * GRAIN
        return _type(name, style, round(size, 4))


def _type(name: str, style: Style, size: float) -> Type:
    return Type(
        name, style.face, style.bold, style.italic, style.bold_italic, size, style.smallest, style.leading,
        style.colour, style.one_line,
    )  # fmt: skip
