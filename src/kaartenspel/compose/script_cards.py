"""Group cards: a card for each group with its people and where it is in each round. Lengths are mm."""

from collections.abc import Iterator

from kaartenspel.compose.context import NOTHING, Frame, Setting
from kaartenspel.compose.script_fit import largest
from kaartenspel.compose.script_page import box, draft_mark
from kaartenspel.compose.script_pen import Pen, beside, drawn, under
from kaartenspel.drawing import Drawing, Item, Rect
from kaartenspel.model.richtext import Block, Rich, Run
from kaartenspel.model.script import GroupCard, Script

_EDGE = 4.0  # between what is cut, or what no printer reaches, and print
_NUMBER = 84.0  # points
_SHARES = (1.0, 0.92, 0.85, 0.78, 0.72)


def group_cards(pen: Pen, script: Script, frame: Frame) -> list[Drawing]:
    """The cards in order, each on a frame."""
    return [Drawing(frame.width, frame.height, tuple(_draw(pen, script, card, frame))) for card in script.groups]


def _draw(pen: Pen, script: Script, card: GroupCard, frame: Frame) -> Iterator[Item]:
    """The number of the group large on a board, and under it who and where."""
    edge = frame.inset + _EDGE
    room, right = frame.width - 2 * edge, frame.width - edge
    board, name = _board(pen, script, card, edge, room), f"{pen.words['group']} {card.number}"
    yield from board.draw(edge)
    if script.draft:
        yield from draft_mark(pen, right - 4.0, edge + 4.0)
    top = edge + board.height + 5.0
    low = frame.height - edge - frame.strip
    yield from largest(pen, name, low - top, lambda share: _texts(pen, card, edge, room, share), _SHARES).draw(top)


def _board(pen: Pen, script: Script, card: GroupCard, left: float, width: float) -> Setting:
    """The word and the number, and under them what day it is for."""
    full = pen.theme.bands == "full"
    ink = "white" if full else "ink"
    word, figure = pen.style("title", 20.0).coloured(ink), pen.style("code", _NUMBER).coloured(ink)
    title = pen.set(script.title, pen.type("fine", ink), left + 4.0, width - 8.0)
    high = 31.0 + title.height + 3.0
    half = 0.0 if full else 0.4

    def draw(y: float) -> Iterator[Item]:
        area = Rect(left + half, y + half, width - 2 * half, high - 2 * half)
        yield box(area, pen.colour("quiet")) if full else box(area, None, pen.colour("quiet"), 2 * half)
        yield from pen.line(pen.words["group"], word, left + 4.0, y + 4.0)
        yield from pen.line(str(card.number), figure, left + width - 5.0, y + 16.5 - figure.line / 2, right=True)
        yield from title.draw(y + 31.0)

    return drawn(high, draw)


def _texts(pen: Pen, card: GroupCard, left: float, width: float, share: float) -> Setting:
    """Where the group is in each round, and its people."""
    words = pen.words
    body, label = pen.style("body", 13.0 * share).coloured("ink"), pen.style("label", 10.0 * share).coloured("quiet")
    rounds = [
        beside(
            drawn(body.line, lambda y, number=number: pen.line(f"{number}.", body, left, y)),  # type: ignore[misc]
            pen.set(said, body, left + 7.0, width - 7.0),
        )
        for number, said in enumerate(card.rounds, start=1)
    ]
    names = [pen.set(name, body, left, width) for name in card.names]
    people = Rich((Block((Run(f"{card.size} {words['people']}"),)),))
    return under(
        under(pen.set(words["script-rounds"], label, left, width), *rounds, gap=1.0) if rounds else NOTHING,
        under(pen.set(people, label, left, width), *names, gap=0.8),
        gap=5.0,
    )
