"""Words on a console: in colour where that is wanted, and with a substitute for what it cannot show."""

import codecs
import os
import sys
import unicodedata

import click

SUBSTITUTES = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "…": "...", "–": "-", "—": "-", "→": "->", "×": "x", "·": "-",
     "−": "-", "≥": ">=", "≤": "<=", "\u00a0": " "}
)  # fmt: skip
HANDLER = "kaartenspel-substitute"


def prepare() -> None:
    """Let the console show a substitute for a character that it lacks, instead of the program stopping there."""
    codecs.register_error(HANDLER, _substitute)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=HANDLER)


def _substitute(error: UnicodeError) -> tuple[str, int]:
    """Plain quotes for curly ones, letters without their accents, a question mark for the rest."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    found = error.object[error.start : error.end].translate(SUBSTITUTES)
    letters = (letter for letter in unicodedata.normalize("NFKD", found) if not unicodedata.combining(letter))
    return "".join(letter if letter.isascii() else "?" for letter in letters), error.end


def say(text: str, *, err: bool = False, line_end: bool = True) -> None:
    """One line; click leaves colour out of pipes, and https://no-color.org is honoured."""
    stream = sys.stderr if err else sys.stdout  # named, for click would write UTF-8 to a console of ASCII
    click.echo(text, file=stream, nl=line_end, color=_colour())


def _colour() -> bool | None:
    """False where no colour is wanted; None leaves it to click."""
    return False if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" else None
