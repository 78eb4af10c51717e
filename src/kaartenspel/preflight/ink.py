"""How much ink lies where: what is painted, what shows through an overprint, and each pixel of a picture."""

from collections.abc import Sequence
from typing import Any

import pikepdf
from PIL import Image, ImageMath

from kaartenspel.preflight.marks import NO_INKS, Box, Inks, Mark, common, holds

_UNREADABLE = (pikepdf.PikepdfError, NotImplementedError, ValueError, OSError)


class InkScan:
    """The inks of marks; each picture of the file is decoded once."""

    def __init__(self) -> None:
        self._decoded: dict[Any, Image.Image | None] = {}
        self._most: dict[Any, float] = {}

    def most(self, mark: Mark, below: Sequence[Mark]) -> float:
        """The most ink in one place of a mark, in per cent; what overprints adds up with what it lies on."""
        if mark.sort == "picture" and mark.colour.space == "cmyk":
            return self._picture(mark.picture)
        inks = mark.colour.inks
        if not mark.overprint or mark.colour.space != "cmyk":
            return sum(inks)
        lain = (zip(inks, ground, strict=True) for ground in self.grounds(mark, below))
        return max(sum(own or under for own, under in pairs) for pairs in lain)

    def counted(self, mark: Mark) -> bool:
        """Whether the ink of a mark is known: a picture in four inks may be broken, or packed in a way of its own."""
        return mark.sort != "picture" or mark.colour.space != "cmyk" or self._pixels(mark.picture) is not None

    def grounds(self, mark: Mark, below: Sequence[Mark]) -> list[Inks]:
        """The inks that a mark lies on: of all that it touches, down to the first that bears it whole."""
        found = list[Inks]()
        for other in reversed(below):
            if other.sort not in ("fill", "picture") or len(other.parts) > 1 or not _meets(mark.box, other.box):
                continue
            found.append(self._under(other, mark.box))
            if holds(other.box, mark.box):
                return found
        return [*found, NO_INKS]

    def _under(self, mark: Mark, box: Box) -> Inks:
        """The inks of a ground; of a picture, each ink where it is most under the box."""
        picture = self._pixels(mark.picture) if mark.sort == "picture" and mark.colour.space == "cmyk" else None
        if picture is None:
            return mark.colour.inks
        left, top, right, bottom = common(box, mark.box)
        across, down = picture.width / (mark.box[2] - mark.box[0]), picture.height / (mark.box[3] - mark.box[1])
        x, y = int((left - mark.box[0]) * across), int((top - mark.box[1]) * down)
        end, low = int((right - mark.box[0]) * across), int((bottom - mark.box[1]) * down)
        part = picture.crop((x, y, max(x + 1, end), max(y + 1, low)))
        cyan, magenta, yellow, black = (float(band.getextrema()[1]) / 2.55 for band in part.split())  # type: ignore[arg-type]  # one band
        return cyan, magenta, yellow, black

    def _picture(self, item: Any) -> float:
        """The most ink of all pixels of a picture in four inks."""
        key = _key(item)
        if key not in self._most:
            picture = self._pixels(item)
            self._most[key] = 0.0 if picture is None else _sum(picture)
        return self._most[key]

    def _pixels(self, item: Any) -> Image.Image | None:
        """The pixels of a picture in four inks; None for one that cannot be decoded or is of another sort."""
        key = _key(item)
        if key not in self._decoded:
            try:
                opened = item if isinstance(item, pikepdf.PdfInlineImage) else pikepdf.PdfImage(item)
                # With its mask a picture in four inks would come as RGB, in which ink cannot be counted.
                picture = opened.as_pil_image(apply_mask=False)
            except _UNREADABLE:
                self._decoded[key] = None
            else:
                self._decoded[key] = picture if picture.mode == "CMYK" else None
        return self._decoded[key]


def _key(item: Any) -> Any:
    return id(item) if isinstance(item, pikepdf.PdfInlineImage) else item.objgen


def _sum(picture: Image.Image) -> float:
    bands = dict(zip("cmyk", picture.split(), strict=True))
    total = ImageMath.lambda_eval(lambda given: sum((given["int"](given[name]) for name in "cmyk"), 0), **bands)
    return float(total.getextrema()[1]) / 2.55


def _meets(one: Box, other: Box) -> bool:
    left, top, right, bottom = common(one, other)
    return left < right and top < bottom
