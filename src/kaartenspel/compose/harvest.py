"""What a report of an afternoon holds, part by part: every format shows the same, in the same order."""

from dataclasses import dataclass
from typing import NamedTuple

from kaartenspel.model.script import Table
from kaartenspel.tally.count import Tally


class Bar(NamedTuple):
    """One bar of a row: what is said before it (empty where there is one), and what it shows."""

    label: str
    tally: Tally


class Row(NamedTuple):
    """A card or a group with its bars."""

    code: str
    text: str
    bars: tuple[Bar, ...]
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """Rows of stacked bars over one scale; `alt` and `table` say the same to who cannot see them."""

    caption: str
    scale: tuple[str, ...]
    rows: tuple[Row, ...]
    alt: str
    table: Table


class Axis(NamedTuple):
    """An axis of a radar: its name, what it shows now, and then where there is a then."""

    name: str
    now: Tally
    before: Tally | None = None


@dataclass(frozen=True, slots=True)
class Radar:
    """Means on axes around a middle, each with how far people are apart and how many they are."""

    caption: str
    scale: tuple[str, ...]
    axes: tuple[Axis, ...]
    alt: str
    table: Table


class Points(NamedTuple):
    """A list."""

    items: tuple[str, ...]


Part = str | Points | Bars | Radar | Table


class Section(NamedTuple):
    """Parts under a heading."""

    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report; `foot` says what it does not tell, and why."""

    name: str
    title: str
    subtitle: str
    language: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    foot: str
