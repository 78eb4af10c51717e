"""Contrast, lightness and ink, measured: WCAG 2.2 (1.4.3) for contrast, CIE L* for lightness, pixels for ink."""

from itertools import combinations
from pathlib import Path
from statistics import mean

import pytest
from pdfkit import Finished
from PIL import ImageStat

from kaartenspel.load.project import Project
from kaartenspel.press.build import build
from kaartenspel.press.request import BuildRequest

ROOT = Path(__file__).resolve().parents[2]
THEMES = ("standard", "low-ink", "grey", "large-print")
KINDS = ("statement", "phase", "feedback", "work-form", "question")


def luminance(colour: str) -> float:
    channels = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, two: str) -> float:
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lightness(colour: str) -> float:
    y = luminance(colour)
    return 116 * y ** (1 / 3) - 16 if y > 0.008856 else 903.3 * y


@pytest.mark.parametrize("name", THEMES)
def test_every_text_has_contrast(name):
    theme = Project(ROOT).theme(name)
    for colour in (*KINDS, "ink", "quiet"):
        assert contrast(theme.colours[colour], "#ffffff") >= 4.5, colour


@pytest.mark.parametrize("name", THEMES)
def test_kinds_differ_in_lightness_or_in_pattern(name):
    project = Project(ROOT)
    theme = project.theme(name)
    kinds = [project.kind(kind, None) for kind in project.names("layouts/kinds")]
    coloured = [kind for kind in kinds if kind.colour != "deck"]
    for one, two in combinations(coloured, 2):
        apart = abs(lightness(theme.colours[one.colour]) - lightness(theme.colours[two.colour])) >= 8
        variant = one.kind == two.extends or two.kind == one.extends  # a sign is a poster: one family, one colour
        assert apart or one.pattern != two.pattern or (variant and one.colour == two.colour), (one.kind, two.kind)


def coverage(tmp_path: Path, theme: str) -> float:
    """The share of ink on the paper of all shipped decks, by the darkness of their pixels."""
    results, _warnings = build(BuildRequest(decks=("stellingenspel",), theme=theme, output=tmp_path / theme), ROOT)
    (result,) = results
    pdf = Finished.of(result.file)
    greys = [ImageStat.Stat(pdf.picture(page, 60).convert("L")).mean[0] for page in range(result.sides)]
    return mean(1 - grey / 255 for grey in greys)


def test_low_ink_takes_at_most_forty_percent_of_the_ink(tmp_path):
    assert coverage(tmp_path, "low-ink") <= 0.4 * coverage(tmp_path, "standard")
