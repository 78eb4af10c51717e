import time
from itertools import pairwise

import pytest
import uharfbuzz as hb

from kaartenspel.outputs.fonts import SHIPPED, Faces, Shaped

SENTENCE = "Waarom vertellen wij elkaar zo weinig? ‘AVO’ – Tevreden Yvonne’s coördinator, geïnspireerd … LTV."


def whole_shape(face, text):
    """The same by one call of HarfBuzz over the whole text."""
    font = hb.Font(hb.Face(hb.Blob.from_file_path(str(SHIPPED[face]))))
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer, {"kern": True, "liga": False, "clig": False, "calt": False, "ccmp": False, "locl": False})
    return sum(position.x_advance for position in buffer.glyph_positions) / font.face.upem


@pytest.mark.parametrize("face", SHIPPED)
def test_pairs_kern_as_the_whole_text_does(faces, face):
    assert faces.shape(face, SENTENCE).width == pytest.approx(whole_shape(face, SENTENCE), abs=1e-9)


@pytest.mark.parametrize("face", SHIPPED)
def test_the_width_is_that_of_the_characters_and_the_kerns(faces, face):
    shaped = faces.shape(face, SENTENCE)
    advances = sum(faces.shape(face, character).width for character in SENTENCE)
    assert len(shaped.kerns) == len(SENTENCE)
    assert shaped.width == pytest.approx(advances + sum(shaped.kerns) / 1000, abs=1e-9)


def test_kerning_draws_close(faces):
    assert faces.shape("regular", "AV").kerns[0] < -20


def test_what_needs_no_kern_has_none(faces):
    assert faces.shape("regular", "nn") == Shaped(2 * faces.shape("regular", "n").width)
    assert faces.shape("regular", "") == Shaped(0.0)


def test_a_no_break_space_measures_as_the_space_that_is_drawn(faces):
    assert faces.shape("fallback", "A\u00a0V") == faces.shape("fallback", "A V")


def test_a_mark_that_stays_loose_does_not_break_measuring(faces):
    decomposed = faces.shape("regular", "re\u0308ist")
    assert len(decomposed.kerns) in {0, 6}


def test_ligatures_do_not_shorten(faces):
    for pair in pairwise("ffifl"):
        shaped = faces.shape("fallback", "".join(pair))
        alone = sum(faces.shape("fallback", character).width for character in pair)
        assert shaped.width == pytest.approx(alone + sum(shaped.kerns) / 1000)


def test_has_tells_what_a_face_can_draw(faces):
    assert all(faces.has("regular", character) for character in "ëïéöü’‘…–•")
    assert not faces.has("regular", "😀")
    assert not faces.has("regular", "漢")


@pytest.mark.parametrize("face", SHIPPED)
def test_metrics_are_in_em_and_sensible(faces, face):
    ascent, descent, capital, x = faces.metrics(face)
    assert 0.4 < x < capital < ascent < 1.3
    assert 0.2 < descent < 0.5


def test_a_face_is_opened_when_it_is_used(tmp_path):
    faces = Faces({"regular": SHIPPED["regular"], "missing": tmp_path / "no.ttf"})
    assert faces.shape("regular", "n").width > 0
    with pytest.raises((OSError, hb.HarfBuzzError)):
        faces.shape("missing", "n")


def test_opening_all_faces_takes_no_time():
    def opening():
        faces, start = Faces(), time.perf_counter()
        for face in SHIPPED:
            faces.shape(face, "Waarom")
        return time.perf_counter() - start

    assert min(opening() for _ in range(5)) < 0.015
