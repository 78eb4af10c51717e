"""From the name of a picture to the picture, or to the problems that it has."""

from hashlib import sha256
from pathlib import Path

from kaartenspel.drawing import Raster
from kaartenspel.messages import _
from kaartenspel.pictures import jpeg, png
from kaartenspel.pictures.error import PictureError, refused
from kaartenspel.pictures.find import SUFFIXES, contents, find
from kaartenspel.pictures.limits import damaged
from kaartenspel.pictures.pixels import RasterFile
from kaartenspel.pictures.svg.read import read_svg
from kaartenspel.pictures.vector import Loaded
from kaartenspel.problems import Place, Problem

_STARTS = (
    (b"\x89PNG\r\n\x1a\n", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"GIF8", "GIF"), (b"BM", "BMP"), (b"%PDF", "PDF"),
    (b"II*\x00", "TIFF"), (b"MM\x00*", "TIFF"), (b"\x1f\x8b", "SVGZ"), (b"8BPS", "Photoshop"),
)  # fmt: skip
_HEAD = 65_536
_BRANDS = {b"heic": "HEIC", b"heix": "HEIC", b"mif1": "HEIC", b"avif": "AVIF", b"avis": "AVIF"}


def load_picture(folder: Path, name: str, place: Place | None) -> tuple[Loaded | None, list[Problem]]:
    """The picture of a name as it stands in a file of this folder, or None and what is wrong with it."""
    try:
        path = find(folder, name)
        return _load(path, contents(path)), []
    except PictureError as error:
        return None, [finding.problem(name, place) for finding in error.findings]


def _load(path: Path, data: bytes) -> Loaded:
    said, real = SUFFIXES[path.suffix.lower()], _format(data)
    if not real and said != "SVG":
        raise damaged()
    if real and real not in SUFFIXES.values():
        message = _("‘{file}’ holds a picture of the sort {sort}").format(file="{file}", sort=real)
        raise refused(message, _("open it in a drawing program and save it as PNG"))
    if real and real != said:
        message = _("‘{file}’ is a {real} by its content, and a {said} by its name")
        hint = _("give the file a name that ends in .{suffix}").format(suffix=real.lower())
        raise refused(message.format(file="{file}", real=real, said=said), hint)
    key = sha256(data).hexdigest()
    if said == "SVG":
        return read_svg(data, key)
    width, height = png.check(data) if real == "PNG" else jpeg.check(data)
    return Raster(key, width, height, RasterFile(path, key, real))


def _format(data: bytes) -> str:
    """The format by the first bytes, or nothing for what is no picture that we know."""
    for start, name in _STARTS:
        if data.startswith(start):
            return name
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WebP"
    if data[4:8] == b"ftyp":
        return _BRANDS.get(data[8:12], "HEIC")
    return "SVG" if b"<svg" in data[:_HEAD] else ""
