"""Make `docs/beeld/kaarten.png` (`make picture`): shipped cards, cut out of the PDFs that the tool itself builds.

Lengths are millimetres; the cards keep their true sizes to each other. Pillow lays them on a quiet ground.
"""

import math
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter

from kaartenspel.drawing import Rect
from kaartenspel.impose.duplex import back_of
from kaartenspel.load.project import Project
from kaartenspel.outputs.png import render
from kaartenspel.press.build import build, make_jobs
from kaartenspel.press.request import BuildRequest

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "docs" / "beeld" / "kaarten.png"
WIDTH = 1600
"""The picture's width in pixels."""
FINER = 3
"""Everything is drawn so many times larger and then made smaller, for smooth edges."""
EDGE, GUTTER, ROUND = 17.0, 15.0, 3.2
GROUND, SHADOW = "#e9e5dc", "#3a3428"
COLOURS, SHADES = 200, 56
"""Few colours make a small file: those of the cards, and as many shades from ground to shadow as keep it soft."""
DARKEST = 0.5
"""How much of the shadow's own colour the ground takes, at most."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A side of a card in the picture, and how far it lies askew, in degrees against the clock."""

    deck: str
    card: str
    side: Literal["front", "back"] = "front"
    askew: float = 0.0


ROWS = (
    (
        Shown("stellingenspel", "C3", askew=0.9),
        Shown("stellingenspel", "E2", "back", askew=-0.8),
        Shown("feedbacktips", "G1", askew=0.5),
        Shown("dialoogvragen", "P2", askew=-1.0),
        Shown("interventies", "B4", askew=0.7),
    ),
    (
        Shown("fasekaarten", "F6", askew=-0.6),
        Shown("werkvormen", "W1", askew=0.5),
        Shown("werkvormen", "W1", "back", askew=-0.4),
    ),
)
"""Five poker cards are as wide as three of A6, so both rows end where the other does."""


def cut_out(shown: Shown, folder: Path, scale: float) -> Image.Image:
    """A card out of the PDF that is built for it; `scale` in pixels a millimetre."""
    request = BuildRequest(decks=(shown.deck,), cards=(shown.card,), sheet="touching", output=folder)
    (job,) = make_jobs(Project(ROOT), request)
    (result,), _warnings = build(request, ROOT)
    front = job.grid.slots[0]
    slot = front if shown.side == "front" else back_of(front, job.grid, request.duplex)
    page = render(result.file, scale * 25.4)[0 if shown.side == "front" else 1]
    return page.convert("RGB").crop(_pixels(job.grid.box(slot), scale)).rotate(slot.turn, expand=True)


def _pixels(box: Rect, scale: float) -> tuple[int, int, int, int]:
    """A box in pixels, of the same size wherever it lies."""
    left, top = round(box.x * scale), round(box.y * scale)
    return left, top, left + round(box.width * scale), top + round(box.height * scale)


def lay(ground: Image.Image, card: Image.Image, middle: tuple[float, float], askew: float, scale: float) -> None:
    """A card with round corners on the ground, with a near and a far shadow."""
    mask = Image.new("L", card.size, 0)
    corners = (0, 0, card.width - 1, card.height - 1)
    ImageDraw.Draw(mask).rounded_rectangle(corners, ROUND * scale, fill=255)
    turned = card.convert("RGBA")
    turned.putalpha(mask)
    turned = turned.rotate(askew, Image.Resampling.BICUBIC, expand=True)
    place = (round(middle[0] - turned.width / 2), round(middle[1] - turned.height / 2))
    for down, blur, strength in ((0.5, 0.5, 0.30), (2.2, 3.2, 0.24)):
        shade = Image.new("L", ground.size, 0)
        shade.paste(turned.getchannel("A"), (place[0], place[1] + round(down * scale)))
        shade = shade.filter(ImageFilter.GaussianBlur(blur * scale))
        shade = ImageChops.multiply(shade, Image.new("L", ground.size, round(255 * strength)))
        ground.paste(Image.new("RGB", ground.size, SHADOW), (0, 0), shade)
    ground.paste(turned, place, turned)


def picture() -> Image.Image:
    """All cards, row by row."""
    with TemporaryDirectory() as folder:
        rows = [[(shown, cut_out(shown, Path(folder), _scale())) for shown in row] for row in ROWS]
    scale, tall = _scale(), [max(card.height for _shown, card in row) for row in rows]
    height = sum(tall) + (2 * EDGE + GUTTER * (len(rows) - 1)) * scale
    ground = Image.new("RGB", (WIDTH * FINER, math.ceil(height / FINER) * FINER), GROUND)
    top = EDGE * scale
    for row, row_height in zip(rows, tall, strict=True):
        wide = sum(card.width for _shown, card in row)
        gap = (ground.width - 2 * EDGE * scale - wide) / (len(row) - 1)
        left = EDGE * scale
        for shown, card in row:
            lay(ground, card, (left + card.width / 2, top + row_height / 2), shown.askew, scale)
            left += card.width + gap
        top += row_height + GUTTER * scale
    return ground.resize((WIDTH, ground.height // FINER), Image.Resampling.LANCZOS)


def _scale() -> float:
    """Pixels a millimetre, before the picture is made smaller: three cards of A6 and two gutters fill a row."""
    return WIDTH * FINER / (3 * 105 + 2 * GUTTER + 2 * EDGE)


def few_colours(whole: Image.Image) -> Image.Image:
    """The same picture with a palette."""
    cards = whole.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, kmeans=2).getpalette() or []
    ground, shadow = ImageColor.getrgb(GROUND), ImageColor.getrgb(SHADOW)
    shares = [DARKEST * step / (SHADES - 1) for step in range(SHADES)]
    ramp = [round(a + (b - a) * share) for share in shares for a, b in zip(ground, shadow, strict=True)]
    palette = Image.new("P", (1, 1))
    palette.putpalette([*cards[: 3 * COLOURS], *ramp])
    return whole.quantize(palette=palette, dither=Image.Dither.NONE)


def main() -> None:
    """Write the picture, or where the first argument says."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    target.parent.mkdir(parents=True, exist_ok=True)
    few = few_colours(picture())
    few.save(target, optimize=True)
    sys.stdout.write(f"{target}: {few.width} × {few.height}, {target.stat().st_size // 1000} kB\n")


if __name__ == "__main__":
    main()
