"""The pages of a script as drawings: within the margins, nothing over anything else, no heading alone."""

import dataclasses
import re
from pathlib import Path

import pytest
from unit.compose.sample_script import LONG, afternoon, at, entry, steps, whole_day

from kaartenspel.compose.measure import POINT
from kaartenspel.compose.qr import LEAST_MODULE, QUIET
from kaartenspel.compose.script import facilitator_pages, participant_pages
from kaartenspel.compose.script_day import day_pages
from kaartenspel.compose.script_glyphs import script_problems
from kaartenspel.compose.script_pen import Pen
from kaartenspel.compose.script_signs import signs
from kaartenspel.drawing import Modules, Text
from kaartenspel.load.project import Project
from kaartenspel.model.richtext import parse
from kaartenspel.model.script import Content, Tool
from kaartenspel.outputs.fonts import Faces
from kaartenspel.problems import Code

PROJECT = Project(Path("/nowhere"))
THEMES = ("standard", "grey", "low-ink", "large-print")
MAKERS = {"script": facilitator_pages, "participants": participant_pages, "day": day_pages, "signs": signs}
SAMPLES = {"afternoon": afternoon(), "day": whole_day()}
HAIR = 0.3


def pen_of(theme="standard", language="nl"):
    chosen = PROJECT.theme(theme)
    return Pen(Faces(PROJECT.theme_fonts(chosen)), chosen, PROJECT.words(language, None))


def pages_of(script, theme="standard", make=facilitator_pages):
    pen = pen_of(theme)
    pages = make(pen, script)
    assert [problem.message for problem in pen.problems] == []
    return pages


def with_entries(*entries):
    script = afternoon()
    meeting = dataclasses.replace(script.meetings[0], entries=entries, end=max(part.end for part in entries))
    return dataclasses.replace(script, meetings=(meeting,), prints=(), lists=(), groups=(), no_shows=None, why=None)


def boxes(pen, page):
    """The room that the letters of each run take, and each symbol with its quiet zone."""
    for item in page.items:
        if isinstance(item, Text) and item.text.strip():
            wide = pen.measure.shape(item.face, item.text.rstrip()).width * item.size * POINT
            em = item.size * POINT
            yield item.text, item.x, item.y - 0.66 * em, item.x + wide, item.y + 0.02 * em
        if isinstance(item, Modules):
            quiet = QUIET * item.module - HAIR / 2
            yield "QR", item.x - quiet, item.y - quiet, item.x + item.side + quiet, item.y + item.side + quiet


def overlaps(pen, page):
    """The pairs of texts and symbols that lie over each other."""
    found = list(boxes(pen, page))
    return [
        (one[0], other[0])
        for number, one in enumerate(found)
        for other in found[number + 1 :]
        if one[1] < other[3] - HAIR
        and other[1] < one[3] - HAIR
        and one[2] < other[4] - HAIR
        and other[2] < one[4] - HAIR
    ]


def outside(page, pen):
    """What comes nearer to the edge of the paper than 8 mm, or beyond the side margins."""
    return [
        text
        for text, left, top, right, bottom in boxes(pen, page)
        if text != "QR" and (left < 15.0 or right > 192.0 + HAIR or top < 8.0 or bottom > 289.0)
    ]


def text_of(page):
    return re.sub(r"\s+", " ", " ".join(text.text for text in page.texts()))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("maker", MAKERS)
def test_nothing_lies_over_anything_else_nor_outside_the_margins(maker, sample, theme):
    pen = pen_of(theme)
    for page in pages_of(SAMPLES[sample], theme, MAKERS[maker]):
        assert (page.width, page.height) == (210.0, 297.0)
        assert overlaps(pen, page) == []
        assert outside(page, pen) == []


def test_what_lies_over_something_else_would_be_seen():
    pen, page = pen_of(), pages_of(afternoon())[0]
    first = next(page.texts())
    twice = dataclasses.replace(page, items=(*page.items, dataclasses.replace(first, x=first.x + 1, text="over")))
    assert overlaps(pen, twice)
    assert outside(dataclasses.replace(page, items=(dataclasses.replace(first, x=190.0),)), pen)


@pytest.mark.parametrize("theme", THEMES)
def test_symbols_are_large_enough_for_phones(theme):
    for make in (facilitator_pages, signs):
        symbols = [
            item for page in pages_of(afternoon(), theme, make) for item in page.items if isinstance(item, Modules)
        ]
        assert symbols
        assert min(symbol.module for symbol in symbols) >= LEAST_MODULE


def test_a_link_of_great_length_still_has_modules_of_a_size():
    tool = Tool("Lang", "voorbeeld.nl", "https://voorbeeld.nl/" + "a" * 600)
    pages = pages_of(with_entries(entry(at("13:30"), 10, "Kijken", tool=tool)))
    (symbol,) = [item for page in pages for item in page.items if isinstance(item, Modules)]
    assert symbol.module >= LEAST_MODULE


def test_type_is_at_least_eight_points_and_as_large_as_large_print_asks():
    for theme, least in (("standard", 8.0), ("large-print", 14.0)):
        sizes = {text.size for script in SAMPLES.values() for page in pages_of(script, theme) for text in page.texts()}
        assert min(sizes) >= least


def test_times_are_24_points_and_what_is_said_13():
    texts = [text for page in pages_of(afternoon()) for text in page.texts()]
    assert {text.size for text in texts if text.text == "13:30" and text.face == "extrabold"} == {24.0}
    assert {text.size for text in texts if "Aan het eind weten" in text.text} == {13.0}
    assert {text.face for text in texts if "Aan het eind weten" in text.text} == {"semibold"}


def test_blocks_that_fit_a_page_are_whole():
    blocks = [
        entry(at("13:30") + 10 * n, 10, f"Blok {n}", steps=steps(*[(f"Stap {n}. {LONG}", "")] * 4)) for n in range(7)
    ]
    pages = [text_of(page) for page in pages_of(with_entries(*blocks))]
    assert len(pages) > 2
    for number in range(7):
        (page,) = [page for page in pages if f"Stap {number}." in page]
        assert f"Blok {number}" in page
        assert page.count(f"Stap {number}.") == 4
    assert "vervolg" not in "".join(pages)


def test_a_block_longer_than_a_page_goes_on_under_its_title():
    pages = [
        text_of(page)
        for page in pages_of(with_entries(entry(at("13:30"), 90, "Lang", steps=steps(*[(LONG, "")] * 40))))
    ]
    assert len(pages) > 2
    assert all("Lang (vervolg)" in page for page in pages[1:])
    assert sum(page.count("Neem de tijd") for page in pages) == 40


def test_a_section_is_never_alone_at_the_foot():
    for count in range(1, 12):
        small = [entry(at("9:00") + 10 * n, 10, f"Blok {n}") for n in range(count)]
        last = entry(at("12:00"), 30, "Slotblok", section="Het laatste deel", steps=steps((LONG, "")))
        pages = [text_of(page) for page in pages_of(with_entries(*small, last))]
        (page,) = [page for page in pages if "Het laatste deel" in page]
        assert "Slotblok" in page
        assert "de ander is nog bezig" in page


def test_each_meeting_begins_on_a_new_page():
    pages = [text_of(page) for page in pages_of(whole_day())]
    (page,) = [page for page in pages if "Avond" in page]
    assert page.index("Avond") < page.index("23:00")
    assert "Middag" not in page


def test_drafts_are_marked_on_each_page_and_say_what_is_wrong():
    for make in MAKERS.values():
        assert all("Concept" in text_of(page) for page in pages_of(whole_day(), make=make))
        assert not any("Concept" in text_of(page) for page in pages_of(afternoon(), make=make))
    first = text_of(pages_of(whole_day())[0])
    assert all(problem in first for problem in whole_day().problems)


def test_pages_are_numbered():
    for make, what in ((facilitator_pages, "Draaiboek"), (participant_pages, "Programma"), (day_pages, "Programma")):
        pages = pages_of(afternoon(), make=make)
        for number, page in enumerate(pages, start=1):
            assert f"{what} · {number} van {len(pages)}" in text_of(page)


def test_participants_get_nothing_of_the_facilitator():
    said = " ".join(text_of(page) for page in pages_of(afternoon(), make=participant_pages))
    for absent in ("Aan het eind weten", "17 duo’s", "wanneer zag je dat", "Klaarzetten", "kaartenspel build", "35"):
        assert absent not in said
    assert "Schud de stapel" in said
    assert "13:45" in said


def test_names_stand_on_group_cards_only():
    for make in MAKERS.values():
        assert not any("Özdemir" in text_of(page) for page in pages_of(afternoon(), make=make))


def test_the_day_takes_one_page_and_shrinks_for_it():
    many = [entry(at("9:00") + 5 * n, 5, f"Blok {n}", room="een lokaal", leads="Sanne") for n in range(40)]
    few, full = (pages_of(script, make=day_pages) for script in (afternoon(), with_entries(*many)))
    assert len(few) == len(full) == 1
    size = {text.text: text.size for text in full[0].texts()}["Blok 3"]
    assert 8.0 <= size < 14.0
    more = [entry(at("9:00") + 5 * n, 5, f"Blok {n}") for n in range(120)]
    pages = pages_of(with_entries(*more), make=day_pages)
    assert len(pages) > 1
    assert [n for n in range(120) if not any(f"Blok {n}" in text_of(page) for page in pages)] == []


def test_a_word_wider_than_its_column_is_parted_or_a_problem():
    long = "meervoudigepersoonlijkheidsontwikkelingsgesprekkenbegeleidingscommissievergadering"
    pen = pen_of()
    said = "".join(text_of(page) for page in facilitator_pages(pen, with_entries(entry(at("13:30"), 5, long))))
    assert long in said.replace("- ", "").replace("-", "")
    facilitator_pages(pen, with_entries(entry(at("13:30"), 5, "x" * 200)))
    (problem,) = set(pen.problems)
    assert problem.code is Code.TEXT_TOO_LONG


def test_a_paragraph_longer_than_a_page_is_a_problem():
    pen = pen_of()
    facilitator_pages(pen, with_entries(entry(at("13:30"), 5, "Lang", say=parse(" ".join([LONG] * 40)))))
    assert {problem.code for problem in pen.problems} == {Code.TEXT_TOO_LONG}
    assert any("Lang" in problem.message for problem in pen.problems)


def test_a_character_that_no_font_has_is_a_problem_once():
    script = with_entries(entry(at("13:30"), 5, "Een 🐟"), entry(at("13:35"), 5, "Nog een 🐟"))
    (problem,) = script_problems(pen_of(), script)
    assert (problem.code, "1F41F" in problem.message, "Een" in problem.message) == (Code.NO_GLYPH, True, True)
    assert script_problems(pen_of(), afternoon()) == []


def test_a_domain_gets_no_hyphen_and_a_command_neither():
    tool = Tool("Bron", "hogeschoolvoorlerarenopleidingenindenetherlands.nl", "https://example.nl/")
    script = afternoon()
    job = dataclasses.replace(
        script.prints[0], command="kaartenspel build x --cards " + ",".join(f"vraag-{n}" for n in range(60))
    )
    shown = dataclasses.replace(
        script, prints=(job,), meetings=with_entries(entry(at("13:30"), 5, "A", tool=tool)).meetings
    )
    said = "".join(text.text for page in pages_of(shown, "large-print") for text in page.texts())
    assert tool.domain in said
    assert job.command in said


def test_strands_stand_under_each_other_with_their_rooms():
    pages = " ".join(text_of(page) for page in pages_of(whole_day()))
    assert pages.index("Lijn A · lokaal 101 · Fatima") < pages.index("Lijn B · lokaal 102 · Kees")


def test_an_empty_content_is_no_trouble():
    bare = dataclasses.replace(entry(at("13:30"), 5, "Niets"), content=Content("Niets"))
    assert len(pages_of(with_entries(bare))) == 1
