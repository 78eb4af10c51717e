"""The day on one page: time, title, room, who leads. Lengths are mm."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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


def day_pages(pen: Pen, script: Script, school: str = "") -> list[Drawing]:
    """The programme on one page, in the largest type with which it fits; in the smallest on more pages."""
    least = pen.style("small", LEAST).size
    size = max(_LARGEST, least)
    pieces = _pieces(pen, script, size)
    while size - _STEP >= least and sum(map(height_of, pieces)) > BOTTOM - TOP:
        size -= _STEP
        pieces = _pieces(pen, script, size)
    pages = Pages(pen)
    for parts in pieces:
        pages.put(Passage(script.title, parts))
    return finished(pen, script, pages.pages, pen.words["programme"], school)


def _pieces(pen: Pen, script: Script, size: float) -> list[tuple[Piece, ...]]:
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
        parts += _meeting(pen, meeting, size, several=len(script.meetings) > 1)
    return parts


def _meeting(pen: Pen, meeting: ScriptMeeting, size: float, *, several: bool) -> Iterator[tuple[Piece, ...]]:
    """The rows of a meeting; its head stays with the first."""
    rows = list(_rows(pen, meeting.entries))
    columns = _columns(pen, rows, size)
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


def _columns(pen: Pen, rows: Sequence[_Row], size: float) -> tuple[float, float, float, float]:
    """The widths of clock, minutes, room and leader; what no row has takes no room."""
    kind, clock = pen.style("small", size), pen.style("label", size * 1.1)

    def widest(words: Sequence[str], most: float) -> float:
        wide = max((pen.width(word, kind) for word in words), default=0.0)
        return min(wide + 0.1, most * pen.large) + _GUTTER if wide else 0.0

    return (
        max(pen.width(row.clock, clock) for row in rows) + _GUTTER / 2,
        widest([row.minutes for row in rows], 30.0),
        widest([row.room for row in rows], _WIDEST_ASIDE),
        widest([row.leads for row in rows], _WIDEST_ASIDE),
    )


def _set(pen: Pen, row: _Row, columns: tuple[float, float, float, float], size: float) -> Setting:
    """A row with a line under it and the colour of its kind at its left."""
    clock, minutes, room, leads = columns
    colour = "quiet" if row.quiet else "ink"
    kind, time = pen.style("small", size).coloured(colour), pen.style("label", size * 1.1).coloured(colour)
    left = MARGIN + _CHIP + 2.0 + row.depth * 6.0
    title = left + clock + minutes
    rest = MARGIN + ROOM - leads - room
    words = Rich((Block((Run(row.title, bold=not row.quiet),)),))
    if row.heads:
        title = left
    settings = beside(
        drawn(time.line, lambda y: pen.line(row.clock, time, left, y - 0.05 * time.em)),
        pen.set(row.minutes, pen.style("small", size).coloured("quiet"), left + clock, max(minutes - _GUTTER, 1.0)),
        pen.set(words, kind, title, rest - _GUTTER - title),
        pen.set(row.room, kind, rest + _GUTTER, max(room - _GUTTER, 1.0)),
        pen.set(row.leads, kind, MARGIN + ROOM - leads + _GUTTER, max(leads - _GUTTER, 1.0)),
    )
    pad = 0.26 * kind.em
    above = 0.9 * kind.em if row.heads else pad
    high = settings.height + above + pad

    def draw(y: float) -> Iterator[Item]:
        if row.colour and not row.quiet:
            chip = Rect(MARGIN + row.depth * 6.0, y + pad, _CHIP, high - 2 * pad)
            yield rectangle(chip, pen.colour(row.colour))
        yield from settings.draw(y + above)
        ends = (MARGIN, y + high), (MARGIN + ROOM, y + high)
        yield line(*ends, pen.colour("ink" if row.heads else "line"), 0.3 if row.heads else 0.2)

    return drawn(high, draw)
