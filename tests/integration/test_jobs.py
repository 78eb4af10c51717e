"""A deck shared by several processes: the same bytes, the same problems."""

import multiprocessing
from pathlib import Path

import pytest

from kaartenspel.press import team
from kaartenspel.press.build import build
from kaartenspel.press.request import BuildRequest
from kaartenspel.problems import KaartenspelError

SOURCES = {"een": "https://voorbeeld.nl/een", "twee": "https://voorbeeld.nl/twee-of-drie"}
TEXT = "samen leren in de opleidingsschool vraagt geduld en een goed gesprek over verantwoordelijkheid"
WORDS = TEXT.split()


def cards(count):
    return [
        {
            "id": f"kaart-{number}",
            "group": "een" if number % 5 else "twee",
            "text": " ".join(WORDS[number % 7 : number % 7 + 4 + number % 6]).capitalize() + f" {number}.",
            **({"see": list(SOURCES)[number % 2]} if number % 3 else {}),
        }
        for number in range(1, count + 1)
    ]


@pytest.fixture
def many(project, monkeypatch):
    """A deck of 61 cards on seven sheets, and processes for it however few they are."""
    monkeypatch.setattr(team, "LEAST_CARDS", 0)
    entries = (f"  {name}: {{title: Bron, short: Bron {name}, url: '{url}'}}\n" for name, url in SOURCES.items())
    (project.folder / "decks" / "sources.yaml").write_text("sources:\n" + "".join(entries), "utf-8")
    return project.deck(cards(61))


def built(project, jobs, **asked) -> bytes:
    output = project.folder / f"output-{jobs}"
    results, _warnings = build(BuildRequest(decks=("proef",), jobs=jobs, output=output, **asked), project.folder)
    return Path(results[0].file).read_bytes()


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"order": "fronts-then-backs"},
        {"order": "cut-and-stack"},
        {"duplex": "fold"},
        {"duplex": "none"},
        {"size": "a6"},
        {"theme": "low-ink", "cards": ("kaart-1*", "kaart-2*")},
        {"sets": 2},
        {"size": "slide"},
    ],
    ids=str,
)
def test_two_and_three_processes_write_the_bytes_of_one(many, asked):
    alone = built(many, 1, **asked)
    assert built(many, 2, **asked) == alone
    assert built(many, 3, **asked) == alone


def test_more_processes_than_sheets_are_not_started(many):
    many.deck(cards(12))
    assert built(many, 9) == built(many, 1)


def test_processes_that_start_from_nothing_write_the_same(many, monkeypatch):
    alone = built(many, 1)
    fresh = multiprocessing.get_context("spawn")
    monkeypatch.setattr(team, "Process", fresh.Process)
    assert built(many, 2) == alone


def test_the_processes_were_really_asked(many, monkeypatch):
    started = []

    class Counted(team.Process):
        def start(self):
            started.append(self)
            super().start()

    monkeypatch.setattr(team, "Process", Counted)
    built(many, 3)
    assert len(started) == 3
    assert not any(process.is_alive() for process in started)


def test_a_text_that_is_too_long_is_the_same_problem(many):
    long = cards(61)
    long[4]["text"] = long[40]["text"] = "Veel te lange tekst. " * 80
    many.deck(long)
    said = []
    for jobs in (1, 2):
        with pytest.raises(KaartenspelError) as raised:
            built(many, jobs)
        said.append(raised.value.problems)
    assert said[0] == said[1]
    assert len(said[0]) == 2
    assert not (many.folder / "output-2").exists()


def test_copies_stay_with_one_process(many, monkeypatch):
    twice = cards(30)
    twice[3]["copies"] = 2
    many.deck(twice)
    monkeypatch.setattr(team, "Process", None)
    assert built(many, 2) == built(many, 1)


def test_a_small_deck_stays_with_one_process(many, monkeypatch):
    monkeypatch.setattr(team, "LEAST_CARDS", 500)
    monkeypatch.setattr(team, "Process", None)
    assert built(many, 2)
