"""The day on one page: time, title, room, who leads. Lengths are mm."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from kaartenspel.compose.context import NOTHING, Setting
from kaartenspel.compose.script_bar import THIN, set_bar
from kaartenspel.compose.script_page import (
    BOTTOM,
    FIRM,
    FREE,
    MARGIN,
    ROOM,
    TOP,
    Pages,
    Passage,
    Piece,
    finished,
    piece,
)
from kaartenspel.compose.script_page import height as height_of
from kaartenspel.compose.script_pen import LEAST, Pen, beside, drawn
from kaartenspel.drawing import Drawing, Item, Rect, line, rectangle
from kaartenspel.model.richtext import Block, Rich, Run
from kaartenspel.model.script import Entry, Script, ScriptMeeting

_LARGEST = 14.0
_STEP = 0.5
_GUTTER = 4.0
_WIDEST_ASIDE = 38.0
_CHIP = 1.6
_INDENT = 6.0
_LEAST_TITLE = 46.0


@dataclass(frozen=True, slots=True)
class _Row:
    """A row; `depth` is 1 in a strand, `quiet` what is no block, `heads` the title of a section or strand."""

    clock: str
    minutes: str
    title: str
    room: str
    leads: str
    colour: str
    depth: int = 0
    quiet: bool = False
    heads: bool = False


@dataclass(frozen=True, slots=True)
class _Columns:
    """The widths of clock, minutes, room and leader; the last two are nought where they stand behind the title."""

    clock: float
    minutes: float
    room: float
    leads: float


def day_pages(pen: Pen, script: Script) -> list[Drawing]:
    """The programme on one page, in the largest type with which it fits; in the smallest on more pages."""
    pages = Pages(pen)
    for parts in _fitting(pen, script):
        pages.put(Passage(script.title, parts))
    return finished(pen, script, pages.pages, pen.words["programme"])


def _fitting(pen: Pen, script: Script) -> list[tuple[Piece, ...]]:
    """What fits in the largest type, with room and leader in columns if it can be; else what is smallest."""
    least, known = pen.style("small", LEAST).size, len(pen.problems)
    largest = max(_LARGEST, least)
    sizes = [largest - _STEP * step for step in range(int((largest - least) / _STEP) + 1)]
    for aside, size in product((True, False), sizes):
        del pen.problems[known:]
        pieces = _pieces(pen, script, size, aside=aside)
        if len(pen.problems) == known and height_of([part for parts in pieces for part in parts]) <= BOTTOM - TOP:
            break
    return pieces


def _pieces(pen: Pen, script: Script, size: float, *, aside: bool) -> list[tuple[Piece, ...]]:
    """The title, and the rows of each meeting."""
    shrunk = size / _LARGEST
    title = pen.style("title", 22.0 * shrunk).coloured("ink")
    parts: list[tuple[Piece, ...]] = [
        (
            piece(pen.set(script.title, title, MARGIN, ROOM), holds=FIRM),
            piece(pen.set(script.subtitle, pen.style("small", size), MARGIN, ROOM), holds=FIRM),
        )
    ]
    for meeting in script.meetings:
        parts += _meeting(pen, meeting, size, several=len(script.meetings) > 1, aside=aside)
    return parts


def _meeting(
    pen: Pen, meeting: ScriptMeeting, size: float, *, several: bool, aside: bool
) -> Iterator[tuple[Piece, ...]]:
    """The rows of a meeting; its head stays with the first."""
    rows = list(_rows(pen, meeting.entries))
    columns = _columns(pen, rows, size, aside=aside)
    head = [Piece(0.0, NOTHING.draw, 4.0, FIRM)]
    if several:
        words = Rich((Block((Run(meeting.title, bold=True), Run(f"  {meeting.when}"))),))
        head.append(piece(pen.set(words, pen.style("body", size * 1.1), MARGIN, ROOM), 2.0, FIRM))
    else:
        head.append(piece(set_bar(pen, meeting), holds=FIRM))
        head.append(Piece(0.0, NOTHING.draw, 3.0, FIRM))
    for row in rows:
        head.append(piece(_set(pen, row, columns, size), holds=FIRM if row.heads else FREE))
        if not row.heads:  # a heading stays with the row under it
            yield tuple(head)
            head = []


def _rows(pen: Pen, entries: Sequence[Entry], depth: int = 0) -> Iterator[_Row]:
    for entry in entries:
        content, minutes = entry.content, f"{entry.minutes} {pen.words['minutes']}"
        if entry.section:
            yield _Row("", "", entry.section, "", "", "", depth, heads=True)
        colour = content.colour if content.colour in pen.theme.colours else "quiet"
        quiet = entry.kind in THIN or entry.sort == "break"
        yield _Row(entry.clock, minutes, content.title, content.room, content.leads, colour, depth, quiet)
        for strand in entry.strands:
            yield _Row("", "", strand.title, strand.room, strand.leads, "", depth + 1, heads=True)
            yield from _rows(pen, strand.entries, depth + 1)


def _columns(pen: Pen, rows: Sequence[_Row], size: float, *, aside: bool) -> _Columns:
    """The widths of the columns; what no row has takes no room."""
    kind, clock = pen.style("small", size), pen.style("label", size * 1.1)

    def widest(texts: Sequence[str], most: float) -> float:
        whole = max((pen.width(text, kind) for text in texts), default=0.0)
        word = max((pen.width(word, kind) for text in texts for word in text.split()), default=0.0)
        return max(min(whole, most), word) + 0.1 + _GUTTER if whole else 0.0

    clocks = max(pen.width(row.clock, clock) for row in rows) + _GUTTER / 2
    minutes = widest([row.minutes for row in rows], ROOM)
    most = _WIDEST_ASIDE * pen.large
    room, leads = widest([row.room for row in rows], most), widest([row.leads for row in rows], most)
    left = ROOM - clocks - minutes - room - leads - max(row.depth for row in rows) * _INDENT
    is_narrow = not aside or left < _LEAST_TITLE * pen.large
    return _Columns(clocks, minutes, 0.0 if is_narrow else room, 0.0 if is_narrow else leads)


def _set(pen: Pen, row: _Row, columns: _Columns, size: float) -> Setting:
    """A row with a line under it and the colour of its kind at its left."""
    colour = "quiet" if row.quiet else "ink"
    kind, time = pen.style("small", size).coloured(colour), pen.style("label", size * 1.1).coloured(colour)
    left = MARGIN + _CHIP + 2.0 + row.depth * _INDENT
    title = left if row.heads else left + columns.clock + columns.minutes
    rest = MARGIN + ROOM - columns.leads - columns.room
    aside = [(row.room, rest, columns.room), (row.leads, rest + columns.room, columns.leads)]
    runs = [Run(row.title, bold=not row.quiet)]
    runs += [Run(f" · {words}") for words, _x, width in aside if words and not width]
    quiet = pen.style("small", size).coloured("quiet")
    settings = beside(
        drawn(time.line, lambda y: pen.line(row.clock, time, left, y - 0.05 * time.em)),
        drawn(0.0, lambda y: pen.line(row.minutes, quiet, left + columns.clock, y)),
        pen.set(Rich((Block(tuple(runs)),)), kind, title, rest - (_GUTTER if rest < MARGIN + ROOM else 0.0) - title),
        *(pen.set(words, kind, x + _GUTTER, width - _GUTTER) for words, x, width in aside if width),
    )
    pad = 0.26 * kind.em
    above = 0.9 * kind.em if row.heads else pad
    high = settings.height + above + pad

    def draw(y: float) -> Iterator[Item]:
        if row.colour and not row.quiet:
            chip = Rect(MARGIN + row.depth * _INDENT, y + pad, _CHIP, high - 2 * pad)
            yield rectangle(chip, pen.colour(row.colour))
        yield from settings.draw(y + above)
        ends = (MARGIN, y + high), (MARGIN + ROOM, y + high)
        yield line(*ends, pen.colour("ink" if row.heads else "line"), 0.3 if row.heads else 0.2)

    return drawn(high, draw)
