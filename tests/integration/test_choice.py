"""Choosing cards by id, glob, group or code: what is chosen is printed, with the codes of the full deck."""

import pytest
from integration.test_sets import code

from kaartenspel.problems import UsageError

CHOICES = [
    (("cultuur-2",), ["C2"]),
    (("focus-*",), ["F1", "F2", "F3", "F4", "F5", "F6"]),
    (("expertise",), ["E1", "E2", "E3", "E4", "E5", "E6"]),
    (("C3", "F1"), ["C3", "F1"]),
    (("E6", "cultuur-1", "*-6"), ["C1", "C6", "F6", "E6"]),
    (("speluitleg",), [""]),
    (("*",), ["", *(f"{letter}{number}" for letter in "CFE" for number in range(1, 7))]),
]


@pytest.mark.parametrize("cards, codes", CHOICES, ids="+".join)
def test_the_chosen_cards_are_printed_in_the_order_of_the_deck(shipped_press, cards, codes):
    made = shipped_press("stellingenspel", cards=cards)
    assert [code(face) for face in made.fronts()] == [code(face) for face in made.backs()] == codes
    assert made.result.cards == len(codes)


def test_the_backs_keep_their_count_in_the_full_deck(shipped_press):
    made = shipped_press("stellingenspel", cards=("C3", "F1"))
    said = [" ".join(run.text.strip() for run in face.runs) for face in made.backs()]
    assert ["kaart 3 van 18" in said[0], "kaart 7 van 18" in said[1]] == [True, True]


def test_a_choice_is_another_version_and_another_file(shipped_press):
    made, full = shipped_press("stellingenspel", cards=("C3",)), shipped_press("stellingenspel")
    assert made.captions[0]["version"] != full.captions[0]["version"]
    assert made.result.file.name != full.result.file.name


def test_a_pattern_that_names_no_card_is_refused_with_the_nearest_name(shipped_press):
    with pytest.raises(UsageError) as caught:
        shipped_press("stellingenspel", cards=("cultur-1",))
    assert "cultuur-1" in str(caught.value.problems[0].hint)


def test_a_choice_with_sets_fills_each_set_up(shipped_press):
    made = shipped_press("stellingenspel", cards=("expertise",), sets=2)
    assert (made.result.sheets, made.result.blanks) == (2, 3)
    assert [code(face) for face in made.fronts()] == 2 * ([f"E{n}" for n in range(1, 7)] + [""] * 3)
