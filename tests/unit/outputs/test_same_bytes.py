import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest

from kaartenspel.drawing import Document, Drawing, Placed, Sheet
from kaartenspel.outputs.pdf import write_pdf

SRC = Path(__file__).parents[3] / "src"
SCRIPT = """
import hashlib, io, sys, time
shift = float(sys.argv[1])
real = time.time
time.time = lambda: real() + shift
from kaartenspel.drawing import Document, Drawing, Modules, Placed, Sheet, Text
from kaartenspel.outputs.fonts import Faces
from kaartenspel.outputs.pdf import write_pdf
faces = Faces()
names = ("regular", "bold", "italic", "fallback")
texts = tuple(Text(5, 10 + n, face, 9, "#0f6e78", word := f"Waarom {n} ëï’", faces.shape(face, word).kerns)
              for n, face in enumerate(names))
code = Modules(5, 40, 0.5, ("101", "010", "111"), "")
cards = [Drawing(63, 88, (*texts, code)), Drawing(63, 88, (code,))]
sheets = tuple(Sheet(210, 297, tuple(Placed(card, 10, 10) for card in cards), flip="long-edge") for _ in range(2))
target = io.BytesIO()
write_pdf(Document("Proef", "nl", sheets), faces, target)
print(hashlib.sha256(target.getvalue()).hexdigest())
"""


def digest(folder, shift="0", **variables):
    environment = {**os.environ, "PYTHONPATH": str(SRC), **variables}
    command = [sys.executable, "-c", SCRIPT, shift]
    run = subprocess.run(command, capture_output=True, text=True, check=True, cwd=folder, env=environment)
    return run.stdout.strip()


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    return digest(tmp_path_factory.mktemp("plain"), PYTHONHASHSEED="0")


@pytest.mark.parametrize("seed", ["1", "4711"])
def test_whatever_the_order_of_hashes(plain, tmp_path, seed):
    assert digest(tmp_path, PYTHONHASHSEED=seed) == plain


@pytest.mark.parametrize(
    "variables",
    [
        {"SOURCE_DATE_EPOCH": "1"},
        {"SOURCE_DATE_EPOCH": "1900000000"},
        {"TZ": "Pacific/Auckland"},
        {"RL_pdfComments": "1", "RL_pdfMultiLine": "1"},
    ],
)
def test_whatever_the_date_and_the_settings(plain, tmp_path, variables):
    assert digest(tmp_path, **variables) == plain


def test_whatever_the_clock_says(plain, tmp_path):
    assert digest(tmp_path, shift="400000000") == plain


def test_other_content_would_be_seen(plain, tmp_path, monkeypatch):
    monkeypatch.setattr(sys.modules[__name__], "SCRIPT", SCRIPT.replace("Waarom", "Daarom"))
    assert digest(tmp_path) != plain


def test_whatever_was_written_before(faces, text):
    def written(words, face):
        target = BytesIO()
        sheet = Sheet(210, 297, (Placed(Drawing(63, 88, (text(5, 5, words, face),)), 10, 10),))
        write_pdf(Document("Proef", "nl", (sheet,)), faces, target)
        return target.getvalue()

    first = written("Waarom", "regular")
    written("zeer andere letters: ÆØÅ", "regular")
    written("Waarom", "bold")
    assert written("Waarom", "regular") == first
