"""The band round a set and the list of what it holds, on finished PDFs."""

import itertools
import re

import pypdfium2
import pytest
from pdfkit import Finished
from shipped import truth

from kaartenspel.cli import main

MM = 25.4 / 72
CARDS = truth.deck("stellingenspel").cards


@pytest.fixture
def made(tmp_path, monkeypatch, capsys):
    """What a build of a deck with these options lays beside it, by the end of its name."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "400")

    def makes(*options, deck="stellingenspel", code=0):
        folder = tmp_path / "output" / str(len(list(tmp_path.glob("output/*"))))
        assert main(["build", deck, "--band", "--contents", "--output", str(folder), *options]) == code
        said = capsys.readouterr()
        files = {path.name.removesuffix(".pdf").rpartition(".")[2]: path for path in folder.glob("*.pdf")}
        return files, said.out + said.err

    return makes


def said(path):
    pdf = Finished(path.read_bytes())
    return [" ".join(pdf.text(page).split()) for page in range(len(pdf))]


def ticks(path):
    """The x of the upright strokes of the first page, and the y of the level ones."""
    pdf = Finished(path.read_bytes())
    lines = [shape.lines[0] for shape in pdf.paths(0) if shape.paint == "stroke" and len(shape.lines) == 1]
    xs = {round(start[0], 1) for start, end in lines if abs(start[0] - end[0]) < 0.01}
    ys = {round(start[1], 1) for start, end in lines if abs(start[1] - end[1]) < 0.01}
    return sorted(xs), sorted(ys)


def panels(path):
    xs, _ys = ticks(path)
    return [round(after - before, 1) for before, after in itertools.pairwise(xs)]


@pytest.mark.parametrize(("options", "thick"), [([], 0.22), (["--paper-thickness", "0.3"], 0.3)])
def test_a_band_goes_round_the_stack_with_a_flap(made, options, thick):
    files, _said = made(*options)
    face, side = 63 + 0.5, 42 * thick + 0.5
    assert panels(files["banderol"]) == pytest.approx([face, side, face, side, 12], abs=0.15)
    xs, ys = ticks(files["banderol"])
    assert (min(xs) > 5, max(xs) < 205) == (True, True)
    assert ys[1] - ys[0] == pytest.approx(0.36 * 88, abs=0.15)


def test_folded_cards_are_twice_as_thick_and_blank_ones_count(made):
    fold, _said = made("--duplex", "fold")
    assert panels(fold["banderol"])[1] == pytest.approx(42 * 2 * 0.22 + 0.5, abs=0.15)
    sets, _said = made("--sets", "2")
    assert panels(sets["banderol"])[1] == pytest.approx(45 * 0.22 + 0.5, abs=0.15)


def test_each_set_has_its_band_that_says_which_it_is_and_what_it_holds(made):
    files, out = made("--sets", "8")
    assert "banderol" in out
    whole = " ".join(said(files["banderol"]))
    assert re.findall(r"set (\d) van 8", whole) == list("12345678")
    assert whole.count("42 kaarten + 3 lege kaarten") == 8
    assert whole.count("C1–C6 · F1–F6 · E1–E6 · P1–P9 · L1–L14") == 8
    pages = [list(Finished(files["banderol"].read_bytes()).words(page)) for page in (0, 1)]
    assert all(5 < run.x < 205 and 5 < run.y < 292 for page in pages for run in page)


def test_a_band_names_the_school_and_costs_little_ink_where_asked(made, tmp_path):
    assert main(["edition", "example"]) == 0
    files = [
        made("--edition", "editions/de-regenboog", *theme) and next(tmp_path.glob(f"output/*/de-regenboog/*{end}"))
        for theme, end in (((), "spel.banderol.pdf"), (("--theme", "low-ink"), "low-ink.banderol.pdf"))
    ]
    assert "Basisschool De Regenboog" in said(files[0])[0]
    dark = [page_darkness(path) for path in files]
    assert dark[1] < dark[0] / 4


def page_darkness(path):
    grey = pypdfium2.PdfDocument(path)[0].render(scale=0.5).to_pil().convert("L")
    return sum((255 - value) * count for value, count in enumerate(grey.histogram()))


def test_a_long_band_lies_sideways_or_on_a3_or_is_refused(made):
    sideways, _said = made("--size", "a6")
    size = Finished(sideways["banderol"].read_bytes()).boxes(0)["MediaBox"]
    assert (round(size.width), round(size.height)) == (297, 210)
    none, told = made("--size", "a5", code=1)
    assert (none, "[sheet-too-small]" in told, "329 mm" in told, "A4" in told) == ({}, True, True, True)
    large, _said = made("--size", "a5", "--paper", "a3")
    assert round(Finished(large["banderol"].read_bytes()).boxes(0)["MediaBox"].width) == 420


def expanded(text):
    """All codes of a list such as `C1–C6, F2`."""
    for letter, first, last in re.findall(r"\b([A-Z]+)(\d+)(?:–[A-Z]+(\d+))?", text):
        yield from (f"{letter}{number}" for number in range(int(first), int(last or first) + 1))


def test_the_list_counts_every_card_of_a_set(made):
    files, _said = made("--sets", "8")
    pages = said(files["inhoud"])
    assert len(pages) == 2  # six columns of boxes, then two
    counts = [int(count) for count in re.findall(r"(\d+) ×", pages[0])]
    assert sum(counts) == len(CARDS) + 3
    assert f"{len(CARDS) + 3} Samen" in pages[0]
    body = pages[0][pages[0].index("Speluitleg") :]
    assert sorted(expanded(body)) == sorted(card.code for card in CARDS if card.code)
    boxes = [shape for shape in Finished(files["inhoud"].read_bytes()).paths(0) if shape.paint == "stroke"]
    assert sum(1 for shape in boxes if len(shape.lines) != 1) == 6 * (len(counts) + 1)


def test_copies_are_told_as_such(made):
    files, _said = made(deck="spelmateriaal")
    (page,) = said(files["inhoud"])
    assert "8 × A1" in page
    assert "R1–R4" in page


def test_cards_are_the_same_bytes_and_a_shop_gets_both_too(made, tmp_path):
    files, _said = made()
    assert main(["build", "stellingenspel"]) == 0
    assert (tmp_path / "output" / "stellingenspel.pdf").read_bytes() == files["stellingenspel"].read_bytes()
    again, _said = made()
    assert [again[name].read_bytes() for name in sorted(again)] == [files[name].read_bytes() for name in sorted(files)]
    shop, _said = made("--shop", "generic", "--cards", "cultuur-*")
    assert {"banderol", "inhoud"} < set(shop)


@pytest.mark.parametrize("option", ["--band", "--contents"])
def test_a_screen_has_neither(tmp_path, monkeypatch, capsys, option):
    monkeypatch.chdir(tmp_path)
    assert main(["build", "stellingenspel", "--size", "slide", option]) == 2
    assert option in capsys.readouterr().err
