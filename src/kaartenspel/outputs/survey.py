"""A look over the whole document before the first byte: which characters it needs, and what occurs again.

Only what is drawn at least twice becomes a form of its own: ten thousand different cards as forms would cost 70 %
more time and three times the bytes (measured).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from kaartenspel.drawing import Document, Drawing, Figure, Modules, Picture, Sheet, Text

Rows = tuple[str, ...]
Figures = dict[str, tuple[int, Figure]]
"""By key: how often a figure occurs, and its largest use."""


@dataclass(slots=True)
class Survey:
    """Characters by face; the names of the drawings (by identity) and QR symbols that become forms.

    Pictures are embedded once each, as large as their largest use needs: their name and that use by key. Figures too,
    but one that is used once stands in its place.
    """

    characters: dict[str, set[str]] = field(default_factory=dict)
    drawings: dict[int, tuple[str, Drawing]] = field(default_factory=dict)
    symbols: dict[Rows, str] = field(default_factory=dict)
    pictures: dict[str, tuple[str, Picture]] = field(default_factory=dict)
    figures: dict[str, tuple[str, Figure]] = field(default_factory=dict)

    @property
    def forms(self) -> list[tuple[str, Drawing]]:
        """The drawings that become forms, with their names."""
        return list(self.drawings.values())

    def seen_by(self, sheets: Iterable[Sheet]) -> "Survey":
        """The same for sheets of another process, whose marks are equal and not identical."""
        names = {drawing: name for name, drawing in self.forms}
        marks = {id(sheet.marks): sheet.marks for sheet in sheets if sheet.marks is not None}
        known = {key: (names[drawing], drawing) for key, drawing in marks.items() if drawing in names}
        return Survey(self.characters, known, self.symbols, self.pictures, self.figures)

    def form(self, drawing: Drawing) -> str | None:
        """The name of the drawing's form, if it has one."""
        named = self.drawings.get(id(drawing))
        return named[0] if named else None


def survey(document: Document) -> Survey:
    """Look the document over. Names follow the order of first occurrence, so that they are the same on every run."""
    found = Survey()
    times: dict[int, int] = {}
    symbols: dict[Rows, int] = {}
    figures: Figures = {}
    once: dict[int, Drawing] = {}
    for drawing in _drawings(document):
        times[id(drawing)] = times.get(id(drawing), 0) + 1
        once[id(drawing)] = drawing
    for drawing in once.values():
        _look(drawing, found, symbols, figures)
    again = (drawing for drawing in once.values() if times[id(drawing)] > 1)
    found.drawings = {id(drawing): (f"D{count}", drawing) for count, drawing in enumerate(again)}
    found.symbols = {rows: f"Q{count}" for count, rows in enumerate(rows for rows in symbols if symbols[rows] > 1)}
    found.figures = _named(figures)
    return found


@dataclass(frozen=True, slots=True)
class Look:
    """What one side of paper needs: all of a survey that a process can tell which has only some of the sheets.

    `sheet` is without its cards. No drawing on it but its marks occurs on another.
    """

    sheet: Sheet
    characters: dict[str, set[str]]
    symbols: dict[Rows, int]
    pictures: dict[str, tuple[str, Picture]]
    figures: Figures


def look(sheet: Sheet) -> Look:
    """Look over one side of paper."""
    found, symbols, figures = Survey(), dict[Rows, int](), Figures()
    for placed in sheet.placed:
        _look(placed.drawing, found, symbols, figures)
    if sheet.marks is not None:
        _look(sheet.marks, found, symbols, figures)
    return Look(replace(sheet, placed=()), found.characters, symbols, found.pictures, figures)


def together(looks: Iterable[Look]) -> Survey:
    """The survey of a whole document, as `survey` gives it, from its sides in order."""
    found = Survey()
    times: dict[Drawing, int] = {}
    symbols: dict[Rows, int] = {}
    figures: Figures = {}
    for seen in looks:
        if seen.sheet.marks is not None:
            times[seen.sheet.marks] = times.get(seen.sheet.marks, 0) + 1
        for face, characters in seen.characters.items():
            found.characters.setdefault(face, set()).update(characters)
        for rows, count in seen.symbols.items():
            symbols[rows] = symbols.get(rows, 0) + count
        for key, (_name, picture) in seen.pictures.items():
            name, largest = found.pictures.get(key, (f"P{len(found.pictures)}", picture))
            found.pictures[key] = name, max(largest, picture, key=lambda candidate: candidate.columns)
        for count, figure in seen.figures.values():
            _count(figure, figures, count)
    again = (drawing for drawing in times if times[drawing] > 1)
    found.drawings = {id(drawing): (f"D{count}", drawing) for count, drawing in enumerate(again)}
    found.symbols = {rows: f"Q{count}" for count, rows in enumerate(rows for rows in symbols if symbols[rows] > 1)}
    found.figures = _named(figures)
    return found


def _drawings(document: Document) -> Iterator[Drawing]:
    for sheet in document.sheets:
        for placed in sheet.placed:
            yield placed.drawing
        if sheet.marks is not None:
            yield sheet.marks


def _look(drawing: Drawing, found: Survey, symbols: dict[Rows, int], figures: Figures) -> None:
    for item in drawing.items:
        if isinstance(item, Text):
            found.characters.setdefault(item.face, set()).update(item.text)
        elif isinstance(item, Modules):
            symbols[item.rows] = symbols.get(item.rows, 0) + 1
        elif isinstance(item, Picture):
            name, largest = found.pictures.get(item.image.key, (f"P{len(found.pictures)}", item))
            found.pictures[item.image.key] = name, max(largest, item, key=lambda picture: picture.columns)
        elif isinstance(item, Figure):
            _count(item, figures)


def _count(figure: Figure, figures: Figures, times: int = 1) -> None:
    count, largest = figures.get(figure.image.key, (0, figure))
    figures[figure.image.key] = count + times, max(largest, figure, key=lambda candidate: candidate.width)


def _named(figures: Figures) -> dict[str, tuple[str, Figure]]:
    """The figures that occur more than once have a name."""
    again = ((key, figure) for key, (count, figure) in figures.items() if count > 1)
    return {key: (f"V{number}", figure) for number, (key, figure) in enumerate(again)}
