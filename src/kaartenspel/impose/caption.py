"""Where a sheet says what it is: the caption's line, and the 50 mm control rule beside it.

Lengths are millimetres. Both stand in a strip of 3 mm (7 pt text) below the block or, turned, at its left; between the
block's bleed and the strip the cut marks keep at least a millimetre.
"""

from typing import Literal

from kaartenspel.drawing import Rect
from kaartenspel.impose.frame import Grid

MARK_GAP = 1.0
MARK_LENGTH = 5.0
SHORTEST_MARK = 0.75
STRIP = 3.0
CLEAR = 0.5
RULE = 50.0
LINE = 170.0
"""How long the strip is at least, where the paper allows: a rule and some eighty characters."""
ROOM = MARK_GAP + SHORTEST_MARK + CLEAR + STRIP
"""Between bleed and unprintable edge: gap, the shortest mark, clear space and the strip."""
Place = Literal["bottom", "left"]


def caption_side(grid: Grid) -> Place | None:
    """The side with room for the strip: the bottom first, unless a fold crosses it there; None without room."""
    outer, hair = grid.outer, 1e-6
    free: dict[Place, float] = {
        "bottom": grid.printable.bottom - grid.bleed - outer.bottom,
        "left": outer.x - grid.bleed - grid.margin,
    }
    order: tuple[Place, ...] = ("left", "bottom") if grid.fold == "vertical" else ("bottom", "left")
    needed = CLEAR + STRIP if grid.precut else ROOM  # no cut marks stand between
    return next((side for side in order if free[side] >= needed - hair), None)


def has_strip(grid: Grid) -> bool:
    """Whether a sheet has a margin for its caption: only those made by others may lack it."""
    return not grid.precut or caption_side(grid) is not None


def strip(grid: Grid) -> tuple[Rect, bool]:
    """The strip of caption and rule, and whether it is turned (read from bottom to top, at the left).

    It stands beyond the short marks where there is room, otherwise at the printable edge, and marks shorten.
    """
    outer, page = grid.outer.grown(grid.bleed + MARK_GAP + MARK_LENGTH + CLEAR), grid.printable
    if caption_side(grid) == "left":
        x = max(page.x, outer.x - STRIP)
        length = _length(page.height, grid.outer.height, grid.fold == "horizontal")
        return Rect(x, (grid.paper_height - length) / 2, STRIP, length), True
    y = min(page.bottom - STRIP, outer.bottom)
    length = _length(page.width, grid.outer.width, grid.fold == "vertical")
    return Rect((grid.paper_width - length) / 2, y, length, STRIP), False


def _length(page: float, block: float, folded: bool) -> float:
    """As long as the block, but long enough for a caption; all that is printable where a fold crosses it."""
    return page if folded else min(page, max(LINE, block))


def caption_area(grid: Grid) -> tuple[Rect, bool]:
    """Where the caption's line may stand, and whether it is turned by 270 degrees.

    On divided sheets it is a strip just above the white edge at the foot of the bottom-left card.
    """
    if grid.divided:
        foot = grid.box(grid.slots[-grid.columns]).grown(-grid.inset)
        return Rect(foot.x, foot.bottom - STRIP, foot.width, STRIP), False
    return _split(grid)[0], strip(grid)[1]


def rule_area(grid: Grid) -> Rect | None:
    """Where the control rule stands, at the end of the strip; divided sheets have none, nor those without a strip."""
    return None if grid.divided or not has_strip(grid) else _split(grid)[1]


def _split(grid: Grid) -> tuple[Rect, Rect]:
    """The strip as the caption's part and the rule's, parted by a fold that crosses the strip."""
    area, turned = strip(grid)
    if turned:
        end = grid.paper_height / 2 if grid.fold == "horizontal" else area.y + RULE
        top = end - CLEAR - RULE if grid.fold == "horizontal" else area.y
        text = Rect(area.x, end + 4 * CLEAR, STRIP, area.bottom - end - 4 * CLEAR)
        return text, Rect(area.x, top, STRIP, RULE)
    start = grid.paper_width / 2 if grid.fold == "vertical" else area.right - RULE
    left = start + CLEAR if grid.fold == "vertical" else start
    text = Rect(area.x, area.y, start - 4 * CLEAR - area.x, STRIP)
    return text, Rect(left, area.y, RULE, STRIP)
