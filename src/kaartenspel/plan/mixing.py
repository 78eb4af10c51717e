"""Names over groups, so that schools and roles meet.

Each person is seen as a line between a school and a role. For two groups at a time the lines are paired at both
their ends and every pair is parted; by a theorem of De Werra on bipartite graphs this ends with every school and every
role spread over all groups as evenly as numbers allow.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from itertools import combinations
from random import Random

from kaartenspel.model.plan import Person

Group = list[int]  # places of people in the list
Ends = dict[int, tuple[Hashable, Hashable]]  # the school and the role of each


def mixed(people: Sequence[Person], sizes: Sequence[int], seed: int) -> tuple[tuple[Person, ...], ...]:
    """Groups of these sizes, everybody once, in the order of the list; the same seed gives the same groups.

    Where sizes differ by at most one, no group has more of a school or of a role than its number divided by the
    groups, rounded up. Raises ValueError when the sizes do not add up to the number of people.
    """
    if sum(sizes) != len(people):
        raise ValueError(f"groups of {list(sizes)} do not add up to {len(people)} people")
    order = list(range(len(people)))
    Random(seed).shuffle(order)
    groups = _dealt(sorted(order, key=lambda person: people[person].school), sizes)
    ends: Ends = {person: (("school", people[person].school), ("role", people[person].role)) for person in order}
    uneven = True
    while uneven:  # each parting makes a school or a role more even and none less: this ends
        uneven = sum(_part(groups, one, other, ends) for one, other in combinations(range(len(groups)), 2)) > 0
    return tuple(tuple(people[person] for person in sorted(group)) for group in groups)


def _dealt(order: Sequence[int], sizes: Sequence[int]) -> list[Group]:
    """People dealt like cards until each group has its size."""
    groups: list[Group] = [[] for _size in sizes]
    waiting = list(reversed(order))
    while waiting:
        for group, size in zip(groups, sizes, strict=True):
            if len(group) < size and waiting:
                group.append(waiting.pop())
    return groups


def _part(groups: list[Group], one: int, other: int, ends: Ends) -> bool:
    """Divide the people of two groups anew where a school or a role is uneven; whether that was done."""
    if not _uneven(groups[one], groups[other], ends):
        return False
    trails = _trails(groups[one] + groups[other], ends)
    odd = sum(len(trail) % 2 for trail in trails)
    extra = len(groups[one]) - sum(len(trail) // 2 for trail in trails)
    if not 0 <= extra <= odd:  # only where sizes differ by more than one
        return False
    left: Group = []
    right: Group = []
    for trail in trails:
        first, second = (left, right)
        if len(trail) % 2:
            first, second = (left, right) if extra else (right, left)
            extra -= bool(extra)
        first += trail[::2]
        second += trail[1::2]
    groups[one], groups[other] = left, right
    return True


def _uneven(one: Group, other: Group, ends: Ends) -> bool:
    """Whether a school or a role has more than one person more in one group than in the other."""
    counts = Counter(end for person in one for end in ends[person])
    counts.subtract(end for person in other for end in ends[person])
    return any(abs(number) > 1 for number in counts.values())


def _trails(people: Sequence[int], ends: Ends) -> list[Group]:
    """Rows of people in which neighbours are of one school or of one role, in turn; a ring has an even number."""
    neighbours: dict[int, list[int]] = {person: [] for person in people}
    for side in (0, 1):
        for one, other in _couples(people, [ends[person][side] for person in people]):
            neighbours[one].append(other)
            neighbours[other].append(one)
    seen: set[int] = set()
    starts = sorted(people, key=lambda person: len(neighbours[person]))  # the ends of rows before rings
    return [_walk(start, neighbours, seen) for start in starts if start not in seen]


def _couples(people: Sequence[int], ends: Sequence[Hashable]) -> Iterable[tuple[int, int]]:
    """People two by two, each with another that has the same end."""
    waiting: dict[Hashable, int] = {}
    for person, end in zip(people, ends, strict=True):
        if end in waiting:
            yield waiting.pop(end), person
        else:
            waiting[end] = person


def _walk(start: int, neighbours: dict[int, list[int]], seen: set[int]) -> Group:
    """From one person to the next until the row ends or closes."""
    trail: Group = []
    ahead = [start]
    while ahead:
        trail.append(ahead[0])
        seen.add(ahead[0])
        ahead = [person for person in neighbours[ahead[0]] if person not in seen]
    return trail
