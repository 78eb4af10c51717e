"""A look over the whole document before the first byte: which characters it needs, and what occurs again.

Only what is drawn at least twice becomes a form of its own: ten thousand different cards as forms would cost 70 %
more time and three times the bytes (measured).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from kaartenspel.drawing import Document, Drawing, Modules, Picture, Text

Rows = tuple[str, ...]


@dataclass(slots=True)
class Survey:
    """Characters by face; the names of the drawings (by identity) and QR symbols that become forms.

    Pictures are embedded once each, as large as their largest use needs: their name and that use by key.
    """

    characters: dict[str, set[str]] = field(default_factory=dict)
    drawings: dict[int, tuple[str, Drawing]] = field(default_factory=dict)
    symbols: dict[Rows, str] = field(default_factory=dict)
    pictures: dict[str, tuple[str, Picture]] = field(default_factory=dict)

    def form(self, drawing: Drawing) -> str | None:
        """The name of the drawing's form, if it has one."""
        named = self.drawings.get(id(drawing))
        return named[0] if named else None


def survey(document: Document) -> Survey:
    """Look the document over. Names follow the order of first occurrence, so that they are the same on every run."""
    found = Survey()
    times: dict[int, int] = {}
    symbols: dict[Rows, int] = {}
    once: dict[int, Drawing] = {}
    for drawing in _drawings(document):
        times[id(drawing)] = times.get(id(drawing), 0) + 1
        once[id(drawing)] = drawing
    for drawing in once.values():
        _look(drawing, found, symbols)
    again = (drawing for drawing in once.values() if times[id(drawing)] > 1)
    found.drawings = {id(drawing): (f"D{count}", drawing) for count, drawing in enumerate(again)}
    found.symbols = {rows: f"Q{count}" for count, rows in enumerate(rows for rows in symbols if symbols[rows] > 1)}
    return found


def _drawings(document: Document) -> Iterator[Drawing]:
    for sheet in document.sheets:
        for placed in sheet.placed:
            yield placed.drawing
        if sheet.marks is not None:
            yield sheet.marks


def _look(drawing: Drawing, found: Survey, symbols: dict[Rows, int]) -> None:
    for item in drawing.items:
        if isinstance(item, Text):
            found.characters.setdefault(item.face, set()).update(item.text)
        elif isinstance(item, Modules):
            symbols[item.rows] = symbols.get(item.rows, 0) + 1
        elif isinstance(item, Picture):
            name, largest = found.pictures.get(item.image.key, (f"P{len(found.pictures)}", item))
            found.pictures[item.image.key] = name, max(largest, item, key=lambda picture: picture.columns)
