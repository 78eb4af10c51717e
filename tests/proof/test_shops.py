"""What poppler and Ghostscript make of files for print shops: boxes, fonts, ink, and one look for all."""

import re
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageMath, ImageStat

from kaartenspel.load.project import Project
from kaartenspel.outputs.png import render
from kaartenspel.press.build import build
from kaartenspel.press.request import BuildRequest

PROJECT = Project(Path(__file__).parent / "nowhere")
SHOPS = [name for name in PROJECT.names("layouts/shops") if PROJECT.shop(name).format != "pictures"]
DPI = 100
ALIKE = 16.0
"""The mean difference of two renderings, of 255: measured are 7 (Ghostscript) and 13 (poppler)."""


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


def test_three_programs_render_alike(made, tmp_path):
    file = made[1][0]
    run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=png16m", "-dGraphicsAlphaBits=4", "-dTextAlphaBits=4",
        f"-r{DPI}", "-dLastPage=1", f"-sOutputFile={tmp_path / 'gs.png'}", file)  # fmt: skip
    run("pdftoppm", "-r", str(DPI), "-l", "1", "-singlefile", "-png", file, tmp_path / "poppler")
    ours = grey(render(file, DPI)[0])
    for name in ("gs", "poppler"):
        other = grey(Image.open(tmp_path / f"{name}.png")).resize(ours.size)
        assert ImageStat.Stat(ImageChops.difference(ours, other)).mean[0] < ALIKE, name


def grey(picture: Image.Image) -> Image.Image:
    return picture.convert("L")
