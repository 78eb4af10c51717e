"""What a picture's file becomes: a drawing that scales, or pixels."""

from kaartenspel.drawing import Raster, Vector

__all__ = ["Loaded", "Vector"]

Loaded = Vector | Raster
