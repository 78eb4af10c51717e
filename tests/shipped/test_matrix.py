"""Every shipped deck on every size and sheet: a good PDF, or a problem that says what does not fit, and where."""

import re
from collections import Counter

import pytest
from shipped import truth
from shipped.account import account
from shipped.test_fonts import faults
from shipped.test_texts import imprints
from shipped.test_white_edges import soiled

from kaartenspel.problems import Code, KaartenspelError

FITTING = (Code.TEXT_TOO_LONG, Code.SHEET_TOO_SMALL, Code.QR_TOO_LARGE)
SIZES, THEMES = truth.paper_sizes(), list(truth.layouts("themes"))
PRECUT = [name for name in truth.paper_sheets() if "precut" in truth.layouts("sheets")[name]]
CUT = [name for name in truth.paper_sheets() if name not in PRECUT]
FEW = [
    ("stellingenspel", {"size": "mini"}),
    ("stellingenspel", {"size": "a3", "sheet": "touching"}),
    ("werkvormen", {"size": "poker"}),
    ("werkvormen", {"size": "a5"}),
    ("fasekaarten", {"size": "a6", "sheet": "in-achten"}),
]
ALL = [
    pytest.param(name, {"size": size, **more}, marks=pytest.mark.full)
    for name in truth.deck_names()
    for size in SIZES
    for more in ({"duplex": "fold", "paper": "a3"}, *({"sheet": sheet} for sheet in [None, *CUT]))
]
ON_PRECUT = [
    pytest.param(name, {"sheet": sheet}, marks=pytest.mark.full) for name in truth.deck_names() for sheet in PRECUT
]
DRESSED = [
    pytest.param(name, {"theme": theme, "size": size}, marks=pytest.mark.full)
    for name in truth.deck_names()
    for theme in THEMES
    for size in (None, "tarot", "a5")
]


def pressed(press, name, options):
    """The PDF, or None after its problems were found to be about fitting, and to have a place in the deck."""
    try:
        return press(name, **options)
    except KaartenspelError as error:
        for problem in error.problems:
            assert problem.code in FITTING, problem
            assert problem.place, problem
            assert problem.place.source.name.endswith(f"{name}.yaml")
            assert problem.hint, problem
        return None


def bad(made, name):
    """What is wrong with a PDF that any size and sheet must have right."""
    deck = truth.deck(name)
    wrong = faults(made.pdf) + [f"ink at an edge: {spot}" for spot in soiled(made)]
    for card, front, back in zip(deck.slots, made.fronts(), made.backs(), strict=True):
        others = truth.vocabulary(deck, card) | imprints(card, deck)
        wrong += account((*front.runs, *back.runs), truth.fragments(card), others)
    links = Counter(card.link for card in deck.slots if card.link)
    seen = Counter(code.text for page in range(len(made)) for code in made.codes(page))
    return wrong + [f"QR {link}: {count}" for link, count in ((links - seen) + (seen - links)).items()]


@pytest.mark.parametrize("name, options", [*FEW, *ALL, *DRESSED])
def test_a_good_pdf_or_a_problem_with_a_place(fresh, name, options):
    made = pressed(fresh, name, options)
    assert made is None or bad(made, name) == []


@pytest.mark.parametrize("name, options", ON_PRECUT)
def test_a_pre_cut_sheet_has_every_code_or_a_problem_with_a_place(fresh, name, options):
    made = pressed(fresh, name, options)
    if made is not None:
        links = Counter(card.link for card in truth.deck(name).slots if card.link)
        assert faults(made.pdf) == []
        assert Counter(code.text for page in range(len(made)) for code in made.codes(page)) == links


@pytest.mark.parametrize("name", truth.deck_names())
def test_each_deck_fits_the_size_it_is_made_for(press, name):
    assert pressed(press, name, {}) is not None


@pytest.mark.parametrize(
    "name, options, code",
    [("stellingenspel", {"size": "a3", "sheet": "touching"}, Code.SHEET_TOO_SMALL),
     ("werkvormen", {"size": "mini"}, Code.TEXT_TOO_LONG)],
)  # fmt: skip
def test_what_does_not_fit_is_said_with_what_would(press, name, options, code):
    with pytest.raises(KaartenspelError) as caught:
        press(name, **options)
    assert {problem.code for problem in caught.value.problems} == {code}
    first = caught.value.problems[0]
    assert re.search(r"\d", first.message)


def test_a_bad_pdf_would_be_seen(press):
    assert bad(press("werkvormen"), "werkvormen") == []
    assert bad(press("werkvormen").shifted(0, -4.0), "werkvormen")
    assert bad(press("stellingenspel").shifted(0, 20.0), "stellingenspel")
