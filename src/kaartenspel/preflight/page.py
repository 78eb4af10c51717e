"""One page of a PDF held beside what a shop asks. Lengths are mm; type and lines are points."""

from collections.abc import Iterator, Sequence
from typing import Any

from kaartenspel.messages import _
from kaartenspel.model.shop import Shop
from kaartenspel.preflight.ink import InkScan
from kaartenspel.preflight.marks import MILLIMETRES, Box, Mark, sides
from kaartenspel.preflight.shapes import is_type, tallest
from kaartenspel.preflight.symbols import is_symbol
from kaartenspel.problems import Code, Problem

NEAR = 0.05
"""What rounding may make of a length, in mm."""
LEAST_RUN = 8.0
"""From this length along a cut, in mm, colour that ends in the bleed is meant to run over it."""
X_HEIGHT = 0.45
"""What of an em the lowest letters stand high, nearly: a shape that is lower is certainly of smaller type."""


class PageCheck:
    """What is wrong with the marks of a page. `trim` and `bleed` are boxes from the page's top-left corner."""

    def __init__(self, page: Any, shop: Shop, inks: InkScan) -> None:
        self._shop, self._inks = shop, inks
        self.trim = _from_top(page.get("/TrimBox"), page.get("/MediaBox"))

    def problems(self, found: Sequence[Mark]) -> Iterator[Problem]:
        """All marks, in the order in which they are painted."""
        for number, mark in enumerate(found):
            where = _("at {x}, {y} mm").format(x=f"{mark.box[0]:.1f}", y=f"{mark.box[1]:.1f}")
            yield from self._colour(mark, where)
            yield from self._ink(mark, found[:number], where)
            if mark.sort == "text":
                yield from self._type(mark, found[:number], where)
            yield from self._line(mark, where)
            yield from self._shape(mark, where)
            yield from self._safe(mark, where)
            yield from self._bleed(mark, where)
            if mark.sort == "picture":
                yield from self._picture(mark, where)

    def _colour(self, mark: Mark, where: str) -> Iterator[Problem]:
        if mark.colour.space in ("rgb", "spot", "other"):
            yield Problem(Code.SHOP_COLOUR, _("{where}: a colour that is not CMYK").format(where=where),
                          hint=_("convert all colours to CMYK"))  # fmt: skip
        if self._shop.opaque and (mark.transparent or (mark.sort == "picture" and _masked(mark.picture))):
            said = _("{where}: a transparent picture, and this shop takes none")
            if mark.sort != "picture":
                said = _("{where}: something transparent, and this shop takes none")
            yield Problem(Code.SHOP_TRANSPARENCY, said.format(where=where), hint=_("flatten transparency"))

    def _ink(self, mark: Mark, below: Sequence[Mark], where: str) -> Iterator[Problem]:
        ink = self._inks.most(mark, below)
        # The rounding of four inks to bytes adds up to less than two per cent.
        if ink > self._shop.ink + (2 if mark.sort == "picture" else 0.5):
            said = _("{where}: {found} % ink; asked is at most {asked} %")
            yield Problem(Code.SHOP_INK, said.format(where=where, found=f"{ink:.0f}", asked=self._shop.ink),
                          hint=_("choose a colour of fewer inks"))  # fmt: skip

        if not self._inks.counted(mark):
            said = _("{where}: a picture that cannot be looked into: its ink is not counted")
            yield Problem(Code.SHOP_PICTURE, said.format(where=where), hint=_("save the picture anew, as CMYK"),
                          warning=True)  # fmt: skip

    def _type(self, mark: Mark, below: Sequence[Mark], where: str) -> Iterator[Problem]:
        asked = self._shop.smallest_type
        ground = max(sum(inks) for inks in self._inks.grounds(mark, below))
        said = _("{where}: type of {found} pt; asked is at least {asked} pt")
        if ground - sum(mark.colour.inks) > 50 and self._shop.smallest_reversed >= asked:
            asked = self._shop.smallest_reversed
            said = _("{where}: light type of {found} pt on a colour; asked is at least {asked} pt")
        if mark.size < asked - 0.01:
            yield Problem(Code.SHOP_TYPE, said.format(where=where, found=f"{mark.size:.1f}", asked=f"{asked:g}"),
                          hint=_("make the text larger"))  # fmt: skip

    def _line(self, mark: Mark, where: str) -> Iterator[Problem]:
        """Strokes, and fills that are as thin as a line."""
        asked, size = self._shop.smallest_line, mark.size
        if mark.rectangle and mark.sort == "fill":
            size = min(mark.box[2] - mark.box[0], mark.box[3] - mark.box[1]) / MILLIMETRES
        elif mark.sort != "stroke":
            return
        if 0 <= size < asked - 0.01:
            said = _("{where}: a line of {found} pt; asked is at least {asked} pt")
            yield Problem(Code.SHOP_LINE, said.format(where=where, found=f"{size:.2f}", asked=f"{asked:g}"),
                          hint=_("make the line thicker"))  # fmt: skip

    def _shape(self, mark: Mark, where: str) -> Iterator[Problem]:
        """Type as shapes: its size is not written anywhere, so only what is certainly too small is told."""
        if is_type(mark) and tallest(mark) < X_HEIGHT * self._shop.smallest_type * MILLIMETRES:
            said = _("{where}: letters as shapes, {found} mm high; asked is type of at least {asked} pt")
            found, asked = f"{tallest(mark):.2f}", f"{self._shop.smallest_type:g}"
            yield Problem(Code.SHOP_TYPE, said.format(where=where, found=found, asked=asked),
                          hint=_("make the text larger"))  # fmt: skip

    def _safe(self, mark: Mark, where: str) -> Iterator[Problem]:
        """Texts, letters as shapes and QR codes that reach nearer to the cut than the safe margin."""
        if self.trim is None or not (mark.sort == "text" or is_symbol(mark) or is_type(mark)):
            return
        least = min(_inward(mark.box, self.trim))
        if least < self._shop.safe - NEAR:
            said = _("{where}: text at {found} mm from the cut; asked is {asked} mm")
            if is_symbol(mark):
                said = _("{where}: a QR code at {found} mm from the cut; asked is {asked} mm")
            yield Problem(Code.SHOP_SAFE, said.format(where=where, found=f"{least:.1f}", asked=f"{self._shop.safe:g}"),
                          hint=_("move it inwards"))  # fmt: skip

    def _bleed(self, mark: Mark, where: str) -> Iterator[Problem]:
        """Colour that reaches the cut but ends in the bleed, whatever the boxes say."""
        if self.trim is None or not mark.rectangle or not (mark.sort == "picture" or sum(mark.colour.inks) > 0):
            return
        lengths = (mark.box[3] - mark.box[1], mark.box[2] - mark.box[0]) * 2
        for inward, length in zip(_inward(mark.box, self.trim), lengths, strict=True):
            if length >= LEAST_RUN and -self._shop.bleed + NEAR < inward < NEAR:
                said = _("{where}: the colour runs {found} mm over the cut; asked is {asked} mm")
                found = f"{max(0.0, -inward):.1f}"
                yield Problem(Code.SHOP_BLEED, said.format(where=where, found=found, asked=f"{self._shop.bleed:g}"),
                              hint=_("let colour run over the cut on all four sides"))  # fmt: skip
                return

    def _picture(self, mark: Mark, where: str) -> Iterator[Problem]:
        """As many pixels as asked, across and down."""
        if mark.matrix is None:
            return
        across = (mark.matrix.a**2 + mark.matrix.b**2) ** 0.5
        down = (mark.matrix.c**2 + mark.matrix.d**2) ** 0.5
        columns, rows = _pixels(mark.picture)
        dpi = min(columns / across, rows / down) * 25.4 if across and down else 0.0
        if dpi < self._shop.resolution * 0.8:
            said = _("{where}: a picture of {found} dpi; asked is {asked} dpi")
            yield Problem(Code.SHOP_PICTURE, said.format(where=where, found=f"{dpi:.0f}", asked=self._shop.resolution),
                          hint=_("take a picture with more pixels"), warning=dpi >= 150)  # fmt: skip


def boxes(page: Any, shop: Shop) -> Iterator[Problem]:
    """TrimBox there, enough bleed around it, paper under all of that, and the size that the shop cuts."""
    if "/TrimBox" not in page:
        yield Problem(Code.SHOP_BOXES, _("there is no TrimBox"), hint=_("set the size of the cut card as TrimBox"))
        return
    paper = page.get("/MediaBox")
    trim, media = _from_top(page.TrimBox, paper), _from_top(paper, paper)
    bleed = _from_top(page.get("/BleedBox", page.TrimBox), paper)
    if trim is None or media is None or bleed is None:
        said = _("the boxes of the page are no rectangles")
        yield Problem(Code.SHOP_BOXES, said, hint=_("save or export the file anew"))
        return
    least = min(*_inward(trim, bleed), *_inward(trim, media))
    if least < shop.bleed - NEAR:
        said = _("{found} mm of bleed; asked is {asked} mm").format(found=f"{least:.1f}", asked=f"{shop.bleed:g}")
        yield Problem(Code.SHOP_BLEED, said, hint=_("let colour run over the cut on all four sides"))
    yield from _sizes((trim[2] - trim[0], trim[3] - trim[1]), shop)
    yield from _seen(page, bleed)


def _seen(page: Any, bleed: Box) -> Iterator[Problem]:
    """Keys that make a page come out larger, or with less of it, than its other boxes say."""
    unit = float(page.get("/UserUnit", 1))
    if unit != 1:
        said = _("all lengths count {found} times (UserUnit)").format(found=f"{unit:g}")
        yield Problem(Code.SHOP_BOXES, said, hint=_("export the page at its true size"))
    crop = _from_top(page.get("/CropBox"), page.get("/MediaBox"))
    if crop is not None and min(_inward(bleed, crop)) < -NEAR:
        yield Problem(Code.SHOP_BOXES, _("the CropBox cuts off what is to be printed"),
                      hint=_("make the CropBox as large as the MediaBox"))  # fmt: skip


def _sizes(trim: tuple[float, float], shop: Shop) -> Iterator[Problem]:
    """A card that is nearly of a size that the shop cuts, and is not."""
    for own in shop.sizes.values():
        off = max(abs(trim[0] - own.width), abs(trim[1] - own.height))
        if NEAR < off < 2:
            said = _("a card of {found} mm; this shop cuts it to {asked} mm")
            found, asked = (f"{width:.1f} × {height:.1f}" for width, height in (trim, (own.width, own.height)))
            yield Problem(Code.SHOP_BOXES, said.format(found=found, asked=asked), hint=_("give the card that size"))


def _from_top(box: Any, media: Any) -> Box | None:
    """A box of the file in mm from the page's top-left corner."""
    own, paper = sides(box), sides(media)
    if own is None or paper is None:
        return None
    left, low, right, high = own
    inner = (left - paper[0], paper[3] - high, right - paper[0], paper[3] - low)
    return inner[0] * MILLIMETRES, inner[1] * MILLIMETRES, inner[2] * MILLIMETRES, inner[3] * MILLIMETRES


def _inward(inner: Box, outer: Box) -> tuple[float, float, float, float]:
    """How far each side of a box lies within another one."""
    return inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3]


def _masked(item: Any) -> bool:
    return hasattr(item, "keys") and "/SMask" in item


def _pixels(item: Any) -> tuple[int, int]:
    if hasattr(item, "keys"):
        return int(item.Width), int(item.Height)
    return int(item.width), int(item.height)
