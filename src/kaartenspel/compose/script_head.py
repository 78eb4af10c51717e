"""What a script and each of its meetings begin with: titles, what does not add up, the day as a bar. Lengths are mm."""

from collections.abc import Iterator, Sequence

from kaartenspel.compose.context import NOTHING, Setting
from kaartenspel.compose.script_bar import set_bar
from kaartenspel.compose.script_page import FIRM, FREE, MARGIN, ROOM, Passage, Piece, box, piece
from kaartenspel.compose.script_pen import Pen, beside, drawn, joined, labelled, under
from kaartenspel.drawing import Item, Rect, Segment, polygon
from kaartenspel.drawing import Path as Outline
from kaartenspel.model.richtext import Block, Rich, Run, plain
from kaartenspel.model.script import Script, ScriptMeeting

_INSIDE = 3.0
_SIGN = 5.0
_FRAME = 0.5


def title(pen: Pen, script: Script, facts: Sequence[tuple[str, str]] = ()) -> list[Piece]:
    """The script's title, subtitle and goal, and these facts."""
    kinds = pen.type("title"), pen.type("quiet"), pen.type("body")
    parts = [
        piece(pen.set(script.title, kinds[0], MARGIN, ROOM), holds=FIRM),
        piece(pen.set(script.subtitle, kinds[1], MARGIN, ROOM), 1.0, FIRM),
    ]
    if script.goal:
        parts.append(piece(pen.set(labelled(pen.words["script-goal"], script.goal), kinds[2], MARGIN, ROOM), 3.0, FIRM))
    if facts:
        parts.append(piece(set_facts(pen, facts), 3.0, FIRM))
    return parts


def set_facts(pen: Pen, facts: Sequence[tuple[str, str]]) -> Setting:
    """Labels and values under each other, the values in a column."""
    label, value = pen.type("label"), pen.type("small", "ink")
    wide = min(max(pen.width(name, label) for name, _value in facts) + 4.0, ROOM / 3)
    rows = [
        beside(pen.set(name, label, MARGIN, wide - 2.0), pen.set(said, value, MARGIN + wide, ROOM - wide))
        for name, said in facts
    ]
    return under(*rows, gap=0.6)


def meeting_head(pen: Pen, meeting: ScriptMeeting, *, several: bool) -> list[Piece]:
    """The title and the bar of a meeting; a script with one meeting has its own title."""
    parts: list[Piece] = []
    if several:
        parts.append(piece(pen.set(meeting.title, pen.type("meeting"), MARGIN, ROOM), 9.0, FIRM))
        parts.append(piece(pen.set(meeting.when, pen.type("quiet"), MARGIN, ROOM), 1.0, FIRM))
    if several and meeting.goal:
        goal = labelled(pen.words["script-goal"], meeting.goal)
        parts.append(piece(pen.set(goal, pen.type("body"), MARGIN, ROOM), 2.0, FIRM))
    return [*parts, piece(set_bar(pen, meeting), 6.0, FREE)]


def problems(pen: Pen, script: Script) -> Passage | None:
    """What does not add up, in a frame with a sign; None where everything does."""
    if not script.problems:
        return None
    bullets = tuple(Block((Run(said),), bullet=len(script.problems) > 1) for said in script.problems)
    lead = Block((Run(pen.words["does-not-add-up"], bold=True),))
    setting = set_warning(pen, Rich((lead, *bullets)), MARGIN, ROOM)
    return Passage(script.title, (piece(setting, 6.0),))


def set_warning(pen: Pen, text: Rich | str, left: float, width: float) -> Setting:
    """A text in a frame with a warning sign: seen without colour too."""
    rich = plain(text) if isinstance(text, str) else text
    if not rich.blocks:
        return NOTHING
    inside = left + 2 * _INSIDE + _SIGN
    words = pen.set(rich, pen.type("body"), inside, left + width - _INSIDE - inside)
    high = max(words.height, _SIGN) + 2 * _INSIDE

    def draw(y: float) -> Iterator[Item]:
        half = _FRAME / 2
        yield box(Rect(left + half, y + half, width - _FRAME, high - _FRAME), None, pen.colour("ink"), _FRAME)
        yield from _sign(pen, left + _INSIDE, y + _INSIDE)
        yield from words.draw(y + (high - words.height) / 2)

    return drawn(high, draw)


def _sign(pen: Pen, x: float, y: float) -> Iterator[Item]:
    """A triangle with an exclamation mark, drawn."""
    middle = x + _SIGN / 2
    corners = ((middle, y + 0.2), (x + _SIGN, y + _SIGN - 0.2), (x, y + _SIGN - 0.2))
    yield polygon(corners, pen.colour("ink"))
    stem = (Segment("move", ((middle, y + 1.9),)), Segment("line", ((middle, y + 3.2),)))
    yield Outline(stem, stroke=pen.colour("white"), stroke_width=0.55, cap="round")
    dot = (Segment("move", ((middle, y + 4.1),)), Segment("line", ((middle, y + 4.11),)))
    yield Outline(dot, stroke=pen.colour("white"), stroke_width=0.6, cap="round")


def page_head(pen: Pen, heading: str, *lines: str) -> list[Piece]:
    """What a page of its own begins with."""
    return [
        piece(pen.set(heading, pen.type("title"), MARGIN, ROOM), holds=FIRM),
        piece(pen.set(joined(lines), pen.type("quiet"), MARGIN, ROOM), 1.0, FIRM),
    ]
