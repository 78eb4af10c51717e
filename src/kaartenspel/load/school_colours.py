"""One or two colours of a school become those of a theme: each kind of cards gets one, and none is like another.

Kinds in print look alike when lightness and pattern are both alike: kinds of one pattern therefore differ by at least
8 in lightness (L*), which grey printers and colour-blind readers can tell.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import cycle

from kaartenspel.load.extend import merge
from kaartenspel.load.tones import MOST_INK, Tone, contrast, from_tone, ink, is_safe, safe, tone
from kaartenspel.messages import _
from kaartenspel.problems import Code, Place, Problem
from kaartenspel.reading.values import Fields, Scalar, Value, scalar

APART = 8.0
"""The least difference in lightness between kinds of one pattern."""
SECOND = 0.4
"""How vivid the second colour is of a school that has one, to that one."""
PALER = (1.0, 0.75, 0.5, 0.25)
NOT_OF_KINDS = ("ink", "quiet", "white", "line")
Looks = Mapping[str, str]
"""The pattern of each kind's colour, in the order of the kinds."""


def safe_colours(colours: Iterable[tuple[str, Place]]) -> tuple[list[str], list[Problem]]:
    """The colours as they can be printed under white letters, with a warning for each that had to be changed."""
    found: list[str] = []
    problems: list[Problem] = []
    for colour, place in colours:
        chosen = safe(colour)
        found.append(chosen)
        if chosen != colour:
            problems.append(_changed(colour, chosen, place))
    return found, problems


def _changed(colour: str, chosen: str, place: Place) -> Problem:
    """What was wrong with a colour, and which one is taken."""
    if ink(colour) > MOST_INK:
        said = _("‘{colour}’ takes more ink than paper can bear: we take ‘{chosen}’ instead")
    else:
        said = _("‘{colour}’ is too light for white letters (contrast {contrast}): we take ‘{chosen}’ instead")
    said = said.format(colour=colour, chosen=chosen, contrast=f"{contrast(colour):.1f}")
    hint = _("write ‘{chosen}’ yourself, or choose another colour of your house style").format(chosen=chosen)
    return Problem(Code.LOW_CONTRAST, said, place, hint, warning=True)


def school_theme(theme: Fields, colours: list[str], looks: Looks, place: Place) -> Fields:
    """A theme's values with the school's colours for its kinds."""
    own = theme.get("colours")
    names = [key.text for key, _value in own.entries] if isinstance(own, Fields) else []
    made = shared_out({name: looks[name] for name in names if name in looks and name not in NOT_OF_KINDS}, colours)
    entries = tuple((Scalar(name, place, quoted=True), Scalar(made[name], place, quoted=True)) for name in made)
    return merge(theme, Fields(((Scalar("colours", place, quoted=True), Fields(entries, place)),), theme.place))


def shared_out(looks: Looks, colours: list[str]) -> dict[str, str]:
    """A colour for each kind’s: the school’s own for the first ones, then lighter and darker ones of their hues."""
    tones = [tone(colour) for colour in colours]
    tones += [tones[0]._replace(chroma=tones[0].chroma * SECOND)] * (2 - len(tones))
    of_pattern: dict[str, list[float]] = {pattern: [] for pattern in looks.values()}
    of_hue: list[list[float]] = [[], []]
    made: dict[str, str] = {}
    for (name, pattern), hue in zip(_by_turns(looks), cycle((0, 1)), strict=False):
        found = next(_apart(tones[hue], of_pattern[pattern], of_hue[hue]))
        of_pattern[pattern].append(tone(found).lightness)
        of_hue[hue].append(tone(found).lightness)
        made[name] = found
    return {name: made[name] for name in looks}


def _by_turns(looks: Looks) -> Iterator[tuple[str, str]]:
    """The kinds with the patterns in turn, so that the first of each pattern gets the school's own colours."""
    by_pattern: dict[str, list[str]] = {}
    for name, pattern in looks.items():
        by_pattern.setdefault(pattern, []).append(name)
    for rank in range(max(map(len, by_pattern.values()), default=0)):
        for pattern, names in by_pattern.items():
            if rank < len(names):
                yield names[rank], pattern


def _apart(base: Tone, of_pattern: list[float], of_hue: list[float]) -> Iterator[str]:
    """Safe colours of a hue, those nearest to its own lightness first.

    They are far enough from the kinds of the same pattern, and, while there is room, a little from all of their hue:
    backs have no pattern.
    """
    for least, little in ((APART, 5.0), (APART, 2.5), (APART, 0.0), (APART / 2, 0.0), (0.0, 0.0)):
        for found in _shades(base):
            there = tone(found).lightness
            if _is_clear(there, of_pattern, least) and _is_clear(there, of_hue, little):
                yield found
    yield from_tone(base)


def _shades(base: Tone) -> Iterator[str]:
    """Safe colours of a hue, from its own lightness on, darker and lighter in turn."""
    for step in range(200):
        for lightness in (base.lightness - step / 2, base.lightness + step / 2):
            found = _paler(base._replace(lightness=lightness)) if 0 < lightness < 100 else None
            if found:
                yield found


def _is_clear(lightness: float, taken: Iterable[float], least: float) -> bool:
    return all(abs(lightness - other) >= least for other in taken)


@lru_cache(maxsize=4096)
def _paler(wanted: Tone) -> str | None:
    """A safe colour of this lightness and hue: less vivid where it would take too much ink; or None."""
    shades = (from_tone(wanted._replace(chroma=wanted.chroma * share)) for share in PALER)
    return next((shade for shade in shades if is_safe(shade)), None)


def looks_of(kinds: Iterable[str], kind: Callable[[str], Value | None]) -> dict[str, str]:
    """The pattern of each colour that kinds name, first the kinds of whole decks; what a kind extends counts."""
    found: dict[str, str] = {}
    for name in kinds:
        colour, pattern = _said(name, "colour", kind), _said(name, "pattern", kind)
        if colour and colour != "deck":
            found.setdefault(colour, pattern or "plain")
    return found


def _said(name: str, field: str, kind: Callable[[str], Value | None]) -> str | None:
    """What a kind says itself, or one that it extends."""
    seen: set[str] = set()
    while name not in seen:
        seen.add(name)
        value = kind(name)
        said, base = (scalar(value, field), scalar(value, "extends")) if value is not None else (None, None)
        if said is not None or base is None:
            return said.text if said else None
        name = base.text
    return None
