"""Scores become a report: what was typed in is counted, and nothing of a few people is told."""

import html
import re
from collections import Counter
from dataclasses import replace
from itertools import combinations
from statistics import fmean

import openpyxl
import pytest
from pdfkit import Finished
from shipped.account import joined
from typed import CHECKLIST, NOWHERE, asked, filled, report, workbook

from kaartenspel.exchange.scores_read import ScoresReader
from kaartenspel.exchange.workbook import read_workbook
from kaartenspel.model.clock import date
from kaartenspel.model.scores import UNKNOWN, Filled
from kaartenspel.press.forms import FormsRequest, forms
from kaartenspel.press.harvest import HarvestRequest, harvest
from kaartenspel.problems import KaartenspelError, UsageError

STAGES = ("Startfase", "Gedeeltelijk", "Sterk")


def refused(folder, file, **more):
    with pytest.raises(KaartenspelError) as caught:
        report(folder, file, **more)
    assert not list(folder.glob("out/*"))
    return caught.value.problems


def table(made, sheet):
    """A sheet of figures: the rows by the code of the card, as a list of rows each."""
    rows = openpyxl.load_workbook(made.files["xlsx"])[sheet].iter_rows(min_row=2, values_only=True)
    found = {}
    for _caption, card, *figures in rows:
        found.setdefault(card.split(" ")[0], []).append(figures)
    return found


def words(made):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", made.files["html"].read_text())).split())


def recounted(sheets, card):
    """The figures of a card, reckoned in another way: from the list of answers."""
    given = [sheet.answers.get(card) for sheet in sheets]
    answers = [answer for answer in given if answer not in (None, UNKNOWN)]
    apart = fmean(abs(one - other) for one, other in combinations(answers, 2))
    counts = Counter(answers)
    return [*(counts[number] for number in range(3)), given.count(UNKNOWN), given.count(None), len(answers),
            float(f"{apart:.1f}")]  # fmt: skip


def test_a_workbook_is_read_back_as_it_was_typed(tmp_path):
    sheets = filled(12, 1, teams=("onderbouw", "bovenbouw"))
    sheets = (replace(sheets[0], first="cultuur-3"), *sheets[1:])
    book = read_workbook(workbook(tmp_path, "nu", sheets, day="24-11-2026"))
    reader = ScoresReader("nu", book.sheets)
    found = reader.read()
    assert [*book.notes, *reader.problems] == []
    assert found == replace(CHECKLIST, name="nu", sheets=sheets, day=date("24-11-2026"))


def test_distributions_numbers_and_spread_of_twelve_checklists(tmp_path):
    sheets = filled(12, 7)
    made, told = report(tmp_path, workbook(tmp_path, "nu", sheets, day="24-11-2026"))
    figures = table(made, "Kaart voor kaart")
    assert told == []
    assert len(CHECKLIST.cards) == 18
    for card in CHECKLIST.cards:
        assert figures[card.code] == [recounted(sheets, card.id)], card
    group = [sheet for sheet in sheets for card in CHECKLIST.cards if card.code[0] == "C"]
    assert sum(figures["C"][0][:5]) == len(group)


def test_the_pdf_has_every_card_with_its_number_and_its_spread(tmp_path):
    sheets = filled(12, 7)
    made, _told = report(tmp_path, workbook(tmp_path, "nu", sheets), formats=("pdf",))
    pdf = Finished.of(made.files["pdf"])
    text = joined(" ".join(pdf.text(page) for page in range(len(pdf))))
    assert list(made.files) == ["pdf"]
    for card in CHECKLIST.cards:
        *_counts, answered, apart = recounted(sheets, card.id)
        assert joined(card.text) in text
        assert joined(f"n = {answered} · spreiding {apart:.1f}".replace(".", ",")) in text


def test_a_value_that_is_no_answer_is_told_by_sheet_and_cell(tmp_path):
    file = workbook(tmp_path, "nu", filled(12, 7))
    book = openpyxl.load_workbook(file)
    book["Scores"]["G8"], book["Scores"]["H9"], book["Scores"]["I10"] = 4, "ja/nee", "STERK "
    book.save(file)
    problems = refused(tmp_path, file)
    assert [problem.place.said for problem in problems] == ["nu.xlsx [Scores] G8", "nu.xlsx [Scores] H9"]
    assert "4" in problems[0].message
    assert all(stage in problems[0].hint for stage in STAGES)


@pytest.mark.parametrize(
    "typed, answer",
    [("3", 2), ("start", 0), ("GEDEELTELIJK", 1), ("?", UNKNOWN), ("weet ik niet", UNKNOWN), ("weet", UNKNOWN)],
)
def test_answers_may_be_typed_short(tmp_path, typed, answer):
    file = workbook(tmp_path, "nu", filled(6, 7))
    book = openpyxl.load_workbook(file)
    book["Scores"]["E4"] = typed
    book.save(file)
    reader = ScoresReader("nu", read_workbook(file).sheets)
    found = reader.read()
    assert (found.sheets[0].answers["cultuur-1"], reader.problems) == (answer, [])


def test_the_second_measurement_is_compared_by_id(tmp_path):
    before = filled(12, 1)
    first, *others = CHECKLIST.cards
    added = replace(first, id="eigen-1", code="X1", text="Iets van onszelf")
    replaced = replace(others[3], text="Heel iets anders")
    cards = (first, *others[:3], replaced, *others[4:-1], added)
    after = filled(14, 2, cards)
    made, _told = report(
        tmp_path,
        workbook(tmp_path, "nu", after, day="24-11-2026", cards=cards),
        before=workbook(tmp_path, "toen", before, day="24-3-2026"),
    )
    both = table(made, "Toen en nu")
    compared = [card for card in cards if card not in (replaced, added)]
    assert list(both) == [card.code for card in compared]
    for card in compared:
        (then_label, *then), (now_label, *now) = both[card.code]
        assert (then_label, now_label) == ("toen", "nu")
        assert (then, now) == (recounted(before, card.id), recounted(after, card.id))
    said = words(made)
    assert f"Anders geworden, dus niet te vergelijken: {replaced.code} Heel iets anders." in said
    assert "Nieuw, dus niet te vergelijken: X1 Iets van onszelf." in said
    assert f"Niet meer gevraagd: {others[-1].code} {others[-1].text}." in said


def test_measurements_of_two_decks_are_not_compared(tmp_path):
    other, _apart = asked("stellingenspel", "scores")
    before = workbook(tmp_path, "tafels", filled(9, 3, other.cards, people=5), other)
    (problem,) = refused(tmp_path, workbook(tmp_path, "nu", filled(12, 7)), before=before)
    assert "cannot be compared" in problem.message


def test_a_team_of_four_is_not_shown_apart_and_cannot_be_worked_out(tmp_path):
    sheets = (*filled(6, 1, teams=("onderbouw",)), *filled(7, 2, teams=("bovenbouw",)),
              *filled(5, 3, teams=("mentoren",)), *filled(4, 4, teams=("staf",)))  # fmt: skip
    made, _told = report(tmp_path, workbook(tmp_path, "nu", sheets))
    shown = {label for rows in table(made, "Teams naast elkaar").values() for label, *_figures in rows}
    assert shown == {"onderbouw", "bovenbouw"}
    assert "Niet apart te zien: mentoren, staf." in words(made)


def test_a_form_that_nobody_filled_in_says_so(tmp_path):
    for sheets in ((), (Filled({}),) * 6):
        (problem,) = refused(tmp_path, workbook(tmp_path, "leeg", sheets))
        assert "nothing to count" in problem.message


@pytest.mark.parametrize("count", [1, 4])
def test_the_answers_of_a_few_people_make_no_report(tmp_path, count):
    (problem,) = refused(tmp_path, workbook(tmp_path, "nu", filled(count, 7)))
    assert "who said what" in problem.message


def test_four_hundred_people(tmp_path):
    sheets = filled(400, 7)
    made, _told = report(tmp_path, workbook(tmp_path, "nu", sheets), formats=("pdf", "xlsx"))
    assert table(made, "Kaart voor kaart")["F2"] == [recounted(sheets, "focus-2")]


def test_sixty_tables_count_as_tables_and_their_people_for_privacy(tmp_path):
    scores, _apart = asked("stellingenspel", "scores")
    sheets = filled(60, 7, scores.cards, people=5)
    made, _told = report(tmp_path, workbook(tmp_path, "tafels", sheets, scores), formats=("html", "xlsx"))
    assert "60 tafels, met 300 mensen" in words(made)
    assert table(made, "Kaart voor kaart")["C2"] == [recounted(sheets, "cultuur-2")]


def test_the_three_cards_with_most_support_lead_to_interventions(tmp_path):
    votes = ["focus-6"] * 5 + ["cultuur-3"] * 4 + ["expertise-5"] * 2 + [""]
    sheets = tuple(replace(sheet, first=vote) for sheet, vote in zip(filled(12, 7), votes, strict=True))
    made, _told = report(tmp_path, workbook(tmp_path, "nu", sheets))
    rows = list(openpyxl.load_workbook(made.files["xlsx"])["Kiezen"].iter_rows(min_row=2, values_only=True))
    elements = list(dict.fromkeys(row[1] for row in rows if row[1]))
    assert [element.split(" ")[0] for element in elements] == ["F6", "C3", "E5"]
    assert "F6 Bij elkaar in de les: op 5 van de 11 bladen met een keuze staat dit vooraan." in words(made)
    assert len(rows) >= 9


def test_where_people_want_to_be_counts_as_support(tmp_path):
    scores, _apart = asked("fasekaarten", "fasenblad")
    now, want = {card.id: 1 for card in scores.cards}, {card.id: 1 for card in scores.cards}
    sheets = tuple(
        Filled(now, want | {"cultuur-2": 2} | ({"focus-1": 2} if table < 4 else {}), people=5) for table in range(6)
    )
    made, _told = report(tmp_path, workbook(tmp_path, "mat", sheets, scores), formats=("html",))
    said = words(made)
    assert "C2 Steun als het spannend is: 6 van de 6 willen hier verder." in said
    assert "F1 Zin om het beter te doen: 4 van de 6 willen hier verder." in said


def test_every_picture_has_its_words_and_its_table(tmp_path):
    made, _told = report(tmp_path, workbook(tmp_path, "nu", filled(12, 7)), formats=("html", "docx"))
    page = made.files["html"].read_text()
    pictures = re.findall(r'<svg class="(\w+)" role="img" aria-label="([^"]+)"', page)
    figures = page.count("<figure>")
    assert [name for name, _said in pictures] == ["wide", "narrow"] * figures
    assert figures == page.count("<details>") == 5
    import docx

    word = docx.Document(str(made.files["docx"]))
    described = [shape._inline.docPr.get("descr") for shape in word.inline_shapes]
    assert described == [html.unescape(said) for name, said in pictures if name == "wide"]
    assert len(word.tables) >= figures
    assert re.findall(r"(?:src|href)=|url\((?!data:)", page) == []


def test_the_same_scores_give_the_same_bytes(tmp_path):
    file = workbook(tmp_path, "nu", filled(12, 7))
    files = []
    for folder in ("een", "twee"):
        made, _told = harvest(HarvestRequest(file, output=tmp_path / folder), NOWHERE)
        files.append([path.read_bytes() for path in made.files.values()])
    assert files[0] == files[1]


def test_a_form_without_answers_has_no_workbook(tmp_path):
    with pytest.raises(UsageError, match="answers to count"):
        forms(FormsRequest("casussen", ("casus",), scored=True, output=tmp_path), NOWHERE)
    (made,), _told = forms(FormsRequest("fasekaarten", ("checklist",), scored=True, output=tmp_path), NOWHERE)
    assert [path.suffix for path in made.files] == [".pdf", ".xlsx"]
    (problem,) = refused(tmp_path, made.files[1])
    assert "nothing to count" in problem.message


def test_a_workbook_of_something_else_is_told(tmp_path):
    openpyxl.Workbook().save(tmp_path / "anders.xlsx")
    (problem,) = refused(tmp_path, tmp_path / "anders.xlsx")
    assert "--scores" in problem.hint


def test_a_name_above_a_column_is_warned_about(tmp_path):
    file = workbook(tmp_path, "nu", filled(6, 7))
    book = openpyxl.load_workbook(file)
    book["Scores"]["F1"] = "Juf Anja"
    book.save(file)
    made, (told,) = report(tmp_path, file)
    assert told.place.said == "nu.xlsx [Scores] F1"
    assert all(b"Anja" not in path.read_bytes() for path in made.files.values())
