"""The name that is proposed where a text cannot be one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from kaartenspel.model.values import ident


def proposal(text: str) -> str:
    with pytest.raises(PydanticCustomError) as caught:
        ident(text)
    return caught.value.context["hint"].split("‘")[-1].rstrip("’")


@pytest.mark.parametrize(
    "text, name",
    [
        ("Eén kaart", "een-kaart"), ("E\u0301e\u0301n kaart", "een-kaart"), ("Privé & werk", "prive-werk"),
        ("Straße", "strasse"), ("Ĳsberg", "ijsberg"), ("Ærø", "aero"), ("Łódź", "lodz"), ("Coördinatie", "coordinatie"),
        ("Foto’s en duo's", "fotos-en-duos"), ("Stelling_1", "stelling-1"), ("  Onze  kaart! ", "onze-kaart"),
        ("№ 3", "no-3"), ("???", "mijn-naam"), ("Γειά", "mijn-naam"),
    ],
)  # fmt: skip
def test_letters_keep_what_can_be_kept_of_them(text, name):
    assert proposal(text) == name


@given(st.text())
def test_what_is_proposed_can_be_a_name(text):
    try:
        ident(text)
    except PydanticCustomError as error:
        said = error.context["hint"].split("‘")[-1].rstrip("’")
        assert ident(said) == said
