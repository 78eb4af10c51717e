"""A script as a Word file: what Word takes for headings, lists, tables and pictures, and a file changed by hand."""

import io
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
import zxingcpp
from docx.oxml.ns import qn
from PIL import Image

from kaartenspel.load.project import Project
from kaartenspel.outputs.script_docx import write_docx
from kaartenspel.outputs.word import edited
from kaartenspel.problems import UsageError

sys.path.insert(0, str(Path(__file__).parents[1] / "compose"))
from sample_script import afternoon, whole_day

PROJECT = Project(Path())
WORDS, THEME = PROJECT.words("nl", None), PROJECT.theme("standard")


def made(script, template: Path | None = None) -> bytes:
    stream = io.BytesIO()
    write_docx(script, WORDS, THEME, template, stream)
    return stream.getvalue()


@pytest.fixture(scope="module", params=[afternoon(), whole_day()], ids=["afternoon", "day"])
def both(request):
    return request.param, docx.Document(io.BytesIO(made(request.param)))


def entries(script):
    for meeting in script.meetings:
        for entry in meeting.entries:
            yield entry
            for strand in entry.strands:
                yield from strand.entries


def test_each_entry_is_a_heading_with_its_clock(both) -> None:
    script, file = both
    heads = [part.text for part in file.paragraphs if part.style.name.startswith("Heading")]
    for entry in entries(script):
        assert f"{entry.clock}  {entry.content.title}" in heads


def test_each_list_of_steps_begins_at_one(both) -> None:
    script, file = both
    numbers = [
        part._p.pPr.numPr.numId.val
        for part in file.paragraphs
        if part.style.name == "List Number" and part._p.pPr.numPr is not None
    ]
    parts = [entry.content for entry in entries(script)]
    parts += [station.content for entry in entries(script) for station in entry.stations]
    assert len(set(numbers)) == len([content for content in parts if content.steps])
    assert len(numbers) == sum(len(content.steps) for content in parts)


def test_tables_have_a_head_row_and_a_caption(both) -> None:
    _script, file = both
    for table in file.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert table._tbl.getprevious().find(qn("w:pPr")).find(qn("w:pStyle")).get(qn("w:val")) == "Caption"


def test_the_language_is_dutch(both) -> None:
    _script, file = both
    spoken = {part.get(qn("w:val")) for part in file.styles.element.iter(qn("w:lang"))}
    assert spoken == {"nl-NL"}


def test_each_qr_decodes_and_is_described(both) -> None:
    script, file = both
    tools = [entry.content.tool for entry in entries(script) if entry.content.tool]
    tools += [s.content.tool for e in entries(script) for s in e.stations if s.content.tool]
    found = []
    for shape in file.inline_shapes:
        relation = shape._inline.graphic.graphicData.pic.blipFill.blip.embed
        picture = Image.open(io.BytesIO(file.part.related_parts[relation].blob)).convert("L")
        found.append((zxingcpp.read_barcode(picture).text, shape._inline.docPr.get("descr")))
    assert sorted(link for link, _said in found) == sorted(tool.url for tool in tools if tool.url)
    for link, said in found:
        assert any(tool.label in said for tool in tools if tool.url == link)


def test_same_bytes() -> None:
    assert made(afternoon()) == made(afternoon())


def test_names_of_participants_stay_out() -> None:
    script = afternoon()
    named = replace(script, groups=tuple(replace(group, names=("Geheim Persoon",)) for group in script.groups))
    with zipfile.ZipFile(io.BytesIO(made(named))) as package:
        assert not any("Geheim Persoon" in package.read(name).decode("latin-1") for name in package.namelist())


def test_a_file_changed_by_hand_is_known(tmp_path) -> None:
    ours = tmp_path / "ours.docx"
    ours.write_bytes(made(afternoon()))
    assert not edited(ours)
    changed = docx.Document(str(ours))
    changed.add_paragraph("van onszelf")
    changed.save(str(tmp_path / "theirs.docx"))
    assert edited(tmp_path / "theirs.docx")
    (tmp_path / "other.docx").write_bytes(b"iets anders")
    assert edited(tmp_path / "other.docx")


def test_a_school_s_own_file_keeps_its_styles_and_foot(tmp_path) -> None:
    own = docx.Document()
    own.styles["Heading 2"].font.name = "Huisletter"
    own.sections[0].footer.paragraphs[0].text = "De Regenboog"
    own.add_paragraph("voorbeeldtekst die weg moet")
    own.save(str(tmp_path / "huisstijl.docx"))
    file = docx.Document(io.BytesIO(made(afternoon(), tmp_path / "huisstijl.docx")))
    assert file.styles["Heading 2"].font.name == "Huisletter"
    assert file.sections[0].footer.paragraphs[0].text == "De Regenboog"
    assert "voorbeeldtekst" not in "\n".join(part.text for part in file.paragraphs)


def test_a_template_without_our_styles_gets_them(tmp_path) -> None:
    own = docx.Document()
    for name in ("Quote", "List Number", "Table Grid"):
        own.styles[name].delete()
    own.save(str(tmp_path / "kaal.docx"))
    file = docx.Document(io.BytesIO(made(afternoon(), tmp_path / "kaal.docx")))
    assert "List Number" in {part.style.name for part in file.paragraphs}


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 kapot", b"\xd0\xcf\x11\xe0 oude .doc"])
def test_what_is_no_word_file_is_said(tmp_path, content) -> None:
    path = tmp_path / "huisstijl.docx"
    path.write_bytes(content)
    with pytest.raises(UsageError, match=r"huisstijl\.docx"):
        made(afternoon(), path)


def test_a_template_that_is_not_there_is_said(tmp_path) -> None:
    with pytest.raises(UsageError, match=r"nergens\.docx"):
        made(afternoon(), tmp_path / "nergens.docx")


def test_a_title_longer_than_word_keeps_in_its_properties_is_whole_on_the_page() -> None:
    title = "Samen leren " * 40
    file = docx.Document(io.BytesIO(made(replace(afternoon(), title=title.strip()))))
    assert file.paragraphs[0].text == title.strip()
    assert file.core_properties.title == title[:255]


def test_the_lines_of_a_step_hang_under_its_number() -> None:
    file = docx.Document(io.BytesIO(made(afternoon())))
    assert 'w:hanging="400"' in file.part.numbering_part.element.xml


def test_a_column_gets_room_for_what_stands_in_it() -> None:
    file = docx.Document(io.BytesIO(made(afternoon())))
    groups = next(table for table in file.tables if len(table.columns) == 3 and table.cell(1, 0).text == "1")
    number, people, where = (column.width for column in groups.columns)
    assert where > 3 * number
    assert where > 3 * people
