import pytest

from kaartenspel.problems import Code, Source
from kaartenspel.reading.decode import MOST, decode, unprintable

TEXT = "deck: proef\ntitle: één ‘twee’ 😀\n"
LINES = ("deck: proef", "title: één ‘twee’ 😀")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_what_is_certain_is_read(encoding, end):
    source, problems = decode(TEXT.replace("\n", end).encode(encoding), "x")
    assert problems == ()
    assert source.lines == LINES


def test_utf_16_of_either_kind():
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        assert decode(mark + TEXT.encode(encoding), "x")[0].lines == LINES


def only(data: bytes):
    _source, problems = decode(data, "x")
    (problem,) = problems
    return problem


def test_windows_1252_is_shown_as_it_would_read():
    problem = only("één\nwat ‘dit’\n".encode() + "café\n".encode("cp1252"))
    assert (problem.code, problem.place.line, problem.place.column) == (Code.ENCODING, 3, 4)
    assert problem.place.text == "café"
    assert "‘é’" in problem.hint


def test_a_byte_that_windows_1252_lacks_gets_no_guess():
    problem = only(b"a: \x81")
    assert problem.code is Code.ENCODING
    assert "1252" not in problem.hint


@pytest.mark.parametrize(
    "data, code",
    [
        (b"", Code.EMPTY_FILE),
        (b"\n \n\t\n# x", Code.EMPTY_FILE),
        (b"\xef\xbb\xbf", Code.EMPTY_FILE),
        (b"\xff\xfe", Code.EMPTY_FILE),
        (b"\n" * 10_000 + b"a" * 10 + b"\0", Code.NOT_TEXT),
        (b"PK\x03\x04rest", Code.NOT_TEXT),
        (b"\x89PNG\r\n", Code.NOT_TEXT),
        (b"\xff\xfea", Code.ENCODING),
        ("a: b".encode("utf-16-le"), Code.ENCODING),
        ("a: b".encode("utf-32"), Code.NOT_TEXT),
    ],
)
def test_what_cannot_be_read(data, code):
    assert only(data).code is code


@pytest.mark.parametrize("text", ["a: \x1b[0m", "a: \ufeffb", "a\x85", "\u2028"])
def test_what_nobody_can_see(text):
    (problem,) = unprintable(Source("x", (text,)))
    assert problem.code is Code.CONTROL_CHARACTER


def test_a_file_full_of_controls_gives_a_bounded_number():
    assert len(list(unprintable(Source("x", ("a\x07" * 5000,))))) == MOST


def test_many_blank_lines_are_no_trouble():
    assert decode(b"\n" * 100_000 + b"a: b", "x")[1] == ()
