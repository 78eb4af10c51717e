"""Forms to write on: whole, large enough to write on, with everything that they are about, on every page."""

import re
from pathlib import Path

import pytest
from pdfkit import Finished
from shipped.account import joined

from kaartenspel.load.project import Project
from kaartenspel.model.richtext import Rich
from kaartenspel.press.forms import FormsRequest, forms, make_forms
from kaartenspel.problems import Code, KaartenspelError, UsageError

NOWHERE = Path("/nowhere")
DECKS = ("casussen", "fasekaarten", "feedbacktips", "ontwikkelmodel", "posters", "stellingenspel", "wel-niet",
         "werkvormen")  # fmt: skip
WITH_CARDS = {"scores", "checklist", "checklist-partnerschap", "fasenblad", "terugblik"}
LEAST_TICK, LEAST_PITCH, LEAST_TYPE, MARGIN, HAIR = 5.0, 8.0, 8.0, 10.0, 0.3


def made(name, *asked, theme="standard", **more):
    """The forms of a deck or plan, with the problems."""
    project = Project(NOWHERE, more.pop("edition", None))
    found = make_forms(project, FormsRequest(name, asked, theme=theme, **more))
    return found, [problem for problem in project.problems if not problem.warning]


class Paper:
    """A form as a PDF."""

    def __init__(self, form, folder):
        self.form, ((self.file, write),) = form, form.files()
        target = folder / self.file
        with target.open("wb") as stream:
            write(stream)
        self.pdf = Finished.of(target)
        self.texts = [joined(self.pdf.text(page)) for page in range(len(self.pdf))]
        self.shapes = [self.pdf.paths(page) for page in range(len(self.pdf))]

    def ticks(self):
        """The boxes to tick of all pages."""
        boxes = [box for shapes in self.shapes for shape in shapes if shape.paint == "stroke" for box in shape.boxes]
        return [box for box in boxes if abs(box.width - box.height) < HAIR and box.width < 10]

    def lines(self, page):
        """The lines across a page that are no side of a box: left, right, y."""
        found = [
            (min(a[0], b[0]), max(a[0], b[0]), a[1])
            for shape in self.shapes[page]
            if shape.paint == "stroke" and not shape.boxes and len(shape.lines) == 1
            for a, b in shape.lines
            if abs(a[1] - b[1]) < HAIR
        ]
        return sorted(found, key=lambda line: line[2])


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    """The forms of the shipped decks by deck and form."""
    folder = tmp_path_factory.mktemp("forms")
    found = {}
    for deck in DECKS:
        forms_, problems = made(deck)
        assert problems == []
        found |= {(deck, form.use.form.form): Paper(form, folder) for form in forms_}
    return found


def test_every_shipped_form_belongs_to_a_shipped_deck(papers):
    assert {form for _deck, form in papers} == set(Project(NOWHERE).names("layouts/forms"))


def test_pages_are_a4_with_a_white_edge_and_type_that_can_be_read(papers):
    for (deck, name), paper in papers.items():
        for page in range(len(paper.pdf)):
            box = paper.pdf.boxes(page)["MediaBox"]
            assert (round(box.width), round(box.height)) == (210, 297)
            places = [(x, y) for text, x, y in paper.pdf.characters(page) if text.strip()]
            corners = [corner for shape in paper.shapes[page] for line in shape.lines for corner in line]
            for x, y in [*places, *corners]:
                assert MARGIN <= x <= 210 - MARGIN, (deck, name, x)
                assert MARGIN <= y <= 297 - MARGIN, (deck, name, y)
            assert min(run.size for run in paper.pdf.words(page) if run.text.strip()) >= LEAST_TYPE, (deck, name)


def test_each_page_says_which_form_of_which_deck_and_which_page_it_is(papers):
    for (_deck, name), paper in papers.items():
        use = paper.form.use
        for number, text in enumerate(paper.texts, start=1):
            assert f"pagina {number} van {len(paper.texts)}" in text
            assert f"versie {paper.form.version}" in text
            assert use.form.title in text
            assert name not in WITH_CARDS or joined(use.deck.deck.title) in text


def test_boxes_are_large_enough_and_there_is_one_for_each_answer(papers):
    counts = {"scores": 4, "checklist": 3, "checklist-partnerschap": 3, "fasenblad": 6, "terugblik": 4}
    for (deck, name), paper in papers.items():
        ticks = paper.ticks()
        assert len(ticks) == len(paper.form.use.cards) * counts.get(name, 0), (deck, name)
        assert all(box.width >= LEAST_TICK for box in ticks)


def test_lines_leave_room_to_write(papers):
    """Between two lines one above the other, and between a line and the text above it."""
    for (deck, name), paper in papers.items():
        for page in range(len(paper.pdf)):
            lines = paper.lines(page)
            ruled = [line for line in lines if not name.startswith("checklist") and name != "terugblik"]
            for index, (left, right, y) in enumerate(ruled):
                above = [other for a, b, other in ruled[:index] if a < right - HAIR and b > left + HAIR]
                assert not above or y - max(above) >= LEAST_PITCH - 0.01, (deck, name, page, y)
                inside = [
                    (text, x, base)
                    for text, x, base in paper.pdf.characters(page)
                    if text.strip() and left <= x <= right and y - LEAST_PITCH + 2.4 < base < y + HAIR
                ]
                assert inside == [], (deck, name, page, y)


def test_all_statements_stand_on_the_score_form_once_in_order_and_nobody_is_named(papers):
    paper = papers["stellingenspel", "scores"]
    whole = " ".join(paper.texts)
    said = [joined(card.fields["text"].text) for card in paper.form.use.cards]
    assert len(said) == 41
    assert [whole.count(text) for text in said] == [1] * 41
    assert sorted(said, key=whole.index) == said
    codes = [card.code for card in paper.form.use.cards]
    runs = [run.text.strip() for page in range(len(paper.pdf)) for run in paper.pdf.words(page)]
    assert [runs.count(code) for code in codes] == [1] * 41
    assert "Schrijf geen namen op." in paper.texts[0]
    for text in paper.texts:
        assert re.search(r"Eens\s*Oneens", text)
        assert "Weet niet" in text


def test_the_checklists_hold_the_school_s_18_and_the_partnership_s_9_items_with_their_stages(papers):
    school, partners = papers["fasekaarten", "checklist"], papers["fasekaarten", "checklist-partnerschap"]
    assert (len(school.form.use.cards), len(partners.form.use.cards)) == (18, 9)
    for paper in (school, partners):
        whole = " ".join(paper.texts)
        for card in paper.form.use.cards:
            stages = card.fields["stages"]
            assert len(stages) == 3
            assert all(isinstance(stage, Rich) and whole.count(joined(stage.text)) == 1 for stage in stages)
        for text in paper.texts:
            assert re.search(r"Startfase\s*Gedeeltelijk\s*Sterk", text)


def test_do_and_don_t_stand_apart_do_first(papers):
    runs = [run.text.strip() for run in papers["wel-niet", "terugblik"].pdf.words(0)]
    assert runs.index("Wel doen") < runs.index("Niet doen")


def test_a_group_that_goes_on_says_so(papers):
    texts = papers["stellingenspel", "scores"].texts
    assert any("(vervolg)" in text for text in texts[1:])
    assert "(vervolg)" not in texts[0]


@pytest.mark.parametrize("theme", ["grey", "low-ink", "large-print"])
def test_forms_fit_in_every_theme(theme):
    for deck in DECKS:
        forms_, problems = made(deck, theme=theme)
        assert problems == []
        assert all(theme in form.file for form in forms_)


def test_same_request_same_bytes(tmp_path):
    for folder in ("one", "two"):
        forms(FormsRequest("wel-niet", output=tmp_path / folder), NOWHERE)
    (name,) = [path.name for path in (tmp_path / "one").iterdir()]
    assert name == "wel-niet.formulier.terugblik.pdf"
    assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_a_plan_gets_the_forms_of_what_is_played_with_those_cards_only():
    found, problems = made("stellingenspel-45")
    assert problems == []
    scores = next(form for form in found if form.use.form.form == "scores")
    assert scores.file == "stellingenspel-45.formulier.scores.pdf"
    assert len(scores.use.cards) == 8


def test_a_form_can_be_asked_for_by_name_where_it_belongs_to_nothing():
    found, problems = made("stellingenspel", "afspraken", "afspraken")
    assert problems == []
    assert [form.use.form.form for form in found] == ["afspraken"]


@pytest.mark.parametrize(
    "name, asked, said",
    [
        ("stellingenspel", ("skores",), "skores"),
        ("stellingenspel", ("terugblik",), "terugblik"),
        ("wegwijzers", (), "wegwijzers"),
        ("stelingenspel", (), "stelingenspel"),
    ],
)
def test_what_is_not_there_is_told(name, asked, said):
    with pytest.raises(UsageError) as caught:
        forms(FormsRequest(name, asked), NOWHERE)
    assert said in caught.value.problems[0].message


def test_a_school_s_edition_stands_at_the_head(tmp_path):
    edition = Path(__file__).parents[2] / "editions" / "de-regenboog"
    (form,), problems = made("wel-niet", edition=edition)
    assert problems == []
    paper = Paper(form, tmp_path)
    assert "De Regenboog" in " ".join(run.text for run in paper.pdf.words(0) if run.y < 25)


def test_a_text_that_is_too_long_for_a_page_is_a_problem_and_nothing_is_written(tmp_path):
    (tmp_path / "decks").mkdir()
    cards = "cards:\n  - {id: een, text: " + "woord " * 3000 + "}\n"
    head = "deck: lang\ntitle: Lang\nkind: statement\n"
    (tmp_path / "decks/lang.yaml").write_text(head + cards, encoding="utf-8")
    with pytest.raises(KaartenspelError) as caught:
        forms(FormsRequest("lang", output=tmp_path / "out"), tmp_path)
    assert Code.TEXT_TOO_LONG in [problem.code for problem in caught.value.problems]
    assert not (tmp_path / "out").exists()


OWN = """\
form: wensen
title: Wensen bij de stellingen
kinds: [statement]
only: een
parts:
  - {part: blanks, labels: [Groep]}
  - part: cards
    show: text
    ask:
      - {title: Hoe hard?, answers: [Nu, Later, "Liever helemaal niet meer bij ons"]}
"""
DECK = """\
deck: eigen
title: Eigen
kind: statement
groups: {a: {title: Eerste, code: A}}
cards:
  - {id: een, group: a, text: Eén}
  - {id: twee, group: a, text: Twee}
"""


def test_a_school_s_own_form_shows_the_cards_that_it_asks_for(tmp_path):
    for name, text in (("decks/eigen", DECK), ("layouts/forms/wensen", OWN)):
        file = tmp_path / f"{name}.yaml"
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
    results, warnings = forms(FormsRequest("eigen", output=tmp_path / "out"), tmp_path)
    assert warnings == []
    assert [result.form for result in results] == ["scores", "wensen"]
    pdf = Finished.of(results[1].files[0])
    text = joined(pdf.text(0))
    assert "Eén" in text
    assert "Twee" not in text
    assert "Hoe hard?" in text
