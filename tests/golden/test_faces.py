"""Faces are what they were: a change of looks shows as lines of text. `python tests/golden/faces.py` writes anew."""

import pytest
from golden.faces import CARDS, FOLDER, drawn


@pytest.fixture(scope="module")
def faces() -> dict[str, str]:
    return drawn()


@pytest.mark.parametrize("deck", CARDS)
def test_a_face_is_what_it_was(faces, deck):
    name = f"{deck}.{CARDS[deck]}.txt"
    assert faces[name].splitlines() == (FOLDER / name).read_text(encoding="utf-8").splitlines()


def test_a_shift_of_a_tenth_of_a_millimetre_would_show(faces):
    text = faces["stellingenspel.cultuur-3.txt"]
    assert text.replace("text 5.00 ", "text 5.10 ", 1) != text
