"""The answers to tick on a card's row: in columns under their heads, or one after another. Lengths are mm."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kaartenspel.compose.context import Setting
from kaartenspel.compose.form_parts import banded
from kaartenspel.compose.form_pen import RIGHT, TICK, FormPen
from kaartenspel.compose.ladder import Type
from kaartenspel.compose.script_pen import beside, under
from kaartenspel.drawing import Item, Rect
from kaartenspel.model.card import Card
from kaartenspel.model.form import FormCards
from kaartenspel.model.values import slug

_BETWEEN = 4.0  # between the columns of two questions
_LEAST = 13.0
"""The narrowest column of an answer."""
_BESIDE = 1.8  # between a box and its word, where they stand one after another
_ROW = 2.0  # between two rows of those


class Answer(NamedTuple):
    """An answer to a question, and the left side of its column."""

    title: str
    said: str
    x: float


@dataclass(frozen=True, slots=True)
class Columns:
    """The answers of each question, and how wide the column of an answer is."""

    asked: tuple[tuple[Answer, ...], ...]
    first: float
    width: float

    @property
    def answers(self) -> list[Answer]:
        """All of them."""
        return [answer for said in self.asked for answer in said]


def answers(pen: FormPen, said: Sequence[str]) -> tuple[str, ...]:
    """These answers, or without any the stages of the deck."""
    return tuple(said) or (pen.deck.deck.stages or () if pen.deck else ())


def in_columns(pen: FormPen, part: FormCards) -> Columns:
    """The answers at the right, in columns in which each fits on two lines."""
    asked = [(ask.title or "", answers(pen, ask.answers)) for ask in part.ask]
    kind = head_type(pen, 9.0)
    halves = [half for _title, said in asked for one in said for half in _halves(pen, one, kind)]
    wide = max([_LEAST, *(pen.width(half, kind) + 2.2 for half in halves)])
    first = x = RIGHT - wide * sum(len(said) for _title, said in asked) - _BETWEEN * (len(asked) - 1)
    placed: list[tuple[Answer, ...]] = []
    for title, said in asked:
        placed.append(tuple(Answer(title, one, x + index * wide) for index, one in enumerate(said)))
        x += wide * len(said) + _BETWEEN
    return Columns(tuple(placed), first, wide)


def _halves(pen: FormPen, said: str, kind: Type) -> list[str]:
    """An answer on one line, or on two that are as even as can be."""
    words = said.split()
    parted = [[" ".join(words[:at]), " ".join(words[at:])] for at in range(1, len(words))]
    return min(parted, key=lambda pair: max(pen.width(half, kind) for half in pair), default=[said])


def head_type(pen: FormPen, size: float) -> Type:
    """The type of what stands on a band."""
    return pen.heading(size, "white" if pen.theme.bands == "full" else pen.form.colour)


def set_heads(pen: FormPen, columns: Columns) -> Setting:
    """The answers over their columns, and over these what is asked."""
    kind, wide = head_type(pen, 9.0), columns.width
    titles = [
        _centred(pen, [said[0].title], said[0].x, wide * len(said)) for said in columns.asked if said and said[0].title
    ]
    words = [_centred(pen, _halves(pen, answer.said, kind), answer.x, wide) for answer in columns.answers]
    return banded(pen, under(beside(*titles), beside(*words), gap=0.8))


def _centred(pen: FormPen, lines: Sequence[str], x: float, wide: float) -> Setting:
    """Lines in the middle of a column."""
    kind = head_type(pen, 9.0)
    if any(pen.width(text, kind) > wide for text in lines):
        pen.too_wide(" ".join(lines))

    def draw(y: float) -> Iterator[Item]:
        for number, text in enumerate(lines):
            yield from pen.line(text, kind, x + (wide - pen.width(text, kind)) / 2, y + number * kind.line)

    return Setting(kind.line * len(lines), draw)


def tick(pen: FormPen, card: Card, answer: Answer, room: Rect, about: str) -> Iterator[Item]:
    """The box of an answer on a card's row, in the middle of its room."""
    tip = ": ".join(part for part in (card.code, answer.title, answer.said) if part)
    yield from pen.tick(room, f"{card.id}_{slug(f'{answer.title} {answer.said}')}", f"{tip} – {about}")


def set_flow(pen: FormPen, card: Card, columns: Columns, left: float, about: str) -> Setting:
    """Each question with its answers one after another, each behind its box."""
    return under(*(_flow(pen, card, said, left, about) for said in columns.asked if said), gap=_ROW)


def _flow(pen: FormPen, card: Card, said: Sequence[Answer], left: float, about: str) -> Setting:
    kind, high = pen.body(), max(TICK, pen.body().line)
    title = pen.set(said[0].title, pen.heading(), left, RIGHT - left)
    places: list[tuple[Answer, float, int]] = []
    x, row = left, 0
    for answer in said:
        wide = TICK + _BESIDE + pen.width(answer.said, kind)
        if x > left and x + wide > RIGHT:
            x, row = left, row + 1
        if x + wide > RIGHT:
            pen.too_wide(answer.said)
        places.append((answer, x, row))
        x += wide + 3 * _BESIDE

    def draw(y: float) -> Iterator[Item]:
        for answer, x, row in places:
            top = y + row * (high + _ROW)
            yield from tick(pen, card, answer, Rect(x, top, TICK, high), about)
            yield from pen.line(answer.said, kind, x + TICK + _BESIDE, top + (high - kind.line) / 2)

    return under(title, Setting((row + 1) * (high + _ROW) - _ROW, draw))
