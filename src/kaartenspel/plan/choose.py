"""Which blocks make a plan, and how long each is: those that serve the goal best in the time there is.

Pure: the same options, minutes and seed give the same choice.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from random import Random
from typing import Literal

from kaartenspel.plan.forms import STEP, Option

LONGEST = 90
"""After so many minutes at most there is a break."""
SHORT_BREAK = 10
"""A break takes so many minutes at least."""
DAY = 300
"""Who is together for so many minutes needs to eat."""
WEIGHED = 14
"""So many options are weighed against each other: those that must be in, and the best of the others."""
BLOCK_COSTS = 100.0
"""What a block more takes in attention, in the measure of `Wish.worth`: few long blocks go before many short ones.

An opening costs nothing: it is what makes people attend.
"""
CALM = 7.0
"""What a minute of a calm beginning and end is worth, up to ten minutes a piece."""

PieceKind = Literal["welcome", "work", "break", "harvest", "agreements", "close"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of the plan: its minutes, and from which to which they can be."""

    kind: PieceKind
    least: int
    most: int
    minutes: int = 0
    option: Option | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """The blocks in order."""

    pieces: tuple[Piece, ...]

    @property
    def minutes(self) -> int:
        """All of them together."""
        return sum(piece.minutes for piece in self.pieces)

    def before(self, piece: Piece) -> int:
        """How many minutes people are at work in one go when a break begins."""
        place = next(place for place, here in enumerate(self.pieces) if here is piece)
        since = max((n for n, here in enumerate(self.pieces[:place]) if here.kind == "break"), default=-1)
        return sum(here.minutes for here in self.pieces[since + 1 : place])


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked: options that can be done, keys that must be in, the seed that brings variety."""

    options: tuple[Option, ...]
    must: frozenset[str] = frozenset()
    seed: int = 1

    def worth(self, option: Option) -> float:
        """A minute of an option: more for what fits much better, and more or less by the seed."""
        luck = Random(f"{self.seed}/{option.key}").uniform(0.7, 1.3)
        return float(option.form.fit.weight**1.5) * luck


def choose(wish: Wish, minutes: int) -> Choice | None:
    """The best choice that takes exactly so many minutes, or None."""
    best: tuple[float, Choice | None] = (float("-inf"), None)
    for chosen in subsets(wish, minutes):
        found = fitted(chosen, minutes)
        if found is not None and (worth := _worth(wish, found)) > best[0]:
            best = worth, found
    return best[1] and _balanced(best[1])


def possible(wish: Wish, minutes: int) -> bool:
    """Whether some choice takes exactly so many minutes."""
    return any(fitted(chosen, minutes) for chosen in subsets(wish, minutes))


def _worth(wish: Wish, choice: Choice) -> float:
    options = [(piece.minutes, piece.option) for piece in choice.pieces if piece.option]
    works = [minutes * wish.worth(one) - BLOCK_COSTS * (one.form.fit.stage != "opening") for minutes, one in options]
    calm = [min(piece.minutes, 10) for piece in choice.pieces if piece.kind not in ("work", "break")]
    return sum(works) + CALM * sum(calm)


def subsets(wish: Wish, minutes: int) -> Iterator[tuple[Option, ...]]:
    """Choices of options whose shortest form fits: all that must be in, something for the core, one opening at most."""
    must = [option for option in wish.options if option.key in wish.must]
    others = sorted((option for option in wish.options if option not in must), key=lambda x: -wish.worth(x))
    room = minutes - sum(piece.least for piece in frame(minutes)) - sum(option.least for option in must)
    for more in _filled(others[: max(0, WEIGHED - len(must))], room):
        chosen = [option for option in wish.options if option in must or option in more]
        stages = [option.form.fit.stage for option in chosen if option not in must]
        if stages.count("opening") <= 1 and any(option.form.fit.stage == "core" for option in chosen):
            yield tuple(sorted(chosen, key=lambda x: ("opening", "core", "deepening").index(x.form.fit.stage)))


def _filled(options: Sequence[Option], room: int) -> Iterator[tuple[Option, ...]]:
    """Every choice of options that fits in a room of minutes, the empty one too."""
    if room < 0:
        return
    if not options:
        yield ()
        return
    first, *others = options
    for rest in _filled(others, room - first.least):
        yield (first, *rest)
    yield from _filled(others, room)


# --- time


def frame(minutes: int) -> tuple[Piece, ...]:
    """What every plan has around its work; a long one has more time for it, and agreements of their own."""
    if minutes >= 180:
        return Piece("welcome", 10, 15), Piece("harvest", 15, 30), Piece("agreements", 10, 20), Piece("close", 5, 10)
    if minutes >= 60:
        return Piece("welcome", 5, 10), Piece("harvest", 5, 20), Piece("agreements", 5, 10), Piece("close", 5, 10)
    return Piece("welcome", 5, 10), Piece("harvest", 5, 20), Piece("close", 5, 5)


def fitted(options: Sequence[Option], minutes: int) -> Choice | None:
    """These options in exactly so many minutes, with as few breaks as can be; None where that cannot be."""
    welcome, *after = frame(minutes)
    works = [Piece("work", option.least, option.most, 0, option) for option in options]
    needed = max(0, -(-(minutes - LONGEST) // (LONGEST + SHORT_BREAK)))
    for breaks in range(needed, min(needed + 1, len(works)) + 1):
        pieces = _allotted([welcome, *works, *after, *_breaks(breaks, minutes)], minutes)
        work, pauses = (pieces[: len(pieces) - breaks], pieces[len(pieces) - breaks :]) if pieces else ([], [])
        if work and (found := next(_ways(work, pauses, len(works)), None)):
            return found
    return None


def _breaks(number: int, minutes: int) -> list[Piece]:
    """So many breaks; on a long day the one in the middle is long enough to eat."""
    pauses = [Piece("break", SHORT_BREAK, 15 if minutes < 240 else 20) for _number in range(number)]
    if minutes >= DAY and pauses:
        pauses[number // 2] = Piece("break", 30, 60)
    return pauses


def _allotted(pieces: Sequence[Piece], minutes: int) -> list[Piece] | None:
    """Every piece with its minutes: the time that is left goes to what has had the smallest part of its own room."""
    given = [piece.least for piece in pieces]
    left = minutes - sum(given)
    if not 0 <= left <= sum(piece.most - piece.least for piece in pieces):
        return None
    while left:
        part = min(STEP, left)
        part = part if any(_room(piece, here) >= part for piece, here in zip(pieces, given, strict=True)) else 1
        open_ones = [n for n, piece in enumerate(pieces) if _room(piece, given[n]) >= part]
        place = min(open_ones, key=lambda n: (given[n] - pieces[n].least) / (pieces[n].most - pieces[n].least))
        given[place] += part
        left -= part
    return [replace(piece, minutes=here) for piece, here in zip(pieces, given, strict=True)]


def _room(piece: Piece, given: int) -> int:
    return piece.most - given


def _ways(pieces: Sequence[Piece], breaks: Sequence[Piece], works: int) -> Iterator[Choice]:
    """Every way to put breaks behind pieces of work so that no stretch is too long."""
    for places in combinations(range(1, works + 1), len(breaks)):
        edges = [0, *(place + 1 for place in places), len(pieces)]
        stretches = [pieces[one:other] for one, other in pairwise(edges)]
        if max(_length(stretch) for stretch in stretches) <= LONGEST:
            row: list[Piece] = list(stretches[0])
            for pause, stretch in zip(breaks, stretches[1:], strict=True):
                row += [pause, *stretch]
            yield Choice(tuple(row))


def _length(pieces: Sequence[Piece]) -> int:
    return sum(piece.minutes for piece in pieces)


def _balanced(choice: Choice) -> Choice:
    """The same pieces with the breaks where they leave the longest stretch as short as can be."""
    breaks = [piece for piece in choice.pieces if piece.kind == "break"]
    pieces = [piece for piece in choice.pieces if piece.kind != "break"]
    works = sum(piece.kind == "work" for piece in pieces)
    return min(_ways(pieces, breaks, works), key=_longest)


def _longest(choice: Choice) -> int:
    """The longest stretch without a break."""
    longest = here = 0
    for piece in choice.pieces:
        here = 0 if piece.kind == "break" else here + piece.minutes
        longest = max(longest, here)
    return longest
