"""Symbols: one that qrcode draws by itself, with the mask that loses least, and that another program reads."""

import random

import pytest
import qrcode
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from qrcode import util

from kaartenspel.compose import qr
from kaartenspel.compose.masks import packed, penalty
from kaartenspel.compose.qr import LEAST_MODULE, QUIET, TooMuchError, symbol

LEVELS = {level: util.BIT_LIMIT_TABLE[level] for level in range(4)}
M, H, Q = 0, 2, 3


def by_qrcode(link):
    """The eight symbols that qrcode draws for a link, at the highest level that keeps the version of level M."""
    code = qrcode.QRCode(error_correction=M)
    code.add_data(link)
    version = code.best_fit()
    for level in (H, Q, M):
        code = qrcode.QRCode(error_correction=level)
        code.add_data(link)
        try:
            if code.best_fit() == version:
                break
        except qrcode.exceptions.DataOverflowError:
            continue
    drawn = []
    for mask in range(8):
        code = qrcode.QRCode(version=version, error_correction=level, border=0, mask_pattern=mask)
        code.add_data(link)
        code.make(fit=False)
        drawn.append(tuple("".join("01"[dark] for dark in row) for row in code.modules))
    return drawn


def loss(rows):
    return penalty(packed([[module == "1" for module in row] for row in rows]), len(rows))


def read(rows):
    """What zxing-cpp reads from the symbol with its quiet zone, three pixels a module."""
    side = len(rows) + 2 * QUIET
    image = Image.new("L", (side, side), 255)
    for y, row in enumerate(rows):
        for x, module in enumerate(row):
            image.putpixel((x + QUIET, y + QUIET), 0 if module == "1" else 255)
    (found,) = zxingcpp.read_barcodes(image.resize((3 * side, 3 * side), Image.Resampling.NEAREST))
    return found.text


PATH = st.text("abcdefghijklmnopqrstuvwxyzABCDEF0123456789-._~/%?=&", max_size=220)
LINKS = st.one_of(
    PATH.map(lambda path: f"https://www.voorbeeld.nl/{path}"),
    st.from_regex(r"HTTPS://[A-Z]{1,30}\.NL/[A-Z0-9]{0,60}", fullmatch=True),
    st.integers(0, 10**90).map(lambda number: f"https://voorbeeld.nl/{number}"),
)


@given(LINKS)
@settings(max_examples=80, deadline=None)
def test_the_symbol_is_the_one_of_qrcode_with_the_mask_that_loses_least(link):
    drawn = by_qrcode(link)
    losses = [loss(rows) for rows in drawn]
    assert symbol(link) == drawn[losses.index(min(losses))]  # the first of those that lose the same


@given(LINKS)
@settings(max_examples=60, deadline=None)
def test_another_program_reads_the_link(link):
    assert read(symbol(link)) == link


@pytest.mark.parametrize("version", range(1, 41))
def test_every_version_holds_what_qrcode_puts_in_it_at_every_level(version):
    generator = random.Random(version)
    for level in (M, Q, H):
        letters = (LEVELS[level][version] - 4 - util.length_in_bits(util.MODE_8BIT_BYTE, version)) // 8
        text = "".join(
            generator.choices("abcdefghijklmnopqrstuvwxyz/-", k=letters - generator.randrange(min(letters, 9)))
        )
        code = qrcode.QRCode(version=version, error_correction=level, border=0, mask_pattern=5)
        code.add_data(text)
        code.make(fit=False)
        words = qr._codewords(version, level, qr._stream(code.data_list, version))
        assert list(words) == code.data_cache
        assert qr._on_its_way(version, words) ^ qr._empty(version, level)[5] == packed(code.modules)


def test_a_link_that_fills_a_symbol_to_the_last_bit_leaves_no_room_to_end():
    letters = (LEVELS[M][1] - 12) // 8
    full = symbol("x" * letters)
    assert len(full) == 21
    assert read(full) == "x" * letters
    assert len(symbol("x" * (letters + 1))) == 25


def test_a_higher_level_is_taken_where_the_symbol_grows_no_larger():
    # 7 bytes are the most that version 1 holds at level H
    assert len(symbol("x" * 7)) == 21
    assert symbol("x" * 7) in by_qrcode("x" * 7)


def test_a_link_that_no_symbol_holds_is_refused():
    assert len(symbol("x" * 2331)) == 177  # the most at level M (ISO/IEC 18004, table 7)
    with pytest.raises(TooMuchError):
        symbol("x" * 2332)


def test_the_least_side_is_that_of_the_least_module():
    side = len(symbol("https://voorbeeld.nl")) * LEAST_MODULE
    assert side == pytest.approx(25 * 0.4)
