"""Where words may be parted, by the patterns of the language (pyphen), at least three letters on each side."""

from functools import cache

import pyphen

from kaartenspel.compose.atoms import Hyphenate

LEAST = 3
_DICTIONARIES = {"nl": "nl_NL", "en": "en_GB"}


@cache
def hyphenator(language: str) -> Hyphenate:
    """The places in a run of letters where it may be parted, counted in letters from its start."""
    patterns = pyphen.Pyphen(lang=_DICTIONARIES[language], left=LEAST, right=LEAST)

    @cache
    def places(word: str) -> tuple[int, ...]:
        # a point that changes the spelling when used (co-ör becomes co-or) carries data, and is left out here
        return tuple(int(point) for point in patterns.positions(word) if point.data is None)

    return places
