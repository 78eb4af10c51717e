"""Characters that no face has: they would print as an empty box, so they are problems."""

from collections.abc import Iterator
from functools import lru_cache

from kaartenspel.compose.measure import Measure, usable_face
from kaartenspel.compose.shorten import text_of
from kaartenspel.messages import _
from kaartenspel.model.card import Card, LoadedDeck
from kaartenspel.problems import Code, Place, Problem


def glyph_problems(measure: Measure, card: Card) -> Iterator[Problem]:
    """A problem for each character of a card that no face can draw."""
    for name, value in card.fields.items():
        for character in _undrawable(measure, text_of(value)):
            yield _no_glyph(character, name, card)


def deck_glyph_problems(measure: Measure, deck: LoadedDeck) -> list[Problem]:
    """The same for the words of the deck and of its sources, which stand on many cards."""
    head = deck.deck
    words = {"title": head.title, "subtitle": head.subtitle or "", "back": head.back or ""}
    words |= {f"stages/{index}": stage for index, stage in enumerate(head.stages or ())}
    words |= {f"groups/{name}/title": group.title for name, group in head.groups.items()}
    problems = [
        _missing(character, _at(character, deck.places.get(way, deck.place)))
        for way, text in words.items()
        for character in _undrawable(measure, text)
    ]
    return problems + list(_in_sources(measure, deck))


def _in_sources(measure: Measure, deck: LoadedDeck) -> Iterator[Problem]:
    """A problem where the deck first takes a source whose words no face can draw."""
    seen: set[int] = set()
    for card in deck.cards:
        for key, origin in (("source", card.source), ("see", card.opens)):
            if origin is None or id(origin) in seen:
                continue
            seen.add(id(origin))
            place = card.places.get(key) or card.places.get("source") or deck.places.get(key) or card.places[""]
            for character in _undrawable(measure, f"{origin.short}{origin.use or ''}"):
                said = _("no font has the character ‘{character}’ (U+{code}), which is in the source ‘{source}’")
                said = said.format(character=character, code=f"{ord(character):04X}", source=origin.title)
                yield Problem(Code.NO_GLYPH, said, place, _("leave it out in the file with the sources"))


def _undrawable(measure: Measure, text: str) -> list[str]:
    """The characters of a text that neither a face nor its fallback has."""
    known = _known(measure)
    new = set(text) - known
    missing = {character for character in new if usable_face(measure, "regular", character) is None}
    known |= new - missing
    return sorted(missing)


@lru_cache(maxsize=8)
def _known(measure: Measure) -> set[str]:  # noqa: ARG001  each measure has its own
    """The characters that were found so far: texts have the same ones again and again."""
    return {"\n"}


def _no_glyph(character: str, name: str, card: Card) -> Problem:
    """A problem at the character in a field of a card."""
    place = card.places.get(name)
    return _missing(character, _at(character, place) if place is not None else None)


def _at(character: str, place: Place) -> Place:
    """The character itself, where the source has it on the first line of a text."""
    column = place.text.find(character, place.column - 1)
    return Place(place.source, place.line, column + 1) if column >= 0 else place


def _missing(character: str, place: Place | None) -> Problem:
    message = _("no font has the character ‘{character}’ (U+{code})")
    message = message.format(character=character, code=f"{ord(character):04X}")
    return Problem(Code.NO_GLYPH, message, place, _("leave it out, or write it in words"))
