"""A list of agreements is read as it was typed; what is wrong with it is told by sheet and cell."""

import datetime

import openpyxl
import pytest
from unit.press.agreement_list import DAY, filled

from kaartenspel import messages
from kaartenspel.load.project import Project
from kaartenspel.press.agreements import interventions, new_agreements, read_agreements
from kaartenspel.problems import Code, KaartenspelError, MachineError, UsageError


@pytest.fixture(autouse=True)
def _dutch():
    messages.use("nl")


def read(path, **more):
    project = Project(path.parent)
    return read_agreements(project, path, **more), project.problems


def refused(path):
    with pytest.raises(KaartenspelError) as caught:
        read(path)
    return [(problem.place and problem.place.said, problem.code) for problem in caught.value.problems
            if not problem.warning]  # fmt: skip


def test_what_was_typed_is_what_is_read(tmp_path):
    found, problems = read(filled(tmp_path, 2))
    assert problems == []
    assert (found.name, found.title, found.day) == ("afspraken", "Dit spraken we af", DAY)
    back = found.look_back
    assert (back.day, back.start, back.minutes, back.where) == (datetime.date(2027, 1, 5), 930, 30, "teamkamer")
    first, second = found.items
    assert (first.who, first.by, first.card, first.code) == (
        "team onderbouw", datetime.date(2026, 12, 1), "stap-1-school-2", "A2",
    )  # fmt: skip
    assert (second.card, second.by) == ("", datetime.date(2026, 12, 2))


def test_a_date_that_stayed_text_is_a_date(tmp_path):
    typed = ["1-12-2026", "2026-12-01", "1 december 2026", "di 1 december 2026", "01/12/2026"]
    found, problems = read(filled(tmp_path, 5, {f"Afspraken C{row}": text for row, text in enumerate(typed, 2)}))
    assert ({one.by for one in found.items}, problems) == ({datetime.date(2026, 12, 1)}, [])


def test_every_bad_cell_is_located(tmp_path):
    dates = ["31-2-2027", "eind januari", "20 januari", "46000", "29-2-2027", "1-1-1027"]
    wrong = {f"Afspraken C{row}": (text, Code.WRONG_VALUE) for row, text in enumerate(dates, 2)} | {
        "Afspraken E4": ("Z9 · Bestaat niet", Code.UNKNOWN_NAME),
        "Afspraken A5": (None, Code.MISSING_FIELD),
        "Middag B3": ("gisteren", Code.WRONG_VALUE),
        "Middag B4": ("32-1-2027", Code.WRONG_VALUE),
        "Middag B5": ("25:00", Code.WRONG_VALUE),
        "Middag B6": ("een uurtje", Code.WRONG_VALUE),
    }
    told = refused(filled(tmp_path, 6, {cell: typed for cell, (typed, _code) in wrong.items()}))
    places = {f"afspraken.xlsx [{cell.replace(' ', '] ')}": code for cell, (_typed, code) in wrong.items()}
    assert (dict(told), len(told)) == (places, len(wrong))


def test_a_card_is_named_by_drop_down_id_or_code(tmp_path):
    label = {one.id: one.label for one in interventions(Project(tmp_path))}["stap-1-school-2"]
    typed = {f"Afspraken E{row}": text for row, text in enumerate([label, "stap-1-school-2", "A2", f"{label} "], 2)}
    found, problems = read(filled(tmp_path, 4, typed))
    assert ([one.card for one in found.items], problems) == (["stap-1-school-2"] * 4, [])


def test_what_the_drop_down_meant_then_is_what_it_means(tmp_path):
    typed = {"Interventies A3": "A2 · Zo stond het er vorig jaar", "Afspraken E2": "A2 · Zo stond het er vorig jaar"}
    found, problems = read(filled(tmp_path, 1, typed | {"Interventies B3": "stap-3-school-5"}))
    assert (found.items[0].card, problems) == ("stap-3-school-5", [])


def test_what_is_open_or_odd_is_warned_about_by_its_cell(tmp_path):
    cells = {"Afspraken B2": None, "Afspraken C3": datetime.date(2025, 12, 1), "Afspraken C4": "1-6-2027",
             "Afspraken F1": "opmerking", "Middag B4": datetime.date(2027, 1, 9)}  # fmt: skip
    _found, problems = read(filled(tmp_path, 3, cells))
    told = {problem.place.said.split("] ")[1] if problem.place else "": problem.code for problem in problems}
    assert all(problem.warning for problem in problems)
    assert told == {"B2": Code.MISSING_FIELD, "C3": Code.TIMES, "C4": Code.TIMES, "F1": Code.IMPORT_NOTE,
                    "": Code.TIMES}  # fmt: skip
    assert any("weekend" in problem.message for problem in problems)


def test_a_list_of_ones_own_is_read_by_its_heads(tmp_path):
    book = openpyxl.Workbook()
    for row in (["Afspraak", "Wie", "Datum", "Wat zien we"], ["Samen lunchen", "team", DAY, "Broodtrommels"]):
        book.active.append(row)
    book.save(tmp_path / "eigen.xlsx")
    found, problems = read(tmp_path / "eigen.xlsx")
    assert (found.items[0].what, found.items[0].by, found.items[0].see) == ("Samen lunchen", DAY, "Broodtrommels")
    assert (found.look_back, problems) == (None, [])


def test_an_empty_list_says_so(tmp_path):
    assert refused(tmp_path / new_agreements("leeg", tmp_path)) == [
        ("leeg.xlsx [Afspraken] A1", Code.MISSING_FIELD)
    ]  # fmt: skip


def test_a_workbook_of_something_else_and_no_workbook_are_refused(tmp_path):
    openpyxl.Workbook().save(tmp_path / "ander.xlsx")
    assert refused(tmp_path / "ander.xlsx") == [(None, Code.CANNOT_READ)]
    with pytest.raises(MachineError):
        read(tmp_path / "weg.xlsx")


def test_the_empty_list_is_the_same_each_time_and_writes_over_nothing(tmp_path):
    one = (tmp_path / new_agreements("een", tmp_path)).read_bytes()
    assert one == (tmp_path / new_agreements("twee", tmp_path)).read_bytes()
    with pytest.raises(UsageError):
        new_agreements("een", tmp_path)


def test_every_intervention_can_be_chosen(tmp_path):
    book = openpyxl.load_workbook(tmp_path / new_agreements("leeg", tmp_path))
    offered = [row[1] for row in book["Interventies"].iter_rows(min_row=2, values_only=True)]
    assert len(offered) == len(set(offered)) == 56
    formulas = [one.formula1 for one in book["Afspraken"].data_validations.dataValidation]
    assert "Interventies!$A$2:$A$57" in formulas
    assert book["Afspraken"]["C2"].number_format == "D-M-YYYY"
    assert "rol of voorletters" in str(list(book["Uitleg"].iter_rows(values_only=True)))
