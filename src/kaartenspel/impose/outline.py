"""The outlines of a pre-cut sheet, to print on plain paper and hold against a real one before a pack is spoiled.

Lengths are millimetres. Both sides have every card's outline with its number, and a rule. The words stand in the
cards, a paragraph each; on small labels they run in one column over the outlines.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from kaartenspel.compose.context import Setting
from kaartenspel.compose.script_pen import NO_BREAK, Pen, glued, under
from kaartenspel.drawing import Adjustment, Drawing, Item, Path, Placed, Rect, Segment, Sheet, line
from kaartenspel.impose.duplex import flip_axis, mirrored
from kaartenspel.impose.frame import Grid

BLACK = "#000000"
THIN = 0.2
RULE, SHORT_RULE = 100.0, 50.0
NARROW = 120.0
"""Paper that is narrower has room for the short rule only."""
NUMBER = 12.0
"""What a card's number takes of its width."""
PAD, APART = 3.0, 1.8


@dataclass(frozen=True, slots=True)
class Outline:
    """What the outlines are made for; `front` and `back` are the paragraphs of each side."""

    grid: Grid
    flip: Literal["long-edge", "short-edge", "none"]
    front: Sequence[str]
    back: Sequence[str]
    moved: Adjustment | None = None


def rule_length(grid: Grid) -> float:
    """How long the rule is."""
    return RULE if grid.paper_width >= NARROW else SHORT_RULE


def outline_sheets(what: Outline, pen: Pen) -> tuple[Sheet, ...]:
    """The front, and the back unless paper is printed on one side."""
    grid = what.grid
    boxes = [grid.box(slot) for slot in grid.slots]
    front = _side(what, pen, boxes, what.front)
    if what.flip == "none":
        return (front,)
    axis = flip_axis(grid, what.flip)
    back = _side(what, pen, [mirrored(box, grid, axis) for box in boxes], what.back)
    return front, Sheet(back.width, back.height, back.placed, flip=what.flip, adjust=what.moved)


def _side(what: Outline, pen: Pen, boxes: Sequence[Rect], said: Sequence[str]) -> Sheet:
    grid = what.grid
    items = (*_cards(pen, boxes), *_rule(pen, grid, boxes), *_words(pen, boxes, said))
    placed = (Placed(Drawing(grid.paper_width, grid.paper_height, items), 0, 0),)
    return Sheet(grid.paper_width, grid.paper_height, placed, flip=what.flip)


def _cards(pen: Pen, boxes: Sequence[Rect]) -> Iterator[Item]:
    """Each card's outline and number."""
    for number, box in enumerate(boxes, start=1):
        corners = ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))
        first, *rest = (Segment("line", (corner,)) for corner in corners)
        yield Path((Segment("move", first.points), *rest, Segment("close")), stroke=BLACK, stroke_width=THIN)
        yield from pen.line(str(number), pen.type("heading"), box.x + PAD, box.y + PAD)


def _rule(pen: Pen, grid: Grid, boxes: Sequence[Rect]) -> Iterator[Item]:
    """A line with a tick each 10 mm, through the middle of the last row."""
    length, y = rule_length(grid), boxes[-1].y + boxes[-1].height / 2
    left = (grid.paper_width - length) / 2
    yield line((left, y), (left + length, y), BLACK, THIN)
    for mark in range(0, int(length) + 1, 10):
        high = 4.0 if mark in (0, length) else 2.0
        yield line((left + mark, y), (left + mark, y - high), BLACK, THIN)
    yield from pen.line(pen.words["outline-rule"].format(length=f"{length:g}"), pen.type("fine"), left + 2, y + 1)


def _words(pen: Pen, boxes: Sequence[Rect], said: Sequence[str]) -> Iterator[Item]:
    """The paragraphs, each in a card of its own, or all in one column where cards are too small for that."""
    each = [_set(pen, text, box.x + NUMBER, box.width - NUMBER - PAD) for text, box in zip(said, boxes, strict=False)]
    if len(said) <= len(boxes) and all(one.height <= boxes[0].height - 2 * PAD for one in each):
        for setting, box in zip(each, boxes, strict=False):
            yield from setting.draw(box.y + PAD)
        return
    left = min(box.x for box in boxes) + NUMBER
    width = max(box.right for box in boxes) - left - PAD
    yield from under(*(_set(pen, text, left, width) for text in said), gap=APART).draw(boxes[0].y + PAD)


def _set(pen: Pen, text: str, left: float, width: float) -> Setting:
    whole = glued(text).replace(" mm", f"{NO_BREAK}mm")
    return pen.set(whole, pen.type("small", "ink"), left, width)
