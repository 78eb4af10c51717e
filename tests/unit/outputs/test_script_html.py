"""A script as a page: everything that it says, in the right elements, and nothing that is not its own."""

import base64
import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kaartenspel.load.project import Project
from kaartenspel.model.richtext import Rich
from kaartenspel.outputs.script_html import html

sys.path.insert(0, str(Path(__file__).parents[1] / "compose"))
sys.path.insert(0, str(Path(__file__).parent))
from pagekit import Page, with_content
from sample_script import afternoon, whole_day

PROJECT = Project(Path())
WORDS, THEME = PROJECT.words("nl", None), PROJECT.theme("standard")


def made(script, language="nl") -> str:
    return html(script, PROJECT.words(language, None), THEME)


@pytest.fixture(scope="module", params=[afternoon(), whole_day()], ids=["afternoon", "day"])
def both(request):
    return request.param, Page(made(request.param))


def entries(script):
    for meeting in script.meetings:
        for entry in meeting.entries:
            yield entry
            for strand in entry.strands:
                yield from strand.entries


def contents(script):
    for entry in entries(script):
        yield entry.content
        yield from (station.content for station in entry.stations)


def spaced(text: str) -> str:
    return " ".join(text.split())


def words_of(rich: Rich) -> list[str]:
    return [spaced(block.text) for block in rich.blocks]


# --- everything is there


def test_each_entry_has_a_heading_with_its_clock_and_says_how_long(both):
    script, page = both
    found = [e for e in page.script.all("article") if e.has("entry")]
    assert len(found) == len(list(entries(script)))
    for entry, element in zip(entries(script), found, strict=True):
        (heading,) = [e for e in element.all("h3", "h4", "h5", "h6") if e.attributes.get("id")][:1]
        assert heading.text == f"{entry.clock} {spaced(entry.content.title)}"
        assert element.attributes["aria-labelledby"] == heading.attributes["id"]
        lasts = next(e.text for e in element.all("p") if e.has("lasts"))
        assert lasts == entry.lasts + (f" {WORDS['pinned']}" if entry.pinned else "")
        assert not entry.warning or entry.warning in element.text


def test_all_that_is_said_and_done_is_there(both):
    script, page = both
    text = page.script.text
    for content in contents(script):
        rich = [content.say, content.notes, *content.tips, *(step.text for step in content.steps)]
        wanted = [words for part in rich if part for words in words_of(part)]
        wanted += [content.goal, content.label, content.room, content.leads, content.source, *content.materials]
        wanted += [step.minutes for step in content.steps]
        assert [words for words in wanted if spaced(words) not in text] == []


def test_steps_are_lists_with_numbers(both):
    script, page = both
    lists = [[item.text for item in e.all("li")] for e in page.script.all("ol") if e.has("steps")]
    wanted = [
        [spaced(f"{step.text.text} {step.minutes}") for step in content.steps]
        for content in contents(script)
        if content.steps
    ]
    assert lists == wanted


def test_each_tool_has_a_link_and_a_symbol_that_says_what_it_opens(both):
    script, page = both
    tools = [content.tool for content in contents(script) if content.tool]
    figures = list(page.script.all("figure"))
    assert len(figures) == len(tools)
    for tool, figure in zip(tools, figures, strict=True):
        (link,), (symbol,) = figure.all("a"), figure.all("svg")
        assert (link.attributes["href"], link.text) == (tool.url, tool.label)
        assert tool.domain in figure.text
        assert symbol.attributes["role"] == "img"
        said = WORDS["script-qr-opens"].format(label=tool.label, domain=tool.domain)
        assert symbol.attributes["aria-label"] == said


def test_a_tool_without_an_address_has_no_symbol():
    tool = replace(afternoon().meetings[0].entries[2].content.tool, url=None)
    before = len(list(Page(made(afternoon())).script.all("figure")))
    script = with_content(afternoon(), tool=tool)
    assert len(list(Page(made(script)).script.all("figure"))) == before


def test_tables_have_a_caption_and_heads(both):
    script, page = both
    wanted = [entry.table for entry in entries(script) if entry.table]
    wanted += [script.no_shows] if script.no_shows else []
    tables = list(page.script.all("table"))
    assert len(tables) == len(wanted)
    for table, element in zip(wanted, tables, strict=True):
        assert [e.text for e in element.all("caption")] == [table.caption]
        heads = [e.text for e in element.all("th") if e.attributes["scope"] == "col"]
        assert heads == [spaced(head) for head in table.heads]
        rows = [[cell.text for cell in row.all("th", "td")] for row in element.all("tr")][1:]
        assert rows == [[spaced(cell) for cell in row] for row in table.rows]
        assert {row.inside[0].attributes["scope"] for row in list(element.all("tr"))[1:]} == {"row"}


def test_groups_prints_lists_and_the_reason_are_there(both):
    script, page = both
    text = page.script.text
    wanted = [script.title, script.subtitle, *script.problems, *(value for fact in script.facts for value in fact)]
    wanted += [script.groups_line] if script.groups else []
    wanted += [said for group in script.groups for said in (f"{WORDS['group']} {group.number}", *group.rounds)]
    for job in script.prints:
        wanted += [
            job.file,
            f"{job.sheets} {WORDS['sheets']} {job.paper}",
            job.weight,
            job.how,
            job.detail,
            job.command,
        ]
    wanted += [said for each in script.lists for task in each.tasks for said in (each.title, task.text, task.detail)]
    wanted += words_of(script.why) if script.why else []
    assert [said for said in wanted if spaced(said) not in text] == []


def test_a_draft_says_so():
    assert WORDS["draft"] in Page(made(whole_day())).script.text
    assert not any(e.has("draft") for e in Page(made(afternoon())).script.all("div"))


# --- for everybody


def test_ids_are_unique_and_links_lead_somewhere(both):
    _script, page = both
    ids = [e.attributes["id"] for e in page.root.all() if "id" in e.attributes]
    assert sorted(ids) == sorted(set(ids))
    for element in page.root.all():
        if element.attributes.get("href", "").startswith("#"):
            assert element.attributes["href"][1:] in ids
        for name in ("aria-labelledby", "for"):
            assert element.attributes.get(name, ids[0]) in ids


def heading_levels(element) -> list[int]:
    return [int(e.name[1]) for e in element.all("h1", "h2", "h3", "h4", "h5", "h6")]


def skips(levels: list[int]) -> bool:
    return any(deeper > level + 1 for level, deeper in zip([0, *levels], levels, strict=False))


def test_headings_go_down_one_by_one(both):
    _script, page = both
    for part in (page.script, page.ids["klok"]):
        levels = heading_levels(part)
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert not skips(levels)


def test_a_heading_that_is_skipped_is_seen():
    assert skips([1, 2, 4])
    assert not skips([1, 2, 3, 2, 3, 4, 2])


def test_landmarks_and_language(both):
    script, page = both
    (root,) = page.root.all("html")
    assert root.attributes["lang"] == script.language
    assert [e.attributes["id"] for e in page.root.all("main")] == ["programme", "klok"]
    assert "hidden" in page.ids["klok"].attributes
    assert len(list(page.script.all("nav"))) == 1
    assert page.script.inside[1].attributes["href"] == "#programme"
    assert [e.text for e in page.root.all("title")] == [f"{WORDS['script']}: {spaced(script.title)}"]


def test_buttons_and_fields_have_names(both):
    _script, page = both
    filled_by_the_clock = {"clock-run-by", "clock-shorten", "clock-still"}
    for button in page.root.all("button"):
        assert button.attributes["type"] == "button"
        assert button.text or button.attributes["id"] in filled_by_the_clock
    for box in page.root.all("input"):
        assert box.parent.name == "label"
        assert box.parent.text


def test_notes_can_be_folded_and_are_open(both):
    script, page = both
    notes = [e for e in page.script.all("details") if e.has("notes")]
    assert len(notes) == len([content for content in contents(script) if content.tips or content.notes])
    for each in notes:
        assert "open" in each.attributes
        assert next(each.all("summary")).text == WORDS["for-the-guide"]


def test_the_same_page_each_time_and_in_english():
    assert made(afternoon()) == made(afternoon())
    english = Page(made(replace(afternoon(), language="en"), "en"))
    assert english.ids["clock-open"].text == PROJECT.words("en", None)["clock-open"]


def test_an_empty_script_is_a_page_too():
    bare = replace(
        afternoon(), facts=(), groups=(), no_shows=None, prints=(), lists=(), why=None,
        meetings=(replace(afternoon().meetings[0], entries=()),),
    )  # fmt: skip
    assert Page(made(bare)).data["meetings"][0]["items"] == []


def test_letters_are_those_of_the_page_alone():
    page = made(with_content(afternoon(), title="Ω"))
    fonts = re.findall(r"base64,([^)]+)\)", page)
    assert len(fonts) == 3
    assert all(5_000 < len(base64.b64decode(font)) < 40_000 for font in fonts)
