"""Plain values with places: what stands in a file, before anyone says what it means.

Every scalar stays text. `no`, `13:30`, `010` and dates are read by the field that expects them, because
only the field knows whether a boolean, a clock time or a number was meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from kaartenspel.problems import Place

KEY_OF_LAST = "[key]"
"""What pydantic puts at the end of a location when the key itself is wrong."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """One text. A key without a value gives an empty text that is not quoted.

    `place` is where the text itself begins (in a `|` or `>` block its first line), as wide as the text
    is on that line. `quoted` also holds for blocks: `"true"` is a text, `true` may be a boolean.
    """

    text: str
    place: Place
    quoted: bool

    @property
    def absent(self) -> bool:
        """Whether nothing was written at all."""
        return not self.text and not self.quoted


@dataclass(frozen=True, slots=True)
class Items:
    """A list; its place is the first dash or the opening bracket."""

    values: tuple[Value, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Fields:
    """Keys with values in the order of the file; its place is the first key or the opening brace."""

    entries: tuple[tuple[Scalar, Value], ...]
    place: Place

    def get(self, name: str) -> Value | None:
        """The value of this key, or None where the key does not stand here."""
        for key, value in self.entries:
            if key.text == name:
                return value
        return None

    def key(self, name: str) -> Scalar | None:
        """The key itself, for a message that points at it."""
        return next((key for key, _value in self.entries if key.text == name), None)


Value: TypeAlias = Scalar | Items | Fields
Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"


def plain(value: Value) -> Plain:
    """The same as nested texts, lists and dicts, for whoever checks shapes and not places."""
    if isinstance(value, Scalar):
        return value.text
    if isinstance(value, Items):
        return [plain(item) for item in value.values]
    return {key.text: plain(item) for key, item in value.entries}


def scalar(value: Value, name: str) -> Scalar | None:
    """The text of a field, or None where it is absent or no text."""
    found = value.get(name) if isinstance(value, Fields) else None
    return found if isinstance(found, Scalar) and found.text.strip() else None


def placed(value: Plain, place: Place) -> Value:
    """The other way round: a plain value that stands at one place as a whole, such as a cell."""
    if isinstance(value, dict):
        return Fields(
            tuple((Scalar(name, place, quoted=False), placed(part, place)) for name, part in value.items()), place
        )
    if isinstance(value, list):
        return Items(tuple(placed(part, place) for part in value), place)
    return Scalar(value, place, quoted=True)


def place_at(value: Value, loc: Sequence[str | int], key: bool = False) -> Place:
    """The deepest place on this way that exists; with `key` the place of the last key on it.

    Steps that do not exist are passed over, because pydantic puts the names of a union's members
    between the steps of the file.
    """
    key = key or (bool(loc) and loc[-1] == KEY_OF_LAST)
    place = value.place
    for step in loc:
        found, lead = _step(value, step)
        if found is not None:
            value, place = found, lead if key else found.place
    return place


def _step(value: Value, step: str | int) -> tuple[Value | None, Place]:
    """The value one step down, and the place of what leads to it."""
    if isinstance(value, Fields):
        for key, item in value.entries:
            if key.text == str(step):
                return item, key.place
    if isinstance(value, Items) and isinstance(step, int) and 0 <= step < len(value.values):
        return value.values[step], value.values[step].place
    return None, value.place
