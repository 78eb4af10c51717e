"""Group cards: a card for each group with its people and where it is in each round. Lengths are mm."""

from collections.abc import Iterator

from kaartenspel.compose.context import NOTHING, Frame, Setting
from kaartenspel.compose.script_fit import share_for
from kaartenspel.compose.script_page import box, draft_mark
from kaartenspel.compose.script_pen import Pen, drawn, glued, under
from kaartenspel.drawing import Drawing, Item, Rect
from kaartenspel.model.script import GroupCard, Script

_EDGE = 4.0  # between what is cut, or what no printer reaches, and print
_NUMBER = 84.0  # points
_SHARES = (1.4, 1.25, 1.12, 1.0, 0.92, 0.85, 0.78, 0.72)
_FIGURE = 32.0
_PAD = 4.0
_GAP = 5.0
_DRAFT = 9.0


def group_cards(pen: Pen, script: Script, frame: Frame) -> list[Drawing]:
    """The cards in order, each on a frame, all in type of one size."""
    inside = frame.inset + _EDGE
    low = frame.strip + (_DRAFT if script.draft else 0.0)
    area = Rect(inside, inside, frame.width - 2 * inside, frame.height - 2 * inside - low)
    tries = [lambda share, card=card: _left(pen, script, card, area, share) for card in script.groups]
    share = share_for(pen, tries, _SHARES)
    return [Drawing(frame.width, frame.height, tuple(_draw(pen, script, card, area, share))) for card in script.groups]


def _left(pen: Pen, script: Script, card: GroupCard, area: Rect, share: float) -> float:
    """The height that a card leaves under its texts."""
    board = _board(pen, script, card, area)
    return area.height - board.height - _GAP - _texts(pen, card, area, share).height


def _draw(pen: Pen, script: Script, card: GroupCard, area: Rect, share: float) -> Iterator[Item]:
    """The number of the group large on a board, and under it who and where."""
    if _left(pen, script, card, area, share) < 0:
        pen.too_long(f"{pen.words['group']} {card.number}")
    if script.draft:
        yield from draft_mark(pen, area.right, area.bottom + 1.0)
    board = _board(pen, script, card, area)
    yield from board.draw(area.y)
    yield from _texts(pen, card, area, share).draw(area.y + board.height + _GAP)


def _board(pen: Pen, script: Script, card: GroupCard, area: Rect) -> Setting:
    """The word and the number, how many people, and under them what day it is for."""
    full, words = pen.theme.bands == "full", pen.words
    ink = "white" if full else "ink"
    word, small = pen.style("title", 20.0).coloured(ink), pen.style("band", 12.0).coloured(ink)
    figure, said = pen.style("code", _NUMBER).coloured(ink), str(card.number)
    people = f"{card.size} {words['people' if card.size != 1 else 'script-person']}"
    left, half = area.x + _PAD, 0.0 if full else 0.4
    title = pen.set(script.title, pen.type("fine", ink), left, area.width - 2 * _PAD)
    high = _FIGURE + title.height + 3.0

    def draw(y: float) -> Iterator[Item]:
        ground = Rect(area.x, y, area.width, high).grown(-half)
        yield box(ground, pen.colour("quiet")) if full else box(ground, None, pen.colour("quiet"), 2 * half)
        yield from pen.line(words["group"], word, left, y + _PAD)
        yield from pen.line(people, small, left, y + _PAD + word.line + 0.6)
        yield from pen.line(said, figure, area.right - _PAD, y + (_FIGURE - figure.line) / 2, right=True)
        yield from title.draw(y + _FIGURE)

    return drawn(high, draw)


def _texts(pen: Pen, card: GroupCard, area: Rect, share: float) -> Setting:
    """Where the group is in each round, and its people."""
    left, width = area.x, area.width
    body, label = pen.style("body", 13.0 * share).coloured("ink"), pen.style("label", 10.0 * share).coloured("quiet")
    rounds = [pen.set(glued(said), body, left, width) for said in card.rounds]
    names = [pen.set(name, body, left, width) for name in card.names]
    head = pen.set(pen.words["script-rounds"], label, left, width) if rounds else NOTHING
    return under(under(head, *rounds, gap=1.2 * share), under(*names, gap=0.8 * share), gap=5.0)
