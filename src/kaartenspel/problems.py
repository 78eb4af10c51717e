"""What is wrong with a user's files: where, what, and what was expected.

Problems are collected, not raised one by one: a run shows all of them, sorted by place.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher, get_close_matches
from enum import StrEnum
from functools import lru_cache


class Code(StrEnum):
    """The stable name of each sort of problem; `docs/problems.md` explains every one."""

    # reading: from bytes to values with places
    NOT_TEXT = "not-text"
    ENCODING = "encoding"
    CONTROL_CHARACTER = "control-character"
    EMPTY_FILE = "empty-file"
    TAB_INDENT = "tab-indent"
    SPACE_INDENT = "space-indent"
    HASH_CUTS_TEXT = "hash-cuts-text"
    QUOTE_NEEDED = "quote-needed"
    QUOTE_NOT_CLOSED = "quote-not-closed"
    DUPLICATE_KEY = "duplicate-key"
    TOO_DEEP = "too-deep"
    YAML_SYNTAX = "yaml-syntax"
    # load: from values to a checked model
    WRONG_SHAPE = "wrong-shape"
    WRONG_VALUE = "wrong-value"
    MISSING_FIELD = "missing-field"
    UNKNOWN_FIELD = "unknown-field"
    UNKNOWN_NAME = "unknown-name"
    DUPLICATE_ID = "duplicate-id"
    DUPLICATE_DECK = "duplicate-deck"
    NAME_DIFFERS = "name-differs"
    NO_CARDS = "no-cards"
    BAD_LINK = "bad-link"
    MARKUP = "markup"
    EXTENDS_CIRCLE = "extends-circle"
    LOW_CONTRAST = "low-contrast"
    TEXT_ADVICE = "text-advice"
    NO_BLOCKS = "no-blocks"
    NO_DURATION = "no-duration"
    NO_ROOM = "no-room"
    TIMES = "times"
    # plan: what cannot be chosen
    NO_PLAN = "no-plan"
    # fonts: what a theme brings and a PDF cannot take
    FONT_REFUSED = "font-refused"
    FONT_BROKEN = "font-broken"
    FONT_LETTERS = "font-letters"
    # pictures: what cannot be printed as it is
    PICTURE_MISSING = "picture-missing"
    PICTURE_REFUSED = "picture-refused"
    PICTURE_BROKEN = "picture-broken"
    PICTURE_TOO_LARGE = "picture-too-large"
    PICTURE_COARSE = "picture-coarse"
    # compose and impose: what paper cannot take
    TEXT_TOO_LONG = "text-too-long"
    NO_GLYPH = "no-glyph"
    QR_TOO_LARGE = "qr-too-large"
    SHEET_TOO_SMALL = "sheet-too-small"
    SHEET_SUM = "sheet-sum"
    # exchange: how a spreadsheet or a list was read
    IMPORT_NOTE = "import-note"
    # a print shop: what preflight finds
    SHOP_ORDER = "shop-order"
    SHOP_BOXES = "shop-boxes"
    SHOP_BLEED = "shop-bleed"
    SHOP_FONTS = "shop-fonts"
    SHOP_COLOUR = "shop-colour"
    SHOP_INK = "shop-ink"
    SHOP_TYPE = "shop-type"
    SHOP_LINE = "shop-line"
    SHOP_PICTURE = "shop-picture"
    SHOP_TRANSPARENCY = "shop-transparency"
    SHOP_INTENT = "shop-intent"
    SHOP_METADATA = "shop-metadata"
    SHOP_SAFE = "shop-safe"
    SHOP_QR = "shop-qr"
    # the machine
    CANNOT_READ = "cannot-read"
    CANNOT_WRITE = "cannot-write"


@dataclass(frozen=True, slots=True)
class Source:
    """A text that was read: the name people know it by, and its lines (without line ends).

    Of a `grid`, a spreadsheet, the line is a row and the column a column.
    """

    name: str
    lines: tuple[str, ...] = field(repr=False, compare=False, default=())
    grid: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a source: line and column count from 1, `width` is how many characters are meant."""

    source: Source
    line: int
    column: int
    width: int = 1

    @property
    def said(self) -> str:
        """`deck.yaml:12:5`, or `plan.xlsx [Blad1] C7` in a spreadsheet."""
        if not self.source.grid:
            return f"{self.source.name}:{self.line}:{self.column}"
        letters, rest = "", self.column
        while rest:
            rest, letter = divmod(rest - 1, 26)
            letters = chr(ord("A") + letter) + letters
        return f"{self.source.name} {letters}{self.line}"

    @property
    def text(self) -> str:
        """The whole line, or nothing where the source has no such line."""
        lines = self.source.lines
        return lines[self.line - 1] if 0 < self.line <= len(lines) else ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. `message` and `hint` are already in the language of the run."""

    code: Code
    message: str
    place: Place | None = None
    hint: str = ""
    warning: bool = False

    @property
    def order(self) -> tuple[str, int, int, str]:
        """Sorts problems by file, line and column; those without a place come first."""
        if self.place is None:
            return ("", 0, 0, self.message)
        return (self.place.source.name, self.place.line, self.place.column, self.message)


class KaartenspelError(Exception):
    """Ends a run because of what stands in the user's files (exit code 1)."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems), key=lambda problem: problem.order))
        super().__init__("\n".join(problem.message for problem in self.problems))


class MachineError(KaartenspelError):
    """A file could not be read or written (exit code 4)."""


class UsageError(KaartenspelError):
    """The command asks for what does not exist (exit code 2)."""


def likeness(one: str, other: str) -> float:
    """How much two names are alike, from 0 to 1, whatever their capitals."""
    return SequenceMatcher(None, one.casefold(), other.casefold()).ratio()


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that a typing error most likely meant, or None."""
    return _nearest(name, tuple(known))


@lru_cache(maxsize=256)
def _nearest(name: str, known: tuple[str, ...]) -> str | None:
    """The same, looked up once: a slip may stand on each of a deck's thousands of cards."""
    by_fold = {candidate.casefold(): candidate for candidate in known}
    found = get_close_matches(name.casefold(), by_fold, n=1, cutoff=0.55)
    return by_fold[found[0]] if found else None
