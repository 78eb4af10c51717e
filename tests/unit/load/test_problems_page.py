"""docs/problems.md explains every problem, and each file that it shows gives the problem that it is for."""

import re
from pathlib import Path

import pytest

from kaartenspel.press.check import check
from kaartenspel.problems import Code, KaartenspelError

ROOT = Path(__file__).parents[3]
SECTION = re.compile(r"^## ([a-z-]+)\n\n(.*?)(?=^## [a-z]|^# [A-Z]|\Z)", re.MULTILINE | re.DOTALL)
SECTIONS = SECTION.findall((ROOT / "docs/problems.md").read_text(encoding="utf-8"))
FOLDERS = {"kind": "layouts/kinds", "theme": "layouts/themes", "sheet": "layouts/sheets", "sources": "decks"}
CASES = ROOT / "tests/cases"
OF_THE_MACHINE = {
    Code.NO_PLAN: "tests/unit/cli/test_plan.py::test_nothing_that_fits_is_a_problem_and_nothing_is_written",
    Code.IMPORT_NOTE: "tests/integration/test_lists.py::test_a_csv_as_a_dutch_excel_saves_it",
    Code.CANNOT_READ: "tests/unit/cli/test_files.py::test_a_file_that_is_a_folder",
    Code.CANNOT_WRITE: "tests/unit/cli/test_exits.py::test_a_write_that_fails_leaves_the_earlier_pdf",
}


def test_every_problem_is_explained_in_the_order_of_the_code():
    assert [code for code, _text in SECTIONS] == [str(code) for code in Code]


@pytest.mark.parametrize(("code", "text"), SECTIONS, ids=[code for code, _text in SECTIONS])
def test_an_explanation_is_whole(code, text):
    assert len(re.findall(r"```", text)) == 2
    assert re.search(r"^\*\*Doe dit:\*\* \S", text, re.MULTILINE)
    assert len(text.split("```")[0].split()) > 4


EXAMPLES = [(code, example) for code, text in SECTIONS for example in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)]


@pytest.mark.parametrize(("code", "example"), EXAMPLES, ids=[code for code, _example in EXAMPLES])
def test_an_example_gives_its_problem_and_no_other(code, example, project):
    key, name = re.match(r"(?:#.*\n)*(?:(\w+):[ ]*(\w*))?", example).groups()
    file = "sources" if key == "sources" else name if key in FOLDERS else "proef"
    path = project / FOLDERS.get(key, "decks") / f"{file}.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(example, encoding="utf-8")
    try:
        problems, _looked = check((str(path.relative_to(project)),), Path())
    except KaartenspelError as error:
        problems = list(error.problems)
    advice = {str(Code.TEXT_ADVICE)} - {code}  # an example is too short to have reasons for and against
    assert {str(problem.code) for problem in problems} - advice == {code}


def test_every_problem_has_a_case_or_a_named_test():
    files = (file.read_bytes().replace(b"\0", b"") for file in CASES.rglob("*") if file.is_file())
    shown = {code.decode() for data in files for code in re.findall(rb"# expect: ([a-z-]+) \d+:\d+", data)}
    of_shops = {str(code) for code in Code if code.startswith("shop-")}  # found in a PDF: test_shop.py
    assert {str(code) for code in Code} - shown - of_shops == {str(code) for code in OF_THE_MACHINE}
    for test in OF_THE_MACHINE.values():
        file, name = test.split("::")
        assert f"def {name}(" in (ROOT / file).read_text(encoding="utf-8")
