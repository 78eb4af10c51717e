"""How a camera was held: the orientation of Exif (1 = upright) and what undoes it."""

from typing import TYPE_CHECKING
from warnings import catch_warnings, simplefilter

if TYPE_CHECKING:
    from PIL.Image import Image

_ORIENTATION = 0x0112
# Names of Pillow's Transpose, by the value of the tag (CIPA DC-008, 4.6.5.1.6).
_TURNS = {
    2: "FLIP_LEFT_RIGHT", 3: "ROTATE_180", 4: "FLIP_TOP_BOTTOM", 5: "TRANSPOSE", 6: "ROTATE_270", 7: "TRANSVERSE",
    8: "ROTATE_90",
}  # fmt: skip


def orientation(exif: bytes | None) -> int:
    """The orientation in a block of Exif; one that cannot be read says nothing, as in every viewer."""
    if not exif:
        return 1
    from PIL.Image import Exif  # noqa: PLC0415  only a picture with Exif needs it

    tags = Exif()
    try:
        with catch_warnings():
            simplefilter("ignore")
            tags.load(exif)
            value = tags.get(_ORIENTATION, 1)
    except Exception:  # Pillow promises no set of errors for what is no Exif
        return 1
    return value if value in _TURNS else 1


def turned(orientation: int, width: int, height: int) -> tuple[int, int]:
    """The size of an upright picture as it lies in the file, and the other way round."""
    return (height, width) if orientation >= 5 else (width, height)


def upright(image: "Image", orientation: int) -> "Image":
    """The picture as it was seen."""
    if orientation not in _TURNS:
        return image
    from PIL.Image import Transpose  # noqa: PLC0415

    return image.transpose(Transpose[_TURNS[orientation]])
