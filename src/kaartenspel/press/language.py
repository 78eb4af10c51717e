"""Which words of the language file stand on a card: headings and boxes of its kind, units of its values, its foot."""

from collections.abc import Iterator

from kaartenspel.model.card import Card, GroupSize, Step
from kaartenspel.model.kind import AnyRegion, FactsPart, Foot, Imprint, StepsPart, TextPart


def printed_words(card: Card) -> Iterator[str]:
    """The names of the words on both faces; the number of a set is of the sheets, and left out."""
    for part in (*card.kind.front.regions, *card.kind.back.regions):
        field = getattr(part, "field", None)
        if field is None or field in card.fields:
            named = (getattr(part, "heading_word", None), getattr(part, "title_word", None))
            yield from (name for name in (*named, *getattr(part, "words", ())) if name)
            yield from _beside(part, card)


def _beside(part: AnyRegion, card: Card) -> Iterator[str]:
    """The words that go with what a region shows."""
    if isinstance(part, Imprint) and card.number:
        yield from ("card", "of")
    elif isinstance(part, Foot):
        yield from _origin(part, card)
    elif isinstance(part, StepsPart):
        steps = card.fields[part.field]
        yield from (name for step in (steps if isinstance(steps, tuple) else ()) for name in _step(step))
    elif isinstance(part, FactsPart):
        yield from (unit for name in part.fields if name in card.fields for unit in _fact(card, name))
    elif isinstance(part, TextPart) and part.field and card.kind.fields[part.field].type == "minutes":
        yield "minutes"


def _origin(part: Foot, card: Card) -> Iterator[str]:
    """Whose idea it is, where the QR does not open that."""
    if card.source is not None and not (part.qr and card.link and card.source is card.opens):
        yield "idea"
        yield from ("archive",) if card.source.status == "archived" else ()


def _step(step: object) -> Iterator[str]:
    if isinstance(step, Step) and (step.minutes or step.minutes_each):
        yield "minutes"
        yield from ("each",) if step.minutes_each else ()


def _fact(card: Card, name: str) -> Iterator[str]:
    """The units of a fact; how to play may say its minutes as a text."""
    value = card.fields[name]
    if isinstance(value, GroupSize) and (value.least or value.most) and not value.within:
        yield "people"
    if card.kind.fields[name].type == "minutes" or name == "minutes":
        yield "minutes"
