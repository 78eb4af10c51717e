"""`kaartenspel new edition`, `build --edition` and `edition status`: a school's walk from nothing to its own decks."""

import json

import docx
import pytest
from pypdfium2 import PdfDocument

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0 H10 V10 H0 Z" fill="#7a1f5c"/></svg>'
DECK = """\
deck: spel
title: Spel
kind: statement
groups: {{a: {{title: Eerste, code: A}}}}
{aliases}cards:
{cards}
"""
EDITION = """\
edition: school
name: De School
decks:
  spel:
    hide: [twee]
    replace:
      een: {text: Onze eerste.}
      drie: {question: Onze vraag?}
"""


def card(name, text):
    return f"  - {{id: {name}, group: a, text: {text}, question: En?, pro: Ja., contra: Nee.}}\n"


@pytest.fixture
def school(project):
    (project / "decks/proef.yaml").unlink()
    (project / "editions/school").mkdir(parents=True)
    (project / "editions/school/edition.yaml").write_text(EDITION, encoding="utf-8")
    deck(project, [("een", "Eerste"), ("twee", "Tweede"), ("drie", "Derde"), ("vier", "Vierde")])
    return project


def deck(project, cards, aliases=""):
    text = DECK.format(aliases=aliases, cards="".join(card(*one) for one in cards))
    (project / "decks/spel.yaml").write_text(text, encoding="utf-8")


def text_of(file):
    with PdfDocument(file) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)


def test_a_new_edition_builds_at_once(main, project):
    (project / "merk.svg").write_text(LOGO, encoding="utf-8")
    asked = ("--school", "De ‘Hof’: school", "--logo", "merk.svg", "--colours", "logo", "--vision", "Samen: altijd.")
    assert main("new", "edition", "hof", *asked)[0] == 0
    assert main("check", "--strict", "hof")[0] == 0
    assert main("build", "--edition", "hof", "stellingenspel", "visie", "visie-poster")[0] == 0
    assert "De ‘Hof’: school" in text_of(project / "output/hof/stellingenspel.pdf")
    assert "Samen: altijd." in text_of(project / "output/hof/visie.pdf")
    assert main("new", "edition", "hof")[0] == 2


@pytest.mark.parametrize(
    "asked, said",
    [
        (("Mijn School",), "mijn-school"),
        (("hof", "--colours", "rood"), "#rood"),
        (("hof", "--colours", "logo"), "--logo"),
        (("hof", "--colours", "#111111,#222222,#333333"), "hoogstens twee"),
        (("hof", "--kind", "statement"), "--kind"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(main, project, asked, said):
    code, _out, err = main("new", "edition", *asked)
    assert code == 2
    assert said in err
    assert not (project / "editions").exists()


def test_only_what_the_edition_says_is_different(main, school):
    assert main("build", "--edition", "school", "spel")[0] == 0
    text = text_of(school / "output/school/spel.pdf")
    assert "Onze eerste." in text
    assert "Onze vraag?" in text
    assert "Tweede" not in text
    assert "kaart 3 van 3" in text
    assert "A4" in text, "the code of the last card is that of the full deck"
    assert main("build", "spel")[0] == 0
    assert "Tweede" in text_of(school / "output/spel.pdf")


def test_status_tells_what_changed_and_accept_takes_note(main, school):
    assert main("build", "--edition", "school", "spel")[0] == 0
    assert main("edition", "status", "--strict") == (0, "Er is niets veranderd in de spellen onder deze editie.\n", "")
    deck(school, [("een", "Anders"), ("derde", "Derde"), ("nieuw", "Nieuw")], "aliases: {drie: derde}\n")
    code, out, _err = main("edition", "status", "school", "--strict")
    assert code == 1
    for said in ("Eerste", "Anders", "Onze eerste.", "heet nu derde", "spel/nieuw: is nieuw", "spel/twee", "spel/vier"):
        assert said in out
    assert main("edition", "status")[0] == 0
    _code, out, _err = main("edition", "status", "--format", "json")
    sorts = {change["card"]: change["change"] for change in json.loads(out)["changes"]}
    assert sorts == {"een": "changed", "drie": "renamed", "nieuw": "appeared", "twee": "gone", "vier": "gone"}
    assert main("edition", "accept", "school", "spel/een")[0] == 0
    assert "spel/een" not in main("edition", "status")[1]
    assert main("edition", "accept", "school", "all")[0] == 0
    assert main("edition", "status", "--strict")[0] == 0
    code, _out, err = main("build", "--edition", "school", "spel")
    assert code == 0, "what is gone and accepted is a warning"
    assert "zit niet meer in dit spel" in err
    assert "Onze vraag?" in text_of(school / "output/school/spel.pdf"), "a renamed card keeps what replaced its words"
    code, _out, err = main("edition", "accept", "school", "spel/een")
    assert code == 2
    assert "spel/een" in err


@pytest.mark.parametrize(
    "line, code, hint",
    [
        ("    hide: [twe]", "unknown-name", "twee"),
        ("    order: [eigen]", "unknown-name", "een"),
        ("    replace: {eeen: {text: Iets.}}", "unknown-name", "een"),
        ("    replace: {een: {tekst: Iets.}}", "unknown-field", "text"),
        ("    replace: {een: {group: b}}", "wrong-value", "verberg"),
        ("    groups: {a: {title: Anders, code: Z}}", "duplicate-id", "andere naam"),
        ("    add: [{id: een, text: Iets.}]", "duplicate-id", ""),
        ("    title: ''", "wrong-value", ""),
        ("  spell: {title: Iets}", "unknown-name", "spel"),
    ],
)
def test_what_is_wrong_is_told_at_its_place_in_the_edition(main, school, line, code, hint):
    path = school / "editions/school/edition.yaml"
    path.write_text(f"edition: school\ndecks:\n  spel:\n    subtitle: Iets\n{line}\n", encoding="utf-8")
    for command in (("check", "school"), ("build", "--edition", "school", "spel")):
        exit_code, _out, err = main(*command)
        assert exit_code == 1
        assert "editions/school/edition.yaml:5:" in err
        assert f"[{code}]" in err
        assert hint in err
    assert not (school / "output").exists()


def test_editions_by_pattern_and_one_that_is_wrong_keeps_no_other_back(main, school):
    (school / "editions/fout").mkdir()
    (school / "editions/fout/edition.yaml").write_text("edition: fout\nnaam: x\n", encoding="utf-8")
    code, _out, err = main("build", "--edition", "editions/*", "spel")
    assert code == 1
    assert "editions/fout/edition.yaml:2:1" in err
    assert (school / "output/school/spel.pdf").is_file()
    assert main("build", "--edition", "schol", "spel")[0] == 2
    code, out, _err = main("list", "editions", "--format", "json")
    assert {row["name"] for row in json.loads(out)} == {"fout", "school"}
    assert code == 1


CHANGED = [("een", "Anders"), ("derde", "Derde"), ("nieuw", "Nieuw")]


def in_word(file):
    """The headings, the tables, and all paragraphs of a Word file."""
    word = docx.Document(str(file))
    heads = [part.text for part in word.paragraphs if part.style.name.startswith("Heading")]
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in word.tables]
    return heads, tables, [part.text for part in word.paragraphs]


def test_status_is_a_word_file_for_who_decides(main, school):
    assert main("build", "--edition", "school", "spel")[0] == 0
    deck(school, CHANGED, "aliases: {drie: derde}\n")
    code, out, _err = main("edition", "status", "--to", "docx", "--strict")
    assert code == 1
    assert "output/school/status.docx" in out
    heads, tables, words = in_word(school / "output/school/status.docx")
    assert heads == ["spel", "een", "twee", "drie", "vier", "nieuw"]
    assert tables[0] == [["veld", "was", "is nu", "van jullie"], ["text", "Eerste", "Anders", "Onze eerste."]]
    assert tables[-1] == [["veld", "is nu"], ["text", "Nieuw"]]
    assert sum(said.startswith("Wat te doen: ") for said in words) == 5
    assert "kaartenspel edition accept school spel/een" in words


def test_the_word_file_has_the_same_bytes_and_one_changed_by_hand_stays(main, school):
    assert main("build", "--edition", "school", "spel")[0] == 0
    deck(school, CHANGED, "aliases: {drie: derde}\n")
    file = school / "besluit.docx"
    asked = ("edition", "status", "school", "--output", "besluit.docx")
    assert main(*asked)[0] == 0
    first = file.read_bytes()
    assert main(*asked)[0] == 0
    assert file.read_bytes() == first
    word = docx.Document(str(file))
    word.add_paragraph("Besloten door de directie.")
    word.save(str(file))
    assert json.loads(main(*asked, "--format", "json")[1])["file"] == "besluit-2.docx"
    assert "Besloten door de directie." in in_word(file)[2]
    assert (school / "besluit-2.docx").read_bytes() == first


def test_a_word_file_without_changes_says_so_and_another_kind_of_file_is_refused(main, school):
    assert main("build", "--edition", "school", "spel")[0] == 0
    assert main("edition", "status", "--to", "docx")[0] == 0
    assert "Er is niets veranderd in de spellen onder deze editie." in in_word(school / "output/school/status.docx")[2]
    code, _out, err = main("edition", "status", "--output", "besluit.pdf")
    assert code == 2
    assert ".docx" in err
    assert not (school / "besluit.pdf").exists()


def test_a_script_says_whose_it_is(main, school):
    (school / "editions/school/merk.svg").write_text(LOGO, encoding="utf-8")
    path = school / "editions/school/edition.yaml"
    path.write_text("edition: school\nname: De <School>\nlogo: merk.svg\n", encoding="utf-8")
    assert main("script", "besluit-nemen", "--edition", "school", "--to", "pdf,docx,html")[0] == 0
    made = school / "output/school/besluit-nemen"
    assert text_of(made.with_suffix(".pdf")).count("De <School>") >= 2
    assert in_word(made.with_suffix(".docx"))[2][0] == "De <School>"
    assert "· De &lt;School&gt;" in made.with_suffix(".html").read_text(encoding="utf-8")
    assert main("script", "besluit-nemen")[0] == 0
    assert "School" not in text_of(school / "output/besluit-nemen.pdf")


def test_the_example_that_comes_along_is_copied_and_builds(main, project):
    assert main("edition", "example")[0] == 0
    assert main("check", "de-regenboog")[0] == 0
    assert main("build", "--edition", "de-regenboog", "visie")[0] == 0
    assert "Regenboog" in text_of(project / "output/de-regenboog/visie.pdf")
    own = project / "editions/de-regenboog/edition.yaml"
    own.write_text("edition: de-regenboog\n", encoding="utf-8")
    code, _out, err = main("edition", "example")
    assert code == 2
    assert "bestaat al" in err or "is er al" in err
    assert own.read_text(encoding="utf-8") == "edition: de-regenboog\n"
