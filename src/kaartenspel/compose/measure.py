"""What setting text needs to know of fonts; the writers bring the real ones, tests a fixed-width fake."""

from functools import lru_cache
from typing import Protocol

POINT = 25.4 / 72
"""Millimetres in a point (1/72 inch, as in PDF)."""


class Shaped(Protocol):
    """A shaped text: its width in em, and per character what to add to its advance (1/1000 em)."""

    @property
    def width(self) -> float:
        """The width in em."""

    @property
    def kerns(self) -> tuple[int, ...]:
        """Empty where nothing is kerned."""


class Measure(Protocol):
    """The faces of a theme by name."""

    def shape(self, face: str, text: str) -> Shaped:
        """The text as it will be drawn."""

    def has(self, face: str, character: str) -> bool:
        """Whether the face has a glyph for the character."""

    def __hash__(self) -> int:
        """A measure is one of a kind: what was found out with it can be kept."""

    def metrics(self, face: str) -> tuple[float, float, float, float]:
        """Ascent, descent (both positive), height of capitals and of x, in em."""


@lru_cache(maxsize=8192)
def usable_face(measure: Measure, face: str, character: str) -> str | None:
    """The face that draws this character: the wanted one, else a fallback of its weight, else None."""
    if measure.has(face, character):
        return face
    fallback = "fallback-bold" if "bold" in face else "fallback"
    return fallback if measure.has(fallback, character) else None
