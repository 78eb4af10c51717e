"""Sets rich text: paragraphs and list items as lines of glyph runs. Lengths are mm, sizes points."""

from collections.abc import Iterator
from itertools import groupby

from kaartenspel.compose.atoms import Atom, Piece, atoms, part_wide
from kaartenspel.compose.context import Context, Setting
from kaartenspel.compose.lines import Column, Line, break_lines
from kaartenspel.compose.measure import POINT
from kaartenspel.drawing import Item, Text, disc, moved
from kaartenspel.model.richtext import Block, Rich, plain
from kaartenspel.model.theme import Style

INDENT = 1.15
"""The indent of a list item, in em."""
QUOTES = ("‘", "“", "«", "„")
HANGING_SIZE = 12.0
"""From this size in points opening quotation marks hang in the margin."""


def set_rich(
    context: Context, rich: Rich, style: Style, left: float, width: float, size: float | None = None
) -> Setting | None:
    """A text in a column, or None where a word is wider than the column."""
    size = context.size(style) if size is None else size
    items: list[Item] = []
    top = 0.0
    for index, block in enumerate(rich.blocks):
        if index:
            top += _between(rich.blocks[index - 1], block) * size * POINT
        indent = INDENT * size * POINT if block.bullet else 0.0
        setting = set_block(context, block, style, left + indent, width - indent, size)
        if setting is None:
            return None
        if block.bullet:
            items.append(_bullet(context, style, left, top, size))
        items += moved(setting.items, 0.0, top)
        top += setting.height
    return Setting(top, tuple(items))


def set_block(context: Context, block: Block, style: Style, left: float, width: float, size: float) -> Setting | None:
    """One paragraph, or None where a word is too wide; words are parted only where nothing else helps."""
    em = size * POINT
    space, hyphen = (context.measure.shape(style.face, mark).width for mark in " -")
    column = Column(width / em, space, hyphen)
    words = _atoms(context, block, style)
    lines = break_lines(words, column)
    if lines is None and context.may_part(style):
        lines = break_lines(part_wide(words, column.width, context.measure, context.hyphenate), column)
    if lines is None:
        return None
    height = style.leading * em
    drawn: list[Item] = []
    for index, line in enumerate(lines):
        hang = _hang(context, line, size) if not block.bullet else 0.0
        drawn += _draw(context, line, style, left - hang, index * height + baseline(context, style, size), size)
    return Setting(len(lines) * height, tuple(drawn))


def _hang(context: Context, line: Line, size: float) -> float:
    """How far an opening quotation mark of large type hangs out of the column, so that its letters line up."""
    first = line[0].text[:1]
    if size < HANGING_SIZE or first not in QUOTES:
        return 0.0
    return context.measure.shape(line[0].pieces[0].face, first).width * size * POINT


def set_line(context: Context, text: str, style: Style, size: float, *, x: float = 0.0, right: bool = False) -> Setting:
    """One line that is never broken; with `right` it ends at x."""
    pieces = atoms(plain(text).blocks[0].runs, style, context.measure) if text.strip() else ()
    items = _draw(context, pieces, style, 0.0, baseline(context, style, size), size) if pieces else []
    offset = x - (line_width(context, text, style, size) if right else 0.0)
    return Setting(style.leading * size * POINT, moved(items, offset, 0.0))


def line_width(context: Context, text: str, style: Style, size: float) -> float:
    """The width of a text on one line, in mm."""
    blocks = plain(text).blocks
    if not blocks:
        return 0.0
    parts = atoms(blocks[0].runs, style, context.measure)
    space = context.measure.shape(style.face, " ").width
    return (sum(part.width for part in parts) + space * (len(parts) - 1)) * size * POINT


def baseline(context: Context, style: Style, size: float) -> float:
    """How far the first baseline lies below the top of its line."""
    ascent, descent, _capital, _x = context.measure.metrics(style.face)
    return ((style.leading - ascent - descent) / 2 + ascent) * size * POINT


def _atoms(context: Context, block: Block, style: Style) -> tuple[Atom, ...]:
    """The atoms of a block, made once for all steps of the ladder."""
    key = (block, style.face, style.bold, style.italic, style.bold_italic)
    if key not in context.atoms:
        context.atoms[key] = atoms(block.runs, style, context.measure)
    return context.atoms[key]


def _between(above: Block, below: Block) -> float:
    """The white between two blocks, in em: less between the items of a list."""
    return 0.25 if above.bullet and below.bullet else 0.55


def _bullet(context: Context, style: Style, left: float, top: float, size: float) -> Item:
    """A disc at half the height of x."""
    x_height = context.measure.metrics(style.face)[3] * size * POINT
    y = top + baseline(context, style, size) - x_height / 2
    return disc(left + 0.35 * size * POINT, y, 0.13 * size * POINT, context.colour(style.colour))


def _draw(context: Context, line: Line, style: Style, x: float, y: float, size: float) -> list[Item]:
    """A line as runs of one face each."""
    drawn: list[Item] = []
    for face, group in groupby(_spelled(line), key=lambda piece: piece.face):
        text = "".join(piece.text for piece in group)
        shaped = context.measure.shape(face, text)
        drawn.append(Text(round(x, 4), round(y, 4), face, size, context.colour(style.colour), text, shaped.kerns))
        x += shaped.width * size * POINT
    return drawn


def _spelled(line: Line) -> Iterator[Piece]:
    """The pieces of a line with the spaces between them; the space at which it was broken is written too."""
    for index, atom in enumerate(line):
        yield from (atom.behind or atom.pieces) if index == 0 else atom.pieces
        if atom.end == "space":
            yield Piece(atom.pieces[-1].face, " ")
        elif atom.end == "soft" and index == len(line) - 1:
            yield Piece(atom.pieces[-1].face, "-")
