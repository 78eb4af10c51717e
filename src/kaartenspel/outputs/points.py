"""Lengths for the PDF: millimetres become whole thousandths of a point, and those their shortest notation.

Whole numbers, so that differences between places (text moves from line to line by differences) do not drift.
"""

from functools import lru_cache

from kaartenspel.colour import PREFIX

_PER_MILLIMETRE = 72_000 / 25.4


def thousandths(length: float) -> int:
    """A length in millimetres as thousandths of a point (0.35 micrometre each)."""
    return round(length * _PER_MILLIMETRE)


@lru_cache(maxsize=65_536)
def number(value: int) -> str:
    """Thousandths of a point as the PDF writes them: `12.5`, never `12.500` nor `-0`."""
    return f"{value / 1000:.7g}"


@lru_cache(maxsize=65_536)
def points(length: float) -> str:
    """A length in millimetres as a number of points for the PDF."""
    return number(thousandths(length))


@lru_cache(maxsize=1024)
def colour(value: str, *, stroke: bool = False) -> str:
    """The operator that sets a colour: greys (black text among them) in the grey colour space, inks as inks."""
    if value.startswith(PREFIX):
        return _inks(value.removeprefix(PREFIX), stroke=stroke)
    red, green, blue = (_share(value[start : start + 2]) for start in (1, 3, 5))
    if red == green == blue:
        return f"{red} {'G' if stroke else 'g'}"
    return f"{red} {green} {blue} {'RG' if stroke else 'rg'}"


def _share(pair: str) -> str:
    return f"{int(pair, 16) / 255:.3g}"


def _inks(value: str, *, stroke: bool) -> str:
    """Inks: pure black prints over what lies below it, so that a shifted plate leaves no white edge round a letter.

    White must never do so: it would vanish. The states are called KF and NF, which outputs.printshop adds.
    """
    shares = " ".join(f"{float(ink) / 100:.4g}" for ink in value.split())
    if stroke:
        return f"{shares} K"
    return f"/{'KF' if value == '0 0 0 100' else 'NF'} gs {shares} k"
