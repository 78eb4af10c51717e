"""Files with bytes turned, lost or doubled: each is a picture that can be printed, or a problem; never a crash."""

import pickle
import random
import zlib

import pytest
from pictures.drawings import FILTER, LOGO
from pictures.samples import exif, photo, saved

from kaartenspel.drawing import Raster

FILES = {
    "a.png": [saved(photo(40, 30, mode), "PNG", exif=exif(6)) for mode in ("1", "L", "LA", "P", "RGB", "RGBA")],
    "a.jpg": [
        saved(photo(40, 30, mode), "JPEG", exif=exif(3), progressive=progressive)
        for mode in ("L", "RGB", "CMYK")
        for progressive in (False, True)
    ],
    "a.svg": [LOGO.encode(), FILTER.encode()],
}


def mutated(data, chance):
    """The bytes with a few accidents."""
    changed = bytearray(data)
    for _accident in range(chance.choice((1, 1, 2, 5))):
        at = chance.randrange(len(changed))
        match chance.randrange(3):
            case 0:
                changed[at] = chance.randrange(256)
            case 1:
                del changed[at : at + chance.randrange(1, 9)]
            case 2:
                changed[at:at] = changed[at : at + 20]
    return bytes(changed)


def with_right_sums(data):
    """A PNG whose chunks have the sums that their contents ask for, so that more than these is tried."""
    changed, at = bytearray(data), 8
    while at + 12 <= len(changed):
        end = at + 8 + int.from_bytes(changed[at : at + 4], "big")
        changed[end : end + 4] = zlib.crc32(changed[at + 4 : end]).to_bytes(4, "big")
        at = end + 4
    return bytes(changed[: len(data)])


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("seed", range(8))
def test_accidents(load, name, seed):
    chance = random.Random(seed)
    for _time in range(40):
        data = mutated(chance.choice(FILES[name]), chance)
        loaded = load(with_right_sums(data) if name == "a.png" else data, name)
        if isinstance(loaded, list):
            assert all(problem.message and problem.hint for problem in loaded)
        elif isinstance(loaded, Raster):
            loaded.load(max(1, loaded.width // 3), max(1, loaded.height // 3))


def test_a_picture_goes_to_another_process(load):
    for name in FILES:
        loaded = load(FILES[name][0], name)
        assert pickle.loads(pickle.dumps(loaded)) == loaded
