"""Says what does not fit a card: which field, by how much, and what to do about it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from kaartenspel.compose.foot import QrTooLargeError
from kaartenspel.compose.shorten import shortened, text_of
from kaartenspel.drawing import Raster
from kaartenspel.messages import _
from kaartenspel.model.card import Card
from kaartenspel.model.kind import FaceSpec
from kaartenspel.pictures.vector import Vector
from kaartenspel.problems import Code, Problem

if TYPE_CHECKING:
    from kaartenspel.compose.cards import Composer


def too_long(composer: "Composer", card: Card, spec: FaceSpec) -> Problem:
    """Names the field that takes most room, by how much it is too long, and the sizes that could hold it."""
    values = {name: value for name, value in card.fields.items() if _shown(spec, name)}
    texts = {name: text for name, value in values.items() if (text := text_of(value))}
    picture = next((name for name, value in values.items() if isinstance(value, Raster | Vector)), None)
    if picture is not None and not _fits_without(composer, card, spec, texts):
        message = _("card ‘{card}’: the picture of ‘{field}’ leaves no room for the rest on {size}")
        message = message.format(card=card.id, field=picture, size=composer.size_name)
        return Problem(Code.PICTURE_TOO_LARGE, message, card.places.get(picture), _sizes_hint(composer, card, spec))
    if not texts:
        message = _("the back of card ‘{card}’ does not fit on {size}")
        return Problem(Code.TEXT_TOO_LONG, message.format(card=card.id, size=composer.size_name), card.places.get("id"))
    name = max(texts, key=lambda field: len(texts[field]))
    excess = _excess(composer, card, spec, name, len(texts[name]))
    message = _("card ‘{card}’: the text of ‘{field}’ is {excess} characters too long for {size}")
    message = message.format(card=card.id, field=name, excess=excess, size=composer.size_name)
    return Problem(Code.TEXT_TOO_LONG, message, card.places.get(name), _sizes_hint(composer, card, spec))


def _shown(spec: FaceSpec, name: str) -> bool:
    """Whether a face shows a field."""
    return any(name == getattr(part, "field", None) or name in getattr(part, "fields", ()) for part in spec.regions)


def _fits_without(composer: "Composer", card: Card, spec: FaceSpec, texts: Iterable[str]) -> bool:
    """Whether the face would fit if these fields said nothing."""
    fields = {name: value for name, value in card.fields.items() if name not in texts}
    return composer.face_fits(replace(card, fields=fields), spec, composer.frame)


def _excess(composer: "Composer", card: Card, spec: FaceSpec, name: str, length: int) -> int:
    """How many characters must go from a field before the face fits (all of them, where even that is not enough)."""
    low, high = 0, length
    while low < high:
        middle = (low + high + 1) // 2
        fields = {**card.fields, name: shortened(card.fields[name], middle)}
        if composer.face_fits(replace(card, fields=fields), spec, composer.frame):
            low = middle
        else:
            high = middle - 1
    return length - low


def _sizes_hint(composer: "Composer", card: Card, spec: FaceSpec) -> str:
    """On which sizes the face would fit."""
    frames = composer.frames()
    by_area = sorted(frames, key=lambda name: frames[name].width * frames[name].height)
    good = [name for name in by_area if composer.face_fits(card, spec, frames[name])]
    if not good:
        return _("it fits on no size: make it shorter")
    return _("make it shorter, or choose a size on which it fits: {sizes}").format(sizes=", ".join(good))


def qr_too_large(error: QrTooLargeError, card: Card, size: str) -> Problem:
    """A problem that names the address, what its QR needs, and what there is."""
    place = card.places.get("see") or card.places.get("source") or card.places.get("id")
    shown = error.link if len(error.link) <= 80 else error.link[:77] + "…"
    if error.needed is None:
        message = _("no QR can hold this address of {count} characters: {link}").format(
            count=len(error.link), link=shown
        )
        return Problem(Code.QR_TOO_LARGE, message, place, _("use a shorter address of the same page"))
    message = _("the QR of {link} needs {needed} mm, and {size} has room for {room} mm").format(
        link=shown, needed=f"{error.needed:.1f}", room=f"{error.room:.1f}", size=size
    )
    return Problem(Code.QR_TOO_LARGE, message, place, _("choose a larger card, or a shorter address of the same page"))
