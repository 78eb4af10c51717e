"""A logo in RGB pixels on their way to a print shop: all that is left is ink."""

import pikepdf
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


def images(pdf: pikepdf.Pdf) -> list[pikepdf.Stream]:
    return [item for item in pdf.objects if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"]
