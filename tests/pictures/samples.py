"""Pictures made by code: what a camera, a scanner, a drawing program or a joker could put beside a deck."""

import random
import zlib
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def chunk(name: bytes, content: bytes) -> bytes:
    """A chunk of a PNG with its sum."""
    return len(content).to_bytes(4, "big") + name + content + zlib.crc32(name + content).to_bytes(4, "big")


def png(width, height, depth, colour, rows, *more, interlaced=0) -> bytes:
    """A PNG from its filtered rows, compressed or not yet, with further chunks before them."""
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes((depth, colour, 0, 0, interlaced))
    data = rows if rows[:1] == b"\x78" else zlib.compress(rows)
    return SIGNATURE + b"".join((chunk(b"IHDR", head), *more, chunk(b"IDAT", data), chunk(b"IEND", b"")))


def flat_rows(width, height, band, colours) -> bytes:
    """Compressed rows of RGB or RGBA: bands of even colours, each `band` rows high."""
    pack = zlib.compressobj(9)
    parts = []
    for top in range(0, height, band):
        row = b"\0" + bytes(colours[top // band % len(colours)]) * width
        parts.append(pack.compress(row * min(band, height - top)))
    return b"".join((*parts, pack.flush()))


def logo(width=12_000, height=9_000) -> bytes:
    """A large, mostly flat logo: its upper half red, its lower half blue."""
    return png(width, height, 8, 2, flat_rows(width, height, height // 2, [(200, 20, 30), (10, 40, 160)]))


def bomb(width=20_000, height=10_000) -> bytes:
    """A file of some kilobytes that says that it is a picture of 200 million pixels."""
    return png(width, height, 8, 2, zlib.compress(b"\0" * 1_000_000, 9))


def photo(width=400, height=300, mode="RGB", seed=1) -> Image.Image:
    """A picture with soft shades, edges and grain in it."""
    chance = random.Random(seed)
    shades = (Image.radial_gradient("L"), Image.linear_gradient("L"), Image.linear_gradient("L").rotate(90))
    picture = Image.merge("RGB", [shade.resize((width, height)) for shade in shades])
    draw = ImageDraw.Draw(picture)
    for _spot in range(40):
        x, y = chance.randrange(width), chance.randrange(height)
        draw.ellipse((x, y, x + width // 10, y + height // 10), fill=tuple(chance.randbytes(3)))
    if mode in ("LA", "RGBA"):
        picture.putalpha(Image.linear_gradient("L").resize((width, height)))
    return picture.convert(mode)


def quarters(width=80, height=60) -> Image.Image:
    """Red, green, blue and white quarters: it shows how a picture is turned."""
    image = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, width // 2 - 1, height // 2 - 1), fill=(255, 0, 0))
    draw.rectangle((width // 2, 0, width, height // 2 - 1), fill=(0, 255, 0))
    draw.rectangle((0, height // 2, width // 2 - 1, height), fill=(0, 0, 255))
    return image


def saved(image: Image.Image, sort: str, **how) -> bytes:
    """The bytes of a file."""
    target = BytesIO()
    image.save(target, sort, **how)
    return target.getvalue()


def as_the_camera_saw(image: Image.Image, orientation: int) -> Image.Image:
    """The picture as it lies in the file of a camera that was held so."""
    turn = {
        2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }  # fmt: skip
    return image.transpose(turn[orientation]) if orientation in turn else image


def exif(orientation: int = 1) -> bytes:
    """What a phone writes: how it was held, and where it was."""
    tags = Image.Exif()
    tags[0x0112] = orientation
    tags[0x010F] = "GEHEIM-TOESTEL"
    tags.get_ifd(0x8825)[2] = (52.0, 5.0, 12.0)
    return tags.tobytes()


def with_words(image: Image.Image) -> bytes:
    """A PNG with a note, and Exif."""
    words = PngInfo()
    words.add_text("Author", "GEHEIME NAAM")
    return saved(image, "PNG", pnginfo=words, exif=exif(6))


def put(folder: Path, name: str, data: bytes) -> str:
    """Write a file; gives its name."""
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    return name
