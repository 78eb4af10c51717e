"""Which forms belong to a deck or a plan, and which cards stand on them."""

from collections.abc import Iterable, Iterator

from kaartenspel.load.chosen import meant_cards
from kaartenspel.load.project import Project
from kaartenspel.load.wording import unknown_name
from kaartenspel.messages import _
from kaartenspel.model.card import Card, LoadedDeck
from kaartenspel.model.form import Form, FormCards, FormStages
from kaartenspel.model.plan import FormUse, LoadedPlan, PlanBlock
from kaartenspel.problems import Code, Place, Problem
from kaartenspel.reading.values import Value, place_at

_Key = tuple[str, str]
"""The name of a form, and of the deck whose cards stand on it."""


def forms_of_deck(project: Project, deck: LoadedDeck) -> list[FormUse]:
    """The forms that belong to a deck, with its cards on them."""
    return [use for form in _all(project) if belongs(form, deck, deck.cards) for use in _with_cards(form, deck, None)]


def forms_of_plan(project: Project, plan: LoadedPlan) -> list[FormUse]:
    """The forms that a plan's print lists name, then those that belong to what is played; each once a deck."""
    blocks = [block for meeting in plan.meetings for block in meeting.blocks]
    named = _once(_named(blocks))
    played = _once(_played(project, blocks))
    return [*named.values(), *(use for key, use in played.items() if key not in named)]


def _once(uses: Iterable[FormUse]) -> dict[_Key, FormUse]:
    """The uses of each form with cards of one deck as one use."""
    found: dict[_Key, FormUse] = {}
    for use in uses:
        key = use.form.form, use.deck.deck.deck if use.deck and use.form.has_cards else ""
        found[key] = joined(found[key], use) if key in found else use
    return found


def joined(one: FormUse, other: FormUse) -> FormUse:
    """Two uses of a form with cards of one deck: the cards of both, in the deck's order."""
    ids = {card.id for card in (*one.cards, *other.cards)}
    cards = tuple(card for card in one.deck.cards if card.id in ids) if one.deck else ()
    return FormUse(one.form, one.deck, cards, one.per, one.sets)


def form_use(form: Form, deck: LoadedDeck | None, cards: Iterable[Card] | None) -> FormUse | None:
    """A form with those of these cards (of all the deck's, without any) that it can show; None where there are none."""
    shown = cards_on(form, deck, cards) if deck else ()
    return FormUse(form, deck, shown) if shown or not form.has_cards else None


def belongs(form: Form, deck: LoadedDeck, cards: Iterable[Card]) -> bool:
    """Whether a form is made for a deck, for a kind of these cards, or for one of them."""
    name = deck.deck.deck
    if form.language != deck.deck.language:
        return False
    kinds = {card.kind.kind for card in cards}
    return name in form.decks or bool(kinds & set(form.kinds)) or any(f"{name}/{card.id}" in form.of for card in cards)


def cards_on(form: Form, deck: LoadedDeck, cards: Iterable[Card] | None) -> tuple[Card, ...]:
    """Those cards that have what the form shows, in the deck's order."""
    only = {card.id for card in (deck.cards if cards is None else cards)}
    if form.only:
        meant, missing = meant_cards(deck, tuple(part.strip() for part in form.only.split(",") if part.strip()))
        only &= set() if missing else {card.id for card in meant}
    needed = {name for part in form.parts for name in _needed(part)}
    return tuple(
        card
        for card in deck.cards
        if card.id in only
        and not card.kind.unnumbered
        and (not form.kinds or card.kind.kind in form.kinds)
        and needed <= card.fields.keys()
    )


def check_form(form: Form, value: Value, project: Project) -> Iterator[Problem]:
    """What a form names that is not there: kinds of cards, a colour, a language, the stages of no deck."""
    known = project.names("layouts/kinds")
    for index, name in enumerate(form.kinds):
        if name not in known:
            yield unknown_name(_("kind of cards"), name, place_at(value, ("kinds", index)), known)
    decks = project.names("decks")
    for index, name in enumerate(form.decks):
        if name not in decks:
            yield unknown_name(_("deck"), name, place_at(value, ("decks", index)), decks)
    theme = project.theme("standard")
    if theme and form.colour not in theme.colours:
        yield unknown_name(_("colour"), form.colour, place_at(value, ("colour",)), theme.colours)
    if form.language not in project.languages():
        yield unknown_name(_("language"), form.language, place_at(value, ("language",)), project.languages())
    yield from _unanswered(form, value)


def _unanswered(form: Form, value: Value) -> Iterator[Problem]:
    """Questions without an answer to tick, or with two sorts of answers."""
    for number, part in enumerate(form.parts):
        for index, ask in enumerate(part.ask) if isinstance(part, FormCards) else ():
            if bool(ask.answers) == ask.stages:
                said = _("a question has either ‘answers’ or ‘stages: true’")
                yield Problem(Code.WRONG_VALUE, said, place_at(value, ("parts", number, "ask", index)))
            for name in ask.scale:
                if name not in ask.answers:
                    place = place_at(value, ("parts", number, "ask", index, "scale"))
                    yield unknown_name(_("answer"), name, place, ask.answers)


def no_cards(form: Form, deck: LoadedDeck | None, place: Place | None = None) -> Problem:
    """A form for which a deck has no cards."""
    if deck is None:
        said = _("the form ‘{form}’ shows cards: say of which deck").format(form=form.form)
    else:
        said = _("the form ‘{form}’ shows no card of ‘{deck}’").format(form=form.form, deck=deck.deck.deck)
    return Problem(Code.WRONG_VALUE, said, place, _("it is for: {what}").format(what=", ".join(_for(form))))


def _for(form: Form) -> list[str]:
    return [*form.kinds, *form.decks, *form.of]


def _all(project: Project) -> Iterator[Form]:
    for name in project.names("layouts/forms"):
        form = project.form(name)
        if form is not None:
            yield form


def _with_cards(form: Form, deck: LoadedDeck, cards: Iterable[Card] | None) -> Iterator[FormUse]:
    use = form_use(form, deck, cards)
    if use is not None:
        yield use


def _named(blocks: Iterable[PlanBlock]) -> Iterator[FormUse]:
    for activity in (activity for block in blocks for activity in block.activities):
        yield from activity.forms


def _played(project: Project, blocks: Iterable[PlanBlock]) -> Iterator[FormUse]:
    """The forms that belong to the decks and cards that blocks use."""
    uses = [use for block in blocks for activity in block.activities for use in activity.uses]
    for form in _all(project):
        for use in uses:
            if belongs(form, use.deck, use.cards):
                yield from _with_cards(form, use.deck, use.cards)


def _needed(part: object) -> Iterator[str]:
    """The fields that a part shows."""
    if isinstance(part, FormCards):
        yield from (part.show, *([part.by] if part.by else []))
    if isinstance(part, FormStages):
        yield from (part.show, part.field)
