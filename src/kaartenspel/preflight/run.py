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
from kaartenspel.preflight.walk import SENSELESS, marks
from kaartenspel.preflight.whole import whole
from kaartenspel.problems import Code, Problem

BROKEN = (OSError, pikepdf.PdfError, pikepdf.PasswordError)
"""What is raised for a file that is no PDF, or one that stays closed."""


def preflight(data: bytes, name: str, shop: Shop) -> list[Problem]:
    """What a shop would send back, page by page."""
    with pikepdf.open(BytesIO(data)) as pdf:
        found = [_in(problem, name) for problem in (*whole(pdf, shop), *order(pdf, shop))]
        found += _pages(pdf, data, name, shop)
    return list(dict.fromkeys(found))


def _pages(pdf: pikepdf.Pdf, data: bytes, name: str, shop: Shop) -> Iterator[Problem]:
    inks, eyes = InkScan(), _Eyes(data)
    try:
        for number, page in enumerate(pdf.pages, 1):
            yield from (_at(problem, name, number) for problem in boxes(page.obj, shop))
            try:
                found = marks(page)
            except SENSELESS:
                said = _("what stands on the page is broken: it is not looked over")
                broken = Problem(Code.CANNOT_READ, said, hint=_("save or export the file anew"))
                yield _at(broken, name, number)
                continue
            problems = list(PageCheck(page.obj, shop, inks).problems(found))
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
        """A page by its number from nought: all of its paper, upright as its operators are."""
        import pypdfium2  # noqa: PLC0415  it costs 50 ms, and most files have no codes

        if self._opened is None:
            self._opened = pypdfium2.PdfDocument(self._data)
        page = self._opened[number]
        page.set_rotation(0)
        page.set_cropbox(*page.get_mediabox())
        return page

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
