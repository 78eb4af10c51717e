"""The ink of a gradient, where it is most."""

from typing import Any

import pikepdf

from kaartenspel.preflight.colours import chosen, space_of
from kaartenspel.preflight.marks import NO_INKS, Colour

_STEPS = 2
_STITCHED = 3


def gradient(shading: Any, resources: Any) -> Colour:
    """The colour of most ink. Between two ends ink runs evenly, so that one of them has the most.

    Functions other than of ends and of stitched ends (types 2 and 3) are not reckoned: they count as no ink.
    """
    space = shading.ColorSpace
    found = [chosen(space, parts, resources) for parts in _ends(shading.get("/Function"))]
    return max(found, key=lambda colour: sum(colour.inks), default=Colour(space_of(space, resources), NO_INKS))


def _ends(function: Any) -> list[list[float]]:
    """The values that a function has at the ends of its pieces."""
    if isinstance(function, pikepdf.Array):
        # One function a part of the colour: for the most ink, the most of each.
        each = [_ends(one) for one in list(function)]
        return [[max(end[0] for end in ends) for ends in each]] if all(each) else []
    if function is None or int(function.FunctionType) not in (_STEPS, _STITCHED):
        return []
    if int(function.FunctionType) == _STITCHED:
        return [end for one in list(function.Functions) for end in _ends(one)]
    first, last = (list(function.get(key, usual)) for key, usual in (("/C0", [0]), ("/C1", [1])))
    return [[float(part) for part in end] for end in (first, last)]
