"""Statements from a text: one a paragraph or bullet. Those of a document come from `document`."""

import re
from collections.abc import Iterator
from pathlib import Path

from kaartenspel.exchange.delimited import decoded
from kaartenspel.exchange.document import read_document
from kaartenspel.messages import _
from kaartenspel.problems import Code, KaartenspelError, Place, Problem, Source
from kaartenspel.reading.values import Fields, Scalar

MOST = 10_000
"""Paragraphs: a book that was given by mistake has no more."""
_BULLET = re.compile(r"^\s*(?:[-–—•·*▪◦○●]|\(?\d{1,3}[.)]|[a-zA-Z][.)])\s+")


def statements(path: Path, field: str) -> tuple[list[Fields], list[Problem]]:
    """A card for each paragraph, with its text in this field and the paragraph as its place; and what is to be told."""
    if path.suffix.lower() == ".docx":
        found, notes = read_document(path)
        paragraphs = [(number, _BULLET.sub("", text).strip()) for number, text in enumerate(found, 1)]
        source = Source(path.name, tuple(text for _number, text in paragraphs))
    else:
        paragraphs, notes = list(_text(path)), []
        source = Source(path.name, tuple(decoded(path)[0].split("\n")))
    if len(paragraphs) > MOST:
        said = _("‘{file}’ has more than {most} paragraphs").format(file=path.name, most=MOST)
        raise KaartenspelError([Problem(Code.CANNOT_READ, said)])
    return [_card(field, text, Place(source, number, 1)) for number, text in paragraphs if text], notes


def _card(field: str, text: str, place: Place) -> Fields:
    return Fields(((Scalar(field, place, quoted=False), Scalar(text, place, quoted=True)),), place)


def _text(path: Path) -> Iterator[tuple[int, str]]:
    """Paragraphs with the line that they begin on: parted by empty lines or bullets; where there are none, lines."""
    lines = decoded(path)[0].split("\n")
    inner = [line for line in lines if line.strip()]
    by_line = not any(_BULLET.match(line) for line in inner) and not any(
        not line.strip() for line in "\n".join(lines).strip().split("\n")
    )
    begun, words = 0, ""
    for number, line in enumerate([*lines, ""], 1):
        ends = not line.strip() or bool(_BULLET.match(line)) or by_line
        if ends and words:
            yield begun, words
            words = ""
        if line.strip():
            text = _BULLET.sub("", line).strip()
            begun, words = (begun, f"{words} {text}") if words else (number, text)
