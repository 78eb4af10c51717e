"""What a symbol loses, against a second reading of the rules: plain, slow, module by module."""

from itertools import groupby

import pytest
import qrcode
from hypothesis import given, settings
from hypothesis import strategies as st

from kaartenspel.compose.masks import packed, penalty, unpacked

FINDER = [True, False, True, True, True, False, True]
LIGHT = [False] * 4


def plain_penalty(rows):
    """ISO/IEC 18004:2015, 7.8.3, table 11, on rows of booleans."""
    lines = [*rows, *([row[column] for row in rows] for column in range(len(rows)))]
    dark = sum(sum(row) for row in rows)
    return sum(runs(line) + finders(line) for line in lines) + blocks(rows) + balance(dark, len(rows) ** 2)


def runs(line):
    lengths = [len(list(group)) for _colour, group in groupby(line)]
    return sum(3 + length - 5 for length in lengths if length >= 5)


def blocks(rows):
    squares = (
        {rows[y][x], rows[y][x + 1], rows[y + 1][x], rows[y + 1][x + 1]}
        for y in range(len(rows) - 1)
        for x in range(len(rows) - 1)
    )
    return 3 * sum(len(colours) == 1 for colours in squares)


def finders(line):
    points = 0
    for start in range(len(line) - 6):
        if line[start : start + 7] == FINDER:
            before, behind = line[max(start - 4, 0) : start], line[start + 7 : start + 11]
            points += 40 * (LIGHT in (before, behind))
    return points


def balance(dark, modules):
    steps = 0
    while abs(100 * dark / modules - 50) >= 5 * (steps + 1):
        steps += 1
    return 10 * steps


def drawn(version, level, mask, data):
    code = qrcode.QRCode(version=version, error_correction=level, border=0, mask_pattern=mask)
    code.add_data(data)
    code.make(fit=False)
    return code.modules


def grids(least, most):
    """Squares of modules as they come: with long runs and large blocks as well."""
    side = st.integers(least, most)
    shade = st.sampled_from([0b01, 0b0001, 0b0111, 0b10111010000, 0b00001011101, 0b1011101])

    @st.composite
    def made(draw):
        size = draw(side)
        bits = draw(st.integers(0, 2 ** (size * size) - 1))
        if draw(st.booleans()):
            word = format(draw(shade), "b")
            bits = int((word * size * size)[: size * size], 2) ^ (bits & draw(st.integers(0, 2 ** (size * size) - 1)))
        text = format(bits, f"0{size * size}b")
        return [[bit == "1" for bit in text[row * size : (row + 1) * size]] for row in range(size)]

    return made()


@given(st.integers(1, 12), st.integers(0, 3), st.binary(min_size=1, max_size=7))
@settings(max_examples=60, deadline=None)
def test_the_eight_masks_of_a_symbol_lose_what_the_plain_reading_says(version, level, data):
    for mask in range(8):
        rows = drawn(version, level, mask, data)
        assert penalty(packed(rows), len(rows)) == plain_penalty(rows)


@given(grids(1, 30))
@settings(max_examples=300, deadline=None)
def test_any_square_of_modules_loses_what_the_plain_reading_says(rows):
    assert penalty(packed(rows), len(rows)) == plain_penalty(rows)


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    "line, points",
    [
        ("1011101" + "0000" + "1" * 4, 40),
        ("1111" + "0000" + "1011101", 40),
        ("0000" + "1011101" + "0000", 40),  # light on both sides is one pattern
        ("000" + "1011101" + "000" + "11", 0),
        ("1011101" + "00001011101", 80),
    ],
)
def test_finder_patterns_count_in_rows_and_columns(line, points, turned):
    # in the other rows and columns nothing looks like a finder pattern
    size = len(line)
    rows = [[(x // 2 + y // 2) % 2 == 1 for x in range(size)] for y in range(size)]
    rows[0] = [bit == "1" for bit in line]
    rows = [list(column) for column in zip(*rows, strict=True)] if turned else rows
    assert sum(finders(x) for x in (*rows, *map(list, zip(*rows, strict=True)))) == points
    assert penalty(packed(rows), size) == plain_penalty(rows)


def test_the_plain_reading_is_that_of_the_standard():
    assert runs([True] * 5 + [False] * 7 + [True] * 4) == 3 + 5
    assert blocks([[True] * 3] * 3) == 4 * 3
    assert [balance(dark, 100) for dark in (50, 54, 56, 61, 44, 39, 0)] == [0, 0, 10, 20, 10, 20, 100]


@given(grids(1, 25))
def test_packing_and_unpacking_a_symbol_gives_it_back(rows):
    assert unpacked(packed(rows), len(rows)) == tuple("".join("01"[dark] for dark in row) for row in rows)
