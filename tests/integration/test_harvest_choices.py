"""The next plan starts from what a team chose in the figures of an afternoon."""

from pathlib import Path

import openpyxl
import pytest
from typed import filled, report, workbook

from kaartenspel.load.project import Project
from kaartenspel.plan.refusal import Asked
from kaartenspel.press.planner import PlanRequest, make_plan
from kaartenspel.problems import KaartenspelError


def chosen(folder, *marks):
    """The figures of an afternoon, with these marks before the first interventions."""
    made, _told = report(folder, workbook(folder, "nu", filled(12, 7)), formats=("xlsx",))
    book = openpyxl.load_workbook(made.files["xlsx"])
    for row, mark in enumerate(marks, 2):
        book["Kiezen"].cell(row, 1).value = mark
    book.save(made.files["xlsx"])
    sheet = book["Kiezen"]
    return made.files["xlsx"], [
        (sheet.cell(row, 7).value, sheet.cell(row, 5).value) for row in range(2, 2 + len(marks))
    ]


def planned(folder, file, minutes=90, people=24):
    request = PlanRequest(goal="", asked=Asked(people, minutes, None, None), after=file, output=Path("plan.yaml"))
    return make_plan(request, Project(folder))


def test_the_next_plan_starts_from_what_was_chosen(tmp_path):
    file, rows = chosen(tmp_path, "x", "", "X", "nee", "ja")
    made = planned(tmp_path, file)
    text = made.path.read_text() if made.path.is_absolute() else (tmp_path / made.path).read_text()
    for (name, said), mark in zip(rows, ("x", "", "X", "nee", "ja"), strict=True):
        assert (name in text, said in " ".join(text.split())) == ((mark in ("x", "X", "ja"),) * 2), name
    assert "form: afspraken" in text
    assert made.plan.workshop.title == "Aan de slag met wat we kozen"


@pytest.mark.parametrize("minutes, people", [(45, 5), (90, 60), (180, 24)])
def test_a_plan_fits_many_choices_or_few(tmp_path, minutes, people):
    file, rows = chosen(tmp_path, *["x"] * 8)
    made = planned(tmp_path, file, minutes, people)
    text = (tmp_path / made.path).read_text()
    assert all(name in text for name, _said in rows)


def test_a_choice_that_is_none_is_told_by_its_cell(tmp_path):
    file, _rows = chosen(tmp_path, "x", "misschien")
    with pytest.raises(KaartenspelError) as caught:
        planned(tmp_path, file)
    assert [problem.place.said for problem in caught.value.problems] == ["nu.oogst.xlsx [Kiezen] A3"]
    assert not (tmp_path / "plan.yaml").exists()


def test_nothing_chosen_says_so(tmp_path):
    file, _rows = chosen(tmp_path)
    with pytest.raises(KaartenspelError) as caught:
        planned(tmp_path, file)
    assert "nothing has been chosen" in caught.value.problems[0].message
