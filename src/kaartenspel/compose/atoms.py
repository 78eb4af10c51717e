"""A paragraph as atoms: the smallest parts that a line is made of, each with its width and what ends it.

Widths are em, so that one set of atoms serves every size of a ladder.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import chain, groupby, pairwise
from typing import Literal, NamedTuple, Protocol

from kaartenspel.compose.measure import Measure, usable_face
from kaartenspel.compose.spelling import behind_hyphen
from kaartenspel.model.richtext import Run

Hyphenate = Callable[[str], tuple[int, ...]]
FaceNames = tuple[str, str, str, str]
"""The faces of a text style: for plain, bold, italic, and bold italic runs."""
End = Literal["space", "join", "soft", "last"]
MOST_WORDS = 50_000
"""How many words of a face are kept."""
_PAUSES = (".", "?", "!", ",", ";", ":", ".’", "?’", "!’")
_LETTERS = re.compile(r"[^\W\d_]+")
# a line may end behind a hard hyphen, a slash or a dash inside a word, if letters stand on both sides, and
# behind a dot of a web address
_JOINT = re.compile(r"(?<=[^\W\d_][-/–—])(?=[^\W\d_])|(?<=[^\W\d_]{3}\.)(?=[^\W\d_]{2})")
_WORD = re.compile(r"[^ \t\n]+")
_TOKEN = re.compile(r"[ \t\n]+|[^ \t\n]+")  # a no-break space is part of its word


class Faces(Protocol):
    """What has the faces of a text style."""

    @property
    def faces(self) -> FaceNames:
        """Their names."""


class Piece(NamedTuple):
    """Characters of one face."""

    face: str
    text: str


Pieces = tuple[Piece, ...]


class Atom(NamedTuple):
    """Pieces that are never parted. `end`: a space, a joint, a hyphenation point, or the paragraph's end.

    `behind` is how the atom is spelled at the start of a line where its word was parted, if otherwise. The rest is
    what every line asks for, found out once a word: `face` is its face, or None where it has several; `said` its
    characters with the space behind them. A line rather ends elsewhere than where the atom `joins` what follows; it
    `pauses` at the end of a clause.
    """

    pieces: Pieces
    width: float
    end: End
    behind: Pieces | None
    face: str | None
    said: str
    joins: bool
    pauses: bool

    @property
    def text(self) -> str:
        """The characters."""
        return _text(self.pieces)


def _made(pieces: Pieces, width: float, end: End) -> Atom:
    """An atom of these pieces."""
    face, last = (pieces[0].face if len(pieces) == 1 else None), pieces[-1].text
    said = _text(pieces) + " " if end == "space" else _text(pieces)
    joins, pauses = end in ("soft", "join") or last == "&", end == "space" and last.endswith(_PAUSES)
    return Atom(pieces, width, end, None, face, said, joins, pauses)


def atoms(runs: tuple[Run, ...], kind: Faces, measure: Measure) -> tuple[Atom, ...]:
    """The atoms of a paragraph: its words, parted where a joint such as a hard hyphen allows it."""
    return atoms_in(runs, kind.faces, measure)


@lru_cache(maxsize=1024)
def atoms_in(runs: tuple[Run, ...], faces: FaceNames, measure: Measure) -> tuple[Atom, ...]:
    """The same by the names of the faces; made once for all steps of the ladder, and for what many cards say."""
    result: list[Atom] = []
    if len(runs) == 1:  # as nearly all texts are
        known = _known(faces[runs[0].bold + 2 * runs[0].italic], measure)
        result += chain.from_iterable(map(known.__getitem__, _WORD.findall(runs[0].text)))
    else:
        for word in _words(runs, faces):
            result += _word(word, measure)
    if result:
        last = result[-1]
        result[-1] = _made(last.pieces, last.width, "last")
    return tuple(result)


class _Known(dict[str, tuple[Atom, ...]]):
    """The atoms of the words of one face; words come again and again."""

    def __init__(self, face: str, measure: Measure) -> None:
        self._face, self._measure = face, measure

    def __missing__(self, text: str) -> tuple[Atom, ...]:
        made = _word((Piece(self._face, text),), self._measure)
        if len(self) < MOST_WORDS:
            self[text] = made
        return made


@lru_cache(maxsize=16)
def _known(face: str, measure: Measure) -> _Known:
    return _Known(face, measure)


def _word(word: Pieces, measure: Measure) -> tuple[Atom, ...]:
    """The atoms of a word with a space behind it."""
    parts = _parts(_text(word), None)
    if len(parts) == 1:
        return (_atom(word, "space", measure),)
    found = [_atom(_cut(word, start, stop), end, measure) for start, stop, end in parts]
    return (*found[:-1], _made(found[-1].pieces, found[-1].width, "space"))


def part_wide(words: tuple[Atom, ...], width: float, measure: Measure, hyphenate: Hyphenate) -> tuple[Atom, ...]:
    """The same atoms, with those that are wider than a line (in em) parted at their hyphenation points."""
    result: list[Atom] = []
    for word in words:
        result += [word] if word.width <= width else _parted(word, measure, hyphenate)
    return tuple(result)


def _parted(word: Atom, measure: Measure, hyphenate: Hyphenate) -> list[Atom]:
    """A word as the parts between its hyphenation points, each of its own faces."""
    text = word.text
    parts = [
        _atom(_cut(word.pieces, start, stop), end if stop < len(text) else word.end, measure)
        for start, stop, end in _parts(text, hyphenate)
    ]
    return [parts[0], *(_respelled(above, below) for above, below in pairwise(parts))]


def _respelled(above: Atom, below: Atom) -> Atom:
    """The second of two parts, with how it is spelled behind a hyphen."""
    first, *rest = below.pieces
    text = behind_hyphen(above.text, first.text)
    if above.end != "soft" or text == first.text:
        return below
    return below._replace(behind=(Piece(first.face, text), *rest))


def _atom(word: Pieces, end: End, measure: Measure) -> Atom:
    """An atom of a word's pieces, each in a face that has its characters."""
    pieces: list[Piece] = []
    for piece in word:
        pieces += drawable(measure, piece.face, piece.text)
    return _made(tuple(pieces), sum([measure.shape(piece.face, piece.text).width for piece in pieces]), end)


def _words(runs: tuple[Run, ...], faces: FaceNames) -> Iterator[Pieces]:
    """The words of a paragraph; a word may have several faces."""
    word: list[Piece] = []
    for run in runs:
        face = faces[run.bold + 2 * run.italic]
        for token in _TOKEN.findall(run.text):
            if token[0] not in " \t\n":
                word.append(Piece(face, token))
            elif word:
                yield tuple(word)
                word = []
    if word:
        yield tuple(word)


def _text(word: Pieces) -> str:
    return word[0].text if len(word) == 1 else "".join([piece.text for piece in word])


def _cut(word: Pieces, start: int, stop: int) -> Pieces:
    """The characters of a word from start to stop."""
    cut: list[Piece] = []
    for piece in word:
        text = piece.text[max(0, start) : max(0, stop)]
        cut += [Piece(piece.face, text)] if text else []
        start, stop = start - len(piece.text), stop - len(piece.text)
    return tuple(cut)


@lru_cache(maxsize=1024)
def _parts(word: str, hyphenate: Hyphenate | None) -> list[tuple[int, int, End]]:
    """Where a word may be parted: start, stop and what ends each part."""
    cuts: dict[int, End] = {match.start(): "join" for match in _JOINT.finditer(word)}
    if hyphenate:
        for letters in _LETTERS.finditer(word):
            cuts |= {letters.start() + cut: "soft" for cut in hyphenate(letters.group())}
    stops = [*sorted(cuts), len(word)]
    return [(start, stop, cuts.get(stop, "last")) for start, stop in zip([0, *stops], stops, strict=False)]


@lru_cache(maxsize=1024)
def drawable(measure: Measure, face: str, text: str) -> Pieces:
    """Characters grouped by the face that draws them; the wanted face goes on where none has the glyph."""
    if {usable_face(measure, face, character) for character in text} == {face}:  # as in nearly all words
        return (Piece(face, text),)
    faces = [(usable_face(measure, face, character) or face, character) for character in text]
    return tuple(
        Piece(usable, "".join([character for _face, character in group]))
        for usable, group in groupby(faces, key=lambda pair: pair[0])
    )
