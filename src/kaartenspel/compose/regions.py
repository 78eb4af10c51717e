"""The regions of a face that carry a card's own text, each set in a column. Lengths are mm, sizes points.

Each function gives a Setting, `None` where a word is too wide for its column at this step, and an empty Setting
where the card has nothing to say there.
"""

import math

from kaartenspel.compose.context import GRAIN, Context, Setting
from kaartenspel.compose.measure import POINT
from kaartenspel.compose.text import baseline, line_width, set_line, set_rich
from kaartenspel.drawing import Item, Path, Segment, Text, disc, line, moved
from kaartenspel.model.card import GroupSize, Step, Value
from kaartenspel.model.kind import FactsPart, Heading, LinesPart, ListPart, StagesPart, StepsPart, TextPart
from kaartenspel.model.richtext import Block, Rich, Run, plain
from kaartenspel.model.theme import Style

NOTHING = Setting(0.0, ())
WORTH_ONE_LINE = 0.62
"""To which part of its size a title may shrink to stay on one line."""


def set_text(context: Context, part: TextPart) -> Setting | None:
    """A field of the card, or the region's own words."""
    value = context.card.fields.get(part.field) if part.field else plain(context.say(part.say or ""))
    rich = as_rich(value)
    if rich is None or not rich.blocks:
        return NOTHING
    style = context.theme.styles[part.style]
    size = _size(context, rich, style)
    return _under_heading(context, part, set_rich(context, rich, style, context.left, context.width, size))


def _size(context: Context, rich: Rich, style: Style) -> float:
    """The size of this step, or a smaller one where the style would rather stay on one line and can."""
    size = context.size(style)
    if style.one_line and len(rich.blocks) == 1:
        wanted = line_width(context, rich.text, style, 1.0)
        fitting = math.floor(context.width / wanted / GRAIN) * GRAIN
        least = max(style.smallest, WORTH_ONE_LINE * size)
        return min(size, fitting) if fitting >= least else size
    return size


def set_list(context: Context, part: ListPart) -> Setting | None:
    """A list with bullets, or with numbers."""
    items = context.card.fields.get(part.field)
    if not isinstance(items, tuple) or not items:
        return NOTHING
    style = context.theme.styles[part.style]
    texts = [item.text if isinstance(item, Step) else item for item in items]
    if part.marks == "number":
        return _under_heading(context, part, _stacked(context, [(text, "") for text in texts], style))
    bullets = tuple(Block(block.runs, bullet=True) for text in texts for block in text.blocks)
    return _under_heading(context, part, set_rich(context, Rich(bullets), style, context.left, context.width))


def set_steps(context: Context, part: StepsPart) -> Setting | None:
    """Numbered steps with their minutes in a column at the right."""
    steps = context.card.fields.get(part.field)
    if not isinstance(steps, tuple) or not steps:
        return NOTHING
    rows = [(step.text, _minutes(context, step)) if isinstance(step, Step) else (step, "") for step in steps]
    return _under_heading(context, part, _stacked(context, rows, context.theme.styles[part.style]))


def _minutes(context: Context, step: Step) -> str:
    """What a step takes: `5 min`, `2 × 5 min`, `5 min p.p.`."""
    unit = context.words["minutes"]
    if step.minutes_each:
        rounds = f"{step.rounds} × " if step.rounds else ""
        return f"{rounds}{step.minutes_each} {unit} {context.words['each']}"
    if step.minutes:
        return f"{step.rounds} × {step.minutes} {unit}" if step.rounds else f"{step.minutes} {unit}"
    return f"{step.rounds} ×" if step.rounds else ""


def _stacked(context: Context, rows: list[tuple[Rich, str]], style: Style) -> Setting | None:
    """Texts under each other, each with its number in a disc, and words in a column at the right."""
    size = context.size(style)
    aside_style = context.theme.styles["label"]
    aside_size = context.size(aside_style)
    em = size * POINT
    indent = 1.9 * em
    aside = max((line_width(context, words, aside_style, aside_size) for _text, words in rows), default=0.0)
    width = context.width - indent - (aside + 0.8 * em if aside else 0.0)
    items: list[Item] = []
    top = 0.0
    for number, (text, words) in enumerate(rows, start=1):
        setting = set_rich(context, text, style, context.left + indent, width)
        if setting is None:
            return None
        items += _numbered(context, number, style, top)
        items += moved(setting.items, 0.0, top)
        if words:
            raised = baseline(context, style, size) - baseline(context, aside_style, aside_size)
            said = set_line(context, words, aside_style, aside_size, x=context.left + context.width, right=True)
            items += moved(said.items, 0.0, top + raised)
        top += setting.height + 0.32 * em
    return Setting(top - 0.32 * em, tuple(items))


def _numbered(context: Context, number: int, style: Style, top: float) -> list[Item]:
    """A white number in a disc of the kind's colour, on the first line of its text."""
    size = context.size(style)
    bold = context.theme.styles["code"]
    figure = size * 0.78
    radius = 0.66 * size * POINT
    capital = context.measure.metrics(bold.face)[2]
    middle = top + baseline(context, style, size) - context.measure.metrics(style.face)[2] * size * POINT / 2
    shaped = context.measure.shape(bold.face, str(number))
    x = context.left + radius - shaped.width * figure * POINT / 2
    y = middle + capital * figure * POINT / 2
    text = Text(round(x, 4), round(y, 4), bold.face, figure, context.theme.colours["white"], str(number), shaped.kerns)
    return [disc(context.left + radius, middle, radius, context.kind_colour), text]


def set_stages(context: Context, part: StagesPart) -> Setting | None:
    """Three stages: a circle that fills, the stage's name in bold, and what is seen there."""
    texts = context.card.fields.get(part.field)
    if not isinstance(texts, tuple) or not texts:
        return NOTHING
    names = context.deck.deck.stages or ("1", "2", "3")
    style = context.theme.styles[part.style]
    em = context.size(style) * POINT
    items: list[Item] = []
    top = 0.0
    for index, rich in enumerate(item.text if isinstance(item, Step) else item for item in texts):
        named = _named(names[index] if index < len(names) else str(index + 1), rich)
        setting = set_rich(context, named, style, context.left + 2.1 * em, context.width - 2.1 * em)
        if setting is None:
            return None
        items += _circle(context, style, top, index / max(len(texts) - 1, 1))
        items += moved(setting.items, 0.0, top)
        top += setting.height + 0.6 * em
    return _under_heading(context, part, Setting(top - 0.6 * em, tuple(items)))


def _named(name: str, rich: Rich) -> Rich:
    """A text with a name in bold before it."""
    first, *rest = rich.blocks
    return Rich((Block((Run(f"{name}. ", bold=True), *first.runs), first.bullet), *rest))


def _circle(context: Context, style: Style, top: float, share: float) -> list[Item]:
    """A circle that is empty, filled from below to half, or full."""
    size = context.size(style)
    radius = 0.58 * size * POINT
    colour = context.kind_colour
    x = context.left + radius + 0.05 * size * POINT
    y = top + baseline(context, style, size) - context.measure.metrics(style.face)[2] * size * POINT / 2
    ring = disc(x, y, radius, colour if share >= 1 else None, colour, 0.11 * size * POINT)
    return [ring, _half(x, y, radius, colour)] if 0 < share < 1 else [ring]


def _half(x: float, y: float, radius: float, colour: str) -> Path:
    """The lower half of a disc."""
    k = 0.5523 * radius
    return Path(
        (
            Segment("move", ((x - radius, y),)),
            Segment("curve", ((x - radius, y + k), (x - k, y + radius), (x, y + radius))),
            Segment("curve", ((x + k, y + radius), (x + radius, y + k), (x + radius, y))),
            Segment("close"),
        ),
        fill=colour,
    )


def set_facts(context: Context, part: FactsPart) -> Setting | None:
    """Facts side by side, each under the label of its field; the columns take what their words need."""
    shown = [(context.card.kind.fields[name].label, _fact(context, context.card.fields[name])) for name in part.fields
             if name in context.card.fields]  # fmt: skip
    if not shown:
        return NOTHING
    label, value = context.theme.styles["label"], context.theme.styles["small"]
    columns = _columns(context, shown)
    if columns is None:
        return None
    items: list[Item] = []
    bottom, x = 0.0, context.left
    for (name, words), width in zip(shown, columns, strict=True):
        head = set_line(context, name, label, context.size(label), x=x)
        body = set_rich(context, plain(words), value, x, width)
        if body is None:
            return None
        items += (*head.items, *moved(body.items, 0.0, head.height))
        bottom = max(bottom, head.height + body.height)
        x += width + context.gap
    return Setting(bottom, tuple(items))


def _columns(context: Context, shown: list[tuple[str, str]]) -> list[float] | None:
    """The widths of the columns: as wanted, or less for the widest until the row fits."""
    label, value = context.theme.styles["label"], context.theme.styles["small"]
    wanted = [
        max(
            line_width(context, name, label, context.size(label)),
            line_width(context, words, value, context.size(value)),
        )
        + 0.1
        for name, words in shown
    ]
    room = context.width - context.gap * (len(shown) - 1)
    if room <= 0:
        return None
    while sum(wanted) > room + 1e-6:
        widest = max(wanted)
        others = max((width for width in wanted if width < widest), default=0.0)
        count = wanted.count(widest)
        cut = max(others, widest - (sum(wanted) - room) / count)
        wanted = [cut if width == widest else width for width in wanted]
        if cut <= 0:
            return None
    return wanted


def _fact(context: Context, value: Value) -> str:
    """A value in a few words."""
    if isinstance(value, GroupSize):
        return _group_size(context, value)
    if isinstance(value, int):
        return f"{value} {context.words['minutes']}"
    if isinstance(value, tuple):
        return ", ".join(item.text.text if isinstance(item, Step) else item.text for item in value)
    rich = as_rich(value)
    said = rich.text if rich else ""
    return f"{said} {context.words['minutes']}" if said[:1].isdigit() and said[-1:].isdigit() else said


def _group_size(context: Context, value: GroupSize) -> str:
    """`duo’s, 4–40`."""
    if value.least and value.most:
        count = str(value.least) if value.least == value.most else f"{value.least}–{value.most}"
    else:
        count = f"≥ {value.least}" if value.least else f"≤ {value.most}" if value.most else ""
    people = f"{count} {context.words['people']}" if count and not value.within else count
    return ", ".join(part for part in (value.within, people) if part)


def set_lines(context: Context, part: LinesPart, room: float) -> Setting:
    """Lines to write on, in the room that is left."""
    count = max(1, int(room / part.pitch))
    colour = context.theme.colours["line"]
    right = context.left + context.width
    ruled = (
        line((context.left, part.pitch * index), (right, part.pitch * index), colour, 0.2)
        for index in range(1, count + 1)
    )
    return Setting(count * part.pitch + 0.2, tuple(ruled))


def as_rich(value: Value | None) -> Rich | None:
    """A value as text, where it is one."""
    if isinstance(value, Rich):
        return value
    return plain(str(value)) if isinstance(value, str | int | float) else None


def _under_heading(context: Context, part: Heading, setting: Setting | None) -> Setting | None:
    """A setting with the part's heading above it, where it has one."""
    words = part.heading or (context.words[part.heading_word] if part.heading_word else "")
    if not words or setting is None or not setting.height:
        return setting
    style = context.theme.styles["heading"]
    head = set_rich(context, plain(words), style, context.left, context.width)
    if head is None:
        return None
    return Setting(head.height + setting.height, (*head.items, *moved(setting.items, 0.0, head.height)))
