"""Station signs: a page for each station, to be read from across a hall. Lengths are mm."""

from collections.abc import Iterator
from dataclasses import dataclass

from kaartenspel.compose.context import NOTHING, Setting
from kaartenspel.compose.script_fit import share_for
from kaartenspel.compose.script_page import BOTTOM, HEIGHT, MARGIN, RIGHT, ROOM, TOP, WIDTH, box, draft_mark
from kaartenspel.compose.script_pen import Pen, beside, glued, joined, under
from kaartenspel.compose.script_tool import modules, set_column
from kaartenspel.compose.text import baseline, capital
from kaartenspel.drawing import Drawing, Item, Rect
from kaartenspel.model.script import Entry, Script, Station

_BOARD = 84.0
_NUMBER = 230.0  # points
_QR = 42.0
_QR_COLUMN = 62.0
_GAP = 9.0
_TEXTS = TOP + _BOARD + _GAP


@dataclass(frozen=True, slots=True)
class _Sign:
    """A station, how many minutes a round of it takes (0: not known), and who is there when."""

    station: Station
    minutes: int
    visits: tuple[str, ...]


def signs(pen: Pen, script: Script) -> list[Drawing]:
    """A sign for each station of each carrousel, all in type of one size."""
    found = [sign for meeting in script.meetings for sign in _found(meeting.entries)]
    share = share_for(pen, [lambda share, sign=sign: _left(pen, sign, share) for sign in found])  # type: ignore[misc]
    return [Drawing(WIDTH, HEIGHT, tuple(_draw(pen, script, sign, share))) for sign in found]


def _left(pen: Pen, sign: _Sign, share: float) -> float:
    """The height that a sign leaves under its texts."""
    return BOTTOM - _TEXTS - _texts(pen, sign, share).height


def _found(entries: tuple[Entry, ...]) -> Iterator[_Sign]:
    """The stations in order, those of strands too."""
    for entry in entries:
        minutes = entry.minutes if entry.kind == "round" else 0
        yield from (_Sign(station, minutes, station.visits) for station in entry.stations)
        for strand in entry.strands:
            yield from _found(strand.entries)


def _draw(pen: Pen, script: Script, sign: _Sign, share: float) -> Iterator[Item]:
    """The board with the number, and under it what is done here."""
    if script.draft:
        yield from draft_mark(pen, RIGHT, 8.0)
    if _left(pen, sign, share) < 0:
        pen.too_long(sign.station.content.title)
    yield from _board(pen, sign)
    yield from _texts(pen, sign, share).draw(_TEXTS)


def _board(pen: Pen, sign: _Sign) -> Iterator[Item]:
    """The number on the station's colour; with little ink in it."""
    content, full = sign.station.content, pen.theme.bands == "full"
    colour = content.colour if content.colour in pen.theme.colours else "quiet"
    area = Rect(MARGIN, TOP, ROOM, _BOARD)
    yield box(area, pen.colour(colour)) if full else box(area.grown(-0.75), None, pen.colour(colour), 1.5)
    ink = "white" if full else colour
    word = pen.style("title", 30.0).coloured(ink)
    yield from pen.line(pen.words["script-station-head"], word, MARGIN + 9.0, TOP + 8.0)
    figure, said = pen.style("sign-title", _NUMBER).coloured(ink), str(sign.station.number)
    most = ROOM - 18.0 - pen.width(pen.words["script-station-head"], word)
    figure = figure.at(min(_NUMBER, figure.size * most / pen.width(said, figure)))
    low = TOP + (_BOARD + capital(pen, figure)) / 2 - baseline(pen, figure)
    yield from pen.line(said, figure, RIGHT - 10.0, low, right=True)


def _texts(pen: Pen, sign: _Sign, share: float) -> Setting:
    """Label, title, goal, how long and where, and which groups come when."""
    content, words = sign.station.content, pen.words
    colour = content.colour if content.colour in pen.theme.colours else "quiet"
    sizes = {"label": ("label", 20.0), "title": ("title", 46.0), "body": ("body", 20.0)}
    kinds = {name: pen.style(style, size * share) for name, (style, size) in sizes.items()}
    facts = joined([
        f"{sign.minutes} {words['minutes']} {words['each-round']}" if sign.minutes else "",
        content.room, content.leads,
    ])  # fmt: skip
    head = under(
        pen.set(content.label, kinds["label"].coloured(colour), MARGIN, ROOM),
        pen.set(content.title, kinds["title"].coloured("ink"), MARGIN, ROOM),
        pen.set(content.goal, kinds["body"].coloured("ink"), MARGIN, ROOM),
        pen.set(facts, kinds["body"].coloured("quiet"), MARGIN, ROOM),
        gap=3.0 * share,
    )
    return under(head, beside(_visits(pen, sign, share), _tool(pen, sign, share)), gap=10.0 * share)


def _visits(pen: Pen, sign: _Sign, share: float) -> Setting:
    """Which groups come when, at the left of the QR."""
    if not sign.visits:
        return NOTHING
    width = ROOM - _QR_COLUMN - _GAP if sign.station.content.tool else ROOM
    kind, label = pen.style("body", 26.0 * share).coloured("ink"), pen.style("label", 20.0 * share).coloured("quiet")
    title = pen.set(pen.words["script-groups-head"], label, MARGIN, width)
    return under(title, *(pen.set(glued(visit), kind, MARGIN, width) for visit in sign.visits), gap=2.0 * share)


def _tool(pen: Pen, sign: _Sign, share: float) -> Setting:
    """The QR at the right, with what it opens under it."""
    tool = sign.station.content.tool
    if tool is None:
        return NOTHING
    kind = pen.style("body", 14.0 * share).coloured("ink")
    return set_column(pen, tool, modules(pen, tool, _QR), RIGHT - _QR_COLUMN, _QR_COLUMN, kind)
