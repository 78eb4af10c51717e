"""What a script says of times and groups, in the language of the plan."""

import datetime

from kaartenspel.model.clock import DAY, as_clock
from kaartenspel.model.plan import PlanBlock
from kaartenspel.model.words import Words
from kaartenspel.plan.schedule import Conflict, Slack


def capital(text: str) -> str:
    """The text with a capital, for what begins a line."""
    return text[:1].upper() + text[1:]


class Phrases:
    """The words of a plan's language, made into phrases."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def __call__(self, phrase: str, **values: object) -> str:
        """A phrase with its values filled in."""
        return self.words[f"script-{phrase}"].format(**values)

    def count(self, name: str, amount: int) -> str:
        """`1 group`, `8 groups`: a word that has a form for one and one for many."""
        return f"{amount} {self(name if amount == 1 else name + 's')}"

    def minutes(self, amount: int) -> str:
        """`10 min`."""
        return f"{amount} {self.words['minutes']}"

    def lasts(self, start: int, end: int) -> str:
        """`10 min, until 13:40`, with a word where that is on another day."""
        said = self("lasts", minutes=self.minutes(end - start), until=as_clock(end))
        return f"{said} ({self('next-day')})" if end > DAY else said

    def window(self, start: int, end: int) -> str:
        """`13:30–16:00`."""
        said = f"{as_clock(start)}–{as_clock(end)}"
        return f"{said} ({self('next-day')})" if end > DAY else said

    def date(self, day: datetime.date) -> str:
        """`woensdag 20 januari 2027`."""
        return self._date(day, self("days").split()[day.weekday()])

    def short_date(self, day: datetime.date) -> str:
        """`20 januari 2027`."""
        return self._date(day, "").strip(" ,")

    def _date(self, day: datetime.date, name: str) -> str:
        month = self("months").split()[day.month - 1]
        return self("date", name=name, day=day.day, month=month, year=day.year)

    def grouping(self, block: PlanBlock, sizes: tuple[int, ...]) -> str:
        """`groepen van 4–5`, `duo’s en één trio`, `plenair`."""
        if block.grouping == "pairs":
            return self("pairs-and-trio") if sizes and sizes[0] > 2 else self("in-pairs")
        if block.grouping == "groups" and sizes:
            least, most = sizes[-1], sizes[0]
            return self("groups-of", sizes=str(least) if least == most else f"{least}–{most}")
        if block.grouping == "carrousel":
            return self.count("station", len(block.stations)) if block.stations else ""
        return self(f"in-{block.grouping}") if block.grouping in ("alone", "plenary") else ""

    def division(self, sizes: tuple[int, ...]) -> str:
        """`8 groepen: 5 × 5 en 3 × 4`."""
        if not sizes:
            return ""
        parts = [f"{sizes.count(size)} × {size}" for size in dict.fromkeys(sizes)]
        joined = f" {self('and')} ".join(parts)
        return f"{self.count('group', len(sizes))}: {joined}"

    def numbers(self, numbers: list[int]) -> str:
        """`1, 4 en 7`."""
        *first, last = [str(number) for number in numbers] or [""]
        return f"{', '.join(first)} {self('and')} {last}" if first else last

    def conflict(self, conflict: Conflict) -> str:
        """What does not fit, by how many minutes, and which blocks can be shorter."""
        said = self(conflict.kind, title=conflict.title, minutes=conflict.minutes, clock=as_clock(conflict.at))
        return f"{said} {self.slack(conflict.slack)}"

    def slack(self, slack: tuple[Slack, ...]) -> str:
        """Which blocks can be shorter, and by how much."""
        if not slack:
            return self("no-slack")
        return self("slack", blocks=", ".join(f"{part.title} ({self.minutes(part.minutes)})" for part in slack))
