"""The text of the finished PDF is the text of the deck, card by card and field by field."""

import re
from dataclasses import replace

import pytest
from shipped import truth
from shipped.account import account, joined

MATRIX = [(name, None) for name in truth.deck_names()] + [("stellingenspel", "tarot"), ("feedbacktips", "a7")]
LARGER = [("stellingenspel", "a5"), ("fasekaarten", "a5"), ("werkvormen", "a5"), ("feedbacktips", "jumbo")]
IMPRINT = re.compile(r"(set \d+ · )?(kaart )?(?P<number>\d+) (van|/) ?(?P<of>\d+)")


def imprints(card, deck):
    """What a back may say about its place in the deck."""
    numbered = [other.id for other in deck.cards if other.code]
    if not card.code:
        return set()
    return {f"kaart {numbered.index(card.id) + 1} van {len(numbered)}"}


def faces(made, deck):
    """Each card with the runs of its front and of what lies behind it."""
    pairs = list(zip(made.fronts(), made.backs(), strict=True))
    assert len(pairs) == len(deck.slots)
    return [(card, front.runs, back.runs) for card, (front, back) in zip(deck.slots, pairs, strict=True)]


def wrong(made, deck):
    """All that is wrong with all cards; a field must stand on each side of its own card that shows it."""
    found = []
    for card, front, back in faces(made, deck):
        others = truth.vocabulary(deck, card) | imprints(card, deck)
        for side, runs in zip(truth.SIDES, (front, back), strict=True):
            found += [f"{card.id}: {what}" for what in account(runs, truth.fragments(card, side), others)]
    return found


@pytest.mark.parametrize("name, size", [*MATRIX, *(pytest.param(*each, marks=pytest.mark.full) for each in LARGER)])
def test_each_card_says_its_fields_and_nothing_else(press, name, size):
    deck = truth.deck(name)
    assert wrong(press(name, size=size), deck) == []
    assert all(truth.fragments(card) for card in deck.cards)


@pytest.mark.parametrize("name", truth.deck_names())
def test_a_reader_extracts_each_field_in_one_piece(press, name):
    # heads up: readers go through lines that stand on their heads from the left
    made = press(name, sheet="spaced" if truth.deck(name).size == "poker" else None)
    said = joined("\n".join(made.pdf.text(page) for page in range(len(made))))
    missing = [text for card in truth.deck(name).cards for text in truth.fragments(card) if text not in said]
    assert missing == []


@pytest.mark.parametrize("name", truth.deck_names())
def test_fields_for_the_facilitator_stay_off_paper(press, name):
    made = press(name)
    said = joined("\n".join(made.pdf.text(page) for page in range(len(made))))
    kept = [text for card in truth.deck(name).cards for text in truth.unprinted(card)]
    assert [text for text in kept if text in said] == []
    assert kept or name != "stellingenspel"


@pytest.mark.parametrize("name", truth.deck_names())
def test_each_card_bears_its_code_on_both_sides_and_its_place_on_the_back(press, name):
    deck = truth.deck(name)
    codes = {card.code for card in deck.cards} - {""}
    for card, front, back in faces(press(name), deck):
        for side, runs in zip(truth.SIDES, (front, back), strict=True):
            borne = {card.code} - {""} if side in truth.kind(card.kind).coded else set()
            assert {run.text.strip() for run in runs} & codes == borne
        said = " ".join(run.text.strip() for run in back)
        assert [found.group() for found in IMPRINT.finditer(said)] in ([], sorted(imprints(card, deck)))


def test_codes_follow_from_group_and_place():
    codes = [card.code for card in truth.deck("stellingenspel").cards]
    assert codes[:3] == ["", "C1", "C2"]
    assert len(set(codes)) == len(codes) == 42


def test_the_comparer_can_fail(press):
    deck = truth.deck("stellingenspel")
    card, front, back = faces(press(deck.name), deck)[1]
    fields, others = truth.fragments(card), truth.vocabulary(deck, card) | imprints(card, deck)
    runs = [*front, *back]
    assert account(runs, fields, others) == []
    line = next(index for index, run in enumerate(runs) if run.text.strip() in fields[0] and len(run.text) > 9)

    def told(text):
        return account([*runs[:line], replace(runs[line], text=text), *runs[line + 1 :]], fields, others)

    whole = runs[line].text
    assert any("missing" in what for what in told(whole.rstrip()[:-1]))
    assert any("missing" in what for what in told(whole.strip()))
    assert any("missing" in what for what in told(whole.replace("e", "-e", 1)))
    assert account([*runs, replace(runs[0], text="E6")], fields, others) == ["unexpected: E6"]
    assert account([*runs, *runs[line : line + 1]], fields, others) == [f"unexpected: {whole.strip()}"]


def test_words_parted_at_a_hyphen_are_joined():
    assert joined("een ant-\r\nwoord op\nmbo-vragen") == "een antwoord op mbo-vragen"
