"""A script as an iCalendar file (RFC 5545): one event for each meeting that has a date.

Times are local without a zone ("floating", RFC 5545 3.3.5), so that 13:30 stays 13:30 on every phone at the school.
"""

import datetime
from collections.abc import Iterator
from hashlib import sha256

from kaartenspel.model.clock import DAY
from kaartenspel.model.script import Entry, Script, ScriptMeeting

LONGEST = 75
"""Octets of a line, its end not counted (RFC 5545 3.1)."""


def calendar(script: Script) -> bytes:
    """The calendar, with CRLF line ends; a plan without dates gives one without events."""
    events = [
        line
        for number, meeting in enumerate(script.meetings, 1)
        if meeting.date is not None
        for line in _event(script, meeting, number, meeting.date)
    ]
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//kaartenspel//draaiboek//NL", "CALSCALE:GREGORIAN"]
    return b"".join(_folded(line) + b"\r\n" for line in [*head, *events, "END:VCALENDAR"])


def _event(script: Script, meeting: ScriptMeeting, number: int, day: datetime.date) -> Iterator[str]:
    """One meeting; its stamp is its own day, so that the same plan gives the same bytes."""
    title = script.title if len(script.meetings) == 1 else f"{script.title}: {meeting.title}"
    uid = sha256(f"{script.name}/{number}/{day.isoformat()}".encode()).hexdigest()[:24]
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}@kaartenspel"
    yield f"DTSTAMP:{day:%Y%m%d}T000000Z"
    yield f"DTSTART:{_moment(day, meeting.start)}"
    yield f"DTEND:{_moment(day, meeting.end)}"
    yield f"SUMMARY:{_escaped(title)}"
    places = _places(meeting.entries)
    if places:
        yield f"LOCATION:{_escaped(', '.join(places))}"
    told = (meeting.goal or script.goal, "", *_programme(meeting.entries))
    yield "DESCRIPTION:" + _escaped("\n".join(told).strip())
    yield "END:VEVENT"


def _programme(entries: tuple[Entry, ...]) -> Iterator[str]:
    for entry in entries:
        yield f"{entry.clock} {entry.content.title} ({entry.lasts})"
        for strand in entry.strands:
            yield f"  {strand.title}"
            yield from (f"  {line}" for line in _programme(strand.entries))


def _places(entries: tuple[Entry, ...]) -> list[str]:
    return list(dict.fromkeys(entry.content.room for entry in entries if entry.content.room))


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
