"""JPEGs: as they are where nothing has to change, upright, in the right colours, without what they tell of people."""

import pytest
from pictures.samples import as_the_camera_saw, exif, photo, quarters, saved
from PIL import Image, ImageChops, ImageCms

from kaartenspel.pictures import jpeg
from kaartenspel.problems import Code

GOOD = saved(photo(64, 48), "JPEG")


def without_adobe(data):
    """The same CMYK file without the mark by which Adobe's, that count from full ink, are known."""
    at = data.index(b"\xff\xee")
    return data[:at] + data[at + 2 + int.from_bytes(data[at + 2 : at + 4], "big") :]


def close(one, other, most=6):
    return all(abs(a - b) <= most for a, b in zip(one, other, strict=True))


def test_what_needs_no_change_is_passed_through(load):
    data = saved(photo(300, 200), "JPEG", exif=exif(1), comment=b"GEHEIM")
    pixels = load(data, "foto.jpg").load(300, 200)
    scan = data[data.index(b"\xff\xda") :]
    assert pixels.jpeg
    assert pixels.data.endswith(scan)
    assert b"GEHEIM" in data
    assert b"GEHEIM" not in pixels.data


@pytest.mark.parametrize("mode, channels", [("L", 1), ("RGB", 3), ("CMYK", 3)])
def test_scaled_to_what_is_printed(load, image_of, mode, channels):
    raster = load(saved(photo(900, 600, mode), "JPEG", quality=95), "foto.jpeg")
    pixels = raster.load(90, 60)
    assert (pixels.width, pixels.height, pixels.channels) == (90, 60, channels)
    wanted = photo(900, 600, mode).resize((90, 60), Image.Resampling.LANCZOS).convert("RGB")
    spots = [(10, 10), (45, 30), (80, 50)]
    got = image_of(raster, (90, 60)).convert("RGB")
    assert all(close(got.getpixel(spot), wanted.getpixel(spot), 25) for spot in spots)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_held_in_any_way_it_stands_upright(load, image_of, orientation):
    lying = as_the_camera_saw(quarters(), orientation)
    raster = load(saved(lying, "JPEG", exif=exif(orientation), quality=95), "foto.jpg")
    assert (raster.width, raster.height) == (80, 60)
    for size in ((80, 60), (40, 30)):
        image = image_of(raster, size)
        spots = [(2, 2), (size[0] - 3, 2), (2, size[1] - 3)]
        seen = [image.getpixel(spot) for spot in spots]
        assert all(close(a, b, 12) for a, b in zip(seen, [(254, 0, 0), (0, 255, 1), (0, 0, 254)], strict=True))
    assert b"GEHEIM" not in raster.load(80, 60).data


def ycck(image):
    """A CMYK picture with its first three inks as luminance and differences, as Photoshop writes them."""
    *inks, black = image.split()
    stored = (*Image.merge("RGB", inks).convert("YCbCr").split(), ImageChops.invert(black))
    # Pillow inverts what it writes, and marks it as inks without conversion (0); 2 is YCCK
    data = saved(Image.merge("CMYK", [ImageChops.invert(band) for band in stored]), "JPEG", quality=100)
    at = data.index(b"Adobe") + 11
    return data[:at] + b"\x02" + data[at + 1 :]


INKS = (0, 200, 230, 20)
RED = tuple((255 - ink) * (255 - INKS[3]) // 255 for ink in INKS[:3])


@pytest.mark.parametrize("kind", ["adobe", "ycck", "plain"])
def test_four_inks_are_read_right(load, image_of, kind):
    flat = Image.new("CMYK", (32, 32), INKS)
    if kind == "plain":
        # Pillow counts from full ink always: what it writes without the mark is to be read the other way round
        data = without_adobe(saved(ImageChops.invert(flat), "JPEG", quality=100))
    else:
        data = saved(flat, "JPEG", quality=100) if kind == "adobe" else ycck(flat)
    assert close(image_of(load(data, "inkt.jpg")).getpixel((9, 9)), RED, 3)


def test_a_profile_of_the_file_is_followed(load, image_of):
    known = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = with_red_and_blue_swapped(known)
    raster = load(saved(Image.new("RGB", (16, 16), (230, 20, 30)), "JPEG", quality=98, icc_profile=swapped), "foto.jpg")
    red, _green, blue = image_of(raster).getpixel((8, 8))
    assert blue > red + 100


def with_red_and_blue_swapped(profile):
    """A profile that calls red what is blue: whoever follows it shows a red picture blue."""
    data = bytearray(profile).replace("sRGB".encode("utf-16-be"), "bRGs".encode("utf-16-be"))
    tags = {bytes(data[at : at + 4]): at for at in range(132, 132 + 12 * int.from_bytes(data[128:132], "big"), 12)}
    red, blue = tags[b"rXYZ"], tags[b"bXYZ"]
    data[red + 4 : red + 12], data[blue + 4 : blue + 12] = data[blue + 4 : blue + 12], data[red + 4 : red + 12]
    return bytes(data)


def test_a_broken_profile_is_passed_over(load, image_of):
    raster = load(saved(Image.new("RGB", (16, 16), (230, 20, 30)), "JPEG", quality=98, icc_profile=b"x" * 300), "f.jpg")
    assert close(image_of(raster).getpixel((8, 8)), (230, 20, 30))


def test_further_pictures_behind_the_end_are_left_out(load):
    pixels = load(GOOD + b"\0" * 99 + GOOD, "foto.jpg").load(64, 48)
    assert len(pixels.data) <= len(GOOD)


BROKEN = {
    "cut in the scan": GOOD[:-200],
    "cut in the tables": GOOD[:100],
    "only a start": b"\xff\xd8\xff",
    "no scan": GOOD[: GOOD.index(b"\xff\xda")] + b"\xff\xd9",
    "a length of nothing": b"\xff\xd8\xff\xe0\0\0" + GOOD,
    "an empty frame": b"\xff\xd8\xff\xc0\0\2\xff\xda\0\2\xff\xd9",
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_is_a_problem(load, data):
    (problem,) = load(data, "foto.jpg")
    assert problem.code == Code.PICTURE_BROKEN


def with_frame(data, marker=None, size=None):
    """The file with another sort or size in its frame."""
    at = data.index(b"\xff\xc0" if b"\xff\xc0" in data else b"\xff\xc2")
    changed = bytearray(data)
    changed[at + 1] = marker or changed[at + 1]
    if size:
        changed[at + 5 : at + 9] = size[1].to_bytes(2, "big") + size[0].to_bytes(2, "big")
    return bytes(changed)


def test_bombs_and_rare_sorts_are_refused_by_their_header(load):
    (problem,) = load(with_frame(GOOD, size=(20_000, 10_000)), "foto.jpg")
    assert problem.code == Code.PICTURE_TOO_LARGE
    (problem,) = load(with_frame(GOOD, marker=0xC3), "foto.jpg")
    assert (problem.code, "rare sort" in problem.message) == (Code.PICTURE_REFUSED, True)
    progressive = saved(photo(64, 48), "JPEG", progressive=True)
    (problem,) = load(with_frame(progressive, size=(12_000, 9_000)), "foto.jpg")
    assert (problem.code, "progressive" in problem.message) == (Code.PICTURE_TOO_LARGE, True)
    assert load(progressive, "foto.jpg").load(64, 48).jpeg


@pytest.mark.parametrize("columns, asked", [(100, (150, 150)), (700, (1050, 1050)), (5000, (5000, 5000))])
def test_the_decoder_is_asked_for_little_more_than_is_printed(columns, asked):
    parts = jpeg.Jpeg(12_000, 12_000, 0xC0, (), (), adobe=False, jfif=True, orientation=1, profile=None)
    assert jpeg._asked(parts, columns, columns) == asked
