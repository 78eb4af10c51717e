"""What the parts of a face are set with: the card, the theme, and the step of the ladder that is tried."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple, Protocol

from kaartenspel.compose.atoms import Hyphenate
from kaartenspel.compose.ladder import Ladder, Part, Type
from kaartenspel.compose.measure import Measure
from kaartenspel.drawing import Item
from kaartenspel.model.card import Card, LoadedDeck
from kaartenspel.model.kind import TEMPLATE
from kaartenspel.model.theme import Theme
from kaartenspel.model.words import Words


@dataclass(frozen=True, slots=True)
class Frame:
    """The room of a face in mm: its trim, how far colour runs over it, and how far print keeps inside it.

    With an `inset` nothing prints nearer than that to a cut (sheets cut in halves); `strip` is the height kept
    free at the foot for the sheet's caption. A `screen` shows the page at any size, so that type may fill it.
    """

    width: float
    height: float
    bleed: float = 3.0
    inset: float = 0.0
    strip: float = 0.0
    screen: bool = False

    def __hash__(self) -> int:
        """Short, for it is asked for with each part of a card; few differ in the rest."""
        return hash((self.width, self.height))


class Setting(NamedTuple):
    """A part that was measured: its height, and what draws it with its top at a y of the face.

    A face is measured at several sizes and drawn at one: that is why drawing waits. What may grow tells how it
    looks with so much more height.
    """

    height: float
    draw: Callable[[float], Iterable[Item]]
    grow: "Callable[[float], Setting] | None" = None

    def kept(self) -> "Setting":
        """The same, with what it draws made once for each y."""
        draw = cache(lambda y: (*self.draw(y),))
        return Setting(self.height, draw, self.grow)


NOTHING = Setting(0.0, lambda _top: ())
MOST_KEPT = 512
"""How many parts are kept: decks share some, or have one for each card, and those are not met again."""


@dataclass(slots=True)
class Trace:
    """What happened while a face was measured."""

    parted: bool = False


Kept = dict[object, tuple[Setting | None, bool]]
"""Parts that were set, by what they depend on, and whether words were parted in them."""


class Setter(Protocol):
    """What setting a text needs: fonts, hyphenation, colours. A card's Context is one; pages of text bring another."""

    @property
    def measure(self) -> Measure:
        """The faces."""

    @property
    def hyphenate(self) -> Hyphenate:
        """Where words may be parted."""

    @property
    def trace(self) -> Trace:
        """Where it is noted that a word was parted."""

    def may_part(self, kind: Type) -> bool:
        """Whether a word that is wider than its line may be parted in this type."""

    def colour(self, name: str) -> str:
        """A colour by name."""


@dataclass(slots=True)
class Context:
    """Everything that setting one face needs.

    `ratio` is what lengths are to those of a poker card. `reversed` is text on colour, `wide` the wider margin of
    backs. `kept` has the parts that are alike on many cards; all contexts of a composer share it.
    """

    measure: Measure
    hyphenate: Hyphenate
    theme: Theme
    words: Words
    deck: LoadedDeck
    card: Card
    frame: Frame
    ladder: Ladder
    set_number: int | None
    reversed: bool
    wide: bool
    step: int = 0
    part: Part = "all"
    trace: Trace = field(default_factory=Trace)
    kept: "Kept" = field(default_factory=dict)
    left: float = 0.0
    width: float = 0.0
    full_width: float = 0.0
    gap: float = 0.0
    margin: float = 0.0

    def __post_init__(self) -> None:
        """The lengths that every part asks for, once."""
        tokens, ratio, inset = self.theme.tokens, self.ladder.ratio, self.frame.inset
        token = tokens.back_margin * min(1.0, ratio) if self.wide else tokens.margin * ratio
        self.margin = max(token - inset / 2, 2.0) if inset else token
        self.left = inset + self.margin
        self.full_width = self.width = self.frame.width - 2 * self.left
        self.gap = tokens.gap * ratio

    @property
    def ratio(self) -> float:
        """What lengths are to those of a poker card."""
        return self.ladder.ratio

    def once(self, key: tuple[object, ...], make: Callable[[], Setting | None]) -> Setting | None:
        """A part that is alike on all cards of a kind for which the key is the same: made and drawn for the first."""
        key = self.card.kind.kind, self.frame, self.width, *key
        found = self.kept.get(key)
        if found is None:
            if len(self.kept) >= MOST_KEPT:
                self.kept.clear()
            before, self.trace.parted = self.trace.parted, False
            setting = make()
            found = self.kept[key] = setting and setting.kept(), self.trace.parted
            self.trace.parted = before
        self.trace.parted |= found[1]
        return found[0]

    def type(self, style: str) -> Type:
        """A text style at this step."""
        return self.ladder.type(style, self.step)

    def may_part(self, kind: Type) -> bool:
        """Whether a word that is wider than its line may be parted in this type."""
        return not kind.whole and (self.part == "all" or (self.part == "running" and not kind.one_line))

    @property
    def kind_colour(self) -> str:
        """The colour of the card's kind; `deck` stands for that of the deck's own kind."""
        named = self.card.kind.colour if self.card.kind.colour != "deck" else self.deck.kind.colour
        return self.theme.colours[named]

    def colour(self, name: str) -> str:
        """A colour by name; `white` is the kind's colour where the ground stays white, `reversed` is always white."""
        if name == "kind" or (name == "white" and not self.reversed):
            return self.kind_colour
        if name == "reversed":
            return self.theme.colours["white"]
        return self.theme.colours[name]

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
