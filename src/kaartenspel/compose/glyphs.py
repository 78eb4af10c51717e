"""Characters that no face has: they would print as an empty box, so they are problems."""

from collections.abc import Iterator

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
    """The same for the words of the deck and its sources, which stand on many cards."""
    words = [deck.deck.title, deck.deck.subtitle or "", deck.deck.back or "", *(deck.deck.stages or ())]
    words += [group.title for group in deck.deck.groups.values()]
    origins = {id(origin): origin for card in deck.cards for origin in (card.source, card.opens) if origin}
    words += [f"{origin.short}{origin.use or ''}" for origin in origins.values()]
    return [_missing(character, deck.place) for character in _undrawable(measure, "".join(words))]


def _undrawable(measure: Measure, text: str) -> list[str]:
    """The characters of a text that neither a face nor its fallback has."""
    return [character for character in sorted(set(text) - {"\n"}) if usable_face(measure, "regular", character) is None]


def _no_glyph(character: str, name: str, card: Card) -> Problem:
    """A problem at the character itself, where the source has it on the field's first line."""
    place = card.places.get(name)
    if place is not None:
        column = place.text.find(character, place.column - 1)
        place = Place(place.source, place.line, column + 1) if column >= 0 else place
    return _missing(character, place)


def _missing(character: str, place: Place | None) -> Problem:
    message = _("no font has the character ‘{character}’ (U+{code})")
    message = message.format(character=character, code=f"{ord(character):04X}")
    return Problem(Code.NO_GLYPH, message, place, _("leave it out, or write it in words"))
