"""Letters that have become shapes: nothing in a PDF calls them letters, so they are told by how they look."""

from kaartenspel.preflight.marks import Mark, around

FEWEST = 3
HIGHEST = 7.0
"""Higher than this, in mm, a shape is a picture or a heading: neither is small type."""

UNLIKE = 0.15
"""How much letters differ in width, in heights: the dots of a pattern are alike."""


def is_type(mark: Mark) -> bool:
    """Whether a fill looks like a run of letters: some curved parts side by side, of different widths, in a row."""
    if mark.sort != "fill" or not mark.curved or len(mark.parts) < FEWEST:
        return False
    left, top, right, bottom = mark.box
    if not 0 < bottom - top < min(HIGHEST, (right - left) * 0.7):
        return False
    boxes = [around(list(part)) for part in mark.parts]
    widths = [box[2] - box[0] for box in boxes]
    return max(widths) - min(widths) > UNLIKE * max(box[3] - box[1] for box in boxes)


def tallest(mark: Mark) -> float:
    """The height of the tallest letter, in mm."""
    return max(box[3] - box[1] for box in (around(list(part)) for part in mark.parts))
