"""A second build of editions makes what changed and nothing else; what it skips is what it would have made."""

import json
import shutil
import tomllib
from pathlib import Path

import pytest

from kaartenspel.press.inputs import LIBRARIES

ROOT = Path(__file__).parents[3]
DECK = """\
deck: {name}
title: Spel
kind: statement
cards:
  - {{id: een, text: {text}, pro: Ja., contra: Nee.}}
  - {{id: twee, text: Tweede., pro: Ja., contra: Nee.}}
"""
BUILD = ("build", "spel", "ander", "--edition", "editions/*", "--format", "json")
SQUARE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0 H{0} V{0} H0 Z" fill="#7a1f5c"/></svg>'
)
SIZE = "size: poker\ntitle: Poker\nwidth: 70 mm\nheight: 90 mm\nsheet: touching\n"


@pytest.fixture
def schools(project):
    """Two decks and two editions, of which one says something else in place of the first card."""
    (project / "decks/proef.yaml").unlink()
    for name in ("spel", "ander"):
        put(project, f"decks/{name}.yaml", DECK.format(name=name, text="Eerste."))
    put(project, "editions/a/edition.yaml", "edition: a\nname: School a\nlogo: merk.svg\n")
    put(project, "editions/a/merk.svg", SQUARE.format(9))
    replaced = "decks: {spel: {replace: {een: {text: Onze eerste.}}}}\n"
    put(project, "editions/b/edition.yaml", f"edition: b\nname: School b\n{replaced}")
    return project


@pytest.fixture
def made(main):
    """The files that a build writes, and those that it skips."""

    def build(*more, code=0, command=BUILD):
        found, out, _err = main(*command, *more)
        assert found == code
        results = json.loads(out)["results"]
        return [
            {result["file"][7:-4] for result in results if result["skipped"] is skipped} for skipped in (False, True)
        ]

    return build


def put(project, name, text):
    path = project / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def stamped(project):
    """The PDFs that are there: when each was written, and its bytes."""
    files = sorted((project / "output").rglob("*.pdf"))
    return {
        path.relative_to(project / "output").as_posix(): (path.stat().st_mtime_ns, path.read_bytes()) for path in files
    }


ALL = {"a/spel", "a/ander", "b/spel", "b/ander"}


def test_only_what_depends_on_a_changed_card_is_written_again(made, schools):
    assert made() == [ALL, set()]
    before = stamped(schools)
    assert made() == [set(), ALL]
    assert stamped(schools) == before
    put(schools, "decks/spel.yaml", "# een opmerking verandert niets\n\n" + DECK.format(name="spel", text="Eerste."))
    assert made() == [set(), ALL]
    put(schools, "decks/spel.yaml", DECK.format(name="spel", text="Anders."))
    assert made() == [{"a/spel"}, ALL - {"a/spel"}], "school b says its own words in place of the changed card"
    after = stamped(schools)
    assert {name for name in after if after[name][0] != before[name][0]} == {"a/spel.pdf"}
    assert after["a/spel.pdf"][1] != before["a/spel.pdf"][1]
    assert made("--again") == [ALL, set()]
    assert {name: data for name, (_when, data) in stamped(schools).items()} == {
        name: data for name, (_when, data) in after.items()
    }


@pytest.mark.parametrize(
    "file, text, changed",
    [
        ("editions/a/edition.yaml", "edition: a\nname: Anders\nlogo: merk.svg\n", {"a/spel", "a/ander"}),
        (
            "editions/a/edition.yaml",
            "edition: a\nname: School a\nlogo: merk.svg\ncolours: logo\n",
            {"a/spel", "a/ander"},
        ),
        ("editions/a/merk.svg", SQUARE.format(8), {"a/spel", "a/ander"}),
        ("editions/b/edition.yaml", "edition: b\nname: School b\n", {"b/spel"}),
        ("editions/b/layouts/sizes/poker.yaml", SIZE, {"b/spel", "b/ander"}),
        ("layouts/sizes/groot.yaml", SIZE.replace("poker", "groot"), ALL),
        ("editions/b/decks/ander.yaml", DECK.format(name="ander", text="Eerste!"), {"b/ander"}),
    ],
)
def test_whatever_goes_into_a_pdf_counts(made, schools, file, text, changed):
    made()
    put(schools, file, text)
    assert made() == [changed, ALL - changed]


def test_what_is_gone_or_changed_on_disk_is_made_again(made, schools):
    made("--overview")
    before = stamped(schools)
    (schools / "output/a/spel.pdf").unlink()
    put(schools, "output/a/ander.overzicht.pdf", "iets anders")
    put(schools, "output/b/.made/spel.pdf.json", "{}")
    stamp = schools / "output/b/.made/ander.pdf.json"
    stamp.write_text(stamp.read_text("utf-8").replace('"cards": 2', '"cards": 3'), "utf-8")
    assert made("--overview") == [ALL, set()]
    assert {name: data for name, (_when, data) in stamped(schools).items()} == {
        name: data for name, (_when, data) in before.items()
    }
    assert made("--overview") == [set(), ALL]
    assert made() == [ALL, set()], "what was asked for counts too"


def test_the_lock_is_kept_up_of_what_is_skipped(made, schools):
    made()
    lock = schools / "editions/b/edition.lock.yaml"
    before = lock.read_bytes()
    lock.unlink()
    assert made() == [set(), ALL]
    assert lock.read_bytes() == before


def test_warnings_are_told_again_and_are_still_problems_with_strict(main, made, project):
    shutil.copytree(ROOT / "tests/cases/projects/coarse-picture", project, dirs_exist_ok=True)
    put(project, "editions/a/edition.yaml", "edition: a\nname: School a\n")
    command = ("build", "spel", "--edition", "a", "--format", "json")
    first = json.loads(main(*command)[1])["problems"]
    assert [problem["code"] for problem in first] == ["picture-coarse"]
    assert made(command=command) == [set(), {"a/spel"}]
    assert json.loads(main(*command)[1])["problems"] == first
    _code, out, err = main(*command[:4])
    assert "0 pdf’s gemaakt, 1 overgeslagen" in out
    assert err.count("decks/spel.yaml:") == 1
    assert "^^^" in err, "the line is quoted"
    assert main(*command, "--strict")[0] == 1
    path = project / "decks/spel.yaml"
    path.write_text("\n" + path.read_text("utf-8"), encoding="utf-8")
    assert json.loads(main(*command)[1])["problems"][0]["line"] == first[0]["line"] + 1, "never an old place"
    told = json.loads(main(*command, "--lang", "en")[1])["problems"][0]["message"]
    assert "dots an inch" in told, "never in another language"


def test_without_editions_every_pdf_is_made(main, schools):
    for _turn in range(2):
        assert [result["skipped"] for result in json.loads(main(*BUILD[:3], "--format", "json")[1])["results"]] == [
            False
        ] * 2
    assert not (schools / "output/.made").exists()
    code, _out, err = main("build", "--again")
    assert code == 2
    assert "--edition" in err


def test_every_library_counts_or_is_known_not_to():
    """Words come from YAML and command lines as values, which are looked at themselves; Office files are not built."""
    of_no_bytes = {"click", "jinja2", "openpyxl", "python-docx", "python-calamine", "pyyaml", "ruamel.yaml"}
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    assert {name.partition(">")[0] for name in asked} == of_no_bytes | set(LIBRARIES)
