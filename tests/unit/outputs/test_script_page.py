"""A page holds only its own: no names, no code of others, nothing from a network; and what its clock knows."""

import base64
import hashlib
import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kaartenspel.load.project import Project
from kaartenspel.model.richtext import parse
from kaartenspel.outputs.script_html import FOLDER, html

sys.path.insert(0, str(Path(__file__).parents[1] / "compose"))
sys.path.insert(0, str(Path(__file__).parent))
from pagekit import Page, with_content
from sample_script import afternoon, whole_day

PROJECT = Project(Path())
WORDS, THEME = PROJECT.words("nl", None), PROJECT.theme("standard")


def made(script) -> str:
    return html(script, WORDS, THEME)


def spaced(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="module", params=[afternoon(), whole_day()], ids=["afternoon", "day"])
def page(request):
    return Page(made(request.param))


# --- nothing else is there


def test_names_of_participants_are_never_there():
    text = made(afternoon())
    names = [name for group in afternoon().groups for name in group.names]
    assert names
    assert [name for name in names if name in text] == []


def test_texts_of_others_are_escaped():
    nasty = "</script><script>alert(1)</script><b onclick='x'>&amp; \"{{ 7 * 7 }}\u2028"
    tool = replace(afternoon().meetings[0].entries[2].content.tool, label=nasty)
    script = with_content(
        afternoon(), title=nasty, label=nasty, goal=nasty, say=parse(nasty), source=nasty, room=nasty, tool=tool
    )
    script = replace(script, title=nasty, subtitle=nasty, facts=((nasty, nasty),), problems=(nasty,))
    page = Page(made(script))
    assert len(list(page.root.all("script"))) == len(list(Page(made(afternoon())).root.all("script")))
    assert not list(page.root.all("b"))
    assert page.data["meetings"][0]["items"][0]["title"] == nasty
    assert spaced(nasty) in page.script.text


def test_an_entry_that_only_looks_like_code_of_the_template_stays_text():
    assert "{{ 7 * 7 }}" in Page(made(with_content(afternoon(), title="{{ 7 * 7 }}"))).script.text


def test_a_page_asks_nothing_of_a_network(page):
    text = made(afternoon())
    assert not re.search(r"@import|src=|srcset|<link|<img|<iframe|url\((?!data:font/ttf;base64,)|fetch\(|XMLHttp", text)
    for element in page.root.all():
        assert not [name for name in element.attributes if name.startswith("on") or name == "style"]
        assert "href" not in element.attributes or element.name == "a"


def test_the_policy_names_the_code_and_the_style_of_the_page_and_nothing_more(page):
    (policy,) = [e.attributes["content"] for e in page.root.all("meta") if "http-equiv" in e.attributes]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    (style,) = page.root.all("style")
    code = next(e for e in page.root.all("script") if "type" not in e.attributes)
    for name, element in (("script-src", code), ("style-src", style)):
        (body,) = element.inside
        assert rules[name] == f"'sha256-{base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()}'"
    assert set(rules) == {"default-src", "script-src", "style-src", "font-src", "base-uri", "form-action"}


def test_code_of_ours_cannot_end_its_element():
    assert all("</" not in path.read_text(encoding="utf-8") for path in FOLDER.glob("*.js"))


# --- what the clock knows


def test_the_clock_knows_blocks_rounds_and_changes_and_where_they_stand_fast():
    script = afternoon()
    (meeting,) = Page(made(script)).data["meetings"]
    told = [entry for entry in script.meetings[0].entries if entry.kind in ("block", "round", "change")]
    assert [item["minutes"] for item in meeting["items"]] == [entry.minutes for entry in told]
    assert [item["at"] for item in meeting["items"] if item["at"]] == [14 * 60 + 55]
    assert {item["title"]: item["least"] for item in meeting["items"]}["Oogst"] == 10
    first = next(item for item in meeting["items"] if item["kind"] == "round")
    assert first["here"][0] == ["1. In welke fase zit onze school?", "1, 4, 7"]
    assert (meeting["start"], meeting["end"], meeting["date"]) == (810, 960, "2027-01-20")


def test_the_clock_knows_strands_and_an_end_after_midnight():
    day, night = Page(made(whole_day())).data["meetings"]
    (strands,) = [item["strands"] for item in day["items"] if item["strands"]]
    assert [strand["title"] for strand in strands] == ["Lijn A", "Lijn B"]
    assert day["walks"] == {"aula": 10}
    late = replace(whole_day().meetings[1], window=30)
    data = Page(made(replace(whole_day(), meetings=(late,)))).data
    assert data["meetings"][0]["end"] == 24 * 60 + 30
    assert night["end"] is None


def test_what_a_browser_keeps_of_another_edition_is_left():
    other = with_content(afternoon(), title="Anders")
    assert Page(made(afternoon())).data["edition"] != Page(made(other)).data["edition"]


def test_a_colour_that_the_theme_lacks_is_no_class():
    page = Page(made(with_content(afternoon(), colour="nowhere")))
    assert not any("nowhere" in e.attributes.get("class", "") for e in page.root.all())
