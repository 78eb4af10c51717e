"""What people read: in their language, on any console, in colour only where it is wanted."""

import json
import re

import pytest

BROKEN = "deck: {name}\ntitel: Proef\nkind: stellign\ncards:\n  - id: een\n    text: Fouten – maken…\n"


@pytest.fixture
def broken(project):
    (project / "decks/proef.yaml").write_text(BROKEN.format(name="proef"), encoding="utf-8")


def test_a_problem_looks_as_the_contract_says(main, broken):
    _code, _out, err = main("check")
    place, line, caret, hint = err.splitlines()[:4]
    assert place == "decks/proef.yaml:2:1: onbekend veld ‘titel’ [unknown-field]"
    assert (line, caret) == ("    2 | titel: Proef", "      | ^^^^^")
    assert hint.startswith("   bedoelde je ‘title’? mogelijk is hier: deck, title, subtitle, kind, ")
    assert "2 problemen" in err


def test_english_when_asked_for(main, broken, monkeypatch):
    assert "unknown field ‘titel’" in main("check", "--lang", "en")[2]
    assert "unknown field ‘titel’" in main("--lang=en", "check")[2]
    monkeypatch.setenv("KAARTENSPEL_LANG", "en")
    assert "unknown field ‘titel’" in main("check")[2]
    assert "onbekend veld ‘titel’" in main("--lang", "nl", "check")[2]


@pytest.mark.parametrize("command", [(), ("build",), ("check",), ("list",), ("new",)])
def test_help_is_dutch_throughout(main, command):
    code, out, _err = main(*command, "--help")
    assert code == 0
    english = re.findall(r"\b(?:the|Show\w*|default|OPTIONS|COMMAND|ARGS|NUMBER|FOLDER|FILE|INTEGER|Usage)\b", out)
    assert english == []
    assert "Gebruik: kaartenspel" in out
    assert "OPTIES" in out


def test_help_shows_defaults_in_words(main):
    out = main("build", "--help")[1]
    assert "standaard: a4" in " ".join(out.split())
    assert "1–999" in out


def test_a_pipe_gets_no_colour(run, broken):
    done = run("check")
    assert done.returncode == 1
    assert b"\x1b" not in done.stderr + done.stdout


def test_a_terminal_gets_colour_unless_it_says_no(project, broken, environment, program):
    assert b"\x1b[31m" in on_a_terminal(program, environment)
    assert b"\x1b[" not in on_a_terminal(program, environment | {"NO_COLOR": "1"})
    assert b"\x1b[" not in on_a_terminal(program, environment | {"TERM": "dumb"})


def on_a_terminal(program, environment):
    pty = pytest.importorskip("pty")
    import os
    import subprocess

    ours, theirs = pty.openpty()
    subprocess.run([*program, "check"], env={"TERM": "xterm"} | environment, stdout=theirs, stderr=theirs, check=False)
    os.close(theirs)
    said = b""
    try:
        while part := os.read(ours, 65536):
            said += part
    except OSError:  # Linux says so at the end
        pass
    os.close(ours)
    return said


def test_a_console_of_ascii_gets_substitutes(run, broken):
    done = run("check", PYTHONIOENCODING="ascii", PYTHONUTF8="0", LANG="C", LC_ALL="C")
    assert done.returncode == 1
    assert b"onbekend veld 'titel' [unknown-field]" in done.stderr
    assert b"Fouten - maken..." not in done.stdout
    assert run("list", "sizes", PYTHONIOENCODING="ascii", PYTHONUTF8="0").returncode == 0
    assert run("--help", PYTHONIOENCODING="cp850", PYTHONUTF8="0").returncode == 0


def test_json_on_a_console_of_ascii(run, broken):
    done = run("check", "--format", "json", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert {problem["code"] for problem in json.loads(done.stdout)["problems"]} == {"unknown-field", "unknown-name"}


def test_the_version(main):
    code, out, _err = main("--version")
    assert (code, bool(re.fullmatch(r"kaartenspel \d+\.\d+\.\d+\S*\n", out))) == (0, True)


def test_a_long_line_is_shown_around_the_caret(main, project):
    text = "a" * 300 + " <b>hier</b> " + "z" * 300
    deck = f"deck: proef\ntitle: Proef\nkind: statement\ncards:\n  - id: een\n    text: {text}\n"
    (project / "decks/proef.yaml").write_text(deck, encoding="utf-8")
    _place, line, caret, *_rest = main("check")[2].splitlines()
    assert line[caret.index("^") :].startswith("<b>")
    assert len(line) < 120
