"""Sizes evened out over a group: cards that lie side by side look like one deck, whichever of them are printed."""

from collections.abc import Hashable, Mapping

SPREAD = 2
"""How many steps of the ladder the largest text of a group may be above its smallest."""


def evened(steps: Mapping[str, tuple[Hashable, int]]) -> dict[str, int]:
    """The step of each card from its group and the first step that fits it: near that of the group's longest text."""
    last: dict[Hashable, int] = {}
    for group, step in steps.values():
        last[group] = max(last.get(group, step), step)
    return {card: max(step, last[group] - SPREAD) for card, (group, step) in steps.items()}
