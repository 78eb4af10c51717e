"""The state of the graphics while a page is walked through (ISO 32000-1, 8.4). Lengths are mm."""

from dataclasses import dataclass, field, replace
from typing import Any

from pikepdf import Matrix

from kaartenspel.preflight.colours import START
from kaartenspel.preflight.letters import Letters
from kaartenspel.preflight.marks import Box, Colour, Point

ENDLESS: Box = (-1e6, -1e6, 1e6, 1e6)
DEEPEST = 28
"""So many forms within each other a reader must bear (ISO 32000-1, annex C, of nested states)."""


@dataclass(slots=True)
class State:
    """What holds for the next mark; `depth` is how many forms and patterns lie around it."""

    matrix: Matrix
    clip: Box = ENDLESS
    fill: Colour = START
    stroke: Colour = START
    spaces: tuple[Any, Any] = (None, None)
    pattern: Any = None
    width: float = 1.0
    overprint: tuple[bool, bool] = (False, False)
    transparent: bool = False
    font: Letters | None = None
    size: float = 0.0
    spacing: tuple[float, float] = (0.0, 0.0)
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0
    depth: int = 0


@dataclass(slots=True)
class Path:
    """The path as drawn so far, part by part."""

    parts: list[list[Point]] = field(default_factory=list)
    curved: bool = False


def within(state: State, matrix: Matrix) -> State:
    """The state in which a form or a pattern starts. Raises ValueError for one that lies in itself."""
    if state.depth >= DEEPEST:
        raise ValueError("forms within each other without end")
    return replace(state, matrix=matrix, pattern=None, depth=state.depth + 1)
