"""What may be shown of parts of a school, so that nobody can work out what a few people said."""

from collections.abc import Mapping, Sequence

from kaartenspel.model.scores import Filled, Scores
from kaartenspel.tally.count import LEAST, Tally, cards_of, tally


def shown(sizes: Mapping[str, int]) -> tuple[str, ...]:
    """Those teams that may stand apart beside the figures of all, by how many people each has.

    A team of fewer than five may not. Nor may the others when they leave fewer than five over: all minus what is
    shown would be the small one. Then the smallest of those that are shown is left out too, until that is right.
    """
    kept = {team: size for team, size in sizes.items() if size >= LEAST}
    total = sum(sizes.values())
    while kept and 0 < total - sum(kept.values()) < LEAST:
        del kept[min(kept, key=lambda team: (kept[team], team))]
    return tuple(team for team in sizes if team in kept)


def by_team(scores: Scores) -> dict[str, dict[str, Tally]]:
    """For each group of cards the count of each team that may be shown there; nothing without two teams that may."""
    groups = list(dict.fromkeys(card.group for card in scores.cards))
    names = sorted({sheet.team for sheet in scores.sheets}, key=str.casefold)
    allowed = set(shown({name: _people(_of(scores, name)) for name in names}))
    found = {group: _group(scores, group, names, allowed) for group in groups}
    told = {team for counts in found.values() for team in counts}
    return {group: counts for group, counts in found.items() if counts} if len(told) > 1 else {}


def left_out(scores: Scores) -> tuple[str, ...]:
    """The teams that have a name and are not shown apart anywhere."""
    told = {team for counts in by_team(scores).values() for team in counts}
    return tuple(sorted({sheet.team for sheet in scores.sheets} - told - {""}, key=str.casefold))


def _group(scores: Scores, group: str, names: Sequence[str], allowed: set[str]) -> dict[str, Tally]:
    """The teams on one group of cards: by those who answered there, for who did not is in no figure."""
    cards = cards_of(scores, group)
    counts = {name: tally(_of(scores, name), cards, len(scores.scale)) for name in names}
    sizes = {name: count.people for name, count in counts.items()}
    # a team that may not be shown at all counts here as one that is too small
    may = shown({name: size if name in allowed else min(size, LEAST - 1) for name, size in sizes.items()})
    while may and 0 < sum(sizes.values()) - sum(sizes[name] for name in may) < LEAST:
        may = tuple(name for name in may if name != min(may, key=lambda one: (sizes[one], one)))
    return {name: counts[name] for name in may if name and counts[name].shown}


def _of(scores: Scores, team: str) -> tuple[Filled, ...]:
    return tuple(sheet for sheet in scores.sheets if sheet.team == team)


def _people(sheets: Sequence[Filled]) -> int:
    return sum(sheet.people for sheet in sheets)
