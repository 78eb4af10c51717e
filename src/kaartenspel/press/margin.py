"""What the margin of a sheet says: which deck, version, set and sheet it is, and how it goes through the printer."""

from dataclasses import dataclass
from typing import Literal

from kaartenspel.model.words import Words
from kaartenspel.press.request import BuildRequest


@dataclass(frozen=True, slots=True)
class Margin:
    """What is alike on all sheets of a deck.

    `sheets` are those of one set, or of all sets where they are cut as one pile; `divided` are cut in equal pieces.
    """

    deck: str
    version: str
    sheets: int
    divided: bool
    request: BuildRequest
    words: Words

    def wordings(self, sheet: int, side: Literal["front", "back"]) -> list[str]:
        """The words for a side of a sheet, which counts from 1 over all sets: in full, and shorter each time."""
        words, duplex = self.words, self.request.duplex
        how = _how_to_print(duplex, words, divided=self.divided)
        last = words["fold"] if duplex == "fold" else how[-1]
        full, short = self._named(sheet)
        ways = ((full, how), (short, how), (short, how[-1:]), (short, [last]))
        return [" · ".join([*start, words[side], words["actual-size"], *said]) for start, said in ways]

    def _named(self, sheet: int) -> tuple[list[str], list[str]]:
        """Which sheet it is, in full and in short."""
        words, number = self.words, (sheet - 1) % self.sheets + 1
        piled = self.request.order == "cut-and-stack"
        in_set = [f"{words['set']} {(sheet - 1) // self.sheets + 1}"] if self.request.sets and not piled else []
        count = f"{words['sheet']} {number} {words['of']} {self.sheets}"
        printer = self.request.printer
        moved = [f"{words['moved-for']} {printer}"] if printer else []
        pile = [words["cut-as-pile"]] if piled else []
        full = [self.deck, f"{words['version']} {self.version}", *in_set, count, *pile, *moved]
        short = [f"{self.deck} {self.version}", *in_set, f"{words['sheet']} {number}/{self.sheets}"]
        return full, [*short, *([f"→ {printer}"] if printer else [])]


def _how_to_print(duplex: str, words: Words, *, divided: bool) -> list[str]:
    """What to tell the printer about sides, in the words of the paper; between pieces no fold line is drawn."""
    if duplex in ("long-edge", "short-edge"):
        edge = words["flip-long"] if duplex == "long-edge" else words["flip-short"]
        return [words["both-sides"], edge]
    fold = [words["fold-middle"] if divided else words["fold-line"]] if duplex == "fold" else []
    return [words["one-side"], *fold]
