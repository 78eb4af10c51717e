"""From values with places to a checked model, every problem at its own place.

The errors of pydantic are told apart by their type, never by their English.
"""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from kaartenspel.messages import _
from kaartenspel.problems import Code, Place, Problem, nearest
from kaartenspel.reading.values import Fields, Value, place_at, plain

M = TypeVar("M", bound=BaseModel)
Location = tuple[str | int, ...]
_CODES = {str(code) for code in Code}


def validate(model: type[M], value: Value, data: object = None) -> tuple[M | None, list[Problem]]:
    """The model made from a value, or None and its problems. `data` stands in for the plain value."""
    plain_data = plain(value) if data is None else data
    if not isinstance(value, Fields):
        return None, [_wrong_shape(place_at(value, ()), _("a list of fields, each as ‘name: value’"))]
    try:
        return model.model_validate(plain_data), []
    except ValidationError as error:
        known = _Known(model)
        return None, [_problem(details, value, plain_data, known) for details in error.errors(include_url=False)]


class _Known:
    """The keys that a model and its parts may have, by their location."""

    def __init__(self, model: type[BaseModel]) -> None:
        self.schema = model.model_json_schema()

    def at(self, location: Location, data: object) -> list[str]:
        """The keys allowed in the mapping at this location."""
        node: Mapping[str, Any] = self.schema
        for step in location:
            node = self._resolved(node, data)
            data = _child(data, step)
            if isinstance(step, int):
                node = node.get("items", {})
            else:
                node = node.get("properties", {}).get(step) or _schema_or_empty(node.get("additionalProperties"))
        return list(self._resolved(node, data).get("properties", {}))

    def _resolved(self, node: Mapping[str, Any], data: object) -> Mapping[str, Any]:
        """The definition that a reference, or the discriminator of a union, stands for."""
        for option in (*node.get("anyOf", ()), *node.get("allOf", ())):
            if "$ref" in option or "properties" in option:
                return self._resolved(option, data)
        if "discriminator" in node and isinstance(data, dict):
            chosen = node["discriminator"]["mapping"].get(data.get(node["discriminator"]["propertyName"]))
            return self._resolved({"$ref": chosen}, data) if chosen else {}
        if "$ref" in node:
            return self._resolved(self.schema["$defs"][node["$ref"].rsplit("/", 1)[1]], data)
        return node


def _schema_or_empty(node: object) -> Mapping[str, Any]:
    return node if isinstance(node, dict) else {}


def _child(data: object, step: str | int) -> object:
    """The part of plain data that a location step leads to, or None."""
    if isinstance(data, dict):
        return data.get(step)
    if isinstance(data, list) and isinstance(step, int) and step < len(data):
        return data[step]
    return None


def _problem(details: ErrorDetails, value: Value, data: object, known: _Known) -> Problem:
    """The problem of one pydantic error."""
    location = _real(details["loc"], data)
    kind, place = details["type"], place_at(value, location)
    if kind == "extra_forbidden":
        return unknown_field(str(location[-1]), place_at(value, location, key=True), known.at(location[:-1], data))
    if kind == "missing":
        # the discriminator of a region is named in the same words as any other field
        return missing_field(str(location[-1]) if location else "", place_at(value, location[:-1]))
    if kind == "union_tag_not_found":
        return missing_field("region", place)
    if kind in _CODES:
        context = details["ctx"]
        return Problem(Code(kind), context["said"], place, context.get("hint", ""))
    return _shape_or_value(kind, details, place)


def _real(location: Iterable[str | int], data: object) -> Location:
    """The location without the steps that pydantic adds for unions and keys, which the data do not have."""
    real: list[str | int] = []
    steps = list(location)
    for index, step in enumerate(steps):
        child = _child(data, step)
        last = index == len(steps) - 1
        if child is not None or (last and isinstance(data, dict) and isinstance(step, str) and step != "[key]"):
            real.append(step)
            data = child
    return tuple(real)


_EXPECTED = {
    "list_type": lambda: _("a list: lines that start with ‘- ’"),
    "tuple_type": lambda: _("a list: lines that start with ‘- ’"),
    "dict_type": lambda: _("a list of fields, each as ‘name: value’"),
    "mapping_type": lambda: _("a list of fields, each as ‘name: value’"),
    "model_type": lambda: _("a list of fields, each as ‘name: value’"),
    "model_attributes_type": lambda: _("a list of fields, each as ‘name: value’"),
    "string_type": lambda: _("a text"),
    "int_type": lambda: _("a whole number"),
    "float_type": lambda: _("a number"),
    "bool_type": lambda: _("true or false"),
}


def _shape_or_value(kind: str, details: ErrorDetails, place: Place) -> Problem:
    """A problem of shape (a list where a text belongs) or of value (too small, not one of a few)."""
    context = details.get("ctx", {})
    if kind in _EXPECTED:
        return _wrong_shape(place, _EXPECTED[kind]())
    if kind in ("literal_error", "union_tag_invalid"):
        choices = str(context.get("expected") or context.get("expected_tags")).replace("'", "").replace(" or ", ", ")
        return unknown_choice(str(_tag(details)), place, choices.split(", "))
    if kind in ("greater_than_equal", "greater_than", "less_than_equal", "less_than"):
        bound = next(iter(context.values()))
        less = kind.startswith("less")
        said = _("this number may be {bound} at most") if less else _("this number must be at least {bound}")
        return Problem(Code.WRONG_VALUE, said.format(bound=bound), place)
    if kind in ("too_short", "too_long"):
        wanted = context.get("min_length") if kind == "too_short" else context.get("max_length")
        said = _("here must be {wanted} items, not {count}")
        return Problem(Code.WRONG_VALUE, said.format(wanted=wanted, count=context.get("actual_length")), place)
    return Problem(Code.WRONG_VALUE, _("this value cannot be used here"), place)


def _tag(details: ErrorDetails) -> object:
    """The word that is no known choice."""
    return details.get("ctx", {}).get("tag", details.get("input", ""))


def _wrong_shape(place: Place, expected: str) -> Problem:
    return Problem(Code.WRONG_SHAPE, _("here belongs {expected}").format(expected=expected), place)


def unknown_choice(name: str, place: Place, choices: list[str]) -> Problem:
    """A word that is none of a few allowed ones."""
    said = _("‘{name}’ is not one of the choices").format(name=name)
    return Problem(Code.WRONG_VALUE, said, place, _choices(name, choices))


def unknown_field(name: str, place: Place, known: list[str]) -> Problem:
    """A key that does not belong here, with the nearest that does."""
    hint = _did_you_mean(name, known) + _("possible here: {known}").format(known=", ".join(known))
    return Problem(Code.UNKNOWN_FIELD, _("unknown field ‘{name}’").format(name=name), place, hint)


def missing_field(name: str, place: Place) -> Problem:
    """A key that must be there."""
    return Problem(Code.MISSING_FIELD, _("the field ‘{name}’ is missing").format(name=name), place)


def unknown_name(sort: str, name: str, place: Place | None, known: Iterable[str]) -> Problem:
    """A reference to a thing of some sort that does not exist, with the nearest that does."""
    said = _("unknown {sort} ‘{name}’").format(sort=sort, name=name)
    return Problem(Code.UNKNOWN_NAME, said, place, _choices(name, list(known)))


def _choices(name: str, known: list[str]) -> str:
    shown = ", ".join(known[:20]) + (" …" if len(known) > 20 else "")
    return _did_you_mean(name, known) + (_("there is: {known}").format(known=shown) if shown else "")


def _did_you_mean(name: str, known: Iterable[str]) -> str:
    """`did you mean ‘text’? `, or nothing."""
    found = nearest(name, known)
    return _("did you mean ‘{proposal}’?").format(proposal=found) + " " if found else ""
