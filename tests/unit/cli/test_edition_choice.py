"""Cards by an older name, and cards that an edition hides, as `--cards` and plans name them."""

import pytest
from pypdfium2 import PdfDocument

DECK = """\
deck: spel
title: Spel
kind: statement
groups: {a: {title: Eerste, code: A}, b: {title: Tweede, code: B}, oud: {title: Derde, code: D}}
choices: {paar: {title: Een paar, cards: [twee]}}
aliases: {eerste: een, allereerste: eerste, oud: een}
cards:
  - {id: een, group: a, text: Tekst een., pro: Ja., contra: Nee.}
  - {id: twee, group: a, text: Tekst twee., pro: Ja., contra: Nee.}
  - {id: drie, group: b, text: Tekst drie., pro: Ja., contra: Nee.}
  - {id: vier, group: oud, text: Tekst vier., pro: Ja., contra: Nee.}
"""
PLAN = """\
workshop: middag
title: Middag
participants: 12
start: "13:00"
end: "14:00"
blocks:
  - title: Spelen
    sort: work
    minutes: 60
    {what}
"""


@pytest.fixture
def school(project):
    (project / "decks/proef.yaml").unlink()
    (project / "decks/spel.yaml").write_text(DECK, encoding="utf-8")
    (project / "editions/school").mkdir(parents=True)
    text = "edition: school\ndecks:\n  spel:\n    hide: [twee, b]\n"
    (project / "editions/school/edition.yaml").write_text(text, encoding="utf-8")
    return project


def plan(folder, what):
    (folder / "workshops").mkdir(exist_ok=True)
    (folder / "workshops/middag.yaml").write_text(PLAN.format(what=what), encoding="utf-8")


def text_of(file):
    with PdfDocument(file) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)


@pytest.mark.parametrize("name", ["een", "eerste", "allereerste"])
@pytest.mark.parametrize("edition", [(), ("--edition", "school")])
def test_an_older_name_of_a_card_chooses_it(main, school, name, edition):
    assert main("build", "spel", "--cards", name, *edition)[0] == 0
    (file,) = (school / "output").rglob("*.pdf")
    said = text_of(file)
    assert "Tekst een." in said
    assert "Tekst vier." not in said


def test_a_group_is_a_group_whatever_card_was_called_so(main, school):
    assert main("build", "spel", "--cards", "oud")[0] == 0
    (file,) = (school / "output").rglob("*.pdf")
    assert "Tekst vier." in text_of(file)
    assert "Tekst een." not in text_of(file)


@pytest.mark.parametrize("name", ["twee", "tw*", "A2", "b", "drie", "paar"])
def test_a_hidden_card_is_told_as_hidden_and_without_the_edition_it_is_there(main, school, name):
    code, _out, err = main("build", "spel", "--edition", "school", "--cards", name)
    assert code == 2
    assert f"‘{name}’ is verborgen door de editie" in err
    assert "hide" in err
    assert not (school / "output").exists()
    assert main("build", "spel", "--cards", name)[0] == 0


def test_what_never_was_is_unknown_still(main, school):
    code, _out, err = main("build", "spel", "--edition", "school", "--cards", "vijf")
    assert code == 2
    assert "verborgen" not in err
    assert "‘vijf’" in err


@pytest.mark.parametrize("what", ["deck: spel\n    cards: eerste", "card: spel/eerste"])
def test_a_plan_follows_a_renamed_card(main, school, what):
    plan(school, what)
    assert main("check", "--strict", "middag")[0] == 0
    assert main("script", "middag", "--edition", "school", "--to", "md")[0] == 0


@pytest.mark.parametrize("what, name", [("deck: spel\n    cards: twee", "twee"), ("card: spel/drie", "drie")])
def test_a_plan_that_names_a_hidden_card_says_so_at_its_place(main, school, what, name):
    plan(school, what)
    code, _out, err = main("script", "middag", "--edition", "school", "--to", "md")
    assert code == 1
    assert "workshops/middag.yaml:" in err
    assert f"‘{name}’ is verborgen door de editie" in err
    assert main("script", "middag", "--to", "md")[0] == 0
