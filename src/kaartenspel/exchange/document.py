"""The paragraphs of a Word document, and what of it is no paragraph to read: nothing is left out in silence.

What was added with changes tracked counts, what was taken away does not. A table of one column is a list. One of more
columns has heads and belongs in a spreadsheet; text boxes and notes stand beside the text: those are told.
Headers and footers of pages, and remarks in the margin, are no part of the list.
"""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kaartenspel.exchange.package import TooLargeError, is_locked, look
from kaartenspel.messages import _, plural
from kaartenspel.problems import Code, KaartenspelError, Place, Problem, Source
from kaartenspel.reading.files import read_bytes

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BOX = f"{_W}txbxContent"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""What an older Word shows instead: the same text box a second time."""
_SPACES = {f"{_W}{name}" for name in ("tab", "br", "cr")}
_HEADINGS = ("Heading", "Title", "Kop", "Titel")


def read_document(path: Path) -> tuple[list[str], list[Problem]]:
    """The texts of the paragraphs that are no heading, and what is to be told.

    Raises KaartenspelError for what is no Word document.
    """
    document = _opened(path)
    body = document.element.body
    kept: list[str] = []
    headings = 0
    for paragraph in body.iter(f"{_W}p"):
        text = _text(paragraph)
        if not text or _within(paragraph, _BOX) or any(map(_is_wide, paragraph.iterancestors(f"{_W}tbl"))):
            continue
        if _style(document, paragraph).startswith(_HEADINGS):
            headings += 1
        else:
            kept.append(text)
    return kept, list(_told(path, body, headings))


def _opened(path: Path) -> "Document":
    from docx import Document  # noqa: PLC0415  takes a while to load
    from docx.opc.exceptions import PackageNotFoundError  # noqa: PLC0415  the same

    data = read_bytes(path)
    if is_locked(data):
        said = _("‘{file}’ is behind a password").format(file=path.name)
        raise KaartenspelError([Problem(Code.CANNOT_READ, said, hint=_("save it without one"))])
    try:
        if not data.startswith(b"PK"):
            raise zipfile.BadZipFile
        look(data)
        return Document(str(path))
    except (TooLargeError, zipfile.BadZipFile, PackageNotFoundError, KeyError, ValueError) as error:
        said = _("‘{file}’ is no Word document that can be read").format(file=path.name)
        raise KaartenspelError([Problem(Code.CANNOT_READ, said, hint=_("save it as .docx"))]) from error


def _text(paragraph: "Element") -> str:
    """The words of a paragraph, without those of a text box that hangs on it or that were moved elsewhere."""
    return " ".join("".join(_pieces(paragraph)).split())


def _pieces(paragraph: "Element") -> Iterator[str]:
    for part in paragraph:
        if part.tag == f"{_W}t":
            yield part.text or ""
        elif part.tag in _SPACES:
            yield " "
        elif part.tag not in (_BOX, _FALLBACK, f"{_W}moveFrom", f"{_W}pPr"):
            yield from _pieces(part)


def _within(part: "Element", tag: str) -> bool:
    return next(part.iterancestors(tag), None) is not None


def _is_wide(table: "Element") -> bool:
    """Whether a table has a row of more than one cell."""
    return any(len(row.findall(f"{_W}tc")) > 1 for row in table.iter(f"{_W}tr"))


def _style(document: "Document", paragraph: "Element") -> str:
    """The name of a paragraph's style."""
    from docx.text.paragraph import Paragraph  # noqa: PLC0415  takes a while to load

    style = Paragraph(paragraph, document._body).style
    return (style.name if style is not None else "") or ""


def _told(path: Path, body: "Element", headings: int) -> Iterator[Problem]:
    """What stands in the document and was not read."""
    place = Place(Source(path.name), 1, 1)

    def note(said: str, count: int, hint: str = "") -> Problem:
        return Problem(Code.IMPORT_NOTE, said.format(count=count), place, hint, warning=True)

    if headings:
        yield note(plural("{count} heading was not read", "{count} headings were not read", headings), headings)
    if tables := sum(_is_wide(table) and not any(map(_is_wide, table.iterancestors(f"{_W}tbl")))
                     for table in body.iter(f"{_W}tbl")):  # fmt: skip
        said = plural("{count} table with more than one column was not read",
                      "{count} tables with more than one column were not read", tables)  # fmt: skip
        yield note(said, tables, _("copy it to a spreadsheet, with a head above each column, and import that"))
    if boxes := sum(bool(_text(box)) and not _within(box, _FALLBACK) for box in body.iter(_BOX)):
        said = plural("{count} text box was not read", "{count} text boxes were not read", boxes)
        yield note(said, boxes, _("put its words in an ordinary paragraph"))
    if notes := sum(1 for name in ("footnoteReference", "endnoteReference") for _part in body.iter(f"{_W}{name}")):
        said = plural("{count} footnote or endnote was not read", "{count} footnotes or endnotes were not read", notes)
        yield note(said, notes)
