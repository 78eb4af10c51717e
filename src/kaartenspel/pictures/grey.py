"""Pictures without their colours: each becomes a grey of its own brightness (luma, ITU-R BT.601, as in Pillow)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from io import BytesIO

from kaartenspel.drawing import Pixels, Raster
from kaartenspel.pictures import jpeg
from kaartenspel.pictures.vector import Loaded

_QUALITY = 92


@lru_cache(maxsize=64)
def greyed(loaded: Loaded) -> Loaded:
    """The same picture in grey; equal files stay equal."""
    if isinstance(loaded, Raster):
        return replace(loaded, key=f"{loaded.key}-grey", load=_InGrey(loaded.load))
    paths = tuple(
        replace(path, fill=path.fill and _grey(path.fill), stroke=path.stroke and _grey(path.stroke))
        for path in loaded.paths
    )
    return replace(loaded, key=f"{loaded.key}-grey", paths=paths)


@dataclass(frozen=True, slots=True)
class _InGrey:
    """Loads a picture and takes its colours away."""

    load: Callable[[int, int], Pixels]

    def __call__(self, columns: int, rows: int) -> Pixels:
        """The pixels, each with one channel."""
        pixels = self.load(columns, rows)
        if pixels.channels == 1:
            return pixels
        from PIL import Image  # noqa: PLC0415  a deck without pictures does without Pillow

        if not pixels.jpeg:
            image = Image.frombytes("RGB", (pixels.width, pixels.height), pixels.data).convert("L")
            return replace(pixels, channels=1, data=image.tobytes())
        target = BytesIO()
        Image.open(BytesIO(pixels.data)).convert("L").save(target, "JPEG", quality=_QUALITY)
        return replace(pixels, channels=1, data=jpeg.parse(target.getvalue()).plain())


def _grey(colour: str) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    level = (19595 * red + 38470 * green + 7471 * blue + 0x8000) >> 16
    return f"#{level:02x}{level:02x}{level:02x}"
