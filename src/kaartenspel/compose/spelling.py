"""How a word is spelled when it is parted at a line's end."""

import unicodedata

_DIAERESIS = "\u0308"
_VOWELS = "aeiouy"


def behind_hyphen(before: str, after: str) -> str:
    """What stands on the next line when a word is parted: without a diaeresis that has lost its use.

    A diaeresis that only keeps two vowels apart is not written where the hyphen does so (twee-entwintig).
    """
    first = unicodedata.normalize("NFD", after[:1])
    if _DIAERESIS in first and _plain(before[-1:]) in _VOWELS:
        return first.replace(_DIAERESIS, "") + after[1:]
    return after


def _plain(letter: str) -> str:
    """A letter without its marks; a bar, which is no vowel, for none."""
    return (unicodedata.normalize("NFD", letter) or "|")[0].casefold()
