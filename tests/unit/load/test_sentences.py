"""What each sort of rule finds in a text, and what it leaves in peace."""

import pytest

from kaartenspel.load.sentences import SAYS
from kaartenspel.model.checks import Checks
from kaartenspel.model.richtext import parse

NO = ["niet", "geen", "niemand", "nooit", "zonder", "onwel*"]
VERBS = ["kies", "nodig … uit", "breng … bij elkaar"]


def says(sort, text, **options):
    rule = {"rule": sort, "field": "text", "why": "Daarom.", **options}
    (checked,) = Checks.model_validate({"checks": "a", "title": "A", "kinds": ["a"], "rules": [rule]}).rules
    return SAYS[sort](checked, parse(text))


@pytest.mark.parametrize(
    "text, wrong",
    [
        ("Een twee drie.", False),
        ("Een twee drie vier.", True),
        ("Eén – twee, drie!", False),
        ("Zo’n foto-album: mooi.", False),
        ("**Een** _twee_ drie", False),
    ],
)
def test_words_are_counted_as_people_count_them(text, wrong):
    assert bool(says("max-words", text, most="3")) == wrong


@pytest.mark.parametrize(
    "text, wrong",
    [
        ("Een zin.", False),
        ("Een zin. Nog een zin.", True),
        ("Een zin! ‘Nog een zin.’", True),
        ("Wij zeggen ‘dat kan niet.’ en lachen.", False),
        ("Wat ik nog niet wist… komt later.", False),
        ("Om 13.30 uur, lokaal 2.14, is er koffie.", False),
        ("Een alinea\n\nen nog een", True),
        ("Eerst dit; dan dat: zo.", False),
    ],
)
def test_sentences(text, wrong):
    assert bool(says("one-sentence", text)) == wrong


@pytest.mark.parametrize(
    "text, wrong",
    [("Wie?", False), ("Wie zei ‘mag dat?’", False), ("Wie? Zeg het.", True), ("Wie (en hoe?)", False), ("Zeg", True)],
)
def test_endings(text, wrong):
    assert bool(says("ends-with", text, endings=["?"])) == wrong


def test_characters():
    assert "‘?’" in says("no-character", "Waarom?", characters=["?", "!"])
    assert says("no-character", "Daarom.", characters=["?", "!"]) == ""


@pytest.mark.parametrize(
    "text, wrong",
    [
        ("Kies er een.", False),
        ("‘Kies’ er een.", False),
        ("**Kies** er een.", False),
        ("Kiezen is lastig.", True),
        ("Nodig ouders uit om mee te kijken.", False),
        ("Nodig is vooral een uitweg.", True),
        ("Breng alle kenners bij elkaar, vaak.", False),
        ("Breng bij de kenners thee.", True),
        ("De leiding kiest.", True),
    ],
)
def test_beginnings(text, wrong):
    assert bool(says("starts-with-one-of", text, words=VERBS)) == wrong


@pytest.mark.parametrize(
    "text, wrong",
    [
        ("Niemand zegt nooit iets.", True),
        ("Wij zijn niet onwelwillend.", True),
        ("Wij doen dat niet. Niemand ziet het.", False),
        ("Zonder plan beginnen mag.", False),
        ("Niet alleen wij, maar geen van allen.", True),
    ],
)
def test_negations(text, wrong):
    assert bool(says("no-double-negation", text, words=NO)) == wrong
