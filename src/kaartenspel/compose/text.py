"""Sets rich text: paragraphs and list items as lines of glyph runs. Lengths are mm, sizes points."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from kaartenspel.compose.atoms import Atom, Piece, atoms, part_wide
from kaartenspel.compose.context import NOTHING, Context, Setting
from kaartenspel.compose.ladder import Type
from kaartenspel.compose.lines import Column, Line, break_lines, fewest_lines
from kaartenspel.compose.measure import POINT
from kaartenspel.drawing import Item, Text, disc
from kaartenspel.model.richtext import Block, Rich, plain

INDENT = 1.15
"""The indent of a list item, in em."""
QUOTES = ("‘", "“", "«", "„")
HANGING_SIZE = 12.0
"""From this size in points opening quotation marks hang in the margin."""


class Measured(NamedTuple):
    """A paragraph that was measured: its place in the text, and all that breaking it into lines needs."""

    block: Block
    atoms: tuple[Atom, ...]
    column: Column
    top: float
    left: float


def set_rich(context: Context, rich: Rich, kind: Type, left: float, width: float) -> Setting | None:
    """A text in a column, or None where a word is wider than the column."""
    measured: list[Measured] = []
    top, above = 0.0, None
    for block in rich.blocks:
        if above:
            top += _between(above, block) * kind.em
        indent = INDENT * kind.em if block.bullet else 0.0
        fitted = _fit(context, block, kind, (width - indent) / kind.em)
        if fitted is None:
            return None
        count, parts, column = fitted
        measured.append(Measured(block, parts, column, top, left + indent))
        top += count * kind.line
        above = block
    return Setting(top, lambda y: _draw_all(context, measured, kind, y)) if measured else NOTHING


def _fit(context: Context, block: Block, kind: Type, width: float) -> tuple[int, tuple[Atom, ...], Column] | None:
    """The number of lines with the atoms they are made of; words are parted only where nothing else helps."""
    shape = context.measure.shape
    column = Column(width, shape(kind.face, " ").width, shape(kind.face, "-").width)
    words = _atoms(context, block, kind)
    count = fewest_lines(words, column)
    if count is not None:
        return count, words, column
    if not context.may_part(kind):
        return None
    context.trace.parted = True
    parts = part_wide(words, width, context.measure, context.hyphenate)
    lines = break_lines(parts, column)  # two hyphens in a row may cost a line more than the fewest
    return (len(lines), parts, column) if lines is not None else None


def _draw_all(context: Context, measured: list[Measured], kind: Type, y: float) -> Iterator[Item]:
    """The paragraphs of a text whose top is at y."""
    down = y + baseline(context, kind)
    colour = context.colour(kind.colour)
    for block, parts, column, top, left in measured:
        if block.bullet:
            x_height = context.measure.metrics(kind.face)[3] * kind.em
            x = left - (INDENT - 0.35) * kind.em
            yield disc(x, down + top - x_height / 2, 0.13 * kind.em, colour)
        for index, line in enumerate(break_lines(parts, column) or ()):
            hang = 0.0 if block.bullet else _hang(context, line, kind)
            yield from _draw(context, line, left - hang, down + top + index * kind.line, kind.size, colour)


def _hang(context: Context, line: Line, kind: Type) -> float:
    """How far an opening quotation mark of large type hangs out of the column, so that its letters line up."""
    first = line[0].pieces[0]
    if kind.size < HANGING_SIZE or not first.text.startswith(QUOTES):
        return 0.0
    return context.measure.shape(first.face, first.text[0]).width * kind.em


def one_line(context: Context, text: str, kind: Type, x: float, base: float, *, right: bool = False) -> list[Item]:
    """A text that is never broken on a baseline, from x, or with `right` up to x."""
    parts = _atoms(context, _block(text), kind) if text.strip() else ()
    start = x - line_width(context, text, kind) if right else x
    return list(_draw(context, parts, start, base, kind.size, context.colour(kind.colour))) if parts else []


def line_width(context: Context, text: str, kind: Type) -> float:
    """The width of a text on one line, in mm."""
    parts = _atoms(context, _block(text), kind) if text.strip() else ()
    spaces = sum(1 for part in parts if part.end == "space")
    space = context.measure.shape(kind.face, " ").width
    return (sum(part.width for part in parts) + space * spaces) * kind.em


@lru_cache(maxsize=4096)
def _block(text: str) -> Block:
    return plain(text).blocks[0]


def baseline(context: Context, kind: Type) -> float:
    """How far the first baseline lies below the top of its line."""
    ascent, descent, _capital, _x = context.measure.metrics(kind.face)
    return ((kind.leading - ascent - descent) / 2 + ascent) * kind.em


def capital(context: Context, kind: Type) -> float:
    """The height of a capital."""
    return context.measure.metrics(kind.face)[2] * kind.em


def _atoms(context: Context, block: Block, kind: Type) -> tuple[Atom, ...]:
    """The atoms of a block, made once for all steps of the ladder and for what all cards say."""
    return atoms(block.runs, kind.faces, context.measure)


def _between(above: Block, below: Block) -> float:
    """The white between two blocks, in em: less between the items of a list."""
    return 0.25 if above.bullet and below.bullet else 0.55


def _draw(context: Context, line: Line, x: float, y: float, size: float, colour: str) -> Iterator[Text]:
    """A line as runs of one face each."""
    for face, group in groupby(_spelled(line), key=_face):
        text = "".join([piece.text for piece in group])
        shaped = context.measure.shape(face, text)
        yield Text(round(x, 4), round(y, 4), face, size, colour, text, shaped.kerns)
        x += shaped.width * size * POINT


def _face(piece: Piece) -> str:
    return piece.face


def _spelled(line: Line) -> Iterator[Piece]:
    """The pieces of a line with the spaces between them; the space at which it was broken is written too."""
    for index, atom in enumerate(line):
        yield from (atom.behind or atom.pieces) if index == 0 else atom.pieces
        if atom.end == "space":
            yield Piece(atom.pieces[-1].face, " ")
        elif atom.end == "soft" and index == len(line) - 1:
            yield Piece(atom.pieces[-1].face, "-")
