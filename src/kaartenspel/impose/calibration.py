"""The calibration sheet: a front and a back that show, held against the light, how far the back is off.

Lengths are millimetres. Four scales work like a vernier: on the front their lines stand PITCH apart, on the back
PITCH + STEP, so that one pair meets and names the shift. Letters and colours must be alike where a pair meets, or the
back is off by more than a scale shows. Crosses in the corners show afterwards whether it is mended.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kaartenspel.compose.script_pen import Pen
from kaartenspel.drawing import Adjustment, Drawing, Item, Placed, Point, Rect, Sheet, disc, line
from kaartenspel.impose.duplex import mirrored
from kaartenspel.impose.frame import Axis, Grid
from kaartenspel.impose.readings import LETTERS, PITCH, RULE, STEP, arms

BLACK = "#000000"
COLOURS = ("#c00000", "#0050c8", "#007a33", "#7a2ea0")
"""Of the lines in turn: a line beside its own partner has another colour."""
THIN = 0.18
TICK = 8.0
CROSS = 15.0
"""How far the crosses stand from both edges of the paper."""
Side = Literal["front", "back"]


@dataclass(frozen=True, slots=True)
class Calibration:
    """What the sheet is made for. `name` is said on it: the printer, its tray and the way through."""

    width: float
    height: float
    flip: Literal["long-edge", "short-edge"]
    name: str
    tips: tuple[str, ...]
    after: Adjustment | None = None

    @property
    def axis(self) -> Axis:
        """About which the paper is turned over."""
        return "vertical" if (self.width <= self.height) == (self.flip == "long-edge") else "horizontal"

    def front_place(self, point: Point) -> Point:
        """Where on the front the place lies that is behind this one of the back."""
        grid = Grid(self.width, self.height, 0, 0, (), 0, 0, 0, 0, 0, 0, Rect(0, 0, 0, 0))
        box = mirrored(Rect(point[0], point[1], 0, 0), grid, self.axis)
        return box.x, box.y


def calibration_sheets(what: Calibration, pen: Pen) -> tuple[Sheet, Sheet]:
    """Front and back; with `after` the back is moved already, to see whether that helps."""
    front = Drawing(what.width, what.height, (*_scales(what, pen, "front"), *_shared(what, pen), *_tips(what, pen)))
    back = Drawing(what.width, what.height, (*_scales(what, pen, "back"), *_shared(what, pen), *_asked(what, pen)))
    placed = (Placed(front, 0, 0),), (Placed(back, 0, 0),)
    sides = (Sheet(what.width, what.height, drawn, flip=what.flip) for drawn in placed)
    first, second = sides
    return first, Sheet(second.width, second.height, second.placed, flip=what.flip, adjust=what.after)


def _scales(what: Calibration, pen: Pen, side: Side) -> Iterator[Item]:
    """The four scales of a side; front and back stand on either side of the same line."""
    across, down = arms(what.width, what.height)
    for index in range(len(LETTERS)):
        place = index - LETTERS.index("I")
        off = place * (PITCH if side == "front" else PITCH + STEP)
        for sign in (-1, 1):
            yield from _tick(what, pen, side, index, (off, sign * down), level=True)
            yield from _tick(what, pen, side, index, (sign * across, off), level=False)


def _tick(what: Calibration, pen: Pen, side: Side, index: int, at: Point, *, level: bool) -> Iterator[Item]:
    """One line of a scale with its letter; `at` is where it starts on the back, from the middle."""
    outward = -TICK if side == "back" else TICK
    start = what.width / 2 + at[0], what.height / 2 + at[1]
    end = (start[0], start[1] + outward) if level else (start[0] + outward, start[1])
    beyond = (start[0], start[1] + 1.4 * outward) if level else (start[0] + 1.4 * outward, start[1])
    if side == "front":
        start, end, beyond = (what.front_place(point) for point in (start, end, beyond))
    colour = COLOURS[index % len(COLOURS)]
    yield line(start, end, colour, 2 * THIN if LETTERS[index] == "I" else THIN)
    yield from _centred(pen, LETTERS[index], beyond)


def _centred(pen: Pen, text: str, at: Point) -> Iterator[Item]:
    """A letter with its middle at a place."""
    kind = pen.type("fine").coloured("ink")
    yield from pen.line(text, kind, at[0] - pen.width(text, kind) / 2, at[1] - kind.line / 2)


def _shared(what: Calibration, pen: Pen) -> Iterator[Item]:
    """What both sides have: crosses in the corners, and a rule across and one down."""
    for x in (CROSS, what.width - CROSS):
        for y in (CROSS, what.height - CROSS):
            yield line((x - 5, y), (x + 5, y), BLACK, THIN)
            yield line((x, y - 5), (x, y + 5), BLACK, THIN)
            yield disc(x, y, 3, None, BLACK, THIN)
    x, y = what.width / 2, what.height / 2
    yield from _rule(pen, (x - RULE / 2, y + RULE / 2 + 8), level=True)
    yield from _rule(pen, (x - RULE / 2 - 4, y - RULE / 2), level=False)


def _rule(pen: Pen, start: Point, *, level: bool) -> Iterator[Item]:
    """A line of 100 mm with a tick each 10 mm."""
    x, y = start
    yield line(start, (x + RULE, y) if level else (x, y + RULE), BLACK, THIN)
    for mark in range(0, int(RULE) + 1, 10):
        long = 4.0 if mark in (0, RULE) else 2.0
        if level:
            yield line((x + mark, y), (x + mark, y - long), BLACK, THIN)
        else:
            yield line((x, y + mark), (x + long, y + mark), BLACK, THIN)
    word = pen.words["rule"]
    yield from pen.line(word, pen.type("fine"), x + 2, y + 1 if level else y + RULE - 6)


def _tips(what: Calibration, pen: Pen) -> Iterator[Item]:
    """The front's words: what it is, and how to print it."""
    yield from _words(what, pen, (pen.words["calibration-print"], *what.tips))


def _asked(what: Calibration, pen: Pen) -> Iterator[Item]:
    """The back's words: how it is read."""
    names = ("calibration-read", "calibration-letters", "calibration-none", "calibration-rules", "calibration-then")
    yield from _words(what, pen, tuple(pen.words[name] for name in names))


def _words(what: Calibration, pen: Pen, said: tuple[str, ...]) -> Iterator[Item]:
    """A title and paragraphs between the scales."""
    left, top, width = what.width / 2 - RULE / 2 + 6, what.height / 2 - RULE / 2 - 14, RULE - 6
    yield from pen.line(what.name, pen.type("entry"), left, top)
    y = top + 9
    for text in said:
        setting = pen.set(text, pen.type("small", "ink"), left, width)
        yield from setting.draw(y)
        y += setting.height + 1.8
