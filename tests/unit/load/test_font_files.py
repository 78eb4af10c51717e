"""A theme's own fonts: which can be used, and what is said of the others, at the line that names them."""

import random
import subprocess
import sys
from io import BytesIO

import pytest
from fonts import samples

from kaartenspel.drawing import Document, Drawing, Placed, Sheet, Text
from kaartenspel.load.font_files import LETTERS, font_problems
from kaartenspel.outputs.fonts import SHIPPED, Faces
from kaartenspel.outputs.pdf import write_pdf
from kaartenspel.press.check import check

THEME = "theme: eigen\ntitle: Eigen\nextends: standard\nfonts:\n  regular: NAME\n"
WHOLE = samples.truetype()
LACKING = samples.truetype(samples.LETTERED.replace("ë", "").replace("€", ""))
BAD = {
    "cff": ("Letter.otf", samples.postscript(), "font-refused", "Open('Letter.otf'); Generate('Letter.ttf')"),
    "cff-as-ttf": ("a.ttf", samples.postscript(), "font-refused", "Open('a.ttf'); Generate('a-nieuw.ttf')"),
    "woff": ("Letter.woff", samples.packed(), "font-refused", "Open('Letter.woff'); Generate('Letter.ttf')"),
    "woff2": ("Letter.woff2", b"wOF2\0\1\0\0" + bytes(60), "font-refused", "Open('Letter.woff2')"),
    "collection": ("L.ttc", samples.collection(), "font-refused", 'fonttools ttLib -y 0 -o "L-1.ttf" "L.ttc"'),
    "variable": ("V.ttf", samples.variable(), "font-refused", 'varLib.instancer "V.ttf" wght=400 -o "V-vast.ttf"'),
    "restricted": ("a.ttf", samples.allowing(0x0002), "font-refused", "licence"),
    "not-in-part": ("a.ttf", samples.allowing(0x0100), "font-refused", "licence"),
    "no-unicode": ("a.ttf", samples.without_unicode(), "font-refused", "another font"),
    "picture": ("a.ttf", b"\x89PNG\r\n\x1a\n" + bytes(99), "font-refused", "PNG"),
    "zip": ("a.ttf", b"PK\x03\x04" + bytes(99), "font-refused", "unpack"),
    "cut-short": ("a.ttf", WHOLE[:3000], "font-broken", "fetch it anew"),
    "empty": ("a.ttf", b"", "font-broken", "fetch it anew"),
    "web-page": ("a.ttf", b"<!DOCTYPE html>", "font-broken", "fetch it anew"),
    "without-letters": ("a.ttf", LACKING, "font-letters", "ë €"),
}


@pytest.mark.parametrize("name, data, code, said", BAD.values(), ids=list(BAD))
def test_a_font_that_does_not_do_is_said_where_it_is_named(project, name, data, code, said):
    folder = project / "layouts" / "themes"
    folder.mkdir(parents=True)
    (folder / "eigen.yaml").write_text(THEME.replace("NAME", name), encoding="utf-8")
    (folder / name).write_bytes(data)
    (problem,), _looked = check(("layouts/themes/eigen.yaml",), project)
    assert (problem.code, problem.place.line, problem.place.column) == (code, 5, 12)
    assert name in problem.message
    assert said in f"{problem.message} {problem.hint}"
    assert problem.warning == (code == "font-letters")


@pytest.mark.parametrize("uses", [0, 4, 8, 0x0002 | 0x0008])
def test_a_font_that_may_be_printed_is_taken(tmp_path, uses):
    path = tmp_path / "a.ttf"
    path.write_bytes(samples.allowing(uses))
    assert font_problems(path, "a.ttf") == []


@pytest.mark.parametrize("face", SHIPPED)
def test_the_shipped_fonts_are_good(face):
    assert font_problems(SHIPPED[face], "a.ttf") == []


def test_what_font_tools_makes_of_the_refused_ones_is_good(project):
    """The commands that the messages give, as far as the tests have the program."""
    for sort in ("variable", "collection"):
        name, data, _code, _said = BAD[sort]
        (project / name).write_bytes(data)
        (problem,) = font_problems(project / name, name)
        command = problem.hint.partition("; fonttools ")[2].replace('"', "").split()
        subprocess.run([sys.executable, "-m", "fontTools", *command], cwd=project, check=True, capture_output=True)
        made = project / command[command.index("-o") + 1]
        assert font_problems(made, made.name) == []


def written(path):
    """A page with every letter in this font."""
    faces = Faces({"regular": path})
    drawn = [Text(5, 5, "regular", 9, "#000000", LETTERS, faces.shape("regular", LETTERS).kerns)]
    sheet = Sheet(300, 20, (Placed(Drawing(300, 20, tuple(drawn)), 0, 0),))
    target = BytesIO()
    write_pdf(Document("x", "nl", (sheet,)), faces, target)
    return target.getvalue()


@pytest.mark.parametrize("whole", [WHOLE, SHIPPED["bold"].read_bytes()], ids=["made", "shipped"])
def test_a_damaged_font_is_refused_or_can_be_drawn(tmp_path, whole):
    """Whatever passes the check, the libraries behind it must take: bytes are changed at random, most in the heads."""
    chance = random.Random(5)
    path = tmp_path / "a.ttf"
    outcomes = set()
    for turn in range(150):
        data = bytearray(whole)
        for _change in range(chance.randint(1, 4)):
            data[chance.randrange(len(data) if turn % 3 else 600)] = chance.randrange(256)
        path.write_bytes(data[: chance.randrange(len(data))] if turn % 10 == 9 else data)
        problems = font_problems(path, "a.ttf")
        outcomes.add(bool(problems))
        if all(problem.warning for problem in problems):
            assert problems or written(path)
    assert outcomes == {True, False}
