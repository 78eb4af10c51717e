"""Who is in a block, and in which groups: the people of a plan, or of one of its strands."""

from dataclasses import dataclass

from kaartenspel.model.plan import PlanBlock
from kaartenspel.model.workshop import GroupRule
from kaartenspel.plan.groups import Division, divide, pairs


@dataclass(frozen=True, slots=True)
class Crowd:
    """So many people, who form groups by a rule."""

    people: int
    rule: GroupRule

    @property
    def division(self) -> Division:
        """The groups of the plan."""
        return divide(self.people, self.rule.size, self.rule.least, self.rule.most)

    def part(self, people: int | None, of: int) -> "Crowd":
        """Those who follow one strand of so many: as many as it says, or an even share (rounded up)."""
        return Crowd(-(-self.people // of) if people is None else people, self.rule)

    def sizes(self, block: PlanBlock) -> tuple[int, ...]:
        """The sizes of the groups of a block, largest first; its own size goes before the plan's."""
        if block.grouping == "alone":
            return (1,) * self.people
        if block.grouping == "plenary":
            return (self.people,) if self.people else ()
        if block.grouping == "pairs":
            return pairs(self.people).sizes
        if block.group_size is not None:
            return divide(self.people, block.group_size).sizes
        return self.division.sizes
