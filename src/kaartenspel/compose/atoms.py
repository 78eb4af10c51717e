"""A paragraph as atoms: the smallest parts that a line is made of, each with its width and what ends it.

Widths are em, so that one set of atoms serves every size of a ladder.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Literal

from kaartenspel.compose.measure import Measure, usable_face
from kaartenspel.compose.spelling import behind_hyphen
from kaartenspel.model.richtext import Run
from kaartenspel.model.theme import Style

Hyphenate = Callable[[str], tuple[int, ...]]
End = Literal["space", "join", "soft", "last"]
_LETTERS = re.compile(r"[^\W\d_]+")
# a line may end behind a hard hyphen, a slash or a dash inside a word, if letters stand on both sides, and
# behind a dot of a web address
_JOINT = re.compile(r"(?<=[^\W\d_][-/–—])(?=[^\W\d_])|(?<=[^\W\d_]{3}\.)(?=[^\W\d_]{2})")
_SPACE = re.compile(r"[ \t\n]+")  # a no-break space is part of its word


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one face."""

    face: str
    text: str


@dataclass(frozen=True, slots=True)
class Atom:
    """Pieces that are never parted. `end`: a space, a joint, a hyphenation point, or the paragraph's end.

    `behind` is how the atom is spelled at the start of a line where its word was parted, if otherwise.
    """

    pieces: tuple[Piece, ...]
    width: float
    end: End
    behind: tuple[Piece, ...] | None = None

    @property
    def text(self) -> str:
        """The characters."""
        return "".join(piece.text for piece in self.pieces)


def face_of(style: Style, run: Run) -> str:
    """The face of a run in a style."""
    if run.bold and run.italic:
        return style.bold_italic
    return style.bold if run.bold else style.italic if run.italic else style.face


def part_wide(words: tuple[Atom, ...], width: float, measure: Measure, hyphenate: Hyphenate) -> tuple[Atom, ...]:
    """The same atoms, with those that are wider than a line (in em) parted at their hyphenation points."""
    result: list[Atom] = []
    for word in words:
        result += [word] if word.width <= width else _parted(word, measure, hyphenate)
    return tuple(result)


def _parted(word: Atom, measure: Measure, hyphenate: Hyphenate) -> list[Atom]:
    """A word as the parts between its hyphenation points, each of its own faces."""
    marked = [(piece.face, character) for piece in word.pieces for character in piece.text]
    parts = _parts(word.text, hyphenate)
    atoms_ = [_atom(marked[start:stop], end if stop < len(marked) else word.end, measure) for start, stop, end in parts]
    return [atoms_[0], *(_respelled(above, below) for above, below in pairwise(atoms_))]


def _respelled(above: Atom, below: Atom) -> Atom:
    """The second of two parts, with how it is spelled behind a hyphen."""
    first, *rest = below.pieces
    text = behind_hyphen(above.text, first.text)
    if above.end != "soft" or text == first.text:
        return below
    return replace(below, behind=(Piece(first.face, text), *rest))


def _atom(marked: list[tuple[str, str]], end: End, measure: Measure) -> Atom:
    pieces = tuple(_pieces(marked, measure))
    return Atom(pieces, sum(measure.shape(piece.face, piece.text).width for piece in pieces), end)


def atoms(runs: tuple[Run, ...], style: Style, measure: Measure) -> tuple[Atom, ...]:
    """The atoms of a paragraph: its words, parted where a joint such as a hard hyphen allows it."""
    marked = [(face_of(style, run), character) for run in runs for character in run.text]
    result: list[Atom] = []
    words = list(_words(marked))
    for index, word in enumerate(words):
        for start, stop, end in _parts("".join(character for _face, character in word), None):
            closing: End = end if stop < len(word) else "last" if index == len(words) - 1 else "space"
            result.append(_atom(word[start:stop], closing, measure))
    return tuple(result)


def _words(marked: list[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    """The characters with their faces, word by word."""
    for is_space, group in groupby(marked, key=lambda pair: _SPACE.fullmatch(pair[1]) is not None):
        if not is_space:
            yield list(group)


def _parts(word: str, hyphenate: Hyphenate | None) -> list[tuple[int, int, End]]:
    """Where a word may be parted: start, stop and what ends each part."""
    cuts: dict[int, End] = {match.start(): "join" for match in _JOINT.finditer(word)}
    if hyphenate:
        for letters in _LETTERS.finditer(word):
            cuts |= {letters.start() + cut: "soft" for cut in hyphenate(letters.group())}
    stops = [*sorted(cuts), len(word)]
    return [(start, stop, cuts.get(stop, "last")) for start, stop in zip([0, *stops], stops, strict=False)]


def _pieces(marked: list[tuple[str, str]], measure: Measure) -> Iterator[Piece]:
    """Characters grouped by the face that draws them; the wanted face goes on where none has the glyph."""
    faces = [(usable_face(measure, face, character) or face, character) for face, character in marked]
    for face, group in groupby(faces, key=lambda pair: pair[0]):
        yield Piece(face, "".join(character for _face, character in group))
