"""Lists as schools have them: the right text or a clear problem, in bounded time and memory."""

import io
import time
import tracemalloc
import zipfile

import openpyxl
import pytest
from docx import Document

from kaartenspel import messages
from kaartenspel.press.list_exchange import Wanted
from kaartenspel.press.office import import_file
from kaartenspel.problems import KaartenspelError
from kaartenspel.reading.files import read
from kaartenspel.reading.values import plain

STATEMENT = Wanted(kind="statement")
ROWS = "Groep;Stelling;Vervolgvraag\r\nTeam;Wij delen ideeën – ‘visie’;\r\n"


@pytest.fixture(autouse=True)
def dutch(monkeypatch):
    monkeypatch.setenv("LANGUAGE", "nl")
    messages.use("nl")


def imported(folder, path, wanted=STATEMENT):
    target, warnings = import_file(path, folder, wanted)
    value, problems = read(folder / target)
    assert not problems
    return plain(value), [problem.message for problem in warnings]


def test_a_csv_as_a_dutch_excel_saves_it(tmp_path):
    (tmp_path / "lijst.csv").write_bytes(ROWS.encode("cp1252"))
    deck, told = imported(tmp_path, tmp_path / "lijst.csv")
    assert deck["cards"] == [{"id": "wij-delen-ideeen-visie", "group": "team", "text": "Wij delen ideeën – ‘visie’"}]
    assert told == ["gelezen als Windows-1252, met puntkomma’s tussen de kolommen"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_a_csv_in_every_encoding_with_every_separator(tmp_path, encoding, separator):
    (tmp_path / "lijst.csv").write_bytes(ROWS.replace(";", separator).encode(encoding))
    deck, told = imported(tmp_path, tmp_path / "lijst.csv")
    assert deck["cards"][0]["text"] == "Wij delen ideeën – ‘visie’"
    assert encoding[:6].upper().rstrip("-") in told[0]


def workbook(path, rows, change=None):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    if change:
        change(book)
    book.save(path)
    return path


def test_formulas_merged_cells_and_hidden_sheets_are_told(tmp_path):
    def change(book):
        book.create_sheet("Geheim").sheet_state = "hidden"
        book.active.merge_cells("A2:A3")

    rows = [["Team", "Eén"], [None, "Twee"], [], ["Team", "Drie", "=1+1"]]
    path = workbook(tmp_path / "y.xlsx", [["groep", "TEXT", "vervolgvraag"], *rows], change)
    deck, told = imported(tmp_path, path)
    assert [card["text"] for card in deck["cards"]] == ["Eén", "Twee", "Drie"]
    for words in ("verborgen", "samengevoegd", "lege regel", "formule"):
        assert any(words in message for message in told), words
    assert "question" not in deck["cards"][2]


def test_a_text_without_a_head_is_not_lost(tmp_path):
    path = workbook(tmp_path / "x.xlsx", [["groep", "text"], ["Team", "Eén", "meer"]])
    with pytest.raises(KaartenspelError, match="verloren"):
        imported(tmp_path, path)


def test_macros_are_left_alone(tmp_path):
    path = workbook(tmp_path / "m.xlsm", [["text"], ["Een stelling"]])
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("xl/vbaProject.bin", b"x")
    deck, told = imported(tmp_path, path)
    assert deck["cards"][0]["text"] == "Een stelling"
    assert any("macro" in message for message in told)


def test_ten_thousand_rows_in_seconds(tmp_path):
    path = workbook(tmp_path / "veel.xlsx", [["id", "text"], *([f"k-{n}", f"Stelling {n}"] for n in range(10_000))])
    begun = time.perf_counter()
    deck, _told = imported(tmp_path, path)
    assert len(deck["cards"]) == 10_000
    assert time.perf_counter() - begun < 60


def bomb(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package, package.open("xl/workbook.xml", "w") as part:
        for _ in range(300):
            part.write(bytes(1 << 20))


def far(path):
    """One cell in the last row and the last column."""
    workbook(path, [["text"], ["x"]])
    made = io.BytesIO()
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(made, "w") as after:
        for name in before.namelist():
            after.writestr(name, before.read(name).replace(b'r="A2"', b'r="XFD1048576"'))
    path.write_bytes(made.getvalue())


@pytest.mark.parametrize(
    "make, said",
    [
        (bomb, "uitgepakt"),
        (far, "uitgepakt"),
        (lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100)), "spreadsheet"),
        (lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)), "wachtwoord"),
        (lambda path: path.write_bytes(b"PK\x03\x04" + bytes(100)), "beschadigd"),
    ],
    ids=["bomb", "far", "picture", "password", "damaged"],
)
def test_what_is_no_honest_spreadsheet_is_told_in_little_time_and_memory(tmp_path, make, said):
    path = tmp_path / "x.xlsx"
    make(path)
    tracemalloc.start()
    begun = time.perf_counter()
    with pytest.raises(KaartenspelError, match=said):
        import_file(path, tmp_path, STATEMENT)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert time.perf_counter() - begun < 10
    assert most < 100_000_000
    assert not (tmp_path / "decks").exists()


def test_statements_keep_their_names(tmp_path):
    path = tmp_path / "s.txt"
    path.write_text("- Samen leren kost tijd die wij niet hebben.\n- Fouten maken mag altijd.\n", encoding="utf-8")
    before, _told = imported(tmp_path, path, Wanted())
    path.write_text(
        "- Iets geheel nieuws staat nu bovenaan!\n- Fouten maken mag altijd.\n"
        "- Samen leren kost tijd die wij hier niet hebben.\n",
        encoding="utf-8",
    )
    after, told = imported(tmp_path, path, Wanted(replace=True))
    first, second = (card["id"] for card in before["cards"])
    assert [card["id"] for card in after["cards"]][1:] == [second, first]
    assert any("houdt haar naam" in message for message in told)


def test_statements_from_a_document(tmp_path):
    document = Document()
    document.add_heading("Onze stellingen")
    document.add_paragraph("Eerste stelling.")
    document.add_paragraph("Tweede stelling.", style="List Bullet")
    document.save(str(tmp_path / "s.docx"))
    deck, _told = imported(tmp_path, tmp_path / "s.docx", Wanted())
    assert [card["text"] for card in deck["cards"]] == ["Eerste stelling.", "Tweede stelling."]
