from dataclasses import replace
from io import BytesIO

import pytest
from pdfkit import Box, Finished

from kaartenspel import __version__
from kaartenspel.drawing import Document, Drawing, Placed, Rect, Sheet, Text, disc, line, rectangle
from kaartenspel.outputs.fonts import SHIPPED, Faces
from kaartenspel.outputs.pdf import write_pdf

A4 = (210.0, 297.0)
LINES = (
    "Waarom AVO’ers ‘Tevreden’ zijn: VO, LTV… ",
    "coördinator, geïnspireerd, één, café – naïef ",
    "(haakjes) \\ en een streepje-",
    "Ω ½ € ñ ç Š ž",
)


def on_paper(*items, width=63.0, height=88.0):
    return Sheet(*A4, (Placed(Drawing(width, height, items), 10, 10),))


def raw(finished, page=0):
    return finished.pike.pages[page].Contents.read_bytes().decode("ascii")


def test_text_is_extracted_as_it_was(finish, text):
    lines = list(LINES[:3])
    finished = finish(on_paper(*(text(5, 10 + 6 * n, line) for n, line in enumerate(lines))))
    assert [run.text for run in finished.words(0)] == lines
    assert finished.text(0).split("\n") == lines


def test_text_of_the_fallback_face_is_extracted_too(finish, text):
    finished = finish(on_paper(text(5, 10, LINES[3], face="fallback")))
    assert finished.words(0)[0].text == LINES[3]


def test_more_characters_than_one_subset_holds(finish, text, faces):
    many = [chr(code) for code in range(0x20, 0x600) if faces.has("fallback", chr(code)) and chr(code).isalpha()]
    assert len(many) > 2 * 255
    rows = ["".join(many[start : start + 40]) for start in range(0, len(many), 40)]
    finished = finish(on_paper(*(text(5, 5 + 5 * n, row, face="fallback") for n, row in enumerate(rows))))
    runs = "".join(run.text for run in finished.words(0))
    assert runs == "".join(rows)
    assert len(finished.fonts()) == 3


def test_a_line_over_two_subsets_keeps_its_kerns(finish, text, faces):
    many = "".join(chr(code) for code in range(0xA1, 0x250) if faces.has("fallback", chr(code)))
    words = "AVAȚAȚĄVĄV"
    finished = finish(on_paper(text(5, 10, many, "fallback", 2), text(5, 20, words, "fallback", 20)))
    assert len([run for run in finished.words(0) if run.size == pytest.approx(20)]) > 3
    shaped = faces.shape("fallback", words)
    before = (shaped.width - faces.shape("fallback", words[-1]).width) * 20 * 25.4 / 72
    assert finished.characters(0)[-1][1] == pytest.approx(15 + before, abs=0.001)
    assert sum(shaped.kerns) < -100


def test_kerned_text_is_as_wide_as_measured(finish, text, faces):
    words = "AVAVAVAVATATATLTLVWA"
    finished = finish(on_paper(text(5, 20, words, size=20)))
    shaped = faces.shape("regular", words)
    before = (shaped.width - faces.shape("regular", words[-1]).width) * 20 * 25.4 / 72
    assert finished.characters(0)[-1] == (
        words[-1],
        pytest.approx(15 + before, abs=0.001),
        pytest.approx(30, abs=0.001),
    )
    assert sum(shaped.kerns) < -300


def test_a_character_without_glyph_is_refused(finish, text):
    with pytest.raises(ValueError, match=r"AtkinsonHyperlegibleNext_400Regular.*U\+1F600"):
        finish(on_paper(text(5, 10, "Hoi 😀")))


def test_empty_text_writes_nothing(finish, text):
    assert "Tj" not in raw(finish(on_paper(text(5, 10, ""))))


def test_fonts_are_embedded_subsets_and_no_helvetica(finish, text):
    finished = finish(on_paper(text(5, 10, "a"), text(5, 20, "b", "bold"), text(5, 30, "c", "fallback")))
    fonts = finished.fonts()
    assert len(fonts) == 3
    assert all(font.embedded and font.subset for font in fonts)
    assert not [font for font in fonts if "Helvetica" in font.name]


def test_two_names_of_one_file_are_one_font():
    one = Faces(dict.fromkeys(("title", "code"), SHIPPED["bold"]))
    texts = (Text(5, 10, "title", 9, "#000000", "Titel"), Text(5, 20, "code", 9, "#000000", "C3 xyz"))
    target = BytesIO()
    write_pdf(Document("Proef", "nl", (on_paper(*texts),)), one, target)
    finished = Finished(target.getvalue())
    assert len(finished.fonts()) == 1
    assert [run.text for run in finished.words(0)] == ["Titel", "C3 xyz"]


def test_no_font_at_all_where_no_text_is(finish):
    finished = finish(on_paper(rectangle(Rect(0, 0, 10, 10), "#ff0000")))
    assert finished.fonts() == []
    assert finished.structure_problems() == []


def test_only_needed_changes_of_state_are_written(finish, text):
    same = [text(5, 10 + n, "woord") for n in range(5)]
    operators = raw(finish(on_paper(*same)))
    assert operators.count(" Tf") == 1
    assert operators.count("BT") == operators.count("ET") == 1
    assert " g" not in operators.replace(" gs", "")


@pytest.mark.parametrize(
    "colour, operator",
    [("#ffffff", "1 g"), ("#808080", "0.502 g"), ("#0f6e78", "0.0588 0.431 0.471 rg"), ("#ff0000", "1 0 0 rg")],
)
def test_colours_are_short_and_greys_are_grey(finish, colour, operator):
    assert f"\n{operator}\n" in raw(finish(on_paper(rectangle(Rect(0, 0, 10, 10), colour))))


def test_paths_come_where_they_were_drawn(finish):
    drawn = rectangle(Rect(-3, -3, 69, 94), "#0f6e78"), line((5, 5), (40, 5), "#000000", 0.25)
    filled, stroked = finish(on_paper(*drawn)).paths(0)
    assert filled.boxes[0] == Box(*(pytest.approx(value, abs=0.001) for value in (7, 7, 69, 94)))
    assert stroked.paint == "stroke"
    assert stroked.width == pytest.approx(0.25, abs=0.001)
    assert stroked.lines[0] == (
        (pytest.approx(15, abs=0.001),) * 2,
        tuple(pytest.approx(v, abs=1e-3) for v in (50, 15)),
    )


def test_dashes_and_both_paints(finish):
    dashed = replace(line((5, 5), (40, 5), "#000000", 0.25), dash=(1.0, 2.0))
    operators = raw(finish(on_paper(dashed, disc(20, 20, 5, "#ff0000", "#000000", 0.5))))
    assert "[2.835 5.669] 0 d" in operators
    assert "[] 0 d" in operators
    assert operators.rstrip().endswith("B\nQ")


def test_boxes_default_to_the_paper(finish):
    boxes = finish(Sheet(*A4, ())).boxes(0)
    paper = Box(0, 0, *(pytest.approx(side, abs=0.001) for side in A4))
    assert boxes == dict.fromkeys(("MediaBox", "TrimBox", "BleedBox"), paper)


def test_boxes_of_a_card_with_bleed(finish):
    boxes = finish(Sheet(69, 94, (), trim=Rect(3, 3, 63, 88), bleed=Rect(0, 0, 69, 94))).boxes(0)
    assert boxes["TrimBox"] == Box(*(pytest.approx(value, abs=0.001) for value in (3, 3, 63, 88)))
    assert boxes["BleedBox"] == Box(*(pytest.approx(value, abs=0.001) for value in (0, 0, 69, 94)))


def test_the_bleed_box_defaults_to_the_trim(finish):
    boxes = finish(Sheet(69, 94, (), trim=Rect(3, 3, 63, 88))).boxes(0)
    assert boxes["BleedBox"] == boxes["TrimBox"]


@pytest.mark.parametrize(
    "flip, duplex",
    [("long-edge", "/DuplexFlipLongEdge"), ("short-edge", "/DuplexFlipShortEdge"), ("none", "/Simplex")],
)
def test_the_viewer_prints_at_true_size_and_flips_right(finish, flip, duplex):
    finished = finish(Sheet(*A4, ()), Sheet(*A4, (), flip=flip))
    preferences = finished.pike.Root.ViewerPreferences
    assert preferences.PrintScaling == "/None"
    assert preferences.Duplex == duplex
    assert preferences.DisplayDocTitle is True


def test_what_the_file_says_of_itself(finish):
    pike = finish(Sheet(*A4, ()), title="Stellingen ‘één’", subject="Kaarten", language="nl-NL").pike
    assert str(pike.docinfo["/Title"]) == "Stellingen ‘één’"
    assert str(pike.docinfo["/Subject"]) == "Kaarten"
    assert str(pike.docinfo["/Producer"]) == f"kaartenspel {__version__}"
    assert str(pike.Root.Lang) == "nl-NL"
    assert not {"/CreationDate", "/ModDate", "/Author"} & set(pike.docinfo.keys())


def test_pages_have_no_transition_and_streams_are_plain_deflate(finish, text):
    finished = finish(on_paper(text(5, 10, "a")))
    assert "/Trans" not in finished.pike.pages[0]
    assert finished.pike.pages[0].Contents.Filter == "/FlateDecode"
    assert finished.structure_problems() == []


def test_files_of_other_content_have_other_ids(finish, text):
    first, second = (finish(on_paper(text(5, 10, words))) for words in ("a", "b"))
    assert bytes(first.pike.trailer.ID[0]) != bytes(second.pike.trailer.ID[0])


def test_a_document_without_sheets_is_refused(finish):
    with pytest.raises(ValueError, match="at least one sheet"):
        finish()
