"""The stages of a phase card: circles that fill up, each with its name and what is seen there. Lengths are mm."""

from collections.abc import Iterator

from kaartenspel.compose.context import NOTHING, Context, Setting
from kaartenspel.compose.ladder import Type
from kaartenspel.compose.regions import under_heading
from kaartenspel.compose.text import baseline, capital, set_rich
from kaartenspel.drawing import Item, Path, Segment, disc
from kaartenspel.model.card import Step
from kaartenspel.model.kind import StagesPart
from kaartenspel.model.richtext import Block, Rich, Run

_INDENT = 2.1  # em
_BETWEEN = 0.6  # em


def set_stages(context: Context, part: StagesPart) -> Setting | None:
    """Three stages: a circle that fills, the stage's name in bold, and what is seen there."""
    texts = context.card.fields.get(part.field)
    if not isinstance(texts, tuple) or not texts:
        return NOTHING
    kind = context.type(part.style)
    left, width = context.left + _INDENT * kind.em, context.width - _INDENT * kind.em
    settings: list[Setting] = []
    for index, rich in enumerate([text.text if isinstance(text, Step) else text for text in texts]):
        named = _named(_name(context, index), rich)
        setting = set_rich(context, named, kind, left, width)
        if setting is None:
            return None
        settings.append(setting)
    height = sum(setting.height for setting in settings) + _BETWEEN * kind.em * (len(settings) - 1)

    def draw(y: float) -> Iterator[Item]:
        for index, setting in enumerate(settings):
            middle = y + baseline(context, kind) - capital(context, kind) / 2
            yield from _circle(context, kind, middle, index / max(len(settings) - 1, 1))
            yield from setting.draw(y)
            y += setting.height + _BETWEEN * kind.em

    return under_heading(context, part, Setting(height, draw))


def _name(context: Context, index: int) -> str:
    """The deck's name for a stage, or its number."""
    names = context.deck.deck.stages or ()
    return names[index] if index < len(names) else str(index + 1)


def _named(name: str, rich: Rich) -> Rich:
    """A text with a name in bold before it."""
    first, *rest = rich.blocks or (Block(()),)
    return Rich((Block((Run(f"{name}. ", bold=True), *first.runs), first.bullet), *rest))


def _circle(context: Context, kind: Type, y: float, share: float) -> Iterator[Item]:
    """A circle that is empty, filled from below to half, or full."""
    radius, colour = 0.58 * kind.em, context.kind_colour
    x = context.left + radius + 0.05 * kind.em
    yield disc(x, y, radius, colour if share >= 1 else None, colour, 0.11 * kind.em)
    if 0 < share < 1:
        yield _half(x, y, radius, colour)


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
