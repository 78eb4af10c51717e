"""The version of a print: six characters that change when what is printed changes."""

from collections.abc import Iterable
from hashlib import sha256

from kaartenspel.model.card import Card, LoadedDeck, Value
from kaartenspel.model.kind import FaceSpec

LENGTH = 6


def version(deck: LoadedDeck, cards: Iterable[Card]) -> str:
    """A hash over the words on the cards that are printed, whatever their size, theme or number of sets."""
    digest = sha256()
    for part in _content(deck, cards):
        digest.update(part.encode())
        digest.update(b"\0")
    return digest.hexdigest()[:LENGTH]


def _content(deck: LoadedDeck, cards: Iterable[Card]) -> Iterable[str]:
    """Everything that comes on paper, as texts."""
    yield from (deck.deck.title, deck.deck.subtitle or "", deck.deck.back or "", deck.deck.language)
    yield from deck.deck.stages or ()
    shown: dict[str, set[str]] = {}
    for card in cards:
        if card.kind.kind not in shown:
            shown[card.kind.kind] = _fields(card.kind.front) | _fields(card.kind.back)
        yield from (card.code, card.kind.kind, card.group.title if card.group else "", card.link or "")
        yield from (origin.short for origin in (card.source, card.opens) if origin)
        for name in sorted(shown[card.kind.kind] & card.fields.keys()):
            yield f"{name}={_words(card.fields[name])}"


def _fields(spec: FaceSpec) -> set[str]:
    """The fields that a face shows."""
    single = {getattr(part, "field", None) or "" for part in spec.regions}
    return single | {name for part in spec.regions for name in getattr(part, "fields", ())}


def _words(value: Value) -> str:
    return repr(value)
