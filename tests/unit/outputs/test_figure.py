"""Drawings that scale: once in the file when they stand on paper more than once, and always as they are alone."""

import pytest
from pictures.drawings import LOGO
from pictures.samples import put
from pikepdf import Stream
from PIL import ImageChops

from kaartenspel.drawing import Drawing, Placed, Rect, Sheet, rectangle
from kaartenspel.outputs.figure import figure_drawing
from kaartenspel.outputs.placing import bounds
from kaartenspel.outputs.survey import look, survey, together
from kaartenspel.pictures.fit import fit
from kaartenspel.pictures.load import load_picture

RED = "#c81e28"


@pytest.fixture
def logo(tmp_path):
    """The logo in a box, as items."""
    put(tmp_path, "logo.svg", LOGO.encode())
    vector, problems = load_picture(tmp_path, "logo.svg", None)
    assert problems == []
    return lambda x, y, width: fit(vector, Rect(x, y, width, width))


def sheet(*drawings):
    return Sheet(200, 60, tuple(Placed(drawing, 60 * index, 0) for index, drawing in enumerate(drawings)))


def forms(finished):
    return [item for item in finished.pike.objects if isinstance(item, Stream) and item.get("/Subtype") == "/Form"]


def card(*items):
    return Drawing(60, 60, (rectangle(Rect(0, 0, 60, 60), "#f4f0e0"), *items))


def test_on_many_cards_it_is_written_once(finish, logo):
    cards = [card(*logo(x, 5, 40)) for x in (2, 5, 9)]
    finished = finish(sheet(*cards))
    assert len(forms(finished)) == 1
    content = finished.pike.pages[0].Contents.read_bytes()
    assert content.count(b" c\n") + content.count(b" c ") == 0
    assert finished.structure_problems() == []


def test_once_it_stands_in_its_place(finish, logo):
    assert forms(finish(sheet(card(*logo(2, 2, 40))))) == []


def test_it_looks_the_same_by_its_form_in_each_size(finish, logo):
    """Beside text and lines in other colours and widths, which must not leak into it."""

    def drawn(*boxes):
        return finish(sheet(*(card(rectangle(Rect(1, 1, 4, 4), RED), *logo(*box)) for box in boxes))).picture(0, 200)

    both = drawn((2, 5, 50), (20, 5, 25))
    for index, box in enumerate(((2, 5, 50), (20, 5, 25))):
        alone = drawn(box)
        left, width = round(60 * index / 25.4 * 200), round(58 / 25.4 * 200)
        part, other = both.crop((left, 0, left + width, alone.height)), alone.crop((0, 0, width, alone.height))
        changed = ImageChops.difference(part, other).convert("L").point(lambda value: 255 * (value > 60))
        assert sum(changed.histogram()[1:]) < 0.005 * width * alone.height
        assert len(part.getcolors(width * alone.height)) > 10


def test_several_processes_find_the_same(logo):
    sheets = [Sheet(60, 60, (Placed(card(*logo(x, 5, 30 + x)), 0, 0),)) for x in (2, 4)]
    from kaartenspel.drawing import Document

    whole = survey(Document("x", "nl", tuple(sheets)))
    assert together(map(look, sheets)).figures == whole.figures
    ((name, largest),) = whole.figures.values()
    assert (name, largest.width) == ("V0", 34)


def test_a_form_shows_all_of_it(logo):
    (figure,) = logo(0, 0, 40)
    box, drawn = bounds(card(figure)), bounds(figure_drawing(figure))
    assert box.right >= 60
    assert drawn.right >= figure.width
