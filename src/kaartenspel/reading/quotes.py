"""Texts that need quotes, or more of them: found on the line where YAML stopped, and quoted to read on."""

import re
from dataclasses import dataclass

from kaartenspel.messages import _
from kaartenspel.problems import Code, Problem
from kaartenspel.reading.built import Built, Fault
from kaartenspel.reading.draft import Draft
from kaartenspel.reading.indentation import extent, owner, too_deep
from kaartenspel.reading.line import Line, closing_bracket, closing_quote, escaped, quoted, take_apart
from kaartenspel.reading.refuse import HASH, proposal

SIGNS = "@`%&*!,]}"
FIELD = re.compile(r"[a-z][a-z_]*[ ]*:")
BLOCK = re.compile(r"[|>][-+0-9]{0,2}$")
APOSTROPHE = re.compile(r"'(?:[tsnkmr]|ie|em|er|ns)\b", re.IGNORECASE)  # 't, 's, 'n, 'k, 'm, 'r …


@dataclass(frozen=True, slots=True)
class Trap:
    """Why a value needs quotes; `at` is where in the value the trouble is."""

    message: str
    at: int = 0
    width: int = 1
    code: Code = Code.QUOTE_NEEDED


def trap(value: str) -> Trap | None:
    """Look at a value on its own."""
    if value[:1] in ("'", '"', "[", "{"):
        return _goes_on(value)
    special = value[:1] and value[0] in SIGNS
    if special or re.match(r"[-?](?: |$)", value) or (value[:1] in ("|", ">") and not BLOCK.match(value)):
        message = _("‘{sign}’ at the start of a text has a meaning in YAML that is not used here")
        return Trap(message.format(sign=value[0]))
    if found := re.search(r":(?: |$)", value):
        return Trap(_("a colon with a space behind it, inside a text, asks for quotes around that text"), found.start())
    if found := HASH.search(value):
        lost = value[found.start() :].strip()
        message = _("‘#’ begins a comment here, so that ‘{lost}’ would be lost").format(lost=lost)
        return Trap(message, found.start() + 1, len(lost), Code.HASH_CUTS_TEXT)
    return None


def _goes_on(value: str) -> Trap | None:
    """`"Samen" leren` and `[Let op] dit`: the text goes on where YAML sees its end."""
    quote = value[0] in "'\""
    end = closing_quote(value) if quote else closing_bracket(value)
    if not end or not value[end:].strip():
        return None
    if quote:
        return Trap(_("the text goes on behind its closing quote: the whole text needs quotes"))
    message = _("‘{sign}’ at the start of a text has a meaning in YAML that is not used here")
    return Trap(message.format(sign=value[0]))


def on_line(draft: Draft, _built: Built, fault: Fault) -> Problem | None:
    """The line of the fault, or the line whose text goes on there."""
    number = min(fault.line, len(draft.lines) - 1)
    here = take_apart(draft.lines[number])
    if "escape" in fault.about or "hexdecimal" in fault.about or "hexadecimal" in fault.about:
        return _backslash(draft, fault)
    above = owner(draft, number)
    if above is None:
        return _quote(draft, number, here, trap(here.value), number)
    first = take_apart(draft.lines[above])
    if BLOCK.match(first.value):
        return None
    found = trap(first.value)
    if found is None and FIELD.match(here.text[here.indent :]):
        return too_deep(draft, number, first)
    if found is None and closing_quote(first.value):
        found = Trap(_("the text goes on behind its closing quote: the whole text needs quotes"))
    if found is None and (further := trap(here.text[here.indent :])):
        return _quote(draft, above, first, further, number)
    return _quote(draft, above, first, found, above)


def _quote(draft: Draft, number: int, line: Line, found: Trap | None, at: int) -> Problem | None:
    """The problem on line `at`, and the text that begins on line `number` put in quotes."""
    if found is None:
        return None
    start = line.start if at == number else take_apart(draft.lines[at]).indent
    last = extent(draft, number, line)
    place = draft.place(at, start + found.at, start + found.at + found.width)
    problem = Problem(found.code, found.message, place, proposal(draft, number, last))
    enclose(draft, number, line, last)
    return problem


def enclose(draft: Draft, number: int, line: Line, last: int, skip: int = 0) -> None:
    """Put the text of these lines between double quotes, without its first `skip` characters."""
    close = '"' if last == number else ""
    draft.change(number, line.start, line.stop, f'"{escaped(line.value[skip:])}{close}')
    for below in range(number + 1, last + 1):
        text = draft.lines[below]
        close = '"' if below == last else ""
        start = len(text) - len(text.lstrip())
        draft.change(below, start, len(text), escaped(text.strip()) + close)


def _backslash(draft: Draft, fault: Fault) -> Problem:
    r"""`"C:\Users"`: between double quotes a backslash begins a code."""
    message = _("‘\\’ between double quotes begins a code, and this code does not exist")
    line = take_apart(draft.lines[fault.line])
    at = draft.lines[fault.line].rfind("\\", 0, fault.column + 1)
    place = draft.place(fault.line, max(at, 0))
    if not line.value.startswith('"') or closing_quote(line.value) != len(line.value):
        return Problem(Code.QUOTE_NEEDED, message, place, _("write ‘\\\\’ for one ‘\\’, or use single quotes"))
    text = line.value[1:-1].replace('\\"', '"')
    hint = _("write: {line}").format(line=line.with_value("'" + text.replace("'", "''") + "'"))
    draft.change(fault.line, line.start, line.stop, f'"{escaped(text)}"')
    return Problem(Code.QUOTE_NEEDED, message, place, hint)


def not_closed(draft: Draft, _built: Built, fault: Fault) -> Problem | None:
    """A quote without its partner; read on as if the text ended with its lines."""
    if fault.opened is None or not (
        fault.about == "quote" or ("quoted scalar" in fault.about and "unexpected" in fault.about)
    ):
        return None
    number, column = fault.opened
    line = take_apart(draft.lines[number])
    sign = draft.lines[number][column]
    message = _("the quote ‘{sign}’ that opens here is not closed").format(sign=sign)
    place = draft.place(number, column)
    if line.start != column:
        return Problem(Code.QUOTE_NOT_CLOSED, message, place, _("put the same quote behind the text"))
    last = extent(draft, number, line)
    skip = 0 if APOSTROPHE.match(line.value) else 1
    problem = Problem(Code.QUOTE_NOT_CLOSED, message, place, proposal(draft, number, last, skip))
    enclose(draft, number, line, last, skip)
    return problem


def in_brackets(draft: Draft, _built: Built, fault: Fault) -> Problem | None:
    """A text between brackets or braces, up to the comma behind it."""
    for number, column in _spots(draft, fault):
        text = draft.lines[number]
        start = max(text.rfind(sign, 0, column) for sign in "[{,") + 1
        ends = [end for sign in ",]}" if (end := text.find(sign, column)) >= 0]
        segment = text[start : min(ends, default=len(text))]
        name = re.match(r"\s*(?:[\w.-]+:\s+)?", segment)
        start += name.end() if name else 0
        value = text[start : min(ends, default=len(text))].rstrip()
        found = trap(value)
        if found and start > 0:
            place = draft.place(number, start + found.at, start + found.at + found.width)
            draft.change(number, start, start + len(value), f'"{escaped(value)}"')
            return Problem(found.code, found.message, place, _("write: {line}").format(line=quoted(value)))
    return None


def _spots(draft: Draft, fault: Fault) -> list[tuple[int, int]]:
    """Where to look: the fault itself, and a `#` on the line of the bracket."""
    spots = []
    if fault.line < len(draft.lines) and take_apart(draft.lines[fault.line]).value[:1] in ("[", "{"):
        spots.append((fault.line, fault.column))
    if fault.opened and "flow" in fault.about:
        found = HASH.search(draft.lines[fault.opened[0]])
        spots.extend([(fault.opened[0], found.start())] if found else [])
    return spots
