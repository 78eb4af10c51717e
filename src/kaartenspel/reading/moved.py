"""Values that were changed in part: what stayed keeps its place in the file, what is new has a place of its own."""

from collections.abc import Mapping

from kaartenspel.problems import Place
from kaartenspel.reading.values import Fields, Items, Plain, Scalar, Value, placed, plain

Way = tuple[str | int, ...]


def moved(new: Plain, old: Value | None, places: Mapping[Way, Place], start: Place, way: Way = ()) -> Value:
    """`new` as values with places: those of `old` where it says the same, else the nearest of `places` on the way."""
    if way not in places and old is not None and plain(old) == new:
        return old
    here = places.get(way, old.place if old is not None else start)
    if isinstance(new, dict):
        return _fields(new, old if isinstance(old, Fields) else None, places, here, way)
    if isinstance(new, list):
        found = {_name(plain(item)): item for item in old.values} if isinstance(old, Items) else {}
        return Items(tuple(moved(item, found.get(_name(item)), places, here, (*way, index))
                           for index, item in enumerate(new)), here)  # fmt: skip
    return placed(new, here)


def _fields(new: dict[str, Plain], old: Fields | None, places: Mapping[Way, Place], here: Place, way: Way) -> Fields:
    """Each field with the key that it had."""
    entries = []
    for name, value in new.items():
        below = (*way, name)
        key = old.key(name) if old else None
        at = places.get(below, here)
        entries.append((key or Scalar(name, at, quoted=False), moved(value, old.get(name) if old else None, places, at,
                        below)))  # fmt: skip
    return Fields(tuple(entries), here)


def _name(item: Plain) -> str:
    """What an item of a list is known by."""
    return str(item["id"]) if isinstance(item, dict) and "id" in item else repr(item)
