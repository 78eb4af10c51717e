"""How paragraphs are broken into lines. The fake measure makes every character half an em wide."""

from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from unit.compose.fake import FixedWidth

from kaartenspel.compose.atoms import atoms, part_wide
from kaartenspel.compose.hyphenation import hyphenator
from kaartenspel.compose.lines import Column, break_lines, fewest_lines
from kaartenspel.compose.spelling import behind_hyphen
from kaartenspel.model.richtext import Run


@dataclass(frozen=True)
class Plain:
    faces: tuple[str, str, str, str] = ("regular", "bold", "italic", "bold-italic")


MEASURE = FixedWidth()
DUTCH = hyphenator("nl", ("stellingen|spel",))


def set_in(text: str, characters: float, *, part: bool = False) -> list[str] | None:
    """The lines of a text in a column so many characters wide."""
    column = Column(characters / 2, 0.5, 0.5)
    parts = atoms((Run(text),), Plain(), MEASURE)
    if part:
        parts = part_wide(parts, column.width, MEASURE, DUTCH)
    lines = break_lines(parts, column)
    if lines is None:
        return None
    return ["".join(_spelled(line)) for line in lines]


def _spelled(line):
    for index, atom in enumerate(line):
        pieces = (atom.behind or atom.pieces) if index == 0 else atom.pieces
        yield "".join(piece.text for piece in pieces)
        if atom.end == "space" and index < len(line) - 1:
            yield " "
        if atom.end == "soft" and index == len(line) - 1:
            yield "-"


def test_lines_are_even_and_as_few_as_can_be():
    # greedy would give ‘een twee drie’ / ‘vier’
    assert set_in("een twee drie vier", 13) == ["een twee", "drie vier"]


def test_a_short_last_word_does_not_stand_alone_where_another_break_exists():
    # the greedy way would leave ‘nu’ alone, and ‘hoe nu’ would be a stub
    assert set_in("Wie zegt er wat tegen wie en hoe nu", 33) == ["Wie zegt er wat tegen", "wie en hoe nu"]


def test_punctuation_does_not_make_a_short_word_long():
    lines = set_in("Je hoort geen tip meer, alleen nog ‘ik kan dit niet’.", 24)
    assert lines is not None
    assert lines[-1] != "niet’."


def test_a_word_that_is_too_wide_is_parted_with_three_letters_a_side():
    lines = set_in("verantwoordelijkheid", 12, part=True)
    assert lines is not None
    assert "".join(line.removesuffix("-") for line in lines) == "verantwoordelijkheid"
    assert all(len(line.removesuffix("-")) >= 3 for line in lines)


def test_words_that_fit_are_never_parted():
    lines = set_in("Onze verantwoordelijkheid begint bij de deur", 14, part=True)
    assert lines is not None
    whole = " ".join(lines).split()
    assert [word for word in ("Onze", "begint", "bij", "de", "deur") if word not in whole] == []


def test_a_compound_is_parted_at_its_seam():
    assert set_in("stellingenspel", 11, part=True) == ["stellingen-", "spel"]


def test_a_diaeresis_that_has_lost_its_use_is_dropped_behind_a_hyphen():
    assert set_in("kopiëren", 5, part=True) == ["kopi-", "eren"]
    assert set_in("kopiëren", 8, part=True) == ["kopiëren"]


def test_a_diaeresis_that_sounds_stays():
    assert behind_hyphen("mid", "öst") == "öst"
    assert behind_hyphen("co", "ördinator") == "ordinator"


def test_a_hard_hyphen_and_a_slash_are_kept_and_may_end_a_line():
    assert set_in("mbo-student", 8) == ["mbo-", "student"]
    assert set_in("scholen/partnerschappen", 15) == ["scholen/", "partnerschappen"]


def test_a_domain_is_parted_behind_its_dots_without_a_hyphen():
    assert set_in("onderzoekscultuur-scholen.platform.nl", 26) == ["onderzoekscultuur-scholen.", "platform.nl"]
    assert set_in("d.w.z. zo", 5) is None


def test_a_no_break_space_holds_words_together():
    assert set_in("van 5\u00a0min", 6) == ["van", "5\u00a0min"]


def test_what_cannot_be_broken_is_said():
    assert set_in("x" * 30, 10) is None
    assert set_in("x" * 30, 10, part=True) is None


@pytest.mark.parametrize("width", [10, 11, 12, 14, 17])
def test_no_two_hyphens_in_a_row(width):
    lines = set_in("verantwoordelijkheidsgevoel samenwerkingsverbanden onderwijsontwikkelingen", width, part=True)
    if lines is not None:
        assert not any(a.endswith("-") and b.endswith("-") for a, b in pairwise(lines))


WORDS = st.lists(st.text("abcdefghij", min_size=1, max_size=9), min_size=1, max_size=30)


@given(WORDS, st.integers(9, 60))
def test_every_word_is_there_in_order_and_no_line_is_too_wide(words, width):
    lines = set_in(" ".join(words), width)
    assert lines is not None
    assert " ".join(lines).split() == words
    assert max(map(len, lines)) <= width


@given(WORDS, st.integers(9, 60))
def test_the_count_is_that_of_the_lines(words, width):
    parts = atoms((Run(" ".join(words)),), Plain(), MEASURE)
    column = Column(width / 2, 0.5, 0.5)
    lines = break_lines(parts, column)
    assert lines is not None
    assert fewest_lines(parts, column) == len(lines)


@given(st.lists(st.tuples(st.text("ab c", min_size=1, max_size=8), st.booleans(), st.booleans()), max_size=6))
def test_faces_change_within_words_and_nothing_is_lost(runs):
    parts = atoms(tuple(Run(text, bold, italic) for text, bold, italic in runs), Plain(), MEASURE)
    assert " ".join("".join(text for text, _b, _i in runs).split()) == " ".join(part.text for part in parts)


def test_a_character_that_a_face_lacks_comes_from_the_fallback():
    (atom,) = atoms((Run("a☐b"),), Plain(), FixedWidth(lacks="☐"))
    assert [(piece.face, piece.text) for piece in atom.pieces] == [
        ("regular", "a"),
        ("fallback", "☐"),
        ("regular", "b"),
    ]


def test_a_longer_last_word_alone_takes_company_where_lines_stay_even():
    assert set_in("Eigen ervaring weegt voor mij zwaarder dan een artikel uit een vakblad.", 17) == [
        "Eigen ervaring", "weegt voor mij", "zwaarder dan", "een artikel uit", "een vakblad."
    ]  # fmt: skip


def test_a_line_does_not_end_just_behind_the_first_word_of_a_sentence():
    assert set_in("Zet nu de datum in de agenda. Wie vraagt ernaar?", 34) == [
        "Zet nu de datum in de agenda.", "Wie vraagt ernaar?"
    ]  # fmt: skip
