"""What is done in a block or at a station, as pieces in a column: goal, what is said, steps, materials. Lengths mm."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kaartenspel.compose.context import NOTHING, Setting
from kaartenspel.compose.script_page import FIRM, LOOSE, Piece, box, piece
from kaartenspel.compose.script_pen import Pen, beside, drawn, glued, joined, labelled, under
from kaartenspel.compose.script_tool import is_below, set_below, set_tool, tool_width
from kaartenspel.drawing import Item, Rect
from kaartenspel.model.richtext import Block, Rich, Run
from kaartenspel.model.script import Content, ScriptStep

_SAY_INDENT = 4.2
_SAY_BAR = 1.2
_BETWEEN = 2.4
_STEP = 0.9


@dataclass(frozen=True, slots=True)
class Columns:
    """Where an entry stands: its time from `left`, its texts from `text` to `right`; and the type of its clock."""

    left: float
    text: float
    right: float
    clock: str = "clock"

    def less(self, width: float) -> "Columns":
        """The same with so much less room at the right."""
        return replace(self, right=self.right - width)

    @property
    def width(self) -> float:
        """The width of the texts."""
        return self.right - self.text


def set_title(pen: Pen, content: Content, columns: Columns, again: str = "") -> Setting:
    """The small label, the title, where it is and who leads; or the title alone with a word that it goes on."""
    title = pen.type("entry", "quiet" if again else "")
    said = f"{content.title} ({again})" if again else content.title
    main = pen.set(said, title, columns.text, columns.width)
    if again:
        return main
    colour = content.colour if content.colour in pen.theme.colours else "quiet"
    label = pen.set(content.label, pen.type("label", colour), columns.text, columns.width)
    words = pen.words
    where = joined(
        [
            f"{words['where']}: {content.room}" if content.room else "",
            f"{words['leads']}: {content.leads}" if content.leads else "",
        ]
    )
    return under(label, main, pen.set(where, pen.type("small"), columns.text, columns.width), gap=0.3)


def with_sides(
    pen: Pen, content: Content, head: Setting, times: Setting, rest: Sequence[Piece], columns: Columns
) -> list[Piece]:
    """A heading and what follows it, with times at their left and the QR at their right.

    Pieces stay together as far down as those two reach.
    """
    is_aside = content.tool is not None and not is_below(pen, content.tool)
    tool = set_tool(pen, content.tool, columns.right) if content.tool and is_aside else NOTHING
    aside = beside(times, tool)
    pieces = [Piece(head.height, beside(head, aside).draw, 0.0, FIRM), *rest]
    reached = 0.0
    for number, part in enumerate(pieces):
        reached += part.above + part.height
        if reached < aside.height:
            pieces[number] = part._replace(holds=FIRM)
    if reached < aside.height:
        pieces.append(piece(drawn(aside.height - reached, NOTHING.draw), holds=LOOSE))
    return pieces


def inner(pen: Pen, content: Content, columns: Columns) -> Columns:
    """The columns of what stands beside the QR."""
    return columns.less(tool_width(pen, content.tool))


def content_pieces(pen: Pen, content: Content, columns: Columns, *, guide: bool) -> list[Piece]:
    """What a content says; without `guide` what participants need of it."""
    words, body, left, width = pen.words, pen.type("body"), columns.text, columns.width
    parts: list[Piece] = []
    if content.goal:
        parts.append(piece(pen.set(labelled(words["script-goal"], content.goal), body, left, width), 1.8, LOOSE))
    if guide and content.say:
        parts += _say(pen, content, columns)
    parts += _steps(pen, content.steps, columns)
    if content.materials:
        needed = labelled(words["needed"], ", ".join(content.materials))
        parts.append(piece(pen.set(needed, pen.type("quiet", "ink"), left, width), _BETWEEN, LOOSE))
    if guide:
        parts += _aside(pen, content, columns)
    if content.tool and is_below(pen, content.tool):
        parts.append(piece(set_below(pen, content.tool, left, width), 3.5, LOOSE))
    if content.source:
        parts.append(piece(pen.set(content.source, pen.type("fine"), left, width), 1.6, LOOSE))
    return parts


def _say(pen: Pen, content: Content, columns: Columns) -> Iterator[Piece]:
    """What is said aloud, paragraph by paragraph, with a bar at its left."""
    kind, blocks = pen.type("say"), content.say.blocks if content.say else ()
    colour = pen.colour(content.colour if content.colour in pen.theme.colours else "quiet")
    for number, block in enumerate(blocks, start=1):
        words = pen.set(Rich((block,)), kind, columns.text + _SAY_INDENT, columns.width - _SAY_INDENT)
        high = words.height + (0.5 * kind.em if number < len(blocks) else 0.0)

        def draw(y: float, words: Setting = words, high: float = high) -> Iterator[Item]:
            yield box(Rect(columns.text, y, _SAY_BAR, high), colour)
            yield from words.draw(y)

        yield Piece(high, draw, _BETWEEN if number == 1 else 0.0, LOOSE)


def _steps(pen: Pen, steps: Sequence[ScriptStep], columns: Columns) -> Iterator[Piece]:
    """Numbered steps, each with its minutes in bold behind its text."""
    kind = pen.type("body")
    indent = pen.width(f"{len(steps)}.", kind) + 0.45 * kind.em
    for number, step in enumerate(steps, start=1):
        words = pen.set(_with_minutes(step), kind, columns.text + indent, columns.width - indent)
        figure = drawn(0.0, lambda y, number=number: pen.line(f"{number}.", kind, columns.text, y))  # type: ignore[misc]
        yield piece(beside(figure, words), _BETWEEN if number == 1 else _STEP, LOOSE)


def _with_minutes(step: ScriptStep) -> Rich:
    """The text of a step with its minutes behind it; a number is not parted from its word."""
    if not step.minutes:
        return step.text
    minutes = glued(step.minutes)
    if not step.text.blocks:
        return Rich((Block((Run(minutes, bold=True),)),))
    *above, last = step.text.blocks
    runs = (*last.runs, Run(" "), Run(f"({minutes})", bold=True))
    return Rich((*above, Block(runs, last.bullet)))


def _aside(pen: Pen, content: Content, columns: Columns) -> Iterator[Piece]:
    """Tips and notes, for the facilitator alone: quieter, and under their own labels."""
    kind, label = pen.type("quiet"), pen.type("label")
    tips = Rich(tuple(Block(block.runs, bullet=True) for tip in content.tips for block in tip.blocks))
    notes = content.notes or Rich(())
    for name, rich in (("tips", tips), ("for-the-guide", notes)):
        if not rich.blocks:
            continue
        yield piece(pen.set(pen.words[name], label, columns.text, columns.width), _BETWEEN, FIRM)
        for number, block in enumerate(rich.blocks):
            words = pen.set(Rich((block,)), kind, columns.text, columns.width)
            yield piece(words, 0.8 if number else 0.3, LOOSE)
