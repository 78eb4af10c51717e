"""The schema of a model as an editor needs it: scalars as text or as what YAML takes them for, and no English."""

from collections.abc import Callable
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from kaartenspel.model.base import Model

Schema = dict[str, Any]

NAME = "^[a-z0-9]+(-[a-z0-9]+)*$"
WHOLE = r"^\s*-?[0-9]{1,9}\s*$"
DECIMAL = r"^\s*-?[0-9]{1,9}([.,][0-9]{1,9})?\s*$"
LENGTH = r"^\s*[0-9]{1,5}([.,][0-9]{1,4})?\s*(mm|cm)?\s*$"
DURATION = (
    r"^\s*([0-9]{1,4}\s*([mM]|[mM][iI][nN]|[mM][iI][nN][uU][tT][eE][nNsS])?\.?"
    r"|[0-9]{1,2}\s*([hHuU]|[uU][uU][rR])\s*[0-5][0-9]"
    r"|[0-9]{1,2}([.,][0-9]{1,2})?\s*([hHuU]|[uU][uU][rR]|[hH][oO][uU][rR][sS]?))\s*$"
)
"""What `model.values` reads as a name, a number, a length and a duration; the tests compare them."""

TEXT: Schema = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
"""A text that says something; `2025` and `true` are texts too."""


class _Untitled(GenerateJsonSchema):
    """Without the titles that pydantic makes from English names."""

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002  pydantic's own signature
        return False


def model_schema(model: type[Model]) -> Schema:
    """A model's schema; the docstrings of models are for who works on the program, and left out."""
    made = editable(model.model_json_schema(schema_generator=_Untitled))
    for part in (made, *made.get("$defs", {}).values()):
        part.pop("description", None)
        part.pop("title", None)
    return made


def editable(node: Schema) -> Schema:
    """A schema, with all that is in it, for values as an editor sees them."""
    node = {_NAMES.get(key, key): value for key, value in _given(node).items() if key not in _DROPPED}
    for key in ("properties", "patternProperties", "$defs"):
        if key in node:
            node[key] = {name: editable(part) for name, part in node[key].items()}
    for key in ("items", "additionalProperties"):
        if isinstance(node.get(key), dict):
            node[key] = editable(node[key])
    if "anyOf" in node:
        node["anyOf"] = [editable(option) for option in node["anyOf"]]
    if "patternProperties" in node:  # a name in another form is a mistake, not something else
        node["additionalProperties"] = False
    return _scalar(node)


_NAMES = {"ge": "minimum", "le": "maximum", "gt": "exclusiveMinimum", "lt": "exclusiveMaximum", "oneOf": "anyOf"}
"""Bounds that pydantic leaves under its own names behind a validator; and `anyOf` gives the better messages."""
_DROPPED = ("default", "discriminator")


def _given(node: Schema) -> Schema:
    """A field that may be absent: left empty it is no `null` to our reader, so that is no value."""
    options = [option for option in node.get("anyOf", ()) if option != {"type": "null"}]
    if len(options) != 1:
        return node
    return {**options[0], **{key: value for key, value in node.items() if key != "anyOf"}}


_SCALARS: dict[object, Callable[[Schema], Schema]] = {
    "integer": lambda _node: {"type": ["integer", "string"], "pattern": WHOLE},
    "number": lambda _node: {"type": ["number", "string"], "pattern": DECIMAL},
    "boolean": lambda _node: {"type": ["boolean", "string"], "pattern": "^(true|false)$"},
    ("string", "number"): lambda _node: {"minimum": 0, "pattern": LENGTH},
    ("string", "integer"): lambda node: {"minimum": 0, "pattern": DURATION} | node,
    "string": lambda node: {"type": ["string", "integer"]} if node.get("pattern") == NAME else TEXT,
}


def _scalar(node: Schema) -> Schema:
    """A scalar as an editor may see it."""
    sort = node.get("type")
    if "enum" in node or "const" in node:
        return {key: value for key, value in node.items() if key != "type"}
    if sort == "string" and "pattern" in node and node["pattern"] != NAME:
        return node
    more = _SCALARS.get(tuple(sort) if isinstance(sort, list) else sort)
    return node | more(node) if more else node
