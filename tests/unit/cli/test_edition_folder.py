"""What lies in an edition's folder is used, and wins; and the questions of `new edition`."""

import io
import json
import sys

import pytest
from pypdfium2 import PdfDocument

KIND = """\
kind: {name}
title: Eigen soort
extends: statement
fields:
  eigen: {{type: rich, label: Eigen}}
front:
  regions:
    - {{region: text, name: eigen, field: eigen, style: read-aloud}}
    - {{region: space}}
"""
DECK = """\
deck: {name}
title: {title}
kind: {kind}
groups: {{a: {{title: Eerste, code: A}}}}
cards:
  - {{id: een, group: a, {fields}}}
"""
PLAN = """\
workshop: middag
title: {title}
participants: 12
start: "13:00"
end: "14:00"
blocks:
  - {{title: Samen spelen, sort: work, minutes: 60}}
"""


@pytest.fixture
def school(project):
    write(project / "editions/school/edition.yaml", "edition: school\nname: De School\n")
    return project


def write(file, text):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def text_of(file):
    with PdfDocument(file) as pdf:
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pdf)


def deck(name="eigen-spel", title="Eigen spel", kind="statement", fields="text: Een tekst."):
    return DECK.format(name=name, title=title, kind=kind, fields=fields)


def test_a_deck_of_the_edition_is_built_and_wins_over_that_of_the_project(main, school):
    write(school / "editions/school/decks/eigen-spel.yaml", deck())
    write(school / "editions/school/decks/proef.yaml", deck("proef", fields="text: Van de editie."))
    assert main("build", "--edition", "school", "eigen-spel", "proef")[0] == 0
    assert "Een tekst." in text_of(school / "output/school/eigen-spel.pdf")
    assert "Van de editie." in text_of(school / "output/school/proef.pdf")
    assert main("build", "eigen-spel")[0] == 2
    assert main("build", "proef")[0] == 0
    assert "Fouten maken mag" in text_of(school / "output/proef.pdf")


def test_a_kind_of_the_edition_is_used(main, school):
    write(school / "editions/school/layouts/kinds/eigen.yaml", KIND.format(name="eigen"))
    write(school / "editions/school/decks/eigen-spel.yaml", deck(kind="eigen", fields="text: Stil., eigen: Hardop."))
    assert main("build", "--edition", "school", "eigen-spel")[0] == 0
    said = text_of(school / "output/school/eigen-spel.pdf")
    assert "Hardop." in said
    assert "Stil." not in said


def test_a_theme_of_the_edition_is_used(main, school):
    theme = "theme: huisstijl\nextends: standard\ncolours: {statement: '#123456'}\n"
    write(school / "editions/school/layouts/themes/huisstijl.yaml", theme)
    assert main("build", "--edition", "school", "--theme", "huisstijl", "proef")[0] == 0
    (file,) = (school / "output/school").glob("*.pdf")
    with PdfDocument(file) as pdf:
        picture = pdf[0].render(scale=1).to_pil().convert("RGB")
    colours = {colour for _count, colour in picture.getcolors(1 << 24)}
    assert (0x12, 0x34, 0x56) in colours
    assert main("build", "--theme", "huisstijl", "proef")[0] == 2


def test_a_plan_of_the_edition_wins_over_that_of_the_project(main, school):
    write(school / "workshops/middag.yaml", PLAN.format(title="Van het project"))
    write(school / "editions/school/workshops/middag.yaml", PLAN.format(title="Van de editie"))
    assert main("script", "middag", "--edition", "school", "--to", "md")[0] == 0
    assert main("script", "middag", "--to", "md")[0] == 0
    assert "Van de editie" in (school / "output/school/middag.md").read_text(encoding="utf-8")
    assert "Van het project" in (school / "output/middag.md").read_text(encoding="utf-8")


def test_sources_are_merged_entry_by_entry(main, school):
    entry = "  {name}: {{title: {title}, url: 'https://example.nl/{name}', short: {title}}}\n"
    ours = "sources:\n" + entry.format(name="eigen", title="Onze bron")
    theirs = "sources:\n" + entry.format(name="eigen", title="Hun bron") + entry.format(name="tweede", title="Tweede")
    write(school / "decks/sources.yaml", theirs)
    write(school / "editions/school/decks/sources.yaml", ours)
    fields = "text: Een tekst., source: {name}"
    write(school / "editions/school/decks/een.yaml", deck("een", fields=fields.format(name="eigen")))
    write(school / "editions/school/decks/twee.yaml", deck("twee", fields=fields.format(name="tweede")))
    shipped = fields.format(name="katern-lerende-organisatie")
    write(school / "editions/school/decks/drie.yaml", deck("drie", fields=shipped))
    code, _out, err = main("build", "--edition", "school", "een", "twee", "drie")
    assert code == 0, err
    assert "Onze bron" in text_of(school / "output/school/een.pdf")
    assert "Tweede" in text_of(school / "output/school/twee.pdf")


def test_what_is_wrong_in_the_folder_is_told_at_its_place(main, school):
    write(school / "editions/school/decks/eigen-spel.yaml", deck(kind="statment"))
    code, _out, err = main("check", "school")
    assert code == 1
    assert "editions/school/decks/eigen-spel.yaml:3:7" in err


class Terminal(io.StringIO):
    """Somebody who answers at a terminal."""

    def isatty(self):
        return True


def answer(monkeypatch, *lines):
    monkeypatch.setattr(sys, "stdin", Terminal("".join(f"{line}\n" for line in lines)))


def test_who_gives_no_option_is_asked(main, project, monkeypatch):
    logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0 H9 V9 Z" fill="#7a1f5c"/></svg>'
    write(project / "merk.svg", logo)
    answer(monkeypatch, "De ‘Hof’", "merk.svg", "#0f6e78, logo", "Ieder kind hoort erbij.", "Samen: altijd.", "")
    code, out, err = main("new", "edition", "hof")
    assert code == 0, err
    assert "De naam van de school" in out
    text = (project / "editions/hof/edition.yaml").read_text(encoding="utf-8")
    assert 'name: "De ‘Hof’"' in text
    assert 'logo: "merk.svg"' in text
    assert "colours: ['#0f6e78', 'logo']" in text
    assert '  - "Ieder kind hoort erbij."\n  - "Samen: altijd."\n' in text
    assert (project / "editions/hof/merk.svg").is_file()
    assert main("check", "hof", "--strict")[0] == 0


def test_empty_answers_leave_everything_as_it_came(main, project, monkeypatch):
    answer(monkeypatch, "", "", "", "")
    assert main("new", "edition", "hof")[0] == 0
    text = (project / "editions/hof/edition.yaml").read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if line and not line.startswith("#")] == ["edition: hof"]
    assert main("check", "hof", "--strict")[0] == 0


@pytest.mark.parametrize("lines", [("Hof", "weg.svg", "", ""), ("Hof", "", "rood", ""), ("Hof", "", "logo", "")])
def test_an_answer_that_cannot_be_leaves_nothing_behind(main, project, monkeypatch, lines):
    answer(monkeypatch, *lines)
    assert main("new", "edition", "hof")[0] in (1, 2)
    assert not (project / "editions").exists()


def test_who_stops_answering_leaves_nothing_behind(main, project, monkeypatch):
    answer(monkeypatch, "Hof")
    assert main("new", "edition", "hof")[0] != 0
    assert not (project / "editions").exists()


def test_an_option_or_json_asks_nothing(main, project, monkeypatch):
    answer(monkeypatch)
    assert main("new", "edition", "hof", "--school", "Hof")[0] == 0
    code, out, _err = main("new", "edition", "gaard", "--format", "json")
    assert code == 0
    assert json.loads(out)["results"] == [{"edition": "gaard", "file": "editions/gaard/edition.yaml"}]
