"""Pictures and logos through a colour profile of a press (ICC), within a limit of ink."""

from functools import cache, cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms, ImageMath

from kaartenspel.colour import Inks, channels
from kaartenspel.messages import _
from kaartenspel.problems import Code, Problem, UsageError

SHIPPED = Path(__file__).parent.parent / "icc" / "FOGRA39L.icc"
SHIPPED_NAME = "FOGRA39L (computed)"


class Profile:
    """An output profile for four inks. Raises UsageError for a file that is none."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or SHIPPED
        try:
            self.data = self.path.read_bytes()
            self._opened = ImageCms.getOpenProfile(BytesIO(self.data))
        except (OSError, ImageCms.PyCMSError):
            raise UsageError([_no_profile(self.path)]) from None
        if self._opened.profile.xcolor_space != "CMYK" or self._opened.profile.device_class != "prtr":
            raise UsageError([_no_profile(self.path)])

    @property
    def name(self) -> str:
        """What people call it."""
        if self.path == SHIPPED:
            return SHIPPED_NAME
        return (ImageCms.getProfileDescription(self._opened) or self.path.stem).strip()

    @property
    def condition(self) -> str | None:
        """The printing condition that is known of the shipped profile; of a shop's own we know none."""
        return "FOGRA39" if self.path == SHIPPED else None

    def picture(self, picture: Image.Image, most: float) -> Image.Image:
        """A picture in four inks, nowhere more than `most` per cent; grey is black ink alone."""
        if picture.mode == "L":
            none = Image.new("L", picture.size)
            return Image.merge("CMYK", (none, none, none, Image.eval(picture, lambda light: 255 - light)))
        inked = ImageCms.applyTransform(picture.convert("RGB"), self._transform)
        if inked is None:
            raise RuntimeError("a transform that is not in place gives a picture")
        return _limited(inked, most)

    @cache  # noqa: B019  a profile lives as long as a build
    def inks(self, colour: str) -> Inks:
        """One colour in four inks; what is grey in black alone."""
        red, green, blue = channels(colour)
        if red == green == blue:
            return 0.0, 0.0, 0.0, round(100 * (1 - red / 255), 1)
        pixel = self.picture(Image.new("RGB", (1, 1), (red, green, blue)), 400).getpixel((0, 0))
        cyan, magenta, yellow, black = (round(value / 2.55, 1) for value in pixel)  # type: ignore[union-attr]  # CMYK
        return cyan, magenta, yellow, black

    @cached_property
    def _transform(self) -> ImageCms.ImageCmsTransform:
        intent = ImageCms.Intent.PERCEPTUAL
        return ImageCms.buildTransform(ImageCms.createProfile("sRGB"), self._opened, "RGB", "CMYK", intent)


def _limited(picture: Image.Image, most: float) -> Image.Image:
    """Colours give way together where there is too much ink; black stays."""
    *colours, black = picture.split()
    names = dict(zip("cmy", colours, strict=True))
    room, made = most * 2.55, list[Image.Image]()
    for name in names:

        def scaled(given: dict[str, Any], name: str = name) -> Any:
            total = given["float"](given["c"] + given["m"] + given["y"])
            share = given["min"]((room - given["k"]) / given["max"](total, 1.0), 1.0)
            return given["convert"](given[name] * given["max"](share, 0.0), "L")

        made.append(ImageMath.lambda_eval(scaled, k=black, **names))
    return Image.merge("CMYK", (*made, black))


def _no_profile(path: Path) -> Problem:
    said = _("{file} is no colour profile of a press (ICC, four inks)").format(file=path)
    hint = _("ask the print shop for its profile, or leave --output-profile away")
    return Problem(Code.CANNOT_READ, said, hint=hint)
