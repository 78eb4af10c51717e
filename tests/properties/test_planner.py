"""Two hundred plans that anybody might ask for: each is right, or refused with a reason."""

from random import Random

import pytest

from kaartenspel.load.project import Project
from kaartenspel.load.workshops import load_workshop
from kaartenspel.plan.refusal import Asked
from kaartenspel.plan.timetable import timetable
from kaartenspel.press.planner import PlanRequest, make_plan
from kaartenspel.problems import Code, KaartenspelError
from kaartenspel.reading.find import shipped

GOALS = sorted(path.stem for path in shipped("layouts/goals").glob("*.yaml"))
FORMS = ("intervisie", "feedbacktips", "werkvormen/kritische-vriend", "wel-niet", "stellingenspel", "lesson-study")
LONGEST = 90


def asked_at_random(number):
    luck = Random(number)
    asked = Asked(
        luck.choice([0, 1, 2, 3, 5, 8, 12, 24, 37, 60, luck.randrange(200)]),
        luck.choice([30, 45, 60, 75, 90, 120, 150, 240, 360, luck.randrange(15, 720)]),
        luck.choice([None, None, None, luck.randrange(2, 9)]),
        luck.choice([None, None, (), ("timer", "flap", "stiften")]),
    )
    must, without = luck.sample(FORMS, 2)
    return PlanRequest(
        luck.choice(GOALS), asked, luck.randrange(1440), luck.randrange(50),
        luck.choice([(), (), (must,)]), luck.choice([(), (without,)]),
    )  # fmt: skip


@pytest.mark.parametrize("first", range(0, 200, 20))
def test_a_made_plan_is_right_or_refused_with_a_reason(tmp_path, first):
    project = Project(tmp_path)
    made = [outcome(project, asked_at_random(number)) for number in range(first, first + 20)]
    assert "right" in made
    assert set(made) <= {"right", "refused"}


def outcome(project, request):
    try:
        path = make_plan(request, project).path
    except KaartenspelError as error:
        reasons = [problem.code for problem in error.problems if problem.message]
        return "refused" if reasons == [Code.NO_PLAN] else str(error)
    plan = load_workshop(project, project.folder / path)
    assert project.problems == []
    (meeting,) = plan.meetings
    table = timetable(plan, meeting)
    assert table.schedule.conflicts == ()
    assert {slot.kind for slot in table.schedule.slots} == {"block"}
    assert table.schedule.end == request.start + request.asked.minutes
    assert stretches(table) <= LONGEST
    assert all(not crowd.division.trouble for crowd in table.crowds.values())
    return "right"


def stretches(table):
    """The longest time without a break."""
    longest = here = 0
    for slot in table.schedule.slots:
        here = 0 if table.blocks[slot.id].sort == "break" else here + slot.end - slot.start
        longest = max(longest, here)
    return longest
