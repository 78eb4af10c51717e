"""A large deck made by several processes, with the bytes that one would write.

Each process has some of the sheets. Three times all wait for each other: for the sizes of all groups (each process
finds some groups' sizes, because within a group they depend on each other), for what the whole document needs
(characters, and what occurs twice), and for the end. What goes to and fro is small: sizes, counts, compressed pages.
Nothing is shared but what is sent, so that it works where processes start from nothing (Windows, macOS) too.
"""

import os
from collections.abc import Hashable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields
from functools import cached_property
from itertools import pairwise
from multiprocessing import Pipe, Process
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from kaartenspel import messages
from kaartenspel.drawing import Document, Drawing, Sheet
from kaartenspel.outputs.fonts import Faces
from kaartenspel.press.evened import Fits
from kaartenspel.press.job import Job
from kaartenspel.problems import Problem
from kaartenspel.reading.collector import without_collector

if TYPE_CHECKING:
    from kaartenspel.outputs.survey import Look

LEAST_CARDS = 500
"""With fewer cards, starting processes takes longer than they save."""


def shared(job: Job) -> Job:
    """The same job for as many processes as its request asks for, where that helps.

    Sets and copies put one face on many sheets: there is little to share then, and it stays one process.
    """
    request = job.request
    alone = request.jobs == 1 or request.sets or request.proof or job.grid.screen or job.sheets == 1
    if alone or len(job.cards) < LEAST_CARDS or any(card.copies != 1 for card in job.cards):
        return job
    return SharedJob(*_parts(job))


def _parts(job: Job) -> list[Any]:
    return [getattr(job, field.name) for field in fields(Job)]


@dataclass(frozen=True)
class SharedJob(Job):
    """A job whose faces are made and written elsewhere."""

    @cached_property
    def _team(self) -> "_Team":
        job = Job(*_parts(self))
        job.__dict__["version"] = self.version  # of all cards, and so not worked out in each process
        return _Team(job, min(self.request.jobs, self.sheets))

    def face_problems(self) -> list[Problem]:
        """What does not fit, by all processes."""
        return self._team.compose()

    def write(self, target: BinaryIO) -> None:
        """The PDF from the pages of all processes."""
        deck = self.deck.deck
        head = Document(deck.title, deck.language, (), f"{deck.deck} {self.version}")
        self._team.write(head, self.measure if isinstance(self.measure, Faces) else Faces(), target)

    def end(self) -> None:
        """End the processes, whatever became of the job."""
        if "_team" in self.__dict__:
            self._team.end()


class _Team:
    """The processes of one job, and what they said."""

    def __init__(self, job: Job, count: int) -> None:
        groups = _dealt({group: len(cards) for group, cards in job.groups.items()}, count)
        bounds = [job.sheets * part // count for part in range(count + 1)]
        self._order = job.page_sides
        self._sheets = [range(*pair) for pair in pairwise(bounds)]
        self._looks: list[Look] = []
        self._lines: list[Connection] = []
        self._workers: list[Process] = []
        language = os.environ.get("LANGUAGE", "")
        for sheets, own_groups in zip(self._sheets, groups, strict=True):
            ours, theirs = Pipe()
            worker = Process(target=_work, args=(ours, theirs, job, sheets, own_groups, language), daemon=True)
            worker.start()
            theirs.close()
            self._lines.append(ours)
            self._workers.append(worker)

    def compose(self) -> list[Problem]:
        """Let all faces be made; gives what does not fit."""
        sized: dict[Hashable, Fits] = {}
        for part in self._heard():
            sized |= part
        self._say([sized] * len(self._lines))
        problems: list[Problem] = []
        looks: list[list[Look]] = []
        for found, seen in self._heard():
            problems += found
            looks.append(seen)
        wrong = any(not problem.warning for problem in problems)
        self._looks = [] if wrong else self._in_order(looks)
        return problems

    def write(self, head: Document, faces: Faces, target: BinaryIO) -> None:
        """Let all pages be written, and put them together."""
        from kaartenspel.outputs.pdf import Writer  # noqa: PLC0415  reportlab: only what writes needs it
        from kaartenspel.outputs.survey import together  # noqa: PLC0415

        sides = tuple(look.sheet for look in self._looks)
        document = Document(head.title, head.language, sides, head.subject)
        writer = Writer(document, faces, together(self._looks))
        self._say([(writer.codes, writer.survey)] * len(self._lines))
        for sheet, page in zip(sides, self._in_order(list(self._heard())), strict=True):
            writer.add_page(sheet, page)
        target.write(writer.finish())

    def end(self) -> None:
        """Nothing is asked of the processes any more."""
        for line in self._lines:
            with suppress(OSError):  # it may have ended already, and been told so already
                line.send(None)
                line.close()
        for worker in self._workers:
            worker.join()

    def _in_order(self, parts: Sequence[Sequence[Any]]) -> list[Any]:
        """What each process said of its own sides, in print order."""
        left = [iter(part) for part in parts]
        owner = {sheet: part for part, sheets in enumerate(self._sheets) for sheet in sheets}
        return [next(left[owner[side.sheet]]) for side in self._order]

    def _say(self, said: Sequence[object]) -> None:
        for line, words in zip(self._lines, said, strict=True):
            line.send(words)

    def _heard(self) -> list[Any]:
        """The next word of each process."""
        try:
            return [line.recv() for line in self._lines]
        except EOFError as error:
            raise RuntimeError("a process of --jobs ended before its work was done") from error


def _dealt(sizes: Mapping[Hashable, int], hands: int) -> list[list[Hashable]]:
    """The groups in as many hands, the largest first, each to the hand that has least."""
    dealt: list[list[Hashable]] = [[] for _hand in range(hands)]
    held = [0] * hands
    for group in sorted(sizes, key=lambda name: sizes[name], reverse=True):
        hand = held.index(min(held))
        dealt[hand].append(group)
        held[hand] += sizes[group]
    return dealt


def _work(
    other: Connection, line: Connection, job: Job, sheets: range, groups: Sequence[Hashable], language: str
) -> None:
    """The whole life of a process; it ends when it is told so, or when the other end of its line is gone."""
    other.close()  # a process that held both ends would never hear that the other is gone
    if language:  # else this process speaks as the first one does: as the code is written
        messages.use(language)
    try:
        with without_collector():
            line.send({group: job.sized(group) for group in groups})
            sized = line.recv()
            sides = _sides(line, job, sheets, sized) if sized is not None else None
            needed = line.recv() if sides is not None else None
            if sides is not None and needed is not None:
                from kaartenspel.outputs.pdf import written  # noqa: PLC0415  reportlab: only what writes needs it

                codes, survey = needed
                seen = survey.seen_by(sides)
                line.send([written(sheet, codes, seen) for sheet in sides])
    except (EOFError, BrokenPipeError):
        return


def _sides(line: Connection, job: Job, sheets: range, sized: Mapping[Hashable, Fits]) -> tuple[Sheet, ...] | None:
    """The sides of these sheets, or None where something does not fit; the other process is told."""
    from kaartenspel.outputs.survey import look  # noqa: PLC0415

    own = sorted({index for page in job.page_sides if page.sheet in sheets for index in page.cards})
    faces = job.composed([job.copies[index] for index in own], sized)
    problems = [face for pair in faces.values() for face in pair if isinstance(face, Problem)]
    if problems:
        line.send((problems, []))
        return None
    fronts: list[Drawing | None] = [None] * len(job.copies)
    backs: list[Drawing | None] = [None] * len(job.copies)
    for index in own:
        front, back = faces[job.copies[index].id]
        fronts[index], backs[index] = cast("Drawing", front), cast("Drawing", back)
    sides = job.printed(cast("list[Drawing]", fronts), backs, sheets)
    line.send((job.coarse(faces), [look(sheet) for sheet in sides]))
    return sides
