"""A plan as a spreadsheet and back: nothing is lost, and what is wrong is told by its cell."""

import datetime
from pathlib import Path

import openpyxl
import pytest

from kaartenspel import messages
from kaartenspel.exchange.plan_lines import read_step, step_line
from kaartenspel.load.project import Project
from kaartenspel.press.exchange import export_plan, import_plan
from kaartenspel.problems import KaartenspelError, UsageError
from kaartenspel.reading.files import read
from kaartenspel.reading.values import plain

PLANS = Project(Path(__file__).parent / "nowhere").names("workshops")


@pytest.fixture(autouse=True)
def dutch(monkeypatch):
    monkeypatch.setenv("LANGUAGE", "nl")
    messages.use("nl")


def comparable(value):
    """Texts without the line ends that folding moves; a `|` block ends without one."""
    if isinstance(value, dict):
        return {name: comparable(part) for name, part in value.items()}
    if isinstance(value, list):
        return [comparable(part) for part in value]
    return value.strip()


@pytest.mark.parametrize("name", sorted(PLANS))
def test_export_and_import_give_the_same_plan(tmp_path, name) -> None:
    workbook = export_plan(name, tmp_path, tmp_path / "output")
    path, warnings = import_plan(workbook, Project(tmp_path))
    assert [problem for problem in warnings if not problem.warning] == []
    before, _problems = read(PLANS[name].path)
    after, _problems = read(tmp_path / path)
    assert comparable(plain(after)) == comparable(plain(before))


def test_the_same_plan_gives_the_same_bytes(tmp_path) -> None:
    name = sorted(PLANS)[0]
    first = export_plan(name, tmp_path, tmp_path / "one").read_bytes()
    assert export_plan(name, tmp_path, tmp_path / "two").read_bytes() == first


def changed(folder: Path, sheet: str, cell: str, value: object) -> Path:
    """A workbook of a plan in which a cell was changed."""
    path = export_plan("stellingenspel-45", folder, folder / "output")
    book = openpyxl.load_workbook(path)
    book[sheet][cell].value = value
    book.save(path)
    return path


@pytest.mark.parametrize(
    "sheet, cell, value, said",
    [
        ("Programma", "F3", "werkk", "‘werkk’"),
        ("Programma", "A3", "blokk", "‘blokk’"),
        ("Programma", "H3", "morgen", "‘morgen’"),
        ("Programma", "K3", "25:00", "‘25:00’"),
        ("Programma", "O3", "stelingenspel", "‘stelingenspel’"),
        ("Programma", "Z3", "iets onbegrijpelijks!!", "onbegrijpelijks"),
    ],
)
def test_what_is_wrong_is_told_by_its_cell(tmp_path, sheet, cell, value, said) -> None:
    path = changed(tmp_path, sheet, cell, value)
    with pytest.raises(KaartenspelError) as raised:
        import_plan(path, Project(tmp_path))
    places = [problem.place.said for problem in raised.value.problems if said in problem.message]
    assert f"stellingenspel-45.xlsx [{sheet}] {cell}" in places
    assert not (tmp_path / "workshops").exists()


def test_times_and_numbers_as_excel_keeps_them(tmp_path) -> None:
    path = changed(tmp_path, "Programma", "K3", datetime.time(15, 40))
    book = openpyxl.load_workbook(path)
    book["Programma"]["H3"].value = 20
    book.save(path)
    target, _warnings = import_plan(path, Project(tmp_path))
    value, _problems = read(tmp_path / target)
    block = plain(value)["blocks"][1]
    assert (block["at"], block["minutes"]) == ("15:40", "20")


def test_a_file_that_is_there_stays_unless_asked(tmp_path) -> None:
    path = changed(tmp_path, "Plan", "B3", "Ons eigen plan")
    target, _warnings = import_plan(path, Project(tmp_path))
    first = (tmp_path / target).read_bytes()
    other = changed(tmp_path, "Plan", "B4", "Een ander doel")
    with pytest.raises(UsageError):
        import_plan(other, Project(tmp_path))
    assert (tmp_path / target).read_bytes() == first
    import_plan(other, Project(tmp_path), replace=True)
    assert (tmp_path / f"{target}.bak").read_bytes() == first


@pytest.mark.parametrize("data", [b"", b"geen werkmap", b"PK\x03\x04kapot", b"\xd0\xcf\x11\xe0achter een wachtwoord"])
def test_what_is_no_workbook_is_told(tmp_path, data) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(data)
    with pytest.raises(KaartenspelError, match=r"plan\.xlsx"):
        import_plan(path, Project(tmp_path))


def test_a_workbook_of_something_else_is_told(tmp_path) -> None:
    openpyxl.Workbook().save(tmp_path / "anders.xlsx")
    with pytest.raises(UsageError, match=r"anders\.xlsx"):
        import_plan(tmp_path / "anders.xlsx", Project(tmp_path))


@pytest.mark.parametrize(
    "step",
    [
        "Vertel | of vraag",
        {"text": "Vertel", "minutes": "5"},
        {"text": "Vertel", "minutes_each": "1h30"},
        {"text": "Vertel", "rounds": "3"},
        {"text": "Vertel | of vraag", "minutes": "5", "rounds": "3"},
        {"text": "Vertel", "minutes_each": "2", "rounds": "4"},
    ],
)
def test_a_step_comes_back_from_its_line(step) -> None:
    assert read_step(step_line(step)) == step
