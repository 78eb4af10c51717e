"""The small markup of texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaartenspel.model.richtext import Block, Rich, Run, parse, plain


def runs(text: str) -> list[Run]:
    return [run for block in parse(text).blocks for run in block.runs]


def test_bold_and_italic_may_hold_each_other():
    assert runs("een **vet _en schuin_** woord") == [
        Run("een "), Run("vet ", bold=True), Run("en schuin", bold=True, italic=True), Run(" woord"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["2 * 3 * 4", "snake_case_naam", "** los **", "_ los _", "a*b", "**half"])
def test_marks_without_a_partner_stay_as_typed(text):
    assert parse(text).text == text


def test_a_blank_line_parts_paragraphs_and_a_dash_makes_an_item():
    blocks = parse("Eerst dit.\n\n- een\n- twee\n  gaat door").blocks
    assert [(block.text, block.bullet) for block in blocks] == [
        ("Eerst dit.", False),
        ("een", True),
        ("twee gaat door", True),
    ]


def test_plain_text_has_no_marks():
    assert plain("**niet** _vet_").blocks == (Block((Run("**niet** _vet_"),)),)
    assert plain("  ").blocks == ()


@given(st.text("ab *_-\n", max_size=40))
def test_nothing_but_marks_is_lost(text):
    rich = parse(text)
    assert isinstance(rich, Rich)
    letters = [character for character in text if character.isalpha()]
    assert [character for character in rich.text if character.isalpha()] == letters
