"""`kaartenspel forms` as people type it."""

import json


def test_forms_of_a_deck_are_written_and_told(main, project):
    code, out, err = main("forms", "casussen")
    assert (code, err) == (0, "")
    assert "output/casussen.formulier.casus.pdf" in out
    assert (project / "output/casussen.formulier.casus.pdf").read_bytes().startswith(b"%PDF")


def test_a_program_gets_them_as_data(main):
    code, out, _err = main("forms", "proef", "scores", "afspraken", "--fillable", "--format", "json")
    assert code == 0
    results = json.loads(out)["results"]
    assert [(one["form"], one["files"]) for one in results] == [
        ("scores", ["output/proef.formulier.scores.invulbaar.pdf"]),
        ("afspraken", ["output/proef.formulier.afspraken.invulbaar.pdf"]),
    ]


def test_what_is_not_there_is_wrong_use(main, project):
    code, _out, err = main("forms", "casussen", "kasus")
    assert code == 2
    assert "bedoelde je ‘casus’?" in err
    assert main("forms", "casusen")[0] == 2
    assert main("forms", "casussen", "--theme", "standaart")[0] == 2
    assert not (project / "output").exists()


def test_what_is_wrong_in_a_form_is_told_at_its_place(main, project):
    file = project / "layouts/forms/casus.yaml"
    file.parent.mkdir(parents=True)
    file.write_text("form: casus\ntitle: Casus\nkinds: [kees]\nparts:\n  - {part: text, text: Hoi}\n", encoding="utf-8")
    code, _out, err = main("forms", "casussen", "casus")
    assert code == 1
    assert "layouts/forms/casus.yaml:3:9" in err


def test_forms_of_several_editions_each_have_a_folder_and_one_that_is_wrong_keeps_no_other_back(main, project):
    for name, text in (("een", "Een"), ("twee", "Twee")):
        folder = project / "editions" / name
        folder.mkdir(parents=True)
        (folder / "edition.yaml").write_text(f"edition: {name}\nname: School {text}\n", encoding="utf-8")
    assert main("forms", "casussen", "--edition", "editions/*")[0] == 0
    assert sorted(path.parent.name for path in (project / "output").rglob("*.pdf")) == ["een", "twee"]
    (project / "editions/een/edition.yaml").write_text("edition: een\nnaam: Fout\n", encoding="utf-8")
    (project / "output/twee/casussen.formulier.casus.pdf").unlink()
    code, out, err = main("forms", "casussen", "--edition", "editions/*")
    assert code == 1
    assert "editions/een/edition.yaml:2:1" in err
    assert "output/twee/casussen.formulier.casus.pdf" in out
