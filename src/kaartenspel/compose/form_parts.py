"""The parts of a form that stand on no card: texts, lines, boxes, tables. Lengths are mm."""

from collections.abc import Iterator
from math import ceil, floor
from typing import NamedTuple

from kaartenspel.compose.context import NOTHING, Setting
from kaartenspel.compose.form_pen import MARGIN, PITCH, RIGHT, ROOM, FormPen, Strip, frame
from kaartenspel.compose.script_pen import beside, under
from kaartenspel.drawing import Fillable, Item, Rect, line, rectangle
from kaartenspel.model.form import FormBlanks, FormBoxes, FormLines, FormPrivacy, FormTable, FormText
from kaartenspel.model.richtext import Block, Rich, Run

ABOVE = 3.5
"""The white above a part."""
_PAD = 2.4
_GAP = 4.0
_HIGHEST = 110.0
"""The highest box: one that is left alone on a page needs no more."""
_LEAST_BLANK = 18.0
"""The shortest line behind a label."""
_LEAST_BOX = 3
"""The fewest lines of a box; its lower side is the last."""
_MOST = 6
"""The most lines of a question, where there is room for more than it asks."""


def set_text(pen: FormPen, part: FormText) -> Setting:
    """What to do."""
    return pen.set(part.text, pen.body(), MARGIN, ROOM)


def set_privacy(pen: FormPen, part: FormPrivacy) -> Setting:
    """What must not be written down: bold, behind a bar, so that it is seen before the pen is on the paper."""
    words = pen.set(Rich((Block((Run(part.text, bold=True),)),)), pen.body(), MARGIN + 4.0, ROOM - 4.0)

    def draw(y: float) -> Iterator[Item]:
        yield rectangle(Rect(MARGIN, y, 1.4, words.height), pen.colour(pen.form.colour))
        yield from words.draw(y)

    return Setting(words.height, draw)


def set_blanks(pen: FormPen, part: FormBlanks, number: int) -> Setting:
    """Short lines side by side, each behind its label, as many on a row as leave room to write."""
    kind, count = pen.heading(10.5), len(part.labels)
    least = max(pen.width(f"{label}:", kind) for label in part.labels) + _LEAST_BLANK
    columns = next((each for each in range(count, 0, -1) if least <= (ROOM - _GAP * (each - 1)) / each), 0)
    if not columns:
        pen.too_wide(" ".join(part.labels))
        return NOTHING
    wide = (ROOM - _GAP * (columns - 1)) / columns

    def draw(y: float) -> Iterator[Item]:
        for index, label in enumerate(part.labels):
            x, base = MARGIN + index % columns * (wide + _GAP), y + (index // columns + 1) * PITCH
            yield from pen.line(f"{label}:", kind, x, base - kind.line)
            left = x + pen.width(f"{label}:", kind) + 1.5
            yield from pen.writing(Rect(left, base - PITCH, x + wide - left, PITCH), 1, f"{number}_{index + 1}", label)

    return Setting(ceil(count / columns) * PITCH + 1.0, draw)


def set_lines(pen: FormPen, part: FormLines, number: int) -> Setting:
    """A question with lines to write on, a few more where there is room."""
    title = pen.set(part.title, pen.heading(), MARGIN, ROOM)

    def at(lines: int) -> Setting:
        high = lines * PITCH

        def draw(y: float) -> Iterator[Item]:
            yield from title.draw(y)
            yield from pen.writing(Rect(MARGIN, y + title.height, ROOM, high), lines, str(number), part.title)

        return Setting(
            title.height + high + 1.0, draw, lambda more: at(max(lines, min(_MOST, lines + int(more / PITCH))))
        )

    return at(part.lines)


def set_boxes(pen: FormPen, part: FormBoxes, number: int) -> list[Strip]:
    """Boxes with a heading each, row by row; those of the last page share the room that is left there."""
    columns = part.columns
    wide = (ROOM - _GAP * (columns - 1)) / columns
    boxes = [
        _Box(
            f"{number}_{index + 1}",
            f"{box.title}: {box.hint or ''}".rstrip(": "),
            MARGIN + (index % columns) * (wide + _GAP),
            wide,
            under(
                pen.set(box.title, pen.heading(12.0, pen.form.colour), _left(index, columns, wide), wide - 2 * _PAD),
                pen.set(box.hint or "", pen.body(10.0, "quiet"), _left(index, columns, wide), wide - 2 * _PAD),
            ),
        )
        for index, box in enumerate(part.boxes)
    ]
    rows = [boxes[start : start + columns] for start in range(0, len(boxes), columns)]
    gap = Setting(_GAP, lambda _y: ())
    return [Strip((gap, _boxes(pen, row)) if index else (_boxes(pen, row),)) for index, row in enumerate(rows)]


class _Box(NamedTuple):
    """A box: the name and the tip of what is written in it, its place, its heading."""

    name: str
    tip: str
    x: float
    width: float
    head: Setting


def _left(index: int, columns: int, wide: float) -> float:
    """Where the words of a box begin."""
    return MARGIN + (index % columns) * (wide + _GAP) + _PAD


def _boxes(pen: FormPen, row: list[_Box]) -> Setting:
    """Boxes side by side, equally high."""

    def at(height: float) -> Setting:
        def draw(y: float) -> Iterator[Item]:
            for box in row:
                yield frame(Rect(box.x, y, box.width, height), pen.colour(pen.form.colour), 0.5)
                yield from box.head.draw(y + _PAD)
                top = _PAD + box.head.height
                inside = Rect(box.x + _PAD, y + top, box.width - 2 * _PAD, height - top)
                yield from _inside(pen, inside, box.name, box.tip)

        return Setting(height, draw, lambda more: at(max(height, min(height + more, _HIGHEST))))

    return at(max(box.head.height for box in row) + _LEAST_BOX * PITCH + _PAD)


def _inside(pen: FormPen, area: Rect, name: str, tip: str) -> Iterator[Item]:
    """Lines that part a box evenly, whose lower side is the last; on a screen one place for text that fills it."""
    count = max(1, floor(area.height / PITCH + 1e-6))
    if pen.fillable:
        yield Fillable(area.x, area.y, area.width, area.height - 1.0, name, tip, max(2, count))
        return
    for number in range(1, count):
        y = area.y + number * area.height / count
        yield line((area.x, y), (area.right, y), pen.colour("line"), 0.3)


def set_table(pen: FormPen, part: FormTable, number: int) -> list[Strip]:
    """An empty table, row by row; its heads stand on each page that it goes on to."""
    total = sum(column.share for column in part.columns)
    wides = [ROOM * column.share / total for column in part.columns]
    lefts = [MARGIN + sum(wides[:index]) for index in range(len(wides))]
    heads = _heads(pen, part, lefts, wides)
    rows = [_row(pen, part, f"{number}_{row + 1}", lefts, wides) for row in range(part.rows)]
    return [Strip((heads, rows[0]), heads), *(Strip((row,), heads) for row in rows[1:])]


def _heads(pen: FormPen, part: FormTable, lefts: list[float], wides: list[float]) -> Setting:
    full = pen.theme.bands == "full"
    kind = pen.heading(10.5, "white" if full else pen.form.colour)
    words = beside(
        *(
            pen.set(column.title, kind, x + _PAD, wide - 2 * _PAD)
            for column, x, wide in zip(part.columns, lefts, wides, strict=True)
        )
    )
    return banded(pen, words)


def banded(pen: FormPen, words: Setting) -> Setting:
    """Words on a band in the form's colour, or over a thick line where the theme saves ink."""
    high = words.height + 2 * 1.4

    def draw(y: float) -> Iterator[Item]:
        colour = pen.colour(pen.form.colour)
        if pen.theme.bands == "full":
            yield rectangle(Rect(MARGIN, y, ROOM, high), colour)
        else:
            yield line((MARGIN, y + high), (RIGHT, y + high), colour, 0.6)
        yield from words.draw(y + 1.4)

    return Setting(high, draw)


def _row(pen: FormPen, part: FormTable, name: str, lefts: list[float], wides: list[float]) -> Setting:
    """A row of cells to write in; it grows with the room."""

    def at(height: float) -> Setting:
        def draw(y: float) -> Iterator[Item]:
            for index, (column, x, wide) in enumerate(zip(part.columns, lefts, wides, strict=True)):
                yield frame(Rect(x, y, wide, height), pen.colour("quiet"), 0.35)
                area = Rect(x + _PAD, y, wide - 2 * _PAD, height)
                yield from _inside(pen, area, f"{name}_{index + 1}", f"{column.title} ({name.rpartition('_')[2]})")

        return Setting(height, draw, lambda more: at(height + more))

    return at(part.lines * PITCH)
