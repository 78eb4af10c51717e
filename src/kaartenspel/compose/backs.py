"""What only backs have: the imprint at their foot and the large pictogram behind. Lengths are mm."""

from collections.abc import Iterator

from kaartenspel.compose.context import NOTHING, Context, Setting
from kaartenspel.compose.pictogram import mixed, pictogram
from kaartenspel.compose.text import baseline, line_width, one_line, set_rich
from kaartenspel.drawing import Item, Rect
from kaartenspel.model.kind import Imprint
from kaartenspel.model.richtext import plain

LEAST_MOTIF = 8.0
"""The smallest side of a motif, in mm: under it there is none."""


def set_imprint(context: Context, _part: Imprint) -> Setting | None:
    """Set and count at the left, the code at the right, on one baseline."""
    card, words = context.card, context.words
    small, large = context.ladder.fixed("imprint", 1.0, 1.0), context.ladder.fixed("back-code", 0.85, 1.4)
    said = [f"{words['set']} {context.set_number}"] if context.set_number else []
    if card.number:
        said.append(f"{words['card']} {card.number} {words['of']} {context.deck.numbered}")
    width = context.width - line_width(context, card.code, large) - 1.0
    text = set_rich(context, plain(" · ".join(said)), small, context.left, width)
    if text is None:
        return None
    height = max(text.height, large.line if card.code else 0.0)

    def draw(y: float) -> Iterator[Item]:
        yield from text.draw(y + height - text.height)
        base = y + height - small.line + baseline(context, small)
        yield from one_line(context, card.code, large, context.left + context.width, base, right=True)

    return Setting(height, draw) if height else NOTHING


def draw_motif(context: Context, top: float, bottom: float) -> Iterator[Item]:
    """The kind's pictogram, large and faint, in the white of a back between its title and its imprint."""
    name = context.card.kind.pictogram if context.card.kind.colour != "deck" else context.deck.kind.pictogram
    side = min(0.46 * min(context.frame.width, context.frame.height), bottom - top)
    if not name or side < LEAST_MOTIF:
        return
    box, outline = Rect(context.left + context.width - side, bottom - side, side, side), context.theme.pictograms[name]
    if context.reversed:
        yield pictogram(outline, box, mixed(context.kind_colour, context.theme.colours["white"], 0.16))
    else:
        yield pictogram(outline, box, None, context.kind_colour, 0.3)
