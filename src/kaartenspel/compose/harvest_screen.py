"""The pictures of a report by themselves, as wide as a screen or a page has room. Lengths are mm."""

from kaartenspel.compose.harvest import Bars, Radar
from kaartenspel.compose.harvest_bars import Look, legend, rows
from kaartenspel.compose.harvest_radar import radar
from kaartenspel.compose.script_pen import Pen, under
from kaartenspel.drawing import Drawing

WIDE, NARROW = 174.0, 84.0
_EDGE = 0.5
"""Room for half of the outermost lines."""


def picture(pen: Pen, part: Bars | Radar, colour: str, width: float) -> Drawing:
    """The picture of a part."""
    inside = width - 2 * _EDGE
    if isinstance(part, Radar):
        drawn = radar(pen, part, colour, _EDGE, inside)
    else:
        look = Look(part.scale, colour)
        drawn = under(legend(pen, look, _EDGE, inside), *rows(pen, look, part.rows, _EDGE, inside))
    return Drawing(width, round(drawn.height + 2 * _EDGE, 4), tuple(drawn.draw(_EDGE)))
