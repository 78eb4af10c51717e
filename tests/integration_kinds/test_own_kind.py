"""A kind of card made by YAML alone, with a field of each type: builds, is checked, appears where one looks for it."""

from typing import get_args

import pytest
from jsonschema import Draft202012Validator

from kaartenspel.drawing import Modules
from kaartenspel.load.project import Project
from kaartenspel.load.schema import schemas
from kaartenspel.model.kind import FieldType
from kaartenspel.press.build import make_jobs
from kaartenspel.press.request import BuildRequest

FIELDS = """\
fields:
  title: {type: text, label: Droom, required: true}
  why: {type: rich, label: Waarom, required: true, description: Wat het oplevert.}
  needed: {type: list, label: Nodig, least: 1, most: 3}
  cost: {type: number, label: Kosten, least: 0, most: 500}
  minutes: {type: minutes, label: Duur, least: 5, most: 90}
  mood: {type: choice, label: Sfeer, choices: [hoopvol, spannend]}
  more: {type: link, label: Meer lezen}
  steps: {type: steps, label: Zo begin je, least: 1, most: 4}
  people: {type: group-size, label: Groep}
  image: {type: picture, label: Plaatje}
"""
ALONE = f"""\
# yaml-language-server: $schema=../../schemas/kind.schema.json
kind: droomkaart
title: Droomkaart
size: a6
colour: question
pictogram: pencil
pattern: slant
{FIELDS}front:
  regions:
    - {{region: band}}
    - {{region: text, field: title, style: small-title}}
    - {{region: text, field: why, style: body}}
    - {{region: facts, fields: [minutes, cost, mood, people]}}
    - {{region: space}}
    - {{region: foot}}
back:
  regions:
    - {{region: band, fill: none, title: '{{kind.title}}'}}
    - {{region: list, field: needed, style: small, heading: Wat heb je nodig?}}
    - {{region: steps, field: steps, style: small, heading: Zo begin je}}
    - {{region: text, field: more, style: source}}
    - {{region: picture, field: image}}
"""
ON_TOP = """\
kind: droomkaart
title: Droomkaart
extends: work-form
size: a6
colour: question
fields:
  title: {label: Droom}
  goal: {required: false}
  why: {type: rich, label: Waarom, required: true}
  needed: {type: list, label: Nodig, least: 1, most: 3}
  cost: {type: number, label: Kosten, least: 0, most: 500}
  minutes: {label: Duur, required: false, least: 5, most: 90}
  mood: {type: choice, label: Sfeer, choices: [hoopvol, spannend]}
  more: {type: link, label: Meer lezen}
  steps: {required: false, most: 4}
  image: {type: picture, label: Plaatje}
change:
  title: {style: small-title}
  goal: {field: why}
  facts: {fields: [minutes, cost, mood, people]}
  steps: {style: small}
  deepening: {region: list, field: needed, style: small, heading_word: needed}
  back-foot: {region: text, field: more, style: source}
  tips: {region: picture, field: image}
"""
DECK = """\
deck: dromen
title: Dromen over school
kind: droomkaart
see: dialooginstrument
cards:
  - id: een
    title: Een dag zonder bel
    why: Rust geeft **ruimte**, ook in _jouw_ les.
    needed:
      - een kalender
      - lef
    cost: 12,5
    minutes: 1u15
    mood: hoopvol
    more: https://www.example.nl/bel
    image: bel.svg
    people: {in: duo’s, least: 2, most: 30}
    steps:
      - Kies een week.
      - {text: Zet de bel uit., minutes: 5}
"""
SAID = [
    "Een dag zonder bel", "Rust geeft ruimte, ook in jouw les.", "12,5", "75 min", "hoopvol", "duo’s, 2–30",
    "een kalender", "lef", "Kies een week.", "Zet de bel uit.", "5 min", "https://www.example.nl/bel",
]  # fmt: skip
BELL = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10v10z" fill="#c01050"/></svg>'


@pytest.fixture(params=[ALONE, ON_TOP], ids=["alone", "extending"])
def dreaming(request, school):
    (school.folder / "decks").mkdir()
    (school.folder / "decks" / "bel.svg").write_text(BELL, encoding="utf-8")
    return school.write(layouts__kinds__droomkaart=request.param, decks__dromen=DECK)


def test_it_has_a_field_of_each_type(dreaming):
    kind = Project(dreaming.folder).kind("droomkaart", None)
    assert {spec.type for spec in kind.fields.values()} == set(get_args(FieldType))


@pytest.mark.parametrize("size", ["poker", "a6", "tarot"])
def test_its_texts_are_in_the_pdf(dreaming, size):
    pdf, result = dreaming.build("dromen", size=size)
    assert result.size == size
    printed = squeezed("".join(run.text for page in range(len(pdf)) for run in pdf.words(page)))
    assert [said for said in SAID if squeezed(said) not in printed] == []
    assert (0xC0 / 255, 0x10 / 255, 0x50 / 255) in {rounded(shape.colour) for shape in shapes(pdf)}


def test_a_link_is_printed_to_be_read_and_qrs_come_from_the_register_alone(dreaming):
    """The codes on the drawn faces; that a drawn code is printed and opens is shown elsewhere."""
    project = Project(dreaming.folder)
    (job,) = make_jobs(project, BuildRequest(decks=("dromen",)))
    opened = [item.link for face in job.faces_of("een") for item in face.items if isinstance(item, Modules)]
    extending = project.kind("droomkaart", None).extends is not None
    assert set(opened) <= {project.origins()["dialooginstrument"].link}
    assert extending or opened  # what `work-form` has at its foot went for the link's text


def squeezed(text):
    """Without spaces and hyphens at a line's end (U+0002 to pdfium), in the order in which it was painted."""
    return text.replace("\x02", "").replace(" ", "")


def rounded(colour):
    return tuple(round(part * 255) / 255 for part in colour)


def shapes(pdf):
    return [shape for page in range(len(pdf)) for shape in pdf.paths(page)]


@pytest.mark.parametrize(
    "right, wrong, line, code",
    [
        ("    title: Een dag zonder bel\n", "", 6, "missing-field"),
        ("    title: Een", "    titel: Een", 7, "unknown-field"),
        ("why: Rust geeft **ruimte**", "why: Rust geeft <b>ruimte</b>", 8, "markup"),
        ("      - lef\n", "      - lef\n      - moed\n      - tijd\n", 10, "wrong-value"),
        ("cost: 12,5", "cost: twaalf", 12, "wrong-value"),
        ("cost: 12,5", "cost: 501", 12, "wrong-value"),
        ("minutes: 1u15", "minutes: een lesuur", 13, "wrong-value"),
        ("minutes: 1u15", "minutes: 3", 13, "wrong-value"),
        ("mood: hoopvol", "mood: hoopvoll", 14, "wrong-value"),
        ("https://www.example.nl/bel", "www.example.nl/bel", 15, "bad-link"),
        ("image: bel.svg", "image: fluit.svg", 16, "picture-missing"),
        ("{in: duo’s, least: 2,", "{in: duo’s, least: 40,", 17, "wrong-value"),
        ("people: {in: duo’s", "people: {met: duo’s", 17, "unknown-field"),
        ("minutes: 5}", "minuten: 5}", 20, "unknown-field"),
    ],
)
def test_its_fields_are_checked(dreaming, right, wrong, line, code):
    assert right in DECK
    found = dreaming.write(decks__dromen=DECK.replace(right, wrong)).problems()
    assert ("dromen.yaml", line, code) in found


def test_what_is_right_has_no_problems(dreaming):
    assert dreaming.problems() == []


def test_it_is_listed_as_the_school_s_own(dreaming):
    done = dreaming.run("kaartenspel list kinds")
    (row,) = [line for line in done.stdout.splitlines() if line.startswith("droomkaart ")]
    assert "Droomkaart" in row
    assert "why*" in row
    assert "layouts/kinds/droomkaart.yaml" in row


def test_it_is_in_the_editor_s_schema_of_this_project(dreaming):
    checker = Draft202012Validator(schemas(Project(dreaming.folder))["deck"])
    card = {
        "id": "een", "title": "Een dag", "why": "Rust.", "needed": ["lef"], "cost": 12.5, "minutes": "1u15",
        "mood": "hoopvol", "more": "https://example.nl", "image": "bel.svg", "people": {"in": "duo’s", "least": 2},
        "steps": ["Kies.", {"text": "Doe.", "minutes": 5}],
    }  # fmt: skip
    deck = {"deck": "dromen", "title": "Dromen", "kind": "droomkaart", "cards": [card]}
    assert list(checker.iter_errors(deck)) == []
    wrongs = (
        {"cost": 501}, {"cost": "veel"}, {"mood": "boos"}, {"needed": []}, {"more": "example.nl"}, {"why": ""},
        {"people": "duo’s"}, {"steps": "Kies."}, {"minutes": 91}, {"image": "bel.docx"}, {"titel": "Een dag"},
    )  # fmt: skip
    for wrong in wrongs:
        assert list(checker.iter_errors(deck | {"cards": [card | wrong]})), wrong


def test_a_kind_that_shows_what_it_has_not_is_told_so(school):
    school.write(layouts__kinds__droomkaart=ALONE.replace("field: why", "field: waarom"), decks__dromen=DECK)
    assert ("droomkaart.yaml", 23, "unknown-name") in school.problems()


def test_a_change_without_a_kind_to_change_is_a_problem(school):
    school.write(layouts__kinds__droomkaart=ALONE + "change: {band: {pictogram: false}}\n", decks__dromen=DECK)
    last = len(ALONE.splitlines()) + 1
    assert ("droomkaart.yaml", last, "missing-field") in school.problems()


def test_a_change_of_a_part_that_is_not_there_is_a_problem(school):
    wrong = ON_TOP.replace("  goal: {field: why}", "  doel: {field: why}")
    school.write(layouts__kinds__droomkaart=wrong, decks__dromen=DECK)
    assert ("droomkaart.yaml", 19, "unknown-name") in school.problems()
