"""An entry of a script: its time at the left, what is done at the right; stations and strands under it. Lengths mm."""

from collections.abc import Iterator

from kaartenspel.compose.context import NOTHING, Setting
from kaartenspel.compose.script_bar import THIN
from kaartenspel.compose.script_content import Columns, content_pieces, inner, set_title, with_sides
from kaartenspel.compose.script_head import set_warning
from kaartenspel.compose.script_page import FIRM, FREE, LOOSE, MARGIN, RIGHT, ROOM, Passage, Piece, box, piece
from kaartenspel.compose.script_pen import Pen, beside, drawn, glued, joined, under
from kaartenspel.compose.script_table import table_pieces
from kaartenspel.drawing import Item, Rect
from kaartenspel.model.richtext import Block, Rich, Run
from kaartenspel.model.script import Entry, Station, Strand

_TIMES = 34.0
_ROOMY = 8.0
_TIGHT = 5.0
_NUMBER = 9.0


def passage(pen: Pen, entry: Entry, *, guide: bool) -> Passage:
    """An entry as a passage, its section's heading above it; without `guide` for participants."""
    columns = Columns(MARGIN, MARGIN + _TIMES * min(pen.large, 1.25), RIGHT)
    pieces = _entry(pen, entry, columns, guide=guide)
    if entry.section:
        section = piece(pen.set(entry.section, pen.type("section"), MARGIN, ROOM), 10.0, FIRM)
        pieces = [section, pieces[0]._replace(above=3.0), *pieces[1:]]
    clock = drawn(0.0, lambda y: pen.line(entry.clock, pen.type("quiet-clock"), MARGIN, y))
    again = beside(clock, set_title(pen, entry.content, columns, pen.words["continued"]))
    return Passage(entry.content.title, tuple(pieces), Setting(again.height + 2.0, again.draw), rule=True)


def _entry(pen: Pen, entry: Entry, columns: Columns, *, guide: bool) -> list[Piece]:
    """The pieces of an entry; what takes time without being a block is a thin row."""
    pieces = _thin(pen, entry, columns) if entry.kind in THIN else _full(pen, entry, columns, guide=guide)
    if guide and entry.warning:
        pieces[-1] = pieces[-1]._replace(holds=FIRM)
        pieces.append(piece(set_warning(pen, entry.warning, columns.text, columns.width), 2.4, LOOSE))
    return pieces


def _thin(pen: Pen, entry: Entry, columns: Columns) -> list[Piece]:
    """A change of stations, a walk, or time that is left."""
    words = joined([entry.content.title, entry.lasts, entry.content.room])
    setting = pen.set(words, pen.type("quiet"), columns.text, columns.width)
    clock = drawn(0.0, lambda y: pen.line(entry.clock, pen.type("quiet-clock"), columns.left, y - 0.5))
    return [piece(beside(clock, setting), _TIGHT, FREE)]


def _full(pen: Pen, entry: Entry, columns: Columns, *, guide: bool) -> list[Piece]:
    content, within = entry.content, inner(pen, entry.content, columns)
    times = _times(pen, entry, columns, guide=guide)
    rest = content_pieces(pen, content, within, guide=guide)
    pieces = with_sides(pen, content, set_title(pen, content, within), times, rest, columns)
    if entry.table:
        pieces += table_pieces(pen, entry.table, columns.text, columns.width)
    for number, station in enumerate(entry.stations):
        pieces[-1] = pieces[-1]._replace(holds=FREE if number or entry.table else LOOSE)
        pieces += _station(pen, station, columns, guide=guide)
    for number, strand in enumerate(entry.strands):
        pieces[-1] = pieces[-1]._replace(holds=FREE if number else LOOSE)
        pieces += _strand(pen, strand, columns, guide=guide)
    pieces[0] = pieces[0]._replace(above=_ROOMY)
    return pieces


def _times(pen: Pen, entry: Entry, columns: Columns, *, guide: bool) -> Setting:
    """The clock, how long and until when; for the facilitator also what stands fast and what can be shorter."""
    clock, small, fine = pen.type(columns.clock), pen.type("small"), pen.type("fine")
    width = columns.text - columns.left - 3.5
    lines = [drawn(1.06 * clock.em, lambda y: pen.line(entry.clock, clock, columns.left, y - 0.12 * clock.em))]
    lines.append(pen.set(glued(entry.lasts), small, columns.left, width))
    if guide and entry.pinned:
        lines.append(pen.set(pen.words["pinned"], fine, columns.left, width))
    if guide and entry.least is not None and entry.least < entry.minutes:
        least = f"{pen.words['can-be-shorter']} {entry.least} {pen.words['minutes']}"
        lines.append(pen.set(least, fine, columns.left, width))
    return under(*lines)


def _station(pen: Pen, station: Station, columns: Columns, *, guide: bool) -> list[Piece]:
    """A station: its number in a box, which groups are there when, and what is done."""
    content, within = station.content, inner(pen, station.content, columns)
    head = under(set_title(pen, content, within), _visits(pen, station, within), gap=0.6)
    number = drawn(_NUMBER, lambda y: _number(pen, station, columns, y))
    pieces = with_sides(pen, content, head, number, content_pieces(pen, content, within, guide=guide), columns)
    pieces[0] = pieces[0]._replace(above=6.0)
    pieces[-1] = pieces[-1]._replace(holds=FREE)
    return pieces


def _visits(pen: Pen, station: Station, columns: Columns) -> Setting:
    """Which groups come when."""
    if not station.visits:
        return NOTHING
    runs = (Run(f"{pen.words['script-groups-head']} ", bold=True), Run(glued(joined(station.visits))))
    return pen.set(Rich((Block(runs),)), pen.type("small"), columns.text, columns.width)


def _number(pen: Pen, station: Station, columns: Columns, y: float) -> Iterator[Item]:
    """The number of a station in a box of its colour, at the right end of the column of times."""
    colour = station.content.colour if station.content.colour in pen.theme.colours else "quiet"
    kind = pen.type("strand-clock", colour if pen.theme.bands == "outline" else "white")
    words = str(station.number)
    side = max(_NUMBER, pen.width(words, kind) + 3.0)
    x = columns.text - side - 4.0
    outlined = pen.theme.bands == "outline"
    area = Rect(x, y, side, _NUMBER)
    yield box(area.grown(-0.25), None, pen.colour(colour), 0.5) if outlined else box(area, pen.colour(colour))
    yield from pen.line(words, kind, x + (side - pen.width(words, kind)) / 2, y + (_NUMBER - kind.line) / 2)


def _strand(pen: Pen, strand: Strand, columns: Columns, *, guide: bool) -> list[Piece]:
    """A strand: its title with room and leader on a bar, and its entries."""
    words = joined([strand.title, strand.room, strand.leads])
    pieces = [piece(_band(pen, words, columns), 6.0, FIRM)]
    nested = Columns(columns.left + 4.0, columns.text, columns.right, "strand-clock")
    for number, entry in enumerate(strand.entries):
        parts = _entry(pen, entry, nested, guide=guide)
        parts[0] = parts[0]._replace(above=3.0 if number == 0 else _TIGHT)
        pieces += [*parts[:-1], parts[-1]._replace(holds=LOOSE)]
    return pieces


def _band(pen: Pen, words: str, columns: Columns) -> Setting:
    """Words on a bar; where little ink is wanted, between lines."""
    full = pen.theme.bands == "full"
    kind = pen.type("quiet", "white" if full else "ink")
    setting = pen.set(words, kind, columns.left + 4.0, columns.right - columns.left - 8.0)
    high = setting.height + 2.4

    def draw(y: float) -> Iterator[Item]:
        area = Rect(columns.left, y, columns.right - columns.left, high)
        yield box(area, pen.colour("quiet")) if full else box(area.grown(-0.2), None, pen.colour("ink"), 0.4)
        yield from setting.draw(y + 1.2)

    return drawn(high, draw)
