"""Lists as schools have them: the right text or a clear problem, in bounded time and memory."""

import io
import struct
import tracemalloc
import zipfile
from datetime import date, datetime, time
from time import perf_counter

import openpyxl
import pytest
from docx import Document
from docx.oxml import parse_xml

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
    begun = perf_counter()
    deck, _told = imported(tmp_path, path)
    assert len(deck["cards"]) == 10_000
    assert perf_counter() - begun < 60


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


def entry(name, kind, child=0xFFFFFFFF, beside=0xFFFFFFFF, start=0, size=0):
    """An entry of the directory of a compound file (MS-CFB 2.6.1)."""
    letters = name.encode("utf-16-le")
    return struct.pack("<64sHBBIII16sIQQIQ", letters, len(letters) + 2, kind, 1, 0xFFFFFFFF, beside, child,
                       bytes(16), 0, 0, 0, start, size)  # fmt: skip


def locked(path):
    """What Excel saves behind a password: a compound file with the two streams of MS-OFFCRYPTO 1.3.3."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + struct.pack(
        "<16sHHHHH6sIIIIIIIII", bytes(16), 0x3E, 3, 0xFFFE, 9, 6, bytes(6), 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0,
        0xFFFFFFFE, 0) + struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)  # fmt: skip
    chain = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, 10), 0xFFFFFFFE, *range(11, 18), 0xFFFFFFFE]
    fat = struct.pack("<128I", *chain, *[0xFFFFFFFF] * (128 - len(chain)))
    info = entry("EncryptionInfo", 2, start=2, size=4096, beside=2)
    packed = entry("EncryptedPackage", 2, start=10, size=4096)
    directory = entry("Root Entry", 5, child=1, start=0xFFFFFFFE) + info + packed + bytes(128)
    path.write_bytes(head + fat + directory + bytes(8192))


ODS = """<?xml version="1.0" encoding="UTF-8"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"><office:body><office:spreadsheet>
<table:table table:name="Blad1">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"""
OASIS = "application/vnd.oasis.opendocument.spreadsheet"


def ods(path, rows, manifest=""):
    """A file of LibreOffice as small as can be; a cell is its attributes and its text."""
    cells = ["".join(f"<table:table-cell {said}><text:p>{text}</text:p></table:table-cell>" for said, text in row)
             for row in rows]  # fmt: skip
    content = ODS.format(rows="".join(f"<table:table-row>{row}</table:table-row>" for row in cells))
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", OASIS)
        package.writestr("content.xml", content)
        package.writestr(
            "META-INF/manifest.xml",
            f"""<?xml version="1.0" encoding="UTF-8"?><manifest:manifest
 xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:media-type="{OASIS}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">{manifest}</manifest:file-entry>
</manifest:manifest>""",
        )
    return path


def locked_ods(path):
    ods(path, [], '<manifest:encryption-data manifest:checksum="x"/>')


def typed(value_type, value, text):
    """A cell of LibreOffice with a value of this type."""
    name = {"date": "date-value", "time": "time-value"}.get(value_type, "value")
    return f'office:value-type="{value_type}" office:{name}="{value}"', text


WORD = 'office:value-type="string"'


def test_a_list_of_libreoffice_with_what_was_typed(tmp_path):
    rows = [
        [(WORD, "groep"), (WORD, "stelling"), (WORD, "vervolgvraag")],
        [(WORD, "Team"), typed("time", "PT13H30M00S", "13:30"), typed("float", "3.5", "3,5")],
        [(WORD, "Team"), typed("date", "2026-11-24", "24-11-26"), (WORD, "1-2")],
        [(WORD, "007"), typed("float", "7", "7"), typed("date", "2026-11-24T13:30:00", "…")],
    ]
    deck, told = imported(tmp_path, ods(tmp_path / "lijst.ods", rows))
    assert [(card["text"], card["question"]) for card in deck["cards"]] == [
        ("13:30", "3,5"), ("2026-11-24", "1-2"), ("7", "2026-11-24 13:30")]  # fmt: skip
    assert deck["groups"]["007"]["title"] == "007"
    assert told == ["1 cel is in de spreadsheet een getal: ‘3,5’",
                    "2 cellen zijn in de spreadsheet een datum, zoals ‘2026-11-24’"]  # fmt: skip


def test_what_was_typed_in_excel_and_in_a_csv(tmp_path):
    values = [time(13, 30), "1-2", 3.5, date(2026, 11, 24), datetime(2026, 11, 24, 13, 30), "007", 7, "3,50"]
    wanted = ["13:30", "1-2", "3,5", "2026-11-24", "2026-11-24 13:30", "007", "7", "3,50"]
    path = workbook(tmp_path / "getikt.xlsx", [["text"], *([value] for value in values)])
    deck, told = imported(tmp_path, path)
    assert [card["text"] for card in deck["cards"]] == wanted
    assert len(told) == 2
    (tmp_path / "tekst.csv").write_text("text;vervolgvraag\n" + "".join(f"{text};\n" for text in wanted), "utf-8")
    deck, told = imported(tmp_path, tmp_path / "tekst.csv")
    assert [card["text"] for card in deck["cards"]] == wanted
    assert len(told) == 1


def test_a_password_is_told_whatever_the_file_is_called(tmp_path):
    locked(tmp_path / "x.xls")
    with pytest.raises(KaartenspelError, match="wachtwoord"):
        imported(tmp_path, tmp_path / "x.xls")
    locked(tmp_path / "x.docx")
    with pytest.raises(KaartenspelError, match="wachtwoord"):
        imported(tmp_path, tmp_path / "x.docx")


@pytest.mark.parametrize(
    "make, said",
    [
        (bomb, "uitgepakt"),
        (far, "uitgepakt"),
        (lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100)), "spreadsheet"),
        (lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)), "spreadsheet"),
        (locked, "wachtwoord"),
        (locked_ods, "wachtwoord"),
        (lambda path: path.write_bytes(b"PK\x03\x04" + bytes(100)), "beschadigd"),
    ],
    ids=["bomb", "far", "picture", "broken", "password", "password-ods", "damaged"],
)
def test_what_is_no_honest_spreadsheet_is_told_in_little_time_and_memory(tmp_path, make, said):
    path = tmp_path / "x.xlsx"
    make(path)
    tracemalloc.start()
    begun = perf_counter()
    with pytest.raises(KaartenspelError, match=said):
        import_file(path, tmp_path, STATEMENT)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert perf_counter() - begun < 10
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


TEXT_BOX = """<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:pict>
<v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p><w:r><w:t>Los kader</w:t></w:r></w:p>
</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"""
TRACKED = """<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:r><w:t>Wij </w:t></w:r>
<w:del w:id="1" w:author="a"><w:r><w:delText>nooit</w:delText></w:r></w:del>
<w:ins w:id="2" w:author="a"><w:r><w:t>altijd samen</w:t></w:r></w:ins>
<w:r><w:footnoteReference w:id="3"/></w:r></w:p>"""


def test_nothing_of_a_document_is_lost_in_silence(tmp_path):
    document = Document()
    document.add_heading("Onze stellingen")
    document.add_paragraph("Eerste stelling.")._p.append(parse_xml(TEXT_BOX))
    document.add_table(1, 1).cell(0, 0).text = "In een kader."
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Stelling", "Vraag"
    document.element.body.insert(-1, parse_xml(TRACKED))
    document.save(str(tmp_path / "s.docx"))
    deck, told = imported(tmp_path, tmp_path / "s.docx", Wanted())
    assert [card["text"] for card in deck["cards"]] == ["Eerste stelling.", "In een kader.", "Wij altijd samen"]
    assert [told_of.split(" werd")[0] for told_of in told] == [
        "1 kop", "1 tabel met meer dan één kolom", "1 tekstvak", "1 voetnoot of eindnoot"]  # fmt: skip
