"""Decks for a screen: each side of a card that has something to say is a page."""

from collections import Counter

import pytest
from shipped import truth
from shipped.account import account
from shipped.made import make
from shipped.test_fonts import faults
from shipped.test_texts import imprints

from kaartenspel.problems import Code, KaartenspelError

SIZES = [name for name in truth.layouts("sizes") if name not in truth.paper_sizes()]
FEW = ("stellingenspel", "werkvormen", "stappenplan")
DECKS = [name if name in FEW else pytest.param(name, marks=pytest.mark.full) for name in truth.deck_names()]


@pytest.fixture
def school_deck(tmp_path):
    """Builds a deck of one card with this text."""

    def build(text, **options):
        (tmp_path / "decks").mkdir()
        deck = f"deck: lang\ntitle: Lang\nkind: statement\ncards:\n  - {{id: een, text: {text.strip()}}}\n"
        (tmp_path / "decks" / "lang.yaml").write_text(deck, encoding="utf-8")
        return make(tmp_path / "output", "lang", tmp_path, **options)

    return build


def told(made, deck):
    """What the pages do not say as they must: a card takes its front's page, and its back's where that has its own."""
    pages = [(card, side) for card in deck.cards for side in truth.SIDES[: 1 + truth.kind(card.kind).own_back]]
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
    links = Counter(card.link for card in deck.cards if card.link)
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


@pytest.mark.parametrize("size", SIZES)
def test_an_empty_back_is_no_page(press, size):
    chosen = ("speluitleg", "eens", "in-het-midden")
    made, deck = press("posters", size=size, cards=chosen), truth.deck("posters")
    assert told(made, truth.Deck(deck.name, deck.raw, tuple(card for card in deck.cards if card.id in chosen))) == []
    assert len(made) == 4


@pytest.mark.parametrize("size", SIZES)
def test_posters_take_a_larger_page_of_the_same_shape(press, size):
    made = press("posters", size=size)
    media = made.pdf.boxes(0)["MediaBox"]
    assert media.width > made.size[0]
    assert media.width / media.height == pytest.approx(made.size[0] / made.size[1], rel=1e-4)
    assert media.width <= 2 * made.size[0] + 0.01


@pytest.mark.parametrize("size", SIZES)
def test_a_card_of_many_copies_is_shown_once(press, size):
    made = press("spelmateriaal", size=size)
    assert sum(1 for card in truth.deck("spelmateriaal").cards if card.copies > 1) > 0
    assert made.result.cards == len(truth.deck("spelmateriaal").cards)


@pytest.mark.parametrize("size", SIZES)
def test_what_no_screen_holds_is_said(school_deck, size):
    with pytest.raises(KaartenspelError) as caught:
        school_deck("Wij leren elke dag van elkaar. " * 600, size=size)
    assert {problem.code for problem in caught.value.problems} == {Code.TEXT_TOO_LONG}
