"""A drawing that scales: paths in its own units, from its own top-left corner."""

from dataclasses import dataclass, field

from kaartenspel.drawing import Path, Raster


@dataclass(frozen=True, slots=True)
class Vector:
    """Paths in a box of so much width and height; files with equal bytes share a key."""

    key: str
    width: float
    height: float
    paths: tuple[Path, ...] = field(compare=False, repr=False)


Loaded = Vector | Raster
