"""The small modules: points, symbol, dump, png."""

from io import BytesIO

import pytest

from kaartenspel.drawing import Document, Drawing, Modules, Placed, Rect, Sheet, Text, disc, line, rectangle
from kaartenspel.outputs.dump import dump
from kaartenspel.outputs.pdf import write_pdf
from kaartenspel.outputs.png import render
from kaartenspel.outputs.points import colour, number, points, thousandths
from kaartenspel.outputs.symbol import symbol


@pytest.mark.parametrize(
    "value, written",
    [(0, "0"), (1, "0.001"), (-1, "-0.001"), (12_500, "12.5"), (1_190_551, "1190.551"), (-7_000, "-7")],
)
def test_numbers_are_short_and_exact(value, written):
    assert number(value) == written


def test_lengths_become_points():
    assert thousandths(25.4) == 72_000
    assert points(210) == "595.276"
    assert points(-0.0000001) == "0"


def test_colours_for_strokes():
    assert colour("#000000", stroke=True) == "0 G"
    assert colour("#ff8000", stroke=True) == "1 0.502 0 RG"


def painted(path, side):
    grid = [["0"] * side for _ in range(side)]
    numbers = path.removesuffix("f").split("re")
    for rectangle_ in filter(None, map(str.split, numbers)):
        x, y, width, height = map(int, rectangle_)
        for row in grid[y : y + height]:
            assert row[x : x + width] == ["0"] * width, "no module is painted twice"
            row[x : x + width] = ["1"] * width
    return tuple("".join(row) for row in grid)


def test_a_symbol_paints_exactly_its_modules(modules):
    rows = modules(0, 0).rows
    assert painted(symbol(rows), len(rows)) == rows


def test_a_symbol_is_one_path():
    assert symbol(("11", "10")) == "0 0 2 1 re 0 1 1 1 re f"


def test_a_dump_is_a_line_an_item():
    items = (
        rectangle(Rect(-3, -3, 69, 94), "#0f6e78"),
        line((0, 1.005), (-0.001, 2), "#000000", 0.1),
        disc(5, 5, 1, "#ffffff"),
        Text(4, 8, "bold", 9.5, "#000000", "AV’s ", (-20, 0, 0, 0, 0)),
        Text(4, 12, "regular", 9, "#000000", "nn"),
        Modules(40, 66, 0.45, ("10", "01"), "https://voorbeeld.nl"),
    )
    assert dump(Drawing(63, 88, items)).splitlines() == [
        "drawing 63.00 x 88.00",
        "path fill #0f6e78 M -3.00,-3.00 L 66.00,-3.00 L 66.00,91.00 L -3.00,91.00 Z",
        "path stroke #000000 0.10 M 0.00,1.00 L 0.00,2.00",
        "path fill #ffffff M 5.00,4.00 C 5.55,4.00 6.00,4.45 6.00,5.00 C 6.00,5.55 5.55,6.00 5.00,6.00"
        " C 4.45,6.00 4.00,5.55 4.00,5.00 C 4.00,4.45 4.45,4.00 5.00,4.00 Z",
        "text 4.00 8.00 bold 9.5pt #000000 kerned -20 'AV’s '",
        "text 4.00 12.00 regular 9pt #000000 'nn'",
        "modules 40.00 66.00 2 of 0.45 https://voorbeeld.nl",
    ]


def test_two_drawings_have_two_dumps():
    assert dump(Drawing(63, 88, ())) != dump(Drawing(63, 88.01, ()))


def test_pages_are_rendered(faces, tmp_path):
    black = Drawing(25.4, 25.4, (rectangle(Rect(0, 0, 12.7, 25.4), "#000000"),))
    sheet = Sheet(25.4, 25.4, (Placed(black, 0, 0),))
    target = BytesIO()
    write_pdf(Document("Proef", "nl", (sheet, sheet)), faces, target)
    (tmp_path / "proof.pdf").write_bytes(target.getvalue())
    for pages in (render(target.getvalue(), 100), render(tmp_path / "proof.pdf", 100)):
        assert [page.size for page in pages] == [(100, 100)] * 2
        assert pages[0].getpixel((25, 50)) == (0, 0, 0)
        assert pages[0].getpixel((75, 50)) == (255, 255, 255)
