"""Pictures with too few pixels for the size at which they are printed. Lengths are mm."""

from collections.abc import Iterable, Iterator
from math import ceil

from kaartenspel.drawing import Drawing, Picture, Raster
from kaartenspel.messages import _
from kaartenspel.model.card import Card
from kaartenspel.problems import Code, Problem

LEAST = 150
"""Dots an inch under which the eye sees the pixels of a print at reading distance."""
_INCH = 25.4


def coarse_pictures(card: Card, faces: Iterable[Drawing]) -> Iterator[Problem]:
    """A warning for each picture of a card that has fewer dots an inch than print needs."""
    if not any(isinstance(value, Raster) for value in card.fields.values()):
        return
    for face in faces:
        for item in face.items:
            if isinstance(item, Picture) and item.image.width < LEAST * item.width / _INCH:
                yield _coarse(card, item)


def _coarse(card: Card, picture: Picture) -> Problem:
    """The warning at the field that names the picture."""
    key = picture.image.key.removesuffix("-grey")
    name = next(name for name, value in card.fields.items() if isinstance(value, Raster) and value.key == key)
    said = _("the picture has {dpi} dots an inch where it is printed, {width} mm wide; a sharp print takes {least}")
    said = said.format(dpi=int(picture.image.width / picture.width * _INCH), width=round(picture.width), least=LEAST)
    columns, rows = (ceil(LEAST * side / _INCH) for side in (picture.width, picture.height))
    hint = _("use one of {columns} × {rows} pixels or more; making it larger in a drawing program does not help")
    return Problem(
        Code.PICTURE_COARSE, said, card.places.get(name), hint.format(columns=columns, rows=rows), warning=True
    )
