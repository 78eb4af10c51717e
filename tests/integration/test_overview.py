"""The facilitator's overview: every card is on it, whole, on one page, between the margins."""

import re
from pathlib import Path

import pytest
from pdfkit import Finished
from shipped.account import joined

from kaartenspel.compose.overview_head import spans
from kaartenspel.load.project import Project
from kaartenspel.press.build import build
from kaartenspel.press.choose import deck_paths, load_decks
from kaartenspel.press.request import BuildRequest
from kaartenspel.problems import Code, KaartenspelError

DECKS = sorted(Project(Path("/nowhere")).names("decks"))
MARGIN, HAIR = 15.0, 0.3
BESIDE = ("question", "pro", "contra", "example", "instead", "help", "monday", "why", "goal", "purpose")


class Overview:
    """An overview that was built, with its deck."""

    def __init__(self, folder, output, deck, **options):
        request = BuildRequest(decks=(deck,), output=output, overview=True, **options)
        (self.result,), _warnings = build(request, folder)
        self.data = self.result.overview.read_bytes()
        self.pdf = Finished(self.data)
        self.pages = [joined(self.pdf.text(page)) for page in range(len(self.pdf))]
        self.deck = load_decks(Project(folder), deck_paths(Project(folder), (deck,)), b"")[0]


@pytest.fixture(scope="module")
def shipped(tmp_path_factory):
    folder, done = tmp_path_factory.mktemp("empty"), {}

    def made(deck, **options):
        key = (deck, *options.items())
        if key not in done:
            done[key] = Overview(folder, folder / "output", deck, **options)
        return done[key]

    return made


def texts(card):
    """What must be on the card's row, each block apart."""
    main = next((card.fields[name] for name in ("title", "text", "word") if name in card.fields), None)
    riches = [main, *(card.fields.get(name) for name in BESIDE)]
    return [joined(block.text) for rich in riches if rich is not None for block in rich.blocks]


def outside(pdf):
    """The runs and lines that come nearer to an edge than the margin."""
    found = []
    for page in range(len(pdf)):
        box = pdf.boxes(page)["MediaBox"]
        assert (round(box.width), round(box.height)) == (210, 297)
        places = [(text, x, y) for text, x, y in pdf.characters(page) if text.strip()]
        places += [("line", x, y) for shape in pdf.paths(page) for start, end in shape.lines for x, y in (start, end)]
        found += [
            (page, what)
            for what, x, y in places
            if not (MARGIN - HAIR <= x <= 210 - MARGIN + HAIR and MARGIN - HAIR <= y <= 297 - MARGIN + HAIR)
        ]
    return found


@pytest.mark.parametrize("name", DECKS)
def test_every_card_is_on_it_whole_on_one_page(shipped, name):
    made = shipped(name)
    for card in made.deck.cards:
        wanted = texts(card)
        pages = [page for page in made.pages if all(text in page for text in wanted)]
        assert wanted, card.id
        assert any(re.search(rf"\b{card.code}\b", page) for page in pages), (card.id, wanted)


@pytest.mark.parametrize("name", DECKS)
def test_nothing_comes_outside_the_margins(shipped, name):
    assert outside(shipped(name).pdf) == []


@pytest.mark.parametrize("theme", ["large-print", "low-ink", "grey"])
def test_other_themes_give_whole_overviews_too(shipped, theme):
    made = shipped("stellingenspel", theme=theme)
    assert outside(made.pdf) == []
    assert all(text in "".join(made.pages) for card in made.deck.cards for text in texts(card))


def test_type_is_at_least_eight_points_and_as_large_as_large_print_asks(shipped):
    for theme, least in (("standard", 8.0), ("large-print", 14.0)):
        pdf = shipped("stellingenspel", theme=theme).pdf
        assert min(run.size for page in range(len(pdf)) for run in pdf.words(page)) >= least - 0.01


def test_each_page_says_what_it_is_of(shipped):
    made = shipped("stellingenspel")
    version = re.search(r"versie ([0-9a-f]{6})", made.pages[0])[1]
    for number, page in enumerate(made.pages, start=1):
        assert "Stellingenspel ‘Opvattingen & ambities’" in page
        assert f"stellingenspel · versie {version}" in page
        assert f"pagina {number} van {len(made.pages)}" in page


def test_sources_are_named_with_what_the_qr_opens(shipped):
    page = shipped("stellingenspel").pages[0]
    assert "Idee: Katern lerende organisatie" in page
    assert "QR: Dialooginstrument, platformsamenopleiden.nl" in page


def test_choices_are_told_by_the_codes_of_their_cards(shipped):
    assert re.search(r"\(--cards kennismaking\): C6, F1–F3, E5, L6", shipped("stellingenspel").pages[0])


def test_a_group_that_goes_on_has_its_bar_again(shipped):
    bar = re.compile(r"[A-Z] · [A-Z][a-zé ]+ (\(vervolg\)|\d+ kaarten)")
    begun = [bar.search(page) for page in shipped("stellingenspel").pages[1:]]
    assert all(begun)
    assert {found[1] for found in begun} >= {"(vervolg)", "6 kaarten"}


def test_codes_in_a_row_are_told_by_the_first_and_the_last():
    codes = ["A1", "A2", "A3", "A5", "B6", "B7", "B8", "B9", "C1", "C2", "oud"]
    assert list(spans(codes)) == ["A1–A3", "A5", "B6–B9", "C1", "C2", "oud"]


def test_a_choice_has_an_overview_of_its_own(shipped):
    made = shipped("stellingenspel", cards=("kennismaking",))
    assert made.result.overview.name == "stellingenspel.kennismaking.overzicht.pdf"
    shown = {card.code for card in made.deck.cards if all(text in made.pages[0] for text in texts(card))}
    assert shown == {"", "C6", "F1", "F2", "F3", "E5", "L6"}
    assert "--cards kennismaking" in made.pages[0]
    assert "--cards 30-minuten" not in made.pages[0]


def test_without_the_option_there_is_none(project):
    assert project.deck([{"id": "een", "text": "Een stelling."}]).make().result.overview is None
    assert not list(project.folder.rglob("*.overzicht.pdf"))


def test_the_same_deck_gives_the_same_bytes(shipped, tmp_path):
    again = Overview(tmp_path, tmp_path / "output", "feedbacktips")
    assert again.data == shipped("feedbacktips").data


def test_long_rows_go_to_the_next_page_whole(project):
    long = " ".join(f"reden{number} waarom dat goed zou zijn" for number in range(100))
    cards = [{"id": f"k-{n}", "group": "een", "text": f"Stelling {n}.", "pro": long} for n in range(8)]
    project.deck(cards)
    made = Overview(project.folder, project.folder / "output", "proef")
    assert len(made.pages) > 2
    assert outside(made.pdf) == []
    for card in made.deck.cards:
        assert any(all(text in page for text in texts(card)) for page in made.pages)


def test_what_no_page_can_hold_is_a_problem_and_nothing_is_written(project):
    endless = " ".join(f"woord{number}" for number in range(2500))
    project.deck([{"id": "een", "text": "Een stelling."}, {"id": "twee", "text": "Nog een.", "contra": endless}])
    with pytest.raises(KaartenspelError) as caught:
        Overview(project.folder, project.folder / "output", "proef")
    (problem,) = caught.value.problems
    assert (problem.code, "twee" in problem.message) == (Code.TEXT_TOO_LONG, True)
    assert not list(project.folder.rglob("*.pdf"))


def test_what_comes_outside_would_be_seen(shipped):
    class Moved:
        def __init__(self, pdf):
            self.pdf = pdf

        def __len__(self):
            return 1

        def __getattr__(self, name):
            return getattr(self.pdf, name)

        def characters(self, page):
            return [(text, x - 1, y) for text, x, y in self.pdf.characters(page)]

    assert outside(Moved(shipped("feedbacktips").pdf))
