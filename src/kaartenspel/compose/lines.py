"""Breaks a paragraph into lines. Widths are em.

The number of lines is the least possible; among the ways to make so many, the one with the evenest lines wins.
A short last word alone is avoided where another break exists, and no two lines in a row end in a hyphen.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kaartenspel.compose.atoms import Atom

Line = tuple[Atom, ...]
LONELY_LETTERS = 5
"""A last word with fewer letters than this does not stand alone on its line, if that can be helped."""
_LONELY_COST = 0.6
_HYPHEN_COST = 0.12
_SHORT_LAST_COST = 0.1
_TOLERANCE = 1e-6
_MORE_LINES = 2  # how many more lines than the least are tried to keep two hyphens apart


@dataclass(frozen=True, slots=True)
class Column:
    """The room of a line, and the widths of a space and a hyphen, all in em."""

    width: float
    space: float
    hyphen: float


def break_lines(atoms: Sequence[Atom], column: Column) -> tuple[Line, ...] | None:
    """The lines, or None where an atom alone is wider than the line."""
    if not atoms:
        return ()
    fewest = fewest_lines(atoms, column)
    if fewest is None:
        return None
    tries = (_evenest(atoms, column, fewest + more) for more in range(_MORE_LINES + 1))
    return next((lines for lines in tries if lines is not None), None)


def fewest_lines(atoms: Sequence[Atom], column: Column) -> int | None:
    """The number of lines when each takes as much as it can, or None where an atom alone is too wide."""
    count, total = (1 if atoms else 0), 0.0
    width, space, hyphen = column.width + _TOLERANCE, column.space, column.hyphen
    start, stop, index = 0, 0, 0  # the line begins at start and can end at stop
    while index < len(atoms):
        atom = atoms[index]
        total += atom.width
        if total > width:
            if stop == start:
                return None
            count, start, index, total = count + 1, stop, stop, 0.0
            continue
        index += 1
        if atom.end != "soft" or total + hyphen <= width:
            stop = index
        total += space if atom.end == "space" else 0.0
    return count if stop == len(atoms) else None


def _ends(atoms: Sequence[Atom], start: int, column: Column) -> Iterator[tuple[int, float]]:
    """Each place where a line from `start` may end, with the width it takes."""
    total = 0.0
    for index in range(start, len(atoms)):
        atom = atoms[index]
        total += atom.width
        if total > column.width + _TOLERANCE:
            return
        used = total + (column.hyphen if atom.end == "soft" else 0.0)
        if used <= column.width + _TOLERANCE:
            yield index + 1, used
        total += column.space if atom.end == "space" else 0.0


def _evenest(atoms: Sequence[Atom], column: Column, count: int) -> tuple[Line, ...] | None:
    """The least ragged way to fill exactly `count` lines (dynamic programming over line ends), or None."""
    size = len(atoms)
    ways: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for line in range(1, count + 1):
        reached: dict[int, tuple[float, int]] = {}
        for start, (cost, _origin) in ways[-1].items():
            hyphenated = start > 0 and atoms[start - 1].end == "soft"
            for stop, used in _ends(atoms, start, column):
                if (stop == size) != (line == count) or (hyphenated and atoms[stop - 1].end == "soft"):
                    continue
                total = cost + _cost(atoms, start, stop, used / column.width)
                if stop not in reached or total < reached[stop][0]:
                    reached[stop] = (total, start)
        ways.append(reached)
    return _traced(atoms, ways) if size in ways[-1] else None


def _traced(atoms: Sequence[Atom], ways: list[dict[int, tuple[float, int]]]) -> tuple[Line, ...]:
    """The lines of the best way, read back from its end."""
    ends = [len(atoms)]
    for reached in reversed(ways[1:]):
        ends.append(reached[ends[-1]][1])
    ends.reverse()
    return tuple(tuple(atoms[start:stop]) for start, stop in pairwise(ends))


def _cost(atoms: Sequence[Atom], start: int, stop: int, filled: float) -> float:
    """The square of the white at a line's end; the last line may be short, but not one short word."""
    last = atoms[stop - 1]
    if last.end == "last":
        lonely = start > 0 and stop - start == 1 and _letters(last.text) < LONELY_LETTERS
        return _LONELY_COST if lonely else _SHORT_LAST_COST * (1.0 - filled) ** 2
    return (1.0 - filled) ** 2 + (_HYPHEN_COST if last.end == "soft" else 0.0)


def _letters(text: str) -> int:
    """How many letters and digits a text has."""
    return sum(map(str.isalnum, text))
