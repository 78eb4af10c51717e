"""The foot of a face: what the QR opens with its domain, whose idea the card is, and the QR itself. Lengths are mm."""

import math
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from kaartenspel.compose.context import Context, Setting
from kaartenspel.compose.ladder import Ladder, Type
from kaartenspel.compose.qr import LEAST_MODULE, QUIET, TooMuchError, symbol
from kaartenspel.compose.regions import stacked
from kaartenspel.compose.text import line_width, set_rich
from kaartenspel.drawing import Item, Modules
from kaartenspel.model.kind import Foot
from kaartenspel.model.register import Origin
from kaartenspel.model.richtext import Block, Rich, Run

WIDEST_QR = 0.55
"""The share of the text's width that a QR may take."""
_GROWS = 0.3  # the words of the foot grow with the card, but less than its other texts
_LARGEST = 12.0  # points: what a theme makes larger does not grow


class QrTooLargeError(Exception):
    """A link whose symbol cannot be printed large enough: `needed` and `room` are sides in mm."""

    def __init__(self, link: str, needed: float | None, room: float) -> None:
        super().__init__(link)
        self.link, self.needed, self.room = link, needed, room


def set_foot(context: Context, part: Foot) -> Setting | None:
    """Words at the left and the QR at the right, feet on one line; what is too wide goes above or below."""
    opens = context.card.opens if part.qr and context.card.link else None
    modules = _modules(context, part, opens.url) if opens and opens.url else None
    if opens is None or modules is None:
        return _words(context, _idea(context, None), context.width)
    width = context.width - modules.side - modules.module * QUIET
    name, use, domain, idea = _name(opens), _use(opens), [_domain(opens)], _idea(context, opens)
    # what is wider than the column beside the symbol takes the whole width, above or below it
    above = [] if _words(context, name, width) else name
    below = domain if width < line_width(context, opens.domain, _type(context)) <= context.width else []
    below = below or ([] if _words(context, domain, width) else domain)
    beside = [block for block in (*name, *use, *domain, *idea) if block not in above and block not in below]
    parts = [_words(context, blocks, room) for blocks, room in ((above, context.width), (beside, width))]
    under = _words(context, below, context.width)
    if parts[0] is None or parts[1] is None or under is None:
        return None
    return stacked(parts[0], _side_by_side(context, parts[1], under, modules))


def _side_by_side(context: Context, words: Setting, domain: Setting, modules: Modules) -> Setting:
    """Words beside the symbol and a domain below; no text comes nearer to the symbol than its quiet zone."""
    quiet = modules.module * QUIET
    above = max(modules.side + quiet, words.height)
    gap = quiet if domain.height else 0.0
    x = context.left + context.width - modules.side

    def draw(y: float) -> Iterator[Item]:
        yield from words.draw(y + above - words.height)
        yield replace(modules, x=round(x, 4), y=round(y + above - modules.side, 4))
        yield from domain.draw(y + above + gap)

    return Setting(above + gap + domain.height, draw)


def _modules(context: Context, part: Foot, link: str) -> Modules:
    """The symbol at the kind's size, or larger where its modules would be too small."""
    most = min(max(part.most * context.ratio, part.most), WIDEST_QR * context.width)
    try:
        rows = symbol(link)
    except TooMuchError:
        raise QrTooLargeError(link, None, most) from None
    side = min(part.side * max(1.0, math.sqrt(context.ratio)), most)
    module = max(LEAST_MODULE, side / len(rows))
    if module * len(rows) > most + 1e-9:
        raise QrTooLargeError(link, module * len(rows), most)
    return Modules(0.0, 0.0, module, rows, link)


def _name(origin: Origin) -> list[Block]:
    """The name of what a QR opens."""
    return [Block((Run(origin.short, bold=True),))]


def _use(origin: Origin) -> list[Block]:
    """What it helps with."""
    return [Block((Run(origin.use),))] if origin.use else []


def _domain(origin: Origin) -> Block:
    return Block((Run(origin.domain),))


def _idea(context: Context, opens: Origin | None) -> list[Block]:
    """Whose idea it is, where that is not what opens."""
    source = context.card.source
    if source is None or source is opens:
        return []
    archived = f" ({context.words['archive']})" if source.status == "archived" else ""
    return [Block((Run(f"{context.words['idea']}: {source.short}{archived}"),))]


def _words(context: Context, blocks: list[Block], width: float) -> Setting | None:
    """Small lines under each other; words here are never parted, a domain only behind its dots and hyphens."""
    kind = _type(context)
    settings: list[Setting] = []
    for block in blocks:
        setting = set_rich(context, Rich((block,)), kind, context.left, width)
        if setting is None:
            return None
        settings.append(setting)

    def draw(y: float) -> Iterator[Item]:
        for setting in settings:
            yield from setting.draw(y)
            y += setting.height

    return Setting(sum(setting.height for setting in settings), draw)


def _type(context: Context) -> Type:
    """The type of the foot's words: it grows a little with the card, and is never parted."""
    return _grown(context.ladder)


@lru_cache(maxsize=64)
def _grown(ladder: Ladder) -> Type:
    kind = ladder.fixed("source", 1.0, 1.0)
    grows = 2 * _GROWS if ladder.screen else _GROWS
    grown = min(kind.size * max(1.0, ladder.ratio) ** grows, _LARGEST)
    return replace(kind.at(max(kind.size, grown)), whole=True)
