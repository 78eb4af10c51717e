"""An edition as a workbook and back: only what differs is written, and what is wrong is told by its cell."""

import shutil
from pathlib import Path

import openpyxl
import pytest

from kaartenspel import messages
from kaartenspel.cli.main import main
from kaartenspel.load.editions import FILE, LOCK
from kaartenspel.press.edition_book import export_edition, import_edition
from kaartenspel.problems import Code, KaartenspelError, UsageError
from kaartenspel.reading.files import read
from kaartenspel.reading.values import plain

EXAMPLE = Path(__file__).parents[2] / "editions" / "de-regenboog"


@pytest.fixture(autouse=True)
def dutch(monkeypatch):
    monkeypatch.setenv("LANGUAGE", "nl")
    messages.use("nl")


@pytest.fixture(scope="module")
def exported(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("export")
    shutil.copytree(EXAMPLE, folder / "editions" / EXAMPLE.name)
    return export_edition(folder / "editions" / EXAMPLE.name, folder, folder / "output")[0]


@pytest.fixture
def school(tmp_path) -> Path:
    shutil.copytree(EXAMPLE, tmp_path / "editions" / EXAMPLE.name)
    return tmp_path


def values(folder: Path):
    value, problems = read(folder / "editions" / EXAMPLE.name / FILE)
    assert not problems
    return plain(value)


def typed(exported: Path, folder: Path, *changes: tuple[str, str, str, str]) -> Path:
    """The workbook in which, on a sheet and the first row of a name, a column got another text."""
    book = openpyxl.load_workbook(exported)
    for sheet, name, column, text in changes:
        page = book[sheet]
        at = next((cell.column for cell in page[1] if cell.value == column), None)
        first, _, part = name.partition("|")
        row = next(row for row in page.iter_rows(min_row=2) if row[0].value == first and part in ("", row[1].value))
        assert at is not None
        row[at - 1].value = text or None
    target = folder / "typed.xlsx"
    book.save(target)
    return target


def test_the_example_comes_back_as_it_was_to_the_byte(exported, school):
    before = {path.name: path.read_bytes() for path in (school / "editions" / EXAMPLE.name).iterdir()}
    _target, told = import_edition(exported, school)
    assert {path.name: path.read_bytes() for path in (school / "editions" / EXAMPLE.name).iterdir()} == before
    assert ["anders" in problem.message for problem in told] == [True]


def test_the_same_edition_gives_the_same_bytes(exported, school):
    again, told = export_edition(school / "editions" / EXAMPLE.name, school, school / "output")
    assert again.read_bytes() == exported.read_bytes()
    assert not told


def test_only_what_differs_is_written(exported, school):
    before, lines = values(school), (school / "editions" / EXAMPLE.name / FILE).read_text(encoding="utf-8")
    deck = before["decks"]["stellingenspel"]
    workbook = typed(
        exported, school,
        ("stellingenspel", "cultuur-2", "onze tekst", "Ons team klaagt niet, het vraagt."),
        ("stellingenspel", "cultuur-2", "opmerking", "Na de studiedag van mei"),
        ("stellingenspel", "cultuur-1", "onze tekst", ""),
        ("stellingenspel", "cultuur-4|Tegen", "onze tekst", "–"),
        ("stellingenspel", "organisatie-7", "doet mee", "ja"),
        ("stellingenspel", "focus-1", "doet mee", "nee"),
        ("stellingenspel", "regenboog-2|Vervolgvraag", "onze tekst", "Wanneer niet?"),
        ("stellingenspel", "eigen-1|groep", "onze tekst", "Speelplein"),
        ("stellingenspel", "eigen-1|Stelling", "onze tekst", "Het plein is ook een klas."),
        ("Spellen", "werkvormen", "onze titel", "Zo doen wij het"),
        ("Spellen", "casussen", "doet mee", "nee"),
    )  # fmt: skip
    deck["replace"] = {card: fields for card, fields in deck["replace"].items() if card != "cultuur-1"}
    deck["replace"]["cultuur-4"]["contra"] = ""
    deck["replace"]["cultuur-2"] = {"text": "Ons team klaagt niet, het vraagt."}
    deck["hide"] = ["partnerschap-2", "focus-1"]
    deck["groups"]["speelplein"] = {"title": "Speelplein", "code": "S"}
    deck["add"][1]["question"] = "Wanneer niet?"
    deck["add"].append({"id": "eigen-1", "group": "speelplein", "text": "Het plein is ook een klas."})
    deck["notes"] = {"cultuur-2": "Na de studiedag van mei"}
    before["decks"]["werkvormen"] = {"title": "Zo doen wij het"}
    import_edition(workbook, school)
    after = values(school)
    assert "casussen" not in after["only"]
    assert "werkvormen" in after["only"]
    del after["only"]
    assert after == before
    path = school / "editions" / EXAMPLE.name / FILE
    kept = [line for line in lines.splitlines() if line.startswith("#")]
    assert kept
    assert all(line in path.read_text(encoding="utf-8").splitlines() for line in kept)
    assert path.with_name(f"{FILE}.bak").read_text(encoding="utf-8") == lines
    assert "cultuur-2" in (path.with_name(LOCK)).read_text(encoding="utf-8")


def test_what_is_wrong_is_told_by_its_cell_and_changes_nothing(exported, school):
    workbook = typed(
        exported, school,
        ("stellingenspel", "cultuur-2", "onze tekst", "Veel te lang. " * 60),
        ("Spellen", "stellingenspel", "vooraan", "cultuurr"),
    )  # fmt: skip
    before = (school / "editions" / EXAMPLE.name / FILE).read_bytes()
    with pytest.raises(KaartenspelError) as caught:
        import_edition(workbook, school)
    told = [(problem.code, problem.place.said) for problem in caught.value.problems if not problem.warning]
    assert told == [
        (Code.UNKNOWN_NAME, "typed.xlsx [Spellen] F13"), (Code.TEXT_TOO_LONG, "typed.xlsx [stellingenspel] D12"),
    ]  # fmt: skip
    assert (school / "editions" / EXAMPLE.name / FILE).read_bytes() == before


def test_a_house_style_that_cannot_be_is_told_by_its_cell(exported, school):
    workbook = typed(exported, school, ("Huisstijl", "kleur 1", "waarde", "blauw"))
    with pytest.raises(KaartenspelError) as caught:
        import_edition(workbook, school)
    assert [problem.place.said for problem in caught.value.problems] == ["typed.xlsx [Huisstijl] B5"]


def test_an_edition_that_changed_since_is_not_undone(exported, school):
    path = school / "editions" / EXAMPLE.name / FILE
    path.write_text(path.read_text(encoding="utf-8").replace("Basisschool De", "School De"), encoding="utf-8")
    workbook = typed(exported, school, ("stellingenspel", "cultuur-2", "opmerking", "Mooi"))
    with pytest.raises(UsageError) as caught:
        import_edition(workbook, school)
    assert caught.value.problems[0].code is Code.CANNOT_WRITE
    import_edition(workbook, school, replace=True)
    assert values(school)["name"] == "Basisschool De Regenboog"


def test_a_workbook_alone_is_enough_where_the_edition_is_not_there_yet(exported, tmp_path):
    workbook = typed(exported, tmp_path, ("Huisstijl", "logo", "waarde", ""))
    import_edition(workbook, tmp_path)
    made = values(tmp_path)
    assert made["name"] == "Basisschool De Regenboog"
    deck = made["decks"]["stellingenspel"]
    assert deck["hide"] == ["partnerschap-2", "organisatie-7"]
    assert deck["replace"]["focus-3"]["question"] == "Waar ging jullie laatste bouwoverleg echt over?"
    assert [card["id"] for card in deck["add"]] == ["regenboog-1", "regenboog-2"]


def test_a_workbook_that_somebody_typed_in_is_kept(exported, school):
    output = school / "output"
    output.mkdir()
    mine = typed(exported, output, ("stellingenspel", "cultuur-2", "opmerking", "Mooi"))
    mine.rename(output / "de-regenboog.xlsx")
    content = (output / "de-regenboog.xlsx").read_bytes()
    _target, told = export_edition(school / "editions" / EXAMPLE.name, school, output)
    assert (output / "de-regenboog.bak.xlsx").read_bytes() == content
    assert len(told) == 1


def test_next_years_wording_stands_beside_ours(school):
    deck = school / "decks" / "stellingenspel.yaml"
    deck.parent.mkdir()
    shipped = (EXAMPLE.parents[1] / "decks" / "stellingenspel.yaml").read_text(encoding="utf-8")
    old = "Slechte resultaten in het lokaal hiernaast zijn ook mijn zaak."
    deck.write_text(shipped.replace(old, "Wat hiernaast misgaat, gaat mij aan."), encoding="utf-8")
    target, _told = export_edition(school / "editions" / EXAMPLE.name, school, school / "output")
    page = openpyxl.load_workbook(target)["stellingenspel"]
    heads = [cell.value for cell in page[1]]
    row = next(row for row in page.iter_rows(min_row=2, values_only=True) if row[0] == "cultuur-1")
    assert row[heads.index("origineel")] == old
    assert row[heads.index("onze tekst")] == "Een kind dat vastloopt in groep 4, is ook van groep 8."
    assert row[heads.index("nieuwe tekst")] == "Wat hiernaast misgaat, gaat mij aan."


def test_a_deck_of_the_editions_own_goes_to_a_workbook_and_back(school, monkeypatch):
    monkeypatch.chdir(school)
    path = school / "editions" / EXAMPLE.name / "decks" / "ons.yaml"
    path.parent.mkdir()
    path.write_text("deck: ons\ntitle: Ons\nkind: statement\ncards:\n  - {id: a, text: Wij wel.}\n", encoding="utf-8")
    assert main(["export", "ons", "--edition", "de-regenboog"]) == 0
    workbook = school / "output" / "ons.xlsx"
    book = openpyxl.load_workbook(workbook)
    cell = next(cell for row in book["Kaarten"].iter_rows() for cell in row if cell.value == "Wij wel.")
    cell.value = "Wij niet."
    book.save(workbook)
    assert main(["import", "output/ons.xlsx", "--edition", "de-regenboog", "--replace"]) == 0
    assert "Wij niet." in path.read_text(encoding="utf-8")
    assert not (school / "decks").exists()
    assert main(["export", "stellingenspel", "--edition", "de-regenboog"]) == 2
