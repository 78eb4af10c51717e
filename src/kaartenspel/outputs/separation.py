"""A document for a press: all colours as inks, texts as shapes where asked, nothing transparent where forbidden.

It stays a document of drawings, which the same writer writes.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from kaartenspel.colour import BLACK, Inks, channels, inks_of, limited, written
from kaartenspel.drawing import (
    Colour,
    Document,
    Drawing,
    Figure,
    Fillable,
    Item,
    Modules,
    Path,
    Picture,
    Pixels,
    Raster,
    Rect,
    Segment,
    Sheet,
    Text,
    Vector,
)
from kaartenspel.outputs.outlines import Outlines

WHITE = "#ffffff"


@dataclass(slots=True)
class Press:
    """What a shop's press takes: `known` inks by colour, the most ink, and how a logo's colour is converted.

    `outlines` turns texts into shapes; None keeps the fonts. `opaque`: pictures get the ground that they lie on.
    """

    known: Mapping[Colour, Inks]
    most: float
    convert: Callable[[Colour], Inks]
    outlines: Outlines | None
    opaque: bool
    _drawings: dict[int, tuple[Drawing, Drawing]] = field(default_factory=dict)

    def document(self, document: Document) -> Document:
        """The whole document."""
        return replace(document, sheets=tuple(self._sheet(sheet) for sheet in document.sheets))

    def _sheet(self, sheet: Sheet) -> Sheet:
        placed = tuple(replace(one, drawing=self.drawing(one.drawing)) for one in sheet.placed)
        return replace(sheet, placed=placed)

    def drawing(self, drawing: Drawing) -> Drawing:
        """A drawing in inks; the same one gives the same, so that what is printed twice is written once."""
        known = self._drawings.get(id(drawing))
        if known is None:
            items = tuple(self._item(item, drawing.items[:place]) for place, item in enumerate(drawing.items))
            known = self._drawings[id(drawing)] = drawing, replace(drawing, items=items)
        return known[1]

    def _item(self, item: Item, below: tuple[Item, ...]) -> Item:
        match item:
            case Text():
                colour = self._colour(item.colour)
                return self.outlines.path(item, colour) if self.outlines else replace(item, colour=colour)
            case Path():
                return self._path(item, self._colour)
            case Modules():
                return modules_path(item, written(BLACK))
            case Figure():
                return replace(item, image=self._vector(item.image))
            case Fillable():
                return item
            case Picture():
                return replace(item, image=on_ground(item.image, ground(item, below))) if self.opaque else item

    def _colour(self, colour: Colour) -> Colour:
        return written(limited(inks_of(colour, self.known), self.most))

    def _logo_colour(self, colour: Colour) -> Colour:
        return written(limited(self.convert(colour), self.most))

    def _vector(self, vector: Vector) -> Vector:
        paths = tuple(self._path(path, self._logo_colour) for path in vector.paths)
        return replace(vector, key=f"{vector.key}.cmyk", paths=paths)

    def _path(self, path: Path, inked: Callable[[Colour], Colour]) -> Path:
        fill, stroke = (inked(colour) if colour is not None else None for colour in (path.fill, path.stroke))
        return replace(path, fill=fill, stroke=stroke)


def modules_path(modules: Modules, colour: Colour) -> Path:
    """A QR symbol as one path of rows, filled as one, so that no seam shows."""
    steps: list[Segment] = []
    for number, row in enumerate(modules.rows):
        top, column = modules.y + number * modules.module, 0
        while (start := row.find("1", column)) >= 0:
            column = row.find("0", start) if "0" in row[start:] else len(row)
            left, right = modules.x + start * modules.module, modules.x + column * modules.module
            steps += _box(Rect(left, top, right - left, modules.module))
    return Path(tuple(steps), fill=colour)


def _box(box: Rect) -> list[Segment]:
    first, *rest = ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))
    return [Segment("move", (first,)), *(Segment("line", (corner,)) for corner in rest), Segment("close")]


def ground(picture: Picture, below: tuple[Item, ...]) -> Colour:
    """The colour that a picture lies on: of the last filled path around it, else of the paper."""
    for item in reversed(below):
        if isinstance(item, Path) and item.fill is not None and _around(item, picture):
            return item.fill
    return WHITE


def _around(path: Path, picture: Picture) -> bool:
    across = [x for segment in path.segments for x, _y in segment.points]
    down = [y for segment in path.segments for _x, y in segment.points]
    right, bottom = picture.x + picture.width, picture.y + picture.height
    return min(across) <= picture.x and right <= max(across) and min(down) <= picture.y and bottom <= max(down)


def on_ground(raster: Raster, colour: Colour) -> Raster:
    """A picture without transparency: what shows through it is the ground's colour."""

    def load(columns: int, rows: int) -> Pixels:
        pixels = raster.load(columns, rows)
        return pixels if pixels.alpha is None else _flattened(pixels, colour)

    return replace(raster, key=f"{raster.key}.{colour}", load=load)


def _flattened(pixels: Pixels, colour: Colour) -> Pixels:
    from PIL import Image  # noqa: PLC0415  a document without pictures does without Pillow

    size = (pixels.width, pixels.height)
    picture = Image.frombytes("L" if pixels.channels == 1 else "RGB", size, pixels.data).convert("RGB")
    mask = Image.frombytes("L", size, pixels.alpha or b"")
    flat = Image.composite(picture, Image.new("RGB", size, channels(colour)), mask)
    return Pixels(pixels.width, pixels.height, 3, flat.tobytes())
