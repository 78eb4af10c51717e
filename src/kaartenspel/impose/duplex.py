"""Where the back of a card lies, so that it stands behind its front on paper.

Lengths are millimetres. Places are mirrored by `paper width − x − card width`, never by column number: a sheet
that is not symmetric would otherwise be wrong. A card is turned over like the page of a book, so the heads of
both faces are at the same end.
"""

from typing import Literal

from kaartenspel.drawing import Rect
from kaartenspel.impose.frame import Axis, Grid, Slot, Turn

Duplex = Literal["long-edge", "short-edge", "fold", "none"]
TURNED_OVER: dict[Axis, dict[Turn, Turn]] = {
    "vertical": {0: 0, 90: 270, 180: 180, 270: 90},
    "horizontal": {0: 180, 90: 90, 180: 0, 270: 270},
}
"""The turn of the back by that of the front: a flip about an axis mirrors the direction of the head."""


def flip_axis(grid: Grid, edge: Duplex) -> Axis:
    """The axis about which paper is turned over: the long edge stands upright on portrait paper only."""
    if edge == "fold":
        if grid.fold is None:
            raise ValueError("a grid without a fold cannot be folded")
        return grid.fold
    if edge == "none":
        raise ValueError("one-sided paper is not turned over")
    portrait = grid.paper_width <= grid.paper_height
    return "vertical" if portrait == (edge == "long-edge") else "horizontal"


def mirrored(box: Rect, grid: Grid, axis: Axis) -> Rect:
    """The box as it lies on the other side (or on the other half of a fold-over sheet)."""
    if axis == "vertical":
        return Rect(grid.paper_width - box.x - box.width, box.y, box.width, box.height)
    return Rect(box.x, grid.paper_height - box.y - box.height, box.width, box.height)


def back_of(slot: Slot, grid: Grid, duplex: Duplex) -> Slot:
    """The slot of the back that belongs to the front in this slot; doing it twice gives the front's again."""
    axis = flip_axis(grid, duplex)
    box = mirrored(grid.box(slot), grid, axis)
    return Slot(box.x, box.y, TURNED_OVER[axis][slot.turn])
