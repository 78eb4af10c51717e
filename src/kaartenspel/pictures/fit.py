"""A picture in a box of millimetres: as large as it fits, in the middle."""

import math

from kaartenspel.drawing import Figure, Item, Picture, Raster, Rect
from kaartenspel.pictures import limits
from kaartenspel.pictures.vector import Loaded, Vector

DPI = 300
_INCH = 25.4


def fit(loaded: Loaded, box: Rect, dpi: float = DPI) -> tuple[Item, ...]:
    """The picture as items; one of pixels keeps `dpi` dots an inch, or the fewer that it has."""
    scale = min(box.width / loaded.width, box.height / loaded.height)
    width, height = loaded.width * scale, loaded.height * scale
    x, y = box.x + (box.width - width) / 2, box.y + (box.height - height) / 2
    if isinstance(loaded, Vector):
        return (Figure(round(x, 4), round(y, 4), round(width, 4), round(height, 4), loaded),)
    columns, rows = printed_size(loaded, width / _INCH * dpi)
    return (Picture(round(x, 4), round(y, 4), round(width, 4), round(height, 4), columns, rows, loaded),)


def printed_size(raster: Raster, columns: float) -> tuple[int, int]:
    """As many columns and rows as wanted, never more than there are, nor than a sheet needs."""
    share = min(columns / raster.width, 1.0, math.sqrt(limits.PRINTED / (raster.width * raster.height)))
    return max(1, round(raster.width * share)), max(1, round(raster.height * share))
