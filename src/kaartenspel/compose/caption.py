"""The line in a sheet's margin that says what the sheet is and how to print it. Lengths are mm, 7 pt type."""

from collections.abc import Sequence

from kaartenspel.compose.atoms import Piece
from kaartenspel.compose.measure import POINT, Measure, usable_face
from kaartenspel.drawing import Drawing, Text
from kaartenspel.model.theme import Theme

_FALLEN_BACK = 0.8  # the smallest share of its size at which a caption is still read


def caption(measure: Measure, theme: Theme, wordings: Sequence[str], width: float, height: float) -> Drawing | None:
    """The first wording that fits on the line, at its own size or somewhat smaller; None where none does."""
    style = theme.styles["caption"]
    for share in (1.0, 0.9, _FALLEN_BACK):
        for wording in wordings:
            size = style.largest * share
            pieces = _pieces(measure, style.face, wording)
            widths = [measure.shape(piece.face, piece.text).width * size * POINT for piece in pieces]
            if sum(widths) <= width:
                return Drawing(width, height, _texts(measure, theme, pieces, widths, size, height))
    return None


def _pieces(measure: Measure, face: str, wording: str) -> list[Piece]:
    """The wording by the faces that can draw it."""
    pieces: list[Piece] = []
    for character in wording:
        usable = usable_face(measure, face, character) or face
        if pieces and pieces[-1].face == usable:
            pieces[-1] = Piece(usable, pieces[-1].text + character)
        else:
            pieces.append(Piece(usable, character))
    return pieces


def _texts(
    measure: Measure, theme: Theme, pieces: list[Piece], widths: list[float], size: float, height: float
) -> tuple[Text, ...]:
    """The runs of the caption on one baseline."""
    colour = theme.colours[theme.styles["caption"].colour]
    texts: list[Text] = []
    x = 0.0
    for piece, width in zip(pieces, widths, strict=True):
        kerns = measure.shape(piece.face, piece.text).kerns
        texts.append(Text(round(x, 4), height * 0.72, piece.face, size, colour, piece.text, kerns))
        x += width
    return tuple(texts)
