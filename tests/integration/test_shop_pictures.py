"""A logo and pictures in RGB pixels on their way to a print shop: all that is left is ink."""

import pikepdf
import pytest
from PIL import Image

from kaartenspel.outputs.profile import Profile
from kaartenspel.preflight.walk import marks
from kaartenspel.press.build import build
from kaartenspel.press.request import BuildRequest


def test_a_logo_and_its_deck_hold_inks_only(tmp_path):
    folder = tmp_path / "editions" / "school"
    folder.mkdir(parents=True)
    Image.new("RGB", (900, 900), (200, 30, 60)).save(folder / "logo.png")
    (folder / "edition.yaml").write_text(
        "edition: school\nname: School\nlogo: logo.png\ncolours: ['#005f86']\n", encoding="utf-8"
    )
    request = BuildRequest(
        decks=("stellingenspel",), shop="generic", cards=("cultuur-*",), edition=folder, output=tmp_path / "out"
    )
    ((result,), _warnings) = build(request, tmp_path)
    asked = Profile().picture(Image.new("RGB", (1, 1), (200, 30, 60)), 300).getpixel((0, 0))
    pictures = 0
    for path in result.files:
        with pikepdf.open(path) as pdf:
            spaces = {mark.colour.space for page in pdf.pages for mark in marks(page)}
            assert spaces == {"cmyk"}
            for item in images(pdf):
                pictures += 1
                inked = pikepdf.PdfImage(item).as_pil_image()
                assert inked.mode == "CMYK"
                assert inked.getpixel((inked.width // 2, inked.height // 2)) == asked
    assert pictures


KIND = """\
kind: beeld
title: Beeldkaart
extends: statement
fields:
  text: {type: rich, label: Tekst}
  picture: {type: picture, label: Plaatje}
front:
  regions:
    - {region: band, name: band}
    - {region: text, name: text, field: text, style: read-aloud}
    - {region: picture, name: picture, field: picture, height: 30 mm}
    - {region: foot, name: foot}
"""
RED, DARK, HALF = (200, 30, 60), (4, 20, 8), (200, 30, 60, 128)


@pytest.mark.parametrize("shop", ["generic", "drivethrucards"])
def test_pictures_of_a_deck_go_through_the_profile_within_the_limit_of_ink(tmp_path, shop):
    put = {"rood.png": RED, "donker.jpg": DARK, "half.png": HALF, "grijs.png": 90}
    (tmp_path / "decks").mkdir()
    for name, colour in put.items():
        mode = "L" if colour == 90 else "RGBA" if colour == HALF else "RGB"
        Image.new(mode, (600, 600), colour).save(tmp_path / "decks" / name)
    (tmp_path / "layouts" / "kinds").mkdir(parents=True)
    (tmp_path / "layouts" / "kinds" / "beeld.yaml").write_text(KIND, encoding="utf-8")
    cards = "".join(f"  - {{id: k{number}, text: Kaart, picture: {name}}}\n" for number, name in enumerate(put))
    deck = f"deck: spel\ntitle: Spel\nkind: beeld\ncards:\n{cards}"
    (tmp_path / "decks" / "spel.yaml").write_text(deck, encoding="utf-8")

    request = BuildRequest(decks=("spel",), shop=shop, output=tmp_path / "out")
    ((result,), _warnings) = build(request, tmp_path)
    with pikepdf.open(result.files[0]) as pdf:
        found = [mark for page in pdf.pages for mark in marks(page)]
        assert {mark.colour.space for mark in found} <= {"cmyk", "gray"}
        shown = [mark.picture for mark in found if mark.sort == "picture"]
        pixels = [middle(item) for item in shown]
        masked = ["/SMask" in item for item in shown]
    limit = 240 if shop == "drivethrucards" else 300
    profile = Profile()
    red, dark = (profile.picture(Image.new("RGB", (1, 1), colour), limit).getpixel((0, 0)) for colour in (RED, DARK))
    assert pixels[0] == red
    assert pixels[1] == pytest.approx(dark, abs=4)
    assert max(sum(inks) for inks in pixels) <= limit * 2.55 + 4
    assert masked == [False, False, shop == "generic", False]
    assert pixels[3] == (0, 0, 0, 255 - 90)


def middle(item: pikepdf.Stream) -> tuple[int, ...]:
    picture = pikepdf.PdfImage(item).as_pil_image(apply_mask=False)
    if picture.mode == "L":
        picture = Profile().picture(picture, 300)
    return picture.getpixel((picture.width // 2, picture.height // 2))


def images(pdf: pikepdf.Pdf) -> list[pikepdf.Stream]:
    return [item for item in pdf.objects if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"]
