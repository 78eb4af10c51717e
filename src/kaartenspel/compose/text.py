"""Sets rich text: paragraphs and list items as lines of glyph runs. Lengths are mm, sizes points."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from kaartenspel.compose.atoms import Atom, FaceNames, atoms_in, part_wide
from kaartenspel.compose.context import NOTHING, Setter, Setting
from kaartenspel.compose.ladder import Type
from kaartenspel.compose.lines import Column, Line, break_lines, fewest_lines
from kaartenspel.compose.measure import POINT, Measure
from kaartenspel.drawing import Item, Text, disc
from kaartenspel.model.richtext import Block, Rich, Run, plain

INDENT = 1.15
"""The indent of a list item, in em."""
QUOTES = ("‘", "“", "«", "„")
HANGING_SIZE = 12.0
"""From this size in points opening quotation marks hang in the margin."""


SHORT = 12
"""Paragraphs of so many words are kept as they were set: a title or a source stands on hundreds of cards."""


class Fitted(NamedTuple):
    """How many lines a paragraph takes in a column, and the atoms they are made of."""

    lines: int
    atoms: tuple[Atom, ...]
    column: Column
    parted: bool = False


class Measured(NamedTuple):
    """A paragraph that was measured, and its place in the text."""

    block: Block
    fitted: Fitted
    top: float
    left: float


def set_rich(context: Setter, rich: Rich, kind: Type, left: float, width: float) -> Setting | None:
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
        measured.append(Measured(block, fitted, top, left + indent))
        top += fitted.lines * kind.line
        above = block
    return Setting(top, lambda y: _draw_all(context, measured, kind, y)) if measured else NOTHING


def _fit(context: Setter, block: Block, kind: Type, width: float) -> Fitted | None:
    """A paragraph in a column of so many em; words are parted only where nothing else helps."""
    whole = _whole(block.runs, kind.faces, width, context.measure)
    if whole is not None or not context.may_part(kind):
        return whole
    context.trace.parted = True
    words = atoms_in(block.runs, kind.faces, context.measure)
    parts = part_wide(words, width, context.measure, context.hyphenate)
    column = _column(context.measure, kind.face, width)
    lines = break_lines(parts, column)  # two hyphens in a row may cost a line more than the fewest
    return Fitted(len(lines), parts, column, parted=True) if lines is not None else None


@lru_cache(maxsize=1024)
def _whole(runs: tuple[Run, ...], faces: FaceNames, width: float, measure: Measure) -> Fitted | None:
    """A paragraph whose words all fit into the column, or None. Kept from measuring a deck until drawing it."""
    words, column = atoms_in(runs, faces, measure), _column(measure, faces[0], width)
    count = fewest_lines(words, column)
    return None if count is None else Fitted(count, words, column)


def _column(measure: Measure, face: str, width: float) -> Column:
    return Column(width, measure.shape(face, " ").width, measure.shape(face, "-").width)


def _draw_all(context: Setter, measured: list[Measured], kind: Type, y: float) -> Iterator[Item]:
    """The paragraphs of a text whose top is at y."""
    down, colour, measure = y + baseline(context, kind), context.colour(kind.colour), context.measure
    for block, fitted, top, left in measured:
        if block.bullet:
            x_height = measure.metrics(kind.face)[3] * kind.em
            x = left - (INDENT - 0.35) * kind.em
            yield disc(x, down + top - x_height / 2, 0.13 * kind.em, colour)
        if len(fitted.atoms) > SHORT or fitted.parted:
            yield from _lines(measure, block, fitted, kind, left, down + top, colour)
        else:
            yield from _short(measure, block, fitted.column.width, kind, left, down + top, colour)


@lru_cache(maxsize=1024)
def _short(
    measure: Measure, block: Block, width: float, kind: Type, left: float, base: float, colour: str
) -> tuple[Text, ...]:
    """The lines of a paragraph of few words, the same values wherever it stands."""
    fitted = _whole(block.runs, kind.faces, width, measure)
    return tuple(_lines(measure, block, fitted, kind, left, base, colour)) if fitted else ()


def _lines(
    measure: Measure, block: Block, fitted: Fitted, kind: Type, left: float, base: float, colour: str
) -> Iterator[Text]:
    """The lines of a paragraph, the first on a baseline."""
    for index, line in enumerate(
        break_lines(fitted.atoms, fitted.column, None if fitted.parted else fitted.lines) or ()
    ):
        hang = 0.0 if block.bullet else _hang(measure, line, kind)
        yield from _draw(measure, line, left - hang, base + index * kind.line, kind.size, colour)


def _hang(measure: Measure, line: Line, kind: Type) -> float:
    """How far an opening quotation mark of large type hangs out of the column, so that its letters line up."""
    first = line[0].pieces[0]
    if kind.size < HANGING_SIZE or not first.text.startswith(QUOTES):
        return 0.0
    return measure.shape(first.face, first.text[0]).width * kind.em


def one_line(context: Setter, text: str, kind: Type, x: float, base: float, *, right: bool = False) -> tuple[Text, ...]:
    """A text that is never broken on a baseline, from x, or with `right` up to x."""
    if not text.strip():
        return ()
    start = x - line_width(context, text, kind) if right else x
    return _one_line(context.measure, text, kind, start, base, context.colour(kind.colour))


@lru_cache(maxsize=1024)
def _one_line(measure: Measure, text: str, kind: Type, x: float, base: float, colour: str) -> tuple[Text, ...]:
    return tuple(_draw(measure, atoms_in(_block(text).runs, kind.faces, measure), x, base, kind.size, colour))


def line_width(context: Setter, text: str, kind: Type) -> float:
    """The width of a text on one line, in mm."""
    return _ems(text, kind.faces, context.measure) * kind.em


@lru_cache(maxsize=1024)
def _ems(text: str, faces: FaceNames, measure: Measure) -> float:
    """The width of a text on one line, in em."""
    parts = atoms_in(_block(text).runs, faces, measure) if text.strip() else ()
    spaces = sum(1 for part in parts if part.end == "space")
    return sum(part.width for part in parts) + measure.shape(faces[0], " ").width * spaces


@lru_cache(maxsize=1024)
def _block(text: str) -> Block:
    return plain(text).blocks[0]


def baseline(context: Setter, kind: Type) -> float:
    """How far the first baseline lies below the top of its line."""
    ascent, descent, _capital, _x = context.measure.metrics(kind.face)
    return ((kind.leading - ascent - descent) / 2 + ascent) * kind.em


def capital(context: Setter, kind: Type) -> float:
    """The height of a capital."""
    return context.measure.metrics(kind.face)[2] * kind.em


def _between(above: Block, below: Block) -> float:
    """The white between two blocks, in em: less between the items of a list."""
    return 0.25 if above.bullet and below.bullet else 0.55


def _draw(measure: Measure, line: Line, x: float, y: float, size: float, colour: str) -> Iterator[Text]:
    """A line as runs of one face each."""
    y = round(y, 4)
    for face, texts in _runs(line):
        text = "".join(texts)
        shaped = measure.shape(face, text)
        yield Text(round(x, 4), y, face, size, colour, text, shaped.kerns)
        x += shaped.width * size * POINT


def _runs(line: Line) -> list[tuple[str, list[str]]]:
    """The words of a line with the spaces between them, by face; the space at which it was broken is written too."""
    only = line[0].face
    if only and not line[0].behind and {atom.face for atom in line} == {only}:  # as nearly all lines are
        return [(only, [*[atom.said for atom in line], "-" if line[-1].end == "soft" else ""])]
    runs: list[tuple[str, list[str]]] = []
    face, texts, first = "", list[str](), True
    for atom in line:
        for piece in (atom.behind or atom.pieces) if first else atom.pieces:
            if piece.face != face:
                face, texts = piece.face, []
                runs.append((face, texts))
            texts.append(piece.text)
        if atom.end == "space":
            texts.append(" ")
        first = False
    if line[-1].end == "soft":
        texts.append("-")
    return runs
