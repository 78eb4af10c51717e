"""Stacked bars: each answer by its place on the scale, its pattern and its number, so that grey shows what colour does.

Lengths are mm. A bar that is wide enough stands beside its text, on a narrow screen under it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kaartenspel.compose.context import NOTHING, Setting
from kaartenspel.compose.harvest import Bar, Row
from kaartenspel.compose.script_page import box
from kaartenspel.compose.script_pen import Pen, beside, under
from kaartenspel.compose.text import baseline, capital
from kaartenspel.drawing import Item, Rect, disc, line
from kaartenspel.tally.count import LEAST, Tally

BESIDE = 120.0
"""From this width on, bars stand beside their texts."""
HIGH = 6.6
_GAP, _ROW = 1.4, 2.4
_CODE = 10.0
_TEXT, _LABEL, _FIGURES = 0.36, 28.0, 36.0
_SWATCH = 8.0
_HATCH = 1.6
"""Between the lines of a pattern."""
_LINE = 0.3


@dataclass(frozen=True, slots=True)
class Look:
    """With what bars are drawn: the scale, and the colour by its name in the theme."""

    scale: tuple[str, ...]
    colour: str


def figures(pen: Pen, tally: Tally) -> tuple[str, str]:
    """How many answered and how far they are apart; and who did not answer."""
    words = pen.words
    if not tally.shown:
        return words["harvest-few"].format(least=LEAST), ""
    apart = decimal(pen, tally.apart) if tally.apart is not None else "–"
    beside_it = [(tally.blank, "harvest-blank"), (tally.unknown, "harvest-unknown")]
    told = ", ".join(words[name].format(count=count) for count, name in beside_it if count)
    return words["harvest-n"].format(count=tally.answered, apart=apart), told


def decimal(pen: Pen, value: float) -> str:
    """A number with one decimal, as the language writes it."""
    return f"{value:.1f}".replace(".", pen.words["decimal"])


def legend(pen: Pen, look: Look, left: float, width: float) -> Setting:
    """Each answer behind its pattern, on as many lines as it takes."""
    kind = pen.style("body", 9.0)
    places: list[tuple[int, float, int]] = []
    x, row = left, 0
    for number, answer in enumerate(look.scale):
        wide = _SWATCH + 1.5 + pen.width(answer, kind)
        if x > left and x + wide > left + width:
            x, row = left, row + 1
        places.append((number, x, row))
        x += wide + 6.0
    high = kind.line + 1.2

    def draw(y: float) -> Iterator[Item]:
        for number, x, row in places:
            top = y + row * high
            yield from segment(pen, look, number, Rect(x, top + 0.3, _SWATCH, kind.line - 0.6))
            yield from pen.line(look.scale[number], kind, x + _SWATCH + 1.5, top)

    return Setting((row + 1) * high + 1.0, draw)


def rows(pen: Pen, look: Look, all_rows: Sequence[Row], left: float, width: float) -> list[Setting]:
    """Each row as a setting, with the white under it."""
    return [_row(pen, look, row, left, width) for row in all_rows]


def _row(pen: Pen, look: Look, row: Row, left: float, width: float) -> Setting:
    label = _labels(pen, row)
    wide = width >= BESIDE
    indent = _CODE if row.code else 0.0
    column = width * _TEXT if wide else width
    text = _text(pen, row, left, indent, column - (3.0 if wide else 0.0))
    begin, room = (left + column, width - column) if wide else (left, width)
    bars = under(*(_bar(pen, look, bar, Rect(begin, 0.0, room, HIGH), label, wide=wide) for bar in row.bars), gap=_GAP)
    whole = beside(text, bars) if wide else under(text, bars, gap=_GAP)
    return Setting(whole.height + _ROW, whole.draw)


def _labels(pen: Pen, row: Row) -> float:
    """How wide the labels before the bars of a row are; longer ones go on on another line."""
    widest = max((pen.width(bar.label, pen.style("body", 8.5)) for bar in row.bars), default=0.0)
    return min(widest + 2.0, _LABEL) if widest else 0.0


def _text(pen: Pen, row: Row, left: float, indent: float, width: float) -> Setting:
    """The code, what the card says, and a mark under it."""
    code = pen.set(row.code, pen.style("title", 9.5), left, indent) if row.code else NOTHING
    said = pen.set(row.text, pen.style("body", 9.5), left + indent, width - indent)
    kind = pen.style("label", 8.5).coloured("ink")
    mark = pen.set(row.mark, kind, left + indent, width - indent) if row.mark else NOTHING
    return beside(code, under(said, mark, gap=0.4))


def _bar(pen: Pen, look: Look, bar: Bar, room: Rect, label: float, *, wide: bool) -> Setting:
    """A bar with its label before it and its figures behind or under it."""
    shown, apart = figures(pen, bar.tally)
    x, right = room.x + label, room.right - (_FIGURES if wide else 0.0)
    at = room.right - _FIGURES + 3.0 if wide else x
    space = _FIGURES - 3.0 if wide else right - x
    said = under(
        pen.set(shown, pen.style("body", 8.5), at, space),
        pen.set(apart, pen.style("body", 8.0).coloured("quiet"), at, space) if apart else NOTHING,
    )
    name = pen.set(bar.label, pen.style("body", 8.5), room.x, label - 1.0) if bar.label else NOTHING

    def draw(y: float) -> Iterator[Item]:
        yield from name.draw(y + max(0.0, (HIGH - name.height) / 2))
        yield from _stack(pen, look, bar.tally, Rect(x, y, right - x, HIGH))

    drawn = Setting(max(HIGH, name.height), draw)
    return beside(drawn, said) if wide else under(drawn, said, gap=0.6)


def _stack(pen: Pen, look: Look, tally: Tally, room: Rect) -> Iterator[Item]:
    """The answers one after another; a frame alone where there are too few to show."""
    if tally.shown:
        x = room.x
        for number, count in enumerate(tally.counts):
            wide = room.width * count / tally.answered
            if count:
                yield from segment(pen, look, number, Rect(x, room.y, wide, room.height), str(count))
            x += wide
    yield box(room, None, pen.colour("ink" if tally.shown else "line"), _LINE)


def segment(pen: Pen, look: Look, number: int, area: Rect, said: str = "") -> Iterator[Item]:
    """One answer: white at the one end, full colour at the other, between them dots and lines that become denser."""
    colour, last = pen.colour(look.colour), len(look.scale) - 1
    full = number == last
    yield box(area, colour if full else pen.colour("white"), pen.colour("ink"), _LINE)
    if 0 < number < last:
        yield from _hatched(area, colour, number, last)
    kind = pen.style("title", 9.0).coloured("white" if full else "ink")
    wide, high = pen.width(said, kind) if said else 0.0, capital(pen, kind)
    if not said or wide + 1.0 > area.width:
        return
    x, y = area.x + (area.width - wide) / 2, area.y + (area.height - high) / 2
    if 0 < number < last:
        plate = Rect(max(area.x, x - 0.8), area.y + 0.9, min(wide + 1.6, area.width), area.height - 1.8)
        yield box(plate, pen.colour("white"))
    yield from pen.line(said, kind, x, y + high - baseline(pen, kind))


def _hatched(area: Rect, colour: str, number: int, last: int) -> Iterator[Item]:
    """Dots for the first of several answers between the ends, slanting lines for the others, denser each time."""
    if last > 2 and number == 1:
        yield from _dots(area, colour)
        return
    gap = _HATCH / max(1, number - (1 if last > 2 else 0))
    across = area.width + area.height
    for step in range(1, int(across / gap) + 1):
        at = step * gap
        start = (area.x + max(0.0, at - area.height), area.y + min(at, area.height))
        end = (area.x + min(at, area.width), area.y + max(0.0, at - area.width))
        if at < across:
            yield line(start, end, colour, 0.45)


def _dots(area: Rect, colour: str) -> Iterator[Item]:
    for row in range(int(area.height / _HATCH)):
        for column in range(int(area.width / _HATCH)):
            yield disc(area.x + (column + 0.5) * _HATCH, area.y + (row + 0.5) * _HATCH, 0.35, colour)
