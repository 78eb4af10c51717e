"""The colour of a logo: the one that covers most of it and is neither white, black nor grey."""

from collections import Counter

from kaartenspel.drawing import Raster, Vector
from kaartenspel.load.tones import tone

LEAST_CHROMA = 12.0
"""Under this a colour is a grey."""
SIDE = 64
"""A picture of pixels is looked at as so many pixels a side."""
STEP = 16
"""Colours that differ less than this, of 256, are one."""


def logo_colours(logo: Vector | Raster) -> list[str]:
    """The colours of a logo, the one that covers most first; greys only where there is nothing else."""
    counted = _of_paths(logo) if isinstance(logo, Vector) else _of_pixels(logo)
    ranked = [colour for colour, _count in counted.most_common()]
    return [colour for colour in ranked if tone(colour).chroma >= LEAST_CHROMA] or [
        colour for colour in ranked if tone(colour).lightness < 60
    ]


def _of_paths(logo: Vector) -> Counter[str]:
    """Each fill by the room that its path takes, each stroke by a little of that."""
    counted: Counter[str] = Counter()
    for path in logo.paths:
        points = [point for segment in path.segments for point in segment.points]
        if not points:
            continue
        xs, ys = zip(*points, strict=True)
        area = (max(xs) - min(xs)) * (max(ys) - min(ys))
        if path.fill:
            counted[path.fill] += round(1000 * area)
        if path.stroke:
            counted[path.stroke] += round(300 * area)
    return counted


def _of_pixels(logo: Raster) -> Counter[str]:
    """The pixels that are not seen through, by colours that are nearly alike."""
    pixels = _few(logo)
    counted: Counter[str] = Counter()
    for colour in pixels:
        counted["#" + "".join(f"{min(255, round(part / STEP) * STEP):02x}" for part in colour)] += 1
    return counted


def _few(logo: Raster) -> list[tuple[int, int, int]]:
    """The pixels of a small copy that are not seen through."""
    share = min(1.0, SIDE / max(logo.width, logo.height))
    small = logo.load(max(1, round(logo.width * share)), max(1, round(logo.height * share)))
    if small.jpeg:
        from io import BytesIO  # noqa: PLC0415  Pillow: only a JPEG needs it

        from PIL import Image  # noqa: PLC0415

        data, step = Image.open(BytesIO(small.data)).convert("RGB").tobytes(), 3
    else:
        data, step = small.data, small.channels
    rows = [data[at : at + step] for at in range(0, len(data), step)]
    seen = [row for row, opaque in zip(rows, small.alpha or b"\xff" * len(rows), strict=True) if opaque > 127]
    return [(row[0], row[-1] if step == 1 else row[1], row[-1]) for row in seen]
