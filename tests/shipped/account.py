"""Accounts for every word of a card: its fields unbroken and whole, and nothing that belongs elsewhere."""

import re
from collections.abc import Collection, Iterable
from functools import cache

from pdfkit import Run

END, USED = "\n", "\0"
"""Where a run of text ends; what was accounted for."""
_SEPARATORS = re.compile(r"[\s\0·,.:–•]*")


@cache
def _pattern(text: str) -> re.Pattern[str]:
    """The text with runs that may end between any two characters, with a hyphen where letters are parted."""
    between = r"(?:\n|(?<=[^\W\d_])-\n(?=[^\W\d_]))?"
    body = between.join(re.escape(character) for character in text)
    return re.compile(rf"(?<![^\W_]){body}(?![^\W_])")


@cache
def _alone(text: str) -> re.Pattern[str]:
    """The same for words that must be all that a stretch says."""
    return re.compile(rf"(?:(?<=[\n\0])|(?<=[\n\0] )|(?<=· ))(?:{_pattern(text).pattern})(?=\s?[\n\0]| ·)")


def account(runs: Iterable[Run], fields: Iterable[str], others: Collection[str]) -> list[str]:
    """What is wrong with the text of a card: fields that are missing or broken, words that nobody asked for."""
    said = END + "".join(run.text + END for run in runs)
    wrong: list[str] = []
    fields = list(fields)
    # ‘Idee: Katern …’ is not the title ‘Katern …’ said once more
    for text in (text for text in others if any(field in text and field != text for field in fields)):
        said = _alone(text).sub(USED, said)
    for text in sorted(fields, key=len, reverse=True):
        said, count = _pattern(text).subn(USED, said, count=1)
        wrong += [] if count else [f"missing: {text}"]
    for text in sorted(others, key=len, reverse=True):
        said = _alone(text).sub(USED, said)
    rest = [part.strip() for part in re.split(r"[\n\0]", said)]
    return wrong + [f"unexpected: {part}" for part in rest if not _SEPARATORS.fullmatch(part)]


def joined(text: str) -> str:
    """An extracted text with its lines joined: at a space, or at the hyphen that parts a word."""
    one = re.sub(r"(?<=[^\W\d_])[-\ufffe\x02]\s*\n(?=[^\W\d_])", "", text.replace("\r\n", "\n"))
    return re.sub(r"\s+", " ", one)
