"""The kit reads what others wrote, and says so when something is wrong: here the files are made by hand."""

from io import BytesIO

import pikepdf
import pytest
from pdfkit import Box, Finished, Font, decode_qr
from PIL import Image

from kaartenspel.drawing import Drawing, Placed, Rect, Sheet, rectangle

POINTS = 72 / 25.4


def made(content, *, form=None, matrix=(1, 0, 0, 1, 0, 0)):
    """A page of 100 × 100 points with this content and perhaps a form F."""
    pdf = pikepdf.new()
    name = pikepdf.Name
    helvetica = pikepdf.Dictionary(Type=name.Font, Subtype=name.Type1, BaseFont=name.Helvetica)
    resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(H=pdf.make_indirect(helvetica)))
    if form is not None:
        stream = pdf.make_stream(form, Type=name.XObject, Subtype=name.Form)
        stream.BBox, stream.Matrix = [-500, -500, 500, 500], list(matrix)
        stream.Resources = pikepdf.Dictionary(resources)
        resources = pikepdf.Dictionary(Font=resources.Font, XObject=pikepdf.Dictionary(F=stream))
    page = pikepdf.Dictionary(Type=name.Page, MediaBox=[0, 0, 100, 100], Resources=resources)
    page.Contents = pdf.make_stream(content)
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    target = BytesIO()
    pdf.save(target)
    return Finished(target.getvalue())


def at(x, y):
    return (pytest.approx(x / POINTS, abs=1e-4), pytest.approx(y / POINTS, abs=1e-4))


def box(*values):
    return Box(*(pytest.approx(value / POINTS, abs=1e-4) for value in values))


def test_words_have_place_angle_and_size():
    finished = made(b"BT /H 10 Tf 20 70 Td (Een ) Tj ET q 0 -2 2 0 30 40 cm BT /H 5 Tf (Twee) Tj ET Q")
    one, two = finished.words(0)
    assert (one.text, one.angle, one.size, one.font) == ("Een ", 0, 10, "Helvetica")
    assert (one.x, one.y) == at(20, 30)
    assert (two.text, two.angle, two.size) == ("Twee", 90, 10)
    assert (two.x, two.y) == at(30, 60)


def test_a_tenth_of_a_millimetre_shows():
    first, second = (made(b"BT /H 10 Tf %.3f 70 Td (Een) Tj ET" % x).words(0)[0] for x in (20, 20 + 0.1 * POINTS))
    assert second.x - first.x == pytest.approx(0.1, abs=1e-3)


def test_words_in_forms_go_through_all_matrices():
    finished = made(b"q 2 0 0 2 10 0 cm /F Do Q", form=b"BT /H 6 Tf 5 5 Td (In) Tj ET", matrix=(1, 0, 0, 1, 3, 4))
    (run,) = finished.words(0)
    assert (run.x, run.y) == at(26, 82)
    assert run.size == pytest.approx(12)


def test_text_is_what_a_reader_extracts():
    assert made(b"BT /H 10 Tf 20 70 Td (Een) Tj 0 -12 Td (Twee) Tj ET").text(0) == "Een\nTwee"


def test_paths_go_through_all_matrices():
    content = b"q 1 0 0 1 10 20 cm 1 0 0 rg 0 0 5 5 re f Q 2 w 1 1 m 9 1 l S /F Do"
    rectangle, line, inner = made(content, form=b"q 0 1 -1 0 50 0 cm 0 0 20 10 re f Q").paths(0)
    assert (rectangle.paint, rectangle.colour, rectangle.boxes) == ("fill", (1, 0, 0), (box(10, 75, 5, 5),))
    assert (line.paint, line.width, line.boxes) == ("stroke", pytest.approx(2 / POINTS), ())
    assert line.lines == ((at(1, 99), at(9, 99)),)
    assert inner.boxes == (box(40, 80, 10, 20),)
    assert inner.colour == (0,)


def test_a_form_begins_in_the_state_of_its_call():
    (inner,) = made(b"1 0 0 rg 4 w /F Do", form=b"0 0 20 10 re B").paths(0)
    assert (inner.colour, inner.width) == ((1, 0, 0), pytest.approx(4 / POINTS))


def test_rectangles_of_lines_are_seen_and_slanted_ones_are_not():
    straight, slanted = made(b"0 0 m 5 0 l 5 5 l 0 5 l h f 0 0 m 5 1 l 4 6 l -1 5 l h f").paths(0)
    assert straight.boxes == (box(0, 95, 5, 5),)
    assert slanted.boxes == ()


def test_clips_are_told_from_paint():
    clip, both = made(b"0 0 5 5 re W n 1 1 2 2 re B").paths(0)
    assert (clip.paint, both.paint) == ("clip", "both")


def test_curves_leave_no_lines_but_move_the_pen():
    (shape,) = made(b"0 0 m 1 1 2 2 3 3 c 9 3 l S").paths(0)
    assert shape.lines == ((at(3, 97), at(9, 97)),)


def test_a_font_that_is_not_embedded_is_seen():
    assert made(b"").fonts() == [Font("Helvetica", embedded=False, subset=False)]


def test_boxes_are_only_what_the_page_gives():
    finished = made(b"")
    assert finished.boxes(0) == {"MediaBox": box(0, 0, 100, 100)}
    finished.pike.pages[0].obj.TrimBox = [10, 20, 90, 70]
    assert finished.boxes(0)["TrimBox"] == box(10, 30, 80, 50)


def test_a_page_without_qr_has_none():
    assert decode_qr(Image.new("RGB", (300, 300), "white"), 150) == []


def test_a_qr_with_a_hole_is_not_read(modules, finish):
    code = modules(20, 20)
    whole = Drawing(50, 50, (code,))
    holed = Drawing(50, 50, (code, rectangle(Rect(18, 18, 6, 6), "#ffffff")))
    finished = finish(*(Sheet(100, 100, (Placed(drawing, 10, 10),)) for drawing in (whole, holed)))
    assert [len(decode_qr(finished.picture(page, 150), 150)) for page in (0, 1)] == [1, 0]


def test_what_is_no_pdf_is_an_error():
    with pytest.raises(pikepdf.PdfError):
        Finished(b"no PDF at all")


def test_a_broken_stream_is_a_problem():
    target = BytesIO()
    made(b"BT ET").pike.save(target, compress_streams=False)
    broken = target.getvalue().replace(b"startxref", b"startxxxx")
    assert Finished(broken).structure_problems() != []
