"""What one reading of a draft gave: a value, or the fault that ended it."""

from dataclasses import dataclass, field

from kaartenspel.problems import Problem
from kaartenspel.reading.values import Value


class Fault(Exception):
    """Reading stops here. `about` is "deep", "document", "quote", or what YAML was doing."""

    def __init__(self, about: str, line: int, column: int, opened: tuple[int, int] | None = None) -> None:
        super().__init__(about)
        self.about, self.line, self.column = about, line, column
        self.opened = opened


@dataclass(slots=True)
class Built:
    """What one reading gave: a value if it came to the end, otherwise the fault."""

    value: Value | None = None
    fault: Fault | None = None
    problems: list[Problem] = field(default_factory=list)
    spans: list[tuple[int, int, bool]] = field(default_factory=list)
    """First and last line of each text over more lines, and whether it is without quotes."""
    brackets: list[tuple[int, int]] = field(default_factory=list)
    """The line and column of each bracket that was still open at the fault."""

    def inside(self, line: int, plain: bool = True) -> bool:
        """Whether this line is the continuation of a text (`plain`: one without quotes as well)."""
        return any(first < line <= last and (plain or not bare) for first, last, bare in self.spans)
