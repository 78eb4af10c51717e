"""A text along the right side of a face, for a card that is held sideways. Lengths are mm."""

from collections.abc import Iterator
from dataclasses import replace

from kaartenspel.compose.context import NOTHING, Context, Setting
from kaartenspel.compose.regions import said
from kaartenspel.compose.text import capital, line_width, one_line
from kaartenspel.drawing import Item, Text
from kaartenspel.model.kind import Sideways


def set_sideways(context: Context, part: Sideways, room: float) -> Setting | None:
    """The text as a column: its height is the width that it takes; None where it is longer than the room."""
    rich = said(context, part.field)
    if rich is None or not rich.blocks:
        return NOTHING
    kind, words = context.type(part.style), rich.text
    length = line_width(context, words, kind)
    if length > room:
        return None

    def draw(middle: float) -> Iterator[Item]:
        x = context.left + context.full_width - capital(context, kind)
        for item in one_line(context, words, kind, 0.0, 0.0):
            if isinstance(item, Text):
                yield replace(item, x=round(x, 4), y=round(middle - length / 2 + item.x, 4), turn=90)

    return Setting(capital(context, kind) + context.gap, draw)
