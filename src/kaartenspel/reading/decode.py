"""Bytes into lines, only where the encoding is certain.

UTF-8, and UTF-16 where a byte order mark says so, are read. Everything else would be a guess, and a wrong
guess prints wrong letters on paper: then there is a problem that shows what the guess would give.
"""

import codecs
import re
from collections.abc import Iterator
from itertools import islice

from kaartenspel.messages import _
from kaartenspel.problems import Code, Place, Problem, Source

Decoded = tuple[Source, tuple[Problem, ...]]

MOST = 20
"""So many unprintable characters are shown one by one: a file with more needs another remedy."""

# How PDF, zip (and so Word, Excel and their like), PNG, JPEG, old Office, GIF, gzip, fonts and 7-Zip begin.
BINARY = (
    *(b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"\xd0\xcf\x11\xe0"),
    *(b"GIF8", b"\x1f\x8b", b"wOF", b"7z\xbc"),
)
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
UTF_32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)

# Controls, the line ends that only YAML 1.1 knows, a byte order mark in the middle, and non-characters.
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


def decode(data: bytes, name: str) -> Decoded:
    """The lines of this file, with what makes them unfit to be read further."""
    if data.startswith(BINARY):
        return _refused(name, Code.NOT_TEXT, _("this is no text file but a document, a picture or an archive"))
    if data.startswith(UTF_16) and not data.startswith(UTF_32):
        return _decode_utf_16(data, name)
    if b"\0" in data:
        return _nul(data, name)
    return _decode_utf_8(data.removeprefix(codecs.BOM_UTF8), name)


def _decode_utf_16(data: bytes, name: str) -> Decoded:
    try:
        return _checked(data.decode("utf-16"), name)
    except UnicodeDecodeError:
        return _refused(name, Code.ENCODING, _("this file begins as UTF-16 but is damaged further on"))


def _nul(data: bytes, name: str) -> Decoded:
    """A NUL is in no text; one in every two bytes is what UTF-16 without a mark looks like."""
    halves = sorted((data[0:200:2].count(0), data[1:200:2].count(0)))
    if halves[0] == 0 and halves[1] > 0.4 * len(data[:200]):
        return _refused(name, Code.ENCODING, _("this file seems to be UTF-16 but does not begin by saying so"))
    return _refused(name, Code.NOT_TEXT, _("this is no text file: it holds bytes that are in no text"))


def _decode_utf_8(data: bytes, name: str) -> Decoded:
    try:
        return _checked(data.decode("utf-8"), name)
    except UnicodeDecodeError as fault:
        return _not_utf_8(data, fault.start, name)


def _not_utf_8(data: bytes, at: int, name: str) -> Decoded:
    """Shows the bad bytes as Windows-1252 has them, for that is what they nearly always turn out to be."""
    source = Source(name, _lines(data.decode("utf-8", errors=AS_WINDOWS_1252)))
    before = _normal(data[:at].decode("utf-8"))
    place = Place(source, before.count("\n") + 1, len(before) - before.rfind("\n"))
    message = _("this file is not UTF-8: from here on letters would go wrong")
    guess = data[at : at + 1].decode("cp1252", errors="replace")
    if guess == "\ufffd":
        return source, (Problem(Code.ENCODING, message, place, _save_as_utf_8()),)
    hint = _("read as Windows-1252 this is ‘{guess}’: open the file in your editor as that, and save it as UTF-8")
    return source, (Problem(Code.ENCODING, message, place, hint.format(guess=guess)),)


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    """For `decode`: the letters that Windows-1252 has in the place of bytes that are no UTF-8."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


AS_WINDOWS_1252 = "kaartenspel-as-windows-1252"
codecs.register_error(AS_WINDOWS_1252, _as_windows_1252)


def _save_as_utf_8() -> str:
    return _("open the file in your editor and save it as UTF-8")


def _checked(text: str, name: str) -> Decoded:
    """The source, with a problem if there is nothing in it."""
    source = Source(name, _lines(text))
    if not any(line.strip(" \t") and not line.lstrip(" \t").startswith("#") for line in source.lines):
        message = _("this file is empty, or holds only comments")
        return source, (Problem(Code.EMPTY_FILE, message, Place(source, 1, 1)),)
    return source, ()


def unprintable(source: Source) -> Iterator[Problem]:
    """The first characters that nobody can see, each with its number: an editor can search for that."""
    message = _("there is an invisible character here that cannot be printed: {name}")
    hint = _("remove it: it was probably copied along from another program")
    for number, column, sign in islice(_invisible(source.lines), MOST):
        place = Place(source, number, column)
        yield Problem(Code.CONTROL_CHARACTER, message.format(name=f"U+{ord(sign):04X}"), place, hint)


def _invisible(lines: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    for number, line in enumerate(lines, start=1):
        for found in UNPRINTABLE.finditer(line):
            yield number, found.start() + 1, found[0]


def _refused(name: str, code: Code, message: str) -> Decoded:
    """No lines at all: what cannot be read cannot be shown either."""
    hint = _("a deck is a text file in YAML; a spreadsheet is read by ‘kaartenspel import’")
    source = Source(name)
    problem = Problem(code, message, Place(source, 1, 1), hint if code is Code.NOT_TEXT else _save_as_utf_8())
    return source, (problem,)


def _normal(text: str) -> str:
    """Line ends of Windows and of old Macs become those of everyone else."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _lines(text: str) -> tuple[str, ...]:
    """Split at line ends alone: `splitlines` also splits at what may stand inside a text."""
    lines = _normal(text).split("\n")
    return tuple(lines[:-1] if lines[-1] == "" else lines)
