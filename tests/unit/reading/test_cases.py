"""Every broken file in tests/cases/reading gives exactly the problems that stand in it as `# expect:` lines."""

import re
from pathlib import Path

import pytest

from kaartenspel.problems import Code
from kaartenspel.reading.files import read, read_stream

CASES = sorted((Path(__file__).parents[2] / "cases" / "reading").glob("*.yaml"))
EXPECT = re.compile(rb"# expect: ([a-z-]+) (\d+):(\d+)")
NOT_IN_A_FILE = {Code.CANNOT_READ}  # tests/unit/reading/test_files.py

Seen = list[tuple[int, int, str]]


def expected(data: bytes) -> Seen:
    """What the file says of itself; NUL bytes are left out so that a UTF-16 file can say it too."""
    found = EXPECT.findall(data.replace(b"\0", b""))
    return sorted((int(line), int(column), code.decode()) for code, line, column in found)


def given(data: bytes) -> Seen:
    _value, problems = read_stream(data, "case.yaml")
    return sorted((problem.place.line, problem.place.column, str(problem.code)) for problem in problems)


def compare(data: bytes) -> None:
    assert given(data) == expected(data)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_gives_what_it_says(path):
    compare(path.read_bytes())


@pytest.mark.parametrize(
    "text",
    [
        "a: b\na: c\n",
        "a: b\n# expect: duplicate-key 1:1\n",
        "a: b\na: c\n# expect: duplicate-key 2:2\n",
        "a: b\na: c\n# expect: duplicate-key 3:1\n",
        "a: b\na: c\n# expect: quote-needed 2:1\n",
        "a: b\na: c\n# expect: duplicate-key 2:1\n# expect: duplicate-key 2:1\n",
    ],
    ids=["one too many", "one too few", "other column", "other line", "other code", "expected twice"],
)
def test_the_comparison_can_fail(text):
    with pytest.raises(AssertionError):
        compare(text.encode())


def test_every_problem_of_reading_has_a_case():
    of_reading = list(Code)[: list(Code).index(Code.WRONG_SHAPE)]
    shown = {code for path in CASES for _line, _column, code in expected(path.read_bytes())}
    assert {str(code) for code in of_reading} - shown == set()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_speaks_plainly(path):
    _value, problems = read(path)
    words = " ".join(f"{problem.message} {problem.hint}" for problem in problems)
    assert not re.search(
        r"mapping|scalar|token|anchor|alias|\btag\b|node|\bflow\b|{\w+}(?! )", words.replace("{naam}", "")
    )
