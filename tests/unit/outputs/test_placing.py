import pikepdf
import pytest
from pdfkit import Box, decode_qr
from PIL import ImageChops

from kaartenspel.drawing import Drawing, Path, Placed, Rect, Segment, Sheet, line, rectangle

A4 = (210.0, 297.0)
WIDTH, HEIGHT = 63.0, 88.0
TURNS = (0, 90, 180, 270)


def turned(x, y, turn):
    """Where a place of a drawing lies in its box after turning, by hand: the corner that comes top left moves."""
    return {0: (x, y), 90: (HEIGHT - y, x), 180: (WIDTH - x, HEIGHT - y), 270: (y, WIDTH - x)}[turn]


def sheet(drawing, turn=0, clip=None, x=31.7, y=42.3):
    return Sheet(*A4, (Placed(drawing, x, y, turn, clip),))


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("times", [1, 2])
def test_text_lies_where_the_drawing_says(finish, text, turn, times):
    places = [(5.0, 10.0), (7.5, 50.25), (-2.0, 87.9)]
    drawing = Drawing(WIDTH, HEIGHT, tuple(text(x, y, "Waarom", size=9.5) for x, y in places))
    finished = finish(*[sheet(drawing, turn)] * times)
    for run, place in zip(finished.words(0), places, strict=True):
        x, y = turned(*place, turn)
        assert (run.x, run.y) == (pytest.approx(31.7 + x, abs=0.002), pytest.approx(42.3 + y, abs=0.002))
        assert run.angle == turn
        assert run.size == pytest.approx(9.5)


def test_many_lines_do_not_drift(finish, text):
    places = [(row * 0.37 + 3.1 * column, row * 4.01) for column in range(40) for row in range(60)]
    drawing = Drawing(WIDTH, HEIGHT, tuple(text(x, y, "a", size=5) for x, y in places))
    runs = finish(sheet(drawing)).words(0)
    assert len(runs) == len(places)
    for run, (x, y) in zip(runs, places, strict=True):
        assert (run.x, run.y) == (pytest.approx(31.7 + x, abs=0.004), pytest.approx(42.3 + y, abs=0.004))


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("times", [1, 2])
def test_the_trim_comes_to_lie_at_the_place(finish, turn, times):
    drawing = Drawing(WIDTH, HEIGHT, (rectangle(Rect(0, 0, WIDTH, HEIGHT), "#0f6e78"),))
    (shape,) = finish(*[sheet(drawing, turn)] * times).paths(0)
    sides = (WIDTH, HEIGHT) if turn in {0, 180} else (HEIGHT, WIDTH)
    assert shape.boxes[0] == Box(*(pytest.approx(value, abs=0.002) for value in (31.7, 42.3, *sides)))


def dark(picture, x, y, dpi=150):
    return sum(picture.getpixel((round(x / 25.4 * dpi), round(y / 25.4 * dpi)))[:3]) < 300


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("times", [1, 2])
def test_the_clip_hides_what_lies_outside(finish, turn, times):
    drawing = Drawing(WIDTH, HEIGHT, (rectangle(Rect(-10, -10, WIDTH + 20, HEIGHT + 20), "#000000"),))
    clip = Rect(40, 50, 30, 20)
    picture = finish(*[sheet(drawing, turn, clip)] * times).picture(0, 150)
    assert all(dark(picture, x, y) for x, y in ((41, 51), (69, 51), (41, 69), (69, 69)))
    assert not any(dark(picture, x, y) for x, y in ((39, 60), (71, 60), (55, 49), (55, 71)))


def test_the_clip_holds_for_one_drawing_only(finish):
    black = Drawing(20, 20, (rectangle(Rect(0, 0, 20, 20), "#000000"),))
    clipped = Placed(black, 10, 10, clip=Rect(10, 10, 5, 5))
    picture = finish(Sheet(*A4, (clipped, Placed(black, 50, 50)))).picture(0, 150)
    assert dark(picture, 12, 12)
    assert not dark(picture, 20, 20)
    assert dark(picture, 65, 65)


@pytest.mark.parametrize("times", [1, 2])
def test_without_clip_the_bleed_shows(finish, times):
    drawing = Drawing(WIDTH, HEIGHT, (line((-8, 44), (70, 44), "#000000", 3),))
    picture = finish(*[sheet(drawing)] * times).picture(0, 150)
    assert dark(picture, 31.7 - 7, 42.3 + 44)
    assert dark(picture, 31.7 + 69, 42.3 + 42.7)


def test_a_form_shows_all_that_reaches_out(finish, text):
    """Also what no one would expect: a long line, a broad stroke, the sharp corner that it makes."""
    sharp = Path(
        (Segment("move", ((-9.0, 30.0),)), Segment("line", ((-15.0, 32.0),)), Segment("line", ((-9.0, 34.0),))),
        stroke="#000000",
        stroke_width=6,
    )
    items = (text(60, 10, "MMMMMMMMMMMM", "bold", 30), line((0, 84), (63, 84), "#000000", 20), sharp)
    once = finish(sheet(Drawing(WIDTH, HEIGHT, items))).picture(0, 72)
    twice = finish(*[sheet(Drawing(WIDTH, HEIGHT, items))] * 2).picture(0, 72)
    assert ImageChops.difference(once, twice).getbbox() is None


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("times", [1, 2])
def test_a_qr_is_read_after_each_turn(finish, modules, turn, times):
    drawing = Drawing(WIDTH, HEIGHT, (modules(20, 30),))
    code = drawing.items[0]
    middle = turned(20 + code.side / 2, 30 + code.side / 2, turn)
    (read,) = decode_qr(finish(*[sheet(drawing, turn)] * times).picture(0, 150), 150)
    assert read.text == code.link
    assert (read.x, read.y) == (pytest.approx(31.7 + middle[0], abs=0.3), pytest.approx(42.3 + middle[1], abs=0.3))


def test_a_qr_is_black_whatever_was_drawn_before(finish, modules):
    code = modules(20, 30)
    first = Drawing(WIDTH, HEIGHT, (rectangle(Rect(0, 0, 5, 5), "#ffcc00"), code))
    second = Drawing(WIDTH, HEIGHT, (rectangle(Rect(0, 0, 5, 5), "#00ccff"), code))
    finished = finish(sheet(first), sheet(second))
    assert [shape.colour for page in (0, 1) for shape in finished.paths(page)[1:]] == [(0.0,), (0.0,)]


def test_a_qr_has_no_seams(finish, modules):
    code = modules(20, 30, module=1.0)
    picture = finish(sheet(Drawing(WIDTH, HEIGHT, (code,)))).picture(0, 73).convert("L")
    corner = [round(value / 25.4 * 73) for value in (31.7 + 20, 42.3 + 30)]
    eye = [picture.getpixel((corner[0] + n, corner[1] + 1)) for n in range(3, 18)]
    assert max(eye) < 40


def test_marks_are_drawn_last_and_untouched(finish):
    card = Drawing(WIDTH, HEIGHT, (rectangle(Rect(0, 0, WIDTH, HEIGHT), "#0f6e78"),))
    marks = Drawing(*A4, (line((10, 0), (10, 5), "#000000", 0.1),))
    shapes = finish(Sheet(*A4, (Placed(card, 10, 10, 90),), marks)).paths(0)
    (start, end) = shapes[-1].lines[0]
    assert start == (pytest.approx(10, abs=0.001), pytest.approx(0, abs=0.001))
    assert end == (pytest.approx(10, abs=0.001), pytest.approx(5, abs=0.001))


def forms(finished):
    streams = (item for item in finished.pike.objects if isinstance(item, pikepdf.Stream))
    return [stream for stream in streams if stream.get("/Subtype") == "/Form"]


def test_only_what_comes_twice_is_a_form(finish, text):
    once = Drawing(WIDTH, HEIGHT, (text(5, 5, "een"),))
    twice = Drawing(WIDTH, HEIGHT, (text(5, 5, "twee"),))
    assert forms(finish(sheet(once))) == []
    assert len(forms(finish(sheet(once), sheet(twice), sheet(twice)))) == 1


def test_equal_drawings_that_are_not_one_stay_apart(finish, text):
    assert forms(finish(*(sheet(Drawing(WIDTH, HEIGHT, (text(5, 5, "een"),))) for _ in range(2)))) == []


def test_marks_that_come_twice_are_a_form(finish):
    marks = Drawing(*A4, (line((10, 0), (10, 5), "#000000", 0.1),))
    finished = finish(Sheet(*A4, (), marks), Sheet(*A4, (), marks))
    assert len(forms(finished)) == 1
    assert finished.paths(0) == finished.paths(1)
    assert len(finished.paths(0)) == 1


def test_a_qr_of_two_drawings_is_written_once(finish, modules):
    drawings = [Drawing(WIDTH, HEIGHT, (modules(x, 30),)) for x in (5, 20)]
    finished = finish(*map(sheet, drawings))
    assert len(forms(finished)) == 1
    assert all(decode_qr(finished.picture(page, 150), 150) for page in (0, 1))


def test_a_form_within_a_form_knows_its_own(finish, modules):
    drawings = [Drawing(WIDTH, HEIGHT, (modules(x, 30),)) for x in (5, 20)]
    finished = finish(*(sheet(drawing) for drawing in drawings * 2))
    assert len(forms(finished)) == 3
    assert [len(decode_qr(finished.picture(page, 150), 150)) for page in range(4)] == [1, 1, 1, 1]
    assert finished.structure_problems() == []
