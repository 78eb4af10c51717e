"""Printen en klaarzetten: a page of its own that can be handed to the caretaker. Lengths are mm."""

import re
from collections.abc import Iterator

from kaartenspel.compose.context import Setting
from kaartenspel.compose.script_head import page_head, set_facts
from kaartenspel.compose.script_page import FIRM, FREE, LOOSE, MARGIN, ROOM, Passage, Piece, box, piece
from kaartenspel.compose.script_pen import Pen, beside, drawn, joined, under
from kaartenspel.compose.text import baseline
from kaartenspel.drawing import Item, Rect
from kaartenspel.model.richtext import Block, Rich, Run
from kaartenspel.model.script import Checklist, PrintJob, Script

_BOX = 4.2
_INDENT = 7.4
_PARTS = re.compile(r"[^ ,]*[ ,]*")


def passages(pen: Pen, script: Script) -> Iterator[Passage]:
    """The heads and the lists; nothing where there is nothing to print, set out or do."""
    if not script.prints and not script.lists:
        return
    words = pen.words
    people = _count(pen, script.participants, "script-participant", "script-participants")
    title = words["print-and-set-out" if script.lists else "print-list"]
    head = page_head(pen, title, people, script.groups_line)
    known = (script.groups_line, script.goal)
    shown = [(label, value) for label, value in script.facts if value not in known]
    facts = [piece(set_facts(pen, shown), 4.0)] if shown else []
    yield Passage(title, (*head, *facts), at_top=True)
    if script.prints:
        yield _list(pen, words["to-print"], [_job(pen, job) for job in script.prints])
    for checklist in script.lists:
        yield _checklist(pen, checklist)


def _checklist(pen: Pen, checklist: Checklist) -> Passage:
    return _list(pen, checklist.title, [_line(pen, task.text, task.detail) for task in checklist.tasks])


def _list(pen: Pen, title: str, settings: list[Setting]) -> Passage:
    """A heading with its lines; it may go on on the next page."""
    heading = pen.set(title, pen.type("heading"), MARGIN, ROOM)
    again = pen.set(f"{title} ({pen.words['continued']})", pen.type("heading", "quiet"), MARGIN, ROOM)
    lines = [piece(setting, 1.9, LOOSE if number < 2 else FREE) for number, setting in enumerate(settings, start=1)]
    pieces: list[Piece] = [piece(heading, 9.0, FIRM), *lines]
    return Passage(title, tuple(pieces), Setting(again.height + 2.0, again.draw))


def _job(pen: Pen, job: PrintJob) -> Setting:
    """A file to print: what the caretaker must know, then what it holds, then the command that makes it."""
    words = pen.words
    of_cards = f" {words['of']} {_count(pen, job.cards, 'card', 'cards')}" if job.cards else ""
    counts = [
        _count(pen, job.sets, "set", "sets") + of_cards,
        f"{_count(pen, job.sheets, 'sheet', 'sheets')} {job.paper}",
        job.weight,
        job.how,
    ]
    what = Rich((Block((Run(f"{job.file}: ", bold=True), Run(", ".join(part for part in counts if part)))),))
    cuts = f"{_count(pen, job.cuts, 'cut', 'cuts')} {words['each-pile']}" if job.cuts else ""
    fine, left, width = pen.type("fine"), MARGIN + _INDENT, ROOM - _INDENT
    details = pen.set(joined([*_about(job), cuts]), fine, left, width)
    text = pen.set(what, pen.type("body"), left, width)
    return _ticked(pen, under(text, details, _command(pen, job.command, left, width), gap=0.3))


def _about(job: PrintJob) -> list[str]:
    """The deck and what it is used for; a block that is called like its deck says nothing more."""
    return [job.title, *(part for part in job.detail.split(" · ") if part != job.title)]


def _command(pen: Pen, command: str, left: float, width: float) -> Setting:
    """A command that can be typed over: broken behind spaces and commas only, and no hyphen is ever added."""
    kind, lines = pen.type("fine"), [""]
    for part in _PARTS.findall(command):
        if lines[-1] and pen.width(lines[-1] + part, kind) > width:
            lines.append("")
        lines[-1] += part

    def draw(y: float) -> Iterator[Item]:
        for number, line in enumerate(lines):
            yield from pen.line(line.rstrip(" "), kind, left, y + number * kind.line)

    return drawn(len(lines) * kind.line, draw)


def _count(pen: Pen, number: int, one: str, many: str) -> str:
    return f"{number} {pen.words[one if number == 1 else many]}"


def _line(pen: Pen, text: str, detail: str) -> Setting:
    """A line with a box to tick; its detail stands behind it where there is room, else under it."""
    kind, fine, left, width = pen.type("body"), pen.type("fine"), MARGIN + _INDENT, ROOM - _INDENT
    wide = pen.width(text, kind) + 3.0
    setting = pen.set(text, kind, left, width)
    if not detail or wide + pen.width(detail, fine) > width:
        return _ticked(pen, under(setting, pen.set(detail, fine, left, width), gap=0.3))
    lower = baseline(pen, kind) - baseline(pen, fine)
    behind = drawn(0.0, lambda y: pen.line(detail, fine, left + wide, y + lower))
    return _ticked(pen, beside(setting, behind))


def _ticked(pen: Pen, setting: Setting) -> Setting:
    """A setting with a box to tick at its left."""
    top = (pen.type("body").line - _BOX) / 2

    def tick(y: float) -> Iterator[Item]:
        yield box(Rect(MARGIN + 0.15, y + top, _BOX - 0.3, _BOX - 0.3), None, pen.colour("ink"), 0.3)

    return beside(drawn(_BOX, tick), setting)
