"""The paper band that holds a set together: a strip round the stack, with a flap to glue. Lengths are mm.

From left to right: the back, a side, the front, a side, and the flap, which goes under the back's free edge. Back and
flap stay white: glue holds on bare paper, and a school's logo is at home there.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from kaartenspel.compose.context import Setting
from kaartenspel.compose.script_page import box
from kaartenspel.compose.script_pen import Pen, drawn, under
from kaartenspel.compose.script_school import school_head
from kaartenspel.compose.text import set_rich
from kaartenspel.drawing import Drawing, Item, Rect, line, rectangle
from kaartenspel.messages import _
from kaartenspel.model.richtext import plain
from kaartenspel.problems import Code, Problem

PLAY = 0.5
"""How much wider than the stack each side of the band is: the paper has a thickness of its own."""
FLAP = 12.0
EDGE = 6.0
"""What stays white along the edges of the paper: a printer does not reach them."""
SHARE, LEAST, MOST = 0.36, 24.0, 42.0
"""How wide the strip is, as a share of the card’s height, and its bounds."""
_BLEED = 2.0
_INSIDE = 4.0
_TICK, _CLEAR = 2.5, 0.5
_SCHOOL = 11.0
"""How high logo and name must have room, before what a set holds gets any."""
_GAP = 2 * (_BLEED + _CLEAR + _TICK)
_TITLES = (26.0, 22.0, 18.0, 16.0, 14.0, 12.0, 10.5, 9.0)
_THIN = 0.25 * 25.4 / 72


@dataclass(frozen=True, slots=True)
class Band:
    """What the bands are for: a card’s width and height, how high a set is, and what they say.

    `told` names the set, where sets have numbers: a band for each. `holds` is what a set holds, in short.
    """

    title: str
    deck: str
    version: str
    width: float
    height: float
    stack: float
    sheet: float
    cards: int
    blanks: int
    told: tuple[str, ...]
    holds: str
    colour: str
    full: bool

    @property
    def panels(self) -> tuple[float, ...]:
        """How long the back, a side, the front, a side and the flap are."""
        face, side = self.width + PLAY, self.stack + PLAY
        return face, side, face, side, FLAP

    @property
    def length(self) -> float:
        """The whole strip."""
        return sum(self.panels)

    @property
    def breadth(self) -> float:
        """How wide the strip is."""
        return min(MOST, max(LEAST, SHARE * self.height))


def fits(band: Band, width: float, height: float) -> bool:
    """Whether a strip fits this paper as it lies."""
    return band.length + 2 * (EDGE + _CLEAR + _TICK) <= width and band.breadth + 2 * EDGE + _GAP + 30.0 <= height


def belly_bands(band: Band, pen: Pen, width: float, height: float) -> list[Drawing]:
    """Pages of this width and height, as many bands on each as fit."""
    how = under(
        pen.set(f"{pen.words['band']}: {band.title}", pen.type("label", "ink"), 2 * EDGE, width - 4 * EDGE),
        pen.set(_how(band, pen), pen.type("fine", "ink"), 2 * EDGE, width - 4 * EDGE),
        gap=0.5,
    )
    top = 2 * EDGE + how.height + _GAP
    each = max(1, int((height - top - EDGE + _GAP / 2) / (band.breadth + _GAP)))
    left = (width - band.length) / 2
    pages: list[Drawing] = []
    for start in range(0, len(band.told), each):
        items = [*how.draw(2 * EDGE)]
        for row, told in enumerate(band.told[start : start + each]):
            items += _strip(band, pen, told, left, top + row * (band.breadth + _GAP))
        pages.append(Drawing(width, height, tuple(items)))
    return pages


def _how(band: Band, pen: Pen) -> str:
    """How it is made, and what its length was reckoned from."""
    said = {"cards": band.cards + band.blanks, "sheet": band.sheet, "stack": band.stack, "length": band.length}
    measures = {name: _decimal(pen, value) for name, value in said.items()}
    return pen.words["band-how"].format(**measures)


def _decimal(pen: Pen, value: float) -> str:
    return f"{round(value, 2 if value < 1 else 1):g}".replace(".", pen.words["decimal"])


def _strip(band: Band, pen: Pen, told: str, left: float, top: float) -> Iterator[Item]:
    """One band, with ticks where it is cut and folded."""
    back, side, front, other, _flap = (*accumulate(band.panels, initial=left),)[:5]
    end, low = left + band.length, top + band.breadth
    if band.full:
        yield rectangle(Rect(side, top - _BLEED, other + band.panels[3] - side, band.breadth + 2 * _BLEED), band.colour)
    yield from _front(band, pen, told, Rect(front, top, band.panels[2], band.breadth))
    yield from _back(band, pen, Rect(back, top, band.panels[0], band.breadth))
    yield from _glue(band, pen, Rect(end - FLAP, top, FLAP, band.breadth))
    beyond = _BLEED + _CLEAR
    for x in (left, end):
        yield from _upright(x, top - beyond - _TICK, top - beyond, pen)
        yield from _upright(x, low + beyond, low + beyond + _TICK, pen)
    for y in (top, low):
        yield line((left - _CLEAR - _TICK, y), (left - _CLEAR, y), pen.colour("ink"), _THIN)
        yield line((end + _CLEAR, y), (end + _CLEAR + _TICK, y), pen.colour("ink"), _THIN)
    for x in (side, front, other, end - FLAP):
        yield from _dashed(x, top - beyond - _TICK, pen)
        yield from _dashed(x, low + beyond, pen)


def _upright(x: float, start: float, end: float, pen: Pen) -> Iterator[Item]:
    yield line((x, start), (x, end), pen.colour("ink"), _THIN)


def _dashed(x: float, y: float, pen: Pen) -> Iterator[Item]:
    """A tick of three dashes: here it is folded."""
    for part in range(3):
        yield from _upright(x, y + part * _TICK / 3, y + part * _TICK / 3 + _TICK / 5, pen)


def _front(band: Band, pen: Pen, told: str, room: Rect) -> Iterator[Item]:
    """The title as large as it fits, under it how many cards and which set, in the middle of the height."""
    inner = room.grown(-_INSIDE)
    colour = "white" if band.full else "ink"
    words = pen.words
    count = [f"{band.cards} {words['card' if band.cards == 1 else 'cards']}"]
    count += [f"{band.blanks} {words['band-blank' if band.blanks == 1 else 'band-blanks']}"] if band.blanks else []
    for size in _TITLES:
        kind, small = pen.style("small-title", size).coloured(colour), pen.style("label", 9.0).coloured(colour)
        title = set_rich(pen, plain(band.title), kind, inner.x, inner.width)
        below = [set_rich(pen, plain(said), small, inner.x, inner.width) for said in (told, " + ".join(count)) if said]
        if title and all(below):
            both = under(title, *(part for part in below if part), gap=1.0)
            if both.height <= inner.height:
                yield from both.draw(inner.y + (inner.height - both.height) / 2)
                return
    said = _("the title ‘{title}’ is too long for a band of {width} mm").format(
        title=band.title, width=f"{room.width:g}"
    )
    pen.problems.append(Problem(Code.TEXT_TOO_LONG, said, pen.place, _("make it shorter, or leave --band out")))


def _back(band: Band, pen: Pen, room: Rect) -> Iterator[Item]:
    """The school where there is one, what a set holds where there is room, and which print it is."""
    inner, fine = room.grown(-_INSIDE), pen.type("fine")
    told = pen.set(f"{band.deck} · {pen.words['version']} {band.version}", fine, inner.x, inner.width)
    holds = set_rich(pen, plain(band.holds), fine, inner.x, inner.width)
    least = _SCHOOL if pen.school else 0.0
    if holds and holds.height <= inner.height - told.height - least:
        told = under(holds, told)
    yield from told.draw(inner.bottom - told.height)
    yield from school_head(pen, Rect(inner.x, inner.y, inner.width, inner.height - told.height - 1.5))


def _glue(band: Band, pen: Pen, room: Rect) -> Iterator[Item]:
    """The word on the flap; an outline where the band has no colour of its own to end."""
    if not band.full:
        yield box(room.grown(-0.3), None, pen.colour("line"), 0.2)
    kind, word = pen.type("fine"), pen.words["band-glue"]
    middle: Setting = drawn(kind.line, lambda y: pen.line(word, kind, room.x + (FLAP - pen.width(word, kind)) / 2, y))
    yield from middle.draw(room.y + (room.height - kind.line) / 2)
