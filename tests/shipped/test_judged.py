"""docs/teksten.md judges five cards of each deck beside their source: the cards and labels are those of today."""

import re
from collections import Counter
from pathlib import Path

import pytest

from kaartenspel.compose.shorten import text_of
from kaartenspel.load.project import Project
from kaartenspel.model.card import LoadedDeck
from kaartenspel.press.choose import deck_paths, load_decks

PAGE = (Path(__file__).parents[2] / "docs/teksten.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `([a-z-]+)/([a-z0-9-]+)` \| `([a-z0-9-]+)`, ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
ROWS = ROW.findall(PAGE)
EACH = 5


@pytest.fixture(scope="module")
def project(empty) -> Project:
    return Project(empty)


@pytest.fixture(scope="module")
def decks(project) -> dict[str, LoadedDeck]:
    return {deck.deck.deck: deck for deck in load_decks(project, deck_paths(project, ()), b"")}


def said(value: object) -> list[str]:
    """The texts of a field: one, or those of a list."""
    return [text_of(item) for item in value] if isinstance(value, tuple) else [text_of(value)]


def test_five_cards_of_each_deck_are_judged(decks):
    assert Counter(deck for deck, *_rest in ROWS) == dict.fromkeys(decks, EACH)
    assert len({(deck, card) for deck, card, *_rest in ROWS}) == EACH * len(decks)


@pytest.mark.parametrize("row", ROWS, ids=["/".join(row[:2]) for row in ROWS])
def test_what_is_judged_is_what_the_card_says_today(decks, project, row):
    deck, card, item, label, text, judged = row
    (found,) = [each for each in decks[deck].cards if each.id == card]
    (raw,) = [each for each in decks[deck].deck.cards if each.id == card]
    assert item in raw.based_on
    assert label == {key: name for origin in project.origins().values() for key, name in origin.items.items()}[item]
    assert text in [part for value in found.fields.values() for part in said(value)]
    assert len(judged.split()) >= 3
