"""Pictograms and patterns, drawn from a theme's data."""

import re

import pytest

from kaartenspel.compose.pictogram import mixed, pattern, pictogram
from kaartenspel.drawing import Rect


def corners(path):
    return [point for segment in path.segments for point in segment.points]


def test_a_pictogram_fills_its_box():
    path = pictogram("M0 0 L24 0 V24 H0 Z", Rect(10, 20, 6, 6), "#112233")
    assert corners(path) == [(10, 20), (16, 20), (16, 26), (10, 26)]
    assert [segment.kind for segment in path.segments] == ["move", "line", "line", "line", "close"]


@pytest.mark.parametrize("outline", ["M0 0 Q1 1 2 2", "nonsense", "M0 0 L1 1 #"])
def test_what_is_no_such_path_is_refused(outline):
    with pytest.raises(ValueError, match=re.escape(outline)):
        pictogram(outline, Rect(0, 0, 6, 6), "#112233")


@pytest.mark.parametrize("name", ["dots", "bars", "slant", "lines"])
def test_a_pattern_stays_in_its_strip_and_is_the_same_at_both_sides(name):
    trim, strip = Rect(0, 0, 63, 10), Rect(-3, 8.6, 69, 1.4)
    paths = pattern(name, strip, "#ffffff", trim)
    points = [point for path in paths for point in corners(path)]
    assert min(x for x, _y in points) >= strip.x - 1e-9
    assert max(x for x, _y in points) <= strip.right + 1e-9
    assert min(y for _x, y in points) >= strip.y - 1e-9
    assert max(y for _x, y in points) <= strip.bottom + 1e-9
    if name in ("dots", "bars"):
        lefts = sorted(round(min(x for x, _y in corners(path)), 4) for path in paths)
        rights = sorted(round(63 - max(x for x, _y in corners(path)), 4) for path in paths)
        assert lefts == rights


def test_plain_is_no_pattern():
    assert pattern("plain", Rect(0, 0, 10, 1), "#ffffff", Rect(0, 0, 10, 1)) == ()


def test_colours_mix():
    assert mixed("#000000", "#ffffff", 0.5) == "#808080"
    assert mixed("#0f6e78", "#ffffff", 0.0) == "#0f6e78"
