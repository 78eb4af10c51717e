"""Cards and their backs placed on sides of paper, each cut off where its neighbour begins.

Lengths are millimetres. What a place shows is worked out once for a full sheet and once for the last one, so the
work a card takes is that of making one value: ten thousand cards need no forms and no second look.
"""

from collections.abc import Callable, Container, Sequence
from functools import cache
from typing import Literal

from kaartenspel.drawing import Drawing, Placed, Rect, Sheet
from kaartenspel.impose.caption import caption_area
from kaartenspel.impose.duplex import Duplex, back_of, flip_axis, mirrored
from kaartenspel.impose.frame import Grid, Slot
from kaartenspel.impose.marks import marks
from kaartenspel.impose.order import Order, PageSide, Side, pages

Caption = Callable[[int, Side], Drawing | None]
"""The caption of a side, by the number of the sheet (from 1); None for none."""
Window = tuple[Slot, Rect]


def impose(
    fronts: Sequence[Drawing],
    backs: Sequence[Drawing | None],
    grid: Grid,
    duplex: Duplex,
    order: Order = "interleaved",
    caption: Caption | None = None,
    only: Container[int] | None = None,
) -> tuple[Sheet, ...]:
    """The sides of paper in print order. `backs` has one for each front, None for a white one.

    With `only` no more than the sheets with these numbers (from 0): the fronts and backs of others are not looked at.
    """
    if len(fronts) != len(backs):
        raise ValueError(f"{len(fronts)} fronts and {len(backs)} backs")
    if (duplex == "fold") != (grid.fold is not None):
        raise ValueError("a fold needs a grid that was made for it")
    drawer = _Drawer(grid, duplex, caption)
    sides = pages(len(fronts), len(grid.slots), duplex, order, grid.skipped)
    return tuple(drawer.side(page, fronts, backs) for page in sides if only is None or page.sheet in only)


def front_windows(grid: Grid, used: Sequence[int]) -> tuple[Window, ...]:
    """These slots of a sheet, each with what may show of its card.

    Beside a neighbour a card's bleed reaches halfway the gutter, so not at all where cards touch; elsewhere it is
    whole. On a pre-cut sheet an empty slot is a neighbour too: its card is for another time. Pieces of divided paper
    show nothing near their edges.
    """
    beside = range(len(grid.slots)) if grid.precut else used
    return tuple((grid.slots[index], _window(grid, index, beside)) for index in used)


def back_windows(grid: Grid, used: Sequence[int], duplex: Duplex) -> tuple[Window, ...]:
    """The same for their backs: the fronts' windows, mirrored."""
    axis = flip_axis(grid, duplex)
    return tuple((back_of(slot, grid, duplex), mirrored(box, grid, axis)) for slot, box in front_windows(grid, used))


def _window(grid: Grid, index: int, beside: Container[int]) -> Rect:
    """What may show of the card in this slot, beside those in others."""
    box = grid.box(grid.slots[index])
    if grid.divided:
        return box.grown(-grid.inset)
    column, (across, down) = index % grid.columns, _shared(grid)
    left = across if column > 0 else grid.bleed
    right = across if column + 1 < grid.columns and index + 1 in beside else grid.bleed
    top = down if index >= grid.columns else grid.bleed
    bottom = down if index + grid.columns in beside else grid.bleed
    return Rect(box.x - left, box.y - top, box.width + left + right, box.height + top + bottom)


def _shared(grid: Grid) -> tuple[float, float]:
    """How far bleed reaches towards a neighbour in a row and in a column."""
    down = grid.gutter if grid.row_gutter is None else grid.row_gutter
    return min(grid.bleed, grid.gutter / 2), min(grid.bleed, down / 2)


class _Drawer:
    """Makes the sides of one job; windows and marks of a full sheet are made once."""

    def __init__(self, grid: Grid, duplex: Duplex, caption: Caption | None) -> None:
        self.grid, self.duplex, self.caption = grid, duplex, caption
        self.flip: Literal["long-edge", "short-edge", "none"] = "none"
        if duplex in ("long-edge", "short-edge"):
            self.flip = duplex
        self.fronts = cache(lambda used: front_windows(grid, used))
        self.backs = cache(lambda used: back_windows(grid, used, duplex))
        alike: dict[Drawing, Drawing] = {}
        self.marks = cache(lambda cards: _same(marks(grid, cards), alike))

    def side(self, page: PageSide, fronts: Sequence[Drawing], backs: Sequence[Drawing | None]) -> Sheet:
        """One side of paper."""
        count, chosen = len(page.cards), slice(page.cards.start, page.cards.stop, page.cards.step)
        placed: list[Placed] = []
        if page.side == "front":
            placed += _place(fronts[chosen], self.fronts(page.slots))
        if page.side == "back" or self.duplex == "fold":
            placed += _place(backs[chosen], self.backs(page.slots))
        placed += self._caption(page)
        drawn = self.marks(count) if page.side == "front" else None
        grid = self.grid
        return Sheet(grid.paper_width, grid.paper_height, tuple(placed), drawn, self.flip, grid.paper)

    def _caption(self, page: PageSide) -> list[Placed]:
        """The caption at the start of its area: left, or at the foot where it is turned."""
        drawing = self.caption(page.sheet + 1, page.side) if self.caption else None
        if drawing is None:
            return []
        area, turned = caption_area(self.grid)
        if turned:
            return [Placed(drawing, area.x, area.bottom - drawing.width, 270)]
        return [Placed(drawing, area.x, area.y)]


def _place(drawings: Sequence[Drawing | None], windows: Sequence[Window]) -> list[Placed]:
    """The drawings in their slots; a white back takes no place."""
    return [
        Placed(drawing, slot.x, slot.y, slot.turn, window)
        for drawing, (slot, window) in zip(drawings, windows, strict=True)
        if drawing is not None
    ]


def _same(drawing: Drawing | None, alike: dict[Drawing, Drawing]) -> Drawing | None:
    """The first of equal drawings: what writes them tells them apart by identity."""
    return alike.setdefault(drawing, drawing) if drawing is not None else None
