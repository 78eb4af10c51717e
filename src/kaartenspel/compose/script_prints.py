"""Printen en klaarzetten: a page of its own that can be handed to the caretaker. Lengths are mm."""

from collections.abc import Iterator

from kaartenspel.compose.context import NOTHING, Setting
from kaartenspel.compose.script_head import page_head, set_facts
from kaartenspel.compose.script_page import FIRM, FREE, LOOSE, MARGIN, ROOM, Passage, Piece, box, piece
from kaartenspel.compose.script_pen import Pen, beside, drawn, joined, under
from kaartenspel.drawing import Item, Rect
from kaartenspel.model.richtext import Block, Rich, Run
from kaartenspel.model.script import Checklist, PrintJob, Script

_BOX = 4.2
_INDENT = 7.4


def passages(pen: Pen, script: Script) -> Iterator[Passage]:
    """The heads and the lists; nothing where there is nothing to print, set out or do."""
    if not script.prints and not script.lists:
        return
    words = pen.words
    people = _count(pen, script.participants, "script-participant", "script-participants")
    head = page_head(pen, words["print-and-set-out"], people, script.groups_line)
    known = (script.groups_line, script.goal)
    shown = [(label, value) for label, value in script.facts if value not in known]
    facts = [piece(set_facts(pen, shown), 4.0)] if shown else []
    yield Passage(words["print-and-set-out"], (*head, *facts), at_top=True)
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
    lines = [piece(setting, 2.2, LOOSE if number < 2 else FREE) for number, setting in enumerate(settings, start=1)]
    pieces: list[Piece] = [piece(heading, 9.0, FIRM), *lines]
    return Passage(title, tuple(pieces), Setting(again.height + 2.0, again.draw))


def _job(pen: Pen, job: PrintJob) -> Setting:
    """A file to print: what the caretaker must know, then what it holds, then the command that makes it."""
    words = pen.words
    counts = [
        _count(pen, job.sets, "set", "sets"),
        _count(pen, job.cards, "card", "cards") if job.cards else "",
        f"{_count(pen, job.sheets, 'sheet', 'sheets')} {job.paper}",
        job.weight,
        job.how,
    ]
    what = Rich((Block((Run(f"{job.file}: ", bold=True), Run(", ".join(part for part in counts if part)))),))
    cuts = f"{_count(pen, job.cuts, 'cut', 'cuts')} {words['each-pile']}" if job.cuts else ""
    return _line(pen, what, joined([job.title, job.detail, cuts]), job.command)


def _count(pen: Pen, number: int, one: str, many: str) -> str:
    return f"{number} {pen.words[one if number == 1 else many]}"


def _line(pen: Pen, text: Rich | str, *details: str) -> Setting:
    """A line with a box to tick, and small lines under it."""
    kind, left, width = pen.type("body"), MARGIN + _INDENT, ROOM - _INDENT
    small = [pen.set(detail, pen.type("fine"), left, width) for detail in details if detail]
    words = under(pen.set(text, kind, left, width), *small, gap=0.3)
    top = (kind.line - _BOX) / 2

    def tick(y: float) -> Iterator[Item]:
        yield box(Rect(MARGIN + 0.15, y + top, _BOX - 0.3, _BOX - 0.3), None, pen.colour("ink"), 0.3)

    return beside(drawn(_BOX, tick), words) if words.height else NOTHING
