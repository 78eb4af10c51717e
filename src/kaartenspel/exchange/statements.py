"""Statements from a document or a text: one a paragraph or bullet."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from kaartenspel.exchange.delimited import decoded
from kaartenspel.exchange.package import TooLargeError, look
from kaartenspel.messages import _
from kaartenspel.problems import Code, KaartenspelError, Place, Problem, Source
from kaartenspel.reading.files import read_bytes
from kaartenspel.reading.values import Fields, Scalar

MOST = 10_000
"""Paragraphs: a book that was given by mistake has no more."""
_BULLET = re.compile(r"^\s*(?:[-–—•·*▪◦○●]|\(?\d{1,3}[.)]|[a-zA-Z][.)])\s+")


def statements(path: Path, field: str) -> list[Fields]:
    """A card for each paragraph, with its text in this field and the paragraph as its place."""
    paragraphs = list(_document(path) if path.suffix.lower() == ".docx" else _text(path))
    if len(paragraphs) > MOST:
        said = _("‘{file}’ has more than {most} paragraphs").format(file=path.name, most=MOST)
        raise KaartenspelError([Problem(Code.CANNOT_READ, said)])
    source = Source(path.name, tuple(text for _number, text in paragraphs))
    if path.suffix.lower() != ".docx":
        source = Source(path.name, tuple(decoded(path)[0].split("\n")))
    return [_card(field, text, Place(source, number, 1)) for number, text in paragraphs]


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


def _document(path: Path) -> Iterator[tuple[int, str]]:
    """The paragraphs of a Word document that are no heading, numbered as they come."""
    from docx import Document  # noqa: PLC0415  takes a while to load
    from docx.opc.exceptions import PackageNotFoundError  # noqa: PLC0415  the same

    data = read_bytes(path)
    try:
        if not data.startswith(b"PK"):
            raise zipfile.BadZipFile
        look(data)
        paragraphs = Document(str(path)).paragraphs
    except (TooLargeError, zipfile.BadZipFile, PackageNotFoundError, KeyError, ValueError) as error:
        said = _("‘{file}’ is no Word document that can be read").format(file=path.name)
        raise KaartenspelError([Problem(Code.CANNOT_READ, said, hint=_("save it as .docx"))]) from error
    number = 0
    for paragraph in paragraphs:
        style = paragraph.style.name if paragraph.style is not None else ""
        text = _BULLET.sub("", paragraph.text).strip()
        if text and not (style or "").startswith(("Heading", "Title", "Kop", "Titel")):
            number += 1
            yield number, " ".join(text.split())
