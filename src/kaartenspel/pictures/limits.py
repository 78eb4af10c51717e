"""How much a picture may ask of the computer, and the words for what asks more.

With these limits the memory of a build stays under 400 MiB (tests/unit/pictures/test_memory.py).
"""

from kaartenspel.messages import _
from kaartenspel.pictures.error import PictureError, broken, too_large

FILE = 64 * 1024 * 1024
"""Bytes of a file."""
PIXELS = 150_000_000
"""Pixels of a picture, by its header."""
AT_ONCE = 48_000_000
"""Pixels that may be in memory at once, four bytes each; half as many with opacity, which takes copies."""
PRINTED = 24_000_000
"""Pixels of a picture as it is printed: A3 at 300 dpi has 17 million."""
NOT_IN_STRIPS = 25_000_000
"""Pixels of an interlaced PNG, which can only be decoded as a whole."""
COEFFICIENTS = 200 * 1024 * 1024
"""Bytes that a JPEG of several scans holds in memory while it is decoded."""
SCANS = 100
"""Scans of a JPEG: a progressive one has ten or so."""


def check_pixels(width: int, height: int) -> None:
    """Raises PictureError for a picture without pixels or with too many."""
    if width < 1 or height < 1:
        raise damaged()
    if width * height > PIXELS:
        message = _("the picture ‘{file}’ has {count} million pixels; {most} million is the most")
        hint = _("make it smaller in a drawing program: 4,000 × 3,000 pixels is plenty for a card")
        count = width * height // 1_000_000
        raise too_large(message.format(file="{file}", count=count, most=PIXELS // 1_000_000), hint)


def damaged() -> PictureError:
    """What is said of each file that does not keep to its own format."""
    return broken(
        _("the picture ‘{file}’ is damaged or not complete"), _("open it in a drawing program and save it anew")
    )
