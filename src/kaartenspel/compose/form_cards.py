"""The rows of cards on a form: what each says, answers to tick, lines to write on. Lengths are mm."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from kaartenspel.compose.context import NOTHING, Setting
from kaartenspel.compose.form_answers import Columns, answers, head_type, in_columns, set_flow, set_heads, tick
from kaartenspel.compose.form_parts import banded
from kaartenspel.compose.form_pen import MARGIN, PITCH, RIGHT, ROOM, TICK, FormPen, Strip
from kaartenspel.compose.ladder import Type
from kaartenspel.compose.script_pen import beside, under
from kaartenspel.compose.text import baseline
from kaartenspel.drawing import Item, Rect, line
from kaartenspel.model.card import Card
from kaartenspel.model.form import FormCards, FormStages, FormWrite
from kaartenspel.model.richtext import Rich, plain
from kaartenspel.model.values import slug

_PAD = 1.6
_GUTTER = 3.0
_LEAST_TEXT = 36.0
"""The narrowest column for what a card says."""


def set_cards(pen: FormPen, part: FormCards) -> list[Strip]:
    """A row for each card; its answers stand in columns, or under what it says where that left it too little room."""
    columns = in_columns(pen, part)
    narrow = columns.first - _text_left(pen) - _GUTTER < _LEAST_TEXT
    rows = [(_group(card, part.by), _row(pen, part, card, columns, narrow=narrow)) for card in _sorted(pen, part.by)]
    return _grouped(pen, rows, NOTHING if narrow else set_heads(pen, columns))


def _sorted(pen: FormPen, by: str | None) -> list[Card]:
    """The cards in the deck's order, or those of each choice of a field together, in the order of its choices."""
    if by is None:
        return list(pen.cards)
    choices = [choice for card in pen.cards[:1] for choice in card.kind.fields[by].choices or ()]
    return sorted(pen.cards, key=lambda card: choices.index(_group(card, by)) if _group(card, by) in choices else 0)


def set_stages(pen: FormPen, part: FormStages) -> list[Strip]:
    """A row for each card: its title over its stages, each with a box to tick."""
    stages = answers(pen, ())
    wide = (ROOM - _GUTTER * (len(stages) - 1)) / max(1, len(stages))
    lefts = [MARGIN + index * (wide + _GUTTER) for index in range(len(stages))]
    kind = head_type(pen, 10.5)
    named = [pen.set(stage, kind, x + TICK + 2.0, wide - TICK - 2.0) for stage, x in zip(stages, lefts, strict=True)]
    rows = [(_group(card, None), _stages(pen, part, card, stages, lefts, wide)) for card in pen.cards]
    return _grouped(pen, rows, banded(pen, beside(*named)))


def _group(card: Card, by: str | None) -> str:
    """What heads the rows that this card stands among."""
    if by is not None:
        value = card.fields.get(by)
        return value.text if isinstance(value, Rich) else str(value or "")
    return f"{card.group.code} · {card.group.title}" if card.group else ""


def _grouped(pen: FormPen, rows: list[tuple[str, Setting]], heads: Setting) -> list[Strip]:
    """The rows under the bars of their groups; on a new page heads and bar are there again."""
    strips: list[Strip] = []
    for group, members in groupby(rows, key=lambda row: row[0]):
        bar, again = _bar(pen, group), _bar(pen, f"{group} ({pen.words['continued']})" if group else "")
        (_name, row), *others = members
        strips.append(Strip((heads, bar, row) if not strips else (bar, row), heads if strips else NOTHING))
        strips += [Strip((row,), under(heads, again)) for _name, row in others]
    return strips


def _bar(pen: FormPen, group: str) -> Setting:
    """The name of a group."""
    if not group:
        return NOTHING
    words = pen.set(group, pen.heading(11.0, pen.form.colour), MARGIN, ROOM)
    return Setting(words.height + 3.0, lambda y: words.draw(y + 2.2))


def _row(pen: FormPen, part: FormCards, card: Card, columns: Columns, *, narrow: bool) -> Setting:
    """A card with a box for each answer and the lines under it."""
    said, left, kind = _said(card, part.show), _text_left(pen), pen.body()
    words = pen.set(said, kind, left, (RIGHT if narrow else columns.first - _GUTTER) - left)
    writes = [
        _write(pen, write, left, f"{card.id}_w{number}", said.text) for number, write in enumerate(part.write, start=1)
    ]
    down = max(0.0, (TICK - kind.line) / 2) if words.height <= kind.line + 1e-6 and not narrow else 0.0
    text = Setting(words.height + down, lambda y: (*_code(pen, card, y + down, kind), *words.draw(y + down)))
    upper = _upper(pen, card, columns, text, said.text, narrow=narrow)
    whole = under(Setting(_PAD, lambda _y: ()), upper, *writes)

    def draw(y: float) -> Iterator[Item]:
        yield from whole.draw(y)
        if not writes:
            yield _rule(pen, y + whole.height + _PAD)

    return Setting(whole.height + _PAD, draw)


def _upper(pen: FormPen, card: Card, columns: Columns, text: Setting, about: str, *, narrow: bool) -> Setting:
    """What a card says with its answers, beside it or under it."""
    if narrow:
        return under(text, set_flow(pen, card, columns, _text_left(pen), about), gap=_PAD)
    high = max(TICK, pen.body().line)
    boxes = Setting(
        high,
        lambda y: (
            item
            for answer in columns.answers
            for item in tick(pen, card, answer, Rect(answer.x, y, columns.width, high), about)
        ),
    )
    return beside(text, boxes)


def _stages(
    pen: FormPen, part: FormStages, card: Card, stages: Sequence[str], lefts: list[float], wide: float
) -> Setting:
    """A card's title, and under it a box for each stage with what that looks like."""
    said, left, kind = _said(card, part.show), _text_left(pen), pen.body(9.5)
    title = pen.set(said, pen.heading(), left, RIGHT - left)
    value = card.fields.get(part.field)
    texts = [item for item in value if isinstance(item, Rich)] if isinstance(value, tuple) else []
    words = [pen.set(text, kind, x + TICK + 2.0, wide - TICK - 2.0) for text, x in zip(texts, lefts, strict=False)]
    lower = max(TICK, beside(*words).height)

    def draw(y: float) -> Iterator[Item]:
        yield from _code(pen, card, y + _PAD, pen.heading())
        yield from title.draw(y + _PAD)
        top = y + _PAD + title.height + 0.6
        for stage, x, text in zip(stages, lefts, words, strict=False):
            tip = f"{card.code}: {said.text}: {stage}"
            yield from pen.tick(Rect(x, top, TICK, TICK), f"{card.id}_{slug(stage)}", tip)
            yield from text.draw(top)
        yield _rule(pen, y + _PAD + title.height + 0.6 + lower + _PAD)

    return Setting(title.height + 0.6 + lower + 2 * _PAD, draw)


def _rule(pen: FormPen, y: float) -> Item:
    return line((MARGIN, y), (RIGHT, y), pen.colour("line"), 0.2)


def _code(pen: FormPen, card: Card, y: float, text: Type) -> Iterator[Item]:
    """The code, on the line of the text beside it."""
    kind = pen.style("code", 11.0).coloured(pen.form.colour)
    yield from pen.line(card.code, kind, MARGIN, y + baseline(pen, text) - baseline(pen, kind))


def _text_left(pen: FormPen) -> float:
    """Where the texts begin: behind the widest code."""
    kind = pen.style("code", 11.0)
    return MARGIN + max((pen.width(card.code, kind) for card in pen.cards), default=0.0) + _GUTTER


def _write(pen: FormPen, write: FormWrite, left: float, name: str, about: str) -> Setting:
    """Lines to write on, the first behind a label."""
    kind = pen.body(9.5, "quiet")
    start = left + (pen.width(write.label, kind) + 1.5 if write.label else 0.0)
    high = write.lines * PITCH

    def draw(y: float) -> Iterator[Item]:
        tip = f"{write.label or ''} {about}".strip()
        if write.label:
            yield from pen.line(write.label, kind, left, y + PITCH - kind.line)
        if pen.fillable or write.lines == 1:
            yield from pen.writing(Rect(start, y, RIGHT - start, high), write.lines, name, tip)
            return
        yield from pen.writing(Rect(start, y, RIGHT - start, PITCH), 1, name, tip)
        yield from pen.writing(Rect(left, y + PITCH, RIGHT - left, high - PITCH), write.lines - 1, name, tip)

    return Setting(high, draw)


def _said(card: Card, name: str) -> Rich:
    """What stands on a card's row."""
    value = card.fields.get(name)
    return value if isinstance(value, Rich) else plain(str(value or ""))
