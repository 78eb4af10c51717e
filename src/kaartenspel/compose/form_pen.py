"""What forms are set with: their types, boxes to tick and lines to write on. Lengths are mm, sizes points."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from kaartenspel.compose.context import NOTHING, Setting
from kaartenspel.compose.ladder import Type
from kaartenspel.compose.script_pen import Pen
from kaartenspel.compose.text import set_rich
from kaartenspel.drawing import Fillable, Item, Path, Rect, Segment, line
from kaartenspel.messages import _
from kaartenspel.model.card import Card, LoadedDeck
from kaartenspel.model.form import Form
from kaartenspel.model.richtext import Rich, plain
from kaartenspel.problems import Code, Problem

WIDTH, HEIGHT = 210.0, 297.0
MARGIN = 15.0
RIGHT = WIDTH - MARGIN
ROOM = RIGHT - MARGIN
PITCH = 9.0
"""From one line to write on to the next: handwriting in a hurry needs 8."""
TICK = 5.6
"""The side of a box to tick."""
_TEXT = 8.0  # how high the place for typed text on one line is


class Strip(NamedTuple):
    """Settings that stand on one page together; `again` is what stands above them where they begin a new page."""

    settings: tuple[Setting, ...]
    again: Setting = NOTHING


@dataclass
class FormPen(Pen):
    """A pen for one form: whose cards stand on it, and whether it is to be filled on a screen."""

    form: Form = field(kw_only=True)
    deck: LoadedDeck | None = None
    cards: tuple[Card, ...] = ()
    fillable: bool = False

    def set(self, text: Rich | str, kind: Type, left: float, width: float) -> Setting:
        """A text in a column; a word that is wider than the column is a problem."""
        rich = plain(text) if isinstance(text, str) else text
        setting = set_rich(self, rich, kind, left, width)
        if setting is None:
            self.too_wide(rich.text)
        return setting or NOTHING

    def too_wide(self, text: str) -> None:
        """Note that a text does not fit its column."""
        said = _("‘{text}’ has a word that is too wide for its column on the form ‘{form}’")
        message = said.format(text=text, form=self.form.title)
        self.problems.append(Problem(Code.TEXT_TOO_LONG, message, self.place, _("write it shorter, or with a hyphen")))

    def too_long(self, name: str) -> None:
        """Note that something is too high for a page."""
        message = _("‘{name}’ is too long for a page of the form ‘{form}’").format(name=name, form=self.form.title)
        self.problems.append(Problem(Code.TEXT_TOO_LONG, message, self.place, _("make it shorter")))

    def heading(self, size: float = 11.0, colour: str = "ink") -> Type:
        """Bold type."""
        return self.style("heading", size).coloured(colour)

    def body(self, size: float = 11.0, colour: str = "ink") -> Type:
        """Running type."""
        return self.style("body", size).coloured(colour)

    def tick(self, box: Rect, name: str, tip: str) -> Iterator[Item]:
        """A box to tick, in the middle of a room."""
        x, y = box.x + (box.width - TICK) / 2, box.y + (box.height - TICK) / 2
        yield frame(Rect(x, y, TICK, TICK), self.colour("ink"), 0.35)
        if self.fillable:
            yield Fillable(round(x, 4), round(y, 4), TICK, TICK, name, tip)

    def writing(self, area: Rect, lines: int, name: str, tip: str) -> Iterator[Item]:
        """So many lines to write on, the last at the foot of the area; on a screen one place for text."""
        if not self.fillable:
            for number in range(lines):
                y = area.bottom - (lines - 1 - number) * PITCH
                yield line((area.x, y), (area.right, y), self.colour("line"), 0.3)
            return
        yield line((area.x, area.bottom), (area.right, area.bottom), self.colour("line"), 0.3)
        high = (lines - 1) * PITCH + _TEXT
        yield Fillable(area.x, round(area.bottom - high, 4), round(area.width, 4), high, name, tip, lines)


def frame(box: Rect, colour: str, width: float) -> Path:
    """The outline of a box."""
    corners = ((box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))
    lines = (Segment("line", (corner,)) for corner in corners)
    return Path((Segment("move", ((box.x, box.y),)), *lines, Segment("close")), stroke=colour, stroke_width=width)
