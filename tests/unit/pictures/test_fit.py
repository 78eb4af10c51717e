"""A picture in a box: whole, in the middle, with no more pixels than paper shows."""

import pytest
from pictures.drawings import svg

from kaartenspel.drawing import Pixels, Raster, Rect
from kaartenspel.outputs.figure import figure_drawing
from kaartenspel.pictures.fit import fit
from kaartenspel.pictures.svg.bounds import bounds

BOX = Rect(10, 20, 40, 40)


def raster(width, height):
    return Raster("k", width, height, lambda columns, rows: Pixels(columns, rows, 1, b""))


@pytest.mark.parametrize(
    "width, height, place, pixels",
    [
        (800, 400, (10, 30, 40, 20), (472, 236)),
        (400, 800, (20, 20, 20, 40), (236, 472)),
        (400, 200, (10, 30, 40, 20), (400, 200)),
        (3, 1, (10, 33.3333, 40, 13.3333), (3, 1)),
        (10_000, 1, (10, 39.998, 40, 0.004), (472, 1)),
    ],
)
def test_a_raster_is_whole_in_the_middle_and_never_made_larger(width, height, place, pixels):
    (picture,) = fit(raster(width, height), BOX)
    assert (picture.x, picture.y, picture.width, picture.height) == pytest.approx(place)
    assert (picture.columns, picture.rows) == pixels


def test_a_poster_is_printed_from_no_more_pixels_than_fit_in_memory():
    (picture,) = fit(raster(12_000, 9_000), Rect(0, 0, 2_000, 2_000))
    assert picture.columns * picture.rows <= 24_100_000


def test_a_vector_is_scaled_with_its_lines(load):
    vector = load(
        svg('<rect x="1" y="1" width="8" height="3" stroke="red" stroke-dasharray="1"/>', "0 0 10 5"), "a.svg"
    )
    (figure,) = fit(vector, BOX)
    (path,) = figure_drawing(figure).items
    box = bounds(path)
    assert (figure.x, figure.y, figure.width, figure.height) == (10, 30, 40, 20)
    assert (box.x, box.y, box.right, box.bottom) == pytest.approx((2, 2, 38, 18))
    assert (path.stroke_width, path.dash) == (4, (4,))
