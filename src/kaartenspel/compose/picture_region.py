"""A picture of a card: as high as its kind says, or in all the room that the texts leave. Lengths are mm."""

from collections.abc import Sequence

from kaartenspel.compose.context import NOTHING, Context, Setting
from kaartenspel.drawing import Raster, Rect
from kaartenspel.model.kind import PicturePart
from kaartenspel.pictures.fit import fit
from kaartenspel.pictures.grey import greyed
from kaartenspel.pictures.vector import Loaded, Vector


def set_picture(context: Context, part: PicturePart) -> Setting | None:
    """A picture over the width of the text, or as wide as its height allows; texts stay as large as they can.

    A height is that on the kind's own size of card, and grows with the card.
    """
    picture = context.card.fields.get(part.field)
    if not isinstance(picture, Vector | Raster):
        return NOTHING
    if context.theme.pictures == "grey":
        picture = greyed(picture)
    wanted = (part.least if part.height is None else part.height) * context.ladder.scale
    return _setting(context, picture, wanted, grows=part.height is None)


def grown(settings: Sequence[Setting], spare: float) -> list[Setting]:
    """The settings with the room that is left given to the pictures that may grow, in equal parts."""
    growing = sum(setting.grow is not None for setting in settings)
    return [setting.grow(spare / growing) if setting.grow else setting for setting in settings]


def _setting(context: Context, picture: Loaded, wanted: float, *, grows: bool) -> Setting:
    """The picture in a box that is not higher than its own shape needs."""
    height = min(wanted, context.width * picture.height / picture.width)
    return Setting(
        height,
        lambda top: fit(picture, Rect(context.left, top, context.width, height)),
        (lambda more: _setting(context, picture, height + more, grows=False)) if grows else None,
    )
