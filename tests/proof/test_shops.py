"""What poppler and Ghostscript make of files for print shops: boxes, fonts, ink, and one look for all."""

import re
import subprocess
from bisect import bisect_left
from collections.abc import Sequence
from io import BytesIO
from itertools import accumulate
from pathlib import Path

import pikepdf
import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageFilter, ImageMath

from kaartenspel.load.project import Project
from kaartenspel.outputs.png import render
from kaartenspel.press.build import build
from kaartenspel.press.request import BuildRequest

PROJECT = Project(Path(__file__).parent / "nowhere")
SHOPS = [name for name in PROJECT.names("layouts/shops") if PROJECT.shop(name).format != "pictures"]
DECKS = ("stellingenspel", "feedbacktips", "fasekaarten", "werkvormen")
DPI, SHARP = 150, 300
TILE = 12
"""Pixels: 2 mm at DPI."""
TONE = 32
"""What a tone may differ, of 255: each program mixes inks anew."""
ALIKE = 26
"""The largest difference of a tile of two renderings, of 255. Measured is 23, over all pages of four decks for four
shops; letters moved by half a millimetre give 28 and more, and the first letter of a text that is gone 29 and more."""


@pytest.fixture(scope="module", params=SHOPS)
def made(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp(request.param)
    wanted = BuildRequest(decks=("stellingenspel",), shop=request.param, cards=("cultuur-*",), output=folder)
    ((result,), _warnings) = build(wanted, folder)
    return PROJECT.shop(request.param), result.files


def run(*command: str | Path) -> str:
    done = subprocess.run([str(part) for part in command], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout


def test_poppler_sees_the_boxes(made):
    shop, files = made
    for file in files:
        said = run("pdfinfo", "-box", file)
        trim, bleed = (
            [float(side) for side in re.findall(r"[\d.]+", re.search(rf"{name}: (.*)", said)[1])]
            for name in ("TrimBox", "BleedBox")
        )
        gaps = [abs(one - other) * 25.4 / 72 for one, other in zip(trim, bleed, strict=True)]
        assert gaps == pytest.approx([shop.bleed] * 4, abs=0.02)


def test_poppler_sees_embedded_fonts_or_none(made):
    shop, files = made
    for file in files:
        lines = run("pdffonts", file).splitlines()[2:]
        assert bool(lines) == (shop.text == "fonts")
        assert all(re.search(r" yes +yes +yes ", line) for line in lines)


def test_ghostscript_finds_no_more_ink_than_the_shop_takes(made, tmp_path):
    shop, files = made
    for number, file in enumerate(files):
        pages = tmp_path / f"{number}-%03d.tif"
        run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiff32nc", f"-r{DPI}", f"-sOutputFile={pages}", file)
        for page in sorted(tmp_path.glob(f"{number}-*.tif")):
            assert most_ink(Image.open(page)) <= shop.ink + 2


def most_ink(picture: Image.Image) -> float:
    assert picture.mode == "CMYK"
    bands = dict(zip("cmyk", picture.split(), strict=True))
    total = ImageMath.lambda_eval(lambda given: sum((given["int"](given[name]) for name in "cmyk"), 0), **bands)
    return total.getextrema()[1] / 2.55


def test_too_much_ink_is_seen():
    assert most_ink(Image.new("CMYK", (2, 2), (255, 255, 255, 102))) == pytest.approx(340)


def test_ghostscript_counts_inks(made):
    for file in made[1]:
        lines = run("gs", "-q", "-o", "-", "-sDEVICE=inkcov", file).splitlines()
        assert lines
        assert all("CMYK OK" in line for line in lines)


def test_four_programs_render_every_page_alike(made, tmp_path):
    compare(made[1], tmp_path)


@pytest.mark.full
@pytest.mark.parametrize("deck", DECKS)
@pytest.mark.parametrize("shop", SHOPS)
def test_four_programs_render_every_page_of_whole_decks_alike(tmp_path, shop, deck):
    ((result,), _warnings) = build(BuildRequest(decks=(deck,), shop=shop, output=tmp_path / "out"), tmp_path)
    compare(result.files, tmp_path)


def compare(files: Sequence[Path], tmp_path: Path) -> None:
    for file in files:
        ours = [page.convert("L") for page in render(file, DPI)]
        for name, pages in drawn(file, DPI, tmp_path).items():
            assert len(pages) == len(ours), name
            found = [difference(one, Image.open(page).convert("L")) for one, page in zip(ours, pages, strict=True)]
            assert max(found) < ALIKE, f"{name}, {file.name}, page {found.index(max(found)) + 1}"


def test_every_code_is_read_from_what_other_programs_draw(made, tmp_path):
    for file in made[1]:
        here = [codes(page) for page in render(file, SHARP)]
        for name, pages in drawn(file, SHARP, tmp_path).items():
            assert [codes(Image.open(page)) for page in pages] == here, name
    assert any(codes(page) for file in made[1] for page in render(file, SHARP))


def test_what_is_missing_or_shifted_is_seen(made):
    file = made[1][0]
    page = render(file, DPI)[0].convert("L")
    assert difference(page, page) == 0
    assert difference(page, ImageChops.offset(page, round(0.5 / 25.4 * DPI), 0)) > ALIKE
    first = render(without_a_shape(file), DPI)[0].convert("L")
    assert difference(page, first) > ALIKE


def without_a_shape(file: Path) -> bytes:
    """The file without the first text of its first page, or without the first letters as shapes."""
    target = BytesIO()
    with pikepdf.open(file) as pdf:
        page = pdf.pages[0]
        steps = list(pikepdf.parse_content_stream(page))
        shown = [place for place, step in enumerate(steps) if str(step.operator) in ("Tj", "TJ")]
        curves = [place for place, step in enumerate(steps) if str(step.operator) == "c"]
        # A path of curves is painted by the first f or f* after it: without that it leaves nothing.
        first = shown[0] if shown else next(
            place for place in range(curves[0], len(steps)) if str(steps[place].operator) in ("f", "f*")
        )  # fmt: skip
        steps[first] = pikepdf.ContentStreamInstruction([], pikepdf.Operator("n" if not shown else "BX"))
        page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(steps))
        pdf.save(target)
    return target.getvalue()


def drawn(file: Path, dpi: int, folder: Path) -> dict[str, list[Path]]:
    """Every page as other programs draw it."""
    for old in folder.glob("*.png"):
        old.unlink()
    run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=png16m", "-dGraphicsAlphaBits=4", "-dTextAlphaBits=4",
        f"-r{dpi}", f"-sOutputFile={folder / 'gs-%04d.png'}", file)  # fmt: skip
    run("pdftoppm", "-r", str(dpi), "-png", file, folder / "poppler")
    run("mutool", "draw", "-q", "-r", str(dpi), "-o", folder / "mupdf-%04d.png", file)
    return {name: sorted(folder.glob(f"{name}-*.png")) for name in ("gs", "poppler", "mupdf")}


def difference(ours: Image.Image, other: Image.Image) -> int:
    """The largest difference, of 255, of tiles of 2 mm, beside what edges and tones may differ."""
    even = other.resize(ours.size).point(tones(ours, other))
    size = (ours.width // TILE, ours.height // TILE)
    tiles = [beyond(*pair).resize(size, Image.Resampling.BOX) for pair in ((ours, even), (even, ours))]
    return ImageChops.lighter(*tiles).getextrema()[1]


def beyond(one: Image.Image, other: Image.Image) -> Image.Image:
    """How far each pixel lies outside what one picture has within a pixel of it."""
    low, high = one.filter(ImageFilter.MinFilter(3)), one.filter(ImageFilter.MaxFilter(3))
    over = ImageChops.add(ImageChops.subtract(low, other), ImageChops.subtract(other, high))
    return over.point(lambda tone: max(0, tone - TONE))


def tones(ours: Image.Image, other: Image.Image) -> list[int]:
    """For each tone of another picture the one of ours that is darker than as large a part of the page."""
    sums = list(accumulate(ours.histogram()))
    share = sums[-1] / (other.width * other.height)
    each = other.histogram()
    middles = [(end - count / 2) * share for end, count in zip(accumulate(each), each, strict=True)]
    return [min(255, bisect_left(sums, middle)) for middle in middles]


def codes(page: Image.Image) -> list[str]:
    """What stands in the QR codes of a page."""
    return sorted(
        code.text for code in zxingcpp.read_barcodes(page.convert("L"), formats=zxingcpp.BarcodeFormat.QRCode)
    )
