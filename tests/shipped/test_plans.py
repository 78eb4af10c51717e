"""Every shipped plan: it adds up, and all formats of its script say the same times, texts and links."""

import io
import re
from pathlib import Path

import docx
import pypdfium2
import pytest
import zxingcpp

from kaartenspel import messages
from kaartenspel.load.project import Project
from kaartenspel.model.script import Content, Entry, Script
from kaartenspel.outputs.png import render
from kaartenspel.press.script import script
from kaartenspel.press.script_request import FORMATS, ScriptRequest

PLANS = Project(Path(__file__).parent / "nowhere").names("workshops")


@pytest.fixture(scope="module", params=sorted(PLANS))
def made(request, tmp_path_factory):
    """The script of a plan with the folder that holds all its formats."""
    messages.use("nl")
    folder = tmp_path_factory.mktemp(request.param)
    asked = ScriptRequest(plans=(request.param,), formats=FORMATS, output=folder / "output")
    (result,), warnings = script(asked, folder)
    messages.use("en")
    assert [warning.hint for warning in warnings] == ["schrijf ‘date: 2027-01-20’ in het plan"]
    return result.script, folder / "output"


def entries(made: Script) -> list[Entry]:
    found = []
    for meeting in made.meetings:
        for entry in meeting.entries:
            found.append(entry)
            for strand in entry.strands:
                found += strand.entries
    return found


def contents(made: Script) -> list[Content]:
    parts = [entry.content for entry in entries(made)]
    return parts + [station.content for entry in entries(made) for station in entry.stations]


def squeezed(text: str) -> str:
    """Without what formats differ in: spaces, line breaks, hyphens at line ends, marks of Markdown."""
    return re.sub(r"[\s\u00ad\ufffe\x02\\*_>`-]", "", text)


def texts(made: Script) -> list[str]:
    """Everything that all formats say to the facilitator."""
    found = [made.title, *(entry.content.title for entry in entries(made))]
    for content in contents(made):
        found += [content.goal, content.source, *content.materials]
        found += [block.text for rich in (content.say, content.notes) if rich for block in rich.blocks]
        found += [step.text.text for step in content.steps]
        found += [content.tool.label] if content.tool else []
    return [text for text in found if text]


def said(folder: Path, name: str) -> dict[str, str]:
    """The words of each format."""
    pdf = pypdfium2.PdfDocument(folder / f"{name}.pdf")
    word = docx.Document(str(folder / f"{name}.docx"))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    page = (folder / f"{name}.html").read_text(encoding="utf-8")
    page = re.sub(r"<(script|style)\b.*?</\1>", "", page, flags=re.DOTALL)
    return {
        "pdf": " ".join(page.get_textpage().get_text_range() for page in pdf),
        "docx": " ".join([*(part.text for part in word.paragraphs), *cells]),
        "md": (folder / f"{name}.md").read_text(encoding="utf-8"),
        "html": _unescaped(re.sub(r"<[^>]+>", " ", page)),
    }


def _unescaped(text: str) -> str:
    import html

    return html.unescape(text)


def test_it_adds_up(made) -> None:
    plan, _folder = made
    assert not plan.draft
    for meeting in plan.meetings:
        assert meeting.window is None or meeting.end <= meeting.window
        assert meeting.entries[0].start == meeting.start
        for one, next_ in zip(meeting.entries, meeting.entries[1:], strict=False):
            assert one.end == next_.start


def test_no_more_than_ninety_minutes_without_a_break(made) -> None:
    plan, _folder = made
    for meeting in plan.meetings:
        since = meeting.start
        for entry in meeting.entries:
            if entry.sort == "break" and entry.kind == "block":
                assert entry.start - since <= 90, (entry.clock, entry.content.title)
                since = entry.end
        assert meeting.end - since <= 90


def test_all_formats_say_the_same(made) -> None:
    plan, folder = made
    for sort, text in said(folder, plan.name).items():
        flat = squeezed(text)
        for part in texts(plan):
            assert squeezed(part) in flat, (sort, part)
        for entry in entries(plan):
            assert squeezed(entry.clock) in flat, (sort, entry.clock)
            assert squeezed(entry.lasts) in flat, (sort, entry.lasts)


def test_each_qr_opens_what_stands_beside_it(made) -> None:
    plan, folder = made
    links = {content.tool.url for content in contents(plan) if content.tool}
    found = [code.text for page in render(folder / f"{plan.name}.pdf", 150) for code in zxingcpp.read_barcodes(page)]
    assert set(found) == links
    word = docx.Document(str(folder / f"{plan.name}.docx"))
    pictures = [
        word.part.related_parts[shape._inline.graphic.graphicData.pic.blipFill.blip.embed]
        for shape in word.inline_shapes
    ]
    from PIL import Image

    assert {zxingcpp.read_barcode(Image.open(io.BytesIO(part.blob)).convert("L")).text for part in pictures} == links


def test_there_are_ten() -> None:
    assert len(PLANS) >= 10
