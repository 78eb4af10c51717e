"""A form as pages of A4: its head, its parts, and at the edges whose it is and which page. Lengths are mm."""

from collections.abc import Iterator, Sequence

from kaartenspel.compose.context import Setting
from kaartenspel.compose.filling import Filling
from kaartenspel.compose.form_cards import set_cards, set_stages
from kaartenspel.compose.form_parts import ABOVE, set_blanks, set_boxes, set_lines, set_privacy, set_table, set_text
from kaartenspel.compose.form_pen import HEIGHT, MARGIN, RIGHT, ROOM, WIDTH, FormPen, Strip
from kaartenspel.compose.script_pen import joined, under
from kaartenspel.compose.script_school import school_head
from kaartenspel.drawing import Drawing, Item, Rect
from kaartenspel.model.form import (
    AnyPart,
    FormBlanks,
    FormBoxes,
    FormCards,
    FormLines,
    FormPrivacy,
    FormStages,
    FormTable,
    FormText,
)

EDGE = 12.0
"""How far from the upper and lower side of the paper everything stays."""
_CLEAR = 2.5
_SCHOOL = Rect(MARGIN, 6.0, ROOM, 11.0)
"""Where the school’s logo and name stand, on the first page."""


def form_pages(pen: FormPen, version: str) -> list[Drawing]:
    """The pages; what cannot be set is noted in the pen's problems."""
    edge = pen.style("source", 8.5).line + _CLEAR
    top, bottom = EDGE + edge, HEIGHT - EDGE - edge
    strips = [Strip((_title(pen),)), *(strip for part in _parts(pen) for strip in part)]
    for strip in strips:
        if sum(setting.height for setting in (strip.again, *strip.settings)) > bottom - top:
            pen.too_long(pen.form.title)
            return []
    pages = _filled(_grown(strips, top, bottom), top, bottom)[0].pages
    edges = [_edges(pen, version, number, len(pages)) for number in range(1, len(pages) + 1)]
    return [Drawing(WIDTH, HEIGHT, (*edges[number], *items)) for number, items in enumerate(pages)]


def _title(pen: FormPen) -> Setting:
    """The title of the form and what it is for."""
    title = pen.set(pen.form.title, pen.style("title", 22.0).coloured(pen.form.colour), MARGIN, ROOM)
    subtitle = pen.set(pen.form.subtitle or "", pen.style("body", 12.0).coloured("quiet"), MARGIN, ROOM)
    return under(title, subtitle, gap=0.8)


def _parts(pen: FormPen) -> Iterator[list[Strip]]:
    """The parts, each with the white above it."""
    for number, part in enumerate(pen.form.parts, start=1):
        first, *others = _part(pen, part, number)
        yield [Strip((Setting(ABOVE, lambda _y: ()), *first.settings), first.again), *others]


def _part(pen: FormPen, part: AnyPart, number: int) -> list[Strip]:  # noqa: C901, PLR0911  one line a sort of part
    match part:
        case FormText():
            return [Strip((set_text(pen, part),))]
        case FormPrivacy():
            return [Strip((set_privacy(pen, part),))]
        case FormBlanks():
            return [Strip((set_blanks(pen, part, number),))]
        case FormLines():
            return [Strip((set_lines(pen, part, number),))]
        case FormBoxes():
            return set_boxes(pen, part, number)
        case FormTable():
            return set_table(pen, part, number)
        case FormCards():
            return set_cards(pen, part)
        case FormStages():
            return set_stages(pen, part)


def _filled(strips: Sequence[Strip], top: float, bottom: float) -> tuple[Filling, list[int]]:
    """The strips on pages, and on which page each came."""
    filling, pages = Filling(top, bottom), list[int]()
    for strip in strips:
        filling.put(*strip.settings, again=strip.again)
        pages.append(len(filling.pages))
    return filling, pages


def _grown(strips: list[Strip], top: float, bottom: float) -> list[Strip]:
    """What can grow on the last page shares the room that is left there."""
    filling, pages = _filled(strips, top, bottom)
    growing = [
        (index, at)
        for index, strip in enumerate(strips)
        for at, setting in enumerate(strip.settings)
        if setting.grow and pages[index] == len(filling.pages)
    ]
    more = (bottom - filling.y) / max(1, len(growing))
    for index, at in growing:
        settings = list(strips[index].settings)
        grow = settings[at].grow
        settings[at] = grow(more) if grow else settings[at]
        strips[index] = strips[index]._replace(settings=tuple(settings))
    return strips


def _edges(pen: FormPen, version: str, number: int, count: int) -> Iterator[Item]:
    """At the head of a page whose form it is, at its foot the deck, the version and the page."""
    kind, words = pen.style("source", 8.5).coloured("quiet"), pen.words
    deck = pen.deck.deck.title if pen.deck else ""
    foot = HEIGHT - EDGE - kind.line
    page = f"{words['page']} {number} {words['of']} {count}"
    told = joined((pen.form.title, deck, f"{words['version']} {version}"))
    yield from pen.line(_short(pen, told, page), kind, MARGIN, foot)
    yield from pen.line(page, kind, RIGHT, foot, right=True)
    if number == 1 and pen.school:
        yield from school_head(pen, _SCHOOL)
    else:
        head = joined((pen.school.name if pen.school else "", deck))
        aside = pen.form.title if number > 1 else ""
        yield from pen.line(_short(pen, head, aside), kind, MARGIN, EDGE)
        yield from pen.line(aside, kind, RIGHT, EDGE, right=True)


def _short(pen: FormPen, text: str, beside: str) -> str:
    """A text that leaves room for what stands at the right of it: its last parts go first."""
    kind = pen.style("source", 8.5)
    room = ROOM - pen.width(beside, kind) - 4.0
    parts = text.split(" · ")
    while len(parts) > 1 and pen.width(" · ".join(parts), kind) > room:
        parts.pop(-2 if len(parts) > 2 else 0)
    return " · ".join(parts)
