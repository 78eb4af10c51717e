"""The plan after a list of agreements: every agreement is looked back at, the cards come along, the time adds up."""

import pytest
from unit.press.agreement_list import WHAT, filled

from kaartenspel import messages
from kaartenspel.load.project import Project
from kaartenspel.load.workshops import load_workshop
from kaartenspel.plan.refusal import Asked
from kaartenspel.plan.timetable import timetable
from kaartenspel.press.follow_up import GOAL
from kaartenspel.press.planner import START, PlanRequest, make_plan
from kaartenspel.problems import Code, KaartenspelError


@pytest.fixture(autouse=True)
def _dutch():
    messages.use("nl")


def follow(folder, count, minutes, people=24, cells=None, **more):
    path = filled(folder, count, cells)
    request = PlanRequest(more.pop("goal", GOAL), Asked(people, minutes), after=path, **more)
    return make_plan(request, Project(folder))


def blocks(made, start=""):
    """The blocks whose title starts so."""
    return [block for block in made.plan.meetings[0].blocks if block.activity.title.startswith(start)]


def said(made):
    done = [block.activity for block in blocks(made)]
    return " ".join(" ".join([one.title, *(step.text.text for step in one.steps)]) for one in done)


def cards(block):
    return [card.id for use in block.activity.uses for card in use.cards]


@pytest.mark.parametrize("count, minutes, people", [(1, 30, 9), (5, 45, 24), (5, 120, 37), (7, 60, 24), (20, 60, 12)])
def test_every_agreement_is_looked_back_at_in_a_plan_that_adds_up(tmp_path, count, minutes, people):
    made = follow(tmp_path, count, minutes, people)
    project = Project(tmp_path)
    plan = load_workshop(project, tmp_path / made.path)
    assert project.problems == []
    reckoned = timetable(plan, plan.meetings[0]).schedule
    assert (reckoned.conflicts, reckoned.end) == ((), 15 * 60 + 30 + minutes)
    for number in range(count):
        assert f"{WHAT[number % 3][0]} ({number + 1})" in said(made)
    assert plan.meetings[0].date.isoformat() == "2027-01-05"
    assert len(plan.workshop.before) == 2
    assert (tmp_path / made.path).read_text(encoding="utf-8").count("form: afspraken") == 1


def test_each_of_a_few_has_its_own_block_with_its_own_card(tmp_path):
    looked_at = blocks(follow(tmp_path, 4, 90), "Afspraak ")
    assert [cards(block) for block in looked_at] == [["stap-1-school-2"], [], [], ["stap-1-school-2"]]
    for block, (_what, _who, see) in zip(looked_at, (*WHAT, WHAT[0]), strict=True):
        assert see in block.activity.say.text


def test_more_are_shared_out_over_tables(tmp_path):
    (block,) = blocks(follow(tmp_path, 9, 60), "Terugkijken op 9 afspraken")
    assert (block.grouping, len(block.activity.steps), cards(block)) == ("groups", 12, ["stap-1-school-2"])


def test_what_time_is_left_goes_to_a_work_form_and_the_goal_s_own_words_are_not_said_twice(tmp_path):
    made = follow(tmp_path, 1, 120)
    assert any(block.activity.card for block in blocks(made))
    assert "Langs onze afspraken" not in said(made)
    other = follow(tmp_path, 1, 120, goal="feedback", start=9 * 60)
    assert other.plan.meetings[0].start == 9 * 60
    assert len(blocks(other, "Afspraak 1")) == 1


def test_without_a_day_or_a_time_the_plan_has_none(tmp_path):
    (meeting,) = follow(tmp_path, 1, 45, cells={"Middag B3": None, "Middag B5": None}).plan.meetings
    assert (meeting.date, meeting.start) == (None, START)


def test_too_little_time_and_wrong_cells_are_told_and_nothing_is_written(tmp_path):
    for minutes, cells, code in ((20, {}, Code.NO_PLAN), (60, {"Afspraken A2": "<b>Samen</b>"}, Code.MARKUP)):
        with pytest.raises(KaartenspelError) as caught:
            follow(tmp_path, 6, minutes, cells=cells)
        assert code in [problem.code for problem in caught.value.problems]
    assert not (tmp_path / "workshops").exists()


def test_the_same_list_gives_the_same_plan(tmp_path):
    one, other = (follow(tmp_path, 3, 90, title=title) for title in ("een", "twee"))
    lines = [(tmp_path / made.path).read_text(encoding="utf-8").replace("twee", "een") for made in (one, other)]
    assert lines[0] == lines[1]
