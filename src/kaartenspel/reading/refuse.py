"""What YAML reads without complaint, and a writer of cards never meant.

Each of these loses text in silence or brings in machinery that no deck needs, so each is a problem.
"""

import re
from collections.abc import Callable
from typing import Any

from kaartenspel.messages import _
from kaartenspel.problems import Code, Place, Problem
from kaartenspel.reading.draft import Draft
from kaartenspel.reading.line import quoted, take_apart
from kaartenspel.reading.values import Scalar

HASH = re.compile(r"(?:^|[ \t])#\S")
HASH_BEHIND = re.compile(r"[ \t]*(?P<lost>#\S.*)$")
QUESTION = re.compile(r"[ ]*(?:-[ ]+)*(?P<sign>\?)(?:[ ]|$)")


def lines_with_hash(draft: Draft) -> frozenset[int]:
    """The lines that deserve a look: a `#` with a space behind it is a comment on purpose."""
    if " #" not in draft.text and "\t#" not in draft.text:
        return frozenset()
    return frozenset(number for number, line in enumerate(draft.lines) if HASH.search(line))


def hash_behind(draft: Draft, first: int, start: int, last: int, stop: int) -> list[Problem]:
    """A `#` behind an unquoted text cuts off the rest of the line."""
    found = HASH_BEHIND.match(draft.lines[last], stop)
    if found is None:
        return []
    lost = found["lost"].rstrip()
    at = found.start("lost")
    message = _("‘#’ begins a comment here, so that ‘{lost}’ would be lost").format(lost=lost)
    place = draft.place(last, at, at + len(lost))
    whole = first == last and take_apart(draft.lines[first]).start in (start, at)
    hint = proposal(draft, first) if whole else _("put the whole text in double quotes")
    hint = _("{hint} (or is it a comment? then put a space behind the ‘#’)").format(hint=hint)
    return [Problem(Code.HASH_CUTS_TEXT, message, place, hint)]


def proposal(draft: Draft, first: int, last: int | None = None, skip: int = 0) -> str:
    """The line as it would be right: its value in quotes, continuation lines joined to it.

    `skip` leaves out the first characters of the value: a quote that was never closed.
    """
    line = take_apart(draft.lines[first])
    rest = [text.strip() for text in draft.lines[first + 1 : (last or first) + 1]]
    text = " ".join(part for part in (line.value[skip:], *rest) if part)
    return _("write: {line}").format(line=line.with_value(quoted(text)))


def decoration(draft: Draft, line: int, column: int, event: Any) -> Problem:
    """`&x`, `*x` and `!x` name, repeat and label values in YAML; in a text they vanish."""
    word = draft.lines[line][column:].split(" ", 1)[0]
    message = _("‘{sign}’ at the start of a text has a meaning in YAML that is not used here").format(sign=word[:1])
    own = take_apart(draft.lines[line]).start == column
    hint = proposal(draft, line) if own and _is_text(event) else ""
    hint = hint or _("leave out ‘{word}’, or put the text in double quotes").format(word=word)
    return Problem(Code.QUOTE_NEEDED, message, draft.place(line, column, column + len(word)), hint)


def _is_text(event: Any) -> bool:
    """Whether the event is one text on one line."""
    one_line: bool = event.start_mark.line == event.end_mark.line
    return one_line and not hasattr(event, "flow_style")


def question_keys(draft: Draft, inside: Callable[[int], bool]) -> list[Problem]:
    """`? ` at the start of a line makes a key of the text behind it."""
    return [
        question(draft, number)
        for number, line in enumerate(draft.lines)
        if QUESTION.match(line) and not inside(number)
    ]


def question(draft: Draft, number: int) -> Problem:
    """One of those lines."""
    message = _("‘{sign}’ at the start of a text has a meaning in YAML that is not used here").format(sign="?")
    place = draft.place(number, draft.lines[number].index("?"))
    return Problem(Code.QUOTE_NEEDED, message, place, proposal(draft, number))


def odd_key(draft: Draft, line: int, column: int) -> Problem:
    """A list or a mapping before a colon: mostly a text that begins with a bracket."""
    message = _("a name before a colon cannot be a list")
    return Problem(Code.QUOTE_NEEDED, message, draft.place(line, column), proposal(draft, line))


def merge(place: Place) -> Problem:
    """`<<` copies another mapping's keys, which needs the anchors that are refused."""
    message = _("‘<<’ copies fields from elsewhere in YAML: that is not used here")
    return Problem(Code.YAML_SYNTAX, message, place, _("write out the fields themselves"))


def twice(first: Scalar, again: Scalar) -> Problem:
    """YAML lets the last of two keys win, in silence."""
    message = _("‘{key}’ stands here twice: it was already on line {line}")
    hint = _("keep one of the two")
    return Problem(Code.DUPLICATE_KEY, message.format(key=again.text, line=first.place.line), again.place, hint)
