"""The version in a sheet's margin changes with what is printed, and with nothing else."""

import shutil

import pytest
import yaml
from shipped import truth

CARDS = [
    {"id": "k-1", "group": "een", "text": "Eerste zin.", "question": "En dan?", "pro": "Wel.", "contra": "Niet."},
    {"id": "k-2", "group": "twee", "text": "Tweede zin.", "see": "dialooginstrument"},
    {"id": "uitleg", "kind": "instruction", "title": "Zo doe je het", "purpose": "Praten.", "steps": ["Begin."],
     "variants": ["Anders."]},
]  # fmt: skip


def with_card(index, **changed):
    return [{**card, **changed} if number == index else card for number, card in enumerate(CARDS)]


def version(made):
    (found,) = {said["version"] for said in made.captions}
    return found


@pytest.fixture
def plain(project):
    return version(project.deck(CARDS).make())


OTHER_GROUPS = {"een": {"title": "Uno", "code": "A"}, "twee": {"title": "Tweede groep", "code": "B"}}
PRINTED = {
    "a text": (with_card(0, text="Eerste zin!"), {}),
    "a second field": (with_card(0, question="En nu?"), {}),
    "a field that went": ([{**CARDS[0], "question": ""}, *CARDS[1:]], {}),
    "a step": (with_card(2, steps=["Begin.", "Stop."]), {}),
    "a field on the back": (with_card(2, variants=["Online."]), {}),
    "what a QR opens": (with_card(1, see="leren-en-werken-in-teams"), {}),
    "whose idea it is": (with_card(1, source="katern-lerende-organisatie"), {}),
    "the order": (CARDS[1::-1] + CARDS[2:], {"groups": {"g": {"title": "G", "code": "G"}}}),
    "the title": (CARDS, {"title": "Ander spel"}),
    "the subtitle": (CARDS, {"subtitle": "Anders"}),
    "the title of a group": (CARDS, {"groups": OTHER_GROUPS}),
    "a card more": ([*CARDS, {"id": "k-3", "group": "twee", "text": "Derde zin."}], {}),
}  # fmt: skip
TOOL = {"title": "Dialooginstrument", "short": "Dialooginstrument", "use": "helpt bij een goed gesprek",
        "url": "https://www.platformsamenopleiden.nl/wp-content/uploads/2019/11/Dialooginstrument.pdf"}  # fmt: skip
KIND = """kind: statement
title: Stelling
extends: blank
unnumbered: false
size: poker
colour: statement
fields:
  text: {type: rich, label: Stelling, required: true}
  question: {type: rich, label: Vraag}
  pro: {type: rich, label: Voor}
  contra: {type: rich, label: Tegen}
front:
  regions:
    - {region: band, title: Woorden van de soort}
    - {region: text, field: text, style: read-aloud, heading: Kop}
    - {region: foot}
"""
UNPRINTED = {
    "a reason for": (with_card(0, pro="Zeker wel."), {}),
    "a reason against": (with_card(0, contra="Zeker niet."), {}),
    "what it rests on": (with_card(0, based_on=["lo-cultuur-01"], source=None), {}),
    "the notes": (CARDS, {"notes": "Voor de beheerder."}),
    "the name of a card": (with_card(0, id="anders"), {}),
}


@pytest.mark.parametrize("what", PRINTED)
def test_what_is_printed_changes_the_version(project, plain, what):
    cards, deck = PRINTED[what]
    if what == "the order":
        cards = [{**card, "group": "g"} if "group" in card else card for card in cards]
    cards = [{key: value for key, value in card.items() if value != ""} for card in cards]
    assert version(project.deck(cards, **deck).make()) != plain


@pytest.mark.parametrize("what", UNPRINTED)
def test_what_is_not_printed_leaves_the_version(project, plain, what):
    cards, deck = UNPRINTED[what]
    cards = [{key: value for key, value in card.items() if value is not None} for card in cards]
    assert version(project.deck(cards, **deck).make()) == plain


@pytest.mark.parametrize("changed", [{"use": "helpt bij praten"}, {"short": "Instrument"}, {"status": "archived"}])
def test_what_is_said_of_a_source_changes_the_version(project, plain, changed):
    own = project.folder / "decks" / "sources.yaml"
    own.write_text(yaml.safe_dump({"sources": {"dialooginstrument": TOOL}}), "utf-8")
    assert version(project.make()) == plain
    own.write_text(yaml.safe_dump({"sources": {"dialooginstrument": {**TOOL, **changed}}}), "utf-8")
    assert version(project.make()) != plain


@pytest.mark.parametrize("words", ["Woorden van de soort", "Kop"])
def test_the_words_of_a_kind_change_the_version(project, words):
    kinds = project.folder / "layouts" / "kinds"
    kinds.mkdir(parents=True)
    (kinds / "statement.yaml").write_text(KIND, "utf-8")
    first = version(project.deck(CARDS[:2]).make())
    (kinds / "statement.yaml").write_text(KIND.replace("label: Voor", "label: Ja"), "utf-8")
    assert version(project.make()) == first
    (kinds / "statement.yaml").write_text(KIND.replace(words, "Anders"), "utf-8")
    assert version(project.make()) != first


def test_the_count_of_the_full_deck_on_a_chosen_card_changes_the_version(project):
    first = version(project.deck(CARDS[:2]).make(cards=("k-1",)))
    assert version(project.deck([*CARDS[:2], {"id": "k-3", "text": "Derde."}]).make(cards=("k-1",))) != first


def test_a_subtitle_that_another_line_on_the_back_replaces_leaves_the_version(project):
    first = version(project.deck(CARDS, back="Op de achterkant").make())
    assert version(project.deck(CARDS, back="Op de achterkant", subtitle="Ongezien").make()) == first


@pytest.mark.parametrize(
    "options",
    [{"sets": 2}, {"size": "tarot"}, {"paper": "a3"}, {"duplex": "fold"}, {"duplex": "none"}, {"sheet": "spaced"},
     {"order": "fronts-then-backs"}],
    ids=str,
)  # fmt: skip
def test_how_it_is_printed_leaves_the_version(project, plain, options):
    assert version(project.make(**options)) == plain


def test_a_theme_leaves_the_version(project, plain):
    themes = project.folder / "layouts" / "themes"
    themes.mkdir(parents=True)
    shutil.copy(truth.ROOT / "layouts" / "themes" / "standard.yaml", themes / "eigen.yaml")
    text = (themes / "eigen.yaml").read_text("utf-8").replace("theme: standard", "theme: eigen")
    (themes / "eigen.yaml").write_text(text.replace("#0f6e78", "#0f4e78"), "utf-8")
    made = project.make(theme="eigen")
    assert version(made) == plain
    assert made.data != project.make().data


def test_every_side_bears_the_same_version_in_six_hex_digits(project, plain):
    made = project.make(sets=2)
    assert {said["version"] for said in made.captions} == {plain}
    assert len(plain) == 6
