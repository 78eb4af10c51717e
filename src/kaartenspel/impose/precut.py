"""Pre-cut sheets: perforated cards from a shop, where the paper says where cards lie. Lengths are millimetres."""

from kaartenspel.drawing import Rect
from kaartenspel.impose.frame import Grid, Slot, Turn
from kaartenspel.model.sheet import Paper, Precut, SheetLayout, Size

WEIGHT = 200
"""Grams a square metre of the card stock that such sheets are made of."""


def precut_size(sheet: SheetLayout, cut: Precut) -> Size:
    """The card size of a pre-cut sheet, as the card is read; it is called as the sheet is."""
    width, height = (cut.height, cut.width) if cut.turned else (cut.width, cut.height)
    return Size(size=sheet.sheet, title=sheet.title, width=width, height=height, sheet=sheet.sheet, weight=WEIGHT)


def precut_grid(sheet: SheetLayout, cut: Precut, paper: Paper) -> Grid:
    """The cards of a pre-cut sheet as slots. No marks: nothing is cut, and a line would be seen on a card."""
    size = precut_size(sheet, cut)
    turn: Turn = 90 if cut.turned else 0
    slots = tuple(
        Slot(cut.left + column * cut.across, cut.top + row * cut.down, turn)
        for row in range(cut.rows)
        for column in range(cut.columns)
    )
    across, down = (cut.columns - 1) * cut.across + cut.width, (cut.rows - 1) * cut.down + cut.height
    return Grid(
        paper.width, paper.height, size.width, size.height, slots, cut.columns, cut.rows, cut.across - cut.width,
        sheet.bleed, sheet.margin, 0.0, Rect(cut.left, cut.top, across, down), precut=True,
        row_gutter=cut.down - cut.height,
    )  # fmt: skip
