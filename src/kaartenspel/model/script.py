"""A facilitator's script as one value, from which every format is made: PDF, DOCX, HTML, Markdown, iCalendar.

All words are in the language of the plan already, so that the formats cannot differ; times also stand as numbers
(minutes after midnight of the meeting's day) for whoever reckons on. Nothing here is a name of a participant except
`GroupCard.names`.
"""

import datetime
from dataclasses import dataclass
from typing import Literal

from kaartenspel.model.richtext import Rich
from kaartenspel.model.workshop import Sort

EntryKind = Literal["block", "round", "change", "walk", "buffer", "overlap"]


@dataclass(frozen=True, slots=True)
class Tool:
    """The tool that a QR opens: `label` and `domain` stand beside it; without `url` there is no QR."""

    label: str
    domain: str
    url: str | None
    use: str = ""


@dataclass(frozen=True, slots=True)
class ScriptStep:
    """A step; `minutes` in words (`5 min`, `5 min per persoon: 15 min`), or nothing."""

    text: Rich
    minutes: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A small table: its caption, its heads, and rows as long as the heads. The first column heads its row."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Content:
    """What is done in a block or at a station: `label` is the small line above the title.

    `colour` names a colour of the theme (that of the kind of cards), or is empty. `notes` and `tips` are the
    facilitator's alone; `source` is whose idea it is, in words.
    """

    title: str
    label: str = ""
    colour: str = ""
    goal: str = ""
    say: Rich | None = None
    steps: tuple[ScriptStep, ...] = ()
    materials: tuple[str, ...] = ()
    tips: tuple[Rich, ...] = ()
    notes: Rich | None = None
    room: str = ""
    leads: str = ""
    source: str = ""
    tool: Tool | None = None


@dataclass(frozen=True, slots=True)
class Station:
    """A station of a carrousel, numbered from 1, with the rounds in which which groups are there."""

    number: int
    content: Content
    visits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Strand:
    """Entries beside those of other strands."""

    title: str
    room: str
    leads: str
    entries: tuple["Entry", ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A stretch of time on the script.

    `clock` is `13:30`, `lasts` is `10 min, tot 13:40` (both as printed), `least` how short it can become (None: not
    shorter), `pinned` whether it stands fast on the clock. `section` is the heading of the part that begins here.
    `warning` says what does not add up here. `place` is the id of its room, for who reckons on. `here` gives the
    stations of a round, each with the groups that are there.
    """

    id: str
    kind: EntryKind
    sort: Sort
    start: int
    end: int
    clock: str
    lasts: str
    content: Content
    section: str = ""
    least: int | None = None
    pinned: bool = False
    table: Table | None = None
    stations: tuple[Station, ...] = ()
    strands: tuple[Strand, ...] = ()
    warning: str = ""
    place: str = ""
    here: tuple[tuple[str, ...], ...] = ()

    @property
    def minutes(self) -> int:
        """How long it lasts."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class ScriptMeeting:
    """A meeting with its entries in order; `window` is when it should end, or None; `when` is said in words.

    `walks` gives rooms with the minutes that it takes to walk to them or from them.
    """

    title: str
    goal: str
    when: str
    date: datetime.date | None
    start: int
    end: int
    window: int | None
    entries: tuple[Entry, ...]
    walks: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class GroupCard:
    """A group: its number, how many people, its names if they are known, and where it is in each round."""

    number: int
    size: int
    names: tuple[str, ...] = ()
    rounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A PDF to print: what it is, the command that makes it, and what the caretaker must know.

    `sheets` of paper are counted by the imposition; `cuts` are those of one pile. `how` is `dubbelzijdig over de
    lange zijde, 100 %`; `weight` is the paper's, in words; `detail` says how many cards a set has.
    """

    file: str
    title: str
    sets: int
    cards: int
    sheets: int
    paper: str
    weight: str
    how: str
    cuts: int
    detail: str
    command: str
    deck: str
    asked: tuple[str, ...] = ()
    both_sides: bool = True


@dataclass(frozen=True, slots=True)
class Task:
    """A line of a checklist, with a small line under it."""

    text: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Checklist:
    """What must be set out, or be done beforehand."""

    title: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class Script:
    """The whole script. `facts` are label and value (date, place, people); `problems` say what does not add up.

    A script with problems is a draft. `groups_line` is `8 groepen: 5 × 5 en 3 × 4`; `no_shows` says what the groups
    become with a few people fewer or more.
    """

    name: str
    title: str
    goal: str
    language: str
    subtitle: str
    facts: tuple[tuple[str, str], ...]
    meetings: tuple[ScriptMeeting, ...]
    participants: int
    groups_line: str
    groups: tuple[GroupCard, ...]
    no_shows: Table | None
    prints: tuple[PrintJob, ...]
    lists: tuple[Checklist, ...]
    why: Rich | None = None
    problems: tuple[str, ...] = ()

    @property
    def draft(self) -> bool:
        """Whether something does not add up."""
        return bool(self.problems)
