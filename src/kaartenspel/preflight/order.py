"""In which order the sides of cards follow each other, told from pages that return: the backs of a deck are alike."""

from collections.abc import Hashable, Iterator, Sequence
from typing import Any

import pikepdf

from kaartenspel.messages import _
from kaartenspel.model.shop import Shop
from kaartenspel.problems import Code, Problem


def order(pdf: pikepdf.Pdf, shop: Shop) -> Iterator[Problem]:
    """What is wrong with the order. Where all pages differ nothing can be told, and nothing is said."""
    sides = [_side(page) for page in pdf.pages]
    found = found_order(sides)
    if shop.backs == "once" or found is None or found == shop.order:
        return
    said = _("the pages come as {found}; asked is {asked}")
    words = {
        "front-back": _("front, back, front, back"), "back-front": _("back, front, back, front"),
        "apart": _("all of one side, then all of the other"), "odd": _("an odd number of sides"),
        "separate-files": _("a file of fronts and one of backs"),
    }  # fmt: skip
    if shop.order == "separate-files" and found in ("odd", "apart"):
        return
    said = said.format(found=words[found], asked=words[shop.order])
    yield Problem(Code.SHOP_ORDER, said, hint=_("put the pages in the order that is asked"))


def found_order(sides: Sequence[Hashable]) -> str | None:
    """The order of pages of which some return: front-back, back-front, apart, odd; None where nothing tells."""
    first, second = sides[::2], sides[1::2]
    if len(set(sides)) == len(sides) or len(sides) < 4 or first == second:
        return None
    if set(first) & set(second):
        return "apart"
    if len(sides) % 2:
        return "odd"
    if len(set(first)) == len(set(second)):
        return None
    return "front-back" if len(set(second)) < len(set(first)) else "back-front"


def _side(page: pikepdf.Page) -> Hashable:
    """What a page paints, as something to compare: its operators, and what they call by name."""
    resources: Any = page.obj.get("/Resources", {})
    contents = page.obj.get("/Contents")
    streams = list(contents) if isinstance(contents, pikepdf.Array) else [contents] if contents is not None else []
    called = tuple((name, item.objgen) for name, item in resources.get("/XObject", {}).items())
    return b"\n".join(stream.read_bytes() for stream in streams), called
