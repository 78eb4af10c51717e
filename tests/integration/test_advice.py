"""Checks of texts: advice of `check` that a build does not give, and rules that a school writes itself."""

import pytest

from kaartenspel.press.check import check
from kaartenspel.problems import Code

RULES = """\
checks: {name}
title: Eigen regels
kinds: [statement]
rules:
  - {{rule: max-words, field: text, most: 2, why: Bij ons is een stelling kort.}}
"""
GOOD = {"id": "een", "text": "Fouten maken mag.", "pro": "Je leert ervan.", "contra": "Het kost tijd."}


def advice(project):
    problems, _looked = check((str(project.folder / "decks/proef.yaml"),), project.folder)
    assert {problem.code for problem in problems} <= {Code.TEXT_ADVICE}
    assert all(problem.warning and problem.hint for problem in problems)
    return [problem.message for problem in sorted(problems, key=lambda problem: problem.order)]


def rules(project, name):
    folder = project.folder / "layouts/checks"
    folder.mkdir(parents=True)
    (folder / f"{name}.yaml").write_text(RULES.format(name=name), encoding="utf-8")


def test_shipped_decks_need_no_advice(tmp_path):
    problems, looked = check((), tmp_path)
    assert [(problem.place.source.name, problem.place.line, problem.message) for problem in problems] == []
    assert any(name.endswith("layouts/checks/statement.yaml") for name in looked)


def test_a_good_card_gets_none(project):
    assert advice(project.deck([GOOD])) == []


def test_a_build_gives_none(project):
    made = project.deck([GOOD | {"text": "Is dat zo? Ja."}]).make()
    assert made.result.cards == 1
    assert advice(project)


def test_a_statement_is_asked_for_a_reason_on_both_sides(project):
    bare = {"id": "twee", "text": "Fouten maken moet."}
    contra, pro = advice(project.deck([bare]))
    assert ("‘contra’" in contra, "‘pro’" in pro) == (True, True)
    (contra,) = advice(project.deck([bare | {"pro": "Je leert ervan."}]))
    assert "‘contra’" in contra


def test_one_warning_names_all_cards_without_a_reason(project):
    bare = {"id": "twee", "text": "Fouten maken moet."}
    contra, _pro = advice(project.deck([GOOD, bare, bare | {"id": "drie"}]))
    assert "twee, drie" in contra


def test_a_build_does_not_ask_for_reasons(project, capsys):
    from kaartenspel.cli import main

    project.deck([{"id": "een", "text": "Fouten maken mag."}])
    assert main(["build", "--strict", str(project.folder / "decks/proef.yaml"), "--output", str(project.folder)]) == 0
    assert "contra" not in "".join(capsys.readouterr())


def test_own_rules_come_beside_the_shipped_ones(project):
    project.deck([GOOD])
    rules(project, "kort")
    (message,) = advice(project)
    assert "een" in message


def test_own_rules_of_a_shipped_name_take_their_place(project):
    project.deck([GOOD | {"text": "Fouten maken? Mag."}])
    rules(project, "statement")
    (message,) = advice(project)
    assert "3" in message


@pytest.mark.parametrize("language, count", [("nl", 1), ("en", 0)])
def test_dutch_rules_are_for_dutch_decks(project, language, count):
    assert len(advice(project.deck([GOOD | {"question": "No question."}], language=language))) == count


def test_what_must_change_anyhow_gets_no_advice_on_top(project):
    project.deck([GOOD | {"text": "Een lange zin. " * 60}])
    problems, _looked = check((str(project.folder / "decks/proef.yaml"),), project.folder)
    assert [problem.code for problem in problems] == [Code.TEXT_TOO_LONG]
