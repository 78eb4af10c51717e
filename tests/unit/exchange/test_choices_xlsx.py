"""The sheet to choose interventions on: what can be typed in, what cannot, and the drop-down."""

from openpyxl import Workbook

from kaartenspel.exchange.choice_columns import CHOOSE, HEADS, Choice
from kaartenspel.exchange.choices_xlsx import fill_choices
from kaartenspel.exchange.pages import protect

CHOICES = [
    Choice("Vertrouwen", "Vertrouwen en ruimte", "F1", "Vraag eerst wat iemand al kan.", "Twee lege stoelen.", "f-1"),
    Choice("Vertrouwen", "Vertrouwen en ruimte", "F2", "=Begin klein.", "Een lijst met één regel.", "f-2"),
    Choice("Eén koers", "Eén koers kiezen", "D1", "Kies één zin. " * 12, "", "d-1"),
]


def test_only_the_column_of_choices_is_free() -> None:
    book = Workbook()
    sheet = book.create_sheet(CHOOSE)
    fill_choices(sheet, CHOICES)
    protect(sheet)
    rows = list(sheet.iter_rows())
    assert [cell.value for cell in rows[0]] == list(HEADS.values())
    assert [row[4].value for row in rows[1:]] == [one.text for one in CHOICES]
    assert [row[6].value for row in rows[1:]] == [one.id for one in CHOICES]
    assert all(row[4].data_type == "s" for row in rows[1:]), "no text becomes a formula"
    assert [row[0].protection.locked for row in rows] == [True, False, False, False]
    assert all(cell.protection.locked for row in rows[1:] for cell in row[1:] if cell.value)


def test_an_x_is_offered_and_elements_stand_apart() -> None:
    sheet = Workbook().create_sheet(CHOOSE)
    fill_choices(sheet, CHOICES)
    (offered,) = sheet.data_validations.dataValidation
    assert offered.formula1 == '"x"'
    assert all(f"A{row}" in offered.sqref for row in (2, 3, 4))
    darker = [sheet.cell(row, 5).border.top.color.rgb != sheet.cell(2, 5).border.top.color.rgb for row in (2, 3, 4)]
    assert darker == [False, False, True]
    assert sheet.row_dimensions[4].height > sheet.row_dimensions[3].height
