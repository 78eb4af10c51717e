"""The version of a print: six characters that change when what is printed changes."""

from collections.abc import Iterable, Sequence
from hashlib import sha256

from kaartenspel.model.card import Card, LoadedDeck, Value
from kaartenspel.model.kind import FaceSpec, Kind
from kaartenspel.model.register import Origin
from kaartenspel.model.words import Words
from kaartenspel.press.language import printed_words

LENGTH = 6


def version(deck: LoadedDeck, cards: Sequence[Card], words: Words) -> str:
    """A hash over the words on the cards that are printed, whatever their size, theme or number of sets."""
    digest = sha256()
    said = (f"{name}={words[name]}" for name in sorted(printed_words(cards)))
    for part in (*_content(deck, cards), *said):
        digest.update(part.encode())
        digest.update(b"\0")
    return digest.hexdigest()[:LENGTH]


def _content(deck: LoadedDeck, cards: Iterable[Card]) -> Iterable[str]:
    """Everything that comes on paper and is not of the language, as texts."""
    yield from (deck.deck.title, deck.deck.back or deck.deck.subtitle or "", deck.deck.language, str(deck.numbered))
    yield from deck.deck.stages or ()
    if deck.school:
        yield from (deck.school.name, deck.school.logo.key if deck.school.logo else "")
    kinds: dict[str, tuple[tuple[str, ...], set[str]]] = {}  # what all cards of a kind have, looked up once
    for card in cards:
        if card.kind.kind not in kinds:
            fields = _fields(card.kind.front) | _fields(card.kind.back)
            kinds[card.kind.kind] = tuple(_own_words(card.kind)), fields
        own_words, shown = kinds[card.kind.kind]
        yield from (card.code, str(card.number), card.group.title if card.group else "", card.link or "")
        for origin in (card.source, card.opens):
            yield from _named(origin) if origin else ()
        yield from own_words
        for name in sorted(shown & card.fields.keys()):
            yield f"{name}={_words(card.fields[name])}"


def _named(origin: Origin) -> Iterable[str]:
    """What a card says of a source."""
    return origin.short, origin.use or "", origin.domain, origin.status


def _own_words(kind: Kind) -> Iterable[str]:
    """The words that a kind brings to its cards: a school may change them in its own folder."""
    yield kind.kind
    for part in (*kind.front.regions, *kind.back.regions):
        names = ("title", "title_word", "say", "heading", "heading_word")
        yield from (getattr(part, name, None) or "" for name in names)
        yield from (kind.fields[name].label for name in getattr(part, "fields", ()) if name in kind.fields)


def _fields(spec: FaceSpec) -> set[str]:
    """The fields that a face shows."""
    single = {getattr(part, "field", None) or "" for part in spec.regions}
    return single | {name for part in spec.regions for name in getattr(part, "fields", ())}


def _words(value: Value) -> str:
    return repr(value)
