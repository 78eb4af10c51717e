"""A script as Markdown (CommonMark with tables): for a wiki, a mail, or a text editor."""

import re
from collections.abc import Iterator

from kaartenspel.model.richtext import Rich, Run
from kaartenspel.model.script import Checklist, Content, Entry, PrintJob, Script, Station, Table
from kaartenspel.model.words import Words

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")


def markdown(script: Script, words: Words) -> str:
    """The whole script, with a line end at its end."""
    return "\n".join([*_Writer(words).lines(script), ""])


class _Writer:
    """Writes the lines of one script."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def lines(self, script: Script) -> Iterator[str]:
        """The head, the meetings, the groups, the prints and the lists."""
        yield from (f"# {escaped(script.title)}", "", escaped(script.subtitle))
        if script.draft:
            yield from ("", f"**{self.words['draft']}**", "", *(f"- {escaped(said)}" for said in script.problems))
        yield from ("", *(f"- **{escaped(label)}:** {escaped(value)}" for label, value in script.facts))
        for meeting in script.meetings:
            if len(script.meetings) > 1:
                yield from ("", f"## {escaped(meeting.title)}", "", escaped(meeting.when))
                yield from ("", escaped(meeting.goal)) if meeting.goal else ()
            for entry in meeting.entries:
                yield from self._entry(entry, 3 if len(script.meetings) > 1 else 2)
        yield from self._groups(script)
        yield from self._prints(script)
        for checklist in script.lists:
            yield from self._checklist(checklist)
        if script.why:
            yield from ("", f"## {self.words['why-so']}", "", *_paragraphs(script.why))

    def _entry(self, entry: Entry, level: int) -> Iterator[str]:
        """A heading with the clock, then what is done."""
        if entry.section:
            yield from ("", f"{'#' * level} {escaped(entry.section)}")
        content = entry.content
        yield from ("", f"{'#' * (level + 1)} {entry.clock} {escaped(content.title)}", "", f"*{escaped(entry.lasts)}*")
        if entry.warning:
            yield from ("", f"**{self.words['does-not-add-up']}: {escaped(entry.warning)}**")
        yield from self._content(content)
        if entry.table:
            yield from _table(entry.table)
        for station in entry.stations:
            yield from self._station(station, level + 2)
        for strand in entry.strands:
            room = f" ({escaped(strand.room)})" if strand.room else ""
            yield from ("", f"{'#' * (level + 2)} {escaped(strand.title)}{room}")
            yield from ("", escaped(strand.leads)) if strand.leads else ()
            for inner in strand.entries:
                yield from self._entry(inner, level + 2)

    def _station(self, station: Station, level: int) -> Iterator[str]:
        yield from ("", f"{'#' * min(level, 6)} {station.number}. {escaped(station.content.title)}")
        yield from self._content(station.content)

    def _content(self, content: Content) -> Iterator[str]:
        """What is done, in the order in which it is needed."""
        about = " · ".join(escaped(part) for part in (content.label, content.room, content.leads) if part)
        yield from ("", about) if about else ()
        yield from ("", escaped(content.goal)) if content.goal else ()
        if content.say:
            yield from ("", *(f"> {line}" if line else ">" for line in _paragraphs(content.say)))
        if content.steps:
            yield ""
            for number, step in enumerate(content.steps, 1):
                minutes = f" ({escaped(step.minutes)})" if step.minutes else ""
                yield f"{number}. {' '.join(_paragraphs(step.text))}{minutes}"
        if content.materials:
            yield from ("", f"**{self.words['needed']}:** {escaped(', '.join(content.materials))}")
        if content.tips:
            yield from (
                "",
                f"**{self.words['tips']}**",
                "",
                *(f"- {' '.join(_paragraphs(tip))}" for tip in content.tips),
            )
        if content.notes:
            yield from ("", f"**{self.words['for-the-guide']}:**", "", *_paragraphs(content.notes))
        yield from ("", escaped(content.source)) if content.source else ()
        if content.tool:
            yield from ("", f"[{escaped(content.tool.label)}]({content.tool.url}) ({content.tool.domain})")

    def _groups(self, script: Script) -> Iterator[str]:
        if not script.groups:
            return
        yield from ("", f"## {self.words['script-groups-head']}", "", escaped(script.groups_line), "")
        for card in script.groups:
            about = [f"{card.size}", *card.rounds]
            yield f"- **{self.words['group']} {card.number}:** {escaped(' · '.join(about))}"
        if script.no_shows:
            yield from _table(script.no_shows)

    def _prints(self, script: Script) -> Iterator[str]:
        if not script.prints:
            return
        yield from ("", f"## {self.words['print-and-set-out']}", "")
        for job in script.prints:
            yield from self._print(job)

    def _print(self, job: PrintJob) -> Iterator[str]:
        sets = f"{job.sets} {self.words['set' if job.sets == 1 else 'sets']}"
        sheets = f"{job.sheets} {self.words['sheet' if job.sheets == 1 else 'sheets']} {job.paper}"
        yield f"- [ ] **{escaped(job.file)}:** {escaped(', '.join((sets, sheets, job.weight, job.how)))}"
        yield f"  {escaped(job.detail)}; `{job.command}`"

    def _checklist(self, checklist: Checklist) -> Iterator[str]:
        yield from ("", f"## {escaped(checklist.title)}", "")
        for task in checklist.tasks:
            yield f"- [ ] {escaped(task.text)}" + (f" ({escaped(task.detail)})" if task.detail else "")


def escaped(text: str) -> str:
    """A text in which no character has a meaning for Markdown."""
    return _SPECIAL.sub(r"\\\1", text)


def _paragraphs(rich: Rich) -> list[str]:
    """The blocks as lines, an empty one between paragraphs."""
    lines: list[str] = []
    for block in rich.blocks:
        if lines and not block.bullet:
            lines.append("")
        lines.append(("- " if block.bullet else "") + "".join(_run(run) for run in block.runs))
    return lines


def _run(run: Run) -> str:
    """A run with its marks; spaces stay outside them."""
    marks = "***" if run.bold and run.italic else "**" if run.bold else "*" if run.italic else ""
    words = run.text.strip()
    if not marks or not words:
        return escaped(run.text)
    before, after = run.text[: len(run.text) - len(run.text.lstrip())], run.text[len(run.text.rstrip()) :]
    return f"{before}{marks}{escaped(words)}{marks}{after}"


def _table(table: Table) -> Iterator[str]:
    yield from ("", f"**{escaped(table.caption)}**", "")
    yield f"| {' | '.join(escaped(head) for head in table.heads)} |"
    yield f"|{' --- |' * len(table.heads)}"
    for row in table.rows:
        yield f"| {' | '.join(escaped(cell) for cell in row)} |"
