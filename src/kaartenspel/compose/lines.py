"""Breaks a paragraph into lines. Widths are em.

The number of lines is the least possible; among the ways to make so many, the one with the evenest lines wins,
and a short last word alone is avoided where another break exists.
"""

from collections.abc import Sequence
from itertools import pairwise

from kaartenspel.compose.atoms import Atom

Line = tuple[Atom, ...]
LONELY_LETTERS = 5
_LONELY_COST = 0.25
_HYPHEN_COST = 0.12
_TOLERANCE = 1e-6


def break_lines(atoms: Sequence[Atom], width: float, space: float, hyphen: float) -> tuple[Line, ...] | None:
    """The lines, or None where an atom alone is wider than the line. Widths of space and hyphen in em."""
    if not atoms:
        return ()
    count = _fewest(atoms, width, space, hyphen)
    return None if count is None else _evenest(atoms, width, space, hyphen, count)


def count_lines(atoms: Sequence[Atom], width: float, space: float, hyphen: float) -> int | None:
    """How many lines it takes at the least, or None where it cannot be broken so."""
    return _fewest(atoms, width, space, hyphen) if atoms else 0


def _fewest(atoms: Sequence[Atom], width: float, space: float, hyphen: float) -> int | None:
    """The number of lines when each takes as much as it can."""
    count, start = 0, 0
    while start < len(atoms):
        stop = _furthest(atoms, start, width, space, hyphen)
        if stop is None:
            return None
        count, start = count + 1, stop
    return count


def _furthest(atoms: Sequence[Atom], start: int, width: float, space: float, hyphen: float) -> int | None:
    """Where the longest line from `start` ends, or None where not one atom fits."""
    total, best = 0.0, None
    for index in range(start, len(atoms)):
        atom = atoms[index]
        total += atom.width
        if total > width + _TOLERANCE:
            break
        if total + (hyphen if atom.end == "soft" else 0.0) <= width + _TOLERANCE:
            best = index + 1
        total += space if atom.end == "space" else 0.0
    return best


def _evenest(atoms: Sequence[Atom], width: float, space: float, hyphen: float, count: int) -> tuple[Line, ...]:
    """The least ragged way to fill exactly `count` lines (dynamic programming over line ends)."""
    size = len(atoms)
    ways: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for line in range(1, count + 1):
        reached: dict[int, tuple[float, int]] = {}
        for start, (cost, _origin) in ways[-1].items():
            for stop, more in _ends(atoms, start, width, space, hyphen):
                if (stop == size) != (line == count):
                    continue
                if stop not in reached or cost + more < reached[stop][0]:
                    reached[stop] = (cost + more, start)
        ways.append(reached)
    ends = [size]
    for line in range(count, 0, -1):
        ends.append(ways[line][ends[-1]][1])
    ends.reverse()
    return tuple(tuple(atoms[start:stop]) for start, stop in pairwise(ends))


def _ends(atoms: Sequence[Atom], start: int, width: float, space: float, hyphen: float) -> list[tuple[int, float]]:
    """Each place where a line from `start` may end, with what such a line costs."""
    found: list[tuple[int, float]] = []
    total = 0.0
    for index in range(start, len(atoms)):
        atom = atoms[index]
        total += atom.width
        used = total + (hyphen if atom.end == "soft" else 0.0)
        if total > width + _TOLERANCE:
            break
        if used <= width + _TOLERANCE:
            found.append((index + 1, _cost(atoms[start : index + 1], used / width)))
        total += space if atom.end == "space" else 0.0
    return found


def _cost(line: Sequence[Atom], filled: float) -> float:
    """The square of the white at a line's end; the last line may be short, but not one short word."""
    if line[-1].end == "last":
        lonely = len(line) == 1 and len(line[0].text) < LONELY_LETTERS + 1
        return _LONELY_COST if lonely else 0.15 * (1.0 - filled) ** 2
    return (1.0 - filled) ** 2 + (_HYPHEN_COST if line[-1].end == "soft" else 0.0)
