"""How people are divided in groups: sizes that differ by at most one, and never a group of one.

Names are divided by `mixed`, which keeps schools and roles apart.
"""

from dataclasses import dataclass

from kaartenspel.messages import _, plural
from kaartenspel.plan.mixing import mixed

__all__ = ["Division", "divide", "in_words", "mixed", "pairs"]


@dataclass(frozen=True, slots=True)
class Division:
    """The sizes of the groups, largest first; `trouble` says what cannot be, in the language of the run."""

    sizes: tuple[int, ...]
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class _Wish:
    """The sizes that work: `said` tells which of the two limits the plan names itself."""

    size: int
    least: int
    most: int
    said: tuple[bool, bool]

    def cost(self, people: int, groups: int) -> tuple[int, int, int, bool, int]:
        """How far this many groups are from what was asked; limits that were said weigh most."""
        small, large = people // groups, -(-people // groups)
        under, over = max(0, self.least - small), max(0, large - self.most)
        broken = under * self.said[0] + over * self.said[1]
        return broken, over, under, large > self.size, abs(people - groups * self.size)


def divide(people: int, size: int, least: int | None = None, most: int | None = None) -> Division:
    """Groups as near to `size` as can be; larger than that only where a group would else be too small.

    Without `least` and `most` groups may be one smaller or larger. A limit that was given and cannot be kept is
    trouble, and so are nobody and one person.
    """
    if people < 2:
        return _too_few(people)
    wish = _wish(size, least, most)
    groups = min(range(1, people // 2 + 1), key=lambda number: wish.cost(people, number))
    sizes = _even(people, groups)
    return Division(sizes, _trouble(people, sizes, least, most))


def pairs(people: int) -> Division:
    """Pairs, and one trio where the number is odd."""
    return _too_few(people) if people < 2 else Division(_even(people, people // 2))


def _too_few(people: int) -> Division:
    if people < 1:
        return Division((), _("there is nobody to divide into groups"))
    return Division((1,), _("one person cannot form a group"))


def _wish(size: int, least: int | None, most: int | None) -> _Wish:
    """The limits that were given, or one below and one above the size."""
    highest = max(size + 1, least or 0) if most is None else most
    lowest = max(2, min(size - 1, highest)) if least is None else least
    return _Wish(size, lowest, highest, (least is not None, most is not None))


def _even(people: int, groups: int) -> tuple[int, ...]:
    """Sizes that differ by at most one."""
    small, more = divmod(people, groups)
    return (small + 1,) * more + (small,) * (groups - more)


def _trouble(people: int, sizes: tuple[int, ...], least: int | None, most: int | None) -> str:
    """What was asked and cannot be."""
    if (least is None or sizes[-1] >= least) and (most is None or sizes[0] <= most):
        return ""
    if least is not None and people < least:
        text = plural(
            "there is {people} person, and the smallest group is {least}",
            "there are {people} people, and the smallest group is {least}",
            people,
        )
        return text.format(people=people, least=least)
    limits = {(True, True): _("{least} to {most}"), (True, False): _("at least {least}")}
    asked = limits.get((least is not None, most is not None), _("at most {most}")).format(least=least, most=most)
    text = _("{people} people cannot be divided into groups of {asked}: they become {sizes}")
    return text.format(people=people, asked=asked, sizes=in_words(sizes))


def in_words(sizes: tuple[int, ...]) -> str:
    """`5 × 5 and 3 × 4` for sizes, largest first."""
    parts = [f"{sizes.count(size)} × {size}" for size in dict.fromkeys(sizes)]
    return _(" and ").join(parts)
