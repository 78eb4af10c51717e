"""Colours of pictures: to grey or RGB, with the profile of the file where it has one; opacity apart."""

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

_SPACES = ("RGB", "CMYK")


def needs_conversion(profile: bytes | None) -> bool:
    """Whether a profile says something else than sRGB, which is what the page's colours are."""
    if not profile:
        return False
    from PIL import ImageCms  # noqa: PLC0415  only a picture with a profile needs it

    try:
        opened = ImageCms.ImageCmsProfile(BytesIO(profile))
        return opened.profile.xcolor_space.strip() in _SPACES and "sRGB" not in (
            opened.profile.profile_description or ""
        )
    except (OSError, ImageCms.PyCMSError):
        # A profile that cannot be read is passed over, as viewers do.
        return False


def grey_or_rgb(image: "Image", profile: bytes | None) -> "Image":
    """Grey stays grey; all else becomes sRGB."""
    if image.mode == "L":
        return image
    if needs_conversion(profile):
        image = _converted(image, profile or b"")
    return image if image.mode == "RGB" else image.convert("RGB")


def parted(image: "Image") -> tuple[bytes | None, "Image"]:
    """The opacity as a byte a pixel (None where all is opaque), and the picture without it."""
    if image.mode not in {"LA", "RGBA"}:
        return None, image
    alpha = image.getchannel("A")
    plain = image.convert(image.mode[:-1])
    return (None if alpha.getextrema() == (255, 255) else alpha.tobytes()), plain


def _converted(image: "Image", profile: bytes) -> "Image":
    from PIL import ImageCms  # noqa: PLC0415

    source = ImageCms.ImageCmsProfile(BytesIO(profile))
    if source.profile.xcolor_space.strip() != image.mode:
        return image
    try:
        done = ImageCms.profileToProfile(
            image, source, ImageCms.createProfile("sRGB"), ImageCms.Intent.RELATIVE_COLORIMETRIC, "RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )  # fmt: skip
    except ImageCms.PyCMSError:
        return image
    return done if done is not None else image
