"""What a PDF is made of: fonts within, a structure without errors, the same bytes every time."""

import os
import subprocess
import sys

import pytest
from pdfkit import Finished
from shipped import truth

SCRIPT = """
import datetime, hashlib, sys, time
from pathlib import Path
shift = float(sys.argv[1])
real, made = time.time, datetime.datetime
time.time = lambda: real() + shift
time.localtime = lambda seconds=None, real=time.localtime: real(real_or(seconds))
time.gmtime = lambda seconds=None, real=time.gmtime: real(real_or(seconds))
def real_or(seconds):
    return time.time() if seconds is None else seconds
class Shifted(made):
    @classmethod
    def now(cls, tz=None):
        return made.fromtimestamp(time.time(), tz)
datetime.datetime = Shifted
from kaartenspel.press.build import build
from kaartenspel.press.request import BuildRequest
results, _ = build(BuildRequest(decks=tuple(sys.argv[2:])), Path.cwd())
for result in results:
    print(result.deck, hashlib.sha256(result.file.read_bytes()).hexdigest())
"""


def digests(folder, *, shift="0", decks=(), **variables):
    folder.mkdir(exist_ok=True)
    environment = {**os.environ, "PYTHONPATH": str(truth.ROOT / "src"), **variables}
    command = [sys.executable, "-c", SCRIPT, shift, *decks]
    run = subprocess.run(command, capture_output=True, text=True, check=True, cwd=folder, env=environment)
    return dict(line.split() for line in run.stdout.splitlines())


def faults(pdf):
    """What is wrong with fonts and structure."""
    fonts = pdf.fonts()
    wrong = [f"{font.name} is not within" for font in fonts if not font.embedded]
    wrong += [font.name for font in fonts if "Helvetica" in font.name]
    return wrong + pdf.structure_problems()


@pytest.mark.parametrize("name", truth.deck_names())
def test_every_font_is_within_and_the_structure_is_sound(press, name):
    pdf = press(name, **({"sets": 2} if name == "werkvormen" else {})).pdf
    assert faults(pdf) == []
    assert pdf.fonts()
    assert all(font.subset for font in pdf.fonts())


def test_the_finder_of_faults_can_fail(press):
    from io import BytesIO

    from pikepdf import Dictionary, Name

    data = press("werkvormen").data
    pdf = Finished(data)
    face = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/Helvetica"))
    pdf.pike.pages[0].obj.Resources.Font[Name("/F99")] = pdf.pike.make_indirect(face)
    target = BytesIO()
    pdf.pike.save(target)
    assert faults(Finished(target.getvalue())) == ["Helvetica is not within", "Helvetica"]
    assert faults(Finished(data.replace(b"startxref", b"startxxxx"))) != []


def test_equal_bytes_wherever_and_whenever(tmp_path):
    here = digests(tmp_path / "one", PYTHONHASHSEED="0", TZ="UTC")
    year = str(400 * 24 * 3600)
    there = digests(tmp_path / "the other: één", PYTHONHASHSEED="4711", TZ="Pacific/Auckland", shift=year)
    assert here == there
    assert sorted(here) == truth.deck_names()


def test_the_seconds_and_the_language_of_the_screen_do_not_matter(tmp_path):
    plain = digests(tmp_path / "a", decks=["werkvormen"])
    other = digests(
        tmp_path / "b", decks=["werkvormen"], KAARTENSPEL_LANG="en", LC_ALL="C", SOURCE_DATE_EPOCH="1", shift="-9e8"
    )
    assert plain == other


def test_other_content_would_be_seen(tmp_path):
    own = tmp_path / "c" / "decks"
    own.mkdir(parents=True)
    text = (truth.ROOT / "decks" / "werkvormen.yaml").read_text("utf-8")
    (own / "werkvormen.yaml").write_text(text.replace("Zet de materialen", "Leg de materialen"), "utf-8")
    assert digests(tmp_path / "c", decks=["werkvormen"]) != digests(tmp_path / "d", decks=["werkvormen"])
