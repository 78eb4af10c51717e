"""The editor's schemas: up to date, kind to every shipped file, and strict where our own reader is."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from pydantic import BaseModel, ValidationError

import schemas as tool
from kaartenspel.load import schema as made
from kaartenspel.load import schema_values as patterns
from kaartenspel.load.layouts import SORTS
from kaartenspel.load.project import Project
from kaartenspel.model.values import Count, Ident, Length, Link, Minutes, Number

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "schemas"
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")
SHIPPED = sorted([*ROOT.glob("decks/*.yaml"), *ROOT.glob("workshops/*.yaml"), *ROOT.glob("layouts/*/*.yaml")])


class Editor(yaml.SafeLoader):
    """YAML 1.2 as an editor reads it: `no` is a text and a date too, `63` is a number and `true` a boolean."""


Editor.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"true|false", "tf"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"null|~|", "n~"),
):
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), [*first, ""])


def read(text: str) -> Any:
    return yaml.load(text, Editor)


def schema(name: str) -> Any:
    return json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))


def complaints(name: str, text: str) -> list[str]:
    return [error.json_path for error in Draft202012Validator(schema(name)).iter_errors(read(text))]


def test_the_committed_schemas_are_what_models_and_kinds_say():
    """Stale? `make schemas`."""
    texts = tool.texts(ROOT)
    assert {path.name: path.read_text(encoding="utf-8") for path in SCHEMAS.iterdir()} == texts


def test_a_stale_schema_would_be_seen():
    texts = tool.texts(ROOT)
    assert texts["deck.schema.json"] != texts["deck.schema.json"].replace("Stelling", "Bewering")


def test_they_are_made_the_same_twice():
    assert tool.texts(ROOT) == tool.texts(ROOT)


@pytest.mark.parametrize("name", made.FILES)
def test_each_is_a_schema(name):
    assert schema(name)["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize("name", made.FILES)
def test_everything_has_a_dutch_title_or_description(name):
    """English leaks in by docstrings and by titles that pydantic makes from names."""
    whole = schema(name)
    assert [part for part, node in whole["$defs"].items() if not words(node) and "properties" in node] == []
    for node in [whole, *whole["$defs"].values()]:
        for key, part in node.get("properties", {}).items():
            part = whole["$defs"][part["$ref"].rsplit("/", 1)[1]] if list(part) == ["$ref"] else part  # noqa: PLW2901
            assert key in ("region", "part") or words(part), (name, key)
    told = " ".join(re.findall(r'"(?:title|description)": "([^"]*)"', json.dumps(whole, ensure_ascii=False)))
    assert re.search(r"\b(the|of a|with|its|are)\b", told) is None


def words(node: dict[str, Any]) -> str:
    return str(node.get("title", "") or node.get("description", ""))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_shipped_file_names_its_schema_and_is_right_by_it(path):
    text = path.read_text(encoding="utf-8")
    named = MODELINE.match(text)
    assert named, "its first line names no schema"
    file = (path.parent / named[1]).resolve()
    assert file == SCHEMAS / f"{sort_of(path)}.schema.json"
    assert complaints(sort_of(path), text) == []


def sort_of(path: Path) -> str:
    """Which schema a file belongs to, by where it lies."""
    if path.name == "sources.yaml":
        return "register"
    folder = path.parent.relative_to(ROOT).as_posix()
    return {"decks": "deck", "workshops": "workshop"}.get(folder) or SORTS[folder].key


# --- what is wrong is seen -----------------------------------------------------------------------------

DECK = """
deck: proef
title: Proef
kind: statement
groups: {een: {title: Een, code: A}}
cards:
  - {id: een, group: een, text: Een stelling.}
"""
KIND = """
kind: proef
title: Proef
fields:
  text: {type: rich, label: Tekst}
front: {regions: [{region: text, field: text}]}
back: {regions: [{region: space}]}
"""
SIZE = "{size: proef, title: Proef, width: 50 mm, height: 70, sheet: touching}"
SHEET = "{sheet: proef, title: Proef, fit: cells, gutter: 6, bleed: 3 mm}"
PAPER = "{paper: proef, title: Proef, width: 210, height: '29,7 cm'}"
THEME = "{theme: proef, extends: standard, colours: {statement: '#123456'}}"
REGISTER = "sources: {bron: {title: Bron, short: Bron, url: 'https://www.example.nl'}}"
WORKSHOP = """{workshop: proef, title: Proef, participants: 24, start: 13:30, end: 16.00, blocks: [{title: Welkom,
 minutes: 10}, {deck: een, cards: 8 per tafel, minutes: 1h30, at: 9.00 uur, steps: [een, {text: b, minutes: 5}]}]}"""
GOOD = {
    "deck": DECK, "kind": KIND, "size": SIZE, "sheet": SHEET, "paper": PAPER, "theme": THEME, "register": REGISTER,
    "workshop": WORKSHOP,
}  # fmt: skip


@pytest.mark.parametrize("name", GOOD)
def test_the_files_that_are_broken_below_are_right(name):
    assert complaints(name, GOOD[name]) == []


@pytest.mark.parametrize(
    "name, right, wrong",
    [
        ("deck", "title: Proef", "titel: Proef"),
        ("deck", "title: Proef", ""),
        ("deck", "title: Proef", "title: ''"),
        ("deck", "deck: proef", "deck: Mijn proef"),
        ("deck", "kind: statement", "kind: [statement]"),
        ("deck", "kind: statement", "kind: statement\nlanguage: klingon"),
        ("deck", "code: A", "code: abc"),
        ("deck", "een: {title", "Een Twee: {title"),
        ("deck", "text: Een stelling.", "tekst: Een stelling."),
        ("deck", "text: Een stelling.", "question: Alleen een vraag"),
        ("deck", "text: Een stelling.", "text: Goed., title: Van een andere soort"),
        ("deck", "text: Een stelling.", "kind: phase, text: Van de soort van het spel"),
        ("deck", "text: Een stelling.", "kind: phase, title: Fase, stages: [een, twee]"),
        ("deck", "text: Een stelling.", "text: {nl: Geneste tekst}"),
        ("deck", "text: Een stelling.", "text: Goed., copies: veel"),
        ("deck", "text: Een stelling.", "text: Goed., copies: 501"),
        ("deck", "text: Een stelling.", "kind: work-form, title: A, goal: B, minutes: lang, steps: [een]"),
        ("deck", "text: Een stelling.", "kind: work-form, title: A, goal: B, minutes: 10, steps: [{minutes: 5}]"),
        ("deck", "{id: een, group: een, text: Een stelling.}", "een kale tekst"),
        ("deck", "id: een, ", ""),
        ("kind", "title: Proef", ""),
        ("kind", "label: Tekst", "etiket: Tekst"),
        ("kind", ", label: Tekst", ""),
        ("kind", "type: rich", "type: html"),
        ("kind", "label: Tekst", "label: Tekst, required: ja"),
        ("kind", "region: text,", "region: tekst,"),
        ("kind", "region: text, field: text", "region: list"),
        ("kind", "region: space", "region: space, hoogte: 3 mm"),
        ("kind", "title: Proef", "title: Proef\nchange: {band: {pictogram: false}}"),
        ("size", "50 mm", "vijftig"),
        ("size", "50 mm", "-5"),
        ("size", "width: 50 mm, ", ""),
        ("sheet", "fit: cells", "fit: tegels"),
        ("sheet", "gutter: 6", "tussenruimte: 6"),
        ("paper", "29,7 cm", "29,7 inch"),
        ("theme", "#123456", "blauw"),
        ("theme", "extends: standard, ", ""),
        ("workshop", "13:30", "25:00"),
        ("workshop", "13:30", "morgen"),
        ("workshop", "minutes: 10", "minutes: -5"),
        ("workshop", "minutes: 10", "minuten: 10"),
        ("workshop", "title: Welkom", "sort: pauze"),
        ("workshop", "title: Welkom", "cards: 3, stations: een"),
        ("register", "short: Bron, ", ""),
        ("register", "https://www.example.nl", "www.example.nl"),
        ("register", "short: Bron", "short: Bron, status: dood"),
    ],
)
def test_what_is_wrong_is_seen(name, right, wrong):
    assert right in GOOD[name]
    assert complaints(name, GOOD[name].replace(right, wrong)) != []


@pytest.mark.parametrize(
    "name, right, also",
    [
        ("deck", "text: Een stelling.", "text: 2025"),
        ("deck", "text: Een stelling.", "text: no"),
        ("deck", "text: Een stelling.", "text: Goed., question: "),
        ("deck", "text: Een stelling.", "text: Goed., copies: '2'"),
        ("deck", "text: Een stelling.", "text: Goed., copies: 2"),
        ("deck", "text: Een stelling.", "kind: onze-soort, motto: Een veld dat wij zelf bedachten"),
        ("deck", "kind: statement", "kind: statement\nsize: onze-maat"),
        (
            "deck",
            "text: Een stelling.",
            "kind: work-form, title: A, goal: B, minutes: 45, steps: [a, {text: b, minutes: 5}]",
        ),
        ("deck", "text: Een stelling.", "kind: work-form, title: A, goal: B, minutes: 1h30, steps: [a]"),
        ("kind", "label: Tekst", "label: Tekst, required: true"),
        ("kind", "label: Tekst", "label: Tekst, required: 'true'"),
        ("kind", "title: Proef\n", "extends: statement\nchange: {text: {style: body}}\n"),
        ("workshop", "13:30", "9 uur"),
        ("workshop", "13:30", "om 9:00"),
        ("workshop", "participants: 24", "meetings: [{title: Een, start: 13:30, blocks: [{title: a, minutes: 5}]}]"),
        ("workshop", "title: Welkom", "deck: ons-eigen-spel"),
        ("size", "50 mm", "50"),
        ("size", "50 mm", "'5,5 cm'"),
    ],
)
def test_what_our_reader_takes_is_right(name, right, also):
    assert right in GOOD[name]
    assert complaints(name, GOOD[name].replace(right, also)) == []


# --- the patterns say what the models say -----------------------------------------------------------------


class _Values(BaseModel):
    count: Count = 0
    number: Number = 0
    length: Length = 0
    minutes: Minutes = 0
    ident: Ident = "a"
    link: Link = "https://example.nl"


TRIED = [
    "45", " 45 ", "45 min", "45 MIN", "45 m.", "45 minuten", "1h30", "1u30", "1 uur 30", "1 uur 75", "1,5 uur", "1.5u",
    "2 hours", "lang", "", "-3", "-3,5", "1_000", "0x10", "1e3", "12345678901", "63 mm", "6,3 cm", "6.3cm",
    "63 MM", "63 inch", "een-twee", "Een", "een--twee", "een twee", "https://a.nl",
    "http://a.nl/x?y=1", "ftp://a.nl", "a.nl",
]  # fmt: skip


@pytest.mark.parametrize(
    "field, pattern",
    [
        ("count", patterns.WHOLE),
        ("number", patterns.DECIMAL),
        ("length", patterns.LENGTH),
        ("minutes", patterns.DURATION),
        ("ident", patterns.NAME),
    ],
)
@pytest.mark.parametrize("text", TRIED)
def test_patterns_accept_what_the_models_read(field, pattern, text):
    assert bool(re.search(pattern, text)) == is_read(field, text)


def is_read(field: str, text: str) -> bool:
    try:
        _Values.model_validate({field: text})
    except ValidationError:
        return False
    return True


# --- a school's own kinds -----------------------------------------------------------------------------------


def test_a_school_s_own_kind_is_in_the_schema_of_its_project(tmp_path):
    kinds = tmp_path / "layouts" / "kinds"
    kinds.mkdir(parents=True)
    (kinds / "droom.yaml").write_text(
        "kind: droom\ntitle: Droomkaart\nextends: statement\nfields:\n"
        "  stap: {type: choice, label: Eerste stap, choices: [nu, later, 2], required: true}\n",
        encoding="utf-8",
    )
    project = Project(tmp_path)
    deck = made.schemas(project)["deck"]
    assert project.problems == []
    assert "droom" in deck["properties"]["kind"]["anyOf"][0]["enum"]
    checker = Draft202012Validator(deck)
    card = {"id": "een", "kind": "droom", "text": "Wat als…", "stap": "nu"}
    whole = {"deck": "dromen", "title": "Dromen", "kind": "statement", "cards": [card]}
    assert list(checker.iter_errors(whole)) == []
    for wrong in ("morgen", 3, None):
        assert list(checker.iter_errors(whole | {"cards": [card | {"stap": wrong}]}))
    assert list(checker.iter_errors(whole | {"cards": [card | {"stap": 2}]})) == []
    assert not list(Draft202012Validator(schema("deck")).iter_errors(whole)), "unknown here, so anything goes"
