"""For how many people a form is, in which groups, and how long it takes."""

from types import SimpleNamespace

import pytest

from kaartenspel.model.card import GroupSize, Step
from kaartenspel.model.goal import Fit, Form
from kaartenspel.model.richtext import parse
from kaartenspel.plan.forms import Option, option, way_of
from kaartenspel.plan.within import Within, within


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("duo’s", Within("pairs")),
        ("drietallen", Within("groups", 3, 3)),
        ("viertallen", Within("groups", 4, 4)),
        ("groepjes van 3–5", Within("groups", 3, 5)),
        ("groepjes van 4–6, graag met alle lagen", Within("groups", 4, 6)),
        ("groups of 4 to 6", Within("groups", 4, 6)),
        ("threes", Within("groups", 3, 3)),
        ("groepjes", Within("groups")),
        ("hele groep", Within("plenary")),
        ("alleen", Within("alone")),
        ("", Within("plenary")),
    ],
)
def test_the_words_of_a_card_on_its_groups(words, meant):
    assert within(words) == meant


def card(people, minutes=None, steps=()):
    fields = {"people": people, "steps": tuple(steps)} | ({"minutes": minutes} if minutes is not None else {})
    return SimpleNamespace(fields=fields)


def form(guide, deck=None, **fit):
    return Form("a/b", "B", Fit.model_validate({"card": "a/b", "why": "Zo."} | fit), guide, deck)


TRIOS = GroupSize("drietallen", 3, 36)
TABLES = GroupSize("groepjes van 4–6", 3, 8)


def test_minutes_for_each_follow_from_the_largest_group_and_are_rounded_up():
    steps = [Step(parse("A."), 10), Step(parse("B."), None, 4)]
    found = option(form(card(TRIOS, 22, steps)), 24, None, None)
    assert (found.least, found.most, found.told, found.size) == (25, 25, 22, 3)
    pairs = form(card(GroupSize("duo’s"), 18, steps))
    assert [option(pairs, people, None, None).told for people in (24, 25)] == [18, 22]


def test_a_card_may_take_from_so_many_to_so_many_minutes():
    found = option(form(card(TABLES, parse("20–40")), deck=SimpleNamespace()), 24, None, None)
    assert (found.least, found.most) == (20, 40)


def test_the_goal_s_minutes_go_before_the_card_s():
    found = option(form(card(TABLES, parse("20–40")), deck=SimpleNamespace(), minutes=15, least=10), 24, None, None)
    assert (found.least, found.most, found.told) == (10, 15, 15)


@pytest.mark.parametrize(
    ("one", "people", "size", "there", "reason"),
    [
        (form(card(TRIOS, 30)), 2, None, None, "few"),
        (form(card(TRIOS, 30)), 37, None, None, "many"),
        (form(card(TRIOS, 30)), 24, 5, None, "size"),
        (form(card(TABLES, 30), deck=SimpleNamespace()), 2, None, None, "few"),
        (form(card(TRIOS, 30), needs=["Flap"]), 24, None, ("timer",), "materials"),
        (form(card(TRIOS)), 24, None, None, "time"),
    ],
)
def test_why_a_form_cannot_be_done(one, people, size, there, reason):
    assert option(one, people, size, there) == reason


def test_a_deck_has_as_many_tables_as_it_takes():
    assert isinstance(option(form(card(TABLES, 30), deck=SimpleNamespace()), 120, None, None), Option)


def test_what_is_there_is_known_whatever_its_capitals():
    assert isinstance(option(form(card(TRIOS, 30), needs=["Flap"]), 24, None, ("flap",)), Option)


def test_the_goal_may_say_how_people_work():
    assert way_of(form(card(TRIOS, 30), grouping="plenary")) == Within("plenary")
    assert way_of(form(card(TRIOS, 30), grouping="groups")) == Within("groups", 3, 3)
    assert way_of(form(None, grouping="pairs")) == Within("pairs")
