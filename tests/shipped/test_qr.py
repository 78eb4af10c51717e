"""Every QR on every page, read as a phone would, opens exactly what its card names."""

import re
from collections import Counter

import pytest
from shipped import paper, truth

WITHOUT = ("spelmateriaal",)
"""The decks that open nothing, by design."""
NEAR = 18.0
"""How far from the middle of a QR its label may stand, up or down."""


def unlabelled(made, deck):
    """The cards whose QR is not beside the name and the domain of what it opens."""
    wrong = []
    for page, cards, boxes in sheets(made, deck):
        found = made.codes(page)
        for card, box in zip(cards, boxes, strict=True):
            within = [code for code in found if paper.holds(box, (code.x, code.y))]
            if [code.text for code in within] != ([card.link] if card.link else []):
                wrong.append(f"{card.id} opens {[code.text for code in within]}")
            if within and not named(made, page, box, within[0], card):
                wrong.append(f"{card.id} does not name what it opens")
    return wrong


def sheets(made, deck):
    """Each front page with its cards and their trims."""
    start = 0
    for page in made.pages("voorkant"):
        boxes = made.boxes(page)[: made.count(page)]
        yield page, deck.slots[start : start + len(boxes)], boxes
        start += len(boxes)


def named(made, page, box, code, card):
    """Whether the name and the domain of what opens stand at the height of the QR."""
    runs = [run for run in made.words(page) if paper.holds(box, (run.x, run.y)) and abs(run.y - code.y) < NEAR]
    said = bare("".join(run.text for run in runs))
    return bare(card.opens["short"]) in said and bare(truth.domain(card.opens)) in said


def bare(text):
    """Without spaces and hyphens, at which a line may end."""
    return re.sub(r"[\s-]", "", text)


@pytest.mark.parametrize("name", truth.deck_names())
def test_each_card_has_exactly_its_own_qr_with_its_label(press, name):
    made, deck = press(name), truth.deck(name)
    assert unlabelled(made, deck) == []


@pytest.mark.parametrize("name", truth.deck_names())
def test_all_pages_together_hold_exactly_the_links_of_the_deck(press, name):
    made = press(name)
    expected = Counter(card.link for card in truth.deck(name).slots if card.link)
    assert Counter(code.text for page in range(len(made)) for code in made.codes(page)) == expected
    assert bool(expected) == (name not in WITHOUT), "a deck opens nothing, or opens something after all"


@pytest.mark.parametrize("name", truth.deck_names())
def test_a_domain_has_no_hyphen_but_its_own(press, name):
    # who types the domain over must not type a hyphen that only ends a line
    for card, front in zip(truth.deck(name).slots, press(name).fronts(), strict=True):
        said = "".join(run.text for run in front.runs)
        assert not card.link or truth.domain(card.opens) in said, card.id


@pytest.mark.full
@pytest.mark.parametrize("name", truth.deck_names())
@pytest.mark.parametrize("dpi", [100, 200, 300])
def test_the_qrs_are_read_at_other_sharpness(press, name, dpi):
    made = press(name)
    expected = Counter(card.link for card in truth.deck(name).slots if card.link)
    assert Counter(code.text for page in range(len(made)) for code in made.codes(page, dpi)) == expected


def test_the_comparer_can_fail(press):
    made, deck = press("stellingenspel"), truth.deck("stellingenspel")
    cards = list(deck.cards)
    other = next(index for index, card in enumerate(cards) if card.link not in (None, cards[1].link))
    cards[1], cards[other] = cards[other], cards[1]
    assert len(unlabelled(made, truth.Deck(deck.name, deck.raw, tuple(cards)))) == 4
