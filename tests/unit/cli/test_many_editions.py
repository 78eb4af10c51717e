"""Several editions in one command: what is right is written, what is wrong is told, of all of them at once."""

import json

import pytest

DECK = """\
deck: {name}
title: Spel
kind: statement
cards:
  - {{id: een, text: {text}, pro: Ja., contra: Nee.}}
  - {{id: twee, text: Tweede., pro: Ja., contra: Nee.}}
"""


def edition(folder, name, more=""):
    (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / name / "edition.yaml").write_text(f"edition: {name}\nname: School {name}\n{more}", encoding="utf-8")


def deck(project, name, text="Eerste."):
    (project / f"decks/{name}.yaml").write_text(DECK.format(name=name, text=text), encoding="utf-8")


def pdfs(project):
    return sorted(path.relative_to(project / "output").as_posix() for path in (project / "output").rglob("*.pdf"))


@pytest.fixture
def schools(project):
    """Three editions and two small decks."""
    (project / "decks/proef.yaml").unlink()
    deck(project, "spel"), deck(project, "ander")
    for name in ("a", "b", "c"):
        edition(project / "editions", name)
    return project


BUILD = ("build", "spel", "ander", "--edition", "editions/*")


def test_all_problems_of_all_editions_are_told_and_what_is_right_is_written(main, schools):
    edition(schools / "editions", "b", "naam: x\n")
    edition(schools / "editions", "c", "decks: {spel: {hide: [drie]}}\n")
    edition(schools / "editions", "d", "only: [spel]\n")
    code, out, err = main(*BUILD, "--format", "json")
    assert code == 1
    files = {problem["file"] for problem in json.loads(out)["problems"]}
    assert files == {"editions/b/edition.yaml", "editions/c/edition.yaml"}
    assert [result["file"] for result in json.loads(out)["results"]] == [
        "output/a/spel.pdf", "output/a/ander.pdf", "output/d/spel.pdf", "output/d/ander.pdf"
    ]  # fmt: skip
    assert pdfs(schools) == ["a/ander.pdf", "a/spel.pdf", "d/ander.pdf", "d/spel.pdf"]
    code, out, err = main(*BUILD)
    assert code == 1
    assert "output/d/spel.pdf" in out, "who reads is told what was written"
    assert "editions/c/edition.yaml" in err


def test_a_deck_that_one_edition_alone_has_is_wrong_for_the_others(main, schools):
    code, _out, err = main("build", "nergens", "--edition", "editions/*")
    assert code == 2
    assert "editie" not in err, "the same for all is told once"
    (schools / "editions/b/decks").mkdir()
    own = schools / "editions/b/decks/eigen.yaml"
    own.write_text(DECK.format(name="eigen", text="Onze."), encoding="utf-8")
    code, _out, err = main("build", "eigen", "--edition", "editions/*")
    assert code == 2
    assert "editie a: " in err
    assert "editie c: " in err
    assert pdfs(schools) == ["b/eigen.pdf"]


def test_a_file_that_cannot_be_written_keeps_no_other_edition_back(main, schools):
    (schools / "output/a/spel.pdf").mkdir(parents=True)
    edition(schools / "editions", "b", "naam: x\n")
    code, _out, err = main(*BUILD)
    assert code == 4
    assert "output/a/spel.pdf" in err
    assert "editions/b/edition.yaml:3" in err
    assert "c/spel.pdf" in pdfs(schools)


@pytest.mark.parametrize("command", [("build", "spel"), ("script", "besluit-nemen")])
def test_two_editions_of_one_name_are_refused_before_anything_is_written(main, schools, command):
    edition(schools / "een", "school"), edition(schools / "twee", "school")
    code, _out, err = main(*command, "--edition", "een/school", "--edition", "twee/school")
    assert code == 2
    assert "een/school" in err
    assert "twee/school" in err
    assert not (schools / "output").exists()
    assert main(*command, "--edition", "een/school", "--edition", "./een/school")[0] == 0
