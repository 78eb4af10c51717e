"""Rounded corners on finished PDFs: where the guides are, that nothing is lost, and where they are refused."""

from math import hypot

import pypdfium2
import pytest
from pdfkit import Finished

from kaartenspel.cli import main
from kaartenspel.drawing import Rect

MM = 25.4 / 72


def letters(made, page):
    """The boxes of all letters on a page, in mm from its top-left corner."""
    side = pypdfium2.PdfDocument(made.data)[page]
    text, height = side.get_textpage(), side.get_height()
    for number in range(text.count_chars()):
        left, low, right, high = text.get_charbox(number)
        yield tuple(value * MM for value in (left, height - high, right, height - low))


def is_lost(letter, box, radius):
    """Whether a part of a letter lies beyond the rounding of a corner of its card."""
    for x in letter[::2]:
        for y in letter[1::2]:
            across = max(box.x + radius - x, x - box.right + radius, 0)
            down = max(box.y + radius - y, y - box.bottom + radius, 0)
            if hypot(across, down) > radius:
                return True
    return False


@pytest.mark.parametrize(("size", "radius"), [("poker", 10), ("square", 10), ("jumbo", 10)])
def test_no_letter_lies_in_a_corner_that_goes(shipped_press, size, radius):
    made = shipped_press("stellingenspel", size=size, corners=float(radius), cards=("cultuur-*",))
    boxes = [Rect(box.x, box.y, box.width, box.height) for box in made.boxes(0)]
    wide = made.pdf.boxes(0)["MediaBox"].width
    backs = [Rect(wide - box.right, box.y, box.width, box.height) for box in boxes]
    found = 0
    for page in (0, 1):
        for letter in letters(made, page):
            for box in (boxes, backs)[page]:
                if box.x <= letter[0] <= box.right and box.y <= letter[1] <= box.bottom:
                    found += 1
                    assert not is_lost(letter, box, radius)
    assert found > 500
    assert any(is_lost(letter, box, 40) for letter in letters(made, 0) for box in boxes[:1])


def test_fronts_have_guides_and_backs_have_none(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["build", "stellingenspel", "--corners", "2.5", "--cards", "cultuur-*"]) == 0
    assert main(["build", "stellingenspel", "--cards", "cultuur-*"]) == 0
    (name,) = (path for path in (tmp_path / "output").iterdir() if "hoeken-2-5" in path.name)
    rounded, plain = (
        Finished(name.read_bytes()),
        Finished((tmp_path / "output" / "stellingenspel.keuze.pdf").read_bytes()),
    )
    extra = [len(rounded.paths(page)) - len(plain.paths(page)) for page in (0, 1)]
    assert extra == [2 * 4 * 6, 0]


@pytest.mark.parametrize(
    "options",
    [
        ["--corners", "11"], ["--corners", "0"], ["--corners", "9", "--size", "mini"],
        ["--corners", "3", "--size", "a6"],
        ["--corners", "3", "--size", "slide"], ["--corners", "3", "--shop", "generic"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_a_radius_that_cannot_be_is_refused(tmp_path, monkeypatch, capsys, options):
    monkeypatch.chdir(tmp_path)
    assert main(["build", "stellingenspel", *options]) == 2
    assert capsys.readouterr().err
    assert not (tmp_path / "output").exists()
