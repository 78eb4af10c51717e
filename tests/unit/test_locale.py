"""Everything people read on screen is there in Dutch and in English, Click's own words too.

`make messages` brings the catalogue up to date; what it lists as not translated goes into the `.po` by hand.
"""

import ast
import gettext
import os
import re
import subprocess
import sys
from io import BytesIO
from string import Formatter

import messages as tool
import pytest
from babel.messages.catalog import Catalog, Message


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return tool.read(tool.PO)


@pytest.fixture(scope="module")
def said() -> list[Message]:
    return [message for source in (tool.ours(), tool.clicks()) for message in source if message.id]


def forms(value) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def fields(text: str) -> list[str]:
    """The places in a text that are filled in, such as `{name!r}` and `%(prog)s`."""
    braces = [f"{{{name}!{conversion}}}" for _, name, _, conversion in Formatter().parse(text) if name is not None]
    return sorted([*braces, *re.findall(r"%\(\w+\)\w", text)])


def differing(message: Message) -> bool:
    pairs = zip(forms(message.id), forms(message.string), strict=True)
    return any(fields(said) != fields(translated) for said, translated in pairs)


def untranslated(said: list[Message], catalog: Catalog) -> list[str]:
    known = {forms(message.id)[0]: message for message in catalog if message.id}
    wanted = {forms(message.id)[0]: message.pluralizable for message in said}
    return sorted(
        text
        for text, pluralizable in wanted.items()
        if text not in known or not tool.translated(known[text]) or known[text].pluralizable < pluralizable
    )


def test_extraction_sees_our_words_and_click_s(said):
    texts = {forms(message.id)[0] for message in said}
    assert {"two files of one name: {one} and {other}", "Options", "Show this message and exit."} <= texts


def calls(tree: ast.AST) -> list[ast.Call]:
    """The calls that translate, those inside an f-string too, which Babel passes over in Python 3.11."""
    named = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    return [call for call in named if call.func.id in ("_", "plural")]


def test_no_message_of_ours_escapes_extraction(said):
    texts = {text for message in said for text in forms(message.id)}
    for path in sorted(tool.SOURCE.rglob("*.py")):
        for call in calls(ast.parse(path.read_text(encoding="utf-8"))):
            ours = [argument.value if isinstance(argument, ast.Constant) else None for argument in call.args[:2]]
            assert ours[0] in texts, f"{path}:{call.lineno}"
            assert call.func.id == "_" or ours[1] in texts, f"{path}:{call.lineno}"


def test_every_message_of_ours_and_of_click_is_translated(said, catalog):
    assert untranslated(said, catalog) == []


def test_a_missing_translation_is_seen():
    catalog = Catalog(locale="nl")
    catalog.add("known", "bekend")
    catalog.add("empty", "")
    catalog.add(("one", "many"), ("een", ""))
    said = [Message("known"), Message("empty"), Message("new"), Message(("one", "many"))]
    assert untranslated(said, catalog) == ["empty", "new", "one"]


def test_translations_fill_in_the_same_fields(catalog):
    translated = [message for message in catalog if message.id and tool.translated(message)]
    assert [message.id for message in translated if differing(message)] == []


@pytest.mark.parametrize(
    ("said", "translated"),
    [
        ("no {name}", "geen {naam}"),
        ("no {name!r}", "geen {name}"),
        ("%(prog)s", "%(prog)d"),
        (("{n} card", "{n} cards"), ("{n} kaart", "{m} kaarten")),
    ],
)
def test_a_differing_field_is_seen(said, translated):
    assert differing(Message(said, translated))


def test_nothing_is_marked_as_doubtful(catalog):
    assert [message.id for message in catalog if message.fuzzy and message.id] == []


def test_nothing_of_ours_is_kept_that_the_code_no_longer_says(said, catalog):
    now = {forms(message.id)[0] for message in said}
    of_click = {tool.CLICK}
    ours = [message for message in catalog if message.id and {name for name, _line in message.locations} != of_click]
    assert [message.id for message in ours if forms(message.id)[0] not in now] == []


def test_the_compiled_catalogue_is_fresh(catalog):
    assert as_read(tool.MO.read_bytes()) == as_read(tool.as_mo(catalog)), "run `make messages`"


def as_read(compiled: bytes) -> dict[object, str]:
    return dict(gettext.GNUTranslations(BytesIO(compiled))._catalog)


def test_the_files_hold_no_date_and_no_name(catalog):
    header = tool.PO.read_text(encoding="utf-8").split("\n\n", 1)[0]
    assert not re.search(r"Date|Translator|Team|Generated|Version: \d\.\d.*Babel", header)
    assert b"POT-Creation-Date" not in tool.MO.read_bytes()
    assert tool.as_mo(catalog) == tool.as_mo(catalog)


def test_a_second_run_changes_nothing(catalog, tmp_path):
    again = tmp_path / "again.po"
    again.write_bytes(tool.as_po(tool.merged(catalog, [])))
    assert tool.as_po(tool.merged(tool.read(again), [])) == again.read_bytes()


def test_other_files_are_taken_over_and_what_is_gone_goes(tmp_path):
    (tmp_path / "code.py").write_text("_('hello {name}')\nplural('{n} card', '{n} cards', 2)\n", encoding="utf-8")
    known, extra = Catalog(locale="nl"), Catalog(locale="nl")
    known.add("gone", "weg")
    known.add("hello {name}", "dag {name}")
    extra.add("hello {name}", "hoi {name}")
    extra.add(("{n} card", "{n} cards"), ("{n} kaart", "{n} kaarten"))
    catalog = tool.merged(known, [extra], tmp_path)
    assert "gone" not in catalog
    assert catalog["hello {name}"].string == "hoi {name}"
    assert catalog["{n} card"].string == ("{n} kaart", "{n} kaarten")


# --- as people see it: Click's words follow the language of the run, whatever the environment says ----------

PROGRAM = """
import sys
import click
from kaartenspel import messages

messages.use(sys.argv.pop(1))

@click.group()
@click.version_option("1.0", prog_name="x")
def x(): pass

@x.command()
@click.argument("deck")
@click.option("--size", type=click.Choice(["a6", "a5"]), default="a6", show_default=True)
@click.option("--sets", type=click.IntRange(1, 9), required=True)
def build(deck, size, sets): pass

x()
"""
ENVIRONMENTS = [{}, {"LANGUAGE": "de"}, {"LC_ALL": "C"}, {"LANG": "nl_NL.UTF-8"}, {"LANGUAGE": "de:en", "LC_ALL": "C"}]


def run(language: str, arguments: str, environment: dict[str, str]) -> str:
    plain = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG"))}
    result = subprocess.run(
        [sys.executable, "-c", PROGRAM, language, *arguments.split()],
        env=plain | {"PYTHONUTF8": "1"} | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in result.stderr
    return result.stdout + result.stderr


SPOKEN = [
    ("--help", ["Gebruik:", "Opties", "Opdrachten", "Toon deze"], ["Usage:", "Options", "Commands", "Show this"]),
    ("--version", ["x, versie 1.0"], ["x, version 1.0"]),
    ("build --help", ["standaard: a6", "verplicht"], ["default: a6", "required"]),
    ("build", ["Fout: Er ontbreekt een argument 'DECK'", "Uitleg"], ["Error: Missing argument 'DECK'", "Try"]),
    ("build d", ["Er ontbreekt een optie '--sets'"], ["Missing option '--sets'"]),
    ("build d --sets 10", ["10 ligt niet binnen 1<=x<=9"], ["10 is not in the range 1<=x<=9"]),
    ("build d --size a7", ["niet een van 'a6', 'a5'"], ["is not one of 'a6', 'a5'"]),
    ("build d --sezt 1", ["--sezt", "bestaat niet"], ["No such option", "--sezt"]),
    ("built", ["De opdracht 'built' bestaat niet"], ["No such command 'built'"]),
    ("build d e --sets 1", ["te veel: (e)"], ["unexpected extra argument"]),
]


@pytest.mark.parametrize(("arguments", "dutch", "english"), SPOKEN)
def test_click_speaks_the_language_of_the_run(arguments, dutch, english):
    said = run("nl", arguments, {})
    assert [words for words in dutch if words not in said] == []
    said = run("en", arguments, {})
    assert [words for words in english if words not in said] == []


@pytest.mark.parametrize("environment", ENVIRONMENTS)
def test_the_environment_has_no_say(environment):
    assert "Gebruik:" in run("nl", "--help", environment)
    assert "Usage:" in run("en", "--help", environment)
