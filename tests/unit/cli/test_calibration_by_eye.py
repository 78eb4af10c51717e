"""The calibration sheet is printed on a printer that is off, held against the light and read by its pixels."""

from math import cos, radians, sin

import pytest
import yaml
from PIL import Image, ImageOps

from kaartenspel.impose.readings import LETTERS, RULE, arms
from kaartenspel.outputs.png import render

DPI = 300
MM = DPI / 25.4
NEEDED = (1.2, -0.7, 0.3, 0.998)
"""What backs need: mm right and down, degrees clockwise, and how large they must become."""


@pytest.fixture(autouse=True)
def settings(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    return tmp_path / "settings" / "kaartenspel" / "printers"


def misprinted(back, needed):
    """A side as a printer lays it down that needs this move: a dot of paper has what was drawn where the move leads."""
    right, down, rotation, scale = needed
    turn, x, y = radians(rotation), back.width / 2, back.height / 2
    a, b, d, e = scale * cos(turn), -scale * sin(turn), scale * sin(turn), scale * cos(turn)
    c, f = x + right * MM - a * x - b * y, y + down * MM - d * x - e * y
    return back.transform(
        back.size, Image.Transform.AFFINE, (a, b, c, d, e, f), Image.Resampling.BICUBIC, fillcolor=255
    )


def runs(picture, along, start, end, at):
    """The middles, in mm, of the dark runs on a line of the picture, between two places on it."""
    first, last, level = round(start * MM), round(end * MM), round(at * MM)
    box = (first, level, last, level + 1) if along == "x" else (level, first, level + 1, last)
    dark = [place for place, value in enumerate(picture.crop(box).tobytes()) if value < 200]
    begun = [place for place in dark if place - 1 not in dark]
    ended = [place for place in dark if place + 1 not in dark]
    return [start + (one + other + 1) / 2 / MM for one, other in zip(begun, ended, strict=True)]


def met(front, back):
    """The letter whose lines meet, or two neighbours that are off equally far."""
    assert len(front) == len(back) == len(LETTERS)
    off = [one - other for one, other in zip(front, back, strict=True)]
    single = {LETTERS[index]: abs(far) for index, far in enumerate(off)}
    double = {LETTERS[index : index + 2]: abs(off[index] + off[index + 1]) / 2 for index in range(len(off) - 1)}
    return min((single | double).items(), key=lambda item: item[1])[0]


def letters(front, back):
    """What a person reads at the top, the bottom, the left and the right."""
    width, height = front.width / MM, front.height / MM
    across, down = arms(width, height)
    x, y, wide = width / 2, height / 2, 46
    read = [met(runs(front, "x", x - wide, x + wide, y + sign * down + 4),
                runs(back, "x", x - wide, x + wide, y + sign * down - 4)) for sign in (-1, 1)]  # fmt: skip
    read += [met(runs(front, "y", y - wide, y + wide, x + sign * across + 4),
                 runs(back, "y", y - wide, y + wide, x + sign * across - 4)) for sign in (-1, 1)]  # fmt: skip
    return ",".join(read)


def rules(side):
    """How long the rules are on a side that is seen as it is printed, across and down, to a tenth of a mm."""
    x, y, half = side.width / MM / 2, side.height / MM / 2, RULE / 2
    flat = runs(side, "x", x - half - 3, x + half + 3, y + half + 8 - 2.6)
    tall = runs(side, "y", y - half - 3, y + half + 3, x - half - 4 + 1)
    assert len(flat) == 2
    return round(flat[-1] - flat[0], 1), round(tall[-1] - tall[0], 1)


def printed(path, flip, needed):
    """Front and back as they are seen through the paper, from the back; and the front as it is printed."""
    front, back = (page.convert("L") for page in render(path, DPI))
    turned = (front.width <= front.height) == (flip == "long-edge")
    return (ImageOps.mirror if turned else ImageOps.flip)(front), misprinted(back, needed), front


@pytest.mark.parametrize(
    "flip, page",
    [("long-edge", ()), ("short-edge", ()), ("long-edge", ("--sideways",)), ("short-edge", ("--sideways",))],
)
def test_what_is_read_off_the_sheet_is_what_the_printer_needs(main, settings, flip, page):
    way = ("calibrate", "kopieer", "--duplex", flip, *page)
    sheet = ".".join(["output/kalibratie.kopieer", *(["short-edge"] if flip == "short-edge" else []),
                      *(["sideways"] if page else []), "pdf"])  # fmt: skip
    assert main(*way)[0] == 0
    through, back, front = printed(sheet, flip, NEEDED)
    (across, down), (across_back, down_back) = rules(front), rules(back)
    read = letters(through, back)
    code, _out, err = main(*way, "--read", read, "--rules", f"{across},{across_back},{down},{down_back}")
    assert (code, err) == (0, ""), read
    kept = yaml.safe_load((settings / "kopieer.yaml").read_text("utf-8"))["measured"][0]
    right, lower = (float(kept[name].removesuffix(" mm")) for name in ("x", "y"))
    assert (right, lower) == pytest.approx(NEEDED[:2], abs=0.13)
    assert kept["rotation"] == pytest.approx(NEEDED[2], abs=0.08)
    assert (kept["scale_x"], kept["scale_y"]) == pytest.approx((99.8, 99.8), abs=0.11)
    assert main(*way)[0] == 0
    through, back, front = printed(sheet, flip, NEEDED)
    assert set(letters(through, back)) <= set("HIJ,")
