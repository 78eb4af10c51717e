"""Names of cards made from their words, and found again when a list is imported once more."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from kaartenspel.model.values import slug

WORDS, LETTERS = 6, 40
"""A name takes so many words of a text at most, and so many letters."""
ALIKE = 0.6
"""From here on a text counts as an earlier one in other words: half of the words may be others if they are short."""
_MARKS = re.compile(r"[*_]+")


@dataclass(frozen=True, slots=True)
class Given:
    """The name of a text; `before` is the wording that it had, where that was another."""

    id: str
    before: str = ""


def name_from(text: str, taken: Iterable[str]) -> str:
    """A name from the first words of a text, unlike those that are taken."""
    words = slug(_MARKS.sub("", text)).split("-")[:WORDS]
    while len(words) > 1 and len("-".join(words)) > LETTERS:
        words.pop()
    base, used, number = "-".join(words)[:LETTERS].strip("-"), set(taken), 2
    name = base
    while name in used:
        name, number = f"{base}-{number}", number + 1
    return name


def names_for(texts: Iterable[str], known: Mapping[str, str], taken: Iterable[str] = ()) -> list[Given]:
    """A name for each text: that of the same text in `known` (by name), of one much like it, or a new one.

    Every known name is given once; the same words go before words that are alike, and the most alike first.
    """
    wanted = list(texts)
    found: dict[int, Given] = {}
    left = dict(known)
    by_words: dict[str, list[str]] = {}
    for name, text in known.items():
        by_words.setdefault(_words(text), []).append(name)
    for index, text in enumerate(wanted):
        if same := by_words.get(_words(text)):
            name = same.pop(0)
            found[index] = Given(name)
            left.pop(name, None)
    for index, name in _alike(wanted, found, left):
        found[index] = Given(name, left[name])
    used = {*known, *taken}
    made: list[Given] = []
    for index, text in enumerate(wanted):
        given = found.get(index) or Given(name_from(text, used))
        used.add(given.id)
        made.append(given)
    return made


def _alike(texts: list[str], found: Mapping[int, Given], left: Mapping[str, str]) -> Iterable[tuple[int, str]]:
    """Pairs of a text without a name and a name without a text, the most alike first."""
    pairs: list[tuple[float, int, str]] = []
    old = {name: _words(text) for name, text in left.items()}
    for index, text in enumerate(texts):
        if index not in found:
            matcher = SequenceMatcher(autojunk=False)
            matcher.set_seq2(_words(text))
            for name, words in old.items():
                matcher.set_seq1(words)
                if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE:
                    pairs.append((matcher.ratio(), index, name))
    indices, names = set(found), set()
    for likeness, index, name in sorted(pairs, key=lambda pair: (-pair[0], pair[1])):
        if likeness >= ALIKE and index not in indices and name not in names:
            indices.add(index)
            names.add(name)
            yield index, name


def _words(text: str) -> str:
    """A text as it is compared: no capitals, no signs, one space between words."""
    return " ".join(re.findall(r"\w+", text.casefold()))
