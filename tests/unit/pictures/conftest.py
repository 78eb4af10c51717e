from io import BytesIO

import pytest
from pictures.samples import put
from PIL import Image

from kaartenspel import messages
from kaartenspel.pictures.load import load_picture


@pytest.fixture(autouse=True)
def english():
    messages.use("en")


@pytest.fixture
def load(tmp_path):
    """The picture that bytes make under a name, or its problems."""

    def make(data, name="foto.png"):
        put(tmp_path, name, data)
        loaded, problems = load_picture(tmp_path, name, None)
        assert (loaded is None) == bool(problems)
        return loaded or problems

    return make


@pytest.fixture
def image_of():
    """The pixels that a raster gives, as a picture of Pillow; the whole of it unless a size is asked for."""

    def make(raster, size=None):
        pixels = raster.load(*(size or (raster.width, raster.height)))
        if pixels.jpeg:
            return Image.open(BytesIO(pixels.data))
        image = Image.frombytes("L" if pixels.channels == 1 else "RGB", (pixels.width, pixels.height), pixels.data)
        if pixels.alpha is not None:
            image.putalpha(Image.frombytes("L", image.size, pixels.alpha))
        return image

    return make
