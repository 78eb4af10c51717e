"""The cutting plan beside the cards: what it says, and that the cards do not notice it."""

import pytest
from pdfkit import Finished

from kaartenspel.cli import main


@pytest.fixture
def plan(tmp_path, monkeypatch, capsys):
    """The words on the plan of a build with these options; the cards' PDF is as without it."""
    monkeypatch.chdir(tmp_path)

    def planned(*options):
        assert main(["build", "stellingenspel", "--cutting-plan", *options]) == 0
        assert "snijplan" in capsys.readouterr().out
        (path,) = (tmp_path / "output").glob("*.snijplan.pdf")
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
