"""A Word file with real styles, numbered lists that begin at 1 and tables with a head row. Pictures are in mm.

Each picture has a text for who cannot see it. What python-docx has no call for is written in the file's own
XML (ECMA-376, part 1).
"""

import datetime
import io
import zipfile
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from kaartenspel.messages import _
from kaartenspel.model.richtext import Rich, plain
from kaartenspel.problems import Code, Problem, UsageError

MOMENT = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
"""When every file says it was made: the same script gives the same bytes."""
LONGEST = 255
"""Characters that a title in the properties of a Word file may have; the title on the page is whole."""
HANG = 400
"""How far the lines of a numbered step hang under its number, in twentieths of a point."""
LEAST, MOST = 12, 60
"""The characters for which a column of a table gets room: no fewer and no more."""
BODY = "word/document.xml"
NEEDED = {
    "Title": 26, "Subtitle": 12, "Heading 1": 18, "Heading 2": 15, "Heading 3": 13, "Quote": 13, "List Number": 11,
    "List Bullet": 11, "Caption": 9,
}  # fmt: skip
"""The styles that a script uses, with the size that they get where a school's own file lacks them."""


class Word:
    """A Word file that is being written; on a school's own file only its styles, head and foot stay."""

    def __init__(self, language: str, template: Path | None) -> None:
        self.file: Document = _opened(template)
        if template is None:
            _plain_styles(self.file)
        _add_styles(self.file)
        _speak(self.file, language)

    def paragraph(self, text: str | Rich, style: str = "Normal", prefix: str = "") -> Paragraph:
        """A paragraph for each block of a text; gives the last one. `prefix` is bold, before the first."""
        blocks = plain(text).blocks if isinstance(text, str) else text.blocks
        made = [self.file.add_paragraph(style="List Bullet" if block.bullet else style) for block in blocks]
        made = made or [self.file.add_paragraph(style=style)]
        if prefix:
            made[0].add_run(prefix).bold = True
        for paragraph, block in zip(made, blocks, strict=False):
            for run in block.runs:
                written = paragraph.add_run(run.text)
                written.bold, written.italic = run.bold or None, run.italic or None
        return made[-1]

    def heading(self, text: str, level: int, page: bool = False) -> Paragraph:
        """A heading, at the top of a page if asked; it stays with what follows."""
        made = self.file.add_paragraph(text, style=f"Heading {level}")
        made.paragraph_format.keep_with_next = True
        made.paragraph_format.page_break_before = page or None
        return made

    def numbered(self, texts: Iterable[tuple[Rich, str]]) -> None:
        """A list that begins at 1; behind each text something quiet."""
        number = _new_list(self.file)
        for text, behind in texts:
            made = self.paragraph(text, "List Number")
            properties = made._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_numId().val = number
            properties.get_or_add_ilvl().val = 0
            if behind:
                made.add_run(f" ({behind})").italic = True

    def table(self, caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]], most: int = MOST) -> None:
        """A table whose head row is one, and is said again on the next page.

        No column gets room for more characters than `most`: the fewer, the wider are those with short texts.
        """
        title = self.file.add_paragraph(caption, style="Caption")
        title.paragraph_format.keep_with_next = True
        table = self.file.add_table(rows=1, cols=len(heads))
        table.style = _table_style(self.file)
        for cell, head in zip(table.rows[0].cells, heads, strict=True):
            cell.paragraphs[0].add_run(head).bold = True
        _flag(table.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")
        body = [tuple(row) for row in rows]
        for row in body:
            added = table.add_row()
            _flag(added._tr.get_or_add_trPr(), "w:cantSplit")
            for cell, text in zip(added.cells, row, strict=True):
                cell.paragraphs[0].add_run(text)
        room = sum(column.width or 0 for column in table.columns)
        for column, share in zip(table.columns, _shares([tuple(heads), *body], most), strict=True):
            for cell in column.cells:
                cell.width = Emu(round(room * share))
            column.width = Emu(round(room * share))
        self.file.add_paragraph()

    def picture(
        self, png: bytes, side: float, alternative: str, paragraph: Paragraph, high: float | None = None
    ) -> None:
        """A picture in a paragraph, square unless it is said how high."""
        shape = paragraph.add_run().add_picture(io.BytesIO(png), width=Mm(side), height=Mm(high or side))
        shape._inline.docPr.set("descr", alternative)

    def link(self, paragraph: Paragraph, text: str, address: str) -> None:
        """A link that can be clicked."""
        to = self.file.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), to)
        run = paragraph.add_run(text)
        run.underline = True
        link.append(run._r)
        paragraph._p.append(link)

    def colour(self, paragraph: Paragraph, colour: str) -> None:
        """Colour what is in a paragraph."""
        for run in paragraph.runs:
            run.font.color.rgb = RGBColor.from_string(colour.removeprefix("#").upper())

    def write(self, title: str, stream: BinaryIO) -> None:
        """The file, with its own fingerprint in it, so that a change by hand is seen."""
        about = self.file.core_properties
        about.title, about.author, about.comments, about.keywords = title[:LONGEST], "kaartenspel", "", ""
        about.created = about.modified = MOMENT
        about.identifier = sha256(_part(_saved(self.file))).hexdigest()
        stream.write(_steady(_saved(self.file)))


def edited(path: Path) -> bool:
    """Whether a Word file is not as it was written: changed by hand, or somebody else's."""
    try:
        known = docx.Document(str(path)).core_properties.identifier
        return str(known) != sha256(_part(path.read_bytes())).hexdigest()
    except (PackageNotFoundError, KeyError, ValueError, zipfile.BadZipFile, OSError):
        return True


def _opened(template: Path | None) -> Document:
    """An empty file, or a school's own without what stands in it. Raises UsageError for what is no Word file."""
    if template is None:
        return docx.Document()
    try:
        file = docx.Document(str(template))
    except (PackageNotFoundError, KeyError, ValueError, zipfile.BadZipFile, OSError):
        said = _("{file} is no Word file (.docx) that can be opened").format(file=template)
        hint = _("save it in Word as .docx: a template (.dotx) or an older file (.doc) cannot be used")
        raise UsageError([Problem(Code.CANNOT_READ, said, hint=hint)]) from None
    body = file.element.body
    for part in list(body):
        if part.tag != qn("w:sectPr"):
            body.remove(part)
    return file


def _plain_styles(file: Document) -> None:
    """Quiet, legible styles on A4."""
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin = section.bottom_margin = Mm(20)
    file.styles["Normal"].font.name = "Calibri"
    file.styles["Normal"].font.size = Pt(11)
    for name, size in NEEDED.items():
        if name in file.styles:
            style = file.styles[name]
            style.font.name, style.font.size = "Calibri", Pt(size)
            style.font.color.rgb, style.font.italic = RGBColor(0x1D, 0x24, 0x33), False
            fonts = style.element.get_or_add_rPr().find(qn("w:rFonts"))
            for key in [key for key in (fonts.attrib if fonts is not None else {}) if "Theme" in key]:
                del fonts.attrib[key]
    file.styles["Title"].font.bold = file.styles["Quote"].font.bold = True
    file.styles["Caption"].font.bold = False
    file.styles["Normal"].paragraph_format.space_after = Pt(4)


def _add_styles(file: Document) -> None:
    """The styles that a school's own file lacks."""
    for name, size in NEEDED.items():
        if name not in file.styles:
            style: Any = file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            style.base_style = file.styles["Normal"]
            style.font.size, style.font.bold = Pt(size), name.startswith(("Title", "Heading", "Quote"))
            if name.startswith("Heading"):
                level = OxmlElement("w:outlineLvl")
                level.set(qn("w:val"), str(int(name[-1]) - 1))
                style.element.get_or_add_pPr().append(level)


def _speak(file: Document, language: str) -> None:
    """The language of the document, for spelling and for who has it read aloud."""
    code = {"nl": "nl-NL", "en": "en-GB"}.get(language, language)
    for defaults in (*file.styles.element.iter(qn("w:rPrDefault")), file.styles["Normal"].element):
        properties = defaults if defaults.tag == qn("w:style") else defaults.find(qn("w:rPr"))
        where = properties.get_or_add_rPr() if properties is defaults else properties
        spoken = where.find(qn("w:lang"))
        if spoken is None:
            spoken = OxmlElement("w:lang")
            where.append(spoken)
        spoken.set(qn("w:val"), code)


def _new_list(file: Document) -> int:
    """The id of a numbered list of its own, which begins at 1."""
    numbering = file.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    identity = max((int(part.get(qn("w:abstractNumId"))) for part in numbering.findall(qn("w:abstractNum"))), default=0)
    abstract.set(qn("w:abstractNumId"), str(identity + 1))
    level = OxmlElement("w:lvl")
    level.set(qn("w:ilvl"), "0")
    for tag, value in (("w:start", "1"), ("w:numFmt", "decimal"), ("w:lvlText", "%1."), ("w:lvlJc", "left")):
        part = OxmlElement(tag)
        part.set(qn("w:val"), value)
        level.append(part)
    properties, indent = OxmlElement("w:pPr"), OxmlElement("w:ind")
    indent.set(qn("w:left"), str(HANG))
    indent.set(qn("w:hanging"), str(HANG))
    properties.append(indent)
    level.append(properties)
    abstract.append(level)
    numbers = numbering.findall(qn("w:num"))
    (numbers[0].addprevious if numbers else numbering.append)(abstract)
    return int(numbering.add_num(identity + 1).numId)


def _table_style(file: Document) -> Any:
    """A table with lines, if the file has such a style."""
    return next((style for style in file.styles if style.name == "Table Grid"), None)


def _shares(rows: Sequence[Sequence[str]], most: int) -> list[float]:
    """What each column gets of a table's width: as its longest text asks, within limits, so that none is crushed."""
    asked = [min(max(LEAST, *(len(text) for text in column)), most) for column in zip(*rows, strict=True)]
    return [letters / sum(asked) for letters in asked]


def _flag(properties: Any, tag: str) -> None:
    properties.append(OxmlElement(tag))


def _saved(file: Document) -> bytes:
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()


def _part(data: bytes) -> bytes:
    """What stands in the file, without what is said about it."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(BODY)


def _steady(data: bytes) -> bytes:
    """The same package without the moment at which it was made."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(entry, before.read(name))
    return made.getvalue()
