import pytest

from kaartenspel.drawing import Rect
from kaartenspel.outputs.contact import HIGHEST, MOST, WIDEST, Cells, Shown
from kaartenspel.outputs.crop import Face, pixels

SIZES = {
    "mini": (44, 68),
    "poker": (63, 88),
    "a6": (105, 148.5),
    "a5": (148, 210),
    "slide": (254, 142.9),
    "a3": (297, 420),
}


def face(width, height, turn=0):
    box = Rect(20, 30, height, width) if turn in (90, 270) else Rect(20, 30, width, height)
    return Face(0, box, turn, box)


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("count", [1, 2, 7, 39, 40, 41, 95, 10_000])
def test_sheets_hold_at_most_forty_cards_and_are_not_too_large(size, count):
    cells = Cells.of([Shown("x", (face(*size), face(*size)))] * count)
    each = cells.columns * cells.rows
    assert 1 <= each <= MOST
    assert cells.columns == 1 or cells.columns * cells.width <= WIDEST
    assert cells.rows == 1 or cells.rows * cells.height <= HIGHEST
    assert count > each or cells.columns * (cells.rows - 1) < count


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_face_is_upright_and_its_bleed_is_on_the_right_side(turn):
    """On the page the bleed is at the left; where that is on the card depends on the turn."""
    upright = face(63, 88, turn)
    box = upright.box
    turned = Face(0, box, turn, Rect(box.x - 3, box.y, box.width + 3, box.height))
    assert (turned.width, turned.height) == (63, 88)
    shown = {
        0: Rect(-3, 0, 66, 88), 90: Rect(0, 0, 63, 91), 180: Rect(0, 0, 66, 88), 270: Rect(0, -3, 63, 91),
    }  # fmt: skip
    assert turned.shown() == shown[turn]
    assert turned.has_bleed()
    assert not upright.has_bleed()


def test_a_window_inside_the_trim_is_no_bleed():
    box = Rect(0, 0, 105, 148.5)
    assert not Face(0, box, 0, box.grown(-6)).has_bleed()


def test_pixels_are_at_110_dots_an_inch():
    assert pixels(Rect(0, 0, 25.4, 50.8), 25.4) == (110, 110, 220, 330)
