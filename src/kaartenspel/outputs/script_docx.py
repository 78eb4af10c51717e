"""A script as a Word file that a school can go on with: headings, lists and tables that Word knows as such."""

import io
from pathlib import Path
from typing import BinaryIO

from PIL import Image

from kaartenspel.compose.qr import symbol
from kaartenspel.model.script import Content, Entry, Script, ScriptMeeting, Station, Table, Tool
from kaartenspel.model.theme import Theme
from kaartenspel.model.words import Words
from kaartenspel.outputs.word import Word

QR_SIDE = 26.0
"""The side of a QR with its quiet zone, in mm."""
_QUIET = 4
_PIXELS = 8


def write_docx(
    script: Script, words: Words, theme: Theme, template: Path | None, stream: BinaryIO, school: str = ""
) -> None:
    """Write the script, the school’s name above its title. Raises UsageError for a template that is no Word file."""
    word = Word(script.language, template)
    if school:
        word.paragraph(school, "Caption")
    _Writer(word, words, theme).script(script)
    word.write(script.title, stream)


class _Writer:
    """Writes one script, in the order of the other formats."""

    def __init__(self, word: Word, words: Words, theme: Theme) -> None:
        self.word, self.words, self.theme = word, words, theme

    def script(self, script: Script) -> None:
        """The head, the meetings, the groups, the prints and the lists."""
        self._head(script)
        for meeting in script.meetings:
            self._meeting(meeting, several=len(script.meetings) > 1)
        self._groups(script)
        self._prints(script)
        if script.why:
            self.word.heading(self.words["why-so"], 1)
            self.word.paragraph(script.why)

    def _head(self, script: Script) -> None:
        """The titles, what does not add up, and what one must know."""
        self.word.paragraph(script.title, "Title")
        self.word.paragraph(script.subtitle, "Subtitle")
        if script.draft:
            self.word.paragraph(f"{self.words['draft']}: {self.words['does-not-add-up'].lower()}", "Quote")
        for said in script.problems:
            self.word.paragraph(said, "List Bullet")
        for label, value in script.facts:
            self.word.paragraph(value, prefix=f"{label}: ")

    def _meeting(self, meeting: ScriptMeeting, *, several: bool) -> None:
        if several:
            self.word.heading(meeting.title, 1, page=True)
            self.word.paragraph(meeting.when, "Subtitle")
        if several and meeting.goal:
            self.word.paragraph(meeting.goal)
        for entry in meeting.entries:
            self._entry(entry, 2)

    def _entry(self, entry: Entry, level: int) -> None:
        """A heading with the clock, then what is done."""
        if entry.section:
            self.word.heading(entry.section, 1)
        self.word.heading(f"{entry.clock}  {entry.content.title}", level)
        about = [entry.lasts, entry.content.label, entry.content.room, entry.content.leads]
        line = self.word.paragraph(" · ".join(part for part in about if part))
        line.paragraph_format.keep_with_next = entry.kind in ("block", "round")
        self.word.colour(line, self.theme.colours.get(entry.content.colour, self.theme.colours["quiet"]))
        if entry.warning:
            self.word.paragraph(entry.warning, prefix=f"{self.words['does-not-add-up']}: ")
        self._content(entry.content)
        if entry.table:
            self._table(entry.table)
        for station in entry.stations:
            self._station(station)
        for strand in entry.strands:
            about = [part for part in (strand.title, strand.room, strand.leads) if part]
            self.word.heading(" · ".join(about), 3)
            for inner in strand.entries:
                self._entry(inner, 3)

    def _station(self, station: Station) -> None:
        self.word.heading(f"{station.number}. {station.content.title}", 3)
        about = [station.content.label, station.content.room, station.content.leads]
        if any(about):
            self.word.paragraph(" · ".join(part for part in about if part))
        self._content(station.content)

    def _content(self, content: Content) -> None:
        """What is done, in the order in which it is needed."""
        if content.goal:
            self.word.paragraph(content.goal)
        if content.say:
            self.word.paragraph(content.say, "Quote")
        self.word.numbered((step.text, step.minutes) for step in content.steps)
        if content.materials:
            self.word.paragraph(", ".join(content.materials), prefix=f"{self.words['needed']}: ")
        self._behind(content)
        if content.tool and content.tool.url:
            self._tool(content.tool, content.tool.url)

    def _behind(self, content: Content) -> None:
        """What the facilitator may know besides."""
        for index, tip in enumerate(content.tips):
            self.word.paragraph(tip, prefix=f"{self.words['tips']}: " if index == 0 else "")
        if content.notes:
            self.word.paragraph(content.notes, prefix=f"{self.words['for-the-guide']}: ")
        if content.source:
            self.word.paragraph(content.source)

    def _tool(self, tool: Tool, address: str) -> None:
        """The QR with what it opens beside it."""
        line = self.word.paragraph("")
        alternative = self.words["script-qr-opens"].format(label=tool.label, domain=tool.domain)
        self.word.picture(_png(address), QR_SIDE, alternative, line)
        line.add_run(f"  {tool.label}, ")
        self.word.link(line, tool.domain, address)

    def _groups(self, script: Script) -> None:
        if not script.groups:
            return
        self.word.heading(self.words["script-groups-head"], 1)
        rows = [(str(group.number), str(group.size), "; ".join(group.rounds)) for group in script.groups]
        heads = (self.words["script-group-head"], self.words["script-people-head"], self.words["script-rounds-head"])
        kept = 3 if any(group.rounds for group in script.groups) else 2
        self.word.table(script.groups_line, heads[:kept], [row[:kept] for row in rows])
        if script.no_shows:
            self._table(script.no_shows)

    def _prints(self, script: Script) -> None:
        if script.prints or script.lists:
            self.word.heading(self.words["print-and-set-out"], 1, page=True)
        for job in script.prints:
            sets = f"{job.sets} {self.words['set' if job.sets == 1 else 'sets']}"
            sheets = f"{job.sheets} {self.words['sheet' if job.sheets == 1 else 'sheets']} {job.paper}"
            self.word.paragraph(", ".join((sets, sheets, job.weight, job.how)), prefix=f"☐ {job.file}: ")
            self.word.paragraph(f"{job.detail}; {job.command}", "Caption")
        for checklist in script.lists:
            self.word.heading(checklist.title, 2)
            for task in checklist.tasks:
                self.word.paragraph(f"☐ {task.text}" + (f" ({task.detail})" if task.detail else ""))

    def _table(self, table: Table) -> None:
        self.word.table(table.caption, table.heads, table.rows)


def _png(link: str) -> bytes:
    """A QR with its quiet zone, as a picture of black and white pixels."""
    rows = symbol(link)
    side = len(rows) + 2 * _QUIET
    picture = Image.new("1", (side, side), 1)
    for y, row in enumerate(rows):
        for x, module in enumerate(row):
            if module == "1":
                picture.putpixel((x + _QUIET, y + _QUIET), 0)
    stream = io.BytesIO()
    picture.resize((side * _PIXELS, side * _PIXELS), Image.Resampling.NEAREST).save(stream, "PNG")
    return stream.getvalue()
