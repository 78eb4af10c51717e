"""Boxes to write in, each with a label, that take the room that is left. Lengths are mm."""

from collections.abc import Iterator
from math import ceil

from kaartenspel.compose.context import NOTHING, Context, Setting
from kaartenspel.compose.regions import under_heading
from kaartenspel.compose.text import set_rich
from kaartenspel.drawing import Item, Path, Rect, Segment
from kaartenspel.model.card import Step
from kaartenspel.model.kind import BoxesPart
from kaartenspel.model.richtext import Rich, plain

_WIDE = 150.0  # mm: from this width on three boxes stand side by side
_ROUND = 1.5  # mm: the radius of the corners
_LINE = 0.3  # mm
_PADDING = 0.6  # em of the label


def set_boxes(context: Context, part: BoxesPart) -> Setting | None:
    """The labels of a field, or words of the language file, each in a box; None where a label is too wide."""
    labels = _labels(context, part)
    if not labels:
        return NOTHING
    columns = part.columns or _columns(len(labels), context.width)
    rows = ceil(len(labels) / columns)
    kind = context.type(part.style)
    gap, padding = context.gap * 0.8, _PADDING * kind.em
    width = (context.width - gap * (columns - 1)) / columns
    places = [(context.left + (width + gap) * (index % columns), index // columns) for index in range(len(labels))]
    said = [set_rich(context, label, kind, x + padding, width - 2 * padding)
            for label, (x, _row) in zip(labels, places, strict=True)]  # fmt: skip
    settings = [setting for setting in said if setting is not None]
    if len(settings) < len(said):
        return None
    least = max(setting.height for setting in settings) + part.least + 2 * padding

    def at(height: float) -> Setting:
        each = (height - gap * (rows - 1)) / rows

        def draw(y: float) -> Iterator[Item]:
            for setting, (x, row) in zip(settings, places, strict=True):
                top = y + row * (each + gap)
                yield _box(Rect(x, top, width, each), context.kind_colour)
                yield from setting.draw(top + padding)

        return Setting(height, draw, lambda more: at(height + more))

    return under_heading(context, part, at(rows * least + gap * (rows - 1)))


def _labels(context: Context, part: BoxesPart) -> list[Rich]:
    """What stands in the boxes."""
    items = context.card.fields.get(part.field) if part.field else None
    texts = [item.text if isinstance(item, Step) else item for item in items] if isinstance(items, tuple) else []
    return [*texts, *(plain(context.words[word]) for word in part.words)]


def _columns(count: int, width: float) -> int:
    """How many boxes stand side by side: three stages on a mat, four boxes in a square, few under each other."""
    if count == 3:
        return 3 if width >= _WIDE else 1
    return 2 if count >= 4 else 1


def _box(box: Rect, colour: str) -> Path:
    """A rectangle with round corners."""
    k, r = 0.4477 * _ROUND, _ROUND
    left, top, right, bottom = box.x, box.y, box.right, box.bottom
    segments = (
        Segment("move", ((left + r, top),)),
        Segment("line", ((right - r, top),)),
        Segment("curve", ((right - k, top), (right, top + k), (right, top + r))),
        Segment("line", ((right, bottom - r),)),
        Segment("curve", ((right, bottom - k), (right - k, bottom), (right - r, bottom))),
        Segment("line", ((left + r, bottom),)),
        Segment("curve", ((left + k, bottom), (left, bottom - k), (left, bottom - r))),
        Segment("line", ((left, top + r),)),
        Segment("curve", ((left, top + k), (left + k, top), (left + r, top))),
        Segment("close"),
    )
    return Path(segments, stroke=colour, stroke_width=_LINE)
