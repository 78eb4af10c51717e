"""The pixels of a file, upright, in grey or RGB, as many as are printed. Pillow is imported when they are asked for."""

from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from kaartenspel.drawing import Pixels
from kaartenspel.messages import _
from kaartenspel.pictures import jpeg, png, strips, tones
from kaartenspel.pictures.error import PictureError, broken
from kaartenspel.pictures.find import contents
from kaartenspel.pictures.upright import turned, upright
from kaartenspel.problems import KaartenspelError

if TYPE_CHECKING:
    from PIL.Image import Image

QUALITY = 92
"""Of a JPEG that was scaled or turned: beyond it files grow and nothing is seen."""


@dataclass(frozen=True, slots=True)
class RasterFile:
    """Loads a file that was checked. Raises KaartenspelError where it has changed since."""

    path: Path
    key: str
    sort: str

    def __call__(self, columns: int, rows: int) -> Pixels:
        """The picture with so many columns and rows."""
        try:
            data = contents(self.path)
            if sha256(data).hexdigest() != self.key:
                raise broken(_("the picture ‘{file}’ was changed during the build"), _("build again"))
            read = _of_png if self.sort == "PNG" else _of_jpeg
            return read(data, columns, rows)
        except PictureError as error:
            raise KaartenspelError(finding.problem(self.path.name, None) for finding in error.findings) from None


def _of_jpeg(data: bytes, columns: int, rows: int) -> Pixels:
    """A JPEG as it is, without what says where and by whom it was taken; or made anew from what changed."""
    parts = jpeg.parse(data)
    if parts.orientation == 1 and (columns, rows) == (parts.width, parts.height) and _plain(parts):
        return Pixels(columns, rows, 1 if len(parts.components) == 1 else 3, parts.plain(), jpeg=True)
    image = _sized(jpeg.decode(parts, *turned(parts.orientation, columns, rows)), parts.orientation, columns, rows)
    image = tones.grey_or_rgb(image, parts.profile)
    target = BytesIO()
    image.save(target, "JPEG", quality=QUALITY, subsampling=0)
    return Pixels(columns, rows, _channels(image), jpeg.parse(target.getvalue()).plain(), jpeg=True)


def _plain(parts: jpeg.Jpeg) -> bool:
    """Whether a PDF's reader shows the JPEG as it was meant."""
    return len(parts.components) != 4 and not parts.is_odd_rgb and not tones.needs_conversion(parts.profile)


def _of_png(data: bytes, columns: int, rows: int) -> Pixels:
    parts = png.parse(data)
    image, box = strips.decode(parts, *turned(parts.orientation, columns, rows))
    image = _sized(image, parts.orientation, columns, rows, box)
    alpha, image = tones.parted(image)
    image = tones.grey_or_rgb(image, parts.profile)
    return Pixels(columns, rows, _channels(image), image.tobytes(), alpha=alpha)


def _sized(
    image: "Image", orientation: int, columns: int, rows: int, box: tuple[float, float, float, float] | None = None
) -> "Image":
    """The picture scaled, then turned upright."""
    from PIL.Image import Resampling  # noqa: PLC0415

    size = turned(orientation, columns, rows)
    if image.size != size:
        image = image.resize(size, Resampling.LANCZOS, box=box)
    return upright(image, orientation)


def _channels(image: "Image") -> Literal[1, 3]:
    return 1 if image.mode == "L" else 3
