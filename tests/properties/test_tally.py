"""Counting holds for whatever was filled in, and nobody can work out what a few people said."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kaartenspel.model.scores import UNKNOWN, Asked, Filled, Scores
from kaartenspel.tally.compare import compare
from kaartenspel.tally.count import LEAST, by_card
from kaartenspel.tally.support import support
from kaartenspel.tally.teams import by_team, shown

CARDS = tuple(
    Asked(f"{group}-{number}", f"{group}{number}", group, f"{group} {number}") for group in "ab" for number in (1, 2)
)
IDS = [card.id for card in CARDS]
ANSWERS = st.dictionaries(st.sampled_from(IDS), st.integers(UNKNOWN, 2))
SHEETS = st.builds(
    Filled,
    answers=ANSWERS,
    wishes=ANSWERS, first=st.sampled_from(["", *IDS]), team=st.sampled_from(["", "x", "y", "z"]),
    people=st.integers(1, 6),
)  # fmt: skip
SCORES = st.builds(
    lambda sheets: Scores("nu", "Nu", "spel", "blad", ("laag", "midden", "hoog"), CARDS, tuple(sheets)),
    st.lists(SHEETS, max_size=40),
)


@given(SCORES)
def test_counts_add_up_to_the_sheets(scores):
    for tally in by_card(scores).values():
        assert sum(tally.counts) + tally.unknown + tally.blank == len(scores.sheets)


@given(SCORES, st.randoms(use_true_random=False))
def test_the_order_of_the_sheets_changes_nothing(scores, chance):
    mixed = list(scores.sheets)
    chance.shuffle(mixed)
    other = replace(scores, sheets=tuple(mixed))
    assert (by_card(other), by_team(other), support(other)) == (by_card(scores), by_team(scores), support(scores))


@given(st.dictionaries(st.text(max_size=3), st.integers(1, 12), max_size=8))
def test_what_is_not_shown_is_nobody_or_five_people(sizes):
    told = shown(sizes)
    left = sum(sizes.values()) - sum(sizes[team] for team in told)
    assert all(sizes[team] >= LEAST for team in told)
    assert not told or left == 0 or left >= LEAST


@given(SCORES)
def test_no_team_can_be_reckoned_from_the_others(scores):
    for group, counts in by_team(scores).items():
        cards = [card.id for card in CARDS if card.group == group]
        answered = [sheet for sheet in scores.sheets if any(card in sheet.answers for card in cards)]
        told = sum(tally.people for tally in counts.values())
        left = sum(sheet.people for sheet in answered) - told
        assert all(tally.people >= LEAST for tally in counts.values())
        assert left == 0 or left >= LEAST


@given(SCORES)
def test_a_measurement_compared_with_itself_has_not_changed(scores):
    found = compare(scores, scores)
    assert all(one.before == one.now for one in found.changes)
    assert (found.replaced, found.added, found.gone) == ((), (), ())


@given(SCORES)
def test_who_is_of_one_mind_is_not_apart(scores):
    for tally in by_card(scores).values():
        if tally.apart is not None:
            assert (tally.apart == 0) == (max(tally.counts) == tally.answered)
            assert 0 <= tally.apart <= 2
            assert 1 <= tally.mean <= 3
