"""The school on the backs of its edition: logo and name above the imprint. Lengths are mm."""

from collections.abc import Iterator
from dataclasses import dataclass

from kaartenspel.compose.context import NOTHING, Context, Setting
from kaartenspel.compose.swallowed import is_swallowed
from kaartenspel.compose.text import set_rich
from kaartenspel.drawing import Item, Rect, rectangle
from kaartenspel.model.kind import SchoolMark
from kaartenspel.model.richtext import plain
from kaartenspel.pictures.fit import fit
from kaartenspel.pictures.grey import greyed
from kaartenspel.pictures.vector import Loaded

WIDEST = 0.6
"""The widest that a logo may be, as a share of the room, where a name stands with it."""
CLEAR = 0.14
"""The white round a logo on its plate, as a share of the plate's height."""
BESIDE = 2.0
"""The room between logo and name."""
LEAST_NAME = 24.0
"""The narrowest column in which a name may stand beside the logo; else it stands under it."""


def set_school(context: Context, part: SchoolMark) -> Setting | None:
    """The logo with the name beside it, or under it; None where a word of the name is wider than its room."""
    school = context.deck.school
    if school is None:
        return NOTHING
    return context.once((id(part), context.reversed), lambda: _set(context, school.name, school.logo, part.height))


def _set(context: Context, name: str, logo: Loaded | None, height: float) -> Setting | None:
    mark = _Mark.of(context, logo, height * context.ratio, alone=not name) if logo else None
    if not name:
        return Setting(mark.height, lambda top: mark.draw(context.left, top)) if mark else NOTHING
    kind = context.ladder.fixed("imprint", 1.0, 1.4)
    room = context.width - (mark.width + BESIDE if mark else 0.0)
    if mark is None or room < LEAST_NAME:
        words = set_rich(context, plain(name), kind, context.left, context.width)
        return _under(context, mark, words) if words else None
    beside = set_rich(context, plain(name), kind, context.left + mark.width + BESIDE, room)
    words = beside or set_rich(context, plain(name), kind, context.left, context.width)
    if words is None or beside is None:
        return _under(context, mark, words) if words else None
    high = max(mark.height, beside.height)

    def draw(top: float) -> Iterator[Item]:
        yield from mark.draw(context.left, top + (high - mark.height) / 2)
        yield from beside.draw(top + (high - beside.height) / 2)

    return Setting(high, draw)


def _under(context: Context, mark: "_Mark | None", words: Setting) -> Setting:
    """The name under the logo, or alone."""
    down = mark.height + BESIDE / 2 if mark else 0.0

    def draw(top: float) -> Iterator[Item]:
        if mark:
            yield from mark.draw(context.left, top)
        yield from words.draw(top + down)

    return Setting(down + words.height, draw)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A logo as it is drawn, on a white plate where the ground would swallow it."""

    logo: Loaded
    width: float
    height: float
    edge: float
    plate: str | None

    @classmethod
    def of(cls, context: Context, logo: Loaded, height: float, *, alone: bool) -> "_Mark":
        """The logo as high as asked, or as wide as there is room."""
        if context.theme.pictures == "grey":
            logo = greyed(logo)
        ground = context.kind_colour if context.reversed else context.theme.colours["white"]
        plate = context.theme.colours["white"] if is_swallowed(logo, ground) else None
        edge = CLEAR * height if plate else 0.0
        most = context.width * (1.0 if alone else WIDEST)
        inner = min(height - 2 * edge, (most - 2 * edge) * logo.height / logo.width)
        return cls(logo, inner * logo.width / logo.height + 2 * edge, inner + 2 * edge, edge, plate)

    def draw(self, left: float, top: float) -> Iterator[Item]:
        """The plate and the logo on it."""
        box = Rect(left, top, self.width, self.height)
        if self.plate:
            yield rectangle(box, self.plate)
            box = box.grown(-self.edge)
        yield from fit(self.logo, box)
