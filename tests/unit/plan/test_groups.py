"""People in groups, in numbers and with names."""

import pytest

from kaartenspel import messages
from kaartenspel.model.plan import Person
from kaartenspel.plan.groups import divide, in_words, mixed, pairs


@pytest.fixture(autouse=True)
def _english():
    messages.use("en")
    yield
    messages.use("nl")


def test_thirty_seven_in_fives():
    assert divide(37, 5).sizes == (5, 5, 5, 5, 5, 4, 4, 4)
    assert in_words(divide(37, 5).sizes) == "5 × 5 and 3 × 4"


@pytest.mark.parametrize(
    ("people", "size", "sizes"),
    [
        (2, 5, (2,)),
        (3, 5, (3,)),
        (4, 2, (2, 2)),
        (5, 2, (3, 2)),
        (6, 5, (6,)),
        (7, 5, (4, 3)),
        (8, 5, (4, 4)),
        (11, 5, (6, 5)),
        (13, 10, (7, 6)),
        (24, 5, (5, 5, 5, 5, 4)),
        (40, 4, (4,) * 10),
    ],
)
def test_groups_are_as_asked_or_near(people, size, sizes):
    assert (divide(people, size).sizes, divide(people, size).trouble) == (sizes, "")


def test_limits_that_are_said_are_kept():
    assert divide(7, 5, least=4).sizes == (7,)
    assert divide(11, 5, most=5).sizes == (4, 4, 3)
    assert divide(9, 4, 3, 3).sizes == (3, 3, 3)


@pytest.mark.parametrize(
    ("people", "limits", "words"),
    [
        (0, (None, None), "nobody"),
        (1, (None, None), "one person"),
        (3, (4, None), "there are 3 people, and the smallest group is 4"),
        (7, (4, 6), "7 people cannot be divided into groups of 4 to 6: they become 1 × 4 and 1 × 3"),
        (3, (None, 2), "3 people cannot be divided into groups of at most 2: they become 1 × 3"),
        (5, (3, 2), "5 people cannot be divided"),
    ],
)
def test_what_cannot_be_is_said(people, limits, words):
    assert words in divide(people, 5, *limits).trouble


def test_pairs_and_one_trio():
    assert pairs(35).sizes == (3,) + (2,) * 16
    assert pairs(36).sizes == (2,) * 18
    assert (pairs(1).sizes, pairs(0).sizes) == ((1,), ())
    assert pairs(1).trouble
    assert pairs(0).trouble


PEOPLE = [Person(f"{school}{number}", school, "coordinator" if number == 0 else "teacher")
          for school in "ABCD" for number in range(4)]  # fmt: skip


def test_names_are_mixed_by_school_and_by_role():
    for group in mixed(PEOPLE, (4, 4, 4, 4), seed=3):
        assert {person.school for person in group} == set("ABCD")
        assert sum(person.role == "coordinator" for person in group) == 1


def test_the_seed_decides():
    assert mixed(PEOPLE, (4, 4, 4, 4), 1) == mixed(PEOPLE, (4, 4, 4, 4), 1)
    assert mixed(PEOPLE, (4, 4, 4, 4), 1) != mixed(PEOPLE, (4, 4, 4, 4), 2)


def test_sizes_that_do_not_add_up_are_refused():
    with pytest.raises(ValueError, match="add up"):
        mixed(PEOPLE, (4, 4), 1)
