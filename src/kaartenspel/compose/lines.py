"""Breaks a paragraph into lines. Widths are em.

The number of lines is the least possible; among the ways to make so many, the one with the evenest lines wins.
A last word alone, a very short last line, and a line that ends just behind the first word after a pause are avoided
where another break exists; no two lines in a row end in a hyphen.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

from kaartenspel.compose.atoms import Atom

Line = tuple[Atom, ...]
LONELY_LETTERS = 5
"""A last word with fewer letters than this does not stand alone on its line, if that can be helped."""
_LONELY_COST = 0.6
_ALONE_COST = 0.3  # a longer last word alone, on a line that it fills for less than _ALONE_FILLS
_ALONE_FILLS = 0.55
_STUB_COST = 1.0  # for what a last line lacks of _STUB_FILLS
_STUB_FILLS = 0.4
_HYPHEN_COST = 0.12
_OPENING_COST = 0.05
_SHORT_LAST_COST = 0.1
_TOLERANCE = 1e-6
_MORE_LINES = 2  # how many more lines than the least are tried to keep two hyphens apart


class Column(NamedTuple):
    """The room of a line, and the widths of a space and a hyphen, all in em."""

    width: float
    space: float
    hyphen: float


def break_lines(atoms: Sequence[Atom], column: Column, fewest: int | None = None) -> tuple[Line, ...] | None:
    """The lines, or None where an atom alone is wider than the line. `fewest` is their number, where that is known."""
    if not atoms:
        return ()
    fewest = fewest or fewest_lines(atoms, column)
    if fewest is None:
        return None
    if fewest == 1:
        return (tuple(atoms),)
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


class _Offsets(NamedTuple):
    """Where atoms lie when all stand on one line: a line from i up to j is `ends[j] - starts[i]` wide.

    `bare` leaves out the hyphen that a line broken there needs.
    """

    starts: list[float]
    ends: list[float]
    bare: list[float]


def _offsets(atoms: Sequence[Atom], column: Column) -> _Offsets:
    widths, space = [atom.width for atom in atoms], column.space
    spaces = [space if atom.end == "space" else 0.0 for atom in atoms]
    places = [0.0, *accumulate(chain.from_iterable(zip(widths, spaces, strict=True)))]
    bare = [0.0, *places[1::2]]
    soft = [index for index, atom in enumerate(atoms, start=1) if atom.end == "soft"]
    ends = bare.copy() if soft else bare
    for index in soft:
        ends[index] += column.hyphen
    return _Offsets(places[::2], ends, bare)


def _windows(offsets: _Offsets, width: float, count: int) -> list[range]:
    """For each line of so many, where it may end: not so early that the rest is too long, nor beyond its reach."""
    size = len(offsets.bare) - 1
    latest, earliest = [0], [size]
    for _line in range(count):
        latest.append(bisect_right(offsets.bare, offsets.starts[latest[-1]] + width) - 1)
        earliest.append(bisect_left(offsets.starts, offsets.bare[earliest[-1]] - width))
    return [range(low, min(high, size) + 1) for low, high in zip(reversed(earliest[:-1]), latest[1:], strict=True)]


def _evenest(atoms: Sequence[Atom], column: Column, count: int) -> tuple[Line, ...] | None:
    """The least ragged way to fill exactly `count` lines (dynamic programming over line ends), or None."""
    size, room, width = len(atoms), column.width, column.width + _TOLERANCE
    offsets, extra = _offsets(atoms, column), _extra(atoms)
    ends = offsets.ends
    ways: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for window in _windows(offsets, width, count):
        reached: dict[int, tuple[float, int]] = {}
        for start, (cost, _origin) in ways[-1].items():
            hyphenated = start > 0 and atoms[start - 1].end == "soft"
            begin = offsets.starts[start]
            for stop in range(max(window.start, start + 1), window.stop):
                used = ends[stop] - begin
                if used > width or (hyphenated and atoms[stop - 1].end == "soft"):
                    continue
                white = 1.0 - used / room
                total = cost + (_last_cost(atoms, start, used / room) if stop == size else white * white + extra[stop])
                best = reached.get(stop)
                if best is None or total < best[0]:
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


def _extra(atoms: Sequence[Atom]) -> list[float]:
    """What it costs to end a line before each atom: more within a word, behind ‘&’, or one word behind a pause."""
    first = _HYPHEN_COST if atoms[0].joins else 0.0
    behind = [
        _HYPHEN_COST if atom.joins else _OPENING_COST if before.pauses else 0.0 for before, atom in pairwise(atoms)
    ]
    return [0.0, first, *behind]


def _last_cost(atoms: Sequence[Atom], start: int, filled: float) -> float:
    """The last line may be short, but not very short, and not one word that leaves half of it white."""
    alone = start == len(atoms) - 1 and start > 0
    if alone and _letters(atoms[-1].text) < LONELY_LETTERS:
        return _LONELY_COST
    stub = _STUB_COST * max(0.0, _STUB_FILLS - filled) if start > 0 else 0.0
    return _SHORT_LAST_COST * (1.0 - filled) ** 2 + stub + (_ALONE_COST if alone and filled < _ALONE_FILLS else 0.0)


def _letters(text: str) -> int:
    """How many letters and digits a text has."""
    return sum(map(str.isalnum, text))
