"""Whatever is done to a plan's file: either a plan from which a script can be made, or problems at their places."""

import random
import re
from pathlib import Path

import pytest

from kaartenspel.load.project import Project
from kaartenspel.load.workshops import load_workshop
from kaartenspel.plan.script import make_script
from kaartenspel.problems import Problem
from kaartenspel.reading.find import shipped

ROOT = Path(__file__).parents[2]
FILES = [*sorted((ROOT / "tests/cases/workshops").glob("*.yaml")), *sorted(shipped("workshops").glob("*.yaml"))]
TEXTS = [file.read_text(encoding="utf-8") for file in FILES]
KEYS = sorted({key for text in TEXTS for key in re.findall(r"[a-z_]+:", text)})
VALUES = [
    "", "[]", "{}", "[1, 2]", "{a: b}", "'x'", "0", "-1", "99999999", "13:30", "null", "[[]]", "[{}]",
    "[{title: x, minutes: 5}]", "8 per tafel", "werkvormen/intervisie", "stellingenspel", "carrousel", "pairs", "1",
]  # fmt: skip


def spoiled(chance: random.Random) -> str:
    """A plan in which a few lines are gone, moved, or say something else."""
    lines = chance.choice(TEXTS).split("\n")
    for _time in range(chance.randint(1, 3)):
        at, value = chance.randrange(len(lines)), chance.choice(VALUES)
        line = lines[at]
        lines[at : at + 1] = chance.choice(
            [
                [],
                [chance.choice(lines), line],
                [re.sub(r"(\w+):.*$", rf"\1: {value}", line)],
                [re.sub(r"[\w-]+:", chance.choice(KEYS), line, count=1)],
                [re.sub(r": [^,}\]]+", f": {value}", line, count=1)],
            ]
        ) or [""]
    return re.sub(r"(?m)^workshop: [a-z0-9-]+$", "workshop: proef", "\n".join(lines))


def wrong(problems: list[Problem]) -> list[Problem]:
    return [problem for problem in problems if not problem.warning]


@pytest.mark.parametrize("seed", range(5))
def test_a_spoiled_plan_is_a_plan_or_has_problems_at_their_places(seed, tmp_path):
    chance, project, made = random.Random(seed), Project(tmp_path), 0
    for number in range(40):
        file = tmp_path / str(number) / "proef.yaml"
        file.parent.mkdir()
        file.write_text(spoiled(chance), encoding="utf-8")
        before = len(project.problems)
        plan = load_workshop(project, file, participants=chance.choice([None, 0, 1, 2, 3, 37, 2000]))
        found = project.problems[before:]
        assert all(problem.place for problem in found)
        assert (plan is None) == bool(wrong(found))
        if plan is not None:
            words = project.words(plan.workshop.language, None)
            assert make_script(plan, words, []).meetings
            made += 1
    assert made
