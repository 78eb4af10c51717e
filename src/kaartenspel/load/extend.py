"""What `extends` means: another file's fields, with this file's own over them, each still at its own place."""

from collections.abc import Callable

from kaartenspel.load.wording import missing_field, unknown_name
from kaartenspel.messages import _
from kaartenspel.problems import Code, Place, Problem
from kaartenspel.reading.values import Fields, Items, Scalar, Value

Parent = Callable[[str, Place], Fields | None]


def extended(value: Fields, parent: Parent, seen: tuple[str, ...]) -> tuple[Fields, list[Problem]]:
    """A file's fields over those of the file it extends, and so on; changes to named regions made."""
    base = value.get("extends")
    if not isinstance(base, Scalar) or not base.text:
        change = value.key("change")  # without a kind below there is nothing to change
        return value, [missing_field("extends", Fields((), change.place))] if change else []
    if base.text in seen:
        message = _("this goes round in a circle: {names}").format(names=" → ".join((*seen, base.text)))
        return value, [Problem(Code.EXTENDS_CIRCLE, message, base.place)]
    below = parent(base.text, base.place)
    if below is None:
        return value, []
    below, problems = extended(below, parent, (*seen, base.text))
    merged = merge(below, value)
    return _changed(merged, value, problems)


def merge(below: Fields, above: Fields) -> Fields:
    """The fields of both; where both have one, fields are merged and anything else is taken from above."""
    ours = {key.text: (key, value) for key, value in above.entries}
    entries: list[tuple[Scalar, Value]] = []
    for key, value in below.entries:
        own = ours.pop(key.text, None)
        if own is None:
            entries.append((key, value))
        elif isinstance(value, Fields) and isinstance(own[1], Fields):
            entries.append((own[0], merge(value, own[1])))
        else:
            entries.append(own)
    return Fields((*entries, *ours.values()), above.place)


def _changed(merged: Fields, own: Fields, problems: list[Problem]) -> tuple[Fields, list[Problem]]:
    """The fields with each region that `change` names altered, and `change` itself gone."""
    change = own.get("change")
    if not isinstance(change, Fields):
        return merged, problems
    names = {name for face in ("front", "back") for name in _regions(merged, face)}
    for key, _value in change.entries:
        if key.text not in names:
            problems = [*problems, unknown_name(_("part of the face"), key.text, key.place, sorted(names))]
    entries = [(key, _face(value, change)) for key, value in merged.entries if key.text != "change"]
    return Fields(tuple(entries), merged.place), problems


def _face(value: Value, change: Fields) -> Value:
    """A face with the named regions changed; anything else as it is."""
    regions = value.get("regions") if isinstance(value, Fields) else None
    if not isinstance(value, Fields) or not isinstance(regions, Items):
        return value
    altered = Items(tuple(_region(region, change) for region in regions.values), regions.place)
    entries = [(key, altered if key.text == "regions" else part) for key, part in value.entries]
    return Fields(tuple(entries), value.place)


def _region(region: Value, change: Fields) -> Value:
    """A region as it is changed; one that becomes of another sort keeps its name alone."""
    name = region.get("name") if isinstance(region, Fields) else None
    altered = change.get(name.text) if isinstance(name, Scalar) else None
    if not isinstance(region, Fields) or not isinstance(altered, Fields):
        return region
    sort, other = region.get("region"), altered.get("region")
    if isinstance(sort, Scalar) and isinstance(other, Scalar) and sort.text != other.text:
        return merge(Fields(tuple(entry for entry in region.entries if entry[0].text == "name"), region.place), altered)
    return merge(region, altered)


def _regions(merged: Fields, face: str) -> list[str]:
    """The names of a face's regions."""
    spec = merged.get(face)
    regions = spec.get("regions") if isinstance(spec, Fields) else None
    found = (
        [region.get("name") for region in regions.values if isinstance(region, Fields)]
        if isinstance(regions, Items)
        else []
    )
    return [name.text for name in found if isinstance(name, Scalar)]
