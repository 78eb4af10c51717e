"""What must stay white: the edge that printers do not reach, and the cuts of divided paper. From pixels."""

from math import ceil, floor

import pytest

DPI = 150
DOT = 25.4 / DPI
UNPRINTABLE = 5.0
WHITE = 250
"""The least that counts as white: pdfium shades the pixel beside a corner by one or two of 255."""
EDGES = [("stellingenspel", {}), ("feedbacktips", {"duplex": "fold"}), ("stellingenspel", {"size": "tarot"})]
PIECES = [
    ("fasekaarten", {}, 2, 2),
    ("werkvormen", {"duplex": "short-edge"}, 2, 2),
    ("werkvormen", {"duplex": "fold"}, 2, 2),
    ("feedbacktips", {"size": "a7"}, 4, 2),
    ("feedbacktips", {"size": "a5"}, 2, 1),
]
MORE = [
    ("stellingenspel", {"size": size, "paper": paper, "sheet": sheet, "duplex": duplex})
    for size, paper in (("poker", "sra3"), ("tarot", "a3"))
    for sheet in ("touching", "spaced")
    for duplex in ("short-edge", "fold")
]


def inked(picture, upright, length, place, reach):
    """Whether any whole pixel is not white within `reach` mm of a line across a page of this width or height."""
    size = picture.width if upright else picture.height
    # the picture is a whole number of pixels, to which the page was stretched by a hair
    first = max(0, ceil((place - reach) * size / length))
    last = min(size, floor((place + reach) * size / length))
    box = (first, 0, last, picture.height) if upright else (0, first, picture.width, last)
    return picture.crop(box).getextrema()[0] < WHITE


def soiled(made, across=(), down=(), edge=UNPRINTABLE - DOT / 2, cut=0.0):
    """The pages with ink at the paper's edges or at the cuts, which lie at these shares of width and height."""
    found = []
    for page in range(len(made)):
        picture, media = made.pdf.picture(page, DPI).convert("L"), made.pdf.boxes(page)["MediaBox"]
        for upright, length, shares in ((True, media.width, across), (False, media.height, down)):
            places = [(0.0, edge), (length, edge), *((length * share, cut) for share in shares)]
            found += [(page, upright, *place) for place in places if inked(picture, upright, length, *place)]
    return found


@pytest.mark.parametrize("name, options", [*EDGES, *(pytest.param(*each, marks=pytest.mark.full) for each in MORE)])
def test_nothing_prints_where_printers_do_not_reach(press, name, options):
    made = press(name, **options)
    assert soiled(made) == []
    for page in range(len(made)):
        media = made.pdf.boxes(page)["MediaBox"]
        for _letter, x, y in made.pdf.characters(page):
            assert UNPRINTABLE <= x + 0.01 <= media.width - UNPRINTABLE + 0.02
            assert UNPRINTABLE <= y + 0.01 <= media.height - UNPRINTABLE + 0.02


@pytest.mark.parametrize("name, options, columns, rows", PIECES)
def test_paper_cut_in_pieces_is_white_within_6_mm_of_every_cut(press, name, options, columns, rows):
    made = press(name, **options)
    across, down = (_cuts(count) for count in (columns, rows))
    assert soiled(made, across, down, edge=5.95, cut=5.95) == []


def _cuts(pieces):
    return [number / pieces for number in range(1, pieces)]


def test_the_comparer_can_fail(press):
    made = press("fasekaarten")
    assert soiled(made.shifted(0, 0.4), [0.5], [0.5], edge=5.95, cut=5.95)
    assert soiled(made.shifted(0, 0.0, -0.4), [0.5], [0.5], edge=5.95, cut=5.95)
    assert {page for page, *_where in soiled(press("stellingenspel").shifted(3, 3.0))} == {3}
