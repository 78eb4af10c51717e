"""Every broken deck, layout, plan and project in tests/cases gives exactly the problems that its files say.

Each is a small project; a file says itself which problems it gives, as `# expect: code line:column`. Advice on texts
counts in the cases that expect some: the other decks are too short to have reasons for and against.
"""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kaartenspel import messages
from kaartenspel.press.check import check
from kaartenspel.problems import Code, Problem

ROOT = Path(__file__).parents[2] / "cases"
EXPECT = re.compile(r"^# expect: ([a-z-]+) (\d+):(\d+)$", re.MULTILINE)

Seen = list[tuple[str, int, int, str]]


@dataclass(frozen=True)
class Case:
    """Files by where they lie in the project; a single deck or layout is a project of one file."""

    name: str
    files: dict[str, Path]

    def expected(self) -> Seen:
        return sorted(
            (place, int(line), int(column), code)
            for place, file in self.files.items()
            if file.suffix == ".yaml"
            for code, line, column in EXPECT.findall(file.read_text(encoding="utf-8"))
        )

    def problems(self, folder: Path) -> list[Problem]:
        for place, file in self.files.items():
            (folder / place).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, folder / place)
        named = tuple(self.files) if len(self.files) == 1 else ()  # without a name, shipped decks would be checked too
        problems = check(named, Path())[0]
        about_texts = any(code == Code.TEXT_ADVICE for *_place, code in self.expected())
        return [problem for problem in problems if about_texts or problem.code != Code.TEXT_ADVICE]


def cases() -> Iterator[Case]:
    for file in sorted((ROOT / "decks").glob("*.yaml")):
        yield Case(f"decks/{file.stem}", {f"decks/{file.name}": file})
    for file in sorted((ROOT / "workshops").glob("*.yaml")):
        yield Case(f"workshops/{file.stem}", {f"workshops/{file.name}": file})
    for file in sorted((ROOT / "layouts").glob("*/*.yaml")):
        place = file.relative_to(ROOT).as_posix()
        yield Case(place.removesuffix(".yaml"), {place: file})
    for folder in sorted((ROOT / "projects").iterdir()):
        files = {file.relative_to(folder).as_posix(): file for file in sorted(folder.rglob("*")) if file.is_file()}
        yield Case(f"projects/{folder.name}", files)


def seen(problems: list[Problem]) -> Seen:
    return sorted((*problem.order[:3], str(problem.code)) for problem in problems)


CASES = list(cases())
OF_PAPER = list(Code)[list(Code).index(Code.WRONG_SHAPE) : list(Code).index(Code.CANNOT_READ)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_gives_what_it_says(case, project):
    assert seen(case.problems(project)) == case.expected()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_problem_is_said_once_and_in_words(case, project):
    messages.use("nl")
    problems = case.problems(project)
    said = [(problem.place, problem.message) for problem in problems]
    assert len(set(said)) == len(said)
    for problem in problems:
        assert problem.place.text, problem
        assert problem.place.column - 1 + problem.place.width <= len(problem.place.text) + 1, problem
        assert not any(mark in f"{problem.message}{problem.hint}" for mark in ("None", "<class", "Input should"))


def test_every_problem_of_load_compose_and_impose_has_a_case():
    shown = {code for case in CASES for _file, _line, _column, code in case.expected()}
    of_shops = {str(code) for code in Code if code.startswith("shop-")}  # found in a PDF: test_shop.py
    # told of an order or of a spreadsheet, not of a file of ours: test_planner.py, test_lists.py
    elsewhere = {Code.NO_PLAN, Code.IMPORT_NOTE}
    assert {str(code) for code in OF_PAPER} - shown - elsewhere - of_shops == set()


@pytest.mark.parametrize("wrong", ["# expect: wrong-value 2:8\n", "", "# expect: wrong-value 2:9\n# expect: x 1:1\n"])
def test_the_comparison_can_fail(wrong, project):
    file = project / "case.yaml"
    file.write_text(
        f"deck: proef\ntitle: Goed\nkind: statment\ncards:\n  - id: a\n    text: x\n{wrong}", encoding="utf-8"
    )
    case = Case("made", {"decks/proef.yaml": file})
    assert seen(case.problems(project)) != case.expected()
