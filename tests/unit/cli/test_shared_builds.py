"""A build for editions shared by processes or by machines: the same files and the same words as one process gives."""

import pytest

DECK = """\
deck: {name}
title: Spel
kind: statement
cards:
  - {{id: een, text: Eerste., pro: Ja., contra: Nee.}}
"""
BUILD = ("build", "spel", "ander", "derde", "--edition", "editions/*")


@pytest.fixture
def schools(project):
    """Three decks and four editions: one is wrong, one has a colour that is changed."""
    (project / "decks/proef.yaml").unlink()
    for name in ("spel", "ander", "derde"):
        put(project, f"decks/{name}.yaml", DECK.format(name=name))
    replaced = "decks: {spel: {replace: {een: {text: Onze.}}}, ander: {replace: {een: {text: Onze.}}}}\n"
    put(project, "editions/a/edition.yaml", f"edition: a\nname: A\n{replaced}")
    put(project, "editions/b/edition.yaml", "edition: b\nnaam: B\n")
    put(project, "editions/c/edition.yaml", "edition: c\nname: C\ncolours: '#f2e900'\n")
    put(project, "editions/d/edition.yaml", "edition: d\nname: D\n")
    return project


def put(project, name, text):
    path = project / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def written(project):
    """All files of all builds, and the locks."""
    files = [*(project / "output").rglob("*.*"), *(project / "editions").rglob("edition.lock.yaml")]
    return {path.relative_to(project).as_posix(): path.read_bytes() for path in files if path.is_file()}


def without(project, *more):
    for path in (*(project / "output").rglob("*.pdf"), *(project / "output").rglob("*.json"), *more):
        path.unlink(missing_ok=True)
    for path in (project / "editions").rglob("edition.lock.yaml"):
        path.unlink()


def test_processes_write_and_say_what_one_does(main, schools):
    alone, files = main(*BUILD), written(schools)
    assert alone[0] == 1
    assert "f2e900" in alone[2], "a warning of one edition"
    assert "naam" in alone[2], "and a problem of another"
    without(schools)
    assert main(*BUILD, "--jobs", "2") == alone
    assert written(schools) == files
    code, out, _err = main(*BUILD, "--jobs", "3")
    assert (code, "9 overgeslagen" in out) == (1, True)


def test_parts_make_together_what_one_build_makes(main, schools):
    put(schools, "editions/b/edition.yaml", "edition: b\nname: B\n")
    assert main(*BUILD)[0] == 0
    files = written(schools)
    without(schools)
    for number in (2, 5, 1, 3, 4):
        code, out, _err = main(*BUILD, "--part", f"{number}/5")
        assert code == 0
        made = 3 if number < 3 else 2
        assert f"{made} pdf’s gemaakt" in out
        assert out.count("output/") == made
    assert written(schools) == files, "PDFs, stamps and locks"
    assert "12 overgeslagen" in main(*BUILD)[1]
    assert "Niets te doen" in main(*BUILD, "--part", "13/13")[1]


def test_an_edition_that_is_wrong_is_told_by_its_part(main, schools):
    (schools / "editions/b").rename(schools / "editions/bb")
    codes = [main(*BUILD, "--part", f"{number}/3")[0] for number in (1, 2, 3)]
    assert codes == [1, 1, 1], "each has a deck of it"
    code, _out, err = main("build", "nergens", "--edition", "editions/*", "--part", "1/2")
    assert code == 2
    assert "nergens" in err


def test_parts_of_decks_without_editions(main, schools):
    assert main("build")[0] == 0
    files = written(schools)
    without(schools)
    assert main("build", "--part", "1/2")[0] == 0
    assert set(written(schools)) == {"output/ander.pdf", "output/spel.pdf"}
    assert main("build", "--part", "2/2")[0] == 0
    assert written(schools) == files


@pytest.mark.parametrize("part", ["0/3", "4/3", "3", "1/0", "-1/3", "een/drie", "1/3/5"])
def test_a_part_that_is_none_is_refused(main, schools, part):
    code, _out, err = main(*BUILD, f"--part={part}")
    assert code == 2
    assert "3/20" in err
    assert not (schools / "output").exists()


def test_a_part_is_not_watched(main, schools):
    assert main("build", "--watch", "--part", "1/2")[0] == 2


def test_a_process_that_ends_is_a_fault_and_leaves_no_other(main, schools, monkeypatch):
    from kaartenspel.press import crew

    monkeypatch.setattr(crew, "_made", _end)
    assert main(*BUILD, "--jobs", "2")[0] == 3


def _end(_share):
    import os

    os._exit(9)
