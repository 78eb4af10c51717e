"""The largest of several sizes at which something fits its room."""

from collections.abc import Callable, Sequence

from kaartenspel.compose.context import Setting
from kaartenspel.compose.script_pen import Pen

SHARES = (1.0, 0.92, 0.85, 0.78, 0.72, 0.66, 0.6, 0.55)


def largest(
    pen: Pen, name: str, room: float, make: Callable[[float], Setting], shares: Sequence[float] = SHARES
) -> Setting:
    """What `make` gives for the first of these shares of its full size that fits; else a problem, and the last."""
    known = len(pen.problems)
    setting = make(shares[0])
    for share in shares[1:]:
        if setting.height <= room and len(pen.problems) == known:
            return setting
        del pen.problems[known:]
        setting = make(share)
    if setting.height > room:
        pen.too_long(name)
    return setting
