"""Pre-cut sheets on finished PDFs: where cards lie on both sides, and what stays empty."""

import pytest
from perforated import BLEED, TABLE, behind, cards, filled, grown, made, near, shown

from kaartenspel.impose.order import slots_in_words, slots_of
from kaartenspel.press import team
from kaartenspel.press.build import build
from kaartenspel.press.request import BuildRequest
from kaartenspel.problems import KaartenspelError, UsageError


@pytest.mark.parametrize("duplex", ["long-edge", "short-edge"])
@pytest.mark.parametrize("sheet", TABLE)
def test_every_edge_is_where_the_table_has_it_on_both_sides(numbered, sheet, duplex):
    count = len(cards(sheet))
    result, pdf = made(numbered(count), sheet, duplex=duplex)
    assert (result.sheets, result.cards, result.per_sheet) == (1, count, count)
    fronts = cards(sheet)
    backs = [behind(box, duplex) for box in fronts]
    assert near(filled(pdf, 1)[0], [grown(box) for box in backs])  # the colour of a back reaches into its bleed
    assert near(filled(pdf, 0)[1], shown(sheet))
    assert near(filled(pdf, 1)[1], [behind(box, duplex) for box in shown(sheet)])


def test_the_test_of_edges_can_fail():
    boxes = cards("sigel-lp795")
    assert not near([(x + 0.06, y, right, bottom) for x, y, right, bottom in boxes], boxes)
    assert not near([behind(box, "long-edge") for box in boxes], boxes)  # LP795 is not symmetric


@pytest.mark.parametrize("duplex", ["long-edge", "short-edge"])
def test_each_back_of_an_asymmetric_sheet_lies_behind_its_own_front(numbered, duplex):
    _result, pdf = made(numbered(10), "sigel-lp795", duplex=duplex)
    for number, box in enumerate(cards("sigel-lp795"), start=1):
        (front,) = [
            run for run in pdf.words(0) if run.text.strip() == f"Stelling nummer {number}" or _says(run, number)
        ]
        assert box[0] < front.x < box[2]
        assert box[1] < front.y < box[3]
    said = [run for run in pdf.words(1) if "van 10" in run.text]
    for number, box in enumerate(cards("sigel-lp795"), start=1):
        left, top, right, bottom = behind(box, duplex)
        own = [run for run in said if left < run.x < right and top < run.y < bottom]
        assert [run.text.strip() for run in own] == [f"kaart {number} van 10"]


def _says(run, number):
    return str(number) in run.text.split() and "nummer" in run.text


def test_cards_are_read_upright_and_nothing_marks_a_cut(numbered):
    _result, pdf = made(numbered(10), "sigel-lp795")
    assert {run.angle for run in pdf.words(0)} == {90.0, 270.0}  # the cards, and the caption in the left margin
    strokes = [line for path in pdf.paths(0) if path.paint == "stroke" for line in path.lines]
    boxes = cards("sigel-lp795")
    for (x1, y1), (x2, y2) in strokes:
        assert not any(box[0] - BLEED < x < box[2] + BLEED and box[1] < y < box[3]
                       for box in boxes for x, y in ((x1, y1), (x2, y2)))  # fmt: skip
    assert max(x for line in strokes for x, _y in line) < 14 - BLEED  # the rule alone, in the waste


def test_skipped_slots_stay_empty_on_both_sides_of_the_first_sheet_only(numbered):
    result, pdf = made(numbered(16), "sigel-lp795", skip_slots=(1, 2, 3, 4, 7))
    assert (result.sheets, len(pdf)) == (3, 6)
    boxes, free = cards("sigel-lp795"), [4, 5, 7, 8, 9]
    numbers = iter(range(1, 17))
    for sheet, slots in enumerate((free, range(10), [0])):
        # no colour runs into a used or an unused slot
        assert near(filled(pdf, 2 * sheet)[1], [shown("sigel-lp795")[slot] for slot in slots])
        backs = {slot: behind(boxes[slot], "long-edge") for slot in slots}
        assert near(filled(pdf, 2 * sheet + 1)[0], [grown(box) for box in backs.values()])
        for slot in slots:
            left, top, right, bottom = backs[slot]
            own = [run.text.strip() for run in pdf.words(2 * sheet + 1) if "van 16" in run.text
                   and left < run.x < right and top < run.y < bottom]  # fmt: skip
            assert own == [f"kaart {next(numbers)} van 16"]
    assert result.file.name == "proef.sigel-lp795.skip-1-4,7.pdf"
    assert any("1-4,7" in said for said in result.told)
    assert any(said.endswith("--skip-slots 1") for said in result.told)


def test_all_fronts_first_and_several_processes_skip_the_same_slots(numbered, monkeypatch):
    monkeypatch.setattr(team, "LEAST_CARDS", 0)
    folder = numbered(16)
    alone = made(folder, "sigel-lp795", skip_slots=(1, 2))[0].file.read_bytes()
    shared = made(folder, "sigel-lp795", skip_slots=(1, 2), jobs=2)[0].file.read_bytes()
    assert shared == alone
    _result, pdf = made(folder, "sigel-lp795", skip_slots=(1, 2), order="fronts-then-backs")
    assert [len(filled(pdf, page)[1]) for page in range(4)] == [8, 8, 8, 8]


WRONG = {
    "size": {"size": "poker"},
    "paper": {"paper": "a3"},
    "fold": {"duplex": "fold"},
    "pile": {"order": "cut-and-stack"},
    "plan": {"cutting_plan": True},
    "corners": {"corners": 3.0},
    "sets": {"sets": 2, "skip_slots": (1,)},
    "beyond": {"skip_slots": (11,)},
    "all": {"skip_slots": tuple(range(1, 11))},
    "office sheet": {"sheet": "touching", "skip_slots": (1,)},
    "no sheet": {"sheet": None, "skip_slots": (1,)},
    "two decks": {"decks": ("proef", "dialoogvragen"), "cards": (), "skip_slots": (1,)},
    "shop": {"sheet": None, "shop": "generic", "skip_slots": (1,)},
    "screen": {"sheet": None, "size": "slide", "skip_slots": (1,)},
    "order of a screen": {"sheet": None, "size": "slide", "order": "fronts-then-backs"},
}


@pytest.mark.parametrize("asked", WRONG.values(), ids=WRONG)
def test_what_would_be_ignored_is_wrong_use(numbered, asked):
    folder = numbered(2)
    wanted = {"decks": ("proef",), "sheet": "sigel-lp795", "output": folder / "output", **asked}
    with pytest.raises(UsageError):
        build(BuildRequest(**wanted), folder)
    assert not (folder / "output").exists()


def test_a_card_that_does_not_fit_is_told_with_what_can_be_done(project):
    project.deck([{"id": "lang", "text": "Fouten maken mag hier. " * 40}])
    with pytest.raises(KaartenspelError) as caught:
        made(project.folder, "herma-5028")
    (problem,) = caught.value.problems
    assert "herma-5028" in problem.message
    assert "--cards" in problem.hint
    assert "poker" not in problem.hint


@pytest.mark.parametrize("said, slots", [("1-4,7", (1, 2, 3, 4, 7)), ("3", (3,)), (" 2 , 1-2", (1, 2)), ("5-5", (5,))])
def test_slots_are_read_as_people_write_them(said, slots):
    assert slots_of(said) == slots
    assert slots_of(slots_in_words(slots)) == slots


@pytest.mark.parametrize("said", ["", "0", "4-1", "een", "1,,2", "-3", "1-", "1-2-3", "1.5", "99999"])
def test_what_names_no_slots_is_refused(said):
    assert slots_of(said) is None


OWN = """sheet: eigen
title: Eigen
fit: precut
precut: {{paper: a4, width: 85 mm, height: 55 mm, columns: 2, rows: 5, left: {left} mm, top: 10.5 mm,
  right: {right} mm, across: 95 mm, down: 55 mm, source: zelf gemeten}}
"""


def own(folder, left, right):
    path = folder / "layouts/sheets/eigen.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(OWN.format(left=left, right=right), "utf-8")


def test_a_sum_that_does_not_come_out_is_refused_with_its_millimetres_and_place(numbered, monkeypatch):
    folder = numbered(2)
    monkeypatch.chdir(folder)
    own(folder, 14, 15)
    with pytest.raises(KaartenspelError) as caught:
        made(folder, "eigen")
    (problem,) = caught.value.problems
    assert problem.code == "sheet-sum"
    assert "14 + 1 × 95 + 85 + 15 = 209 mm" in problem.message
    assert problem.place is not None
    assert problem.place.said == "layouts/sheets/eigen.yaml:5:10"
    assert not (folder / "output").exists()
    own(folder, 14, 16)
    assert made(folder, "eigen")[0].sheets == 1


def test_a_sheet_without_waste_has_no_caption_and_that_is_told(numbered):
    folder = numbered(10)
    path = folder / "layouts/sheets/vol.yaml"
    path.parent.mkdir(parents=True)
    measures = "paper: a4, width: 95 mm, height: 56 mm, columns: 2, rows: 5, left: 10 mm, top: 8.5 mm"
    path.write_text(f"sheet: vol\ntitle: Vol\nfit: precut\nprecut: {{{measures}, across: 95 mm, down: 56 mm,"
                    " turned: true, source: zelf gemeten}\n", "utf-8")  # fmt: skip
    result, pdf = made(folder, "vol")
    assert not any("proef" in run.text for page in (0, 1) for run in pdf.words(page))
    assert any("no room for a line" in said for said in result.told)
