"""The benchmark's decks are the same on every machine, and its table says what was measured."""

import importlib.util
import re
import sys
from pathlib import Path

import pytest
import yaml

BENCH = Path(__file__).parents[3] / "bench"


def module(name):
    """A module of the bench, which is no package."""
    spec = importlib.util.spec_from_file_location(name, BENCH / f"{name}.py")
    made = importlib.util.module_from_spec(spec)
    sys.modules[name] = made
    spec.loader.exec_module(made)
    return made


@pytest.fixture(scope="module")
def decks():
    return module("decks")


@pytest.fixture(scope="module")
def run(decks):
    return module("run")


def read(path):
    return yaml.safe_load(path.read_text("utf-8"))


def test_the_same_deck_comes_from_the_same_seed(decks, tmp_path):
    one, other = (decks.main(tmp_path / name, 54, 12).read_bytes() for name in ("one", "other"))
    assert one == other
    assert decks.main(tmp_path / "own", 54, None).read_bytes() != one


@pytest.mark.parametrize("cards, links", [(54, 12), (200, 50), (60, None)])
def test_cards_have_30_to_60_words_and_their_share_of_links(decks, tmp_path, cards, links):
    deck = read(decks.main(tmp_path, cards, links))
    sources = read(tmp_path / "decks" / "sources.yaml")["sources"]
    lengths = [len(card["text"].split()) for card in deck["cards"]]
    assert (len(deck["cards"]), min(lengths) >= 30, max(lengths) <= 60) == (cards, True, True)
    assert {card["see"] for card in deck["cards"]} == set(sources)
    assert len({source["url"] for source in sources.values()}) == (links or cards)
    assert {card["group"] for card in deck["cards"]} == set(deck["groups"])


def test_ratios_are_taken_within_a_round(run):
    slow, quick = run.Run(6.0, 6.0, 100.0, 1000), run.Run(2.0, 3.0, 50.0, 4000)
    busy = run.Run(60.0, 6.0, 100.0, 1000), run.Run(20.0, 3.0, 50.0, 4000)
    rounds = [{"a": slow, "typst": quick}, {"a": busy[0], "typst": busy[1]}, {"a": slow}]
    assert run.ratio(rounds, "a", "typst", "wall") == 3.0
    assert run.ratio(rounds, "a", "typst", "cpu") == 2.0
    assert run.ratio(rounds, "b", "typst", "cpu") is None


def test_the_table_says_what_was_not_run(run):
    made = run.Run(1.0, 2.0, 30.0, 40_000)
    rows = run.case_rows(run.Case(10_000, None, [{"kaartenspel": made, "typst": made}])).splitlines()
    assert len({row.count("|") for row in rows}) == 1
    assert [row.split("|")[2].strip() for row in rows] == ["kaartenspel", "typst", "weasyprint", "fpdf2"]
    assert all(run.WHY_SKIPPED in row for row in rows[2:])


def test_a_program_that_fails_is_no_run(run, tmp_path):
    command = [sys.executable, "-c", "raise SystemExit(3)"]
    assert run.measured(run.Program(command, tmp_path, tmp_path / "none.pdf")) is None
    made = [sys.executable, "-c", "open('some.pdf', 'w').write('1234')"]
    assert run.measured(run.Program(made, tmp_path, tmp_path / "some.pdf")).size == 4


def test_the_readme_has_the_place_for_the_table():
    text = (BENCH / "README.md").read_text("utf-8")
    assert re.search(r"<!-- measured: begin -->.*<!-- measured: end -->", text, re.DOTALL)
