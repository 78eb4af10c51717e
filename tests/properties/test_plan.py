"""What holds for every day, every group and every carrousel, whatever the numbers."""

from collections import Counter

from hypothesis import assume, given
from hypothesis import strategies as st

from kaartenspel.model.plan import Person
from kaartenspel.plan.carrousel import rotate
from kaartenspel.plan.groups import divide, mixed, pairs
from kaartenspel.plan.schedule import Slot, Span, schedule

ROOMS = {"hall": 0, "room-12": 4, "annex": 7}
TIMES = st.integers(0, 1439)


@st.composite
def spans(draw, deep=2):
    """A block of any sort, with strands inside now and then."""
    inside = st.lists(spans(deep=deep - 1), min_size=1, max_size=3).map(tuple)
    strands = tuple(draw(st.lists(inside, max_size=3))) if deep and draw(st.integers(0, 3)) == 0 else ()
    return Span(
        draw(st.sampled_from("abcdef")), "Title", draw(st.sampled_from(["work", "break", "plenary"])),
        draw(st.integers(1, 120)), draw(st.none() | st.integers(1, 130)), draw(st.none() | st.none() | TIMES),
        draw(st.none() | st.sampled_from(sorted(ROOMS))), draw(st.integers(1, 4)), draw(st.integers(1, 3)),
        draw(st.integers(0, 10)), draw(st.booleans()), strands,
    )  # fmt: skip


DAYS = st.lists(spans(), max_size=8)


def signed(slots):
    """The minutes of all slots; those of an overlap are counted twice elsewhere."""
    return sum((-1 if slot.kind == "overlap" else 1) * (slot.end - slot.start) for slot in slots)


def contiguous(slots, start, end):
    """Whether each slot begins where the one in front ended, or where an overlap began."""
    now = start
    for slot in slots:
        if slot.kind == "overlap":
            assert slot.end == now
            now = slot.start
            continue
        assert slot.start == now
        assert slot.end >= slot.start
        now = slot.end
    assert now == end
    assert signed(slots) == end - start


def all_slots(slots):
    for slot in slots:
        yield slot
        for strand in slot.strands:
            yield from all_slots(strand)


@given(DAYS, TIMES, st.none() | TIMES)
def test_the_parts_of_a_day_add_up(day, start, end):
    plan = schedule(day, start, end, ROOMS)
    contiguous(plan.slots, start, plan.end)
    for slot in all_slots(plan.slots):
        for strand in slot.strands:
            contiguous(strand, slot.start, slot.end)


@given(DAYS, TIMES, st.none() | TIMES)
def test_blocks_overlap_only_where_that_is_reported(day, start, end):
    plan = schedule(day, start, end, ROOMS)
    marks = [(slot.start, slot.end) for slot in all_slots(plan.slots) if slot.kind == "overlap"]
    said = [(conflict.at, conflict.at + conflict.minutes) for conflict in plan.conflicts if conflict.kind == "overlap"]
    assert sorted(marks) == sorted(said)
    real = [slot for slot in plan.slots if slot.kind != "overlap"]
    for number, one in enumerate(real):
        for other in real[number + 1 :]:
            common = (max(one.start, other.start), min(one.end, other.end))
            assert common[0] >= common[1] or covered(common, said), (one, other)


def covered(stretch, marks):
    """Whether every minute of a stretch lies in a mark."""
    return all(any(start <= minute < end for start, end in marks) for minute in range(*stretch))


@given(DAYS, TIMES, TIMES)
def test_an_end_that_is_passed_is_reported_to_the_minute(day, start, end):
    plan = schedule(day, start, end, ROOMS)
    window = end if end >= start else end + 1440
    overruns = [conflict.minutes for conflict in plan.conflicts if conflict.kind == "overrun"]
    assert overruns == ([plan.end - window] if plan.end > window else [])


@given(DAYS, TIMES, st.none() | TIMES)
def test_the_same_day_gives_the_same_times(day, start, end):
    assert schedule(day, start, end, ROOMS) == schedule(list(day), start, end, dict(ROOMS))


def blocks_of(slots: tuple[Slot, ...], name):
    return [slot.end - slot.start for slot in slots if slot.id == name and slot.kind in ("block", "round")]


@given(st.lists(st.integers(1, 90), min_size=1, max_size=10), st.lists(st.integers(0, 90), min_size=10), TIMES)
def test_with_all_its_slack_used_a_day_ends_that_much_earlier(minutes, cuts, start):
    day = [
        Span(f"b{n}", "B", "work", m, max(0, m - cut)) for n, (m, cut) in enumerate(zip(minutes, cuts, strict=False))
    ]
    (conflict,) = schedule(day, start, start, ROOMS).conflicts
    assume(start + sum(minutes) < 1440)
    cut = {slack.id: slack.minutes for slack in conflict.slack}
    shorter = [Span(one.id, "B", "work", one.minutes - cut.get(one.id, 0)) for one in day]
    assert schedule(shorter, start, None).end == start + conflict.minutes - sum(cut.values())
    assert all(blocks_of(schedule(day, start, None).slots, one.id) == [one.minutes] for one in day)


# --- groups

LIMITS = st.none() | st.integers(2, 12)


@given(st.integers(0, 400), st.integers(2, 12), LIMITS, LIMITS)
def test_groups_add_up_and_differ_by_at_most_one(people, size, least, most):
    found = divide(people, size, least, most)
    assert sum(found.sizes) == people
    assert list(found.sizes) == sorted(found.sizes, reverse=True)
    assert not found.sizes or found.sizes[0] - found.sizes[-1] <= 1
    assert 1 not in found.sizes or (people == 1 and found.trouble)


@given(st.integers(2, 400), st.integers(2, 12), LIMITS, LIMITS)
def test_a_limit_is_broken_only_when_it_cannot_be_kept_and_then_it_is_said(people, size, least, most):
    def fits(groups):
        return (least or 2) <= people // groups and -(-people // groups) <= (most or people)

    found = divide(people, size, least, most)
    possible = any(fits(groups) for groups in range(1, people // 2 + 1))
    assert bool(found.trouble) is not possible
    assert not possible or fits(len(found.sizes))


@given(st.integers(2, 400))
def test_pairs_have_at_most_one_trio(people):
    sizes = pairs(people).sizes
    assert sum(sizes) == people
    assert Counter(sizes)[3] == people % 2
    assert set(sizes) <= {2, 3}


PEOPLE = st.lists(
    st.builds(Person, st.text("abcdef", max_size=3), st.sampled_from(["", "A", "B", "C", "D"]),
              st.sampled_from(["", "teacher", "head", "student"])), min_size=2, max_size=60,
)  # fmt: skip


@given(PEOPLE, st.integers(2, 8), st.integers(0, 99))
def test_no_group_has_more_of_a_school_or_a_role_than_it_must(people, size, seed):
    sizes = divide(len(people), size).sizes
    groups = mixed(people, sizes, seed)
    assert tuple(len(group) for group in groups) == sizes
    assert Counter(person for group in groups for person in group) == Counter(people)
    for sort in ("school", "role"):
        for name, number in Counter(getattr(person, sort) for person in people).items():
            most = max(sum(getattr(person, sort) == name for person in group) for group in groups)
            assert most <= -(-number // len(groups))
    assert groups == mixed(list(people), sizes, seed)


@given(PEOPLE, st.data())
def test_any_sizes_are_filled(people, data):
    first = data.draw(st.integers(0, len(people)))
    groups = mixed(people, (first, len(people) - first), 1)
    assert [len(group) for group in groups] == [first, len(people) - first]
    assert Counter(person for group in groups for person in group) == Counter(people)


# --- carrousel


@given(st.integers(0, 30), st.integers(1, 8), st.lists(st.none() | st.integers(1, 6), max_size=8))
def test_every_group_is_at_every_station_once_and_loads_are_even(groups, stations, capacity):
    capacity = capacity[:stations]
    rotation = rotate(groups, stations, capacity)
    assert [sorted(visits) for visits in rotation.visits] == [list(range(stations))] * groups
    loads = [[len(rotation.at(station, turn)) for station in range(stations)] for turn in range(stations)]
    assert all(max(row) - min(row) <= 1 and sum(row) == groups for row in loads)
    kept = all(room is None or row[station] <= room for row in loads for station, room in enumerate(capacity))
    assert kept is not bool(rotation.trouble)
