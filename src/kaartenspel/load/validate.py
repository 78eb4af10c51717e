"""From values with places to a checked model, every problem at its own place.

The errors of pydantic are told apart by their type, never by their English.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from kaartenspel.load.wording import (
    absent_field,
    missing_field,
    too_large,
    too_small,
    unknown_choice,
    unknown_field,
    wrong_amount,
    wrong_shape,
)
from kaartenspel.messages import _
from kaartenspel.problems import Code, Place, Problem, nearest
from kaartenspel.reading.values import Fields, Items, Scalar, Value, place_at, plain

M = TypeVar("M", bound=BaseModel)
Location = tuple[str | int, ...]
_CODES = {str(code) for code in Code}


def validate(model: type[M], value: Value, data: Mapping[str, object] | None = None) -> tuple[M | None, list[Problem]]:
    """The model made from a value, or None and its problems. `data` stands in for the plain value.

    A field of the model behind which nothing stands counts as absent.
    """
    if not isinstance(value, Fields):
        return None, [wrong_shape(value.place, _("a list of fields, each as ‘name: value’"))]
    given = {key.text: plain(part) for key, part in value.entries} if data is None else dict(data)
    for name in _left_empty(model, value):
        if given.get(name) == "":
            del given[name]
    try:
        return model.model_validate(given), []
    except ValidationError as error:
        known = _known(model)
        errors = error.errors(include_url=False)
        meant = {_meant(details, given, known) for details in errors}
        found = [
            _problem(details, value, given, known)
            for details in errors
            if not (details["type"] == "missing" and details["loc"] in meant)
        ]
        return None, found


def _meant(details: ErrorDetails, data: object, known: "_Known") -> Location | None:
    """Where the field would stand that a wrongly spelled one was meant for: that one is not missing too."""
    location = _real(details["loc"], data)
    if details["type"] != "extra_forbidden":
        return None
    name = nearest(str(location[-1]), known.at(location[:-1], data))
    return (*details["loc"][:-1], name) if name else None


def _left_empty(model: type[BaseModel], value: Fields) -> list[str]:
    """The fields of the model that have nothing behind their colon."""
    ours = {field.alias or name for name, field in model.model_fields.items()}
    return [key.text for key, part in value.entries if isinstance(part, Scalar) and part.absent and key.text in ours]


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
                named = [*node.get("patternProperties", {}).values(), node.get("additionalProperties")]
                node = node.get("properties", {}).get(step) or _schema_or_empty(named[0])
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


@cache
def _known(model: type[BaseModel]) -> _Known:
    """A model's keys, looked up once: a deck may have a slip on each of its thousands of cards."""
    return _Known(model)


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
        parent = _child_at(value, location[:-1])
        name = str(location[-1]) if location else ""
        return missing_field(name, parent) if isinstance(parent, Fields) else absent_field(name, place)
    if kind == "union_tag_not_found":
        return absent_field(_discriminator(details), place)
    if kind == "union_tag_invalid":
        place = place_at(value, (*location, _discriminator(details)))
    if kind in _CODES:
        context = details["ctx"]
        return Problem(Code(kind), context["said"], place, context.get("hint", ""))
    return _shape_or_value(kind, details, place)


def _discriminator(details: ErrorDetails) -> str:
    """The field that says which of several sorts something is."""
    return str(details["ctx"]["discriminator"]).strip("'")


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


def _child_at(value: Value, location: Location) -> Value | None:
    """What stands at a location."""
    found: Value | None = value
    for step in location:
        if isinstance(found, Fields):
            found = found.get(str(step))
        elif isinstance(found, Items) and isinstance(step, int) and step < len(found.values):
            found = found.values[step]
        else:
            return None
    return found


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
        return wrong_shape(place, _EXPECTED[kind]())
    if kind in ("literal_error", "union_tag_invalid"):
        choices = str(context.get("expected") or context.get("expected_tags")).replace("'", "").replace(" or ", ", ")
        return unknown_choice(str(_tag(details)), place, choices.split(", "))
    if kind in ("greater_than_equal", "greater_than", "less_than_equal", "less_than"):
        return _out_of_bounds(kind, next(iter(context.values())), place)
    if kind in ("too_short", "too_long"):
        return wrong_amount(place, context["actual_length"], context.get("min_length"), context.get("max_length"))
    return Problem(Code.WRONG_VALUE, _("this value cannot be used here"), place)


def _out_of_bounds(kind: str, bound: float, place: Place) -> Problem:
    """A number that is too small or too large."""
    if kind == "greater_than":
        return Problem(Code.WRONG_VALUE, _("this number must be more than {bound}").format(bound=f"{bound:g}"), place)
    return too_large(place, bound) if kind.startswith("less") else too_small(place, bound)


def _tag(details: ErrorDetails) -> object:
    """The word that is no known choice."""
    return details.get("ctx", {}).get("tag", details.get("input", ""))
