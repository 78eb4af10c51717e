"""The regions at the edges of a face: the band, the imprint and motif of a back."""

from dataclasses import replace

from kaartenspel.compose.context import Context, Setting
from kaartenspel.compose.measure import POINT
from kaartenspel.compose.pictogram import mixed, pattern, pictogram
from kaartenspel.compose.text import baseline, line_width, set_line, set_rich
from kaartenspel.drawing import Item, Rect, line, moved, rectangle
from kaartenspel.model.kind import Band, Imprint
from kaartenspel.model.richtext import plain
from kaartenspel.model.theme import Style

LEAST_MOTIF = 8.0
"""The smallest side of a motif, in mm: under it there is none."""


def band_height(context: Context) -> float:
    """The height of the band, from the trim or the inset."""
    return context.theme.tokens.band * context.ratio


def set_band(context: Context, part: Band) -> Setting | None:
    """The band: over the trim into the bleed, or within the inset; code left, title right."""
    frame, height = context.frame, band_height(context)
    inner = Rect(frame.inset, frame.inset, frame.width - 2 * frame.inset, height)
    colour = context.theme.colours["white"] if _filled(context, part) else context.kind_colour
    items = _ground(context, part, inner)
    left, middle = context.left, inner.y + height * 0.49
    code_style, title_style = context.theme.styles["code"], context.theme.styles["band"]
    if part.pictogram and context.card.kind.pictogram:
        side = height * 0.46
        outline = context.theme.pictograms[context.card.kind.pictogram]
        items.append(pictogram(outline, Rect(left, middle - side / 2, side, side), colour))
        left += side + height * 0.2
    coloured = [code_style, title_style] if _filled(context, part) else [_in_kind(code_style), _in_kind(title_style)]
    left += _code(context, coloured[0], left, middle, items)
    words = context.words[part.title_word] if part.title_word else context.say(part.title)
    title = _band_title(context, words, coloured[1], left + context.gap, middle)
    if title is None:
        return None
    return Setting(inner.bottom, (*items, *title))


def _in_kind(style: Style) -> Style:
    return style.model_copy(update={"colour": "kind"})


def _white(context: Context) -> Context:
    """The same where white stays white: text on the band is on colour, whatever the ground of the face."""
    return replace(context, reversed=True)


def _filled(context: Context, part: Band) -> bool:
    """Whether the band is coloured, or white with a line under it."""
    return part.fill == "kind" and context.theme.bands == "full"


def _ground(context: Context, part: Band, inner: Rect) -> list[Item]:
    """The band's colour with its pattern in a strip at its foot; or a line under a white band."""
    frame, kind = context.frame, context.card.kind
    bleed = 0.0 if frame.inset else frame.bleed
    strip = Rect(inner.x - bleed, inner.bottom - 0.14 * inner.height, inner.width + 2 * bleed, 0.14 * inner.height)
    if _filled(context, part):
        box = Rect(inner.x - bleed, inner.y - bleed, inner.width + 2 * bleed, inner.height + bleed)
        light = mixed(context.kind_colour, context.theme.colours["white"], 0.45)
        return [rectangle(box, context.kind_colour), *pattern(kind.pattern or "plain", strip, light, inner)]
    ruled = line((context.left, inner.bottom), (context.left + context.width, inner.bottom), context.kind_colour, 0.35)
    if part.fill == "none":
        return [ruled]
    low = Rect(context.left, inner.bottom - 0.1 * inner.height, context.width, 0.1 * inner.height)
    return [ruled, *pattern(kind.pattern or "plain", low, context.kind_colour, low)]


def _code(context: Context, style: Style, left: float, middle: float, items: list[Item]) -> float:
    """Draws the card's code and gives the width that it took."""
    if not context.card.code:
        return 0.0
    size = style.largest * min(max(context.ratio, 0.85), 1.75)
    items += _centred(context, set_line(_white(context), context.card.code, style, size, x=left), style, size, middle)
    return line_width(context, context.card.code, style, size)


def _centred(context: Context, setting: Setting, style: Style, size: float, middle: float) -> tuple[Item, ...]:
    """A line whose capitals stand around a height."""
    capital = context.measure.metrics(style.face)[2] * size * POINT
    return moved(setting.items, 0.0, middle + capital / 2 - baseline(context, style, size))


def _band_title(context: Context, words: str, style: Style, left: float, middle: float) -> tuple[Item, ...] | None:
    """The band's title at the right: the largest size that fits on a line, else two lines at the smallest."""
    right = context.left + context.width
    size = style.largest * min(max(context.ratio, 0.9), 1.6)
    while size >= style.smallest:
        if line_width(context, words, style, size) <= right - left:
            title = set_line(_white(context), words, style, size, x=right, right=True)
            return _centred(context, title, style, size, middle)
        size -= 0.1
    size = style.smallest
    setting = set_rich(_white(context), plain(words), style, left, right - left, size)
    height = style.leading * size * POINT
    if setting is None or setting.height > 2.01 * height:
        return None
    ends = _flush_right(context, setting, style, size, right)
    return moved(ends, 0.0, middle - setting.height / 2)


def _flush_right(context: Context, setting: Setting, style: Style, size: float, right: float) -> tuple[Item, ...]:
    """Lines moved to end at the right."""
    flush: list[Item] = []
    for item in setting.items:
        text = getattr(item, "text", "")
        width = line_width(context, text.rstrip(), style, size)
        flush += moved([item], right - width - getattr(item, "x", 0.0), 0.0)
    return tuple(flush)


def set_imprint(context: Context, _part: Imprint) -> Setting | None:
    """Set and count at the left, the code at the right."""
    card, words = context.card, context.words
    small, large = context.theme.styles["imprint"], context.theme.styles["back-code"]
    size = large.largest * min(max(context.ratio, 0.85), 1.4)
    code_width = line_width(context, card.code, large, size)
    said = [f"{words['set']} {context.set_number}"] if context.set_number else []
    if card.number:
        said.append(f"{words['card']} {card.number} {words['of']} {context.deck.numbered}")
    text = set_rich(
        context, plain(" · ".join(said)), small, context.left, context.width - code_width - 1.0, small.largest
    )
    if text is None:
        return None
    code = set_line(context, card.code, large, size, x=context.left + context.width, right=True)
    height = max(text.height, code.height)
    drop = _drop(context, height)
    return Setting(
        height, (*moved(text.items, 0.0, height - text.height), *moved(code.items, 0.0, height - code.height + drop))
    )


def _drop(context: Context, _height: float) -> float:
    """How much lower the code's line stands so that both stand on one baseline."""
    small, large = context.theme.styles["imprint"], context.theme.styles["back-code"]
    size = large.largest * min(max(context.ratio, 0.85), 1.4)
    below_small = small.leading * small.largest * POINT - baseline(context, small, small.largest)
    below_large = large.leading * size * POINT - baseline(context, large, size)
    return below_large - below_small


def set_motif(context: Context, top: float, bottom: float) -> tuple[Item, ...]:
    """The kind's pictogram, large and faint, in the white of a back between its title and its imprint."""
    name = context.card.kind.pictogram if context.card.kind.colour != "deck" else context.deck.kind.pictogram
    side = min(0.46 * min(context.frame.width, context.frame.height), bottom - top)
    if not name or side < LEAST_MOTIF:
        return ()
    box = Rect(context.left + context.width - side, bottom - side, side, side)
    if not context.reversed:
        return (pictogram(context.theme.pictograms[name], box, None, context.kind_colour, 0.3),)
    return (pictogram(context.theme.pictograms[name], box, mixed(context.kind_colour, "#ffffff", 0.16)),)
