"""A school's own typefaces: files beside its theme, seen in the finished PDF."""

import pytest
from fonts import samples

from kaartenspel.outputs.fonts import SHIPPED, Faces

THEME = """\
theme: eigen
title: Eigen letter
extends: standard
fonts:
  semibold: leesletter.ttf
  regular: kleine-letter.ttf
"""
TEXT = "AVO én coöp: één keer per jaar ‘Waarom?’ – ïe voor €5…"
QUESTION = "Wie ziet dat? AVOND."
DECK = f"""\
deck: onze
title: Onze kaarten
kind: statement
cards:
  - {{id: een, text: "{TEXT}", question: "{QUESTION}"}}
"""


@pytest.fixture
def build(school):
    """The PDF of a deck in a theme with these two fonts."""

    def make(reading: bytes, small: bytes):
        school.write(layouts__themes__eigen=THEME, decks__onze=DECK)
        folder = school.folder / "layouts" / "themes"
        (folder / "leesletter.ttf").write_bytes(reading)
        (folder / "kleine-letter.ttf").write_bytes(small)
        pdf, _result = school.build("onze", theme="eigen")
        assert school.problems(str(school.folder / "layouts/themes/eigen.yaml")) == []
        return pdf

    return make


def said(pdf) -> str:
    return " ".join(run.text.strip() for run in pdf.words(0))


def names(pdf) -> set[str]:
    """The names of the fonts that are no shipped ones, without the mark of a subset and what makes them unique."""
    own = [font.name for font in pdf.fonts() if "Hyperlegible" not in font.name and "SourceSans" not in font.name]
    assert len(own) == len(set(own))
    return {name[7:].rpartition("-")[0] for name in own}


def test_an_own_font_is_embedded_kerned_and_extracted(build, school):
    pdf = build(samples.truetype(name="Lees-Regular", kern=150), samples.truetype(name="Klein-Regular"))
    assert all(font.embedded and font.subset for font in pdf.fonts())
    assert names(pdf) == {"Lees-Regular", "Klein-Regular"}
    assert TEXT in said(pdf)
    assert QUESTION in said(pdf)
    assert pdf.structure_problems() == []
    places = [place for place in pdf.characters(0) if place[0] in "AV"]
    (first, left, _), (second, right, _) = places[:2]
    size = next(run.size for run in pdf.words(0) if run.text.startswith("AVO"))
    width = (400 + ord("A") * 7 % 300 - 150) / 1000 * size * 25.4 / 72
    assert (first, second) == ("A", "V")
    assert right - left == pytest.approx(width, abs=0.01)


def test_a_shipped_typeface_of_the_school_s_own_copy_is_drawn_as_ever(build):
    pdf = build(SHIPPED["semibold"].read_bytes(), SHIPPED["regular"].read_bytes())
    assert TEXT in said(pdf)
    assert QUESTION in said(pdf)
    assert pdf.structure_problems() == []


def test_two_fonts_of_one_name_keep_apart(build):
    """They have the same PostScript name, and other letters in another order."""
    one = samples.truetype(name="Zelfde-Regular")
    other = samples.truetype(letters=samples.LETTERED[::-1], name="Zelfde-Regular", kern=80)
    pdf = build(one, other)
    assert names(pdf) == {"Zelfde-Regular"}
    assert TEXT in said(pdf)
    assert QUESTION in said(pdf)


def test_one_font_under_two_names_is_one_font(build):
    data = samples.truetype()
    pdf = build(data, data)
    assert names(pdf) == {"Schoolletter-Regular"}
    assert TEXT in said(pdf)
    assert QUESTION in said(pdf)


def test_a_font_without_some_letters_warns_and_takes_them_from_another(school):
    school.write(layouts__themes__eigen=THEME, decks__onze=DECK)
    folder = school.folder / "layouts" / "themes"
    (folder / "kleine-letter.ttf").write_bytes(samples.truetype())
    (folder / "leesletter.ttf").write_bytes(samples.truetype(samples.LETTERED.replace("ï", "").replace("ö", "")))
    assert school.problems(str(school.folder / "layouts/themes/eigen.yaml")) == [("eigen.yaml", 5, "font-letters")]
    done = school.run("kaartenspel build onze --theme eigen")
    assert done.returncode == 0, done.stderr
    assert "ö ï" in done.stderr or "ï ö" in done.stderr
    assert (school.folder / "output" / "onze.eigen.pdf").is_file()


def test_a_font_that_changes_is_read_anew(tmp_path):
    """As while watching: the measure and the PDF must never be of two versions of a file."""
    from kaartenspel.outputs.codes import font

    path = tmp_path / "a.ttf"
    path.write_bytes(samples.truetype())
    before = font(path)
    path.write_bytes(samples.truetype(name="Anders-Regular"))
    assert font(path) is not before
    assert b"Anders" in font(path).face.name
    assert Faces({"regular": path}).has("regular", "A")
