"""What a build is asked to make, and what it made."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from kaartenspel.impose.duplex import Duplex
from kaartenspel.impose.order import Order

STANDARD_THEME = "standard"
STANDARD_PAPER = "a4"
FALLBACK_SIZE = "poker"
"""The size of a deck when neither the deck nor its kind names one."""


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """A build. `sets` of None is one set without a number; `cards` are ids, globs, groups, codes or choices."""

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

    def file_name(self, deck: str, choices: Collection[str] = ()) -> str:
        """`stellingenspel.large-print.a6.pdf`: the deck, and what was asked for by name.

        Choices that the deck has give their names; other cards are `keuze`.
        """
        chosen = ".".join(self.cards) if all(name in choices for name in self.cards) else "keuze"
        asked = [
            self.theme if self.theme != STANDARD_THEME else None,
            self.size,
            self.paper if self.paper != STANDARD_PAPER else None,
            self.sheet,
            self.duplex if self.duplex != "long-edge" else None,
            self.order if self.order != "interleaved" else None,
            f"{self.sets}-sets" if self.sets else None,
            chosen or None,
        ]
        return ".".join([deck, *(part for part in asked if part), "pdf"])


@dataclass(frozen=True, slots=True)
class Result:
    """A finished PDF: how many cards and sheets of paper it holds, and how it must be printed."""

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
    overview: Path | None = None
