"""The checks of texts: rules as data (`layouts/checks`) over the cards of a deck. All that they say is advice."""

from collections.abc import Collection, Iterator

from kaartenspel.load.project import Project
from kaartenspel.load.sentences import SAYS
from kaartenspel.messages import _, plural
from kaartenspel.model.card import Card, LoadedDeck, Step
from kaartenspel.model.checks import Checks, HasField, TextRule
from kaartenspel.model.richtext import Rich
from kaartenspel.problems import Code, Place, Problem

_SHOWN = 6
"""So many cards are named where a field is missing on more."""


def advise(project: Project, deck: LoadedDeck, wrong: Collection[Place | None] = ()) -> Iterator[Problem]:
    """A warning for each text that is not as the rules for its kind want it; none for those that must change anyhow."""
    for name in project.names("layouts/checks"):
        checks = project.checks(name)
        if checks is None or checks.language not in (None, deck.deck.language):
            continue
        yield from _all(checks, [card for card in deck.cards if card.kind.kind in checks.kinds], wrong)


def _all(checks: Checks, cards: list[Card], wrong: Collection[Place | None]) -> Iterator[Problem]:
    """What each rule says of the cards that it is about."""
    for rule in checks.rules:
        if isinstance(rule, HasField):
            yield from _without(rule, cards)
        else:
            for card in cards:
                if card.places.get(rule.field) not in wrong:
                    yield from _about(rule, card)


def _about(rule: TextRule, card: Card) -> Iterator[Problem]:
    """What a rule says of the texts of a field."""
    for text in _texts(card, rule.field):
        said = SAYS[rule.rule](rule, text)
        if said:
            message = _("card ‘{card}’, field ‘{field}’: {said}").format(card=card.id, field=rule.field, said=said)
            yield Problem(Code.TEXT_ADVICE, message, card.places.get(rule.field), rule.why, warning=True)


def _without(rule: HasField, cards: list[Card]) -> Iterator[Problem]:
    """One warning, at the first, for all cards that have none of the fields."""
    bare = [card for card in cards if card.fields.keys().isdisjoint(rule.fields)]
    if not bare:
        return
    names = ", ".join(card.id for card in bare[:_SHOWN]) + (" …" if len(bare) > _SHOWN else "")
    fields = " / ".join(f"‘{name}’" for name in rule.fields)
    said = plural("{count} card has no {fields}: {names}", "{count} cards have no {fields}: {names}", len(bare))
    message = said.format(count=len(bare), fields=fields, names=names)
    yield Problem(Code.TEXT_ADVICE, message, bare[0].places.get("id"), rule.why, warning=True)


def _texts(card: Card, name: str) -> list[Rich]:
    """The texts of a field: one, those of a list or of steps, or none."""
    value = card.fields.get(name)
    if isinstance(value, Rich):
        return [value]
    if isinstance(value, tuple):
        return [item.text if isinstance(item, Step) else item for item in value]
    return []
