"""Decks for a screen: each side of a card that has something to say is a page."""

from collections import Counter

import pytest
from shipped import truth
from shipped.account import account
from shipped.test_fonts import faults
from shipped.test_texts import imprints

SIZES = [name for name in truth.layouts("sizes") if name not in truth.paper_sizes()]
TOO_LONG = ("posters",)
"""The decks with cards whose text a screen does not hold."""
FEW = ("stellingenspel", "werkvormen", "stappenplan")
DECKS = [
    name if name in FEW else pytest.param(name, marks=pytest.mark.full)
    for name in truth.deck_names()
    if name not in TOO_LONG
]


def told(made, deck):
    """What the pages do not say as they must: a card takes its front's page, and its back's where that has its own."""
    pages = [(card, side) for card in deck.slots for side in truth.SIDES[: 1 + truth.kind(card.kind).own_back]]
    wrong = [f"{len(made)} pages for {len(pages)}"] if len(made) != len(pages) else []
    for page, (card, side) in enumerate(pages[: len(made)]):
        others = truth.vocabulary(deck, card) | imprints(card, deck)
        wrong += [f"{card.id}: {what}" for what in account(made.words(page), truth.fragments(card, side), others)]
    return wrong


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", DECKS)
def test_every_card_is_on_the_screen_in_order_and_whole(press, name, size):
    made, deck = press(name, size=size), truth.deck(name)
    assert told(made, deck) == []
    assert faults(made.pdf) == []
    links = Counter(card.link for card in deck.slots if card.link)
    assert Counter(code.text for page in range(len(made)) for code in made.codes(page)) == links


@pytest.mark.parametrize("size", SIZES)
def test_pages_have_the_size_of_the_screen_and_no_caption(press, size):
    made = press("stellingenspel", size=size)
    for page in range(len(made)):
        media = made.pdf.boxes(page)["MediaBox"]
        assert (media.width, media.height) == pytest.approx(made.size, abs=0.01)
        assert "100 %" not in made.pdf.text(page)


def test_a_missing_page_would_be_seen(press):
    made, deck = press("werkvormen", size=SIZES[0]), truth.deck("werkvormen")
    assert told(made, truth.Deck(deck.name, deck.raw, deck.cards[1:]))
    assert told(made, truth.Deck(deck.name, deck.raw, (*deck.cards, deck.cards[1])))
