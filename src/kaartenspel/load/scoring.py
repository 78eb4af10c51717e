"""What a form asks that can be counted: its cards, its answers in order, and those that count apart."""

from kaartenspel.model.card import Card
from kaartenspel.model.form import FormAsk, FormCards, FormStages
from kaartenspel.model.plan import FormUse
from kaartenspel.model.richtext import Rich
from kaartenspel.model.scores import Asked, Scores

UNKNOWN = "Weet niet"
"""What a sheet may say of any card, although no form with stages has a box for it: people write it beside."""
_STAGES = FormAsk.model_validate({"stages": True})


def scoring(use: FormUse) -> tuple[Scores, tuple[str, ...]] | None:
    """An empty measurement of a form, and the answers that count apart; None for a form without answers to tick."""
    part = next((part for part in use.form.parts if isinstance(part, FormCards | FormStages)), None)
    if part is None or use.deck is None:
        return None
    stages = use.deck.deck.stages or ()
    asks = part.ask if isinstance(part, FormCards) else (_STAGES,)
    first = asks[0]
    answers = stages if first.stages else first.answers
    scale = tuple(first.scale or answers)
    if len(scale) < 2:
        return None
    by = part.by if isinstance(part, FormCards) else None
    cards = tuple(Asked(card.id, card.code, _group(card, by), _said(card, part.show)) for card in use.cards)
    apart = tuple(answer for answer in answers if answer not in scale) or (UNKNOWN,)
    # a second question counts as where people want to be where it has the same answers
    wished = len(asks) > 1 and (asks[1].stages, asks[1].answers) == (first.stages, first.answers)
    scores = Scores(
        use.form.form, use.form.title, use.deck.deck.deck, use.form.form, scale, cards, (), use.form.language,
        "person" if use.form.per == "person" else "group", first.stages, wished,
    )  # fmt: skip
    return scores, apart


def _group(card: Card, by: str | None) -> str:
    """What a card stands among on the form."""
    if by is not None:
        return _said(card, by)
    return f"{card.group.code} · {card.group.title}" if card.group else ""


def _said(card: Card, name: str) -> str:
    value = card.fields.get(name)
    return " ".join((value.text if isinstance(value, Rich) else str(value or "")).split())
