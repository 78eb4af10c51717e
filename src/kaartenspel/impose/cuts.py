"""How many cuts a pile of sheets takes. Lengths are mm."""

from kaartenspel.impose.frame import Grid
from kaartenspel.impose.marks import cut_lines

_HAIR = 0.01


def cut_count(grid: Grid) -> int:
    """The straight cuts through a full pile: every line between cards and around them, none along the paper's edge."""
    if grid.screen:
        return 0
    across, down = cut_lines(grid, len(grid.slots))
    inner = [x for x in across if _HAIR < x < grid.paper_width - _HAIR]
    return len(inner) + len([y for y in down if _HAIR < y < grid.paper_height - _HAIR])
