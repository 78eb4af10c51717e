"""One short text for values: the same exactly where all that they hold is the same, wherever it stands in a file."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from enum import Enum
from hashlib import sha256
from typing import Any

from kaartenspel.model.base import Model
from kaartenspel.problems import Place

_PLAIN = (str, int, float, bool, type(None), bytes)


def fingerprint(*values: object) -> str:
    """The fingerprint of these values. Raises TypeError for one of a sort that it does not know: none is left out."""
    return Walk().fingerprint(*values)


class Walk:
    """A way through values. What many of them share, such as the kind of all cards, is gone through once."""

    def __init__(self) -> None:
        self._fields: dict[type, tuple[str, ...]] = {}
        self._known: dict[int, tuple[object, str]] = {}  # the values too: an id is one's own only as long as it lives

    def fingerprint(self, *values: object) -> str:
        """The fingerprint of these values, which must not change as long as this way is gone."""
        return sha256(self.said(values).encode()).hexdigest()

    def said(self, value: object) -> str:
        """The value as a text that no other value has."""
        if type(value) in _PLAIN:
            return repr(value)
        if isinstance(value, Enum):
            return f"{type(value).__name__}.{value.name}"
        if isinstance(value, Place):
            return "_"
        return self._once(value) if isinstance(value, Model) or is_dataclass(value) else self._several(value)

    def _several(self, value: object) -> str:
        if isinstance(value, Mapping):
            return f"{{{self._all(value.items())}}}"
        if isinstance(value, list | tuple):
            return f"[{self._all(value)}]"
        if isinstance(value, AbstractSet):
            return f"<{','.join(sorted(map(self.said, value)))}>"
        raise TypeError(f"no fingerprint of {type(value).__name__}")

    def _all(self, values: Iterable[object]) -> str:
        return ",".join(map(self.said, values))

    def _once(self, value: object) -> str:
        if id(value) not in self._known:
            sort: type[Any] = type(value)
            if sort not in self._fields:
                self._fields[sort] = _names(sort)
            inside = self._all(getattr(value, name) for name in self._fields[sort])
            mark = sha256(inside.encode()).hexdigest() if len(inside) > 64 else inside
            self._known[id(value)] = value, f"{type(value).__name__}({mark})"
        return self._known[id(value)][1]


def _names(sort: type[Any]) -> tuple[str, ...]:
    """What a value of this sort is made of; not what says only where it came from."""
    if issubclass(sort, Model):
        return tuple(sort.model_fields)
    return tuple(field.name for field in fields(sort) if field.compare)
