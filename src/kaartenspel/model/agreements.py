"""What a meeting agreed: who does what by when, what will be seen of it, and when people look back at it."""

import datetime
from dataclasses import dataclass, field

from kaartenspel.problems import Place

WEEKS = 6
"""After so many weeks people look back: long enough to have tried, short enough to remember."""
LASTS = 30
"""Minutes that a look-back takes where nobody says."""
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement. `card` is the id of an intervention, `code` what is printed on that card; empty: none."""

    what: str
    who: str = ""
    by: datetime.date | None = None
    see: str = ""
    card: str = ""
    code: str = ""
    place: Place | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class LookBack:
    """When people look back: the day, `start` in minutes after midnight (None: some time that day), how long, where."""

    day: datetime.date
    start: int | None = None
    minutes: int = LASTS
    where: str = ""


@dataclass(frozen=True, slots=True)
class Agreements:
    """A list of agreements by the name of its file, the day on which they were made, and the look-back."""

    name: str
    title: str
    items: tuple[Agreement, ...]
    day: datetime.date | None = None
    look_back: LookBack | None = None


def look_back_day(day: datetime.date) -> datetime.date:
    """Six weeks after a day; for a Saturday or Sunday the Monday that follows."""
    later = day + datetime.timedelta(weeks=WEEKS)
    over = later.weekday() - _SATURDAY
    return later + datetime.timedelta(days=2 - over) if over >= 0 else later
