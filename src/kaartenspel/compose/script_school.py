"""The school at the head of its script: the logo and the name beside it. Lengths are mm."""

from collections.abc import Iterator

from kaartenspel.compose.ladder import Type
from kaartenspel.compose.script_pen import Pen
from kaartenspel.drawing import Item, Rect
from kaartenspel.pictures.fit import fit
from kaartenspel.pictures.grey import greyed
from kaartenspel.pictures.vector import Loaded

WIDEST = 0.4
"""The widest that a logo may be, as a share of the room."""
BESIDE = 3.0
"""The room between logo and name."""
OUT = 1.5
"""How far the lines of a name may stand out above and below their room, with the white of their own."""


def school_head(pen: Pen, room: Rect, kind: Type | None = None) -> Iterator[Item]:
    """The logo at the left of this room and the name beside it; a name that does not fit is noted in the pen.

    `kind` is the type of the name: without it that of a script's head.
    """
    if pen.school is None:
        return
    kind = kind or pen.type("fine", "ink")
    left = room.x
    if pen.school.logo:
        logo = greyed(pen.school.logo) if pen.theme.pictures == "grey" else pen.school.logo
        mark = _mark(logo, room)
        yield from fit(logo, mark)
        left = mark.right + BESIDE
    if pen.school.name:
        yield from _name(pen, pen.school.name, kind, Rect(left, room.y, room.right - left, room.height))


def _mark(logo: Loaded, room: Rect) -> Rect:
    """The box of a logo: as high as the room, or as wide as it may be."""
    wide = min(room.height * logo.width / logo.height, WIDEST * room.width)
    high = wide * logo.height / logo.width
    return Rect(room.x, room.y + (room.height - high) / 2, wide, high)


def _name(pen: Pen, name: str, kind: Type, room: Rect) -> Iterator[Item]:
    """The name in the middle of its room, on as many lines as it needs."""
    words = pen.set(name, kind, room.x, room.width)
    if words.height > room.height + 2 * OUT:
        pen.too_long(name)
    else:
        yield from words.draw(room.y + (room.height - words.height) / 2)
