"""What a build is asked to make, and what it made."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from kaartenspel.colour import Inks
from kaartenspel.impose.duplex import Duplex
from kaartenspel.impose.order import Order, slots_in_words
from kaartenspel.model.deck import Deck
from kaartenspel.model.printer import STANDARD_TRAY

STANDARD_THEME = "standard"
STANDARD_PAPER = "a4"
FALLBACK_SIZE = "poker"
"""The size of a deck when neither the deck nor its kind names one."""
OWN_CARDS = "keuze"
"""What a file's name says of cards that were chosen one by one."""
CORNERS = "hoeken"
"""What it says of guides for rounded corners, before their radius."""
_ELSEWHERE = re.compile(
    r"keuze(-.*)?|overzicht|snijplan|formulier|banderol|inhoud|hoeken-\d+(-\d+)?|\d+(-sets)?|skip-.*"
)
"""Names that are taken: made here, of what lies beside a PDF, a proof’s pages, sets, a radius, skipped slots."""


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """A build. `sets` of None is one set without a number; `cards` are ids, globs, groups, codes or choices.

    `skip_slots` are the slots of a half-used first sheet that stay empty, counted from 1.
    """

    decks: tuple[str, ...] = ()
    size: str | None = None
    paper: str = STANDARD_PAPER
    sheet: str | None = None
    theme: str = STANDARD_THEME
    sets: int | None = None
    cards: tuple[str, ...] = ()
    duplex: Duplex = "long-edge"
    order: Order = "interleaved"
    output: Path = Path("output")
    stdin: bytes = b""
    proof: bool = False
    overview: bool = False
    jobs: int = 1
    printer: str | None = None
    tray: str = STANDARD_TRAY
    edition: Path | None = None
    shop: str | None = None
    output_profile: Path | None = None
    ink: bool = False
    cutting_plan: bool = False
    paper_thickness: float | None = None
    corners: float | None = None
    again: bool = False
    band: bool = False
    contents: bool = False
    skip_slots: tuple[int, ...] = ()
    part: tuple[int, int] | None = None

    def file_name(self, deck: Deck, layouts: Collection[str] = ()) -> str:
        """`stellingenspel.large-print.a6.pdf`: the deck, and what was asked for by name.

        `layouts` are the names of themes, sizes, papers and sheets.
        """
        asked = [
            self.theme if self.theme != STANDARD_THEME else None,
            self.size,
            self.paper if self.paper != STANDARD_PAPER else None,
            self.sheet,
            _skipped(self.skip_slots),
            self.duplex if self.duplex != "long-edge" else None,
            self.order if self.order != "interleaved" else None,
            f"{self.sets}-sets" if self.sets else None,
            f"{CORNERS}-{self.corners:g}".replace(".", "-") if self.corners else None,
            self.printer,
            self.shop,
            self.tray if self.printer and self.tray != STANDARD_TRAY else None,
            *self._chosen(deck, layouts),
        ]
        return ".".join([deck.deck, *(part for part in asked if part), "pdf"])

    def _chosen(self, deck: Deck, layouts: Collection[str]) -> list[str]:
        """The names of choices and groups; other cards are `keuze`, whichever they are.

        A name that means something else in a file's name gets `keuze-` before it, so that no two builds share a file.
        """
        names = list(dict.fromkeys(self.cards))
        if not all(name in deck.choices or name in deck.groups for name in names):
            return [OWN_CARDS]
        taken = {*layouts, *get_args(Duplex), *get_args(Order)}
        return [f"{OWN_CARDS}-{name}" if name in taken or _ELSEWHERE.fullmatch(name) else name for name in names]


def _skipped(slots: tuple[int, ...]) -> str | None:
    """Slots in a file's name, as they are typed."""
    return f"skip-{slots_in_words(slots)}" if slots else None


@dataclass(frozen=True, slots=True)
class Ink:
    """Of printed sides: each ink on the average one, and all four together on those of fronts and of backs.

    In per cent of the paper’s surface: 100 is one ink, laid full, over all of it.
    """

    inks: Inks
    front: float
    back: float | None

    @property
    def average(self) -> float:
        """All four inks together on the average side."""
        return sum(self.inks)


@dataclass(frozen=True, slots=True)
class Result:
    """A finished PDF: how many cards and sheets of paper it holds, and how it must be printed.

    `beside` are the files that were asked for with it, by the name of their option; `written` are all files that were
    made of it. One that was `skipped` was right already. `told` is what who prints it must know besides.
    """

    deck: str
    file: Path
    cards: int
    blanks: int
    sets: int
    sheets: int
    sides: int
    per_sheet: int
    paper: str
    size: str
    duplex: Duplex
    screen: bool = False
    proof: Path | None = None
    shop: str = ""
    files: tuple[Path, ...] = ()
    ink: Ink | None = None
    beside: Mapping[str, Path] = field(default_factory=dict)
    written: tuple[Path, ...] = ()
    skipped: bool = False
    told: tuple[str, ...] = ()

    @property
    def overview(self) -> Path | None:
        """The facilitator’s overview, where one was asked for."""
        return self.beside.get("overview")
