import gc

import pytest
import yaml

from kaartenspel.problems import Code, Source
from kaartenspel.reading import build
from kaartenspel.reading.parse import MENDS, parse
from kaartenspel.reading.values import plain

from .test_cases import CASES, expected, given


def read(text: str):
    value, problems = parse(Source("x.yaml", tuple(text.split("\n"))))
    return (None if value is None else plain(value)), problems


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "{" * 100_000,
        "- " * 100_000,
        "[\n" * 100_000,
        "{a: " * 100_000,
        "? " * 100_000,
        "".join(" " * depth + "a:\n" for depth in range(500)),
    ],
    ids=["brackets", "braces", "dashes", "lines", "keys", "questions", "indentation"],
)
def test_depth_is_a_problem_and_no_crash(text):
    value, problems = read(text)
    assert value is None
    assert 1 <= len(problems) <= 2
    assert Code.TOO_DEEP in {problem.code for problem in problems}


def test_sixty_four_deep_is_allowed():
    assert read("[" * 64 + "]" * 64)[1] == ()
    assert [problem.code for problem in read("[" * 65 + "]" * 65)[1]] == [Code.TOO_DEEP]


@pytest.mark.parametrize(
    "typed, text, shown",
    [
        ("Let op: dit", "Let op: dit", '"Let op: dit"'),
        ('"Samen" leren', '"Samen" leren', "'\"Samen\" leren'"),
        ('"Samen" leren, foto\'s', '"Samen" leren, foto\'s', "'\"Samen\" leren, foto''s'"),
        ("@school", "@school", '"@school"'),
        ("'t Is goed", "'t Is goed", '"\'t Is goed"'),
        ('"open', "open", '"open"'),
        ("een: twee # opmerking", "een: twee", '"een: twee"'),
        ("een: a\\b", "een: a\\b", "'een: a\\b'"),
        ('een: twee\n    drie "vier"', 'een: twee drie "vier"', "'een: twee drie \"vier\"'"),
    ],
)
def test_a_proposal_is_what_reading_went_on_with(typed, text, shown):
    value, problems = read(f"a: goed\nb: {typed}\nc: ook\n")
    assert value == {"a": "goed", "b": text, "c": "ook"}
    assert [problem.hint for problem in problems] == [f"write: b: {shown}"]
    assert read(f"b: {shown}\n") == ({"b": text}, ())


def test_all_such_lines_in_one_run():
    problems = read("".join(f"a{number}: zo: zo\n" for number in range(MENDS)))[1]
    assert [problem.place.line for problem in problems] == list(range(1, MENDS + 1))


def test_there_is_an_end_to_mending():
    value, problems = read("".join(f"a{number}: zo: zo\n" for number in range(500)))
    assert value is None
    assert MENDS <= len(problems) <= MENDS + 1


def test_places_hold_behind_a_mended_text():
    value, problems = parse(Source("x", ("a: {b: x: y, c: z}", "d: [@x, 'y', \"", '  z"]', "e: f")))
    assert [(problem.place.line, problem.place.column) for problem in problems] == [(1, 9), (2, 5)]
    assert value is not None
    (_a, first), (_d, second), *_rest = value.entries
    assert (first.get("c").place.column, first.get("c").place.width) == (17, 1)
    assert [item.place.column for item in second.values] == [5, 9, 14]


def test_a_duplicate_names_the_first_line():
    (problem,) = read("a: b\n\na: c\n")[1]
    assert "1" in problem.message
    assert problem.place.width == 1


def test_more_than_one_problem_on_a_line_is_no_double():
    problems = read("a: x: y: z\nb: @x: y\n")[1]
    assert [problem.place.line for problem in problems] == [1, 2]


def test_a_bare_text_is_left_to_whoever_knows_the_shape():
    assert read("zomaar een tekst\n") == ("zomaar een tekst", ())


def test_nothing_is_an_empty_file():
    assert [problem.code for problem in read("")[1]] == [Code.EMPTY_FILE]


@pytest.mark.parametrize("text", ["a: b\n", "a: [\n"])
def test_the_collector_is_as_it_was(text):
    assert gc.isenabled()
    read(text)
    assert gc.isenabled()
    gc.disable()
    try:
        read(text)
        assert not gc.isenabled()
    finally:
        gc.enable()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_python_parser_gives_the_same(path, monkeypatch):
    monkeypatch.setattr(build, "LOADER", yaml.SafeLoader)
    data = path.read_bytes()
    assert given(data) == expected(data)


def test_a_mend_that_does_not_help_is_not_made_again():
    """Once each mend quoted the last one, twice as long: a text of 14 characters took a second."""
    problems = read('é\n- |\n  : "\n- a: "b\n  c": d "e\n')[1]
    assert sum(len(problem.hint) for problem in problems) < 1000
