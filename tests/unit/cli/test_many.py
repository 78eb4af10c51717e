"""Thousands of problems: the first are shown and the others counted, and a program gets them all."""

import json

import pytest

from kaartenspel.cli.report import MOST_SHOWN
from kaartenspel.reading import files
from kaartenspel.reading.files import read_bytes

COUNT = 3 * MOST_SHOWN
HEAD = "deck: veel\ntitle: Veel\nkind: {kind}\ncards:\n"
WRONG = "  - id: kaart-{number}\n    tekst: Fouten maken mag\n"
ADVISED = "  - id: kaart-{number}\n    text: Fouten maken mag. Echt waar.\n    pro: Ja.\n    contra: Nee.\n"


@pytest.fixture
def deck(project):
    """Writes `decks/veel.yaml` in the project, in place of its first deck."""
    (project / "decks/proef.yaml").unlink()

    def writes(*cards, kind="statement"):
        (project / "decks/veel.yaml").write_text(HEAD.format(kind=kind) + "".join(cards), encoding="utf-8")

    return writes


def shown(err: str) -> list[int]:
    """The lines of the file that problems are shown of, in the order of the screen."""
    return [int(said.split(":")[1]) for said in err.splitlines() if said.startswith("decks/veel.yaml:")]


@pytest.mark.parametrize("command", ["check", "build"])
def test_the_first_by_place_are_shown_and_the_others_counted(deck, main, command):
    deck(*(WRONG.format(number=number) for number in range(COUNT)))
    code, _out, err = main(command, "veel")
    assert code == 1
    assert shown(err) == [6 + 2 * number for number in range(MOST_SHOWN)]
    assert err.splitlines()[-2] == f"… en nog {COUNT - MOST_SHOWN}; met --format json krijg je ze allemaal"
    assert err.splitlines()[-1] == f"{COUNT} problemen"


def test_a_program_gets_all(deck, main):
    deck(*(WRONG.format(number=number) for number in range(COUNT)))
    code, out, _err = main("check", "veel", "--format", "json")
    assert code == 1
    assert len(json.loads(out)["problems"]) == COUNT


def test_as_many_as_are_shown_need_no_count_of_others(deck, main):
    deck(*(WRONG.format(number=number) for number in range(MOST_SHOWN)))
    _code, _out, err = main("check", "veel")
    assert (len(shown(err)), "… en nog" in err) == (MOST_SHOWN, False)


def test_warnings_take_no_room_of_what_must_be_mended(deck, main):
    good = [ADVISED.format(number=number) for number in range(COUNT)]
    deck(*good, WRONG.format(number="laatste"))
    code, _out, err = main("check", "veel")
    assert code == 1
    assert len(shown(err)) == MOST_SHOWN
    assert shown(err)[-1] == 6 + 4 * COUNT
    assert shown(err) == sorted(shown(err))


def test_an_unknown_kind_on_each_card_reads_the_kinds_once(deck, main, monkeypatch):
    asked = []
    monkeypatch.setattr(files, "read_bytes", lambda path: (asked.append(path), read_bytes(path))[1])
    deck(*(ADVISED.format(number=number) for number in range(50)), kind="stellign")
    code, _out, err = main("check", "veel")
    assert code == 1
    assert "bedoelde je ‘statement’?" in err
    assert max(asked.count(path) for path in asked) <= 2
