"""Which grid a card size gets on a paper with a sheet layout, or why there is none.

Lengths are millimetres.
"""

from kaartenspel.drawing import Rect
from kaartenspel.impose.cells import best_grid, room_for_one
from kaartenspel.impose.divide import LIKE, divided_grid, fold_of, nearest_pieces
from kaartenspel.impose.frame import Axis, Grid, Marks, Slot, Turn
from kaartenspel.impose.precut import precut_grid, precut_size
from kaartenspel.messages import _
from kaartenspel.model.sheet import Paper, Precut, SheetLayout, Size
from kaartenspel.problems import Code, KaartenspelError, Problem

__all__ = ["Axis", "Grid", "Marks", "Slot", "Turn", "make_grid", "measure"]

OWN = 0.05
"""How much a size may differ from the cards of a pre-cut sheet."""
LEAST = 10.0
"""What must be left between the white edges of a piece, for anything to be printed on it."""


def make_grid(size: Size, paper: Paper, sheet: SheetLayout, half: bool = False) -> Grid:
    """The grid for these three; `half` puts fronts and backs on one side, with a fold between.

    Raises KaartenspelError (`sheet-too-small`) with the millimetres that are needed and that there are.
    """
    if sheet.fit == "divide":
        return _divide(size, paper, sheet, half)
    if sheet.fit == "page":
        return page_grid(size)
    if sheet.precut is not None:
        return _precut(size, paper, sheet, sheet.precut)
    grid = best_grid(size, paper, sheet, half)
    if grid is None:
        needed = measure(*room_for_one(size, sheet, half))
        said = _("the card size {size} does not fit on {paper}: with its edges it needs {needed}, there is {there}")
        there = measure(paper.width, paper.height)
        raise _too_small(
            said.format(size=size.size, paper=paper.paper, needed=needed, there=there),
            _("choose a larger paper, a smaller size, or a sheet that divides the paper"),
        )
    return grid


def page_grid(size: Size) -> Grid:
    """One card that is the page itself, as for a screen: no edge, no bleed, no marks and no caption."""
    block = Rect(0.0, 0.0, size.width, size.height)
    return Grid(
        size.width,
        size.height,
        size.width,
        size.height,
        (Slot(0.0, 0.0),),
        1,
        1,
        0.0,
        0.0,
        0.0,
        0.0,
        block,
        screen=True,
    )


def _divide(size: Size, paper: Paper, sheet: SheetLayout, half: bool) -> Grid:
    """The pieces of a paper that is cut up, checked against the size."""
    pieces = nearest_pieces(size, paper, sheet)
    words = {"size": size.size, "paper": paper.paper, "sheet": sheet.sheet, "piece": measure(*pieces.piece)}
    least = 2 * max(sheet.inset, sheet.margin) + LEAST
    if pieces.differs(size) > LIKE or min(pieces.piece) < least:
        needed = measure(max(size.width, least), max(size.height, least))
        said = _("the sheet {sheet} cuts {paper} into pieces of {piece}; the card size {size} needs {needed}")
        hint = _("choose a sheet that suits the size, or leave the choice of the sheet to the size")
        raise _too_small(said.format(needed=needed, **words), hint)
    fold = fold_of(pieces) if half else None
    if half and fold is None:
        said = _("the sheet {sheet} cuts {paper} into an odd number of pieces ({piece}); that cannot be folded")
        raise _too_small(said.format(**words), _("choose a larger paper, or another way of printing both sides"))
    return divided_grid(pieces, sheet, fold)


def _precut(size: Size, paper: Paper, sheet: SheetLayout, cut: Precut) -> Grid:
    """A pre-cut sheet, which has a card size of its own: any other would run over the perforation."""
    card = precut_size(sheet, cut)
    if max(abs(card.width - size.width), abs(card.height - size.height)) > OWN:
        said = _("the cards of the sheet {sheet} are {card}; the card size {size} is {needed}")
        needed, there = measure(size.width, size.height), measure(card.width, card.height)
        said = said.format(sheet=sheet.sheet, card=there, size=size.size, needed=needed)
        raise _too_small(said, _("choose the sheet with --sheet and leave the size out: the sheet knows its cards"))
    return precut_grid(sheet, cut, paper)


def measure(width: float, height: float) -> str:
    """`105 × 148,5 mm`: a width and a height in the way of the language of the run."""
    return _("{width} × {height} mm").format(width=_decimal(width), height=_decimal(height))


def _decimal(value: float) -> str:
    """A number without needless zeros, with the decimal sign of the language of the run."""
    # Translators: the decimal sign
    return f"{round(value, 1):g}".replace(".", _("."))


def _too_small(said: str, hint: str) -> KaartenspelError:
    return KaartenspelError([Problem(Code.SHEET_TOO_SMALL, said, hint=hint)])
