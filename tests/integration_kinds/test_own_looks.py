"""A school's own colours, size and sheet: YAML in its own folder, seen in the finished PDF."""

import pytest
from pdfpaths import Box

THEME = """\
theme: regenboog
title: De Regenboog
extends: standard
colours:
  statement: '#7a1f5c'
  ink: '#102030'
tokens:
  band: 14 mm
"""
SIZE = """\
size: vierkant-groot
title: Groot vierkant (80 × 80 mm)
width: 80 mm
height: 8 cm
sheet: ruim
"""
SHEET = """\
sheet: ruim
title: Ruim uit elkaar
fit: cells
gutter: 8 mm
bleed: 2 mm
margin: 10 mm
heads: up
marks: long
"""
DECK = """\
deck: onze
title: Onze kaarten
kind: statement
groups: {een: {title: Eerste groep, code: A}}
cards:
  - {id: een, group: een, text: Een eigen stelling., pro: Dat leest snel., contra: Dat zegt weinig.}
  - {id: twee, group: een, text: Nog een stelling., pro: Twee is meer., contra: Eén was genoeg.}
"""


def colour(hexadecimal: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(hexadecimal))


def filled(pdf) -> set[tuple[int, ...]]:
    """The colours of what is filled, on all pages."""
    shapes = [shape for page in range(len(pdf)) for shape in pdf.paths(page) if shape.paint == "fill"]
    return {tuple(round(part * 255) for part in shape.colour) for shape in shapes}


def boxes(pdf, hexadecimal: str) -> list[Box]:
    """The rectangles in one colour on the first page."""
    ours = [shape for shape in pdf.paths(0) if tuple(round(part * 255) for part in shape.colour) == colour(hexadecimal)]
    return [box for shape in ours for box in shape.boxes]


def test_an_own_theme_colours_the_pdf(school):
    school.write(layouts__themes__regenboog=THEME, decks__onze=DECK)
    standard, _result = school.build("onze")
    own, _result = school.build("onze", theme="regenboog")
    assert colour("0f6e78") in filled(standard)
    assert colour("7a1f5c") in filled(own)
    assert colour("0f6e78") not in filled(own)


def test_an_own_theme_s_lengths_hold(school):
    school.write(layouts__themes__regenboog=THEME, decks__onze=DECK)
    pdf, _result = school.build("onze", theme="regenboog", sheet="spaced")
    assert max(box.height for box in boxes(pdf, "7a1f5c")) == pytest.approx(14 + 3, abs=0.01)  # with its bleed


def test_an_own_theme_is_listed_and_checked(school):
    school.write(layouts__themes__regenboog=THEME, decks__onze=DECK)
    assert "regenboog" in school.run("kaartenspel list themes").stdout
    assert school.problems() == []
    school.write(layouts__themes__regenboog=THEME.replace("'#102030'", "blauw"))
    assert ("regenboog.yaml", 6, "wrong-value") in school.problems()


def test_an_own_size_lies_on_an_own_sheet(school):
    school.write(layouts__sizes__vierkant_groot=SIZE, layouts__sheets__ruim=SHEET, decks__onze=DECK)
    pdf, result = school.build("onze", size="vierkant-groot")
    assert (result.size, result.per_sheet) == ("vierkant-groot", 2 * 3)  # 80 + 8 + 80 within 190, thrice within 277
    bands = boxes(pdf, "0f6e78")
    wide = [box for box in bands if box.width > 80]
    assert {round(box.width, 2) for box in wide} == {84.0}  # the card with a bleed of 2 mm at both sides
    left = sorted({round(box.x, 2) for box in wide})
    assert left[1] - left[0] == pytest.approx(88, abs=0.01)


def test_own_size_and_sheet_are_listed_and_checked(school):
    school.write(layouts__sizes__vierkant_groot=SIZE, layouts__sheets__ruim=SHEET, decks__onze=DECK)
    assert "80 × 80 mm" in school.run("kaartenspel list sizes").stdout
    assert "layouts/sheets/ruim.yaml" in school.run("kaartenspel list sheets").stdout
    assert school.problems() == []
    school.write(layouts__sizes__vierkant_groot=SIZE.replace("8 cm", "acht"))
    assert ("vierkant-groot.yaml", 4, "wrong-value") in school.problems()
    school.write(layouts__sizes__vierkant_groot=SIZE.replace("ruim", "krap"))
    assert ("vierkant-groot.yaml", 5, "unknown-name") in school.problems()


def test_a_file_of_a_shipped_name_wins(school):
    """A school that always wants wide gutters says so once."""
    school.write(layouts__sheets__touching=SHEET.replace("ruim", "touching"), decks__onze=DECK)
    _pdf, result = school.build("onze")
    assert result.per_sheet == 2 * 2  # nine, where they touch
