"""What can be done at each card that a school scores."""

import pytest

from kaartenspel.load.changes import found_deck, interventions_for
from kaartenspel.load.project import Project
from kaartenspel.problems import Code

DECKS = ("fasekaarten", "ontwikkelmodel", "stellingenspel")


def test_every_card_has_three_to_five_and_every_intervention_is_used(tmp_path):
    project, used = Project(tmp_path), set()
    for name in DECKS:
        for card in found_deck(project, name).cards:
            if not card.kind.unnumbered:
                found = [one.id for one in interventions_for(project, name, card.id)]
                assert 3 <= len(found) == len(set(found)) <= 5, (name, card.id)
                used |= set(found)
    assert used == {card.id for card in found_deck(project, "interventies").cards if card.code}
    assert project.problems == []


@pytest.mark.parametrize(
    "text, place",
    [
        ("  cultuur-33: [stap-1-school-1]\n", (4, 3)),
        ("  cultuur-3: [stap-1-school-1, stap-1-scool-2]\n", (4, 32)),
    ],
)
def test_a_card_that_is_not_there_is_told_at_its_place(tmp_path, text, place):
    folder = tmp_path / "layouts" / "changes"
    folder.mkdir(parents=True)
    (folder / "fasekaarten.yaml").write_text(f"changes: fasekaarten\noffers: interventies\ncards:\n{text}")
    project = Project(tmp_path)
    project.changes("fasekaarten")
    (problem,) = project.problems
    assert (problem.code, problem.place.line, problem.place.column) == (Code.UNKNOWN_NAME, *place)


def test_a_card_that_stands_twice_is_told(tmp_path):
    folder = tmp_path / "layouts" / "changes"
    folder.mkdir(parents=True)
    twice = "changes: fasekaarten\noffers: interventies\ncards:\n  cultuur-3: [stap-1-school-1, stap-1-school-1]\n"
    (folder / "fasekaarten.yaml").write_text(twice)
    project = Project(tmp_path)
    project.changes("fasekaarten")
    (problem,) = project.problems
    assert (problem.code, problem.place.line, problem.place.column) == (Code.WRONG_VALUE, 4, 32)


def test_a_deck_without_a_file_offers_nothing(tmp_path):
    project = Project(tmp_path)
    assert interventions_for(project, "casussen", "wat-dan-ook") == ()
    assert project.problems == []
