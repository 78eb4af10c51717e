"""The day as a bar: each entry as wide as it lasts, in the colour of its kind, over the hours. Lengths are mm."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from kaartenspel.compose.context import Setting
from kaartenspel.compose.script_page import MARGIN, RIGHT, ROOM, box
from kaartenspel.compose.script_pen import Pen, drawn
from kaartenspel.compose.text import set_rich
from kaartenspel.drawing import Item, Rect, line
from kaartenspel.model.clock import as_clock
from kaartenspel.model.richtext import plain
from kaartenspel.model.script import Entry, ScriptMeeting

_HEIGHT = 11.0
_GAP = 0.6
_INSIDE = 1.2
_TICK = 1.4
_BETWEEN = 1.4  # between two clock times of the scale
_STEPS = (15, 30, 60, 120, 240)
_HATCH = 1.6
THIN = ("change", "walk", "buffer", "overlap")
"""The sorts of entries that are no block: they show as thin rows."""


@dataclass(frozen=True, slots=True)
class _Axis:
    """Minutes as millimetres."""

    start: int
    end: int

    def x(self, minutes: int) -> float:
        """Where a time stands."""
        return MARGIN + (minutes - self.start) / max(1, self.end - self.start) * ROOM


def set_bar(pen: Pen, meeting: ScriptMeeting) -> Setting:
    """The bar of a meeting with its scale."""
    ends = [entry.end for entry in meeting.entries]
    axis = _Axis(meeting.start, max([meeting.end, meeting.window or 0, *ends]))
    kind = pen.type("fine")
    high = _HEIGHT * max(1.0, pen.large)

    def draw(y: float) -> Iterator[Item]:
        until = meeting.start
        for entry, following in zip_longest(meeting.entries, meeting.entries[1:]):
            end = min(entry.end, following.start) if following else entry.end
            yield from _segment(pen, replace(entry, end=max(end, entry.start)), axis, y, high, until)
            until = max(until, entry.end)
        if meeting.window is not None and meeting.window < axis.end:
            x = axis.x(meeting.window)
            yield line((x, y - 2.0), (x, y + high + _TICK), pen.colour("ink"), 0.8)
        for minutes, x in _scale(pen, axis, meeting.window):
            yield line((axis.x(minutes), y + high), (axis.x(minutes), y + high + _TICK), pen.colour("line"), 0.25)
            yield from pen.line(as_clock(minutes), kind, x, y + high + _TICK)

    return drawn(high + _TICK + kind.line, draw)


def colour_of(pen: Pen, entry: Entry) -> str:
    """The name of the colour of an entry: that of its kind of cards, else the quiet one."""
    named = entry.content.colour
    return named if named in pen.theme.colours else "quiet"


def _segment(pen: Pen, entry: Entry, axis: _Axis, y: float, high: float, until: int = 0) -> Iterator[Item]:
    """An entry on the bar, hatched while the one before it still lasts; strands stand under each other."""
    clear = max(entry.start, min(until, entry.end))
    left, right = axis.x(clear), axis.x(entry.end)
    if clear > entry.start:
        start = axis.x(entry.start)
        yield from _hatched(pen, Rect(start, y, left - start - _GAP, high))
    if entry.strands:
        lane = (high + _GAP) / len(entry.strands)
        for number, strand in enumerate(entry.strands):
            for part in strand.entries:
                yield from _segment(pen, part, axis, y + number * lane, lane - _GAP)
    elif entry.kind in THIN:
        middle = y + high / 2
        yield line((left, middle), (right - _GAP, middle), pen.colour("line"), 0.5)
    else:
        yield from _block(pen, entry, Rect(left, y, max(right - left - _GAP, 0.4), high))


def _block(pen: Pen, entry: Entry, area: Rect) -> Iterator[Item]:
    """A coloured box with the entry's title, where that fits; a break is white."""
    name = colour_of(pen, entry)
    colour, outlined = pen.colour(name), pen.theme.bands == "outline"
    if entry.sort == "break":
        yield box(area.grown(-0.15), None, pen.colour("line"), 0.3)
    elif outlined:
        yield box(area.grown(-0.2), None, colour, 0.4)
        yield box(Rect(area.x, area.y, area.width, min(1.8, area.height / 3)), colour)
    else:
        yield box(area, colour)
    words = "ink" if entry.sort == "break" else name if outlined else "white"
    yield from _label(pen, entry, area, words)


def _label(pen: Pen, entry: Entry, area: Rect, colour: str) -> Iterator[Item]:
    """The title of an entry inside its box, or else its kind of cards; nothing where neither fits."""
    kind = pen.type("bar", colour)
    kinds = [entry.content.label.split(" · ")[0]] if entry.content.colour else []
    for text in (entry.content.title, *kinds):
        setting = set_rich(_Whole(pen), plain(text), kind, area.x + _INSIDE, area.width - 2 * _INSIDE)
        if setting and 0 < setting.height <= area.height - 1.6:
            yield from setting.draw(area.y + (area.height - setting.height) / 2)
            return


class _Whole:
    """Sets without parting words."""

    def __init__(self, pen: Pen) -> None:
        self.measure, self.hyphenate, self.trace, self.colour = pen.measure, pen.hyphenate, pen.trace, pen.colour

    def may_part(self, _kind: object) -> bool:
        """Never."""
        return False


def _hatched(pen: Pen, area: Rect) -> Iterator[Item]:
    """Where two entries want the same time: white with slanting lines."""
    ink = pen.colour("ink")
    yield box(area, pen.colour("white"), ink, 0.4)
    offset = -area.height + _HATCH
    while offset < area.width:
        x, bottom = area.x + max(offset, 0.0), area.bottom - max(-offset, 0.0)
        top_x = min(area.x + offset + area.height, area.right)
        yield line((x, bottom), (top_x, bottom - (top_x - x)), ink, 0.3)
        offset += _HATCH


def _scale(pen: Pen, axis: _Axis, window: int | None) -> Iterator[tuple[int, float]]:
    """The times of the scale, each with where its words begin: the ends always, between them what has room."""
    wide = pen.width("00:00", pen.type("fine"))
    fixed = {axis.start, axis.end} | ({window} if window is not None and window < axis.end else set())
    places = {minutes: _words_at(axis, minutes, wide) for minutes in sorted(fixed)}
    if window in places and window not in (axis.start, axis.end) and not _clear(places, window, wide):
        places.pop(axis.end)
    for step in _STEPS:
        more = [
            minutes for minutes in range(axis.start - axis.start % step + step, axis.end, step) if minutes not in places
        ]
        inner = [minutes for minutes in more if _free(_words_at(axis, minutes, wide), places.values(), wide)]
        if step / max(1, axis.end - axis.start) * ROOM >= wide + _BETWEEN:
            places |= {minutes: _words_at(axis, minutes, wide) for minutes in inner}
            break
    yield from sorted(places.items())


def _words_at(axis: _Axis, minutes: int, wide: float) -> float:
    """Where the words of a time begin: in the middle of its tick, within the margins."""
    return min(max(axis.x(minutes) - wide / 2, MARGIN), RIGHT - wide)


def _clear(places: dict[int, float], minutes: int, wide: float) -> bool:
    return _free(places[minutes], [x for other, x in places.items() if other != minutes], wide)


def _free(x: float, others: Collection[float], wide: float) -> bool:
    return all(abs(x - other) >= wide + _BETWEEN for other in others)
