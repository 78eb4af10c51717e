"""What poppler and Ghostscript make of files for print shops: boxes, fonts, ink, and one look for all."""

import re
import subprocess
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageMath, ImageStat

from kaartenspel.load.project import Project
from kaartenspel.outputs.png import render
from kaartenspel.press.build import build
from kaartenspel.press.request import BuildRequest

PROJECT = Project(Path(__file__).parent / "nowhere")
SHOPS = [name for name in PROJECT.names("layouts/shops") if PROJECT.shop(name).format != "pictures"]
DPI, SHARP = 100, 300
TILE = 8
"""Pixels: 2 mm at DPI."""
ALIKE = 56
"""The largest difference of a tile of two renderings, of 255: measured is 47 (four decks, seven shops, all pages)."""


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
    for file in made[1]:
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
    page = render(made[1][0], DPI)[0].convert("L")
    shifted = ImageChops.offset(page, round(1 / 25.4 * DPI), 0)
    assert difference(page, shifted) > ALIKE
    blotted = page.copy()
    dark = darkest(page)
    blotted.paste(ImageStat.Stat(page).median[0], dark)
    assert difference(page, blotted) > ALIKE
    assert difference(page, page) == 0


def darkest(page: Image.Image) -> tuple[int, int, int, int]:
    """Four tiles of a page, where its tones differ most: what a letter or a part of a picture takes."""
    places = [(x, y, x + 2 * TILE, y + 2 * TILE) for x in range(0, page.width - 2 * TILE, TILE)
              for y in range(0, page.height - 2 * TILE, TILE)]  # fmt: skip
    return max(places, key=lambda place: ImageStat.Stat(page.crop(place)).stddev[0])


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
    """The largest difference, of 255, of tiles of 2 mm, after tones were made alike: each program mixes inks anew."""
    other = other.resize(ours.size)
    one, two = ImageStat.Stat(ours), ImageStat.Stat(other)
    gain = one.stddev[0] / max(two.stddev[0], 1.0)
    even = other.point(lambda tone: max(0, min(255, round((tone - two.mean[0]) * gain + one.mean[0]))))
    size = (ours.width // TILE, ours.height // TILE)
    tiles = [picture.resize(size, Image.Resampling.BOX) for picture in (ours, even)]
    return ImageChops.difference(*tiles).getextrema()[1]


def codes(page: Image.Image) -> list[str]:
    """What stands in the QR codes of a page."""
    return sorted(
        code.text for code in zxingcpp.read_barcodes(page.convert("L"), formats=zxingcpp.BarcodeFormat.QRCode)
    )
