"""A card as a row of the facilitator's overview: code, what it says, and what stands beside it. Lengths are mm."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kaartenspel.compose.context import NOTHING, Context, Setting
from kaartenspel.compose.facts import fact
from kaartenspel.compose.ladder import Type
from kaartenspel.compose.regions import said, stacked
from kaartenspel.compose.text import baseline, line_width, one_line, set_rich
from kaartenspel.drawing import Item, Path, Segment, line
from kaartenspel.model.card import Card, GroupSize
from kaartenspel.model.richtext import Block, Rich, Run, plain

LEAST = 8.0
"""The smallest type, in points."""
PADDING = 2.0
BOX = 3.6
"""The side of the box to tick."""
_BESIDE = 0.47  # the share of the texts' width that the second column takes
_BESIDE_TITLE = 0.63  # the same beside a title, which is short
_GUTTER = 5.0
_GAP = 0.9


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the parts of a row stand: the codes from `left`, the texts from `texts` to `right`."""

    left: float
    texts: float
    right: float


def set_row(context: Context, columns: Columns) -> Setting | None:
    """The row of the context's card with a line under it, or None where a word is wider than its column."""
    beside = _beside(context)
    room = columns.right - columns.texts
    share = _BESIDE_TITLE if main_field(context.card) == "title" else _BESIDE
    width = room * (1 - share) - _GUTTER if beside else room
    first = _stack(context, [*_above(context), _main(context), *_question(context), *_origin(context)], columns, width)
    second = _stack(context, beside, replace(columns, texts=columns.right - room * share), room * share)
    if first is None or second is None:
        return None
    code = type_of(context, "code", 12.0).coloured("kind")
    height = max(first.height, second.height, code.line + BOX + _GAP) + 2 * PADDING

    def draw(y: float) -> Iterator[Item]:
        yield from _code(context, code, columns.left, y + PADDING)
        yield from first.draw(y + PADDING)
        yield from second.draw(y + PADDING)
        yield line((columns.left, y + height), (columns.right, y + height), context.theme.colours["line"], 0.2)

    return Setting(height, draw)


def type_of(context: Context, style: str, size: float) -> Type:
    """A style of the theme at a size, or at its smallest where that is larger: the type of large print stays large."""
    kind = context.type(style)
    return kind.at(max(size, LEAST, kind.smallest))


def code_width(context: Context) -> float:
    """How wide a card's code is."""
    return line_width(context, context.card.code, type_of(context, "code", 12.0))


def _code(context: Context, code: Type, x: float, y: float) -> Iterator[Item]:
    """The code, and under it a box to tick and the number of copies where it is not one."""
    card, top = context.card, y
    if card.code:
        yield from one_line(context, card.code, code, x, y + baseline(context, code))
        top += code.line
    yield _box(x, top + _GAP / 2, context.theme.colours["ink"])
    if card.copies != 1:
        kind = type_of(context, "source", LEAST)
        base = top + _GAP / 2 + BOX - 0.8
        yield from one_line(context, f"× {card.copies}", kind, x + BOX + 1.0, base)


def _box(x: float, y: float, colour: str) -> Path:
    corners = ((x, y), (x + BOX, y), (x + BOX, y + BOX), (x, y + BOX))
    first, *rest = corners
    lines = (Segment("line", (corner,)) for corner in rest)
    return Path((Segment("move", (first,)), *lines, Segment("close")), stroke=colour, stroke_width=0.25)


Part = tuple[Rich, Type]


def _stack(context: Context, parts: list[Part], columns: Columns, width: float) -> Setting | None:
    """Texts under each other."""
    whole = NOTHING
    for rich, kind in parts:
        setting = set_rich(context, rich, kind, columns.texts, width)
        if setting is None:
            return None
        whole = stacked(whole, Setting(_GAP if whole.height else 0.0, lambda _top: ()))
        whole = stacked(whole, setting)
    return whole


def _above(context: Context) -> list[Part]:
    """What sort of card it is, where that is not the deck's own."""
    kind = context.card.kind
    if kind.kind == context.deck.kind.kind:
        return []
    return [(plain(kind.title), type_of(context, "label", LEAST))]


def _main(context: Context) -> Part:
    """What a card is known by: its title, its text, or the first words that it has."""
    name = main_field(context.card)
    rich = (said(context, name) if name else None) or plain(context.card.id)
    return rich, replace(type_of(context, "heading", 9.5), leading=1.25).coloured("ink")


def main_field(card: Card) -> str | None:
    """The field that a card is known by."""
    texts = [name for name in card.kind.fields if isinstance(card.fields.get(name), Rich)]
    return next((name for name in ("title", "text") if name in texts), next(iter(texts), None))


def _question(context: Context) -> list[Part]:
    rich = context.card.fields.get("question")
    is_main = main_field(context.card) == "question"
    return [(rich, type_of(context, "small", 9.0))] if isinstance(rich, Rich) and not is_main else []


def _origin(context: Context) -> list[Part]:
    """Whose idea it is, and what the QR opens with its domain."""
    card = context.card
    said_of: list[str] = []
    if card.source is not None:
        archived = f" ({context.words['archive']})" if card.source.status == "archived" else ""
        said_of.append(f"{context.words['idea']}: {card.source.short}{archived}")
    if card.opens is not None and card.link and any(part.region == "foot" for part in card.kind.front.regions):
        said_of.append(f"QR: {card.opens.short}, {card.opens.domain}")
    return [(plain(words), type_of(context, "source", LEAST)) for words in said_of]


def _beside(context: Context) -> list[Part]:
    """All other fields with their labels."""
    card, kind = context.card, type_of(context, "small", 8.5)
    shown = [name for name in card.kind.fields if name not in (main_field(card), "question")]
    return [(rich, kind) for name in shown if (rich := _labelled(context, name)) is not None]


def _labelled(context: Context, name: str) -> Rich | None:
    """A field behind its label; of lists only those that every card of the kind has, without steps and pictures."""
    card, spec = context.card, context.card.kind.fields[name]
    value = card.fields.get(name)
    label = Run(f"{spec.label}: ", bold=True)
    if spec.type in ("link", "steps", "picture") or (spec.type == "list" and not spec.required) or value is None:
        return None
    if isinstance(value, tuple):
        return _items(context, [item for item in value if isinstance(item, Rich)], label)
    rich = plain(fact(context, name)) if isinstance(value, GroupSize) or name == "minutes" else said(context, name)
    if rich is None or not rich.blocks:
        return None
    first, *rest = rich.blocks
    return Rich((Block((label, *first.runs), first.bullet), *rest))


def _items(context: Context, items: list[Rich], label: Run) -> Rich:
    """A list: three stages by their names, anything else with bullets under its label."""
    stages = context.deck.deck.stages or ()
    blocks = [block for item in items for block in item.blocks]
    if len(stages) == len(blocks) and context.card.kind.kind == context.deck.kind.kind:
        named = zip(stages, blocks, strict=True)
        return Rich(tuple(Block((Run(f"{stage}: ", bold=True), *block.runs)) for stage, block in named))
    return Rich((Block((label,)), *(Block(block.runs, bullet=True) for block in blocks)))
