"""The list of what a set holds: how many cards of each group, with boxes to tick a set off. Lengths are mm."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kaartenspel.compose.context import Setting
from kaartenspel.compose.overview_head import spans
from kaartenspel.compose.script_page import BOTTOM, HEIGHT, MARGIN, RIGHT, ROOM, TOP, WIDTH, box
from kaartenspel.compose.script_pen import Pen, joined, under
from kaartenspel.drawing import Drawing, Item, Rect, line
from kaartenspel.messages import _
from kaartenspel.model.card import Card
from kaartenspel.problems import Code, Problem

MOST_SETS = 6
"""So many columns of boxes stand beside the list; more sets take more pages."""
_BOX = 5.0
_COLUMN = 12.0
_COUNT = 20.0
_PAD = 2.4


@dataclass(frozen=True, slots=True)
class Row:
    """Cards that belong together: what they are, which codes they have, how many there are."""

    title: str
    codes: str
    count: int


@dataclass(frozen=True, slots=True)
class Contents:
    """What the list says. `sets` are the heads of the columns with boxes; nothing for one set without a number."""

    title: str
    facts: str
    rows: tuple[Row, ...]
    sets: tuple[str, ...]


def rows(cards: Sequence[Card]) -> tuple[Row, ...]:
    """The rows for the cards of one set, each as often as it is in it, in the order of the deck."""
    found: dict[tuple[str, str], list[Card]] = {}
    for card in cards:
        found.setdefault(_belongs(card), []).append(card)
    return tuple(map(_row, found.values()))


def summary(found: Sequence[Row]) -> str:
    """The rows on a line: `1 × Speluitleg · C1–C6 · F1–F6`."""
    return joined([row.codes or f"{row.count} × {row.title}" for row in found])


def _belongs(card: Card) -> tuple[str, str]:
    """A group's numbered cards stand in one row; cards without a number in that of their kind."""
    return (card.group_id or "", "" if card.code else card.kind.kind)


def _row(cards: list[Card]) -> Row:
    title = cards[0].group.title if cards[0].group and cards[0].code else cards[0].kind.title
    copies: dict[str, int] = {}
    for card in cards:
        if card.code:
            copies[card.code] = copies.get(card.code, 0) + 1
    # cards that are in a set as often as each other are told together, the single ones first
    told = [
        f"{times} × {', '.join(spans([code for code in copies if copies[code] == times]))}"
        if times > 1 else ", ".join(spans([code for code in copies if copies[code] == times]))
        for times in sorted(set(copies.values()))
    ]  # fmt: skip
    return Row(title, "; ".join(told), len(cards))


def contents_pages(contents: Contents, pen: Pen) -> list[Drawing]:
    """A page for every few sets; what does not fit is noted in the pen."""
    parts = [contents.sets[start : start + MOST_SETS] for start in range(0, len(contents.sets), MOST_SETS)] or [("",)]
    return [_page(contents, pen, part) for part in parts]


def _page(contents: Contents, pen: Pen, sets: Sequence[str]) -> Drawing:
    total = Row(pen.words["contents-total"], "", sum(row.count for row in contents.rows))
    parts = (
        pen.set(f"{pen.words['contents']}: {contents.title}", pen.type("section"), MARGIN, ROOM),
        pen.set(contents.facts, pen.type("small"), MARGIN, ROOM),
        pen.set(pen.words["contents-how"], pen.type("body", "ink"), MARGIN, ROOM),
        under(_heads(pen, sets), *(_line(pen, row, sets) for row in contents.rows), _line(pen, total, sets, bold=True)),
    )
    whole = under(*parts, gap=3.0)
    if whole.height > BOTTOM - TOP:
        said = _("the list of contents of ‘{title}’ does not fit a page").format(title=contents.title)
        hint = _("give the deck fewer groups, or leave --contents out")
        pen.problems.append(Problem(Code.TEXT_TOO_LONG, said, pen.place, hint))
    return Drawing(WIDTH, HEIGHT, tuple(whole.draw(TOP)))


def _heads(pen: Pen, sets: Sequence[str]) -> Setting:
    kind = pen.type("fine")

    def draw(y: float) -> Iterator[Item]:
        for index, name in enumerate(sets):
            middle = _middle(sets, index)
            yield from pen.line(name, kind, middle - pen.width(name, kind) / 2, y)

    return Setting(kind.line + 1.0, draw)


def _line(pen: Pen, row: Row, sets: Sequence[str], *, bold: bool = False) -> Setting:
    """A row: how many, of what, with which codes, and a box for each set."""
    count, name = pen.type("entry"), pen.type("entry") if bold else pen.style("label", 11.0).coloured("ink")
    width = RIGHT - len(sets) * _COLUMN - 3.0 - MARGIN - _COUNT
    words = under(
        pen.set(row.title, name, MARGIN + _COUNT, width),
        *([pen.set(row.codes, pen.type("small"), MARGIN + _COUNT, width)] if row.codes else []),
        gap=0.3,
    )
    height = max(words.height, count.line) + 2 * _PAD

    def draw(y: float) -> Iterator[Item]:
        yield line((MARGIN, y), (RIGHT, y), pen.colour("ink" if bold else "line"), 0.4 if bold else 0.2)
        said = f"{row.count} ×" if not bold else str(row.count)
        yield from pen.line(said, count, MARGIN, y + (height - count.line) / 2)
        yield from words.draw(y + (height - words.height) / 2)
        for index in range(len(sets)):
            corner = _middle(sets, index) - _BOX / 2
            yield box(Rect(corner, y + (height - _BOX) / 2, _BOX, _BOX), None, pen.colour("ink"), 0.3)

    return Setting(height, draw)


def _middle(sets: Sequence[str], index: int) -> float:
    """The middle of a column of boxes."""
    return RIGHT - (len(sets) - index - 0.5) * _COLUMN


def facts(pen: Pen, cards: int, deck: str, version: str) -> str:
    """`45 kaarten · stellingenspel · versie 3f9a21`."""
    words = pen.words
    return joined((f"{cards} {words['card' if cards == 1 else 'cards']}", deck, f"{words['version']} {version}"))
