"""The ink of a build in figures: against areas that are reckoned, and against a count of our own."""

import json
from math import pi

import pypdfium2
import pytest

from kaartenspel.cli import main
from kaartenspel.drawing import Document, Drawing, Placed, Rect, Sheet, disc, rectangle
from kaartenspel.outputs.coverage import page_inks
from kaartenspel.outputs.fonts import Faces
from kaartenspel.outputs.pdf import write_pdf

TEAL, TEAL_INKS = "#0f6e78", (75, 0, 25, 55)
INKS = {"#1d2433": 100, "#3d4557": 100, "#9aa1b0": 45, TEAL: 155, "#ffffff": 0, "#000000": 100}
"""The colours of the standard theme on the statements, and what the theme says of their inks."""


def page(*items):
    drawing = Drawing(210, 297, items)
    return Sheet(210, 297, (Placed(drawing, 0, 0),))


def test_known_areas_give_their_share_of_the_paper(tmp_path):
    half, quarter, circle = Rect(0, 0, 105, 297), Rect(0, 0, 105, 148.5), disc(105, 148.5, 50, TEAL)
    tint = "#87b6bb"  # the teal mixed half and half with white
    pages = (
        page(rectangle(half, TEAL)), page(circle), page(rectangle(half, TEAL), rectangle(quarter, "#ffffff")),
        page(rectangle(quarter, tint)), page(rectangle(half, "#00ff00")),
    )  # fmt: skip
    path = tmp_path / "pages.pdf"
    with path.open("wb") as target:
        write_pdf(Document("Proef", "nl", pages), Faces(), target)
    found = page_inks(path, {TEAL: TEAL_INKS})
    parts = (1 / 2, pi * 50**2 / (210 * 297), 1 / 4, 1 / 8)
    for inks, part in zip(found, parts, strict=False):
        assert inks == pytest.approx([part * ink for ink in TEAL_INKS], rel=0.006)
    assert found[4] == pytest.approx((50, 0, 50, 0), rel=0.006)  # green that nobody set by hand: cyan and yellow


def counted(path):
    """The ink of each page by another way: every pixel, at 250 dpi, is the colour of the theme that it is nearest."""
    shares = []
    for one in pypdfium2.PdfDocument(path):
        picture = one.render(scale=250 / 72).to_pil().convert("RGB").quantize(palette=palette(), dither=0)
        amounts = picture.histogram()
        inks = list(INKS.values()) + [0] * (len(amounts) - len(INKS))
        shares.append(sum(map(float.__mul__, map(float, amounts), map(float, inks))) / sum(amounts))
    return shares


def palette():
    from PIL import Image

    image = Image.new("P", (1, 1))
    colours = [int(colour[place : place + 2], 16) for colour in INKS for place in (1, 3, 5)]
    image.putpalette(colours + [255] * (768 - len(colours)))
    return image


def built(capsys, folder, *options):
    asked = ["build", "stellingenspel", "--cards", "cultuur-*", "--output", str(folder), "--ink", "--format", "json"]
    assert main([*asked, *options]) == 0
    (result,) = json.loads(capsys.readouterr().out)["results"]
    return result


def test_a_build_tells_what_a_count_of_all_pixels_tells(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    full, spare = built(capsys, tmp_path), built(capsys, tmp_path, "--theme", "low-ink")
    front, back = counted(full["file"])[:2]
    assert full["ink"]["front"] == pytest.approx(front, rel=0.04)
    assert full["ink"]["back"] == pytest.approx(back, rel=0.04)
    assert full["ink"]["average"] == pytest.approx((front + back) / 2, rel=0.04)
    assert sum(full["ink"][ink] for ink in ("cyan", "magenta", "yellow", "black")) == pytest.approx(
        full["ink"]["average"], abs=0.2
    )
    assert spare["ink"]["back"] < full["ink"]["back"] / 10
    assert spare["ink"]["front"] < full["ink"]["front"]
    assert built(capsys, tmp_path)["ink"] == full["ink"]


def test_one_sided_paper_has_no_ink_of_backs(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    ink = built(capsys, tmp_path, "--duplex", "none")["ink"]
    assert (ink["back"], ink["average"]) == (None, ink["front"])


@pytest.mark.parametrize("options", [["--size", "slide"], ["--shop", "generic"]])
def test_ink_is_refused_where_no_sheets_are_made(tmp_path, monkeypatch, capsys, options):
    monkeypatch.chdir(tmp_path)
    assert main(["build", "stellingenspel", "--ink", *options]) == 2
    assert "--ink" in capsys.readouterr().err
    assert not (tmp_path / "output").exists()
