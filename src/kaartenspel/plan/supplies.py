"""What must be printed and set out for a plan: which cards, in how many sets, and for what."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kaartenspel.model.card import Card, LoadedDeck
from kaartenspel.model.form import Form
from kaartenspel.model.plan import Activity, DeckUse, LoadedPlan, PlanBlock
from kaartenspel.model.workshop import Per
from kaartenspel.plan.crowd import Crowd


@dataclass(frozen=True, slots=True)
class Need:
    """Cards of a deck (`asked` is what `build --cards` gets), in so many sets, for these activities."""

    deck: LoadedDeck
    cards: tuple[Card, ...]
    asked: tuple[str, ...]
    sets: int
    used_for: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormNeed:
    """A form with the cards of a deck on it, so many times, for these activities."""

    form: Form
    deck: LoadedDeck | None
    cards: tuple[Card, ...]
    sets: int
    used_for: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Material:
    """Something to set out, and for which activities."""

    name: str
    used_for: tuple[str, ...]


Amounts = dict[Per, int]


def needs(plan: LoadedPlan) -> tuple[Need, ...]:
    """The prints of a plan, in the order in which they are first used.

    What one block uses after another is printed once, in the larger number of sets; what is used at the same time, at
    several stations or in several strands, is printed for each.
    """
    made: dict[tuple[str, tuple[str, ...]], Need] = {}
    crowd = Crowd(plan.participants, plan.groups)
    for meeting in plan.meetings:
        for block in meeting.blocks:
            at_once: dict[tuple[str, tuple[str, ...]], Need] = {}
            for need in (need for activity, amount in _shares(block, crowd) for need in _uses(activity, amount)):
                _join(at_once, need, at_once=True)
            for need in at_once.values():
                _join(made, need, at_once=False)
    return tuple(_together(made.values()))


def form_needs(plan: LoadedPlan) -> tuple[FormNeed, ...]:
    """The forms of a plan's print lists. What is written on is used up: they are added, whenever they are used."""
    made: dict[tuple[str, str, tuple[str, ...]], FormNeed] = {}
    crowd = Crowd(plan.participants, plan.groups)
    for block in (block for meeting in plan.meetings for block in meeting.blocks):
        for activity, amount in _shares(block, crowd, used_up=True):
            for use in activity.forms:
                key = (use.form.form, use.deck.deck.deck if use.deck else "", tuple(card.id for card in use.cards))
                before = made.get(key)
                sets = use.sets if use.sets is not None else amount[use.per or use.form.per]
                used_for = (*before.used_for, activity.title) if before else (activity.title,)
                sets += before.sets if before else 0
                if sets:
                    made[key] = FormNeed(use.form, use.deck, use.cards, sets, tuple(dict.fromkeys(used_for)))
    return tuple(made.values())


def _together(made: Iterable[Need]) -> Iterator[Need]:
    """Single cards of one deck in equally many sets are one print: a sheet for each would be wasted."""
    singles: dict[tuple[str, int], list[Need]] = {}
    for need in made:
        ids = {card.id for card in need.cards}
        if need.asked and ids.issuperset(need.asked):
            singles.setdefault((need.deck.deck.deck, need.sets), []).append(need)
        else:
            yield need
    for parts in singles.values():
        asked = tuple(dict.fromkeys(name for part in parts for name in part.asked))
        used_for = tuple(dict.fromkeys(title for part in parts for title in part.used_for))
        cards = tuple(card for card in parts[0].deck.cards if card.id in asked)
        yield replace(parts[0], cards=cards, asked=asked, used_for=used_for)


def _join(made: dict[tuple[str, tuple[str, ...]], Need], need: Need, *, at_once: bool) -> None:
    """Add a need to those of the same cards."""
    key = (need.deck.deck.deck, need.asked)
    before = made.get(key)
    if before is None:
        made[key] = need
        return
    sets = before.sets + need.sets if at_once else max(before.sets, need.sets)
    made[key] = replace(before, sets=sets, used_for=tuple(dict.fromkeys((*before.used_for, *need.used_for))))


def _shares(block: PlanBlock, crowd: Crowd, *, used_up: bool = False) -> Iterator[tuple[Activity, Amounts]]:
    """What is done in a block, at its stations and in its strands, with how many sets each `per` means there.

    What is `used_up` does not wait at a station for the next group.
    """
    own = amounts(block, crowd)
    yield block.activity, own
    for station in block.stations:
        yield station.activity, own | {"station": 1} if used_up else _at_station(block, crowd)
    for strand in block.strands:
        part = crowd.part(strand.participants, len(block.strands))
        for inner in strand.blocks:
            yield from _shares(inner, part, used_up=used_up)


def amounts(block: PlanBlock, crowd: Crowd) -> Amounts:
    """How many sets each `per` means in a block."""
    groups = len(crowd.sizes(block)) if block.grouping in ("pairs", "groups") else len(crowd.division.sizes)
    pair_count = max(1, crowd.people // 2)
    stations = max(1, len(block.stations))
    return {"plan": 1, "group": max(1, groups), "pair": pair_count, "person": crowd.people, "station": stations}


def _at_station(block: PlanBlock, crowd: Crowd) -> Amounts:
    """At a station the groups come one after another, so it needs sets for those that are there at once."""
    sizes = crowd.division.sizes
    at_once = max(1, -(-len(sizes) // len(block.stations)))
    people = at_once * max(sizes, default=1)
    return {"plan": 1, "group": at_once, "pair": max(1, people // 2), "person": people, "station": 1}


def _uses(activity: Activity, amount: Amounts) -> Iterator[Need]:
    """The prints of an activity."""
    for use in activity.uses:
        sets = use.sets if use.sets is not None else sets_for(use, amount[use.per])
        if sets:
            yield Need(use.deck, use.cards, use.asked, sets, (activity.title,))


def sets_for(use: DeckUse, amount: int) -> int:
    """The sets that give this many of each card: a set may hold several copies of everything."""
    copies = min((card.copies for card in use.cards if card.copies), default=1)
    return -(-amount // copies)


def materials(plan: LoadedPlan) -> tuple[Material, ...]:
    """What lies ready, each once, in the order in which it is first used."""
    found: dict[str, list[str]] = {}
    for meeting in plan.meetings:
        for activity in activities(meeting.blocks):
            for name in activity.materials:
                found.setdefault(name, []).append(activity.title)
    return tuple(Material(name, tuple(dict.fromkeys(titles))) for name, titles in found.items())


def activities(blocks: Sequence[PlanBlock]) -> Iterator[Activity]:
    """All activities of blocks, those of stations and strands with them."""
    for block in blocks:
        yield from block.activities


def tables(plan: LoadedPlan) -> int:
    """How many tables must stand ready: the most groups that any block forms at once, or none."""
    crowd = Crowd(plan.participants, plan.groups)
    return max((_tables(block, crowd) for meeting in plan.meetings for block in meeting.blocks), default=0)


def _tables(block: PlanBlock, crowd: Crowd) -> int:
    inner = sum(
        max((_tables(part, crowd.part(strand.participants, len(block.strands))) for part in strand.blocks), default=0)
        for strand in block.strands
    )
    own = len(crowd.sizes(block)) if block.grouping in ("groups", "carrousel") else 0
    return max(own, inner)
