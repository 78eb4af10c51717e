"""What a script is asked to be, and what came of it."""

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from kaartenspel.model.script import Script
from kaartenspel.press.request import STANDARD_THEME

Format = Literal["pdf", "docx", "html", "md", "ics"]
FORMATS: tuple[Format, ...] = get_args(Format)


@dataclass(frozen=True, slots=True)
class ScriptRequest:
    """A script of plans in these formats. What is None stands in the plan; `template` is a school's own Word file."""

    plans: tuple[str, ...] = ()
    formats: tuple[Format, ...] = ("pdf",)
    participants: int | None = None
    start: int | None = None
    end: int | None = None
    date: datetime.date | None = None
    theme: str = STANDARD_THEME
    template: Path | None = None
    prints: bool = False
    output: Path = Path("output")
    edition: Path | None = None


@dataclass(frozen=True, slots=True)
class ScriptResult:
    """What was written for a plan, its prints with it.

    `moved` are files under another name, since the one that was there was changed by hand.
    """

    script: Script
    files: tuple[Path, ...]
    moved: tuple[Path, ...] = ()
