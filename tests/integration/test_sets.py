"""Sets, copies, and the order of sides, on finished PDFs."""

import re
from collections import Counter

import pytest
from shipped import truth

BLANK = "Jullie eigen kaart"
CODES = [card.code for card in truth.deck("stellingenspel").cards]
SHEETS, BLANKS = divmod(len(CODES) + 8, 9)[0], -len(CODES) % 9  # nine poker cards on a sheet


def code(face):
    """The code on a face, or nothing."""
    found = [run.text.strip() for run in face.runs if re.fullmatch(r"[A-Z]{1,2}\d+", run.text.strip())]
    return found[0] if found else ""


def sets_of(made, faces):
    """The faces of each set."""
    each = len(faces) // made.result.sets
    return [faces[start : start + each] for start in range(0, len(faces), each)]


@pytest.fixture(scope="module")
def three(shipped_press):
    return shipped_press("stellingenspel", sets=3)


def test_each_set_starts_on_a_sheet_of_its_own_and_is_whole(three):
    assert (three.result.sets, three.result.sheets, three.result.blanks) == (3, 3 * SHEETS, BLANKS)
    assert len(three) == 6 * SHEETS
    numbers = [int(three.captions[page]["set"]) for page in three.pages("voorkant")]
    assert numbers == [1] * SHEETS + [2] * SHEETS + [3] * SHEETS
    for fronts in sets_of(three, three.fronts()):
        assert [code(face) for face in fronts] == CODES + [""] * BLANKS


def test_blank_cards_fill_the_last_sheet_of_each_set(three):
    for fronts in sets_of(three, three.fronts()):
        blank = [bool(face.whole(BLANK)) for face in fronts]
        assert blank == [False] * len(CODES) + [True] * BLANKS
    assert not any(face.whole(BLANK) for face in three.backs())


def test_backs_carry_the_number_of_their_set(three):
    for number, backs in enumerate(sets_of(three, three.backs()), start=1):
        said = [" ".join(run.text.strip() for run in face.runs) for face in backs]
        assert all(f"set {number}" in text for text in said[1:])
        assert not any(f"set {other}" in text for text in said for other in {1, 2, 3} - {number})


def test_one_set_asked_for_has_its_number_and_its_blanks_too(shipped_press):
    made = shipped_press("dialoogvragen", sets=1)
    assert made.result.blanks == 6
    assert {said["set"] for said in made.captions} == {"1"}


def test_without_sets_the_last_sheet_is_partial(shipped_press):
    made = shipped_press("stellingenspel")
    last = 2 * SHEETS - 2
    assert (made.result.blanks, len(made), made.count(last)) == (0, 2 * SHEETS, 9 - BLANKS)
    assert len(made.boxes(last)) == 9 - BLANKS
    assert {code(face) for face in made.fronts()[-(9 - BLANKS) :]} == set(CODES[-(9 - BLANKS) :])
    assert CODES[-1] in {code(face) for face in made.backs()[-(9 - BLANKS) :]}


def test_copies_stand_on_paper_as_often_as_asked(project):
    cards = [{"id": f"k-{n}", "group": "een", "text": f"Kaart nummer {n}", "copies": str(n)} for n in (3, 0, 1, 7)]
    made = project.deck(cards).make()
    assert Counter(map(code, made.fronts())) == Counter(map(code, made.backs())) == {"A1": 3, "A3": 1, "A4": 7}
    assert made.result.cards == 11


def test_all_fronts_then_all_backs_in_the_order_of_the_fronts(shipped_press):
    made = shipped_press("stellingenspel", order="fronts-then-backs")
    assert [(said["sheet"], said["side"]) for said in made.captions] == [
        (sheet, side) for side in ("voorkant", "achterkant") for sheet in map(str, range(1, SHEETS + 1))
    ]
    plain = shipped_press("stellingenspel")
    assert [code(face) for face in made.backs()] == [code(face) for face in plain.backs()]
    assert [face.box for face in made.backs()] == [face.box for face in plain.backs()]


def set_said(face):
    """The number of the set that a back names, or nothing."""
    found = re.search(r"\bset (\d+)", " ".join(run.text.strip() for run in face.runs))
    return found[1] if found else ""


def stacked(made):
    """The code and the set of each card, after the finished PDF's pile was cut and its piles laid on each other.

    What lies at one place of the paper, from the first sheet to the last, is a pile. The piles follow each other in
    reading order: rows from above, and from the left within a row.
    """
    piles: dict[tuple[float, float], list[tuple[str, str]]] = {}
    for front, back in zip(made.fronts(), made.backs(), strict=True):
        place = (round(front.box.y, 1), round(front.box.x, 1))
        piles.setdefault(place, []).append((code(front), set_said(back)))
    return [card for _place, pile in sorted(piles.items()) for card in pile]


@pytest.mark.parametrize("asked", [{"sets": 3}, {"duplex": "short-edge"}, {"duplex": "fold"}, {"size": "a6"}], ids=str)
def test_a_pile_cut_through_gives_sorted_sets(shipped_press, asked):
    made, plain = (shipped_press("stellingenspel", order=order, **asked) for order in ("cut-and-stack", "interleaved"))
    in_order = [(code(front), set_said(back)) for front, back in zip(plain.fronts(), plain.backs(), strict=True)]
    assert stacked(made) == in_order
    assert stacked(plain) != in_order
    assert made.result.sheets == plain.result.sheets


def test_the_sets_of_a_pile_follow_each_other_whole(shipped_press):
    """Codes are alike in each set, so only the numbers on the backs show that no card of another set is among them."""
    cards = stacked(shipped_press("stellingenspel", order="cut-and-stack", sets=3))
    each = len(CODES) + BLANKS
    for number, start in enumerate(range(0, len(cards), each), start=1):
        of_set = cards[start : start + each]
        assert [name for name, _set in of_set] == CODES + [""] * BLANKS
        assert {said for name, said in of_set if name} == {str(number)}
    assert len(cards) == 3 * each


def test_one_sided_paper_has_no_backs(shipped_press):
    made = shipped_press("stellingenspel", duplex="none")
    assert [said["side"] for said in made.captions] == ["voorkant"] * SHEETS
    assert not any("Lees voor, kies, praat" in made.pdf.text(page) for page in range(SHEETS))
    assert [code(face) for face in made.fronts()] == CODES


def test_folded_paper_has_both_faces_on_one_side(shipped_press):
    made = shipped_press("stellingenspel", duplex="fold")
    assert {said["side"] for said in made.captions} == {"voorkant"}
    assert len(made) == made.result.sheets == -(-len(CODES) // made.result.per_sheet)
    codes = [code(face) for face in made.backs()]
    assert codes == [code(face) for face in made.fronts()]
    assert sorted(codes) == sorted(CODES)
