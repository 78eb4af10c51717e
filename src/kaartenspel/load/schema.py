"""JSON Schemas (draft 2020-12) for editors, made from the models and from the kinds that a project knows.

To our reader every scalar is text, but an editor takes `63` for a number and `true` for a boolean: fields accept
both. What depends on other files (a theme's colours, a deck's groups) is left to `kaartenspel check`.
"""

from typing import Any

from kaartenspel.load.project import Project
from kaartenspel.load.schema_cards import cards_by_kind
from kaartenspel.load.schema_values import NAME, Schema, model_schema
from kaartenspel.model.base import Model
from kaartenspel.model.changes import Changes
from kaartenspel.model.checks import Checks
from kaartenspel.model.deck import Deck, RawGroupSize, RawStep
from kaartenspel.model.edition import Edition
from kaartenspel.model.form import Form
from kaartenspel.model.goal import Goal
from kaartenspel.model.kind import Kind
from kaartenspel.model.printer import Printer
from kaartenspel.model.register import Register
from kaartenspel.model.sheet import Paper, SheetLayout, Size
from kaartenspel.model.shop import Shop
from kaartenspel.model.theme import Theme
from kaartenspel.model.workshop import Workshop

DRAFT = "https://json-schema.org/draft/2020-12/schema"
FILES: dict[str, tuple[type[Model], str]] = {
    "deck": (Deck, "Een kaartspel (decks/*.yaml)"),
    "kind": (Kind, "Een soort kaart (layouts/kinds/*.yaml)"),
    "size": (Size, "Een kaartformaat (layouts/sizes/*.yaml)"),
    "paper": (Paper, "Een papierformaat (layouts/papers/*.yaml)"),
    "sheet": (SheetLayout, "Een velindeling (layouts/sheets/*.yaml)"),
    "shop": (Shop, "Een drukkerij (layouts/shops/*.yaml)"),
    "theme": (Theme, "Een thema (layouts/themes/*.yaml)"),
    "goal": (Goal, "Een doel van een bijeenkomst (layouts/goals/*.yaml)"),
    "changes": (Changes, "Wat bij een kaart te doen is (layouts/changes/*.yaml)"),
    "form": (Form, "Een formulier (layouts/forms/*.yaml)"),
    "workshop": (Workshop, "Een draaiboek (workshops/*.yaml)"),
    "checks": (Checks, "Regels voor teksten (layouts/checks/*.yaml)"),
    "printer": (Printer, "Een printer (printers/*.yaml)"),
    "edition": (Edition, "Een editie van een school (editions/*/edition.yaml)"),
    "register": (Register, "De bronnen (decks/sources.yaml)"),
}
"""Each sort of file with its model and what it is called."""

PARTS = {
    "Band": "De band bovenaan", "Changes": "Wat er anders is aan een spel", "CardSize": "De maat van een kaart",
    "Pixels": "De maat van een plaatje", "Choice": "Een keuze uit de kaarten",
    "Precut": "Waar de kaarten op een voorgesneden vel liggen",
    "EndsWith": "Hoe een tekst eindigt", "HasField": "Een veld dat erbij hoort", "MaxWords": "Niet te veel woorden",
    "NoCharacter": "Een teken dat er niet in hoort", "NoDoubleNegation": "Geen dubbele ontkenning",
    "OneSentence": "Eén zin", "StartsWithOneOf": "Hoe een tekst begint",
    "FaceSpec": "Een kant van de kaart", "FactsPart": "Weetjes naast elkaar",
    "FormAsk": "Wat er aan te kruisen is", "FormBlanks": "Korte lijnen", "FormBox": "Een vak",
    "FormBoxes": "Vakken om in te schrijven", "FormCards": "Een rij per kaart", "FormColumn": "Een kolom",
    "FormLines": "Een vraag met schrijflijnen", "FormPrivacy": "Wat er niet op hoort",
    "FormStages": "Een rij per kaart met de fasen", "FormTable": "Een lege tabel", "FormText": "Een tekst",
    "FormWrite": "Schrijflijnen bij een kaart",
    "Fit": "Wat bij het doel past", "Print": "Iets om te printen",
    "FieldSpec": "Een veld", "Foot": "De voet met bron en QR", "Gap": "Een vaste ruimte", "Group": "Een groep kaarten",
    "Imprint": "De onderrand van een achterkant", "LinesPart": "Schrijflijnen", "ListPart": "Een lijst",
    "Motif": "Een groot pictogram", "SchoolMark": "Het logo en de naam van de school", "Origin": "Een bron",
    "PicturePart": "Een plaatje", "BoxesPart": "Vakken om in te schrijven",
    "Sideways": "Een woord langs de zijkant", "RawCard": "Een kaart", "RawGroupSize": "De groep",
    "RawStep": "Een stap met minuten", "Block": "Een blok", "GroupRule": "De grootte van groepen",
    "Measured": "Een meting", "Meeting": "Een bijeenkomst", "Room": "Een ruimte",
    "Station": "Een station van een carrousel", "Strand": "Een lijn naast andere",
    "Space": "De ruimte die over is", "StagesPart": "De drie fasen",
    "StepsPart": "Stappen", "Style": "Een tekststijl", "TextPart": "Een tekst", "Tokens": "De maten",
}  # fmt: skip
"""What the parts of files are called."""


def schemas(project: Project) -> dict[str, Schema]:
    """The schema of each sort of file by name. Problems of kinds go to the project; such kinds are left out."""
    made = {sort: _file(model, title) for sort, (model, title) in FILES.items()}
    found = [project.kind(name, None) for name in project.names("layouts/kinds")]
    deck = made["deck"]
    deck["$defs"] |= {"step": _part(RawStep), "group-size": _part(RawGroupSize)}
    cards_by_kind(deck, [kind for kind in found if kind is not None])
    deck["properties"]["cards"]["minItems"] = 1
    _suggest_names(made, project)
    _open_change(made["kind"])
    for sort in ("kind", "theme", "shop"):
        _loosen(made[sort])
    return made


def _suggest_names(made: dict[str, Schema], project: Project) -> None:
    """What an editor may offer where another file is named."""
    names = {
        f"layouts/{sort}": list(project.names(f"layouts/{sort}")) for sort in ("kinds", "sizes", "sheets", "themes")
    }
    names["sources"] = list(project.origins())
    deck, kind = made["deck"], made["kind"]["properties"]
    cards, group = deck["$defs"], deck["$defs"]["Group"]["properties"]
    for node, sort in (
        (deck["properties"]["kind"], "layouts/kinds"), (cards["card-kind"], "layouts/kinds"),
        (kind["extends"], "layouts/kinds"), (deck["properties"]["size"], "layouts/sizes"),
        (kind["size"], "layouts/sizes"), (made["size"]["properties"]["sheet"], "layouts/sheets"),
        (made["theme"]["properties"]["extends"], "layouts/themes"), (deck["properties"]["see"], "sources"),
        (group["see"], "sources"), (cards["card-see"], "sources"), (cards["card-source"], "sources"),
    ):  # fmt: skip
        _suggest(node, names[sort])
    plan = made["workshop"]
    decks, sources = list(project.names("decks")), names["sources"]
    for part in ("Block", "Station", "Print"):
        _suggest(plan["$defs"][part]["properties"]["deck"], decks)
    for part in ("Block", "Station"):
        _suggest(plan["$defs"][part]["properties"]["see"], sources)
    for file in (deck, plan):
        language = file["properties"]["language"]
        file["properties"]["language"] = {"description": language["description"], "enum": project.languages()}


def _suggest(node: Schema, names: list[str]) -> None:
    """Let an editor offer names; any other one is right too, since it may be of a file that is not there yet."""
    other = {key: node.pop(key) for key in ("type", "pattern")}
    node["anyOf"] = [{"enum": names}, other]


def _file(model: type[Model], title: str) -> Schema:
    """The schema of a file."""
    made = model_schema(model)
    parts = {name: {"title": PARTS[name], **part} for name, part in made.get("$defs", {}).items()}
    return {"$schema": DRAFT, "title": title, **made, "$defs": parts}


def _part(model: type[Model]) -> Schema:
    """The schema of a part of a file."""
    return {"title": PARTS[model.__name__], **model_schema(model)}


def _open_change(kind: Schema) -> None:
    """`change` takes any key that some region has: which region it is, the other file says."""
    options = kind["$defs"]["FaceSpec"]["properties"]["regions"]["items"]["anyOf"]
    regions = [option["$ref"].rsplit("/", 1)[1] for option in options]
    known: Schema = {}
    for name in regions:
        known |= kind["$defs"][name]["properties"]
    known["region"] = {"enum": [kind["$defs"][name]["properties"]["region"]["const"] for name in regions]}
    kind["$defs"]["Change"] = {
        "title": "Wat er anders is aan een deel", "type": "object", "properties": known, "additionalProperties": False,
    }  # fmt: skip
    change = kind["properties"]["change"]
    change["patternProperties"] = {NAME: {"$ref": "#/$defs/Change"}}
    kind["else"] = {"properties": {"change": False}}


def _loosen(schema: Schema) -> None:
    """A file that `extends` another needs to say only what differs: what is required is so only without it."""
    name, *_others = schema["required"]
    needed = _needed(schema, schema)
    for part in _merged(schema, schema):
        part.pop("required", None)
    schema["required"] = [name]
    schema["if"] = {"required": ["extends"]}
    schema["else"] = _both(needed, schema.get("else", {}))


def _both(one: Schema, other: Schema) -> Schema:
    return {**one, **other, "properties": {**one.get("properties", {}), **other.get("properties", {})}}


def _needed(part: Schema, root: Schema) -> Schema:
    """What is required, of a part and of the mappings in it; lists are replaced as a whole, and keep their own."""
    part = _resolved(part, root)
    made: Schema = {"required": part["required"]} if "required" in part else {}
    for key in ("properties", "patternProperties"):
        inner = {name: found for name, child in part.get(key, {}).items() if (found := _needed(child, root))}
        made |= {key: inner} if inner else {}
    more = part.get("additionalProperties")
    inside = _needed(more, root) if isinstance(more, dict) else {}
    return made | ({"additionalProperties": inside} if inside else {})


def _merged(part: Schema, root: Schema) -> list[Schema]:
    """A mapping and the mappings in it, those that `extends` merges."""
    part = _resolved(part, root)
    more = part.get("additionalProperties")
    children = [*part.get("properties", {}).values(), *part.get("patternProperties", {}).values()]
    children += [more] if isinstance(more, dict) else []
    return [part, *(found for child in children for found in _merged(child, root))]


def _resolved(part: Any, root: Schema) -> Schema:
    if not isinstance(part, dict):
        return {}
    reference = part.get("$ref")
    found = root["$defs"][reference.rsplit("/", 1)[1]] if reference else part
    return found if isinstance(found, dict) else {}
