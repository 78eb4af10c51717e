"""Cut marks, the fold line and the control rule, on fronts only: a mark on the back would only show the shift.

Lengths are millimetres on the paper. A mark stands outside the block's bleed, so that it is never on a card, and
never in the unprintable edge, where it might be lost on one side and mislead the cutter.
"""

from kaartenspel.drawing import Drawing, Path, Point, Rect, Segment, line
from kaartenspel.impose.caption import CLEAR, MARK_GAP, MARK_LENGTH, rule_area, strip
from kaartenspel.impose.corners import corner_guides
from kaartenspel.impose.frame import Grid

BLACK = "#000000"
THIN = 0.25 * 25.4 / 72
TICK = 2.0
DASH = (2.0, 1.5)


def marks(grid: Grid, cards: int) -> Drawing | None:
    """What stands beside this many cards, in the coordinates of the paper; nothing on a screen."""
    if grid.screen:
        return None
    items = (*corner_guides(grid, cards), *cut_marks(grid, cards), *fold_line(grid), *control_rule(grid))
    return Drawing(grid.paper_width, grid.paper_height, items)


def cut_lines(grid: Grid, cards: int) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The x of every upright cut and the y of every level one, each once, for the first cards of a sheet."""
    boxes = [grid.box(slot) for slot in grid.slots[:cards]]
    across = {round(edge, 6): edge for box in boxes for edge in (box.x, box.right)}
    down = {round(edge, 6): edge for box in boxes for edge in (box.y, box.bottom)}
    return tuple(across[key] for key in sorted(across)), tuple(down[key] for key in sorted(down))


def cut_marks(grid: Grid, cards: int) -> tuple[Path, ...]:
    """A mark at both ends of each cut line; none where the paper is cut in pieces."""
    if grid.marks == "none" or grid.divided:
        return ()
    xs, ys = cut_lines(grid, cards)
    start, field = grid.block.grown(grid.bleed + MARK_GAP), _field(grid)
    longest = MARK_LENGTH if grid.marks == "short" else max(grid.paper_width, grid.paper_height)
    left, top = (start.x, max(field.x, start.x - longest)), (start.y, max(field.y, start.y - longest))
    right = (start.right, min(field.right, start.right + longest))
    bottom = (start.bottom, min(field.bottom, start.bottom + longest))
    upright = [_mark((x, near), (x, far)) for x in xs for near, far in (top, bottom)]
    level = [_mark((near, y), (far, y)) for y in ys for near, far in (left, right)]
    return (*upright, *level)


def _field(grid: Grid) -> Rect:
    """Where marks may stand: the printable area of the fronts' half, without the caption's strip."""
    page, (caption, turned) = grid.printable, strip(grid)
    right = grid.paper_width / 2 - CLEAR if grid.fold == "vertical" else page.right
    bottom = grid.paper_height / 2 - CLEAR if grid.fold == "horizontal" else page.bottom
    left = caption.right + CLEAR if turned else page.x
    foot = bottom if turned else min(bottom, caption.y - CLEAR)
    return Rect(left, page.y, right - left, foot - page.y)


def fold_line(grid: Grid) -> tuple[Path, ...]:
    """A dashed line between fronts and backs; none between pieces, whose edges stay white."""
    if grid.fold is None or grid.divided:
        return ()
    page, (caption, turned) = grid.printable, strip(grid)
    if grid.fold == "vertical":
        x, end = grid.paper_width / 2, page.bottom if turned else caption.y - CLEAR
        return (_mark((x, page.y), (x, end), DASH),)
    y, start = grid.paper_height / 2, caption.right + CLEAR if turned else page.x
    return (_mark((start, y), (page.right, y), DASH),)


def control_rule(grid: Grid) -> tuple[Path, ...]:
    """A line of exactly 50 mm with a tick at each end: shows at once whether a printer has scaled."""
    area = rule_area(grid)
    if area is None:
        return ()
    if area.height > area.width:
        x = area.x + area.width / 2
        ends = [(x, area.y), (x, area.bottom)]
        ticks = [((x - TICK / 2, y), (x + TICK / 2, y)) for _x, y in ends]
    else:
        y = area.y + area.height / 2
        ends = [(area.x, y), (area.right, y)]
        ticks = [((x, y - TICK / 2), (x, y + TICK / 2)) for x, _y in ends]
    return (_mark(ends[0], ends[1]), *(_mark(start, end) for start, end in ticks))


def _mark(start: Point, end: Point, dash: tuple[float, ...] = ()) -> Path:
    if not dash:
        return line(start, end, BLACK, THIN)
    segments = (Segment("move", (start,)), Segment("line", (end,)))
    return Path(segments, stroke=BLACK, stroke_width=THIN, dash=dash)
