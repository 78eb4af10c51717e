"""The facilitator's overview: all cards of a deck in small on A4, to prepare a choice. Lengths are mm.

A card's row stands whole on one page, and a group's bar on the page of its first card; where a group goes on, its bar
is there again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from kaartenspel.compose.cards import Composer
from kaartenspel.compose.context import Context, Frame, Setting
from kaartenspel.compose.filling import Filling
from kaartenspel.compose.overview_head import (
    HEIGHT,
    MARGIN,
    RIGHT,
    WIDTH,
    Selection,
    draw_edges,
    edge,
    set_bar,
    set_title,
)
from kaartenspel.compose.overview_row import Columns, code_width, set_row
from kaartenspel.drawing import Drawing
from kaartenspel.messages import _
from kaartenspel.model.card import Card
from kaartenspel.problems import Code, Place, Problem

_CODES = 11.0  # the least width of the column of codes
_BETWEEN_GROUPS = 3.0


@dataclass(frozen=True, slots=True)
class _Row:
    """A card, and the bars of its group: where it begins, and where it goes on."""

    context: Context
    row: Setting
    first: Setting
    again: Setting


def overview(
    composer: Composer, cards: Sequence[Card], selections: Sequence[Selection], version: str
) -> list[Drawing] | list[Problem]:
    """The pages, or a problem for each card that no page can hold."""
    contexts = [composer.context(card, card.kind.front, Frame(WIDTH, HEIGHT)) for card in cards]
    title = set_title(contexts[0], selections, len(cards))
    pages = Filling(edge(contexts[0]), HEIGHT - edge(contexts[0]))
    made = list(_rows(contexts, pages.bottom - pages.top))
    rows = [row for row in made if isinstance(row, _Row)]
    problems = [problem for problem in made if isinstance(problem, Problem)]
    if title is None:
        problems.append(_too_long(composer.deck.deck.deck, composer.deck.place))
    if title is None or problems:
        return problems
    for part in title:
        pages.put(part)
    for _group, members in groupby(rows, key=lambda row: row.context.card.group_id):
        _put_group(pages, list(members))
    count = len(pages.pages)
    return [
        Drawing(WIDTH, HEIGHT, (*draw_edges(contexts[0], number, count, version), *items))
        for number, items in enumerate(pages.pages, start=1)
    ]


def _rows(contexts: Sequence[Context], most: float) -> Iterator[_Row | Problem]:
    """The row of each card, or a problem where it does not fit a page together with the bar of its group."""
    columns = Columns(MARGIN, MARGIN + max(_CODES, 3.0 + max(map(code_width, contexts))), RIGHT)
    for group, members in groupby(contexts, key=lambda context: context.card.group_id):
        inside = list(members)
        count = sum(1 for context in contexts if context.card.group_id == group)
        first, again = set_bar(inside[0], count, again=False), set_bar(inside[0], count, again=True)
        for context in inside:
            row, card = set_row(context, columns), context.card
            if first and again and row and row.height + max(first.height, again.height) <= most:
                yield _Row(context, row, first, again)
            else:
                yield _too_long(card.id, card.places.get("id"))


def _put_group(pages: Filling, rows: list[_Row]) -> None:
    """The rows of a group under its bar, which never stands alone at the foot of a page."""
    pages.put(rows[0].first, rows[0].row)
    for row in rows[1:]:
        pages.put(row.row, again=row.again)
    pages.y += _BETWEEN_GROUPS


def _too_long(name: str, place: Place | None) -> Problem:
    said = _("the texts of ‘{name}’ do not fit a page of the overview").format(name=name)
    return Problem(Code.TEXT_TOO_LONG, said, place, _("make them shorter, or build without --overview"))
