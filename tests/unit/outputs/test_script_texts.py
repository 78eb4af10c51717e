"""A script as Markdown and as a calendar: everything that it says, and nothing that would be read as a mark."""

import datetime
import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kaartenspel.load.project import Project
from kaartenspel.model.richtext import parse
from kaartenspel.model.script import Script
from kaartenspel.outputs.script_ical import calendar
from kaartenspel.outputs.script_markdown import escaped, markdown

sys.path.insert(0, str(Path(__file__).parents[1] / "compose"))
from sample_script import afternoon, whole_day


@pytest.fixture(scope="module")
def words():
    return Project(Path()).words("nl", None)


@pytest.mark.parametrize("script", [afternoon(), whole_day()], ids=["afternoon", "day"])
def test_markdown_says_everything(script: Script, words) -> None:
    text = markdown(script, words)
    for meeting in script.meetings:
        for entry in meeting.entries:
            assert f"{entry.clock} {escaped(entry.content.title)}" in text
            assert escaped(entry.lasts) in text
            for station in entry.stations:
                assert f"{station.number}. {escaped(station.content.title)}" in text
            if entry.content.tool:
                assert f"]({entry.content.tool.url})" in text
    for job in script.prints:
        assert f"`{job.command}`" in text
    for problem in script.problems:
        assert f"- {escaped(problem)}" in text


def test_markdown_has_tables_with_a_cell_for_each_head(words) -> None:
    rows = [line for line in markdown(afternoon(), words).splitlines() if line.startswith("|")]
    assert rows
    tables: list[list[int]] = [[]]
    for row in rows:
        if "---" in row:
            assert row.count("|") == tables[-1][-1]
        tables.append([row.count("|")])


def test_markdown_takes_no_mark_for_one_that_the_author_did_not_mean(words) -> None:
    entry = afternoon().meetings[0].entries[0]
    say = parse("**Let op** 2 * 3 [zes] _nu_ <b>")
    meeting = replace(afternoon().meetings[0], entries=(replace(entry, content=replace(entry.content, say=say)),))
    text = markdown(replace(afternoon(), meetings=(meeting,)), words)
    assert "> **Let op** 2 \\* 3 \\[zes\\] *nu* \\<b\\>" in text


def _events(data: bytes) -> list[dict[str, str]]:
    """What the events of a calendar hold, folded lines joined."""
    text = data.decode().replace("\r\n ", "")
    parts = re.findall(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT", text, re.DOTALL)
    return [dict(line.split(":", 1) for line in part.strip().split("\r\n")) for part in parts]


def _dated(script: Script) -> Script:
    meetings = tuple(replace(meeting, date=datetime.date(2027, 1, 20)) for meeting in script.meetings)
    return replace(script, meetings=meetings)


def test_calendar_has_an_event_with_the_times_of_each_meeting() -> None:
    script = _dated(afternoon())
    (event,) = _events(calendar(script))
    meeting = script.meetings[0]
    assert event["DTSTART"] == f"20270120T{meeting.start // 60:02d}{meeting.start % 60:02d}00"
    assert event["DTEND"] == f"20270120T{meeting.end // 60:02d}{meeting.end % 60:02d}00"
    for entry in meeting.entries:
        assert entry.clock in event["DESCRIPTION"]


def test_calendar_runs_on_past_midnight() -> None:
    script = _dated(afternoon())
    late = replace(script.meetings[0], start=23 * 60, end=24 * 60 + 15)
    (event,) = _events(calendar(replace(script, meetings=(late,))))
    assert event["DTEND"] == "20270121T001500"


def test_calendar_keeps_lines_short_and_characters_whole() -> None:
    script = replace(_dated(afternoon()), title="Ideeën, ‘visie’; en \\ meer: " + "éé" * 80)
    data = calendar(script)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    (event,) = _events(data)
    assert event["SUMMARY"].startswith("Ideeën\\, ‘visie’\\; en \\\\ meer: " + "éé" * 80)


def test_calendar_without_dates_has_no_events_and_is_the_same_each_time() -> None:
    script = replace(afternoon(), meetings=tuple(replace(m, date=None) for m in afternoon().meetings))
    assert _events(calendar(script)) == []
    assert calendar(_dated(afternoon())) == calendar(_dated(afternoon()))
