"""Whatever is typed, reading gives a value or problems, and never anything else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaartenspel.problems import Source
from kaartenspel.reading.files import read_stream
from kaartenspel.reading.line import escaped, quoted
from kaartenspel.reading.parse import parse
from kaartenspel.reading.values import Fields, Items, Scalar, Value, plain

SIGNS = "\"'[]{},&*!@%`|>#:-\\\n\n \t\r\u00a0é😀ab"
WORDS = [": ", "- ", "\n  ", "\n    ", " #", "# ", "? ", "<<", "---", "...", "'t", "a: b", "\n- ", "\n  - ", "\na: "]
PIECES = st.sampled_from([*SIGNS, *WORDS, "\n  b: ", "|\n  ", ">-\n", "%YAML", "\\x", "12:30"])
YAMLISH = st.lists(PIECES, max_size=60).map("".join)
PRINTABLE = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"], exclude_characters="\ufeff")
)


def walk(value: Value):
    yield value
    if isinstance(value, Items):
        for item in value.values:
            yield from walk(item)
    if isinstance(value, Fields):
        for key, item in value.entries:
            yield from (*walk(key), *walk(item))


def check(value: Value | None, problems) -> None:
    assert value is not None or problems
    for place in [problem.place for problem in problems] + [item.place for item in (walk(value) if value else ())]:
        assert place.line >= 1
        assert place.column >= 1
        assert place.width >= 1
        assert place.column <= len(place.text) + 1
    assert all(problem.message for problem in problems)


@given(YAMLISH)
@settings(max_examples=1000, deadline=None)
def test_anything_that_looks_like_yaml(text):
    check(*read_stream(text.encode(), "x"))


@given(st.text())
@settings(max_examples=300, deadline=None)
def test_any_text(text):
    check(*read_stream(text.encode(), "x"))
    parse(Source("x", tuple(text.split("\n"))))


@given(st.binary())
@settings(max_examples=300, deadline=None)
def test_any_bytes(data):
    check(*read_stream(data, "x"))


@given(PRINTABLE)
@settings(max_examples=500, deadline=None)
@pytest.mark.parametrize("form", [quoted, lambda text: f'"{escaped(text)}"'], ids=["fewest changes", "double"])
def test_a_quoted_text_comes_back(form, text):
    value, problems = read_stream(f"text: {form(text)}\n".encode(), "x")
    assert problems == ()
    assert value is not None
    assert plain(value) == {"text": text}


@given(PRINTABLE)
@settings(max_examples=500, deadline=None)
def test_a_text_without_quotes_comes_back_or_is_a_problem(text):
    """Nothing is lost in silence: spaces around a text are the only thing that may go."""
    value, problems = read_stream(f"text: {text}\n".encode(), "x")
    entries = value.entries if isinstance(value, Fields) else ()
    if not problems and len(entries) == 1 and isinstance(entries[0][1], Scalar) and not entries[0][1].quoted:
        read = entries[0][1].text
        rest = text.strip(" ").removeprefix(read).strip()
        assert text.strip(" ").startswith(read)
        assert not rest or rest == "#" or rest.startswith("# ")
