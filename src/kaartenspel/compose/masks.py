"""What a QR symbol loses by ISO/IEC 18004 (2015, 7.8.3, table 11): the lower, the easier a phone reads it.

A symbol is one whole number here, bit after bit from its top-left corner, each row followed by a bit that is
always nought. So a shift by one compares each module with its neighbour in the row, a shift by a row with the one
above, for all modules at once; at the nought that ends a row a module is neither dark nor light, so that nothing
runs on into the next one.

The standard leaves room in its third rule; it is read so: the pattern is counted in modules (dark, light, three
dark, light, dark), the four light ones beside it lie within the symbol, and a pattern with light on both sides
counts once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

RUN, BLOCK, FINDER, BALANCE = 3, 3, 40, 10
"""The standard's weights N1 to N4."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The bits that stand for modules in a symbol of this side: all, and those with a neighbour in row or column."""

    side: int
    stride: int
    modules: int
    paired: int
    stacked: int


@cache
def grid(side: int) -> Grid:
    """The bits of a symbol's modules."""
    row, stride = (1 << side) - 1, side + 1
    rows = [row << stride * index for index in range(side)]
    modules = sum(rows)
    return Grid(side, stride, modules, modules & (modules >> 1), modules & (modules >> stride))


def packed(rows: Sequence[Sequence[object]]) -> int:
    """A symbol as one number, from rows of modules that are true where dark."""
    return int("0".join("".join("1" if dark else "0" for dark in row) for row in rows) + "0", 2) >> 1


def unpacked(symbol: int, side: int) -> tuple[str, ...]:
    """The rows of a symbol as texts of `0` and `1`."""
    stride = side + 1
    bits = f"{symbol:0{side * stride - 1}b}"
    return tuple(bits[start : start + side] for start in range(0, side * stride, stride))


def penalty(symbol: int, side: int) -> int:
    """The points that a symbol loses."""
    bits = grid(side)
    light = symbol ^ bits.modules
    across = bits.paired & ~(symbol ^ (symbol >> 1))
    down = bits.stacked & ~(symbol ^ (symbol >> bits.stride))
    blocks = across & (across >> bits.stride) & down
    points = _runs(across, 1) + _runs(down, bits.stride) + BLOCK * blocks.bit_count()
    finders = _finders(symbol, light, 1) + _finders(symbol, light, bits.stride)
    return points + FINDER * finders + BALANCE * _unbalance(symbol.bit_count(), side * side)


def _runs(same: int, step: int) -> int:
    """Rule 1: five modules of a colour in a row lose N1, each further one a point more."""
    two = same & (same >> step)
    five = two & (two >> 2 * step)
    begun = five & ~(five << step)
    return five.bit_count() + (RUN - 1) * begun.bit_count()


def _finders(dark: int, light: int, step: int) -> int:
    """Rule 3: how many look like a finder pattern in one direction."""
    around = dark & (light >> step)  # dark, light
    inner = (dark >> 2 * step) & (dark >> 3 * step) & (around >> 4 * step) & (dark >> 6 * step)
    pattern = around & inner
    two = light & (light >> step)
    four = two & (two >> 2 * step)
    return (pattern & ((four >> 7 * step) | (four << 4 * step))).bit_count()


def _unbalance(dark: int, modules: int) -> int:
    """Rule 4: how many whole steps of 5 % the share of dark modules lies from a half."""
    return abs(20 * dark - 10 * modules) // modules
