"""Where words may be parted: compounds at their seam, other words by the patterns of the language (pyphen).

At least three letters stay on each side.
"""

from collections.abc import Iterable, Mapping
from functools import cache

import pyphen

from kaartenspel.compose.atoms import Hyphenate

LEAST = 3
_DICTIONARIES = {"nl": "nl_NL", "en": "en_GB"}
SEAM = "|"


@cache
def hyphenator(language: str, compounds: tuple[str, ...] = ()) -> Hyphenate:
    """The places in a run of letters where it may be parted, counted in letters from its start.

    `compounds` are words with a bar at each seam (`stellingen|spel`): they are parted nowhere else.
    """
    seams = _seams(compounds)

    @cache
    def places(word: str) -> tuple[int, ...]:
        known = seams.get(word.casefold())
        return tuple(map(int, _patterns(language).positions(word))) if known is None else known

    return places


@cache
def _patterns(language: str) -> pyphen.Pyphen:
    """The patterns of a language: reading them takes longer than a small deck, so a word must ask for them."""
    return pyphen.Pyphen(lang=_DICTIONARIES[language], left=LEAST, right=LEAST)


def _seams(compounds: Iterable[str]) -> Mapping[str, tuple[int, ...]]:
    """The places of the seams of each compound."""
    found: dict[str, tuple[int, ...]] = {}
    for compound in compounds:
        parts = compound.casefold().split(SEAM)
        found["".join(parts)] = tuple(sum(map(len, parts[: count + 1])) for count in range(len(parts) - 1))
    return found
