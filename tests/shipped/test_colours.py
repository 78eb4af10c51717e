"""Contrast, lightness and ink, measured: WCAG 2.2 (1.4.3) for contrast, CIE L* for lightness, pixels for ink."""

from itertools import combinations
from pathlib import Path
from statistics import mean

import pytest
from pdfkit import Finished
from PIL import ImageStat
from shipped import truth

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


MOST_INK = 0.4
"""Of what the standard theme takes."""
TEXT_ALONE = 0.07
"""The share of paper that is dark where little more than texts and QRs are printed: no theme can take that away."""


def coverage(tmp_path: Path, deck: str, theme: str) -> float:
    """The share of ink on the paper of a deck, by the darkness of its pixels."""
    results, _warnings = build(BuildRequest(decks=(deck,), theme=theme, output=tmp_path / theme), ROOT)
    (result,) = results
    pdf = Finished.of(result.file)
    greys = [ImageStat.Stat(pdf.picture(page, 60).convert("L")).mean[0] for page in range(result.sides)]
    return mean(1 - grey / 255 for grey in greys)


@pytest.mark.parametrize(
    "deck",
    [name if name == "stellingenspel" else pytest.param(name, marks=pytest.mark.full) for name in truth.deck_names()],
)
def test_low_ink_takes_at_most_forty_percent_of_the_ink(tmp_path, deck):
    """Or hardly more than the texts themselves: decks with a text on their backs have no coloured ones to save on."""
    low = coverage(tmp_path, deck, "low-ink")
    assert low <= TEXT_ALONE
    assert low <= MOST_INK * coverage(tmp_path, deck, "standard") or not coloured_backs(deck)


def coloured_backs(deck: str) -> bool:
    """Whether most cards of a deck have a back in its colour."""
    project, cards = Project(ROOT), truth.deck(deck).cards
    return sum(project.kind(card.kind, None).back.ground == "kind" for card in cards) > len(cards) / 2
