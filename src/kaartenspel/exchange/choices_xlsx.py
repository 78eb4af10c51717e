"""The sheet on which a team puts an x before the interventions that it chooses."""

from collections.abc import Sequence

from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from kaartenspel.exchange.choice_columns import HEADS, MARK, Choice
from kaartenspel.exchange.pages import choose, fill, rule_above

_WIDTHS = {"pick": 9, "element": 24, "step": 24, "code": 8, "text": 60, "monday": 56, "id": 20}
_PICK = list(HEADS).index("pick")


def fill_choices(sheet: Worksheet, choices: Sequence[Choice]) -> None:
    """A row for each intervention, in the order given, with a darker line where another element begins.

    Only the column of choices can be typed in, once the sheet is protected; its name is `CHOOSE` for who reads it.
    """
    fill(sheet, tuple(HEADS.values()), [_row(one) for one in choices], tuple(_WIDTHS.values()), _fixed())
    choose(sheet, _PICK, f'"{MARK}"', len(choices) + 1)
    for number, one in enumerate(choices, 2):
        sheet.cell(number, _PICK + 1).alignment = Alignment(horizontal="center", vertical="top")
        if number > 2 and one.element != choices[number - 3].element:
            rule_above(sheet, number, len(HEADS))


def _row(one: Choice) -> tuple[str, ...]:
    return tuple("" if name == "pick" else str(getattr(one, name)) for name in HEADS)


def _fixed() -> tuple[int, ...]:
    return tuple(index for index in range(len(HEADS)) if index != _PICK)
