"""QR codes on a page: whether a phone's eye reads them, and how large their modules are. Lengths are mm."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from PIL.Image import Image

from kaartenspel.messages import _
from kaartenspel.model.shop import Shop
from kaartenspel.preflight.marks import MILLIMETRES, Box, Mark, common
from kaartenspel.problems import Code, Problem

QUIET = 4
"""The quiet zone around a symbol, in modules (ISO 18004)."""
FEWEST = 40
"""A symbol of 21 by 21 modules, the smallest, has more runs of dark modules than this."""
PIXELS = 6.0
"""How many pixels a module is rendered with: what a module of any size needs to be read."""


def symbols(found: list[Mark], page: Any, shop: Shop) -> Iterator[Problem]:
    """What is wrong with the QR codes of a page; `page` is pdfium's."""
    drawn = [mark for mark in found if is_symbol(mark)]
    for mark in drawn:
        module = module_of(mark)
        if not _on(page, mark.box):
            continue
        picture = _rendered(page, _grown(mark.box, QUIET * module), 25.4 * PIXELS / module)
        yield from _judged(mark.box, module, bool(_read(picture)), shop)
    for mark in found:
        if mark.sort == "picture" and _on(page, mark.box):
            yield from _pictured(mark.box, page, shop)


def is_symbol(mark: Mark) -> bool:
    """Whether a fill looks like a QR symbol: square, of many corners, all of them on one grid."""
    left, top, right, bottom = mark.box
    corners = sum(map(len, mark.parts))
    if mark.sort != "fill" or mark.curved or corners < 4 * FEWEST or abs((right - left) - (bottom - top)) > 0.1:
        return False
    module = module_of(mark)
    return module > 0 and abs((right - left) / module - round((right - left) / module)) < 0.2


def module_of(mark: Mark) -> float:
    """The side of a module: the shortest step that the symbol's outline takes."""
    steps = [
        max(abs(one[0] - other[0]), abs(one[1] - other[1]))
        for part in mark.parts for one, other in pairwise(part)
    ]  # fmt: skip
    count = round((mark.box[2] - mark.box[0]) / min((step for step in steps if step > 0.01), default=1e6))
    return (mark.box[2] - mark.box[0]) / count if count else 0.0


def _pictured(box: Box, page: Any, shop: Shop) -> Iterator[Problem]:
    """QR codes within a picture: those that are read, whatever else it shows."""
    dpi = 25.4 * PIXELS / shop.module
    for code in _read(_rendered(page, _grown(box, QUIET * shop.module), dpi)):
        corners = code.position
        side = max(abs(corners.top_right.x - corners.top_left.x), abs(corners.top_right.y - corners.top_left.y))
        version = int(code.extra.get("Version", 0)) if isinstance(code.extra, dict) else 0
        if version:
            yield from _judged(box, side / dpi * 25.4 / (17 + 4 * version), True, shop)


def _judged(box: Box, module: float, read: bool, shop: Shop) -> Iterator[Problem]:
    where = _("at {x}, {y} mm").format(x=f"{box[0]:.1f}", y=f"{box[1]:.1f}")
    if not read:
        said = _("{where}: a QR code that cannot be read")
        yield Problem(Code.SHOP_QR, said.format(where=where), hint=_("draw it dark on light, with white all round"))
    if module < shop.module - 0.005:
        said = _("{where}: a QR code with modules of {found} mm; asked is at least {asked} mm")
        yield Problem(Code.SHOP_QR, said.format(where=where, found=f"{module:.2f}", asked=f"{shop.module:g}"),
                      hint=_("make the code larger, or its link shorter"))  # fmt: skip


def _grown(box: Box, more: float) -> Box:
    return box[0] - more, box[1] - more, box[2] + more, box[3] + more


def _on(page: Any, box: Box) -> bool:
    """Whether a box is on the paper, at least in part."""
    left, top, right, bottom = common(box, (0.0, 0.0, page.get_width() * MILLIMETRES, page.get_height() * MILLIMETRES))
    return left < right and top < bottom


def _rendered(page: Any, box: Box, dpi: float) -> Image:
    """A part of the page as a picture."""
    width, height = page.get_width() * MILLIMETRES, page.get_height() * MILLIMETRES
    crop = (box[0], height - box[3], width - box[2], box[1])
    points = tuple(max(0.0, side) / MILLIMETRES for side in crop)
    picture: Image = page.render(scale=dpi / 72, crop=points).to_pil()
    return picture


def _read(picture: Image) -> list[Any]:
    import zxingcpp  # noqa: PLC0415  only where a code is looked for

    return list(zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)))
