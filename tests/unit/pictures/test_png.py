"""Every sort of PNG is read as Pillow reads it, in one strip or in many, and never more than its header says."""

import random
import zlib

import pytest
from pictures.samples import bomb, chunk, exif, photo, png, quarters, saved, with_words
from PIL import Image, ImageChops

from kaartenspel.pictures import strips
from kaartenspel.problems import Code

CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
SORTS = [(colour, depth) for colour, depths in DEPTHS.items() for depth in depths]
PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))


def noise(width, height, colour, depth, seed=5):
    """Rows with every filter and bytes without any order."""
    chance = random.Random(seed)
    size = -(-width * depth * CHANNELS[colour] // 8)
    return b"".join(bytes([chance.randrange(5)]) + chance.randbytes(size) for _row in range(height))


def palette(colour, depth):
    return [chunk(b"PLTE", random.Random(9).randbytes(3 * 2**depth))] if colour == 3 else []


def by_pillow(data, tmp_path):
    """The same file by Pillow alone."""
    file = tmp_path / "pillow.png"
    file.write_bytes(data)
    with Image.open(file) as image:
        image.load()
        if image.mode.startswith("I"):
            return image.point(lambda sample: sample * (1 / 256)).convert("L")
        return image.convert("RGBA" if image.has_transparency_data else "RGB")


def is_same(one, other):
    one, other = one.convert("RGBA"), other.convert("RGBA")
    return one.size == other.size and ImageChops.difference(one, other).getextrema() == ((0, 0),) * 4


@pytest.mark.parametrize("strip", [4_000_000, 200])
@pytest.mark.parametrize("colour, depth", SORTS)
def test_all_sorts_and_filters(load, image_of, tmp_path, monkeypatch, strip, colour, depth):
    monkeypatch.setattr(strips, "_STRIP", strip)
    data = png(37, 29, depth, colour, noise(37, 29, colour, depth), *palette(colour, depth))
    assert is_same(image_of(load(data)), by_pillow(data, tmp_path))


@pytest.mark.parametrize("colour, depth", SORTS)
def test_all_sorts_interlaced(load, image_of, tmp_path, colour, depth):
    rows = b"".join(
        noise(-(-(37 - x) // right), -(-(29 - y) // down), colour, depth, seed=x + 9 * y)
        for x, y, right, down in PASSES
    )
    data = png(37, 29, depth, colour, rows, *palette(colour, depth), interlaced=1)
    assert is_same(image_of(load(data)), by_pillow(data, tmp_path))


@pytest.mark.parametrize(
    "colour, depth, clear, byte, shown",
    [(0, 8, b"\0\x40", 0x40, 0), (0, 8, b"\0\x40", 0x41, 255), (0, 4, b"\0\x04", 0x44, 0), (0, 2, b"\0\x01", 0x55, 0),
     (0, 1, b"\0\x01", 0xFF, 0), (0, 16, b"\x40\x40", 0x40, 0), (2, 8, b"\0\x40" * 3, 0x40, 0),
     (2, 16, b"\x40\x40" * 3, 0x40, 0), (3, 8, bytes(64) + b"\x80", 0x40, 128)],
)  # fmt: skip
def test_a_colour_that_stands_for_nothing(load, image_of, colour, depth, clear, byte, shown):
    row = b"\0" + bytes([byte]) * (8 * depth * CHANNELS[colour] // 8)
    image = image_of(load(png(8, 4, depth, colour, row * 4, *palette(colour, depth), chunk(b"tRNS", clear))))
    alpha = image.getchannel("A").getpixel((7, 3)) if image.mode.endswith("A") else 255
    assert alpha == shown


def test_grey_stays_grey_and_full_opacity_is_left_out(load):
    grey, opaque = photo(20, 20, "L"), photo(20, 20)
    opaque.putalpha(255)
    assert load(saved(grey, "PNG")).load(20, 20).channels == 1
    assert load(saved(opaque, "PNG")).load(20, 20).alpha is None


@pytest.mark.parametrize("mode", ["L", "LA", "RGB", "RGBA"])
def test_scaling_in_strips_is_scaling(load, image_of, monkeypatch, mode):
    picture = photo(731, 517, mode)
    monkeypatch.setattr(strips, "_STRIP", 20_000)
    scaled = image_of(load(saved(picture, "PNG")), (73, 52)).convert("RGBA")
    wanted = picture.resize((73, 52), Image.Resampling.LANCZOS).convert("RGBA")
    # where nearly nothing is seen, the colour does not matter
    visible = wanted.getchannel("A").point(lambda alpha: 255 if alpha > 40 else 0)
    difference = ImageChops.multiply(ImageChops.difference(scaled, wanted).convert("RGB"), visible.convert("RGB"))
    assert max(most for _least, most in difference.getextrema()) <= 14


def test_a_turned_png_stands_upright_and_says_nothing_about_its_maker(load, image_of):
    raster = load(with_words(quarters(80, 60)))
    assert (raster.width, raster.height) == (60, 80)
    image = image_of(raster)
    assert [image.getpixel(at) for at in ((5, 5), (55, 5), (5, 75))] == [(0, 0, 255), (255, 0, 0), (255, 255, 255)]
    assert b"GEHEIM" in exif(6)
    assert b"GEHEIM" not in raster.load(60, 80).data


GOOD = saved(photo(64, 48), "PNG")
SHORT = png(64, 48, 8, 2, noise(64, 47, 2, 8))
BROKEN = {
    "empty": b"",
    "a text": b"hallo",
    "cut in the rows": GOOD[: len(GOOD) // 2],
    "cut at the end": GOOD[:-12],
    "a byte turned": GOOD[:200] + bytes([GOOD[200] ^ 1]) + GOOD[201:],
    "a row too few": SHORT,
    "no rows": png(4, 4, 8, 2, b"\x78"),
    "no such filter": png(4, 4, 8, 2, (b"\x05" + bytes(12)) * 4),
    "no pixels": png(0, 4, 8, 2, bytes(4)),
    "no such depth": png(4, 4, 3, 2, bytes(100)),
    "no palette": png(4, 4, 8, 3, bytes(20)),
    "a length beyond the end": GOOD[:8] + b"\xff\xff\xff\xff" + GOOD[12:],
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_is_a_problem(load, data):
    (problem,) = load(data)
    assert problem.code == Code.PICTURE_BROKEN
    assert "‘foto.png’" in problem.message


def test_bombs_are_refused_by_their_header(load):
    (problem,) = load(bomb())
    assert (problem.code, "200 million pixels" in problem.message) == (Code.PICTURE_TOO_LARGE, True)
    (problem,) = load(png(6000, 6000, 8, 2, zlib.compress(b""), interlaced=1))
    assert (problem.code, "interlaced" in problem.message) == (Code.PICTURE_TOO_LARGE, True)


def test_rows_beyond_the_header_are_not_read(load):
    assert load(png(4, 4, 8, 0, bytes(20) + bytes(50_000_000))).width == 4


def test_a_moving_picture_is_refused(load):
    (problem,) = load(saved(photo(9, 9), "PNG", save_all=True, append_images=[photo(9, 9, seed=2)]))
    assert (problem.code, "moves" in problem.message) == (Code.PICTURE_REFUSED, True)


@pytest.mark.parametrize("sort", ["GIF", "WEBP", "TIFF", "BMP", "JPEG"])
def test_another_format_under_this_name_is_refused(load, sort):
    (problem,) = load(saved(photo(9, 9), sort))
    assert problem.code == Code.PICTURE_REFUSED
    assert sort in problem.message.upper()
