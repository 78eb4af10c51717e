"""The line in a sheet's margin that says what the sheet is and how to print it. Lengths are mm, 7 pt type."""

from collections.abc import Sequence

from kaartenspel.compose.atoms import Pieces, drawable
from kaartenspel.compose.measure import POINT, Measure, Shaped
from kaartenspel.drawing import Drawing, Text
from kaartenspel.model.theme import Theme

_FALLEN_BACK = 0.8  # the smallest share of its size at which a caption is still read


def caption(measure: Measure, theme: Theme, wordings: Sequence[str], width: float, height: float) -> Drawing | None:
    """The first wording that fits on the line, at its own size or somewhat smaller; None where none does."""
    style = theme.styles["caption"]
    for share in (1.0, 0.9, _FALLEN_BACK):
        for wording in wordings:
            size = style.largest * share
            pieces = drawable(measure, style.face, wording)
            shapes = [measure.shape(piece.face, piece.text) for piece in pieces]
            if sum([shaped.width for shaped in shapes]) * size * POINT <= width:
                return Drawing(width, height, _texts(theme, pieces, shapes, size, height))
    return None


def _texts(theme: Theme, pieces: Pieces, shapes: list[Shaped], size: float, height: float) -> tuple[Text, ...]:
    """The runs of the caption on one baseline."""
    colour = theme.colours[theme.styles["caption"].colour]
    texts: list[Text] = []
    x = 0.0
    for piece, shaped in zip(pieces, shapes, strict=True):
        texts.append(Text(round(x, 4), height * 0.72, piece.face, size, colour, piece.text, shaped.kerns))
        x += shaped.width * size * POINT
    return tuple(texts)
