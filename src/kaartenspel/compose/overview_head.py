"""What stands about the rows of the facilitator's overview: titles, bars of groups, head and foot. Lengths are mm."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from kaartenspel.compose.context import NOTHING, Context, Setting
from kaartenspel.compose.overview_row import LEAST, type_of
from kaartenspel.compose.text import baseline, line_width, one_line, set_rich
from kaartenspel.drawing import Item, Rect, line, rectangle
from kaartenspel.model.richtext import Block, Rich, Run, plain

WIDTH, HEIGHT = 210.0, 297.0
MARGIN = 15.0
RIGHT = WIDTH - MARGIN
_CLEAR = 2.8  # between the rows and the lines at the head and the foot of a page
_INSIDE = 2.5  # between the ends of a bar and its words
_CODE = re.compile(r"([A-Z]+)(\d+)")
_A_SPAN = 3
"""So many codes in a row are told by the first and the last."""


@dataclass(frozen=True, slots=True)
class Selection:
    """A choice of the deck: its title, the name by which it is printed, and the codes of its cards."""

    title: str
    name: str
    codes: tuple[str, ...]


def edge(context: Context) -> float:
    """How far from the top and the foot of a page the rows stay."""
    return MARGIN + type_of(context, "source", LEAST).line + _CLEAR


def set_title(context: Context, selections: Sequence[Selection], count: int) -> list[Setting] | None:
    """What the overview begins with: the deck, what it is about, its choices; None where a word is too wide."""
    deck = context.deck.deck
    title, body = type_of(context, "heading", 18.0).coloured("ink"), type_of(context, "small", 9.5)
    subtitle = " · ".join(part for part in (deck.subtitle, _count(context, count)) if part)
    parts = [(plain(deck.title), title), (plain(subtitle), body)]
    parts += [(Rich((_selection(selection),)), body) for selection in selections]
    made: list[Setting] = []
    for rich, kind in parts:
        setting = set_rich(context, rich, kind, MARGIN, RIGHT - MARGIN)
        if setting is None:
            return None
        made.append(Setting(setting.height + 0.2 * kind.em, setting.draw))
    return [*made, Setting(_CLEAR, NOTHING.draw)]


def _selection(selection: Selection) -> Block:
    """`Kennismaking (--cards kennismaking): C1, C3–C6`."""
    said = f" (--cards {selection.name}): {', '.join(spans(selection.codes))}"
    return Block((Run(selection.title, bold=True), Run(said)), bullet=True)


def spans(codes: Sequence[str]) -> Iterator[str]:
    """Codes that follow one another as `C3–C6`, from three on; the others one by one."""
    # a code less its place in the row of codes is the same for all that follow one another
    for _key, group in groupby(enumerate(codes), key=lambda pair: _less(pair[1], pair[0])):
        run = [code for _at, code in group]
        yield from run if len(run) < _A_SPAN else (f"{run[0]}–{run[-1]}",)


def _less(code: str, at: int) -> tuple[str, int]:
    """The letters of a code, and its number less a place in a row."""
    found = _CODE.fullmatch(code)
    return (found[1], int(found[2]) - at) if found else (code, at)


def set_bar(context: Context, count: int, *, again: bool) -> Setting | None:
    """The bar with a group's code, name and number of cards; no bar for cards without a group.

    None where a word is wider than the bar.
    """
    group, full = context.card.group, context.theme.bands == "full"
    if group is None:
        return NOTHING
    colour = "reversed" if full else "kind"
    name, small = (type_of(context, style, size).coloured(colour) for style, size in (("heading", 11.0), ("band", 9.0)))
    aside = f"({context.words['continued']})" if again else _count(context, count)
    room = RIGHT - MARGIN - 3 * _INSIDE - line_width(context, aside, small)
    words = set_rich(context, plain(f"{group.code} · {group.title}"), name, MARGIN + _INSIDE, room)
    if words is None:
        return None
    pad = 0.2 * name.em
    height = words.height + 2 * pad

    def draw(y: float) -> Iterator[Item]:
        if full:
            yield rectangle(Rect(MARGIN, y, RIGHT - MARGIN, height), context.kind_colour)
        else:
            yield line((MARGIN, y + height), (RIGHT, y + height), context.kind_colour, 0.6)
        yield from words.draw(y + pad)
        yield from one_line(context, aside, small, RIGHT - _INSIDE, y + pad + baseline(context, name), right=True)

    return Setting(height, draw)


def draw_edges(context: Context, number: int, count: int, version: str) -> Iterator[Item]:
    """The head and the foot of a page."""
    deck, words = context.deck.deck, context.words
    kind = type_of(context, "source", LEAST)
    head, foot = MARGIN + baseline(context, kind), HEIGHT - MARGIN - kind.line + baseline(context, kind)
    what = f"{words['overview']} · {words['for-the-guide']}"
    yield from one_line(context, what, kind, MARGIN, head)
    if number > 1:
        room = RIGHT - MARGIN - line_width(context, what, kind) - _INSIDE
        title = deck.title if line_width(context, deck.title, kind) <= room else deck.deck
        yield from one_line(context, title, kind, RIGHT, head, right=True)
    yield from one_line(context, f"{deck.deck} · {words['version']} {version}", kind, MARGIN, foot)
    yield from one_line(context, f"{words['page']} {number} {words['of']} {count}", kind, RIGHT, foot, right=True)


def _count(context: Context, count: int) -> str:
    """`1 kaart`, `41 kaarten`."""
    return f"{count} {context.words['card' if count == 1 else 'cards']}"
