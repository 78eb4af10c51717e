"""The regions of a face that carry a card's own text, each set in a column. Lengths are mm.

Each function gives a Setting, `None` where a word is too wide for its column at this step, and NOTHING where the
card has nothing to say there.
"""

import math
from collections.abc import Iterator, Sequence

from kaartenspel.compose.context import NOTHING, Context, Setting
from kaartenspel.compose.ladder import GRAIN, Type
from kaartenspel.compose.text import baseline, capital, line_width, one_line, set_rich
from kaartenspel.drawing import Item, disc, line
from kaartenspel.model.card import Step
from kaartenspel.model.kind import Heading, LinesPart, ListPart, StepsPart, TextPart
from kaartenspel.model.richtext import Block, Rich, plain

WORTH_ONE_LINE = 0.62
"""To which part of its size a title may shrink to stay on one line."""
_NUMBER_INDENT = 1.9  # em
_BETWEEN_STEPS = 0.32  # em
_UNDER_HEADING = 0.25  # em
_CLOSER = 0.6  # of a gap


def set_text(context: Context, part: TextPart) -> Setting | None:
    """A field of the card, or the region's own words."""
    if part.field:
        return _set_text(context, part, said(context, part.field))
    words = context.say(part.say or "")
    return context.once((id(part), words, context.step, context.part), lambda: _set_text(context, part, plain(words)))


def _set_text(context: Context, part: TextPart, rich: Rich | None) -> Setting | None:
    if rich is None or not rich.blocks:
        return NOTHING
    kind = _on_one_line(context, rich, context.type(part.style))
    setting = under_heading(context, part, set_rich(context, rich, kind, context.left, context.width))
    return _closer(setting, _CLOSER * context.gap) if part.close and setting else setting


def _closer(setting: Setting, up: float) -> Setting:
    """A setting that lies so much nearer to what stands above it."""
    return Setting(setting.height - up, lambda top: setting.draw(top - up))


def _on_one_line(context: Context, rich: Rich, kind: Type) -> Type:
    """The type of this step, or a smaller one where it would rather stay on one line and can."""
    if not kind.one_line or len(rich.blocks) != 1:
        return kind
    wanted = line_width(context, rich.text, kind.at(1.0))
    fitting = math.floor(context.width / wanted / GRAIN) * GRAIN
    least = max(kind.smallest, WORTH_ONE_LINE * kind.size)
    return kind.at(min(kind.size, fitting)) if fitting >= least else kind


def set_list(context: Context, part: ListPart) -> Setting | None:
    """A list with bullets, or with numbers."""
    items = context.card.fields.get(part.field)
    if not isinstance(items, tuple) or not items:
        return NOTHING
    kind = context.type(part.style)
    texts = [item.text if isinstance(item, Step) else item for item in items]
    if part.marks == "number":
        return under_heading(
            context, part, _stacked(context, [(text, "") for text in texts], kind), white=_disc_up(kind)
        )
    bullets = tuple(Block(block.runs, bullet=True) for text in texts for block in text.blocks)
    return under_heading(context, part, set_rich(context, Rich(bullets), kind, context.left, context.width))


def set_steps(context: Context, part: StepsPart) -> Setting | None:
    """Numbered steps with their minutes in a column at the right."""
    steps = context.card.fields.get(part.field)
    if not isinstance(steps, tuple) or not steps:
        return NOTHING
    rows = [(step.text, _minutes(context, step)) if isinstance(step, Step) else (step, "") for step in steps]
    kind = context.type(part.style)
    return under_heading(context, part, _stacked(context, rows, kind), white=_disc_up(kind))


def _minutes(context: Context, step: Step) -> str:
    """What a step takes: `5 min`, `2 × 5 min`, `5 min p.p.`."""
    unit = context.words["minutes"]
    if step.minutes_each:
        rounds = f"{step.rounds} × " if step.rounds else ""
        return f"{rounds}{step.minutes_each} {unit} {context.words['each']}"
    if step.minutes:
        return f"{step.rounds} × {step.minutes} {unit}" if step.rounds else f"{step.minutes} {unit}"
    return f"{step.rounds} ×" if step.rounds else ""


def _stacked(context: Context, rows: Sequence[tuple[Rich, str]], kind: Type) -> Setting | None:
    """Texts under each other, each with its number in a disc, and words in a column at the right."""
    beside = context.type("label")
    aside = max((line_width(context, words, beside) for _text, words in rows), default=0.0)
    left = context.left + _NUMBER_INDENT * kind.em
    width = context.width - _NUMBER_INDENT * kind.em - (aside + 0.8 * kind.em if aside else 0.0)
    settings: list[Setting] = []
    for text, _words in rows:
        setting = set_rich(context, text, kind, left, width)
        if setting is None:
            return None
        settings.append(setting)
    height = sum(setting.height for setting in settings) + _BETWEEN_STEPS * kind.em * (len(rows) - 1)

    def draw(y: float) -> Iterator[Item]:
        for number, (setting, (_text, words)) in enumerate(zip(settings, rows, strict=True), start=1):
            base = y + baseline(context, kind)
            yield from _numbered(context, number, kind, base)
            yield from setting.draw(y)
            yield from one_line(context, words, beside, context.left + context.width, base, right=True)
            y += setting.height + _BETWEEN_STEPS * kind.em

    return Setting(height, draw)


def _disc_up(kind: Type) -> float:
    """How much white a heading leaves above a number's disc, which rises over its line."""
    return _UNDER_HEADING * kind.em


def _numbered(context: Context, number: int, kind: Type, base: float) -> Iterator[Item]:
    """A white number in a disc of the kind's colour, on the first line of its text."""
    figure = context.type("code").at(max(kind.size * 0.78, 7.0)).coloured("reversed")
    radius = 0.66 * kind.em
    middle = base - capital(context, kind) / 2
    yield disc(context.left + radius, middle, radius, context.kind_colour)
    x = context.left + radius - line_width(context, str(number), figure) / 2
    yield from one_line(context, str(number), figure, x, middle + capital(context, figure) / 2)


def set_lines(context: Context, part: LinesPart, room: float) -> Setting:
    """Lines to write on, in the room that is left."""
    count = max(1, int(room / part.pitch))
    right = context.left + context.width

    def draw(y: float) -> Iterator[Item]:
        for index in range(1, count + 1):
            at = y + part.pitch * index
            yield line((context.left, at), (right, at), context.theme.colours["line"], 0.2)

    return Setting(count * part.pitch + 0.2, draw)


def said(context: Context, name: str) -> Rich | None:
    """A field of the card as text, where it is one: durations in minutes, numbers as the language writes them."""
    value = context.card.fields.get(name)
    if isinstance(value, Rich) or value is None:
        return value
    if context.card.kind.fields[name].type == "minutes":
        return plain(f"{value} {context.words['minutes']}")
    if isinstance(value, int | float):
        return plain(f"{value:.10g}".replace(".", "," if context.words.language == "nl" else "."))
    return plain(value) if isinstance(value, str) else None


def under_heading(context: Context, part: Heading, setting: Setting | None, white: float = 0.0) -> Setting | None:
    """A setting with the part's heading above it, where it has one, and so much white between."""
    words = part.heading or (context.words[part.heading_word] if part.heading_word else "")
    if not words or setting is None or not setting.height:
        return setting
    head = set_rich(context, plain(words), context.type("heading"), context.left, context.width)
    return head and stacked(Setting(head.height + white, head.draw), setting)


def stacked(upper: Setting, lower: Setting) -> Setting:
    """Two settings under each other."""

    def draw(y: float) -> Iterator[Item]:
        yield from upper.draw(y)
        yield from lower.draw(y + upper.height)

    grow = lower.grow
    return Setting(upper.height + lower.height, draw, (lambda more: stacked(upper, grow(more))) if grow else None)
