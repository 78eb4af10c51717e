"""A made plan: what is written loads without a problem and adds up; what cannot be is refused with a reason."""

from pathlib import Path

import pytest

from kaartenspel import messages
from kaartenspel.load.project import Project
from kaartenspel.load.workshops import load_workshop
from kaartenspel.plan.refusal import Asked
from kaartenspel.plan.timetable import timetable
from kaartenspel.press.planner import PlanRequest, make_plan
from kaartenspel.problems import Code, KaartenspelError, UsageError
from kaartenspel.reading.find import shipped

GOALS = sorted(path.stem for path in shipped("layouts/goals").glob("*.yaml"))
START = 13 * 60 + 30


@pytest.fixture(autouse=True)
def _dutch():
    messages.use("nl")


def request(goal="feedback", people=24, minutes=90, **more):
    asked = Asked(people, minutes, more.pop("size", None), more.pop("there", None))
    return PlanRequest(goal, asked, START, **more)


def refused(folder, **more):
    with pytest.raises(KaartenspelError) as caught:
        make_plan(request(**more), Project(folder))
    (problem,) = caught.value.problems
    assert problem.code is Code.NO_PLAN
    assert not (folder / "workshops").exists()
    return problem.message, problem.hint


@pytest.mark.parametrize("goal", GOALS)
@pytest.mark.parametrize(("people", "minutes"), [(24, 90), (9, 60), (37, 150)])
def test_every_goal_gives_a_plan_that_is_right(tmp_path, goal, people, minutes):
    made = make_plan(request(goal, people, minutes), Project(tmp_path))
    project = Project(tmp_path)
    plan = load_workshop(project, tmp_path / made.path)
    assert project.problems == []
    reckoned = timetable(plan, plan.meetings[0]).schedule
    assert (reckoned.conflicts, reckoned.end) == ((), START + minutes)
    assert {slot.kind for slot in reckoned.slots} == {"block"}


def test_a_word_on_why_stands_above_every_block(tmp_path):
    made = make_plan(request(), Project(tmp_path))
    lines = (tmp_path / made.path).read_text(encoding="utf-8").splitlines()
    blocks = [
        number for number, line in enumerate(lines) if line.startswith("  - ") and number > lines.index("blocks:")
    ]
    assert len(blocks) == len(made.plan.meetings[0].blocks)
    assert all(lines[number - 1].startswith("  # ") for number in blocks)
    assert "doel feedback, 90 minuten, 24 deelnemers, getal 1" in lines[0]


def test_the_same_seed_gives_the_same_bytes_and_another_may_not(tmp_path):
    texts = set()
    for number, seed in enumerate([1, 1, 2, 3, 4, 5, 6]):
        folder = tmp_path / str(number)
        texts.add(
            (folder / make_plan(request(minutes=150, seed=seed), Project(folder)).path).read_text().split("\n", 1)[1]
        )
    assert 1 < len(texts) < 7


def test_a_file_that_is_there_is_left_alone(tmp_path):
    first = make_plan(request(), Project(tmp_path))
    (tmp_path / first.path).write_text("van mij", encoding="utf-8")
    second = make_plan(request(), Project(tmp_path))
    assert (second.path, second.other) == (Path("workshops/feedback-90-2.yaml"), first.path)
    assert (tmp_path / first.path).read_text(encoding="utf-8") == "van mij"


def test_a_title_names_the_file_and_output_goes_before_it(tmp_path):
    assert make_plan(request(title="Eén middag: feedback!"), Project(tmp_path)).path == Path(
        "workshops/een-middag-feedback.yaml"
    )
    assert make_plan(request(title="A", output=Path("b/c.yaml")), Project(tmp_path)).path == Path("b/c.yaml")
    with pytest.raises(UsageError, match="Mijn plan"):
        make_plan(request(output=Path("Mijn plan.yaml")), Project(tmp_path))


def test_a_plan_that_came_along_is_not_hidden(tmp_path):
    name = min(path.stem for path in shipped("workshops").glob("*.yaml"))
    made = make_plan(request(output=Path("workshops") / f"{name}.yaml"), Project(tmp_path))
    assert made.path == Path("workshops") / f"{name}-2.yaml"


def cards(made):
    return [use.deck.deck.deck for block in made.plan.meetings[0].blocks for use in block.activity.uses[:1]]


def contents(tmp_path, **more):
    return (tmp_path / make_plan(request(**more), Project(tmp_path)).path).read_text(encoding="utf-8")


def test_what_must_be_in_and_what_is_left_out(tmp_path):
    assert "card: werkvormen/kritische-vriend" in contents(tmp_path, must=("kritische-vriend",))
    assert "deck: leerbronnen" in contents(tmp_path, must=("leerbronnen",))
    assert "Dit wilde je er zelf bij." in contents(tmp_path, must=("werkvormen/intervisie",))
    for seed in range(5):
        assert "feedback-in-drietallen" not in contents(tmp_path, without=("feedback-in-drietallen",), seed=seed)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"goal": "feedbak"}, "feedbak"),
        ({"must": ("werkvormen/intervisi",)}, "werkvormen/intervisi"),
        ({"without": ("nergens",)}, "nergens"),
        ({"must": ("feedbacktips",), "without": ("feedbacktips",)}, "feedbacktips"),
    ],
)
def test_names_that_are_wrong_are_wrong_use(tmp_path, more, words):
    with pytest.raises(UsageError, match=words):
        make_plan(request(**more), Project(tmp_path))


def test_what_is_the_matter_is_said(tmp_path):
    assert refused(tmp_path, goal="partnerschap", minutes=30)[0] == "het kortste plan voor dit doel duurt 45 minuten"
    message, hint = refused(tmp_path, minutes=700)
    assert message.startswith("het langste plan voor dit doel duurt ")
    assert "--must" in hint
    assert "twee mensen" in refused(tmp_path, people=1)[0]
    assert "voor 2 mensen" in refused(tmp_path, people=2, goal="partnerschap", without=("interventies",))[0]
    assert refused(tmp_path, goal="waar-staan-wij", size=8)[1] == "het kan wel met groepen van 3, 4, 5, 6"
    assert "timer" in refused(tmp_path, there=())[1]
    assert "‘Besluit in vijf stappen’" in refused(tmp_path, people=40, must=("besluit-in-vijf-stappen",))[0]
    assert "‘PLG: de eerste keer’ is voor hoogstens 10" in refused(tmp_path, must=("plg-de-eerste-keer",))[0]
    everything = ("feedbacktips", "feedback-in-drietallen", "kritische-vriend")
    assert "blijft niets over" in refused(tmp_path, without=everything)[0]
    assert "pauze na hoogstens 90" in refused(tmp_path, must=("lesson-study",), minutes=150)[0]
    assert "wat erin moet" in refused(tmp_path, must=("carrousel-van-specialisten",), minutes=60)[0]


def test_what_is_there_in_vain_is_told(tmp_path):
    made = make_plan(request(there=("Timer", "flapp")), Project(tmp_path))
    assert made.idle == ("flapp",)


def test_groups_are_of_the_size_that_is_asked(tmp_path):
    made = make_plan(request("waar-staan-wij", size=4), Project(tmp_path))
    assert made.plan.groups.size == 4
    assert all(block.group_size is None for block in made.plan.meetings[0].blocks)


# --- goals of a school

GOAL = """\
goal: starters
title: Starters welkom
aim: Everyone knows a colleague.
language: en
welcome: "Welcome: good to have you."
harvest: What did you hear?
agreements: Who calls whom?
fits:
  - title: "Two by two: who are you?"
    why: Who knows one name dares to ask.
    minutes: 20
    least: 10
    grouping: pairs
    steps: [Tell, "Ask: why?"]
    materials: []
    say: "'Hello', says #1"
"""


def test_a_goal_of_the_school_s_own_in_english(tmp_path):
    folder = tmp_path / "layouts/goals"
    folder.mkdir(parents=True)
    (folder / "starters.yaml").write_text(GOAL, encoding="utf-8")
    made = make_plan(request("starters", minutes=45), Project(tmp_path))
    text = (tmp_path / made.path).read_text(encoding="utf-8")
    assert "# Core: Who knows one name dares to ask. Can take from 10 to 20 minutes." in text
    block = made.plan.meetings[0].blocks[1]
    assert (block.grouping, block.activity.title) == ("pairs", "Two by two: who are you?")
    assert block.activity.say.text == "'Hello', says #1"
    assert [step.text.text for step in block.activity.steps] == ["Tell", "Ask: why?"]
