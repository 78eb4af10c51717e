"""A printer is measured, kept, and moves the backs of a build; without one nothing moves."""

import re
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from pypdfium2.raw import FPDF_PAGEOBJ_TEXT as TEXT


@pytest.fixture(autouse=True)
def settings(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    return tmp_path / "settings" / "kaartenspel" / "printers"


def contents(path):
    with pikepdf.open(path) as pdf:
        return [page.Contents.read_bytes().decode() for page in pdf.pages]


TURN = re.compile(r"^q\n(0\.9999\S* -?0\.005\S* -?0\.005\S* 0\.9999\S*) (\S+) (\S+) cm\n")


def test_backs_and_their_captions_move_and_fronts_do_not(main, settings):
    assert main("calibrate", "kopieer", "--x", "1.2", "--y", "-0.7", "--rotation", "0.3")[0] == 0
    assert "x: 1.2 mm" in (settings / "kopieer.yaml").read_text("utf-8")
    assert main("build", "proef")[0] == 0
    assert main("build", "proef", "--printer", "kopieer")[0] == 0
    front, back = contents("output/proef.kopieer.pdf")
    plain_front, plain_back = contents("output/proef.pdf")
    assert not TURN.match(front)
    assert not TURN.match(plain_front)
    assert not TURN.match(plain_back)
    found = TURN.match(back)
    a, b, c, d = map(float, found[1].split())
    e, f = float(found[2]), float(found[3])
    assert (a, b, c, d) == pytest.approx((0.99998629, -0.00523596, 0.00523596, 0.99998629), abs=1e-7)
    x, y = 297.6378, 420.9449  # the middle of the paper goes where the shift says, in points, y upwards
    assert (a * x + c * y + e - x, b * x + d * y + f - y) == pytest.approx((1.2 * 72 / 25.4, 0.7 * 72 / 25.4), abs=0.01)
    assert back.endswith("Q")
    assert back.count("cm") == plain_back.count("cm") + 1


def test_readings_are_kept(main, settings):
    assert main("calibrate", "kopieer", "--read", "K,K,H,H")[0] == 0
    assert "x: 1 mm" in (settings / "kopieer.yaml").read_text("utf-8")


def test_a_reading_that_is_given_twice_does_not_count_twice(main, settings):
    main("calibrate", "kopieer", "--read", "K,K,H,H")
    before = (settings / "kopieer.yaml").read_bytes()
    code, _out, err = main("calibrate", "kopieer", "--read", "K,K,H,H")
    assert (code, "--x 0 --y 0" in err) == (2, True)
    assert (settings / "kopieer.yaml").read_bytes() == before


WAY = ("--tray", "karton", "--duplex", "short-edge", "--sideways", "--paper", "a3")


def test_the_command_to_begin_again_is_of_the_same_way_and_of_no_other(main, settings):
    main("calibrate", "kopieer", "--x", "2")
    main("calibrate", "kopieer", *WAY, "--read", "K,K,H,H")
    code, _out, err = main("calibrate", "kopieer", *WAY, "--read", "K,K,H,H")
    told = re.search(r"kaartenspel (calibrate .*)", err)[1].split()
    assert (code, told[:2], set(WAY) <= set(told)) == (2, ["calibrate", "kopieer"], True)
    assert main(*told)[0] == 0
    kept = (settings / "kopieer.yaml").read_text("utf-8")
    usual, other = sorted(kept.split("- tray: ")[1:], key=lambda way: way.startswith("karton"))
    assert "x: 2 mm" in usual
    assert ("short-edge" in other, "sideways" in other, "x: 0 mm" in other, "y: 0 mm" in other) == (True,) * 4


def test_the_commands_that_are_told_keep_to_the_way(main):
    _code, out, _err = main("calibrate", "kopieer", *WAY)
    assert f"kaartenspel calibrate kopieer {' '.join(WAY)} --read" in out
    _code, out, _err = main("calibrate", "kopieer", *WAY, "--x", "1")
    assert "kaartenspel build --printer kopieer --tray karton --duplex short-edge" in out
    _code, out, _err = main("calibrate", "kopieer", "--x", "1")
    assert out.rstrip().endswith("kaartenspel build --printer kopieer")


def captions(path):
    """What stands in the margin of each page, in one line."""
    texts = [page.get_textpage().get_text_bounded() for page in pdfium.PdfDocument(path)]
    return [next(line for line in text.splitlines() if "vel 1" in line) for text in texts]


@pytest.mark.parametrize(
    ("printer", "said"),
    [("gang", "achterkant verschoven voor gang"), ("kopieerapparaat-gang", "→ kopieerapparaat-gang")],
)
def test_captions_name_the_printer_in_full_or_behind_an_arrow_where_the_margin_is_short(main, printer, said):
    main("calibrate", printer, "--x", "1")
    main("build", "stellingenspel", "--printer", printer, "--cards", "cultuur-*")
    front, back = captions(f"output/stellingenspel.{printer}.keuze.pdf")
    assert f"· {said} · voorkant ·" in front
    assert f"· {said} · achterkant ·" in back
    main("build", "stellingenspel", "--cards", "cultuur-*")
    assert not any(printer in caption or "→" in caption for caption in captions("output/stellingenspel.keuze.pdf"))


def test_a_second_reading_says_that_it_counts_on_top(main, settings):
    _code, out, _err = main("calibrate", "kopieer", "--read", "K,K,H,H")
    assert "al verschoven" not in out
    _code, out, _err = main("calibrate", "kopieer", "--read", "J,J,I,I")
    assert "al verschoven" in out
    assert "achterkanten 1 mm" in out
    assert "achterkanten 1,5 mm" in out


def test_measuring_a_printer_changes_no_build_without_it(main):
    main("build", "proef")
    before = Path("output/proef.pdf").read_bytes()
    main("calibrate", "kopieer", "--x", "1.2", "--scale-x", "99.8")
    main("build", "proef")
    assert Path("output/proef.pdf").read_bytes() == before


def test_the_sheet_is_written(main):
    assert main("calibrate", "kopieer", "--duplex", "short-edge")[0] == 0
    assert len(contents("output/kalibratie.kopieer.short-edge.pdf")) == 2


def test_an_unknown_printer_has_a_nearest_name(main):
    main("calibrate", "kopieer", "--x", "1")
    code, _out, err = main("build", "proef", "--printer", "kopier")
    assert code == 2
    assert "‘kopieer’" in err


def test_a_way_that_was_not_measured_is_refused(main):
    main("calibrate", "kopieer", "--x", "1")
    assert main("build", "proef", "--printer", "kopieer", "--duplex", "short-edge")[0] == 2


def test_a_file_that_is_wrong_is_shown_at_its_place(main, settings):
    main("calibrate", "kopieer", "--x", "1")
    file = settings / "kopieer.yaml"
    file.write_text(file.read_text("utf-8").replace("1 mm", "5 mm"), "utf-8")
    code, _out, err = main("build", "proef", "--printer", "kopieer")
    assert code == 1
    assert "kopieer.yaml:7:8" in err


def test_a_tray_without_a_printer_is_wrong_use(main):
    code, _out, err = main("build", "stellingenspel", "--tray", "twee")
    assert (code, "--printer" in err) == (2, True)


def boxes(path):
    """For each page the boxes, in points, of all that is drawn and is no text: cards, bleed, marks and rule."""
    pdf = pdfium.PdfDocument(path)
    pages = [[each.get_bounds() for each in page.get_objects(max_depth=1) if each.type != TEXT] for page in pdf]
    pdf.close()
    return pages


def test_all_that_is_on_a_back_moves_by_exactly_so_and_nothing_on_a_front(main):
    main("calibrate", "kopieer", "--x", "1.2", "--y", "-0.7")
    main("build", "proef")
    main("build", "proef", "--printer", "kopieer")
    (front, back), (same, moved) = boxes("output/proef.pdf"), boxes("output/proef.kopieer.pdf")
    assert same == front
    right, up = 1.2 * 72 / 25.4, 0.7 * 72 / 25.4
    wanted = [(x + right, y + up, x1 + right, y1 + up) for x, y, x1, y1 in back]
    assert len(moved) == len(back) > 0
    for one, other in zip(moved, wanted, strict=True):
        assert one == pytest.approx(other, abs=0.01)
