"""Whatever deck, sets, sides, order and size are asked for: each card is on paper exactly as often as asked."""

from collections import Counter
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from integration.conftest import OwnProject
from integration.test_sets import BLANK, code

LETTERS = {"een": "A", "twee": "B"}
SIZES = ["poker", "mini", "tarot", "a6", "a7", "square", "jumbo"]


@st.composite
def decks(draw):
    """Up to forty cards in two groups, each with a number of copies; not all of them nought."""
    copies = draw(st.lists(st.integers(0, 3), min_size=1, max_size=40).filter(any))
    groups = [draw(st.sampled_from(["een", "twee"])) for _card in copies]
    return [
        {"id": f"k-{number}", "group": group, "text": f"Woord {number}", "copies": str(count)}
        for number, (group, count) in enumerate(zip(groups, copies, strict=True))
    ]


def wanted(cards):
    """How often each code must be on paper in a set."""
    places, found = Counter(), Counter()
    for card in cards:
        places[card["group"]] += 1
        found[f"{LETTERS[card['group']]}{places[card['group']]}"] += int(card["copies"])
    return +found


def counted(made):
    """How often each code is on the fronts and on the backs; blank cards count as nothing."""
    fronts = Counter(code(face) for face in made.fronts() if not face.whole(BLANK))
    if made.request.duplex == "none":
        return fronts, fronts
    return fronts, Counter(found for face in made.backs() if (found := code(face)))


def from_all_pages(made):
    """The same from all that stands anywhere on the pages, whatever card it is on."""
    pages = made.pages("voorkant")
    return Counter(run.text.strip() for page in pages for run in made.words(page) if run.text.startswith("Woord "))


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    decks(),
    st.sampled_from([None, 1, 2, 3]),
    st.sampled_from(["long-edge", "short-edge", "fold", "none"]),
    st.sampled_from(["interleaved", "fronts-then-backs", "cut-and-stack"]),
    st.sampled_from(SIZES),
)
def test_each_card_is_placed_exactly_as_often_as_asked(cards, sets, duplex, order, size):
    with TemporaryDirectory() as folder:
        made = OwnProject.at(folder).deck(cards).make(sets=sets, duplex=duplex, order=order, size=size)
        expected = Counter({name: count * (sets or 1) for name, count in wanted(cards).items()})
        fronts, backs = counted(made)
        assert fronts == backs == expected
        texts = Counter({card["text"]: int(card["copies"]) * (sets or 1) for card in cards})
        assert from_all_pages(made) == +texts
        assert len(made.pages("voorkant")) == made.result.sheets


def test_the_count_can_fail(project):
    cards = [{"id": f"k-{n}", "group": "een", "text": f"Woord {n}", "copies": "2"} for n in range(3)]
    made = project.deck(cards).make()
    fronts, backs = counted(made)
    assert fronts == backs == wanted(cards)
    assert fronts != wanted(cards[:2])
    assert fronts != wanted([*cards[:2], {**cards[2], "copies": "3"}])


@pytest.mark.full
@pytest.mark.parametrize("sets, duplex", [(None, "long-edge"), (2, "fold")])
def test_five_hundred_copies(project, sets, duplex):
    cards = [{"id": "k-1", "group": "een", "text": "Woord 1", "copies": "500"}]
    made = project.deck(cards).make(sets=sets, duplex=duplex)
    assert counted(made)[0] == {"A1": 500 * (sets or 1)}
