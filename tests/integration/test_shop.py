"""Files for print shops: nothing but inks, boxes with bleed, the same bytes each time; and preflight sees faults."""

from pathlib import Path

import pikepdf
import pytest

from kaartenspel.load.project import Project
from kaartenspel.preflight.run import preflight
from kaartenspel.press.build import build
from kaartenspel.press.request import BuildRequest

SHOPS = ("generic", "meinspiel", "drivethrucards", "mb-print", "printsimple", "printsimple-rush", "flyeralarm")


def made(folder: Path, shop: str, deck: str = "stellingenspel") -> list[Path]:
    request = BuildRequest(decks=(deck,), shop=shop, cards=("cultuur-*",), output=folder / "out")
    ((result,), _warnings) = build(request, folder)
    return list(result.files)


@pytest.mark.parametrize("shop", SHOPS)
def test_only_inks_and_the_same_bytes(tmp_path, shop):
    before = [path.read_bytes() for path in made(tmp_path, shop)]
    files = made(tmp_path, shop)
    assert [path.read_bytes() for path in files] == before
    for file in files:
        with pikepdf.open(file) as pdf:
            used = {str(op) for page in pdf.pages for _given, op in pikepdf.parse_content_stream(page)}
        assert not used & {"rg", "RG", "g", "G", "cs", "CS"}


def fault(data: bytes, change) -> bytes:
    from io import BytesIO

    target = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(target)
    return target.getvalue()


def add(pdf: pikepdf.Pdf, operators: bytes) -> None:
    pdf.pages[0].contents_add(b"q " + operators + b" Q")


def bleed_of(pdf: pikepdf.Pdf, points: float) -> None:
    trim = [float(side) for side in pdf.pages[0].obj.TrimBox]
    pdf.pages[0].obj.BleedBox = pikepdf.Array([trim[0] - points, trim[1] - points, trim[2] + points, trim[3] + points])


def intent_gone(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


FAULTS = {
    "rgb": (lambda pdf: add(pdf, b"1 0 0 rg 50 50 9 9 re f"), "shop-colour"),
    "ink": (lambda pdf: add(pdf, b"1 1 1 0.4 k 50 50 9 9 re f"), "shop-ink"),
    "hairline": (lambda pdf: add(pdf, b"0 0 0 1 K 0.1 w 50 50 m 90 50 l S"), "shop-line"),
    "no bleed": (lambda pdf: bleed_of(pdf, 0), "shop-bleed"),
    "2 mm": (lambda pdf: bleed_of(pdf, 2 * 72 / 25.4), "shop-bleed"),
    "intent": (intent_gone, "shop-intent"),
    "type": (lambda pdf: add(pdf, b"BT /F1+0 4 Tf 50 50 Td (\\001) Tj ET"), "shop-type"),
    "cut": (lambda pdf: add(pdf, b"BT /F1+0 9 Tf 11.3 90 Td (\\001) Tj ET"), "shop-safe"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_found(tmp_path, name):
    shop = Project(tmp_path).shop("generic")
    (file,) = made(tmp_path, "generic")
    change, code = FAULTS[name]
    assert preflight(file.read_bytes(), "x.pdf", shop) == []
    assert {str(problem.code) for problem in preflight(fault(file.read_bytes(), change), "x.pdf", shop)} == {code}
