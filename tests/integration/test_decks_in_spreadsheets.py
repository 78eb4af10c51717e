"""A deck as a spreadsheet and back: nothing is lost, comments stay, and what is wrong is told by its cell."""

from pathlib import Path

import openpyxl
import pytest

from kaartenspel import messages
from kaartenspel.load.project import Project
from kaartenspel.press.deck_exchange import export_deck, import_deck
from kaartenspel.problems import Code, KaartenspelError, UsageError
from kaartenspel.reading.edit import edited
from kaartenspel.reading.files import read
from kaartenspel.reading.values import plain

DECKS = Project(Path(__file__).parent / "nowhere").names("decks")
OWN = """\
# van ons
deck: ons
title: Ons   # nooit veranderen
kind: statement
groups: {een: {title: Eén, code: A}}
cards:
  # de beste
  - id: a
    group: een
    text: >-
      Een lange zin
      op twee regels.
  - id: b
    group: een
    text: 'Tussen aanhalingstekens.'
    question: "Ja?"  # zeker
"""


@pytest.fixture(autouse=True)
def dutch(monkeypatch):
    monkeypatch.setenv("LANGUAGE", "nl")
    messages.use("nl")


def values(path: Path):
    value, problems = read(path)
    assert not problems
    return plain(value)


def own(folder: Path) -> Path:
    path = folder / "decks" / "ons.yaml"
    path.parent.mkdir()
    path.write_bytes(OWN.encode())
    return path


def changed(workbook: Path, sheet: str, cell: str, text: str) -> Path:
    book = openpyxl.load_workbook(workbook)
    book[sheet][cell].value = text
    book.save(workbook)
    return workbook


@pytest.mark.parametrize("name", sorted(DECKS))
def test_export_and_import_give_the_same_deck(tmp_path, name):
    workbook = export_deck(DECKS[name].path, tmp_path, tmp_path / "output")
    target, warnings = import_deck(workbook, Project(tmp_path))
    assert warnings == []
    assert values(tmp_path / target) == values(DECKS[name].path)


def test_the_same_deck_gives_the_same_bytes(tmp_path):
    first, second = (
        export_deck(DECKS["stellingenspel"].path, tmp_path, tmp_path / name).read_bytes() for name in ("one", "two")
    )
    assert first == second


def test_names_are_protected_and_texts_are_not(tmp_path):
    book = openpyxl.load_workbook(export_deck(DECKS["stellingenspel"].path, tmp_path, tmp_path / "output"))
    sheet = book["Kaarten"]
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert (sheet["A2"].protection.locked, sheet["D2"].protection.locked) == (True, False)
    assert sheet["D2"].alignment.wrap_text
    assert len(sheet.data_validations.dataValidation) == 4


def test_only_what_was_changed_changes_in_a_file_that_is_there(tmp_path):
    path = own(tmp_path)
    workbook = changed(export_deck(path, tmp_path, tmp_path / "output"), "Kaarten", "D3", "Iets anders: dit.")
    with pytest.raises(UsageError):
        import_deck(workbook, Project(tmp_path))
    import_deck(workbook, Project(tmp_path), replace=True)
    assert path.read_text(encoding="utf-8") == OWN.replace("'Tussen aanhalingstekens.'", "'Iets anders: dit.'")
    assert path.with_name("ons.yaml.bak").read_text(encoding="utf-8") == OWN


def test_a_comment_that_goes_with_its_card_is_told(tmp_path):
    path = own(tmp_path)
    path.write_text(OWN.replace("    group: een\n    text: '", "    # pas op\n    group: een\n    text: '"), "utf-8")
    path.write_text(path.read_text("utf-8") + "  - {id: c, text: Derde.}\n", "utf-8")
    workbook = export_deck(path, tmp_path, tmp_path / "output")
    book = openpyxl.load_workbook(workbook)
    book["Kaarten"].delete_rows(3)
    book.save(workbook)
    target, told = import_deck(workbook, Project(tmp_path), replace=True)
    assert [card["id"] for card in values(tmp_path / target)["cards"]] == ["a", "c"]
    assert [note.message.split("’")[0] for note in told if note.code is Code.IMPORT_NOTE] == [
        "de opmerking ‘pas op", "de opmerking ‘zeker"]  # fmt: skip
    assert "# de beste" in path.read_text("utf-8")


def test_line_ends_and_the_mark_of_a_file_stay():
    data = b"\xef\xbb\xbf" + OWN.replace("\n", "\r\n").encode()
    new = {"deck": "ons", "title": "Ons", "kind": "statement", "groups": {"een": {"title": "Eén", "code": "A"}},
           "cards": [{"id": "a", "group": "een", "text": "Een lange zin op twee regels."}]}  # fmt: skip
    made = edited(data, new)
    assert made.startswith(b"\xef\xbb\xbf# van ons\r\n")
    assert made.count(b"\n") == made.count(b"\r\n")


def test_a_new_card_gets_a_name_of_its_words(tmp_path):
    workbook = export_deck(own(tmp_path), tmp_path, tmp_path / "output")
    changed(workbook, "Kaarten", "D4", "Een nieuwe stelling.")
    target, _warnings = import_deck(workbook, Project(tmp_path), replace=True)
    assert values(tmp_path / target)["cards"][-1] == {"id": "een-nieuwe-stelling", "text": "Een nieuwe stelling."}


@pytest.mark.parametrize(
    "sheet, cell, text, said",
    [("Kaarten", "C2", "tweee", "‘tweee’"), ("Spel", "B5", "stelingg", "stelingg"),
     ("Kaarten", "E1", "Vraagje", "‘Vraagje’"),
     ("Groepen", "C2", "abc", "‘abc’")],
)  # fmt: skip
def test_what_is_wrong_is_told_by_its_cell(tmp_path, sheet, cell, text, said):
    workbook = changed(export_deck(own(tmp_path), tmp_path, tmp_path / "output"), sheet, cell, text)
    with pytest.raises(KaartenspelError) as raised:
        import_deck(workbook, Project(tmp_path), replace=True)
    places = [problem.place.said for problem in raised.value.problems if said in problem.message]
    assert f"ons.xlsx [{sheet}] {cell}" in places
