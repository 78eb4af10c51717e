"""Drawings as frozen values: what lies where, before any file format.

Lengths are millimetres from the top-left corner of the drawing's trim, y downwards; font sizes are points.
Negative coordinates, and those beyond width and height, lie in the bleed. Colours are RGB hex (`#0f6e78`).
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal

Point = tuple[float, float]
Colour = str


@dataclass(frozen=True, slots=True)
class Text:
    """One run of one face on one baseline; `text` is the source text, and what a reader extracts.

    `kerns` holds, for each character, what to add to its advance in thousandths of an em (0 = none); it is
    empty when nothing is kerned. A trailing space belongs to the run where a line was broken at one. A text with a
    `turn` of 90 runs downwards from x, y, with the heads of its letters to the right.
    """

    x: float
    y: float
    face: str
    size: float
    colour: Colour
    text: str
    kerns: tuple[int, ...] = ()
    turn: Literal[0, 90] = 0


@dataclass(frozen=True, slots=True)
class Segment:
    """A step of a path: move and line have one point, curve three (two controls, the end), close none."""

    kind: Literal["move", "line", "curve", "close"]
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """A filled or stroked outline; `dash` gives the lengths of dash and gap.

    With `even_odd` what is enclosed twice stays open. `miter` is how many line widths a sharp corner may reach.
    """

    segments: tuple[Segment, ...]
    fill: Colour | None = None
    stroke: Colour | None = None
    stroke_width: float = 0.0
    dash: tuple[float, ...] = ()
    even_odd: bool = False
    cap: Literal["butt", "round", "square"] = "butt"
    join: Literal["miter", "round", "bevel"] = "miter"
    miter: float = 10.0


@dataclass(frozen=True, slots=True)
class Modules:
    """A QR symbol: rows of `0`/`1`, without quiet zone, drawn black as one path. `link` is what it encodes."""

    x: float
    y: float
    module: float
    rows: tuple[str, ...]
    link: str

    @property
    def side(self) -> float:
        """The length of the symbol's side, quiet zone not counted."""
        return self.module * len(self.rows)


@dataclass(frozen=True, slots=True)
class Pixels:
    """Rows of pixels from the top: one byte a channel (1 = grey, 3 = RGB), or a whole JPEG; `alpha` a byte a pixel."""

    width: int
    height: int
    channels: Literal[1, 3]
    data: bytes = field(repr=False)
    jpeg: bool = False
    alpha: bytes | None = field(repr=False, default=None)


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture of pixels, upright: its size in pixels, and a key that only equal files share.

    `load` gives the pixels scaled to so many columns and rows; nothing is decoded before a writer asks.
    """

    key: str
    width: int
    height: int
    load: Callable[[int, int], Pixels] = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Picture:
    """A raster in a box (its top-left corner and size), and as how many columns and rows it is to be printed."""

    x: float
    y: float
    width: float
    height: float
    columns: int
    rows: int
    image: Raster


@dataclass(frozen=True, slots=True)
class Vector:
    """A drawing that scales: paths in its own units, from its own top-left corner; equal files share a key."""

    key: str
    width: float
    height: float
    paths: tuple[Path, ...] = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing that scales, in a box of its own shape (its top-left corner and size)."""

    x: float
    y: float
    width: float
    height: float
    image: Vector


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle by its top-left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower side."""
        return self.y + self.height

    def grown(self, by: float) -> "Rect":
        """The rectangle with `by` more on each of its four sides."""
        return Rect(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)


@dataclass(frozen=True, slots=True)
class Fillable:
    """A place that can be filled on a screen: a box to tick, or so many lines of text. Nothing is drawn of it.

    `name` tells it from all others of its document; `tip` says to who cannot see the page what belongs in it.
    """

    x: float
    y: float
    width: float
    height: float
    name: str
    tip: str
    lines: int = 0

    @property
    def ticked(self) -> bool:
        """Whether it is a box to tick."""
        return self.lines == 0


Item = Text | Path | Modules | Picture | Figure | Fillable


@dataclass(frozen=True, slots=True)
class Drawing:
    """A face, or what stands in a sheet's margin: its trim size and its items in paint order."""

    width: float
    height: float
    items: tuple[Item, ...]

    def texts(self) -> Iterator[Text]:
        """The texts, in the order in which they are read."""
        return (item for item in self.items if isinstance(item, Text))


@dataclass(frozen=True, slots=True)
class Placed:
    """A drawing on a sheet: the place of its trim's top-left corner, how it is turned, what may show of it.

    `turn` is 0, 90, 180 or 270 degrees clockwise; the trim's box on the paper (after turning) has its top-left
    corner at x, y. `clip` is in sheet coordinates; None shows all.
    """

    drawing: Drawing
    x: float
    y: float
    turn: Literal[0, 90, 180, 270] = 0
    clip: Rect | None = None


@dataclass(frozen=True, slots=True)
class Adjustment:
    """How a side is moved against what a printer does wrong: scaled and turned about its middle, then shifted.

    `rotation` is in degrees clockwise; a scale of 1 is the size as drawn.
    """

    right: float = 0.0
    down: float = 0.0
    rotation: float = 0.0
    scale_x: float = 1.0
    scale_y: float = 1.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """One side of a sheet of paper. Without `trim` it is the paper, without `bleed` the trim.

    With `adjust` all that is placed on it is moved in one; marks stay.
    """

    width: float
    height: float
    placed: tuple[Placed, ...]
    marks: Drawing | None = None
    flip: Literal["long-edge", "short-edge", "none"] = "none"
    trim: Rect | None = None
    bleed: Rect | None = None
    adjust: Adjustment | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """What one PDF holds: its title, language (BCP 47) and sides of paper in print order."""

    title: str
    language: str
    sheets: tuple[Sheet, ...]
    subject: str = ""


def moved(items: Iterable[Item], right: float, down: float) -> tuple[Item, ...]:
    """The items, so much to the right and so much lower."""
    return tuple(_moved(item, right, down) for item in items)


def _moved(item: Item, right: float, down: float) -> Item:
    if isinstance(item, Path):
        return replace(item, segments=tuple(_shifted(segment, right, down) for segment in item.segments))
    return replace(item, x=round(item.x + right, 4), y=round(item.y + down, 4))


def _shifted(segment: Segment, right: float, down: float) -> Segment:
    return Segment(segment.kind, tuple((x + right, y + down) for x, y in segment.points))


@lru_cache(maxsize=256)
def rectangle(box: Rect, fill: Colour) -> Path:
    """A filled rectangle."""
    corners = ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))
    return polygon(corners, fill)


def polygon(corners: tuple[Point, ...], fill: Colour) -> Path:
    """A filled shape with straight sides."""
    first, *rest = corners
    lines = tuple(Segment("line", (corner,)) for corner in rest)
    return Path((Segment("move", (first,)), *lines, Segment("close")), fill=fill)


def line(start: Point, end: Point, colour: Colour, width: float) -> Path:
    """A straight line."""
    return Path((Segment("move", (start,)), Segment("line", (end,))), stroke=colour, stroke_width=width)


def disc(
    x: float, y: float, radius: float, fill: Colour | None, stroke: Colour | None = None, width: float = 0.0
) -> Path:
    """A circle from four curves (0.5523 is the usual constant for a quarter)."""
    k = 0.5523 * radius
    quarters = (
        ((x + k, y - radius), (x + radius, y - k), (x + radius, y)),
        ((x + radius, y + k), (x + k, y + radius), (x, y + radius)),
        ((x - k, y + radius), (x - radius, y + k), (x - radius, y)),
        ((x - radius, y - k), (x - k, y - radius), (x, y - radius)),
    )
    curves = tuple(Segment("curve", quarter) for quarter in quarters)
    return Path((Segment("move", ((x, y - radius),)), *curves, Segment("close")), fill, stroke, width)
