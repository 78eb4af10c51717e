"""`kaartenspel new deck`: what it writes is right at once, for every kind."""

import pytest

from kaartenspel.load.project import Project
from kaartenspel.reading.find import shipped

KINDS = sorted(path.stem for path in shipped("layouts/kinds").glob("*.yaml"))


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_deck_builds_at_once(main, project, kind):
    code, out, _err = main("new", "deck", "mijn-deck", "--kind", kind)
    assert code == 0
    assert "decks/mijn-deck.yaml" in out
    assert main("check", "--strict", "mijn-deck") == (0, "1 bestand nagekeken: alles klopt.\n", "")
    assert main("build", "mijn-deck")[0] == 0
    assert (project / "output/mijn-deck.pdf").is_file()


@pytest.mark.parametrize("kind", KINDS)
def test_what_stands_in_comments_is_right_too(main, project, kind):
    assert main("new", "deck", "mijn-deck", "--kind", kind)[0] == 0
    file = project / "decks/mijn-deck.yaml"
    said = [line.strip() for line in file.read_text(encoding="utf-8").splitlines()]
    fields = Project(project).kind(kind, None).fields
    assert {name for name in fields if any(line.startswith((f"{name}:", f"# {name}:")) for line in said)} == set(fields)


def test_a_kind_of_the_school_s_own_with_every_type_of_field(main, project):
    (project / "layouts/kinds").mkdir(parents=True)
    types = ("text", "rich", "list", "number", "minutes", "choice", "link", "steps", "group-size")
    fields = "".join(
        f"  f-{name}: {{type: {name}, label: Veld, required: true, least: 3, choices: [rood, groen]}}\n"
        for name in types
    )
    faces = "front:\n  regions:\n    - {region: text, field: f-rich}\nback:\n  regions: []\n"
    (project / "layouts/kinds/eigen.yaml").write_text(f"kind: eigen\ntitle: Eigen\nfields:\n{fields}{faces}")
    assert main("new", "deck", "mijn-deck", "--kind", "eigen")[0] == 0
    assert main("build", "mijn-deck")[0] == 0


def test_rules_of_the_school_s_own_are_kept_too(main, project):
    (project / "layouts/checks").mkdir(parents=True)
    asked = "  - {rule: has-field, fields: [question], why: Praat door.}\n"
    ends = "  - {rule: ends-with, field: question, endings: ['!'], why: Wees beslist.}\n"
    rules = f"checks: eigen\ntitle: Eigen\nkinds: [statement]\nrules:\n{asked}{ends}"
    (project / "layouts/checks/eigen.yaml").write_text(rules)
    assert main("new", "deck", "mijn-deck")[0] == 0
    said = (project / "decks/mijn-deck.yaml").read_text(encoding="utf-8")
    assert "\n    question: Vervolgvraag 1!" in said


def test_an_existing_deck_is_left_alone(main, project):
    before = (project / "decks/proef.yaml").read_bytes()
    code, _out, err = main("new", "deck", "proef")
    assert code == 2
    assert "decks/proef.yaml" in err
    assert (project / "decks/proef.yaml").read_bytes() == before


def test_a_shipped_deck_s_name_would_hide_it(main, project):
    code, _out, err = main("new", "deck", "stellingenspel")
    assert code == 2
    assert "stellingenspel" in err


@pytest.mark.parametrize("name", ["Mijn deck", "é", "../buiten", "a/b", "", "x.yaml", "-", "sources"])
def test_a_name_that_cannot_be(main, project, name):
    before = sorted(path.name for path in project.rglob("*"))
    assert main("new", "deck", "--", name)[0] == 2
    assert sorted(path.name for path in project.rglob("*")) == before


def test_a_folder_that_cannot_be_written(main, project):
    (project / "decks/proef.yaml").unlink()
    (project / "decks").rmdir()
    (project / "decks").write_text("geen map")
    code, _out, err = main("new", "deck", "mijn-deck")
    assert code == 4
    assert "[cannot-write]" in err
