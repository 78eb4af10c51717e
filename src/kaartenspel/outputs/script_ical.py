"""A script as an iCalendar file: one event for each meeting that has a date."""

import datetime
from collections.abc import Iterator

from kaartenspel.model.script import Entry, Script, ScriptMeeting
from kaartenspel.outputs import ical


def calendar(script: Script) -> bytes:
    """The calendar, with CRLF line ends; a plan without dates gives one without events."""
    meetings = enumerate(script.meetings, 1)
    dated = [(number, meeting, meeting.date) for number, meeting in meetings if meeting.date is not None]
    return ical.calendar("draaiboek", (_event(script, meeting, number, day) for number, meeting, day in dated))


def _event(script: Script, meeting: ScriptMeeting, number: int, day: datetime.date) -> ical.Event:
    """One meeting; its stamp is its own day, so that the same plan gives the same bytes."""
    told = (meeting.goal or script.goal, "", *_programme(meeting.entries))
    return ical.Event(
        key=f"{script.name}/{number}/{day.isoformat()}",
        day=day,
        stamp=day,
        title=script.title if len(script.meetings) == 1 else f"{script.title}: {meeting.title}",
        told="\n".join(told),
        start=meeting.start,
        end=meeting.end,
        place=", ".join(_places(meeting.entries)),
    )


def _programme(entries: tuple[Entry, ...]) -> Iterator[str]:
    for entry in entries:
        yield f"{entry.clock} {entry.content.title} ({entry.lasts})"
        for strand in entry.strands:
            yield f"  {strand.title}"
            yield from (f"  {line}" for line in _programme(strand.entries))


def _places(entries: tuple[Entry, ...]) -> list[str]:
    return list(dict.fromkeys(entry.content.room for entry in entries if entry.content.room))
