"""Colours as inks, per cent. A STAND-IN: the file of the print shop was written over by mistake; its owner restores it."""

from collections.abc import Mapping

Inks = tuple[float, float, float, float]
PREFIX = "cmyk "
BLACK: Inks = (0.0, 0.0, 0.0, 100.0)


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue, 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def written(inks: Inks) -> str:
    """Inks as the colour of a drawing."""
    return PREFIX + " ".join(f"{ink:g}" for ink in inks)


def limited(inks: Inks, most: float) -> Inks:
    """Inks of `most` per cent together: colours give way, black stays."""
    cyan, magenta, yellow, black = inks
    total = cyan + magenta + yellow
    share = min(1.0, max(0.0, most - black) / total) if total else 1.0
    return cyan * share, magenta * share, yellow * share, black


def inks_of(colour: str, known: Mapping[str, Inks]) -> Inks:
    """The inks that are known of a colour, or those of its red, green and blue with black taken out."""
    if colour in known:
        return known[colour]
    red, green, blue = (1 - part / 255 for part in channels(colour))
    black = min(red, green, blue)
    rest = (1 - black) or 1.0
    cyan, magenta, yellow = (100 * (part - black) / rest for part in (red, green, blue))
    return cyan, magenta, yellow, 100 * black
