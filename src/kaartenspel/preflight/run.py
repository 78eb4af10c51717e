"""Whether a PDF is fit for a print shop. No standard is certified here: what is wrong is told, no more."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf

from kaartenspel.messages import _
from kaartenspel.model.shop import Shop
from kaartenspel.preflight.ink import InkScan
from kaartenspel.preflight.order import order
from kaartenspel.preflight.page import PageCheck, boxes
from kaartenspel.preflight.symbols import is_symbol, symbols
from kaartenspel.preflight.walk import marks
from kaartenspel.problems import Code, Problem

BROKEN = (OSError, pikepdf.PdfError, pikepdf.PasswordError)
"""What is raised for a file that is no PDF, or one that stays closed."""
_EMBEDDED = ("/FontFile", "/FontFile2", "/FontFile3")


def preflight(data: bytes, name: str, shop: Shop) -> list[Problem]:
    """What a shop would send back, page by page."""
    with pikepdf.open(BytesIO(data)) as pdf:
        found = [*_file(pdf, shop), *order(pdf, shop)]
        sizes = {tuple(round(float(side), 1) for side in page.mediabox) for page in pdf.pages}
        if len(sizes) > 1:
            found.append(Problem(Code.SHOP_BOXES, _("the pages differ in size"), hint=_("make a file for each size")))
        found = [_in(problem, name) for problem in found]
        found += _pages(pdf, data, name, shop)
    return list(dict.fromkeys(found))


def _pages(pdf: pikepdf.Pdf, data: bytes, name: str, shop: Shop) -> Iterator[Problem]:
    inks, eyes = InkScan(), _Eyes(data)
    try:
        for number, page in enumerate(pdf.pages, 1):
            found = marks(page)
            problems = [*boxes(page.obj, shop), *PageCheck(page.obj, shop, inks).problems(found)]
            if any(mark.sort == "picture" or is_symbol(mark) for mark in found):
                problems += symbols(found, eyes.page(number - 1), shop)
            yield from (_at(problem, name, number) for problem in problems)
    finally:
        eyes.close()


class _Eyes:
    """The file as pdfium renders it, opened for the first page that must be looked at."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._opened: Any = None

    def page(self, number: int) -> Any:
        """A page by its number from nought."""
        import pypdfium2  # noqa: PLC0415  it costs 50 ms, and most files have no codes

        if self._opened is None:
            self._opened = pypdfium2.PdfDocument(self._data)
        return self._opened[number]

    def close(self) -> None:
        """Pdfium's own memory is given back."""
        if self._opened is not None:
            self._opened.close()


def _in(problem: Problem, name: str) -> Problem:
    said = _("{file}: {said}").format(file=name, said=problem.message)
    return Problem(problem.code, said, None, problem.hint, problem.warning)


def _at(problem: Problem, name: str, page: int) -> Problem:
    said = _("{file}, page {page}: {said}").format(file=name, page=page, said=problem.message)
    return Problem(problem.code, said, None, problem.hint, problem.warning)


def _file(pdf: pikepdf.Pdf, shop: Shop) -> Iterator[Problem]:
    """What holds for the whole file: fonts, output intent, metadata."""
    for font in _fonts_apart(pdf):
        said = _("the font {font} is not in the file").format(font=font)
        yield Problem(Code.SHOP_FONTS, said, hint=_("embed all fonts, or turn text into outlines"))
    if not any(intent.get("/S") == "/GTS_PDFX" for intent in pdf.Root.get("/OutputIntents", [])):
        said = _("the file does not say for which press it is (output intent)")
        yield Problem(Code.SHOP_INTENT, said, hint=_("asked is {condition}").format(condition=shop.condition))
    asked = {"pdf/x-4": "PDF/X-4", "pdf/x-1a": "PDF/X-1a:2003"}.get(shop.format, "")
    metadata = pdf.Root.Metadata.read_bytes().decode("utf-8", "replace") if "/Metadata" in pdf.Root else ""
    if f"GTS_PDFXVersion>{asked}<" not in metadata:
        said = _("the metadata do not say {asked}").format(asked=asked)
        yield Problem(Code.SHOP_METADATA, said, hint=_("export the file as {asked}").format(asked=asked))


def _fonts_apart(pdf: pikepdf.Pdf) -> list[str]:
    """The fonts that are named and not embedded: the standard fourteen have no descriptor at all."""
    named = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary)]
    simple = [item for item in named if item.get("/Type") == "/Font" and item.get("/Subtype") not in _BUILT]
    bare = {str(font.BaseFont)[1:] for font in simple if not _embedded(font.get("/FontDescriptor", {}))}
    return sorted(bare)


_BUILT = ("/Type0", "/Type3")
"""Fonts whose letters stand elsewhere: in their descendant, or in the page's own operators."""


def _embedded(descriptor: Any) -> bool:
    return any(key in descriptor for key in _EMBEDDED)
