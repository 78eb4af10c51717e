"""The cards of a deck in its schema: each has exactly the fields of its kind.

An editor finds the kind on the card, else on the deck. A kind that is not known here may be a school's own: such a
card may have any field.
"""

from collections.abc import Callable

from kaartenspel.load.schema_values import DECIMAL, DURATION, TEXT, Schema
from kaartenspel.model.kind import FieldSpec, Kind

PICTURE = r"\.([pP][nN][gG]|[jJ][pP][eE]?[gG]|[sS][vV][gG])\s*$"
LINK = r"^\s*https?://\S+\s*$"


def cards_by_kind(deck: Schema, kinds: list[Kind]) -> None:
    """Put the fields of each kind into the schema of decks, in place of cards of any kind."""
    parts = deck["$defs"]
    common = parts.pop("RawCard")
    parts["card"] = {"title": "Een kaart", "type": "object", "required": common["required"]}
    parts["card"]["properties"] = {name: {"$ref": f"#/$defs/card-{name}"} for name in common["properties"]}
    parts |= {f"card-{name}": part for name, part in common["properties"].items()}
    for kind in kinds:
        parts[f"kind-{kind.kind}"] = _card(kind, parts["card"])
    deck["properties"]["cards"]["items"] = {"$ref": "#/$defs/card"}
    own = [_when(kind.kind, {"$ref": f"#/$defs/kind-{kind.kind}"}) for kind in kinds]
    parts["own-kind"] = {"allOf": own}
    deck["allOf"] = [_when(kind.kind, {"properties": {"cards": {"items": _items(kind)}}}) for kind in kinds]


def _items(kind: Kind) -> Schema:
    """The cards of a deck of this kind."""
    return {
        "if": {"required": ["kind"]},
        "then": {"$ref": "#/$defs/own-kind"},
        "else": {"$ref": f"#/$defs/kind-{kind.kind}"},
    }


def _when(kind: str, then: Schema) -> Schema:
    """What holds where `kind` is this one."""
    return {"if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]}, "then": then}


def _card(kind: Kind, common: Schema) -> Schema:
    """A card of one kind: its own fields, those of all cards, and no others."""
    fields = {name: field(spec) for name, spec in kind.fields.items()}
    needed = [name for name, spec in kind.fields.items() if spec.required]
    return {
        "title": kind.title,
        "type": "object",
        "properties": fields | common["properties"],
        "required": [*common["required"], *needed],
        "additionalProperties": False,
    }


def field(spec: FieldSpec) -> Schema:
    """A field by its type. One that is not required may be left empty."""
    made = _TYPES[spec.type](spec)
    about: Schema = {"title": spec.label} | ({"description": spec.description} if spec.description else {})
    return about | made if spec.required else about | {"anyOf": [made, {"type": "null"}]}


def _list(spec: FieldSpec, items: Schema) -> Schema:
    bounds = {"minItems": spec.least, "maxItems": spec.most}
    return {"type": "array", "items": items} | {key: bound for key, bound in bounds.items() if bound is not None}


def _amount(spec: FieldSpec, pattern: str) -> Schema:
    """A number or a duration; the bounds hold where it is written as a number."""
    bounds = {"minimum": spec.least, "maximum": spec.most}
    made: Schema = {"type": ["number", "string"], "pattern": pattern}
    return made | {key: bound for key, bound in bounds.items() if bound is not None}


def _choice(spec: FieldSpec) -> Schema:
    """One of a few texts, those too that an editor reads as a number or a truth."""
    return {"enum": [reading for choice in spec.choices for reading in _readings(choice)]}


def _readings(text: str) -> list[str | int | bool]:
    """A text, and what YAML takes it for."""
    if text in ("true", "false"):
        return [text, text == "true"]
    return [text, int(text)] if text.isdecimal() and text.isascii() and str(int(text)) == text else [text]


_STEP: Schema = {"anyOf": [TEXT, {"$ref": "#/$defs/step"}]}
_TYPES: dict[str, Callable[[FieldSpec], Schema]] = {
    "text": lambda _spec: TEXT,
    "rich": lambda _spec: TEXT,
    "list": lambda spec: _list(spec, TEXT),
    "number": lambda spec: _amount(spec, DECIMAL),
    "minutes": lambda spec: _amount(spec, DURATION),
    "choice": _choice,
    "link": lambda _spec: {"type": "string", "pattern": LINK},
    "steps": lambda spec: _list(spec, _STEP),
    "group-size": lambda _spec: {"$ref": "#/$defs/group-size"},
    "picture": lambda _spec: {"type": "string", "pattern": PICTURE},
}
"""The schema of a value by the type of its field."""
