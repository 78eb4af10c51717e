"""Pictures in the PDF: in their place and colours, over what lies under them, once however often they are drawn."""

import pytest
from pictures.drawings import LOGO
from pictures.samples import as_the_camera_saw, exif, photo, put, quarters, saved
from pikepdf import Stream
from PIL import Image

from kaartenspel.drawing import Drawing, Path, Picture, Pixels, Placed, Raster, Rect, Segment, Sheet, rectangle
from kaartenspel.outputs.dump import dump
from kaartenspel.outputs.placing import bounds
from kaartenspel.pictures.fit import fit
from kaartenspel.pictures.load import load_picture

FOUR = bytes([255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255])
DPI = 127
"""Five dots a millimetre."""


def four(key="k", alpha=None):
    return Raster(key, 2, 2, lambda *_size: Pixels(2, 2, 3, FOUR, alpha=alpha))


def sheet(*drawings, width=60, height=40):
    return Sheet(width, height, tuple(Placed(drawing, 0, 0) for drawing in drawings))


def drawing(*items, width=60, height=40):
    return Drawing(width, height, items)


def colours(image, *places):
    return [image.getpixel((round(x * DPI / 25.4), round(y * DPI / 25.4))) for x, y in places]


def images(finished):
    """The pictures of the file, without soft masks."""
    found = [item for item in finished.pike.objects if isinstance(item, Stream) and item.get("/Subtype") == "/Image"]
    masks = [item.SMask.objgen for item in found if "/SMask" in item]
    return [item for item in found if item.objgen not in masks]


@pytest.fixture
def load(tmp_path):
    def make(name, data):
        put(tmp_path, name, data)
        loaded, problems = load_picture(tmp_path, name, None)
        assert problems == []
        return loaded

    return make


def test_a_picture_stands_upright_in_its_box(finish):
    page = finish(sheet(drawing(Picture(10, 5, 20, 30, 2, 2, four())))).picture(0, DPI)
    inside = colours(page, (12, 7), (28, 7), (12, 33), (28, 33))
    assert inside == [(255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)]
    assert set(colours(page, (9, 7), (31, 7), (12, 4), (12, 36))) == {(255, 255, 255)}


def test_opacity_shows_the_ground(finish):
    ground = rectangle(Rect(0, 0, 60, 40), "#808080")
    picture = Picture(10, 5, 20, 30, 2, 2, four(alpha=bytes([255, 0, 128, 255])))
    page = finish(sheet(drawing(ground, picture))).picture(0, DPI)
    full, none, half = colours(page, (12, 7), (28, 7), (12, 33))
    assert (full, none) == ((255, 0, 0), (128, 128, 128))
    assert all(abs(got - wanted) <= 2 for got, wanted in zip(half, (64, 64, 192), strict=True))


def test_one_picture_is_embedded_once_as_large_as_it_is_ever_needed(finish, load):
    data = saved(photo(300, 200), "PNG")
    small = fit(load("a.png", data), Rect(0, 0, 10, 10))
    large = fit(load("b.png", data), Rect(20, 0, 20, 20))
    other = fit(load("c.png", saved(photo(300, 200, seed=2), "PNG")), Rect(40, 0, 20, 20))
    finished = finish(sheet(drawing(*small, *large, *small)), sheet(drawing(*large, *other)))
    assert sorted((int(image.Width), int(image.Height)) for image in images(finished)) == [(236, 157), (236, 157)]
    assert finished.structure_problems() == []


def test_pictures_in_a_form_are_found(finish, load):
    back = drawing(*fit(load("a.png", saved(quarters(), "PNG")), Rect(10, 5, 40, 30)))
    finished = finish(sheet(back), sheet(back))
    assert len(images(finished)) == 1
    assert colours(finished.picture(1, DPI), (12, 7), (48, 7)) == [(255, 0, 0), (0, 255, 0)]


def test_grey_is_grey_and_a_jpeg_stays_one(finish, load):
    grey = fit(load("a.png", saved(photo(30, 20, "L"), "PNG")), Rect(0, 0, 20, 20))
    colour = fit(load("b.jpg", saved(photo(30, 20), "JPEG")), Rect(20, 0, 20, 20))
    finished = finish(sheet(drawing(*grey, *colour)))
    assert sorted((str(image.ColorSpace), str(image.Filter)) for image in images(finished)) == [
        ("/DeviceGray", "/FlateDecode"),
        ("/DeviceRGB", "/DCTDecode"),
    ]


def test_a_photo_of_a_turned_camera_stands_upright_and_tells_nothing(finish, load):
    turned = saved(as_the_camera_saw(quarters(800, 600), 6), "JPEG", quality=95, exif=exif(6))
    finished = finish(sheet(drawing(*fit(load("a.jpg", turned), Rect(10, 5, 40, 30)))))
    seen = colours(finished.picture(0, DPI), (12, 7), (48, 7), (12, 33), (48, 33))
    wanted = [(254, 0, 0), (0, 255, 1), (0, 0, 254), (255, 255, 255)]
    assert all(abs(a - b) < 8 for one, two in zip(seen, wanted, strict=True) for a, b in zip(one, two, strict=True))
    (image,) = images(finished)
    assert b"GEHEIM" in turned
    assert b"GEHEIM" not in image.read_raw_bytes()


def test_a_cmyk_jpeg_has_the_colours_of_its_inks(finish, load):
    inks = saved(Image.new("CMYK", (64, 64), (0, 200, 230, 20)), "JPEG", quality=100)
    page = finish(sheet(drawing(*fit(load("a.jpg", inks), Rect(10, 5, 30, 30))))).picture(0, DPI)
    (seen,) = colours(page, (20, 20))
    assert all(abs(a - b) <= 4 for a, b in zip(seen, (235, 51, 23), strict=True))


def test_a_logo_of_outlines_is_drawn_right(finish, load):
    # a millimetre is a unit of the drawing, whose 0,0 lies at 10,10
    items = fit(load("a.svg", LOGO.encode()), Rect(0, 0, 120, 80))
    page = finish(sheet(drawing(*items, width=120, height=80), width=120, height=80)).picture(0, DPI)
    places = {
        "ground": (1, 1, "f0e8d8"), "ring": (15, 15, "c81e28"), "open": (30, 25, "f0e8d8"),
        "heart": (90, 8.8, "000080"),
        "in the heart": (90, 25, "f0e8d8"), "oval": (30, 60, "008080"), "dash": (30, 52, "000000"),
        "turned": (65, 58, "ffa500"), "its round corner": (65, 45.5, "f0e8d8"), "triangle": (100, 65, "800080"),
        "line": (95, 75, "333333"), "its square end": (79.2, 75, "333333"), "use": (86, 54, "dc143c"),
        "the other use": (114, 54, "dc143c"), "outside": (119, 79, "f0e8d8"),
    }  # fmt: skip
    seen = dict(zip(places, colours(page, *((x, y) for x, y, _colour in places.values())), strict=True))
    assert seen == {name: tuple(bytes.fromhex(colour)) for name, (_x, _y, colour) in places.items()}


def test_ends_joins_and_the_even_odd_rule_are_written_and_left_again(finish):
    steps = (Segment("move", ((10, 10),)), Segment("line", ((30, 10),)))
    round_ = Path(steps, stroke="#ff0000", stroke_width=4, cap="round", join="round", miter=4)
    plain = Path(
        tuple(Segment(step.kind, ((step.points[0][0], 20),)) for step in steps), stroke="#ff0000", stroke_width=4
    )
    page = finish(sheet(drawing(round_, plain))).picture(0, DPI)
    assert colours(page, (8.6, 10), (8.6, 20), (8.2, 8.4)) == [(255, 0, 0), (255, 255, 255), (255, 255, 255)]


def test_same_pictures_same_bytes(faces, tmp_path, load):
    from io import BytesIO

    from kaartenspel.drawing import Document
    from kaartenspel.outputs.pdf import write_pdf

    def made(folder):
        items = []
        for name, data in {
            "a.png": saved(photo(400, 300, "RGBA"), "PNG"),
            "b.jpg": saved(photo(900, 900), "JPEG"),
        }.items():
            items += fit(load(f"{folder}/{name}", data), Rect(0, 0, 30, 30))
        target = BytesIO()
        write_pdf(Document("x", "nl", (sheet(drawing(*items)),)), faces, target)
        return target.getvalue()

    assert made("een") == made("twee")


def test_a_picture_that_changes_during_the_build_is_a_problem(finish, load, tmp_path):
    from kaartenspel.problems import KaartenspelError

    items = fit(load("a.png", saved(photo(90, 90), "PNG")), Rect(0, 0, 9, 9))
    put(tmp_path, "a.png", saved(photo(90, 90, seed=2), "PNG"))
    with pytest.raises(KaartenspelError, match=r"a\.png"):
        finish(sheet(drawing(*items)))


def test_dump_and_bounds_know_pictures():
    face = drawing(Picture(-3, 5, 70, 30, 20, 10, four("0123456789abcdef")))
    assert dump(face).splitlines()[1] == "picture -3.00 5.00 70.00 x 30.00 20 x 10 px 0123456789ab"
    assert bounds(face) == Rect(-3, 0, 70, 40)
