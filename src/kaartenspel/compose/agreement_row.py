"""One agreement on the poster: its number, what is done, and under it who, by when, and what will be seen."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from kaartenspel.compose.context import NOTHING, Setting
from kaartenspel.compose.ladder import Type
from kaartenspel.compose.script_pen import NO_BREAK, Pen, beside, drawn, labelled, under
from kaartenspel.compose.text import baseline, capital, set_rich
from kaartenspel.drawing import Item, Rect, disc, line
from kaartenspel.model.agreements import Agreement
from kaartenspel.model.richtext import Rich, plain

GAP = 9.0
"""The least white between two agreements."""
LEAST = 18.0
"""No letter on the poster's agreements is smaller, in points: legible at two metres and more."""
_DISC = 1.35
"""The number's disc, in lines of what is done."""
_WHO = 0.4
"""The share of the row that who and when take."""
_BESIDE = 7.0
_RULE = 0.35
_NUMBER = re.compile(r"(?<=\d) (?=[^\W\d_])| (?=[A-Z]{1,2}\d+$)")


class Step(NamedTuple):
    """The sizes of an agreement, in points: what is done, and the rest."""

    what: float
    rest: float


_USUAL = 20.0
STEPS = (
    *(Step(what, max(_USUAL, round(what * 0.62))) for what in (72, 66, 60, 54, 48, 44, 40, 38, 36, 34, 32, 30, 28)),
    Step(26, LEAST),
)
"""From large to small; the last only where it saves a sheet."""


class Row(NamedTuple):
    """An agreement that was set: its height, and what draws it with its top at a y."""

    height: float
    draw: Callable[[float], Iterable[Item]]


def set_row(pen: Pen, number: int, one: Agreement, by: str, step: Step, room: Rect, *, parting: bool) -> Row | None:
    """An agreement at a size in a room's width; None where a word is wider than its column and may not be parted."""
    what = replace(pen.style("title", step.what).coloured("ink"), whole=not parting)
    rest = replace(pen.style("card-text", step.rest).coloured("ink"), whole=not parting)
    across = _DISC * what.line
    left, width = room.x + across + _BESIDE, room.width - across - _BESIDE
    who = (width - _BESIDE) * _WHO
    said = set_rich(pen, _bound(plain(one.what)), what, left, width)
    about = _about(pen, one, by, rest, left, who)
    seen = _seen(pen, one, rest, left + who + _BESIDE, width - who - _BESIDE)
    if said is None or about is None or seen is None:
        return None
    texts = under(said, beside(about, seen), gap=0.35 * rest.line)
    high = max(texts.height, across)
    mark = _number(pen, number, what, room.x, across)

    def draw(y: float) -> Iterator[Item]:
        yield from mark(y)
        yield from texts.draw(y + max(0.0, (across - said.height) / 2 if said.height < across else 0.0))

    return Row(high + max(0.0, (across - said.height) / 2), draw)


def _about(pen: Pen, one: Agreement, by: str, kind: Type, left: float, width: float) -> Setting | None:
    """Who, and under it by when."""
    who = _labelled(pen, "agreements-who", one.who, kind, left, width)
    when = _labelled(pen, "agreements-by", by, kind, left, width)
    return under(who, when) if who and when else None


def _seen(pen: Pen, one: Agreement, kind: Type, left: float, width: float) -> Setting | None:
    """What will be seen, and the card that the agreement comes from."""
    see = _labelled(pen, "agreements-see", one.see, kind, left, width)
    code = pen.words["agreements-card"].format(code=one.code)
    card = set_rich(pen, _bound(plain(code)), kind.coloured("quiet"), left, width) if one.code else NOTHING
    return under(see, card) if see and card else None


def _labelled(pen: Pen, word: str, text: str, kind: Type, left: float, width: float) -> Setting | None:
    """A text behind its label; where it is still open a line to write on."""
    if text:
        return set_rich(pen, _bound(labelled(pen.words[word], text)), kind, left, width)
    label = f"{pen.words[word]}:"
    start = left + pen.width(label, kind) + 2.0

    def draw(y: float) -> Iterator[Item]:
        yield from pen.line(label, replace(kind, face=kind.bold), left, y)
        low = y + baseline(pen, kind)
        yield line((start, low), (left + width, low), pen.colour("quiet"), _RULE)

    return drawn(kind.line, draw) if start < left + width else None


def _bound(rich: Rich) -> Rich:
    """A text in which a number stays on the line of what it counts, and a code on that of its name."""
    return Rich(
        tuple(
            replace(block, runs=tuple(replace(run, text=_NUMBER.sub(NO_BREAK, run.text)) for run in block.runs))
            for block in rich.blocks
        )
    )


def _number(pen: Pen, number: int, what: Type, left: float, across: float) -> Callable[[float], Iterator[Item]]:
    """The number in white on a disc; with little ink in a ring."""
    full, said = pen.theme.bands == "full", str(number)
    kind = what.at(what.size * (0.95 if len(said) == 1 else 0.72)).coloured("white" if full else "agreement")
    x = left + (across - pen.width(said, kind)) / 2
    radius = across / 2

    def draw(y: float) -> Iterator[Item]:
        colour = pen.colour("agreement")
        ring = max(0.5, across / 25)
        if full:
            yield disc(left + radius, y + radius, radius, colour)
        else:
            yield disc(left + radius, y + radius, radius - ring / 2, None, colour, ring)
        yield from pen.line(said, kind, x, y + radius + capital(pen, kind) / 2 - baseline(pen, kind))

    return draw
