"""The outlines of pre-cut sheets on finished PDFs, and backs that are moved for a printer."""

import pytest
from pdfkit import Finished
from perforated import NEAR, TABLE, behind, cards, edges, filled, grown, made, near, shown

from kaartenspel.press.outline import Asked, write_outline
from kaartenspel.problems import UsageError


def outlines(tmp_path, asked):
    return Finished.of(write_outline(asked, tmp_path, tmp_path / "output", "nl"))


@pytest.mark.parametrize("sheet", TABLE)
def test_outlines_are_on_the_edges_of_both_sides_with_numbers_and_a_rule(tmp_path, sheet):
    pdf = outlines(tmp_path, Asked(sheet))
    fronts = cards(sheet)
    for page, boxes in ((0, fronts), (1, [behind(box, "long-edge") for box in fronts])):
        strokes = [path for path in pdf.paths(page) if path.paint == "stroke"]
        assert near([edges(box) for path in strokes for box in path.boxes], boxes)
        rules = [abs(x2 - x1) for path in strokes if not path.boxes for (x1, y1), (x2, y2) in path.lines if y1 == y2]
        assert rules == [pytest.approx(100, abs=NEAR)]
        numbers = {run.text.strip(): run for run in pdf.words(page) if run.text.strip().isdecimal()}
        for number, (left, top, right, bottom) in enumerate(boxes, start=1):
            run = numbers[str(number)]
            assert left < run.x < right
            assert top < run.y < bottom
    assert "perforatie" in pdf.text(0)
    assert "fabrikant" in pdf.text(0)
    assert "Achterkant" in pdf.text(1)


def test_outlines_for_one_side_the_short_edge_and_what_is_not_pre_cut(tmp_path):
    assert len(outlines(tmp_path, Asked("sigel-lp795", "none"))) == 1
    pdf = outlines(tmp_path, Asked("sigel-lp795", "short-edge"))
    found = [edges(box) for path in pdf.paths(1) if path.paint == "stroke" for box in path.boxes]
    assert near(found, [behind(box, "short-edge") for box in cards("sigel-lp795")])
    for wrong in ("touching", "sigel-lp79", "lp"):
        with pytest.raises(UsageError):
            outlines(tmp_path, Asked(wrong))


def test_backs_and_outlines_are_moved_for_a_measured_printer(numbered):
    folder = numbered(10)
    path = folder / "printers/gang.yaml"
    path.parent.mkdir()
    measured = "tray: standaard, flip: long-edge, page: upright, x: 1.2 mm, y: -0.7 mm"
    path.write_text(f"printer: gang\ntitle: Gang\nmeasured:\n  - {{{measured}}}\n", "utf-8")
    moved = [tuple(edge + (1.2, -0.7)[index % 2] for index, edge in enumerate(behind(box, "long-edge")))
             for box in cards("sigel-lp795")]  # fmt: skip
    _result, pdf = made(folder, "sigel-lp795", printer="gang")
    assert near(filled(pdf, 1)[0], [grown(box) for box in moved])
    assert near(filled(pdf, 0)[1], shown("sigel-lp795"))
    moved_too = outlines(folder, Asked("sigel-lp795", printer="gang"))
    found = [edges(box) for path in moved_too.paths(1) if path.paint == "stroke" for box in path.boxes]
    assert near(found, moved)
    assert "gang" in moved_too.text(1)


def test_an_outline_of_small_labels_keeps_its_words(tmp_path):
    path = tmp_path / "layouts/sheets/klein.yaml"
    path.parent.mkdir(parents=True)
    measures = "paper: a4, width: 38 mm, height: 21.2 mm, columns: 5, rows: 13, left: 8 mm, top: 10.7 mm"
    path.write_text(f"sheet: klein\ntitle: Klein\nfit: precut\nprecut: {{{measures}, across: 39 mm, down: 21.2 mm,"
                    " source: zelf gemeten}\n", "utf-8")  # fmt: skip
    text = outlines(tmp_path, Asked("klein")).text(0)
    assert "zelf gemeten" in text
    assert "--skip-slots" in text
    assert (tmp_path / "output/pasvel.klein.pdf").is_file()
