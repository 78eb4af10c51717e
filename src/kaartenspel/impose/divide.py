"""Paper cut in equal pieces, each with a white edge: A4 in two, four or eight, or a poster.

Lengths are millimetres. A printer cannot reach the paper's edge, so pieces that fill the paper have no bleed;
a card takes the size of its piece (A4 in four gives 105 × 148.5, not 105 × 148).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kaartenspel.drawing import Rect
from kaartenspel.impose.frame import Axis, Grid, Slot
from kaartenspel.model.sheet import Paper, SheetLayout, Size

LIKE = 0.05
"""A piece is of a size when no side differs by more than this part."""
A4 = 210.0 * 297.0


@dataclass(frozen=True, slots=True)
class Pieces:
    """Paper, upright or sideways, in columns and rows."""

    width: float
    height: float
    columns: int
    rows: int

    @property
    def piece(self) -> tuple[float, float]:
        """The width and height of one piece."""
        return self.width / self.columns, self.height / self.rows

    def differs(self, size: Size) -> float:
        """How far a piece is from a size, as a part of its side."""
        width, height = self.piece
        return max(abs(width / size.width - 1), abs(height / size.height - 1))


def nearest_pieces(size: Size, paper: Paper, sheet: SheetLayout) -> Pieces:
    """The division whose pieces are most like the size; portrait wins ties."""
    return min(_divisions(size, paper, sheet), key=lambda pieces: round(pieces.differs(size), 6))


def _divisions(size: Size, paper: Paper, sheet: SheetLayout) -> Iterator[Pieces]:
    """All divisions of the paper that the sheet allows."""
    short, long = sorted((paper.width, paper.height))
    for width, height in ((short, long), (long, short)):
        if sheet.parts is None:
            yield Pieces(width, height, max(1, round(width / size.width)), max(1, round(height / size.height)))
            continue
        for parts in (sheet.parts, sheet.parts * max(1, round(short * long / A4))):
            yield from (Pieces(width, height, n, parts // n) for n in range(1, parts + 1) if parts % n == 0)


def fold_of(pieces: Pieces) -> Axis | None:
    """The fold that leaves whole pieces on both halves, or None where their number is odd both ways."""
    if pieces.columns % 2 == 0:
        return "vertical"
    return "horizontal" if pieces.rows % 2 == 0 else None


def divided_grid(pieces: Pieces, sheet: SheetLayout, fold: Axis | None) -> Grid:
    """The pieces as slots; with a fold only those on the half for the fronts."""
    width, height = pieces.piece
    columns = pieces.columns // 2 if fold == "vertical" else pieces.columns
    rows = pieces.rows // 2 if fold == "horizontal" else pieces.rows
    slots = tuple(Slot(column * width, row * height) for row in range(rows) for column in range(columns))
    return Grid(
        pieces.width, pieces.height, width, height, slots, columns, rows, 0.0, 0.0, sheet.margin,
        max(sheet.inset, sheet.margin), Rect(0.0, 0.0, columns * width, rows * height), "none", fold,
    )  # fmt: skip
