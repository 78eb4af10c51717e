import re

import pytest
from pikepdf import Dictionary

from kaartenspel.drawing import Drawing, Placed, Sheet
from kaartenspel.outputs.embed import unicode_map

NOTDEF, SPACE = 0, 32


def entries(table):
    return re.findall(r"^<(\w+)> <(\w+)>$", table.split("endcodespacerange")[1], re.MULTILINE)


def test_codes_lead_to_characters():
    assert entries(unicode_map([NOTDEF, ord("ë"), ord("…")])) == [("01", "00EB"), ("02", "2026")]


def test_a_character_beyond_the_first_plane_takes_two_units():
    assert entries(unicode_map([NOTDEF, 0x1D4D0])) == [("01", "D835DCD0")]


def test_filling_is_left_out():
    assert entries(unicode_map([NOTDEF, *[SPACE] * 32])) == [("20", "0020")]


def test_a_block_holds_a_hundred():
    table = unicode_map([NOTDEF, *range(0x100, 0x1F0)])
    assert re.findall(r"^(\d+) beginbfchar$", table, re.MULTILINE) == ["100", "100", "40"]
    assert table.count("endbfchar") == 3
    assert len(entries(table)) == 240


@pytest.mark.parametrize("character", ["\U0001f12f", "\U0001f16a"])
def test_such_a_character_is_extracted_from_the_file(finish, text, faces, character):
    assert faces.has("fallback", character)
    item = text(5, 10, f"a{character}b", face="fallback")
    finished = finish(Sheet(210, 297, (Placed(Drawing(63, 88, (item,)), 0, 0),)))
    (font,) = (item for item in finished.pike.objects if isinstance(item, Dictionary) and "/ToUnicode" in item)
    assert (character.encode("utf-16-be").hex().upper() + ">").encode() in font.ToUnicode.read_bytes()
    assert finished.words(0)[0].text == f"a{character}b"
