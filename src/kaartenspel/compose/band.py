"""The band at the top of a face: over the trim into the bleed, or within the inset. Lengths are mm."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from kaartenspel.compose.context import Context, Setting
from kaartenspel.compose.ladder import GRAIN, Type
from kaartenspel.compose.pictogram import mixed, pattern, pictogram
from kaartenspel.compose.text import baseline, capital, line_width, one_line, set_rich
from kaartenspel.drawing import Item, Rect, Text, line, rectangle
from kaartenspel.model.kind import Band
from kaartenspel.model.richtext import plain

_PATTERN = 0.14  # the height of the strip of pattern, as a share of the band
_MIDDLE = 0.58  # where the middle of its words lies: lower than half, so that they keep 4 mm from the cut
_MIDDLE_INSIDE = 0.47  # the same where no cut is near
_LOWER_INSIDE = 0.84  # how high the band is there: it needs no room for a slip of the knife
_CLEAR = 1.8  # mm of colour above a title of two lines
_PICTOGRAM = 0.4  # the side of its pictogram


def set_band(context: Context, part: Band) -> Setting | None:
    """Code and pictogram left, title right; None where the title does not fit. Its height counts from the trim."""
    frame = context.frame
    height = context.theme.tokens.band * context.ratio * (_LOWER_INSIDE if frame.inset else 1.0)
    inner = Rect(frame.inset, frame.inset, frame.width - 2 * frame.inset, height)
    middle = inner.y + inner.height * (_MIDDLE_INSIDE if frame.inset else _MIDDLE)
    side = inner.height * _PICTOGRAM if part.pictogram and context.card.kind.pictogram else 0.0
    left = context.left + (side + inner.height * 0.2 if side else 0.0)
    code = context.ladder.fixed("code", 0.85, 1.75, _colour(context, part))
    room = left + line_width(context, context.card.code, code) + context.gap
    words = context.words[part.title_word] if part.title_word else context.say(part.title)
    title = context.once((id(part), words, room), lambda: _title(context, part, words, room, inner, middle))
    if title is None:
        return None

    def behind(_y: float) -> Iterator[Item]:
        yield from _ground(context, part, inner)
        if side:
            yield _pictogram(context, part, Rect(context.left, middle - side / 2, side, side))

    ground = context.once((id(part),), lambda: Setting(inner.bottom, behind))

    def draw(y: float) -> Iterator[Item]:
        yield from ground.draw(y) if ground else ()
        yield from one_line(context, context.card.code, code, left, middle + capital(context, code) / 2)
        yield from title.draw(y)

    return Setting(inner.bottom, draw)


def _filled(context: Context, part: Band) -> bool:
    """Whether the band is coloured, or white with a line under it."""
    return part.fill == "kind" and context.theme.bands == "full"


def _colour(context: Context, part: Band) -> str:
    """White on colour, the kind's colour on white, whatever the ground of the face."""
    return "reversed" if _filled(context, part) else "kind"


def _pictogram(context: Context, part: Band, box: Rect) -> Item:
    outline = context.theme.pictograms[context.card.kind.pictogram or ""]
    return pictogram(outline, box, context.colour(_colour(context, part)))


def _ground(context: Context, part: Band, inner: Rect) -> Iterator[Item]:
    """The band's colour with its pattern in a strip at its foot; or a line under a white band."""
    bleed = 0.0 if context.frame.inset else context.frame.bleed
    name, colour = context.card.kind.pattern or "plain", context.kind_colour
    if _filled(context, part):
        height = _PATTERN * inner.height
        strip = Rect(inner.x - bleed, inner.bottom - height, inner.width + 2 * bleed, height)
        yield rectangle(Rect(strip.x, inner.y - bleed, strip.width, inner.height + bleed), colour)
        yield from pattern(name, strip, mixed(colour, context.theme.colours["white"], 0.45), inner)
        return
    yield line((context.left, inner.bottom), (context.left + context.width, inner.bottom), colour, 0.35)
    if part.fill == "kind":
        low = Rect(context.left, inner.bottom - 0.1 * inner.height, context.width, 0.1 * inner.height)
        yield from pattern(name, low, colour, low)


def _title(context: Context, part: Band, words: str, left: float, inner: Rect, middle: float) -> Setting | None:
    """The band's title at the right: the largest size that fits on a line, else two lines at the smallest."""
    kind = context.ladder.fixed("band", 0.9, 1.6, _colour(context, part))
    right = context.left + context.width
    width = line_width(context, words, kind)
    if width > right - left:
        kind = kind.at(int(kind.size * (right - left) / width / GRAIN) * GRAIN)
    if kind.size >= kind.smallest:
        base = middle + capital(context, kind) / 2
        return Setting(kind.line, lambda _y: one_line(context, words, kind, right, base, right=True))
    return _two_lines(context, words, kind.at(kind.smallest), left, inner, middle)


def _two_lines(context: Context, words: str, kind: Type, left: float, inner: Rect, middle: float) -> Setting | None:
    """The title on two lines that both end at the right, or None where two are too few or too high for the band."""
    right = context.left + context.width
    setting = set_rich(context, plain(words), kind, left, right - left)
    if setting is None or setting.height > 2.01 * kind.line:
        return None
    cap, under = capital(context, kind), baseline(context, kind)
    low = min(middle + (kind.line + cap) / 2, inner.bottom - _PATTERN * inner.height)  # the second line's baseline
    if low - kind.line - cap < inner.y + _CLEAR - 1e-6:
        return None
    top = low - kind.line - under

    def draw(_y: float) -> Iterator[Item]:
        texts = [item for item in setting.draw(top) if isinstance(item, Text)]
        for _base, line_texts in groupby(texts, key=lambda text: text.y):
            together = list(line_texts)
            width = sum(context.measure.shape(text.face, text.text.rstrip()).width * kind.em for text in together)
            yield from (replace(text, x=round(text.x + right - left - width, 4)) for text in together)

    return Setting(setting.height, draw)
