"""The PDFs of a script as other eyes see them: every text in order, every QR, the same bytes each time."""

import dataclasses
import io
import re
from pathlib import Path

import pytest
from pdfkit import Finished, decode_qr
from shipped.account import joined
from unit.compose.sample_script import afternoon, whole_day

from kaartenspel.load.project import Project
from kaartenspel.model.card import School
from kaartenspel.outputs.fonts import Faces
from kaartenspel.press.script_pdf import Setting, script_pdfs, write_script_pdf
from kaartenspel.problems import Code

PROJECT = Project(Path("/nowhere"))
SAMPLES = {"afternoon": afternoon(), "day": whole_day()}


def setting(theme="standard", language="nl", school="De Regenboog"):
    chosen = PROJECT.theme(theme)
    words, faces = PROJECT.words(language, None), Faces(PROJECT.theme_fonts(chosen))
    return Setting(PROJECT, chosen, words, faces, None, School(school, None))


def written(script, theme="standard"):
    """The bytes of each PDF, by what its name ends in."""
    made = setting(theme)
    pdfs, problems = script_pdfs(made, script)
    assert problems == []
    found = {}
    for pdf in pdfs:
        stream = io.BytesIO()
        write_script_pdf(pdf, made.faces)(stream)
        found[pdf.suffix] = stream.getvalue()
    return found


@pytest.fixture(scope="module")
def pdf():
    kept = {}

    def made(sample, suffix=".pdf", theme="standard"):
        if (sample, theme) not in kept:
            kept[sample, theme] = written(SAMPLES[sample], theme)
        return Finished(kept[sample, theme][suffix])

    return made


def said(pdf):
    """The text of the whole PDF, without heads and feet."""
    pages = [[run.text for run in pdf.words(page) if 17.0 < run.y < 280.0] for page in range(len(pdf))]
    return smooth(" ".join(joined("\n".join(page)) for page in pages))


def smooth(text):
    return re.sub(r"\s+", "", text.replace("\u00a0", " ")).replace("-", "")


def details(content, guide):
    """What stands under a title, in the order in which it is read."""
    yield content.goal
    yield from [block.text for block in content.say.blocks] if guide and content.say else []
    for step in content.steps:
        yield from (step.text.text, step.minutes)
    yield ", ".join(content.materials)
    if guide:
        yield from [tip.text for tip in content.tips]
        yield from [block.text for block in content.notes.blocks] if content.notes else []
    yield content.source


def entry_texts(entry, guide):
    yield from (entry.section,)
    if entry.kind in ("block", "round"):
        yield from (entry.content.label, entry.content.title, entry.content.room, entry.content.leads)
        yield from (entry.clock, entry.lasts)
        yield from tool_texts(entry.content.tool)
        yield from details(entry.content, guide)
    else:
        yield from (entry.clock, entry.content.title, entry.lasts)
    yield from table_texts(entry.table)
    for station in entry.stations:
        yield from (station.content.label, station.content.title, station.content.room, station.content.leads)
        yield from station.visits
        yield str(station.number)
        yield from tool_texts(station.content.tool)
        yield from details(station.content, guide)
    for strand in entry.strands:
        yield from (strand.title, strand.room, strand.leads)
        for inner in strand.entries:
            yield from entry_texts(inner, guide)
    yield entry.warning if guide else ""


def tool_texts(tool):
    yield from (tool.label, tool.use, tool.domain) if tool else ()


def table_texts(table):
    if table:
        yield table.caption
        yield from table.heads
        for row in table.rows:
            yield from row


def print_texts(script):
    yield from (str(script.participants), script.groups_line)
    yield from [part for fact in script.facts for part in fact]
    for job in script.prints:
        yield from (job.file, str(job.sets), str(job.sheets), job.paper, job.weight, job.how, job.title, job.detail)
        yield job.command
    for checklist in script.lists:
        yield checklist.title
        yield from [text for task in checklist.tasks for text in (task.text, task.detail)]


def script_texts(script, guide):
    yield from print_texts(script) if guide and script.prints else ()
    yield from (script.title, script.subtitle, script.goal)
    yield from script.problems if guide else ()
    for meeting in script.meetings:
        yield from (meeting.title, meeting.when, meeting.goal) if len(script.meetings) > 1 else ()
        yield from [text for entry in meeting.entries for text in entry_texts(entry, guide)]
    yield script.groups_line if script.groups else ""
    for group in script.groups:
        yield from (str(group.number), str(group.size), *group.rounds)
    yield from table_texts(script.no_shows if guide else None)
    yield script.why.text if guide and script.why else ""


def missing_in_order(texts, whole):
    """The texts that do not stand in a text behind those before them."""
    missing, start = [], 0
    for text in texts:
        wanted = smooth(text)
        found = whole.find(wanted, start)
        if found < 0:
            missing.append(text)
        else:
            start = found + len(wanted)
    return missing


@pytest.mark.parametrize("theme", ["standard", "grey", "low-ink"])
@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("guide", [True, False])
def test_every_text_is_there_in_order(pdf, sample, theme, guide):
    whole = said(pdf(sample, ".pdf" if guide else ".deelnemers.pdf", theme))
    assert missing_in_order(script_texts(SAMPLES[sample], guide), whole) == []


def test_a_text_that_is_missing_or_out_of_order_would_be_seen():
    assert missing_in_order(["een", "drie", "twee"], "eentweedrie") == ["twee"]


@pytest.mark.parametrize("sample", SAMPLES)
def test_large_print_has_every_text_too(pdf, sample):
    # a QR with a long domain stands below the texts there, so the order differs
    whole = said(pdf(sample, ".pdf", "large-print"))
    assert [text for text in script_texts(SAMPLES[sample], guide=True) if smooth(text) not in whole] == []


def links(script):
    found = []
    for meeting in script.meetings:
        for entry in meeting.entries:
            parts = [entry.content, *(station.content for station in entry.stations)]
            parts += [inner.content for strand in entry.strands for inner in strand.entries]
            found += [part.tool.url for part in parts if part.tool and part.tool.url]
    return found


@pytest.mark.parametrize("theme", ["standard", "low-ink", "large-print"])
@pytest.mark.parametrize("sample", SAMPLES)
def test_every_qr_opens_its_source(pdf, sample, theme):
    made = pdf(sample, ".pdf", theme)
    found = [code.text for page in range(len(made)) for code in decode_qr(made.picture(page, 150), 150)]
    assert sorted(found) == sorted(links(SAMPLES[sample]))


def test_signs_show_number_title_groups_and_qr(pdf):
    made = pdf("afternoon", ".groepen.pdf")
    carrousel = next(entry for entry in SAMPLES["afternoon"].meetings[0].entries if entry.stations)
    for page, station in enumerate(carrousel.stations):
        text, tool = smooth(made.text(page)), station.content.tool
        for wanted in (f"Station{station.number}", station.content.title, station.content.label, *station.visits):
            assert smooth(wanted) in text
        assert "20minperronde" in text
        codes = [code.text for code in decode_qr(made.picture(page, 100), 100)]
        assert codes == ([tool.url] if tool else [])


def test_group_cards_are_four_on_a_sheet_with_who_and_where(pdf):
    made, groups = pdf("afternoon", ".groepen.pdf"), SAMPLES["afternoon"].groups
    sheets = range(3, len(made))
    assert len(sheets) == 2
    assert made.boxes(3)["MediaBox"].width == pytest.approx(210, abs=0.1)
    whole = "".join(smooth(made.text(page)) for page in sheets)
    for group in groups:
        for wanted in (*group.rounds, *group.names, f"{group.size} personen"):
            assert smooth(wanted) in whole
    places = [run for run in made.words(3) if run.text == "Groep"]
    assert len(places) == 4
    assert len({round(run.x) for run in places}) == len({round(run.y) for run in places}) == 2


def test_cards_keep_clear_of_the_cuts(pdf):
    made = pdf("afternoon", ".groepen.pdf")
    for text, x, y in made.characters(3):
        assert not text.strip() or (abs(x - 105) > 9 and abs(y - 148.5) > 9), text


def test_every_clock_is_on_the_overview(pdf):
    for sample, script in SAMPLES.items():
        text = said(pdf(sample, ".overzicht.pdf"))
        for meeting in script.meetings:
            assert [entry.clock for entry in meeting.entries if smooth(entry.clock) not in text] == []
            assert [entry.id for entry in meeting.entries if smooth(entry.content.title) not in text] == []


def test_no_stations_and_no_groups_give_no_signs():
    assert set(written(SAMPLES["day"])) == {".pdf", ".deelnemers.pdf", ".overzicht.pdf"}


def test_the_same_script_gives_the_same_bytes():
    assert written(afternoon()) == written(afternoon())


def test_the_files_say_what_they_are(pdf):
    made = pdf("afternoon")
    assert str(made.pike.docinfo["/Title"]) == "Studiedag: waar staan wij als lerend team? – Draaiboek"
    assert str(made.pike.Root.Lang) == "nl"
    assert made.structure_problems() == []
    assert "De Regenboog · Studiedag" in made.text(0)


def test_english_words_for_an_english_plan():
    script = dataclasses.replace(afternoon(), language="en")
    pdfs, problems = script_pdfs(setting(language="en"), script)
    texts = " ".join(text.text for sheet in pdfs[0].document.sheets for text in sheet.placed[0].drawing.texts())
    assert problems == []
    assert "Print and set out" in texts
    assert "Klaarzetten" in texts  # the plan's own
    assert "Begeleid" not in re.sub("Begeleiding", "", texts)


def test_problems_come_with_no_pdf():
    script = dataclasses.replace(afternoon(), title="Een 🐟")
    pdfs, problems = script_pdfs(setting(), script)
    assert pdfs == []
    assert [problem.code for problem in problems] == [Code.NO_GLYPH]


def test_names_that_need_more_room_get_a_larger_card_in_large_print():
    names = tuple(f"Deelnemer met een lange naam {number}" for number in range(12))
    groups = tuple(dataclasses.replace(group, names=names) for group in afternoon().groups)
    script = dataclasses.replace(afternoon(), groups=groups)
    made = Finished(written(script, "large-print")[".groepen.pdf"])
    assert len([run for run in made.words(3) if run.text == "Groep"]) == 2
    _pdfs, problems = script_pdfs(
        setting(), dataclasses.replace(script, groups=(dataclasses.replace(groups[0], names=names * 9),))
    )
    assert [problem.code for problem in problems] == [Code.TEXT_TOO_LONG]
