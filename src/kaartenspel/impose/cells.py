"""Cards at their own size on paper, with bleed around the block: how many fit, and where.

Lengths are millimetres. The block and its bleed stay inside the printable area. Around them there is room for cut
marks, since white cards cannot be cut without, and on one side for the caption that tells sheets apart. Cards always
stand upright: laying them down on portrait paper holds what upright cards on landscape paper hold.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kaartenspel.drawing import Rect
from kaartenspel.impose.caption import CLEAR, MARK_GAP, ROOM, SHORTEST_MARK, caption_side
from kaartenspel.impose.frame import Axis, Grid, Slot, Turn
from kaartenspel.model.sheet import Paper, SheetLayout, Size

FOLD_GAP = 5.0
"""From a card's trim to the fold: a fold by hand is off by some millimetres."""
HAIR = 1e-6


@dataclass(frozen=True, slots=True)
class Attempt:
    """One way to lay cards on paper; the first that holds the most cards is used."""

    width: float
    height: float
    fold: Axis | None


def best_grid(size: Size, paper: Paper, sheet: SheetLayout, half: bool) -> Grid | None:
    """The grid with the most cards; among equals portrait wins, then a vertical fold."""
    grids = [grid for attempt in _attempts(paper, half) if (grid := _lay(attempt, size, sheet))]
    return max(grids, key=lambda grid: len(grid.slots), default=None)


def room_for_one(size: Size, sheet: SheetLayout, half: bool) -> tuple[float, float]:
    """The width and height of paper that takes one card, with edges, bleed and caption."""
    edge = _edge(sheet)
    height = size.height + 2 * (sheet.margin + sheet.bleed + ROOM)
    if half:
        return 2 * (edge + size.width + _fold_gap(sheet)), height
    return size.width + 2 * edge, height


def _edge(sheet: SheetLayout) -> float:
    """From the paper's edge to the nearest trim."""
    return sheet.margin + sheet.bleed + (0.0 if sheet.marks == "none" else MARK_GAP + SHORTEST_MARK)


def _fold_gap(sheet: SheetLayout) -> float:
    """From the fold to the nearest trim."""
    return max(FOLD_GAP, _edge(sheet) - sheet.margin + CLEAR)


def _attempts(paper: Paper, half: bool) -> Iterator[Attempt]:
    """All ways, the preferred ones first."""
    short, long = sorted((paper.width, paper.height))
    folds: tuple[Axis | None, ...] = ("vertical", "horizontal") if half else (None,)
    for width, height in ((short, long), (long, short)):
        for fold in folds:
            yield Attempt(width, height, fold)


def _lay(attempt: Attempt, size: Size, sheet: SheetLayout) -> Grid | None:
    """The fullest grid of one attempt that leaves room for the caption."""
    room = _usable(attempt, sheet)
    columns = _fitting(room.width, size.width, sheet.gutter)
    rows = _fitting(room.height, size.height, sheet.gutter)
    shapes = [(columns, rows), (columns, rows - 1), (columns - 1, rows)]
    for columns, rows in sorted(shapes, key=lambda shape: -shape[0] * shape[1]):
        if columns > 0 and rows > 0:
            grid = _grid(attempt, size, sheet, columns, rows)
            if caption_side(grid) is not None:
                return grid
    return None


def _usable(attempt: Attempt, sheet: SheetLayout) -> Rect:
    """Where the trims of fronts may lie."""
    edge, gap = _edge(sheet), _fold_gap(sheet)
    right, bottom = attempt.width - edge, attempt.height - edge
    if attempt.fold == "vertical":
        right = attempt.width / 2 - gap
    if attempt.fold == "horizontal":
        bottom = attempt.height / 2 - gap
    return Rect(edge, edge, right - edge, bottom - edge)


def _fitting(room: float, card: float, gutter: float) -> int:
    """How many cards fit in a row or a column; a hair's breadth forgives sums of floats."""
    return int((room + gutter + HAIR) // (card + gutter))


def _grid(attempt: Attempt, size: Size, sheet: SheetLayout, columns: int, rows: int) -> Grid:
    """So many columns and rows, in the middle of what is usable."""
    room = _usable(attempt, sheet)
    across, down = size.width + sheet.gutter, size.height + sheet.gutter
    block = _centred(room, columns * across - sheet.gutter, rows * down - sheet.gutter)
    slots = tuple(
        Slot(block.x + column * across, block.y + row * down, _turn(sheet, rows - 1 - row))
        for row in range(rows)
        for column in range(columns)
    )
    return Grid(
        attempt.width, attempt.height, size.width, size.height, slots, columns, rows, sheet.gutter, sheet.bleed,
        sheet.margin, 0.0, block, sheet.marks, attempt.fold,
    )  # fmt: skip


def _centred(room: Rect, width: float, height: float) -> Rect:
    """A box of this size in the middle of a room."""
    return Rect(room.x + (room.width - width) / 2, room.y + (room.height - height) / 2, width, height)


def _turn(sheet: SheetLayout, row_from_foot: int) -> Turn:
    """The turn of a row: counted from the foot every other row is turned, so that head meets head."""
    return 180 if sheet.heads == "together" and row_from_foot % 2 else 0
