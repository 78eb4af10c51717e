"""What a shop asks of a file as a whole, whatever its pages show."""

from collections.abc import Iterator
from typing import Any

import pikepdf

from kaartenspel.messages import _
from kaartenspel.model.shop import Shop
from kaartenspel.preflight.marks import sides
from kaartenspel.problems import Code, Problem

_EMBEDDED = ("/FontFile", "/FontFile2", "/FontFile3")


def whole(pdf: pikepdf.Pdf, shop: Shop) -> Iterator[Problem]:
    """What holds for the whole file: pages and their sizes, a lock, fonts, output intent, metadata."""
    yield from _pages(pdf)
    if pdf.is_encrypted:
        said = _("the file is locked (encrypted)")
        yield Problem(Code.SHOP_METADATA, said, hint=_("export it without a password and without limits"))
    for font in _fonts_apart(pdf):
        said = _("the font {font} is not in the file").format(font=font)
        yield Problem(Code.SHOP_FONTS, said, hint=_("embed all fonts, or turn text into outlines"))
    if "/GTS_PDFX" not in _intents(pdf):
        said = _("the file does not say for which press it is (output intent)")
        yield Problem(Code.SHOP_INTENT, said, hint=_("asked is {condition}").format(condition=shop.condition))
    asked = {"pdf/x-4": "PDF/X-4", "pdf/x-1a": "PDF/X-1a:2003"}.get(shop.format, "")
    given = pdf.Root.get("/Metadata")
    metadata = given.read_bytes().decode("utf-8", "replace") if isinstance(given, pikepdf.Stream) else ""
    if f"GTS_PDFXVersion>{asked}<" not in metadata:
        said = _("the metadata do not say {asked}").format(asked=asked)
        yield Problem(Code.SHOP_METADATA, said, hint=_("export the file as {asked}").format(asked=asked))


def _pages(pdf: pikepdf.Pdf) -> Iterator[Problem]:
    if not len(pdf.pages):
        yield Problem(Code.SHOP_BOXES, _("the file has no pages"), hint=_("export the file anew"))
    sizes = {tuple(round(side, 1) for side in sides(page.mediabox) or ()) for page in pdf.pages}
    if len(sizes) > 1:
        yield Problem(Code.SHOP_BOXES, _("the pages differ in size"), hint=_("make a file for each size"))


def _intents(pdf: pikepdf.Pdf) -> set[str]:
    """For what the file's output intents are."""
    given = pdf.Root.get("/OutputIntents")
    each = list(given) if isinstance(given, pikepdf.Array) else []
    return {str(one.get("/S")) for one in each if isinstance(one, pikepdf.Dictionary)}


def _fonts_apart(pdf: pikepdf.Pdf) -> list[str]:
    """The fonts that are named and not embedded: the standard fourteen have no descriptor at all."""
    named = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary)]
    simple = [item for item in named if item.get("/Type") == "/Font" and item.get("/Subtype") not in _BUILT]
    bare = {str(font.get("/BaseFont", "/?"))[1:] for font in simple if not _embedded(font.get("/FontDescriptor", {}))}
    return sorted(bare)


_BUILT = ("/Type0", "/Type3")
"""Fonts whose letters stand elsewhere: in their descendant, or in the page's own operators."""


def _embedded(descriptor: Any) -> bool:
    return isinstance(descriptor, pikepdf.Dictionary) and any(key in descriptor for key in _EMBEDDED)
