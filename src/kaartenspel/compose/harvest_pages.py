"""A report as pages of A4. Lengths are mm."""

from collections.abc import Iterator, Sequence

from kaartenspel.compose.context import NOTHING, Setting
from kaartenspel.compose.harvest import Bars, Part, Points, Radar, Report, Section
from kaartenspel.compose.harvest_bars import Look, legend, rows
from kaartenspel.compose.harvest_radar import radar
from kaartenspel.compose.script_page import (
    FIRM,
    FREE,
    HEIGHT,
    LOOSE,
    MARGIN,
    RIGHT,
    ROOM,
    WIDTH,
    Pages,
    Passage,
    Piece,
    piece,
)
from kaartenspel.compose.script_pen import Pen, beside, joined, labelled, under
from kaartenspel.compose.script_school import school_head
from kaartenspel.drawing import Drawing, Item, Rect, line
from kaartenspel.model.script import Table

_FOOT = HEIGHT - 10.0
_GUTTER = 3.0
_SCHOOL = Rect(MARGIN, 5.0, ROOM, 10.0)


def report_pages(pen: Pen, report: Report, colour: str) -> list[Drawing]:
    """The pages; what cannot be set is noted in the pen's problems."""
    pages = Pages(pen)
    pages.put(Passage(report.title, tuple(_head(pen, report, colour))))
    for section in report.sections:
        for passage in _section(pen, section, colour):
            pages.put(passage)
    pages.put(
        Passage(
            report.title, (piece(pen.set(report.foot, pen.style("body", 8.5).coloured("quiet"), MARGIN, ROOM), 5.0),)
        )
    )
    count = len(pages.pages)
    return [
        Drawing(WIDTH, HEIGHT, (*_edges(pen, report, number, count), *items))
        for number, items in enumerate(pages.pages, 1)
    ]


def _head(pen: Pen, report: Report, colour: str) -> Iterator[Piece]:
    """The title, and what one must know of the measurement."""
    title = pen.set(report.title, pen.style("title", 22.0).coloured(colour), MARGIN, ROOM)
    subtitle = pen.set(report.subtitle, pen.style("body", 12.0).coloured("quiet"), MARGIN, ROOM)
    yield piece(under(title, subtitle, gap=0.6), holds=FIRM)
    facts = [pen.set(labelled(label, said), pen.style("body", 10.0), MARGIN, ROOM) for label, said in report.facts]
    yield piece(under(*facts, gap=0.4), 2.5)


def _section(pen: Pen, section: Section, colour: str) -> Iterator[Passage]:
    """The heading with the first part, then each part by itself; a text stays with what it says something of."""
    pieces = [piece(pen.set(section.title, pen.style("title", 14.0), MARGIN, ROOM), 6.0, FIRM)]
    explained = False
    for number, part in enumerate(section.parts):
        following = section.parts[number + 1] if number + 1 < len(section.parts) else ""
        more, again = _part(pen, part, colour, legend_too=not explained)
        explained |= isinstance(part, Bars)
        if isinstance(part, str) and not isinstance(following, str):
            pieces += [one._replace(holds=FIRM) for one in more]
            continue
        yield Passage(section.title, (*pieces, *more), again)
        pieces = []


def _part(pen: Pen, part: Part, colour: str, *, legend_too: bool) -> tuple[list[Piece], Setting]:
    """A part as pieces, and what stands above them where they go on on another page."""
    body = pen.style("body", 10.0)
    match part:
        case str():
            return [piece(pen.set(part, body, MARGIN, ROOM), 1.8)], NOTHING
        case Points():
            return [piece(_point(pen, item), 1.2, LOOSE) for item in part.items], NOTHING
        case Bars():
            return _bars(pen, part, colour, legend_too=legend_too)
        case Radar():
            return [piece(radar(pen, part, colour, MARGIN, ROOM), 2.0)], NOTHING
        case Table():
            return _table(pen, part), NOTHING


def _bars(pen: Pen, part: Bars, colour: str, *, legend_too: bool) -> tuple[list[Piece], Setting]:
    """The caption, the legend where it was not seen yet in this section or on this page, and the rows."""
    look = Look(part.scale, colour)
    caption = (
        pen.set(part.caption, pen.style("title", 10.5).coloured(colour), MARGIN, ROOM) if part.caption else NOTHING
    )
    again = under(caption, legend(pen, look, MARGIN, ROOM), gap=0.8)
    head = again if legend_too else Setting(caption.height + 1.0, caption.draw)
    drawn = rows(pen, look, part.rows, MARGIN, ROOM)
    return [piece(head, 3.0, FIRM), *(piece(row, 0.0, FREE) for row in drawn)], again


def _point(pen: Pen, item: str) -> Setting:
    kind = pen.style("body", 10.0)
    return beside(pen.set("•", kind, MARGIN, 4.0), pen.set(item, kind, MARGIN + 4.0, ROOM - 4.0))


def _table(pen: Pen, table: Table) -> list[Piece]:
    """The first column narrow, the others alike; a thin line above each row."""
    first = 14.0
    wide = (ROOM - first) / max(1, len(table.heads) - 1)
    lefts = [MARGIN, *(MARGIN + first + index * wide for index in range(len(table.heads) - 1))]
    widths = [first, *[wide] * (len(table.heads) - 1)]
    caption = pen.set(table.caption, pen.style("label", 10.0).coloured("ink"), MARGIN, ROOM)

    def row(cells: Sequence[str], style: str) -> Setting:
        kind = pen.style(style, 9.0).coloured("ink")
        texts = [pen.set(text, kind, x, w - _GUTTER) for text, x, w in zip(cells, lefts, widths, strict=True)]
        whole = beside(*texts)

        def draw(y: float) -> Iterator[Item]:
            yield line((MARGIN, y), (RIGHT, y), pen.colour("line"), 0.2)
            yield from whole.draw(y + 0.9)

        return Setting(whole.height + 1.8, draw)

    heads = row(table.heads, "label")
    return [
        piece(caption, 3.0, FIRM),
        piece(heads, 1.0, FIRM),
        *(piece(row(cells, "body"), 0.0, LOOSE) for cells in table.rows),
    ]


def _edges(pen: Pen, report: Report, number: int, count: int) -> Iterator[Item]:
    """The school at the head of the first page, and at each foot the report and the page."""
    if number == 1:
        yield from school_head(pen, _SCHOOL)
    kind = pen.type("fine")
    said = f"{pen.words['page']} {number} {pen.words['of']} {count}"
    name = joined((pen.school.name if pen.school else "", report.title))
    room = ROOM - pen.width(said, kind) - 4.0
    yield from pen.line(name if pen.width(name, kind) <= room else report.name, kind, MARGIN, _FOOT - kind.line)
    yield from pen.line(said, kind, RIGHT, _FOOT - kind.line, right=True)
