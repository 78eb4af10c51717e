"""The regions at the edges of a face: the band, the foot with its QR, the imprint and motif of a back."""

from dataclasses import replace

from kaartenspel.compose.context import Context, Setting
from kaartenspel.compose.measure import POINT
from kaartenspel.compose.pictogram import mixed, pattern, pictogram
from kaartenspel.compose.qr import LEAST_MODULE, QUIET, TooMuchError, symbol
from kaartenspel.compose.text import baseline, line_width, set_line, set_rich
from kaartenspel.drawing import Item, Modules, Rect, line, moved, rectangle
from kaartenspel.model.kind import Band, Foot, Imprint
from kaartenspel.model.register import Origin
from kaartenspel.model.richtext import Block, Rich, Run, plain
from kaartenspel.model.theme import Style

WIDEST_QR = 0.55
"""The share of the text's width that a QR may take."""

LEAST_MOTIF = 8.0
"""The smallest side of a motif, in mm: under it there is none."""


class QrTooLargeError(Exception):
    """A link whose symbol cannot be printed large enough: `needed` and `room` are sides in mm."""

    def __init__(self, link: str, needed: float | None, room: float) -> None:
        super().__init__(link)
        self.link, self.needed, self.room = link, needed, room


def band_height(context: Context) -> float:
    """The height of the band, from the trim or the inset."""
    return context.theme.tokens.band * context.ratio


def set_band(context: Context, part: Band) -> Setting | None:
    """The band: over the trim into the bleed, or within the inset; code left, title right."""
    frame, height = context.frame, band_height(context)
    inner = Rect(frame.inset, frame.inset, frame.width - 2 * frame.inset, height)
    colour = context.theme.colours["white"] if part.fill == "kind" else context.kind_colour
    items = _ground(context, part, inner)
    left, middle = context.left, inner.y + height * 0.49
    code_style, title_style = context.theme.styles["code"], context.theme.styles["band"]
    if part.pictogram and context.card.kind.pictogram:
        side = height * 0.46
        outline = context.theme.pictograms[context.card.kind.pictogram]
        items.append(pictogram(outline, Rect(left, middle - side / 2, side, side), colour))
        left += side + height * 0.2
    coloured = [code_style, title_style] if part.fill == "kind" else [_in_kind(code_style), _in_kind(title_style)]
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


def _ground(context: Context, part: Band, inner: Rect) -> list[Item]:
    """The band's colour with its pattern in a strip at its foot, or a line under a white band."""
    frame = context.frame
    bleed = 0.0 if frame.inset else frame.bleed
    box = Rect(inner.x - bleed, inner.y - bleed, inner.width + 2 * bleed, inner.height + bleed)
    if part.fill == "none":
        return [
            line((context.left, inner.bottom), (context.left + context.width, inner.bottom), context.kind_colour, 0.35)
        ]
    strip = Rect(box.x, inner.bottom - 0.14 * inner.height, box.width, 0.14 * inner.height)
    light = mixed(context.kind_colour, context.theme.colours["white"], 0.45)
    return [rectangle(box, context.kind_colour), *pattern(context.card.kind.pattern or "plain", strip, light)]


def _code(context: Context, style: Style, left: float, middle: float, items: list[Item]) -> float:
    """Draws the card's code and gives the width that it took."""
    if not context.card.code:
        return 0.0
    size = style.largest * min(max(context.ratio, 0.85), 1.35)
    items += _centred(context, set_line(_white(context), context.card.code, style, size, x=left), style, size, middle)
    return line_width(context, context.card.code, style, size)


def _centred(context: Context, setting: Setting, style: Style, size: float, middle: float) -> tuple[Item, ...]:
    """A line whose capitals stand around a height."""
    capital = context.measure.metrics(style.face)[2] * size * POINT
    return moved(setting.items, 0.0, middle + capital / 2 - baseline(context, style, size))


def _band_title(context: Context, words: str, style: Style, left: float, middle: float) -> tuple[Item, ...] | None:
    """The band's title at the right: the largest size that fits on a line, else two lines at the smallest."""
    right = context.left + context.width
    size = style.largest * min(max(context.ratio, 0.9), 1.3)
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


def set_foot(context: Context, part: Foot) -> Setting | None:
    """What the QR opens and whose idea the card is at the left, the QR at the right, feet on one line."""
    card = context.card
    modules = _modules(context, part, card.link) if part.qr and card.link else None
    side = modules.side if modules else 0.0
    quiet = modules.module * QUIET if modules else 0.0
    width = context.width - (side + quiet + 0.5 if modules else 0.0)
    text = _source_lines(context, part, width)
    if text is None:
        return None
    height = max(side, text.height)
    items = list(moved(text.items, 0.0, height - text.height))
    if modules:
        items += moved([modules], context.left + context.width - side, height - side)
    # the quiet zone above the symbol is part of the foot: no text may come nearer
    clear = max(0.0, side + quiet - height) if modules else 0.0
    return Setting(height + clear, moved(items, 0.0, clear))


def _modules(context: Context, part: Foot, link: str) -> Modules:
    """The symbol at the kind's size, or larger where its modules would be too small."""
    most = min(max(part.most * context.ratio, part.most), WIDEST_QR * context.width)
    try:
        rows = symbol(link)
    except TooMuchError:
        raise QrTooLargeError(link, None, most) from None
    side = min(part.side * max(1.0, context.ratio**0.5), most)
    module = max(LEAST_MODULE, side / len(rows))
    if module * len(rows) > most + 1e-9:
        raise QrTooLargeError(link, module * len(rows), most)
    return Modules(0.0, 0.0, module, rows, link)


def _source_lines(context: Context, part: Foot, width: float) -> Setting | None:
    """The name of what opens, what it is for and its domain; then the source of the idea, if another."""
    card, style = context.card, context.theme.styles["source"]
    blocks = _opens(card.opens) if part.qr and card.link and card.opens else []
    if card.source and (not blocks or card.source is not card.opens):
        archived = f" ({context.words['archive']})" if card.source.status == "archived" else ""
        blocks.append(Block((Run(f"{context.words['idea']}: {card.source.short}{archived}"),)))
    top, items = 0.0, list[Item]()
    size = min(style.largest * max(1.0, context.ratio**0.5), style.largest + 1.5)
    for block in blocks:
        setting = set_rich(context, Rich((block,)), style, context.left, width, size)
        if setting is None:
            return None
        items += moved(setting.items, 0.0, top)
        top += setting.height
    return Setting(top, tuple(items))


def _opens(origin: Origin) -> list[Block]:
    """The lines that name what a QR opens."""
    use = [Block((Run(origin.use),))] if origin.use else []
    return [Block((Run(origin.short, bold=True),)), *use, Block((Run(origin.domain),))]


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
