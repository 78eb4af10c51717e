"""iCalendar files (RFC 5545), the same bytes each time.

Times are local without a zone ("floating", RFC 5545 3.3.5), so that 13:30 stays 13:30 on every phone at the school.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from kaartenspel.model.clock import DAY

LONGEST = 75
"""Octets of a line, its end not counted (RFC 5545 3.1)."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event. `key` is what its UID is made of: an event with the same key takes the place of the earlier one.

    `start` and `end` are minutes after midnight of `day`; without a start it takes the whole day. `stamp` is the day
    that it is marked with.
    """

    key: str
    day: datetime.date
    stamp: datetime.date
    title: str
    told: str
    start: int | None = None
    end: int = 0
    place: str = ""


def calendar(product: str, events: Iterable[Event]) -> bytes:
    """The calendar of these events, with CRLF line ends; `product` names what made it."""
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//kaartenspel//{product}//NL", "CALSCALE:GREGORIAN"]
    body = [line for event in events for line in _event(event)]
    return b"".join(_folded(line) + b"\r\n" for line in [*head, *body, "END:VCALENDAR"])


def _event(event: Event) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{sha256(event.key.encode()).hexdigest()[:24]}@kaartenspel"
    yield f"DTSTAMP:{event.stamp:%Y%m%d}T000000Z"
    yield from _times(event)
    yield f"SUMMARY:{_escaped(event.title)}"
    if event.place:
        yield f"LOCATION:{_escaped(event.place)}"
    yield "DESCRIPTION:" + _escaped(event.told.strip())
    yield "END:VEVENT"


def _times(event: Event) -> Iterator[str]:
    """From when to when; of a whole day the end is the day after (RFC 5545 3.6.1)."""
    if event.start is None:
        yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{event.day + datetime.timedelta(days=1):%Y%m%d}"
    else:
        yield f"DTSTART:{_moment(event.day, event.start)}"
        yield f"DTEND:{_moment(event.day, event.end)}"


def _moment(day: datetime.date, minutes: int) -> str:
    """`20270120T133000`; minutes past midnight are on a later day."""
    day += datetime.timedelta(days=minutes // DAY)
    return f"{day:%Y%m%d}T{minutes % DAY // 60:02d}{minutes % 60:02d}00"


def _escaped(text: str) -> str:
    """A text value (RFC 5545 3.3.11)."""
    for plain, said in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(plain, said)
    return text


def _folded(line: str) -> bytes:
    """A long line on several, the later ones after a space; never inside a character."""
    parts: list[bytes] = [b""]
    for character in line:
        octets = character.encode()
        if len(parts[-1]) + len(octets) > LONGEST:
            parts.append(b" ")
        parts[-1] += octets
    return b"\r\n".join(parts)
