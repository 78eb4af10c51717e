"""Contact sheets: all cards of a finished PDF, front beside back on quiet grey, each with its name under it.

Sizes of sheets are pixels at the density of `crop`; a deck that is too large for one sheet takes several.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import Any

from PIL import ImageDraw, ImageFont
from PIL.Image import Image, new

from kaartenspel.outputs.crop import BLEED, DOTS, QUIET, SAFE, TRIM, Face, crop, draw_lines

MOST = 40
"""Cards on a sheet."""
WIDEST, HIGHEST = 3600, 4000
INK = "#1d2433"
EDGE = 4.0
"""Millimetres of ground about the trim: room for 3 mm of bleed and its line."""
_GAP, _NAME, _HEAD, _LEGEND, _SMALLEST = 28, 24, 32, 28, 12


@dataclass(frozen=True, slots=True)
class Shown:
    """A card by its name, and where its faces are in the PDF."""

    name: str
    faces: tuple[Face, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """What is said on a sheet (`page` has the fields number and count), and with which font; `safe` is in mm.

    `bleed` is None for cards that have none.
    """

    title: str
    page: str
    trim: str
    safe_margin: str
    bleed: str | None
    safe: float
    font: Path


def contact_sheets(document: Any, cards: Sequence[Shown], look: Look) -> Iterator[Image]:
    """The sheets in the order of the cards; `document` is the PDF as pdfium has it."""
    cells = Cells.of(cards)
    each = cells.columns * cells.rows
    count = ceil(len(cards) / each)
    for number in range(count):
        title = look.title + (look.page.format(number=number + 1, count=count) if count > 1 else "")
        yield _sheet(document, cards[number * each : (number + 1) * each], look, title, cells)


@dataclass(frozen=True, slots=True)
class Cells:
    """How cards share a sheet: the room of one in pixels, and how many there are across and down."""

    width: int
    height: int
    columns: int
    rows: int

    @classmethod
    def of(cls, cards: Sequence[Shown]) -> "Cells":
        """The room of the largest card, and a sheet about as wide as it is high."""
        pictures = [[_size(face) for face in card.faces] for card in cards]
        width = max(sum(width for width, _height in sizes) for sizes in pictures)
        height = max(height for sizes in pictures for _width, height in sizes) + _NAME
        across, down = max(1, WIDEST // (width + _GAP)), max(1, HIGHEST // (height + _GAP))
        each = min(len(cards), MOST, across * down)
        square = ceil((each * (height + _GAP) / (width + _GAP)) ** 0.5)
        columns = min(across, max(1, square, ceil(each / down)))
        most = columns * min(down, MOST // columns)
        even = ceil(len(cards) / ceil(len(cards) / most))
        return cls(width, height, columns, ceil(even / columns))


def _size(face: Face) -> tuple[int, int]:
    return round((face.width + 2 * EDGE) * DOTS), round((face.height + 2 * EDGE) * DOTS)


def _sheet(document: Any, cards: Sequence[Shown], look: Look, title: str, cells: Cells) -> Image:
    """One sheet: its title and legend, then the cards row by row."""
    columns, rows = min(cells.columns, len(cards)), ceil(len(cards) / cells.columns)
    head = _HEAD + _LEGEND + _GAP
    least = round(max(_font(look, 20).getlength(title), _legend_width(look))) + 2 * _GAP
    width = max(least, columns * (cells.width + _GAP) + _GAP)
    picture = new("RGB", (width, rows * (cells.height + _GAP) + _GAP + head), QUIET)
    _write_head(picture, look, title)
    for index, card in enumerate(cards):
        x = _GAP + index % cells.columns * (cells.width + _GAP)
        y = _GAP + head + index // cells.columns * (cells.height + _GAP)
        _put(picture, document, card, look, (x, y, cells.width, cells.height))
    return picture


def _put(picture: Image, document: Any, card: Shown, look: Look, cell: tuple[int, int, int, int]) -> None:
    """A card's faces side by side, its name under them."""
    left, top, width, height = cell
    x = left
    for face in card.faces:
        cropped = crop(document[face.page], face, EDGE)
        draw_lines(cropped, face, EDGE, look.safe)
        picture.paste(cropped, (x, top))
        x += cropped.width
    inside = round(EDGE * DOTS)
    font, name = _fitting(look, card.name, width - 2 * inside)
    ImageDraw.Draw(picture).text((left + inside, top + height - _NAME), name, INK, font)


def _fitting(look: Look, name: str, width: int) -> tuple[ImageFont.FreeTypeFont, str]:
    """A name as large as there is room for; one that is too long even when small is shortened in its middle."""
    for size in range(18, _SMALLEST - 1, -1):
        font = _font(look, size)
        if font.getlength(name) <= width:
            return font, name
    kept = len(name)
    while kept > 2 and font.getlength(f"{name[: kept // 2]}…{name[-(kept // 2) :]}") > width:
        kept -= 1
    return font, f"{name[: kept // 2]}…{name[-(kept // 2) :]}"


def _write_head(picture: Image, look: Look, title: str) -> None:
    """The title, and what each line means."""
    pen, font = ImageDraw.Draw(picture), _font(look, 16)
    pen.text((_GAP, _GAP), title, INK, _font(look, 20))
    x, y = float(_GAP), _GAP + _HEAD
    for colour, words in _legend(look):
        pen.rectangle((x, y + 3, x + 22, y + 17), outline=colour, width=2)
        pen.text((x + 30, y), words, INK, font)
        x += 30 + font.getlength(words) + _GAP


def _legend(look: Look) -> tuple[tuple[str, str], ...]:
    lines = ((TRIM, look.trim), (SAFE, look.safe_margin), (BLEED, look.bleed))
    return tuple((colour, words) for colour, words in lines if words)


def _legend_width(look: Look) -> float:
    return sum(30 + _font(look, 16).getlength(words) + _GAP for _colour, words in _legend(look))


def _font(look: Look, size: int) -> ImageFont.FreeTypeFont:
    """The basic layout engine: the other one is not everywhere, and would set other pixels."""
    return ImageFont.truetype(str(look.font), size, layout_engine=ImageFont.Layout.BASIC)
