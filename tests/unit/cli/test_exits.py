"""Each exit code of the contract, what is said with it, and that no earlier PDF is harmed."""

import errno
import json
import os
import signal
import subprocess
import time

import pytest

DECK = "deck: {name}\ntitle: Proef\nkind: statement\ncards:\n  - id: een\n    text: Fouten maken mag\n"


def write(project, name, text=DECK):
    (project / "decks" / f"{name}.yaml").write_text(text.format(name=name), encoding="utf-8")


def outputs(project):
    return {file.name: file.read_bytes() for file in (project / "output").iterdir()}


def test_a_deck_of_one_card_is_built_and_checked(main, project):
    code, out, _err = main("build")
    assert (code, "output/proef.pdf" in out, "1 × A4" in out) == (0, True, True)
    assert main("check")[0] == 0


def test_a_broken_deck_leaves_the_pdfs_of_all_decks(main, project):
    write(project, "ander")
    assert main("build")[0] == 0
    before = outputs(project)
    write(project, "ander", DECK.replace("text:", "tekst:"))
    write(project, "proef", DECK.replace("Fouten", "Nieuwe fouten"))
    code, out, err = main("build")
    assert (code, out) == (1, "")
    assert "decks/ander.yaml:6:5: " in err
    assert "[unknown-field]" in err
    assert "    6 |     tekst: Fouten maken mag\n      |     ^^^^^\n" in err
    assert outputs(project) == before


def test_the_problems_of_all_files_come_in_one_run(main, project):
    write(project, "ander", DECK.replace("text:", "tekst:"))
    write(project, "derde", DECK.replace("statement", "stellign"))
    (project / "layouts/sizes").mkdir(parents=True)
    (project / "layouts/sizes/klein.yaml").write_text("size: klein\ntitle: x\nwidth: 1\nheight: 30\nsheet: spaced\n")
    code, _out, err = main("check")
    assert code == 1
    assert [line.split(":")[0] for line in err.splitlines() if line.endswith("]")] == [
        "decks/ander.yaml", "decks/derde.yaml", "layouts/sizes/klein.yaml",
    ]  # fmt: skip
    assert "3 problemen" in err


def test_two_files_of_one_deck(main, project):
    write(project, "proef-2", DECK.replace("{name}", "proef"))
    code, _out, err = main("build")
    assert code == 1
    assert "[duplicate-deck]" in err
    assert "decks/proef.yaml" in err
    assert "decks/proef-2.yaml" in err


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty-file"),
        (b"# niets\n", "empty-file"),
        (b"%PDF-1.7\n\xff", "not-text"),
        (bytes(range(256)), "not-text"),
    ],
    ids=["empty", "comment", "pdf", "bytes"],
)
def test_a_file_that_is_no_deck(main, project, data, said):
    (project / "decks/proef.yaml").write_bytes(data)
    code, _out, err = main("build")
    assert code == 1
    assert "decks/proef.yaml:1:1: " in err
    assert f"[{said}]" in err


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", "nergens"), ("build", "--maat", "a6"), ("build", "--size", "a66"), ("build", "--theme", "mooi"),
        ("build", "--paper", "a44"), ("build", "--sheet", "zo"), ("build", "--sets", "0"), ("build", "--duplex", "ja"),
        ("build", "--cards", "nergens-*"), ("bouw",), ("check", "nergens"), ("list", "dingen"), ("new", "deck"),
        ("new", "spel", "x"), ("new", "deck", "Mijn Spel"), ("new", "deck", "x", "--kind", "x"), ("--lang", "fr"),
    ],
)  # fmt: skip
def test_wrong_use(main, project, arguments):
    code, out, err = main(*arguments)
    assert code == 2
    assert out == ""
    assert err.strip()
    assert not (project / "output").exists()


def test_several_wrong_options_are_said_at_once(main):
    code, _out, err = main("build", "--size", "a66", "--theme", "mooi", "--paper", "a44")
    assert (code, err.count("[unknown-name]")) == (2, 3)
    assert "bedoelde je ‘a6’?" in err


def test_an_output_folder_that_is_a_file(main, project):
    (project / "uit").write_text("hier staat iets")
    code, _out, err = main("build", "--output", "uit")
    assert code == 4
    assert "uit/proef.pdf" in err
    assert "[cannot-write]" in err
    assert (project / "uit").read_text() == "hier staat iets"


@pytest.mark.parametrize(("number", "words"), [(errno.ENOSPC, "schijf"), (errno.EACCES, "--output"), (errno.EIO, "")])
def test_a_write_that_fails_leaves_the_earlier_pdf(main, project, monkeypatch, number, words):
    assert main("build")[0] == 0
    before = outputs(project)
    write(project, "proef", DECK.replace("Fouten", "Nieuwe fouten"))

    def full(_descriptor):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("kaartenspel.outputs.files.os.fsync", full)
    code, _out, err = main("build")
    assert code == 4
    assert "[cannot-write]" in err
    assert words in err
    assert outputs(project) == before


def test_a_full_disk(main, project):
    disk = project / "vol"
    disk.mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8k", "none", disk], capture_output=True, check=False
    ).returncode:
        pytest.skip("only root may mount a small disk")
    try:
        (disk / "proef.pdf").write_bytes(b"eerder")
        code, _out, err = main("build", "--output", disk)
        assert code == 4
        assert "schijf" in err
        assert {file.name: file.read_bytes() for file in disk.iterdir()} == {"proef.pdf": b"eerder"}
    finally:
        subprocess.run(["umount", disk], check=True)


def test_a_fault_of_ours_is_no_traceback(main, project, monkeypatch):
    def broken(*_arguments, **_more):
        raise ValueError("kapot")

    monkeypatch.setattr("kaartenspel.press.build.load_decks", broken)
    code, _out, err = main("build")
    assert code == 3
    assert "ValueError: kapot" in err
    monkeypatch.setenv("KAARTENSPEL_DEBUG", "1")
    with pytest.raises(AssertionError):  # the fixture sees the traceback that was asked for
        main("build")


def test_interrupted(project, environment, program):
    started = subprocess.Popen([*program, "build", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
    time.sleep(1.5)
    started.send_signal(signal.SIGINT)
    _out, err = started.communicate(timeout=20)
    assert started.returncode == 130
    assert b"Traceback" not in err
    assert "Onderbroken" in err.decode()


def test_a_reader_that_goes_away_is_no_fault(project, environment, program):
    for arguments in (["list"], ["--help"], ["check", "--format", "json"]):
        reading, writing = os.pipe()
        os.close(reading)
        done = subprocess.run(
            [*program, *arguments], stdout=writing, stderr=subprocess.PIPE, env=environment, check=False
        )
        os.close(writing)
        assert (done.returncode, done.stderr) == (0, b""), arguments


def test_json_also_for_what_is_wrong(main, project):
    write(project, "ander", DECK.replace("text:", "tekst:"))
    codes = {}
    for arguments in (("build",), ("check",), ("build", "nergens"), ("build", "--maat"), ("list", "x")):
        code, out, _err = main(*arguments, "--format", "json")
        problems = json.loads(out)["problems"]
        codes[arguments] = (code, [problem["code"] for problem in problems])
    assert codes == {
        ("build",): (1, ["unknown-field"]), ("check",): (1, ["unknown-field"]),
        ("build", "nergens"): (2, ["unknown-name"]),
        ("build", "--maat"): (2, ["usage"]), ("list", "x"): (2, ["usage"]),
    }  # fmt: skip


def test_json_of_what_is_right(main, project):
    code, out, _err = main("build", "--format", "json")
    assert (code, json.loads(out)["results"][0]["file"]) == (0, "output/proef.pdf")
    assert json.loads(main("check", "--format", "json")[1]) == {"files": ["decks/proef.yaml"], "problems": []}
    rows = json.loads(main("list", "decks", "--format", "json")[1])
    (proef,) = (row for row in rows if row["name"] == "proef")
    assert {"title": "Proef", "cards": "1", "file": "decks/proef.yaml"}.items() <= proef.items()
    assert rows == json.loads(main("list", "decks", "--format", "json", "--lang", "en")[1])


def test_warnings_do_not_stop_a_build_but_strict_does(main, project):
    (project / "layouts/themes").mkdir(parents=True)
    theme = "theme: bleek\ntitle: Bleek\nextends: standard\ncolours: {statement: '#ffd700'}\n"
    (project / "layouts/themes/bleek.yaml").write_text(theme)
    code, _out, err = main("build", "--theme", "bleek")
    assert (code, err.count("[low-contrast]")) == (0, 1)
    assert main("check", "layouts/themes/bleek.yaml")[0] == 0
    assert main("check", "--strict", "layouts/themes/bleek.yaml")[0] == 1
    (project / "output/proef.bleek.pdf").unlink()
    assert main("build", "--theme", "bleek", "--strict")[0] == 1
    assert not (project / "output/proef.bleek.pdf").exists()
