import pytest

from kaartenspel.problems import Place, Source
from kaartenspel.reading.parse import parse
from kaartenspel.reading.values import Fields, Scalar, place_at, plain

TEXT = """deck: proef
groups:
  cultuur: {title: 'Ondersteunend', code: C}
cards:
  - id: a
    text: een gewone
      tekst
    question: |

      Eerste regel.
      Tweede.
    steps:
      - text: stap
        minutes: 5
    pro:
"""


def source(text: str) -> Source:
    return Source("x.yaml", tuple(text.splitlines()))


def read(text: str):
    value, problems = parse(source(text))
    assert problems == ()
    assert value is not None
    return value


def spot(place: Place) -> tuple[int, int, int]:
    return place.line, place.column, place.width


@pytest.mark.parametrize(
    "text",
    ["no", "off", "yes", "true", "13:30", "09:00", "010", "1_000", "2025-09-01", "null", "~", "1.0", "0x1F", "+1"],
)
def test_everything_stays_text(text):
    value = read(f"a: {text}\n")
    assert plain(value) == {"a": text}


def test_values_nest():
    assert plain(read(TEXT)) == {
        "deck": "proef",
        "groups": {"cultuur": {"title": "Ondersteunend", "code": "C"}},
        "cards": [
            {
                "id": "a",
                "text": "een gewone tekst",
                "question": "\nEerste regel.\nTweede.\n",
                "steps": [{"text": "stap", "minutes": "5"}],
                "pro": "",
            }
        ],
    }


@pytest.mark.parametrize(
    "loc, expected",
    [
        ((), (1, 1, 1)),
        (("deck",), (1, 7, 5)),
        (("groups", "cultuur"), (3, 12, 1)),
        (("groups", "cultuur", "title"), (3, 20, 15)),
        (("groups", "cultuur", "code"), (3, 43, 1)),
        (("cards",), (5, 3, 1)),
        (("cards", 0), (5, 5, 1)),
        (("cards", 0, "text"), (6, 11, 10)),
        (("cards", 0, "question"), (10, 7, 13)),
        (("cards", 0, "steps", 0, "minutes"), (14, 18, 1)),
        (("cards", 0, "pro"), (15, 9, 1)),
        (("cards", 0, "missing"), (5, 5, 1)),
        (("cards", 7, "text"), (5, 3, 1)),
        (("cards", 0, "steps", 0, "TimedStep", "minutes"), (14, 18, 1)),
        (("deck", "deeper", 3), (1, 7, 5)),
    ],
)
def test_places_of_values(loc, expected):
    assert spot(place_at(read(TEXT), loc)) == expected


@pytest.mark.parametrize(
    "loc, expected",
    [
        (("deck",), (1, 1, 4)),
        (("cards", 0, "question"), (8, 5, 8)),
        (("groups", "cultuur"), (3, 3, 7)),
        (("groups", "cultuur", "code"), (3, 37, 4)),
        (("cards", 0), (5, 5, 1)),
    ],
)
def test_places_of_keys(loc, expected):
    assert spot(place_at(read(TEXT), loc, key=True)) == expected


def test_pydantic_means_the_key_by_a_last_step():
    assert spot(place_at(read(TEXT), ("groups", "cultuur", "[key]"))) == (3, 3, 7)


def test_what_is_absent_and_what_is_empty():
    value = read("a:\nb: ''\nc: true\nd: 'true'\ne: |\n  true\n")
    assert isinstance(value, Fields)
    scalars = [item for _key, item in value.entries if isinstance(item, Scalar)]
    assert [(item.text, item.quoted, item.absent) for item in scalars] == [
        ("", False, True),
        ("", True, False),
        ("true", False, False),
        ("true", True, False),
        ("true\n", True, False),
    ]


def test_a_field_is_found_by_name():
    value = read("a: x\nb: [y]\n")
    assert isinstance(value, Fields)
    found = value.get("b")
    assert found is not None
    assert plain(found) == ["y"]
    assert value.get("c") is None
