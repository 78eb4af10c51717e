"""Colours for a press: RGB to inks, and how much ink lies on one spot.

An RGB colour is `#0f6e78`. Inks are four percentages (cyan, magenta, yellow, black); written in a drawing they are
`cmyk:75 0 25 55`.
"""

from collections.abc import Mapping

Inks = tuple[float, float, float, float]
PREFIX = "cmyk:"
BLACK: Inks = (0.0, 0.0, 0.0, 100.0)
_ROUNDING = 1.6
"""How far two channels of 0–255 may lie apart through rounding and still be the same tint."""


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of a colour such as `#0f6e78`, 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def inks_of(colour: str, known: Mapping[str, Inks]) -> Inks:
    """The inks of an RGB colour: as given by hand, as a tint of one that is, or reckoned with at most three inks."""
    if colour in known:
        return known[colour]
    for full, (cyan, magenta, yellow, black) in known.items():
        share = _tint(colour, full)
        if share is not None:
            return round(cyan * share, 1), round(magenta * share, 1), round(yellow * share, 1), round(black * share, 1)
    return reckoned(colour)


def reckoned(colour: str) -> Inks:
    """Inks by arithmetic: what red, green and blue lack alike is black, so one of the colours is never needed."""
    shares = [value / 255 for value in channels(colour)]
    light = max(shares)
    if light == 0:
        return BLACK
    cyan, magenta, yellow = (round(100 * (light - share) / light, 1) for share in shares)
    return cyan, magenta, yellow, round(100 * (1 - light), 1)


def limited(inks: Inks, most: float) -> Inks:
    """The same colour with no more ink than `most` per cent: black stays, the colours give way together."""
    cyan, magenta, yellow, black = inks
    total = cyan + magenta + yellow
    if total + black <= most:
        return inks
    share = max(most - black, 0.0) / total
    return round(cyan * share, 1), round(magenta * share, 1), round(yellow * share, 1), black


def written(inks: Inks) -> str:
    """Inks as a colour of a drawing."""
    return PREFIX + " ".join(f"{ink:g}" for ink in inks)


def _tint(colour: str, full: str) -> float | None:
    """The share of a full colour in one that was mixed from it and white, or None where it was not."""
    lack, most = ([255 - value for value in channels(name)] for name in (colour, full))
    share = max(lack) / max(most) if max(most) else 0.0
    if not 0 < share < 1:
        return None
    near = all(abs(one - share * other) <= _ROUNDING for one, other in zip(lack, most, strict=True))
    return share if near else None
