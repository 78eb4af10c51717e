"""Clock times and dates as people type them. A clock time is minutes after midnight, a date is a `datetime.date`."""

import datetime
import re
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from kaartenspel.messages import _
from kaartenspel.model.values import refuse

DAY = 24 * 60
"""Minutes in a day."""
_CLOCK = re.compile(
    r"(?:om\s+)?([0-9]{1,2})[:.uh]([0-9]{2})\s*(?:u|uur|h)?\.?|([0-9]{1,2})\s*(?:u|uur|h)\.?", re.IGNORECASE
)
_SCHEMA = (
    r"^\s*([oO][mM]\s+)?(([01]?[0-9]|2[0-3])[:.hHuU][0-5][0-9]\s*([hHuU]|[uU][uU][rR])?\.?"
    r"|([01]?[0-9]|2[0-3])\s*([hHuU]|[uU][uU][rR])\.?)\s*$"
)
_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip


def clock(value: object) -> object:
    """Minutes after midnight from `13:30`, `9:00`, `09.00`, `9.00 uur`, `9 uur`, `9u30`."""
    if not isinstance(value, str):
        return value
    found = _CLOCK.fullmatch(value.strip())
    hours, minutes = (int(found.group(1) or found.group(3)), int(found.group(2) or 0)) if found else (DAY, 0)
    if hours > 23 or minutes > 59:
        raise refuse(_("‘{value}’ is no time of the day").format(value=value), _("write it as 13:30 or 9.00 uur"))
    return 60 * hours + minutes


def date(value: object) -> object:
    """A date from `2027-01-20`, `20-1-2027`, `20 januari 2027`, with or without the name of the day."""
    if not isinstance(value, str):
        return value
    try:
        return _date(value)
    except ValueError:
        raise refuse(_("‘{value}’ is no date").format(value=value), _("write it as 2027-01-20")) from None


def _date(text: str) -> datetime.date:
    """Raises ValueError for what is no date."""
    text = re.sub(r"^(ma|di|wo|do|vr|za|zo)[a-z]*\s+(?=[0-9])", "", text.strip().lower())
    if found := re.fullmatch(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})", text):
        year, month, day = (int(part) for part in found.groups())
    elif found := re.fullmatch(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})", text):
        day, month, year = (int(part) for part in found.groups())
    elif found := re.fullmatch(r"([0-9]{1,2})\s+([a-z]+)\s+([0-9]{4})", text):
        day, month, year = int(found.group(1)), _MONTHS.index(found.group(2)) + 1, int(found.group(3))
    else:
        raise ValueError(text)
    return datetime.date(year, month, day)


def as_clock(minutes: int) -> str:
    """`13:30`; a time of the next day as `00:15`, which the caller marks."""
    return f"{minutes % DAY // 60:02d}:{minutes % 60:02d}"


Clock = Annotated[
    int,
    BeforeValidator(clock),
    # an editor takes `13.30` for a number
    WithJsonSchema({"type": ["number", "string"], "minimum": 0, "exclusiveMaximum": 24, "pattern": _SCHEMA}),
]
Date = Annotated[datetime.date, BeforeValidator(date), WithJsonSchema({"type": "string"})]
