"""Pre-cut sheets on the command line: what is said in Dutch, and the exit codes."""

import json

import pytest

SHEET = ("--sheet", "sigel-lp795")


@pytest.mark.parametrize("slots", ["0", "4-1", "een", "", "1;2"])
def test_slots_that_are_none_are_wrong_use_in_dutch(main, slots):
    code, out, err = main("build", "proef", *SHEET, "--skip-slots", slots)
    assert (code, out) == (2, "")
    assert f"‘{slots}’ noemt geen vakken" in err


@pytest.mark.parametrize(
    "asked, said",
    [
        ((*SHEET, "--skip-slots", "9-12"), "heeft de vakken 1 tot en met 10; --skip-slots noemt 11"),
        (("--skip-slots", "1"), "aangebroken voorgesneden vel, en touching is dat niet"),
        ((*SHEET, "--size", "poker"), "die kaarten zijn 55 × 85 mm"),
        (("--size", "slide", "--order", "cut-and-stack"), "--order"),
        (("--size", "slide", "--skip-slots", "1"), "en page is dat niet"),
    ],
)
def test_what_would_be_ignored_is_wrong_use_in_dutch(main, project, asked, said):
    code, out, err = main("build", "proef", *asked)
    assert (code, out) == (2, "")
    assert said in err
    assert not (project / "output").exists()


def test_what_to_know_is_told_below_the_table_and_to_programs(main):
    _code, out, _err = main("build", "proef", *SHEET, "--skip-slots", "1-3")
    assert "blijven de vakken 1-3 leeg; de eerste kaart komt in vak 4" in out
    assert "begin de volgende keer met --skip-slots 1-4" in out
    _code, out, _err = main("build", "proef", *SHEET, "--skip-slots", "1-3", "--format", "json")
    (result,) = json.loads(out)["results"]
    assert len(result["told"]) == 3
    _code, out, _err = main("build", "proef", "--format", "json")
    assert json.loads(out)["results"][0]["told"] == []


def test_an_outline_is_made_and_other_sheets_are_refused(main, project):
    code, out, _err = main("outline", "sigel-lp795", "--format", "json")
    assert code == 0
    assert json.loads(out)["results"] == [{"sheet": "sigel-lp795", "file": "output/pasvel.sigel-lp795.pdf"}]
    assert (project / "output/pasvel.sigel-lp795.pdf").is_file()
    code, _out, err = main("outline", "touching")
    assert code == 2
    assert "is niet voorgesneden" in err
    assert "sigel-lp795" in err
    assert main("outline", "sigel-lp795", "--tray", "zij")[0] == 2
