"""In which order the cuts through a pile are made, and what lies against the stop each time. Lengths are mm.

The long lines come first. In each direction the white edge goes off, with the far side against the stop; then the fresh
edge lies there, and every measure that follows is one of cards, whatever the paper was. Without a white edge the
paper's own edge stays at the stop. Folded paper is cut folded: its fold is then the far side.
"""

from dataclasses import dataclass
from typing import Literal

from kaartenspel.impose.frame import Axis, Grid
from kaartenspel.impose.marks import cut_lines

_HAIR = 0.01
Stop = Literal["left", "right", "top", "bottom"]


@dataclass(frozen=True, slots=True)
class Cut:
    """One cut: an upright one (`vertical`) at this x, or a level one at this y, as the front lies.

    `measure` is from the knife to the `stop`; `fresh` when what lies there was cut before.
    """

    axis: Axis
    place: float
    stop: Stop
    measure: float
    fresh: bool = False


def cutting_order(grid: Grid, cards: int) -> tuple[Cut, ...]:
    """The cuts through a pile whose fullest sheet holds this many cards; none on a screen or a pre-cut sheet."""
    if grid.screen or grid.precut:
        return ()
    xs, ys = cut_lines(grid, cards)
    width, height = cut_paper(grid)
    upright = tuple(_direction("vertical", xs, width))
    level = tuple(_direction("horizontal", ys, height))
    return (*upright, *level) if width <= height else (*level, *upright)


def cut_paper(grid: Grid) -> tuple[float, float]:
    """The width and height of what is cut: of folded paper half."""
    width = grid.paper_width / 2 if grid.fold == "vertical" else grid.paper_width
    return width, grid.paper_height / 2 if grid.fold == "horizontal" else grid.paper_height


def cut_count(grid: Grid) -> int:
    """The straight cuts through a full pile: every line between cards and around them, none along the paper's edge."""
    return len(cutting_order(grid, len(grid.slots)))


def _direction(axis: Axis, lines: tuple[float, ...], end: float) -> list[Cut]:
    """The cuts of one direction, of paper that goes from nought to this end."""
    near: Stop = "left" if axis == "vertical" else "top"
    far: Stop = "right" if axis == "vertical" else "bottom"
    inner = [place for place in lines if _HAIR < place < end - _HAIR]
    if not inner or lines[0] <= _HAIR:
        return [Cut(axis, place, near, place) for place in reversed(inner)]
    edge, *others = inner
    first = Cut(axis, edge, far, end - edge)
    return [first, *(Cut(axis, place, near, place - edge, fresh=True) for place in reversed(others))]
