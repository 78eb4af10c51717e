"""Whether a PDF is fit for a print shop. No standard is certified here: what is wrong is told, no more."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf

from kaartenspel.messages import _
from kaartenspel.model.shop import Shop
from kaartenspel.preflight.walk import MILLIMETRES, Mark, marks
from kaartenspel.problems import Code, Problem

BROKEN = (OSError, pikepdf.PdfError, pikepdf.PasswordError)
"""What is raised for a file that is no PDF, or one that stays closed."""
NEAR = 0.05
"""What rounding may make of a length, in mm."""


def preflight(data: bytes, name: str, shop: Shop) -> list[Problem]:
    """What a shop would send back, page by page."""
    with pikepdf.open(BytesIO(data)) as pdf:
        found = [*_file(pdf, shop)]
        sizes = {tuple(round(float(side), 1) for side in page.mediabox) for page in pdf.pages}
        if len(sizes) > 1:
            found.append(Problem(Code.SHOP_BOXES, _("the pages differ in size"), hint=_("make a file for each size")))
        for number, page in enumerate(pdf.pages, 1):
            found += [_at(problem, name, number) for problem in _page(page, shop)]
    return list(dict.fromkeys(found))


def _at(problem: Problem, name: str, page: int) -> Problem:
    said = _("{file}, page {page}: {said}").format(file=name, page=page, said=problem.message)
    return Problem(problem.code, said, None, problem.hint, problem.warning)


def _file(pdf: pikepdf.Pdf, shop: Shop) -> Iterator[Problem]:
    """What holds for the whole file: fonts, output intent, metadata."""
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
            embedded = any(key in item for key in ("/FontFile", "/FontFile2", "/FontFile3"))
            said = _("the font {font} is not in the file").format(font=str(item.FontName)[1:])
            problem = Problem(Code.SHOP_FONTS, said, hint=_("embed all fonts, or turn text into outlines"))
            yield from () if embedded else (problem,)
    if not any(intent.get("/S") == "/GTS_PDFX" for intent in pdf.Root.get("/OutputIntents", [])):
        said = _("the file does not say for which press it is (output intent)")
        yield Problem(Code.SHOP_INTENT, said, hint=_("asked is {condition}").format(condition=shop.condition))
    asked = {"pdf/x-4": "PDF/X-4", "pdf/x-1a": "PDF/X-1a:2003"}.get(shop.format, "")
    metadata = pdf.Root.Metadata.read_bytes().decode("utf-8", "replace") if "/Metadata" in pdf.Root else ""
    if f"GTS_PDFXVersion>{asked}<" not in metadata:
        said = _("the metadata do not say {asked}").format(asked=asked)
        yield Problem(Code.SHOP_METADATA, said, hint=_("export the file as {asked}").format(asked=asked))


def _page(page: pikepdf.Page, shop: Shop) -> Iterator[Problem]:
    yield from _boxes(page.obj, shop)
    for mark in marks(page):
        yield from _mark(mark, page.obj, shop)


def _boxes(page: Any, shop: Shop) -> Iterator[Problem]:
    """TrimBox there, and enough bleed around it."""
    if "/TrimBox" not in page:
        yield Problem(Code.SHOP_BOXES, _("there is no TrimBox"), hint=_("set the size of the cut card as TrimBox"))
        return
    trim = [float(side) for side in page.TrimBox]
    bleed = [float(side) for side in page.get("/BleedBox", page.TrimBox)]
    least = min(abs(one - other) for one, other in zip(trim, bleed, strict=True)) * MILLIMETRES
    if least < shop.bleed - NEAR:
        said = _("{found} mm of bleed; asked is {asked} mm").format(found=f"{least:.1f}", asked=f"{shop.bleed:g}")
        yield Problem(Code.SHOP_BLEED, said, hint=_("let colour run over the cut on all four sides"))


def _mark(mark: Mark, page: Any, shop: Shop) -> Iterator[Problem]:
    """What is wrong with one thing painted."""
    where = _("at {x}, {y} mm").format(x=f"{mark.box[0]:.1f}", y=f"{mark.box[1]:.1f}")
    if mark.space in ("rgb", "other"):
        yield Problem(Code.SHOP_COLOUR, _("{where}: a colour that is not CMYK").format(where=where),
                      hint=_("convert all colours to CMYK"))  # fmt: skip
    if mark.ink > shop.ink + 0.5:
        said = _("{where}: {found} % ink; asked is at most {asked} %")
        yield Problem(Code.SHOP_INK, said.format(where=where, found=f"{mark.ink:.0f}", asked=shop.ink),
                      hint=_("choose a colour of fewer inks"))  # fmt: skip
    if mark.sort == "text" and mark.size < shop.smallest_type - 0.01:
        said = _("{where}: type of {found} pt; asked is at least {asked} pt")
        yield Problem(Code.SHOP_TYPE, said.format(where=where, found=f"{mark.size:.1f}", asked=f"{shop.smallest_type:g}"),  # noqa: E501
                      hint=_("make the text larger"))  # fmt: skip
    if mark.sort == "stroke" and mark.size < shop.smallest_line - 0.01:
        said = _("{where}: a line of {found} pt; asked is at least {asked} pt")
        yield Problem(Code.SHOP_LINE, said.format(where=where, found=f"{mark.size:.2f}", asked=f"{shop.smallest_line:g}"),  # noqa: E501
                      hint=_("make the line thicker"))  # fmt: skip
    if mark.sort == "text" and "/TrimBox" in page:
        yield from _safe(mark, page, shop, where)
    if mark.sort == "picture":
        yield from _picture(mark, shop, where)


def _safe(mark: Mark, page: Any, shop: Shop, where: str) -> Iterator[Problem]:
    """Text that begins nearer to the cut than the safe margin."""
    left, low, right, high = (float(side) * MILLIMETRES for side in page.TrimBox)
    top = float(page.MediaBox[3]) * MILLIMETRES
    x, y = mark.box[0], top - mark.box[1]
    least = min(x - left, right - x, y - low, high - y)
    if least < shop.safe - NEAR:
        said = _("{where}: text at {found} mm from the cut; asked is {asked} mm")
        yield Problem(Code.SHOP_SAFE, said.format(where=where, found=f"{least:.1f}", asked=f"{shop.safe:g}"),
                      hint=_("move it inwards"))  # fmt: skip


def _picture(mark: Mark, shop: Shop, where: str) -> Iterator[Problem]:
    width = mark.box[2] - mark.box[0]
    dpi = mark.columns / width * 25.4 if width else 0.0
    if dpi < shop.resolution * 0.8:
        said = _("{where}: a picture of {found} dpi; asked is {asked} dpi")
        yield Problem(Code.SHOP_PICTURE, said.format(where=where, found=f"{dpi:.0f}", asked=shop.resolution),
                      hint=_("take a picture with more pixels"), warning=dpi >= 150)  # fmt: skip
    if "/SMask" in mark.picture and shop.opaque:
        said = _("{where}: a transparent picture, and this shop takes none").format(where=where)
        yield Problem(Code.SHOP_TRANSPARENCY, said, hint=_("flatten transparency"))
