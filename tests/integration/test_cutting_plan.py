"""The cutting plan beside the cards: what it says, and that the cards do not notice it."""

from itertools import pairwise

import pytest
from pdfkit import Finished

from kaartenspel.cli import main
from kaartenspel.compose.script_pen import Pen
from kaartenspel.impose.cutting_plan import CuttingPlan, cutting_plan
from kaartenspel.impose.grid import make_grid
from kaartenspel.load.project import Project
from kaartenspel.outputs.fonts import Faces


@pytest.fixture
def plan(tmp_path, monkeypatch, capsys):
    """The words on the plan of a build with these options; the cards' PDF is as without it."""
    monkeypatch.chdir(tmp_path)

    def planned(*options):
        assert main(["build", "stellingenspel", "--cutting-plan", *options]) == 0
        assert "snijplan" in capsys.readouterr().out
        path = max((tmp_path / "output").glob("*.snijplan.pdf"), key=lambda found: found.stat().st_mtime_ns)
        pdf = Finished(path.read_bytes())
        assert len(pdf) == 1
        return " ".join(pdf.text(0).split())

    return planned


def test_it_names_the_cuts_the_measures_and_the_pile(plan):
    said = plan()
    assert "5 vel A4 (poker) · 8 sneden per stapel" in said
    assert "rechterkant van het vel" in said
    assert all(f"{measure} mm" in said for measure in ("199,5", "189", "126", "63", "280,5", "264", "176", "88"))
    assert "Een stapel is 5 vel: ongeveer 1,1 mm" in said
    assert "4 vel tegelijk: 2 keer, samen 16 sneden" in said


def test_a_thicker_paper_makes_a_higher_pile(plan):
    said = plan("--paper-thickness", "0.5")
    assert "ongeveer 2,5 mm, als een vel 0,5 mm dik is" in said
    assert "2 vel tegelijk: 3 keer" in said


def test_a_pile_that_no_knife_takes_goes_in_parts(plan):
    said = plan("--sets", "50", "--order", "cut-and-stack", "--cards", "cultuur-*", "--paper-thickness", "1")
    assert "Een stapel is 50 vel: ongeveer 50 mm" in said
    assert "40 vel tegelijk, 2 keer" in said
    assert "in één keer" not in said


def test_a_sheet_of_many_cards_gets_a_page_of_its_own_in_large_letters(tmp_path):
    """Twenty cuts leave no room for the sheet in small beside them: no measure may lie on another."""
    project = Project(tmp_path)
    theme, words = project.theme("large-print"), project.words("nl", None)
    pen = Pen(Faces(project.theme_fonts(theme)), theme, words)
    grid = make_grid(project.size("mini"), project.paper("a3"), project.sheet("spaced"))
    plan = CuttingPlan("Proef", "A3", grid, len(grid.slots), 1, 12, 0.22, sorted_=True, radius=0.0)
    picture, table = cutting_plan(plan, pen)
    assert not pen.problems
    measures = [text for text in picture.texts() if text.text.isdigit() and text.y > 270]
    spans = sorted((text.x, text.x + pen.width(text.text, pen.type("bar")), text.y) for text in measures)
    assert all(one[1] < other[0] or one[2] != other[2] for one, other in pairwise(spans))
    assert {"44 mm", "68 mm"} <= {text.text for text in table.texts()}


def test_sheets_without_marks_are_told_of_none(plan):
    assert "snijteken" in plan()
    assert "snijteken" not in plan("--size", "a6", "--cards", "cultuur-*")


def test_sets_are_piles_of_their_own_unless_they_are_cut_as_one(plan):
    assert "Snijd elke set apart: 3 stapels" in plan("--sets", "3")


def test_a_pile_to_stack_says_the_order_and_which_piles_lie_upside_down(plan):
    said = plan("--sets", "2", "--order", "cut-and-stack")
    assert "Een stapel is 10 vel" in said
    assert "Leg daarna stapeltje 1 op 2" in said
    assert "De grijze stapeltjes" in said
    assert all(str(number) in said.split() for number in range(1, 10))
    assert "Snijd elke set apart" not in said


@pytest.mark.parametrize(("size", "grey", "cards"), [("poker", 3, 9), ("a7", 0, 7), ("tarot", 2, 4)])
def test_piles_that_lie_upside_down_are_grey(tmp_path, monkeypatch, size, grey, cards):
    monkeypatch.chdir(tmp_path)
    assert main(["build", "stellingenspel", "--cutting-plan", "--size", size, "--order", "cut-and-stack"]) == 0
    (path,) = (tmp_path / "output").glob("*.snijplan.pdf")
    pdf = Finished(path.read_bytes())
    fills = [shape.colour for shape in pdf.paths(0) if shape.paint == "both"]
    assert ("De grijze stapeltjes" in " ".join(pdf.text(0).split())) == (grey > 0)
    assert (len(fills) - 1, len([colour for colour in fills if min(colour) < 0.95])) == (cards, grey)


def test_folded_paper_is_folded_first_and_lies_double(plan):
    said = plan("--duplex", "fold")
    assert "Vouw eerst elk vel op de stippellijn" in said
    assert "de vouw" in said
    assert "Een stapel is 11 vel: ongeveer 4,8 mm" in said


def test_the_cards_are_the_same_bytes_with_and_without_a_plan(plan, tmp_path, capsys):
    plan()
    before = (tmp_path / "output" / "stellingenspel.pdf").read_bytes()
    first = (tmp_path / "output" / "stellingenspel.snijplan.pdf").read_bytes()
    assert main(["build", "stellingenspel"]) == 0
    assert (tmp_path / "output" / "stellingenspel.pdf").read_bytes() == before
    plan()
    assert (tmp_path / "output" / "stellingenspel.snijplan.pdf").read_bytes() == first


@pytest.mark.parametrize(
    "options",
    [["--cutting-plan", "--size", "slide"], ["--cutting-plan", "--shop", "generic"], ["--paper-thickness", "0.3"]],
)
def test_it_is_refused_where_it_would_do_nothing(tmp_path, monkeypatch, capsys, options):
    monkeypatch.chdir(tmp_path)
    assert main(["build", "stellingenspel", *options]) == 2
    assert options[0] in capsys.readouterr().err
    assert not (tmp_path / "output").exists()


def test_a_poster_is_not_cut_and_that_is_told(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["build", "posters", "--cards", "onderzoekscyclus", "--cutting-plan"]) == 0
    assert "snijplan" in capsys.readouterr().err
    assert not list((tmp_path / "output").glob("*.snijplan.pdf"))
