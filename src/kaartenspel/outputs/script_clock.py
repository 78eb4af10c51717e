"""What the clock of a page reckons with: the items of each meeting, as values that JSON knows.

The clock lays them along the time by itself (`html/timetable.js`, by the rules of `plan.schedule`), so that walks,
buffers and overlaps are not told here; they come from rooms, from what is pinned, and from how late it has become.
"""

import hashlib
import json
from collections.abc import Iterable

from kaartenspel.model.clock import DAY
from kaartenspel.model.script import Entry, Script, ScriptMeeting
from kaartenspel.model.words import Words

ITEMS = ("block", "round", "change")
BORROWED = {
    "walk": "script-walk", "buffer": "script-buffer", "pinned": "pinned", "station": "script-station-head",
    "groups": "script-groups-head",
}  # fmt: skip
"""Words that the clock shares with the script."""


def clock_data(script: Script, words: Words) -> dict[str, object]:
    """Meetings and words; `edition` is another one when the script is, so that a page forgets what it kept."""
    meetings = [_meeting(meeting, script) for meeting in script.meetings]
    edition = hashlib.sha256(json.dumps(meetings, sort_keys=True).encode()).hexdigest()[:12]
    said = {name: word for name, word in words.words.items() if name.startswith("clock-")}
    said |= {name: words[word] for name, word in BORROWED.items()}
    return {"name": script.name, "edition": edition, "meetings": meetings, "words": said}


def _meeting(meeting: ScriptMeeting, script: Script) -> dict[str, object]:
    """A meeting; it should end on the next day where it seems to end before it starts."""
    end = meeting.window
    return {
        "title": meeting.title or script.title,
        "date": meeting.date.isoformat() if meeting.date else None,
        "start": meeting.start,
        "end": end + DAY if end is not None and end < meeting.start else end,
        "walks": dict(meeting.walks),
        "items": _items(meeting.entries),
    }


def _items(entries: Iterable[Entry], path: str = "") -> list[dict[str, object]]:
    """The items of a meeting or a strand; the key of each is its place."""
    return [_item(entry, f"{path}{number}") for number, entry in enumerate(entries) if entry.kind in ITEMS]


def _item(entry: Entry, key: str) -> dict[str, object]:
    """One entry: how long it is planned to last, and where it stands fast on the clock (`at`)."""
    strands = [
        {"title": strand.title, "room": strand.room, "items": _items(strand.entries, f"{key}.{number}.")}
        for number, strand in enumerate(entry.strands)
    ]
    return {
        "key": key,
        "kind": entry.kind,
        "sort": entry.sort,
        "title": entry.content.title,
        "label": entry.content.label,
        "colour": f"k-{entry.content.colour}" if entry.content.colour else "",
        "room": entry.content.room or entry.place,
        "place": entry.place,
        "minutes": entry.minutes,
        "least": entry.least,
        "at": entry.start if entry.pinned else None,
        "here": [list(row) for row in entry.here],
        "strands": strands,
    }
