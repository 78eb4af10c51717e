"""Sets the texts of a script: its types, and the problems met on the way. Lengths are mm, sizes points."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import accumulate

from kaartenspel.compose.context import NOTHING, Setting, Trace
from kaartenspel.compose.hyphenation import hyphenator
from kaartenspel.compose.ladder import Ladder, Type
from kaartenspel.compose.measure import Measure
from kaartenspel.compose.text import baseline, line_width, one_line, set_rich
from kaartenspel.drawing import Item
from kaartenspel.messages import _
from kaartenspel.model.card import School
from kaartenspel.model.richtext import Block, Rich, Run, plain
from kaartenspel.model.theme import Theme
from kaartenspel.model.words import Words
from kaartenspel.problems import Code, Place, Problem

TYPES = {
    "title": ("title", 26.0, "ink"),
    "meeting": ("title", 22.0, "ink"),
    "section": ("title", 18.0, "ink"),
    "heading": ("title", 15.0, "ink"),
    "clock": ("code", 24.0, "ink"),
    "strand-clock": ("code", 16.0, "ink"),
    "quiet-clock": ("code", 13.0, "quiet"),
    "entry": ("small-title", 15.0, "ink"),
    "label": ("label", 10.0, "quiet"),
    "say": ("read-aloud", 13.0, "ink"),
    "body": ("body", 12.0, "ink"),
    "quiet": ("body", 11.0, "quiet"),
    "small": ("small", 10.5, "quiet"),
    "fine": ("source", 8.5, "quiet"),
    "bar": ("band", 8.0, "white"),
}
"""The types of a script: a style of the theme, the size that is wanted, a colour. Large print makes them larger."""
STYLES = frozenset(style for style, _size, _colour in TYPES.values()) | {"sign-title"}
LEAST = 8.0
NO_BREAK = "\u00a0"
_WORDS = re.compile(r"[^ \n]+")
_NUMBER = re.compile(r"(?<=[^\W\d_]) (?=\d)|(?<=\d) (?=min\b)")
Draw = Callable[[float], Iterable[Item]]


@dataclass
class Pen:
    """What the pages of a script are set with. What cannot be set is left white and noted in `problems`.

    `place` is where the plan stands, for those problems; `school` whose edition the script is of.
    """

    measure: Measure
    theme: Theme
    words: Words
    place: Place | None = None
    school: School | None = None
    problems: list[Problem] = field(default_factory=list)
    trace: Trace = field(default_factory=Trace)

    def __post_init__(self) -> None:
        self.hyphenate = hyphenator(self.words.language, self.words.compounds)

    def may_part(self, kind: Type) -> bool:
        """Words are parted where they are wider than their column."""
        return not kind.whole

    def colour(self, name: str) -> str:
        """A colour of the theme."""
        return self.theme.colours[name]

    def type(self, name: str, colour: str = "") -> Type:
        """A type of the script, by its name in TYPES."""
        style, size, own = TYPES[name]
        return self.style(style, size).coloured(colour or own)

    def style(self, style: str, size: float) -> Type:
        """A style of the theme at a size, or at its smallest where that is larger."""
        kind = self._ladder.type(style, self._ladder.steps)
        return kind.at(max(size, LEAST, kind.smallest))

    @property
    def large(self) -> float:
        """How much larger than usual the texts are: 1 in most themes."""
        return self.type("small").size / TYPES["small"][1]

    @cached_property
    def _ladder(self) -> Ladder:
        return Ladder(self.theme, 1.0, 1.0)

    def set(self, text: Rich | str, kind: Type, left: float, width: float) -> Setting:
        """A text in a column; a word that is wider than the column is a problem."""
        rich = plain(text) if isinstance(text, str) else text
        setting = set_rich(self, rich, kind, left, width)
        if setting is None:
            self.problems.append(_too_wide(self, rich, kind, self.place))
        return setting or NOTHING

    def line(self, text: str, kind: Type, x: float, y: float, *, right: bool = False) -> Iterator[Item]:
        """A text that is never broken, whose line has its top at y."""
        yield from one_line(self, text, kind, x, y + baseline(self, kind), right=right)

    def width(self, text: str, kind: Type) -> float:
        """The width of a text on one line."""
        return line_width(self, text, kind)

    def too_long(self, name: str) -> None:
        """Note that a part of the script is too long for its page."""
        said = _("‘{name}’ is too long for a page of the script").format(name=name)
        hint = _("make it shorter, or part it into paragraphs or steps")
        self.problems.append(Problem(Code.TEXT_TOO_LONG, said, self.place, hint))


def _too_wide(pen: Pen, rich: Rich, kind: Type, place: Place | None) -> Problem:
    word = max(_WORDS.findall(rich.text), key=lambda word: pen.width(word, kind))
    said = _("the word ‘{word}’ is wider than its column in the script").format(word=word)
    return Problem(Code.TEXT_TOO_LONG, said, place, _("write it shorter, or with a hyphen where it may be parted"))


def labelled(label: str, text: Rich | str) -> Rich:
    """A text behind its label in bold; a text that begins with a list gets its label above it."""
    rich = plain(text) if isinstance(text, str) else text
    run = Run(f"{label}: ", bold=True)
    if not rich.blocks or rich.blocks[0].bullet:
        return Rich((Block((run,)), *rich.blocks))
    first, *rest = rich.blocks
    return Rich((replace(first, runs=(run, *first.runs)), *rest))


def under(*settings: Setting, gap: float = 0.0) -> Setting:
    """Settings under each other, with so much white between those that have a height."""
    shown = [setting for setting in settings if setting.height]
    tops = list(accumulate((setting.height + gap for setting in shown), initial=0.0))

    def draw(y: float) -> Iterator[Item]:
        for top, setting in zip(tops, shown, strict=False):
            yield from setting.draw(y + top)

    return Setting(tops[-1] - gap if shown else 0.0, draw)


def beside(*settings: Setting) -> Setting:
    """Settings with their tops on one line; each brings its own place from left to right."""

    def draw(y: float) -> Iterator[Item]:
        for setting in settings:
            yield from setting.draw(y)

    return Setting(max((setting.height for setting in settings), default=0.0), draw)


def drawn(height: float, draw: Draw) -> Setting:
    """Something of a height that is drawn so."""
    return Setting(height, draw)


def glued(text: str) -> str:
    """A text in which a number stays on the line of the word before it, and minutes on that of their number."""
    return _NUMBER.sub(NO_BREAK, text)


def joined(parts: Sequence[str]) -> str:
    """What there is of these, with dots between."""
    return " · ".join(part for part in parts if part)
