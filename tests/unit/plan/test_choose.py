"""What a plan is made of: the time adds up, breaks come in time, and the seed decides."""

from itertools import pairwise

import pytest

from kaartenspel.model.goal import Fit, Form
from kaartenspel.plan.choose import LONGEST, Choice, Wish, choose, possible
from kaartenspel.plan.forms import Option


def form(key, stage="core", weight=5):
    return Form(key, key, Fit.model_validate({"title": key, "why": "Zo.", "stage": stage, "weight": weight}))


def an_option(key, least, most, **more):
    return Option(form(key, **more), least, most, most)


OPTIONS = (
    an_option("start", 5, 10, stage="opening"),
    an_option("other-start", 10, 10, stage="opening"),
    an_option("game", 20, 40, weight=9),
    an_option("talk", 30, 30),
    an_option("long", 75, 75),
    an_option("more", 15, 20, stage="deepening"),
)


def keys(choice):
    return [piece.option.key for piece in choice.pieces if piece.option]


@pytest.mark.parametrize("minutes", [35, 45, 60, 77, 90, 100, 120, 150, 180, 200])
def test_the_minutes_add_up_and_breaks_come_in_time(minutes):
    choice = choose(Wish(OPTIONS), minutes)
    assert choice.minutes == minutes
    assert all(piece.least <= piece.minutes <= piece.most for piece in choice.pieces)
    assert [choice.pieces[0].kind, choice.pieces[-1].kind] == ["welcome", "close"]
    assert "harvest" in [piece.kind for piece in choice.pieces]
    assert longest(choice) <= LONGEST


def longest(choice):
    edges = [-1, *(n for n, piece in enumerate(choice.pieces) if piece.kind == "break"), len(choice.pieces)]
    return max(sum(piece.minutes for piece in choice.pieces[one + 1 : other]) for one, other in pairwise(edges))


def test_ninety_minutes_need_no_break_and_a_little_more_does():
    assert "break" not in [piece.kind for piece in choose(Wish(OPTIONS), 90).pieces]
    assert "break" in [piece.kind for piece in choose(Wish(OPTIONS), 100).pieces]


def test_a_long_day_has_a_break_to_eat_in():
    many = tuple(an_option(f"game-{number}", 40, 60) for number in range(6))
    breaks = [piece.minutes for piece in choose(Wish(many), 360).pieces if piece.kind == "break"]
    assert max(breaks) >= 30


def test_there_is_one_opening_at_most_and_something_for_the_core():
    for minutes in range(35, 200, 15):
        stages = [piece.option.form.fit.stage for piece in choose(Wish(OPTIONS), minutes).pieces if piece.option]
        assert stages.count("opening") <= 1
        assert "core" in stages
        assert stages == sorted(stages, key=("opening", "core", "deepening").index)


def test_what_must_be_in_is_in():
    assert "talk" in keys(choose(Wish(OPTIONS, frozenset({"talk"})), 60))
    assert choose(Wish(OPTIONS, frozenset({"long"})), 60) is None
    assert {"start", "other-start"} <= set(keys(choose(Wish(OPTIONS, frozenset({"start", "other-start"})), 90)))


def test_the_same_seed_gives_the_same_plan_and_another_may_not():
    assert choose(Wish(OPTIONS, seed=3), 120) == choose(Wish(OPTIONS, seed=3), 120)
    assert len({tuple(keys(choose(Wish(OPTIONS, seed=seed), 120))) for seed in range(20)}) > 1


def test_what_fits_much_better_is_chosen_whatever_the_seed():
    two = (an_option("best", 40, 40, weight=9), an_option("worst", 40, 40, weight=2))
    assert {tuple(keys(choose(Wish(two, seed=seed), 60))) for seed in range(10)} == {("best",)}


def test_too_short_and_too_long():
    assert not possible(Wish(OPTIONS), 30)
    assert possible(Wish(OPTIONS), 35)
    assert not possible(Wish(OPTIONS[:3]), 200)
    assert choose(Wish(()), 60) is None


def test_a_break_knows_how_long_people_were_at_work():
    choice = choose(Wish(OPTIONS), 150)
    first = next(piece for piece in choice.pieces if piece.kind == "break")
    before = choice.pieces[: choice.pieces.index(first)]
    assert choice.before(first) == sum(piece.minutes for piece in before)
    assert isinstance(choice, Choice)
