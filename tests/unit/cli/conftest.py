import os
import subprocess
import sys
from pathlib import Path

import pytest

DECK = """\
deck: {name}
title: Proef
kind: statement
cards:
  - id: een
    text: Fouten maken mag
    pro: Je leert ervan
    contra: Het kost tijd
"""
SOURCE = Path(__file__).parents[3] / "src"
PROGRAM = [sys.executable, "-c", "import sys; from kaartenspel.cli import main; sys.exit(main())"]


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A folder with one deck, to work in."""
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "proef.yaml").write_text(DECK.format(name="proef"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("KAARTENSPEL_LANG", "KAARTENSPEL_DEBUG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def environment():
    """What a console brings along."""
    kept = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("LC_", "LANG", "KAARTENSPEL", "NO_COLOR"))
    }
    return kept | {"PYTHONPATH": str(SOURCE), "PYTHONUTF8": "1"}


@pytest.fixture
def run(project, environment):
    """Runs the program as a process of its own; gives its exit code and what it said."""

    def runs(*arguments, stdin=b"", **more):
        done = subprocess.run(
            [*PROGRAM, *arguments], input=stdin, capture_output=True, env=environment | more, timeout=120, check=False
        )
        assert b"Traceback" not in done.stderr
        return done

    return runs


@pytest.fixture
def main(project, capsys):
    """Runs the program in this process: exit code, standard output, standard error."""
    from kaartenspel.cli import main

    def runs(*arguments):
        code = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return code, said.out, said.err

    return runs


@pytest.fixture
def program():
    """How the program is started as a process of its own."""
    return PROGRAM
