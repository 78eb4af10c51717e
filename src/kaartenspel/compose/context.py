"""What the parts of a face are set with: the card, the theme, and the step of the ladder that is tried."""

import math
from dataclasses import dataclass, field, replace
from typing import Literal

from kaartenspel.compose.atoms import Atom, Hyphenate
from kaartenspel.compose.measure import Measure
from kaartenspel.drawing import Item
from kaartenspel.model.card import Card, LoadedDeck
from kaartenspel.model.kind import TEMPLATE
from kaartenspel.model.theme import Style, Theme
from kaartenspel.model.words import Words

Part = Literal["none", "running", "all"]
"""In which texts wide words may be parted: none, all but titles, or all."""
STEP = 0.5
"""How many points a step of the ladder takes off the style with the longest ladder."""
GRAIN = 0.1
"""Sizes of type are whole multiples of this, in points."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The room of a face in mm: its trim, how far colour runs over it, and how far print keeps inside it.

    With an `inset` nothing prints nearer than that to a cut (sheets cut in halves); `strip` is the height kept
    free at the foot for the sheet's caption.
    """

    width: float
    height: float
    bleed: float = 3.0
    inset: float = 0.0
    strip: float = 0.0


@dataclass(frozen=True, slots=True)
class Setting:
    """A part that was set: its height, and its items with y from its own top and x from the face's left."""

    height: float
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """Everything that setting one face needs.

    `scale` is the type's to the kind's own size, `ratio` the lengths' to a poker card. `reversed` is text on colour,
    `wide` the wider margin of backs.
    """

    measure: Measure
    hyphenate: Hyphenate
    theme: Theme
    words: Words
    deck: LoadedDeck
    card: Card
    frame: Frame
    scale: float
    ratio: float
    set_number: int | None = None
    step: int = 0
    reversed: bool = False
    wide: bool = False
    part: Part = "all"
    atoms: dict[object, tuple[Atom, ...]] = field(default_factory=dict, compare=False, repr=False)

    def at(self, step: int, part: Part = "all") -> "Context":
        """The same at another step of the ladder; `part` says in which texts wide words may be parted."""
        return replace(self, step=step, part=part)

    def may_part(self, style: Style) -> bool:
        """Whether a word that is wider than its line may be parted in this style."""
        return self.part == "all" or (self.part == "running" and not style.one_line)

    def size(self, style: Style) -> float:
        """The size in points of a style at this step: all styles go down to their floors in equal measure."""
        largest = self._largest(style)
        share = self.step / self.steps if self.steps else 0.0
        return round((largest - (largest - style.smallest) * share) / GRAIN) * GRAIN

    def _largest(self, style: Style) -> float:
        """The top of a style's ladder on this card."""
        scale = self.ratio if style.grows else self.scale
        return max(style.smallest, style.largest * scale)

    @property
    def steps(self) -> int:
        """How many steps the ladder has: at the last one every style is at its floor."""
        spans = (self._largest(style) - style.smallest for style in self.theme.styles.values())
        return max(1, math.ceil(max(spans, default=0.0) / STEP))

    @property
    def kind_colour(self) -> str:
        """The colour of the card's kind; `deck` stands for that of the deck's own kind."""
        named = self.card.kind.colour if self.card.kind.colour != "deck" else self.deck.kind.colour
        return self.theme.colours[named]

    def colour(self, name: str) -> str:
        """A colour by name; what is white on colour takes the kind's colour where the ground stays white."""
        if name == "kind" or (name == "white" and not self.reversed):
            return self.kind_colour
        return self.theme.colours[name]

    @property
    def left(self) -> float:
        """Where text begins."""
        return self.frame.inset + self.margin

    @property
    def width(self) -> float:
        """The width of the text."""
        return self.frame.width - 2 * self.left

    @property
    def margin(self) -> float:
        """The white between trim (or inset) and text; print keeps further from a cut on a coloured back."""
        tokens = self.theme.tokens
        token = tokens.back_margin * min(1.0, self.ratio) if self.wide else tokens.margin * self.ratio
        return max(token - self.frame.inset / 2, 2.0) if self.frame.inset else token

    @property
    def gap(self) -> float:
        """The white between parts."""
        return self.theme.tokens.gap * self.ratio

    def say(self, template: str) -> str:
        """A template with its names filled in; a part that the deck leaves out is empty."""
        deck, group = self.deck.deck, self.card.group
        names = {
            "deck.title": deck.title,
            "deck.subtitle": deck.back or deck.subtitle or "",
            "group.title": group.title if group else "",
            "code": self.card.code,
            "kind.title": self.card.kind.title,
        }
        return TEMPLATE.sub(lambda found: names[found.group(1)], template)
