"""The largest of several sizes at which a set of signs or cards fits its room."""

from collections.abc import Callable, Sequence

from kaartenspel.compose.script_pen import Pen

SHARES = (1.0, 0.92, 0.85, 0.78, 0.72, 0.66, 0.6, 0.55)


def share_for(pen: Pen, tries: Sequence[Callable[[float], float]], shares: Sequence[float] = SHARES) -> float:
    """The first share of their full size at which all of these fit: each gives the room that it leaves, or less than 0.

    Where none is small enough it is the last. What is tried leaves no problems behind.
    """
    known = len(pen.problems)
    for share in shares:
        fits = all(room(share) >= 0 for room in tries) and len(pen.problems) == known
        del pen.problems[known:]
        if fits:
            return share
    return shares[-1]
