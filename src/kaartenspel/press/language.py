"""Which words of the language file stand on cards: headings and boxes of a kind, units of values, the foot."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kaartenspel.model.card import Card, GroupSize, Step
from kaartenspel.model.kind import FactsPart, Foot, Imprint, Kind, StepsPart, TextPart


@dataclass(frozen=True, slots=True)
class _Said:
    """What a region says where the card has its field: words of its own, and those that go with a value."""

    field: str | None
    names: tuple[str, ...] = ()
    beside: Callable[[Card], Iterable[str]] | None = None


def printed_words(cards: Iterable[Card]) -> set[str]:
    """The names of the words on both faces of these cards; the number of a set is of the sheets, and left out."""
    kinds: dict[str, list[_Said]] = {}  # what all cards of a kind have, looked up once
    found: set[str] = set()
    for card in cards:
        if card.kind.kind not in kinds:
            kinds[card.kind.kind] = list(_regions(card.kind))
        for part in kinds[card.kind.kind]:
            if part.field is None or part.field in card.fields:
                found.update(part.names)
                found.update(part.beside(card) if part.beside else ())
    return found


def _regions(kind: Kind) -> Iterator[_Said]:
    """The regions of a kind that bear words of the language."""
    for part in (*kind.front.regions, *kind.back.regions):
        field = getattr(part, "field", None)
        headings = (getattr(part, "heading_word", None), getattr(part, "title_word", None))
        yield _Said(field, tuple(name for name in (*headings, *getattr(part, "words", ())) if name))
        if isinstance(part, Imprint):
            yield _Said(None, (), _count)
        elif isinstance(part, Foot):
            yield _Said(None, (), _idea_beside_qr if part.qr else _idea)
        elif isinstance(part, StepsPart):
            yield _Said(field, (), _steps(part.field))
        elif isinstance(part, TextPart) and field and kind.fields[field].type == "minutes":
            yield _Said(field, ("minutes",))
        elif isinstance(part, FactsPart):
            yield from (_fact(kind, name) for name in part.fields)


def _count(card: Card) -> tuple[str, ...]:
    """`card 3 of 41`."""
    return ("card", "of") if card.number else ()


def _idea_beside_qr(card: Card) -> tuple[str, ...]:
    """Whose idea it is, where that is not what the QR opens."""
    return () if card.link and card.source is card.opens else _idea(card)


def _idea(card: Card) -> tuple[str, ...]:
    if card.source is None:
        return ()
    return ("idea", "archive") if card.source.status == "archived" else ("idea",)


def _steps(field: str) -> Callable[[Card], Iterator[str]]:
    """The units of steps."""

    def said(card: Card) -> Iterator[str]:
        steps = card.fields[field]
        for step in steps if isinstance(steps, tuple) else ():
            if isinstance(step, Step) and (step.minutes or step.minutes_each):
                yield from ("minutes", "each") if step.minutes_each else ("minutes",)

    return said


def _fact(kind: Kind, name: str) -> _Said:
    """The units of a fact; how to play may say its minutes as a text."""

    def people(card: Card) -> tuple[str, ...]:
        value = card.fields[name]
        return ("people",) if isinstance(value, GroupSize) and value.counts_people else ()

    return _Said(name, ("minutes",) if name == "minutes" or kind.fields[name].type == "minutes" else (), people)
