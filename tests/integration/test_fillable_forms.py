"""Forms to fill on a screen: pdfium ticks and types, and what was filled in is seen and kept."""

import ctypes
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from pdfkit import Finished

from kaartenspel.load.project import Project
from kaartenspel.press.forms import FormsRequest, make_forms

POINT = 72 / 25.4
ASKED = (
    ("stellingenspel", "scores"), ("fasekaarten", "fasenblad"), ("fasekaarten", "checklist"), ("posters", "afspraken"),
    ("posters", "onderzoekscyclus"), ("wel-niet", "terugblik"), ("casussen", "casus"), ("feedbacktips", "feedback"),
    ("posters", "besluit"),
)  # fmt: skip


def made(deck, form):
    project = Project(Path("/nowhere"))
    (found,) = make_forms(project, FormsRequest(deck, (form,), fillable=True))
    assert [problem for problem in project.problems if not problem.warning] == []
    ((name, write),) = found.files()
    stream = BytesIO()
    write(stream)
    return name, stream.getvalue()


@pytest.fixture(scope="module")
def files():
    return {asked: made(*asked) for asked in ASKED}


def fields(data):
    """The fields of a file: by name, the page and the object."""
    pdf = pikepdf.open(BytesIO(data))
    found = {}
    for number, page in enumerate(pdf.pages):
        for annotation in page.obj.get("/Annots", []):
            assert str(annotation.T) not in found
            found[str(annotation.T)] = number, annotation
    assert len(pdf.Root.AcroForm.Fields) == len(found)
    return pdf, found


class Screen:
    """Somebody who fills a file in pdfium."""

    def __init__(self, data):
        self.document = pypdfium2.PdfDocument(data)
        self.document.init_forms()
        self.env = self.document.formenv

    def fill(self, number, field, text=None):
        """Click in the middle of a field, and type."""
        page = self.document[number]
        left, low, right, high = map(float, field.Rect)
        where = ((left + right) / 2, (low + high) / 2)
        pdfium.FORM_OnMouseMove(self.env, page, 0, *where)
        pdfium.FORM_OnLButtonDown(self.env, page, 0, *where)
        pdfium.FORM_OnLButtonUp(self.env, page, 0, *where)
        if text is not None:
            words = ctypes.cast((text + "\0").encode("utf-16-le"), ctypes.POINTER(ctypes.c_ushort))
            pdfium.FORM_ReplaceSelection(self.env, page, words)
        pdfium.FORM_ForceToKillFocus(self.env)

    def dark(self, number, field, scale=3):
        """How many dark pixels there are in a field, a little inside its sides."""
        page = self.document[number]
        picture = page.render(scale=scale, may_draw_forms=True).to_pil().convert("L")
        left, low, right, high = (float(edge) * scale for edge in field.Rect)
        box = (int(left) + 3, int(picture.height - high) + 3, int(right) - 3, int(picture.height - low) - 3)
        return sum(picture.crop(box).histogram()[:100])

    def saved(self):
        stream = BytesIO()
        self.document.save(stream)
        return stream.getvalue()


def test_each_place_has_a_name_of_its_own_a_tip_an_appearance_and_a_size(files):
    for (_deck, form), (name, data) in files.items():
        assert name.endswith(f".formulier.{form}.invulbaar.pdf")
        _pdf, found = fields(data)
        assert found, form
        for field_name, (_page, field) in found.items():
            assert "." not in field_name
            assert str(field.TU).strip()
            assert field.F == 4
            left, low, right, high = map(float, field.Rect)
            least = 5.0 if field.FT == "/Btn" else 6.5
            assert right - left >= least * POINT
            assert high - low >= least * POINT
            assert field.AP.N is not None
        assert Finished(data).structure_problems() == []


def test_fields_do_not_overlap(files):
    for name, data in files.values():
        _pdf, found = fields(data)
        boxes = [(page, *map(float, field.Rect)) for page, field in found.values()]
        for index, (page, left, low, right, high) in enumerate(boxes):
            for other, a, b, c, d in boxes[:index]:
                assert page != other or right <= a + 0.1 or c <= left + 0.1 or high <= b + 0.1 or d <= low + 0.1, name


def test_the_score_form_has_a_box_for_each_answer_and_a_line_for_each_argument(files):
    _pdf, found = fields(files["stellingenspel", "scores"][1])
    ticks = [name for name, (_page, field) in found.items() if field.FT == "/Btn"]
    assert len(ticks) == 41 * 4
    assert {"cultuur-1_eens", "cultuur-1_oneens", "cultuur-1_hangt-ervan-af", "cultuur-1_weet-niet"} < set(ticks)
    assert "cultuur-1_w1" in found
    assert str(found["cultuur-1_eens"][1].TU).startswith("C1: Eens – ")


def test_pdfium_ticks_and_types_and_it_is_seen_and_kept(files):
    _pdf, found = fields(files["stellingenspel", "scores"][1])
    screen = Screen(files["stellingenspel", "scores"][1])
    page, tick = found["cultuur-1_eens"]
    _page, line = found["cultuur-1_w1"]
    _page, other = found["cultuur-1_oneens"]
    assert screen.dark(page, tick) == screen.dark(page, line) == 0
    screen.fill(page, tick)
    screen.fill(page, line, "Wij bellen elkaar, één keer per week")
    assert screen.dark(page, tick) > 50
    assert screen.dark(page, line) > 100
    assert screen.dark(page, other) == 0
    _pdf, kept = fields(screen.saved())
    assert kept["cultuur-1_eens"][1].V == "/Ja"
    assert kept["cultuur-1_eens"][1].AS == "/Ja"
    assert str(kept["cultuur-1_w1"][1].V) == "Wij bellen elkaar, één keer per week"
    assert kept["cultuur-1_oneens"][1].get("/V", "/Off") == "/Off"


def test_a_box_takes_several_lines(files):
    _pdf, found = fields(files["posters", "onderzoekscyclus"][1])
    screen = Screen(files["posters", "onderzoekscyclus"][1])
    name = max(found, key=lambda name: float(found[name][1].Rect[3]) - float(found[name][1].Rect[1]))
    page, field = found[name]
    text = "Hoe het nu gaat.\r\nEn waaraan we dat zien: " + "veel woorden op een rij " * 8
    screen.fill(page, field, text)
    assert screen.dark(page, field) > 400
    _pdf, kept = fields(screen.saved())
    assert "veel woorden" in str(kept[name][1].V)


def test_same_form_same_bytes(files):
    assert made("casussen", "casus") == files["casussen", "casus"]


def test_without_fillable_there_are_no_fields():
    project = Project(Path("/nowhere"))
    (found,) = make_forms(project, FormsRequest("casussen"))
    stream = BytesIO()
    next(found.files())[1](stream)
    assert "/AcroForm" not in pikepdf.open(BytesIO(stream.getvalue())).Root
