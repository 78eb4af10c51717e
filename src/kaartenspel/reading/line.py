"""One line of a file, taken apart: indentation, dashes, key, value and comment.

This is no YAML parser. It looks at lines on which YAML has already failed, to say in plain words why.
"""

import re
from dataclasses import dataclass

LINE = re.compile(
    r"""(?P<lead>[ ]*)(?P<dashes>(?:-[ ]+)*)
    (?:(?P<key>[\w.-]+|"[^"]*"|'[^']*')[ ]*:(?:[ ]+|$))?
    (?P<value>.*)$""",
    re.VERBOSE,
)
COMMENT = re.compile(r"(?<![ \t])[ \t]+#(?:[ \t].*)?$")
QUOTED = {'"': re.compile(r'"(?:[^"\\]|\\.)*"'), "'": re.compile(r"'(?:[^']|'')*'")}
CLOSING = {"[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Line:
    """Columns count from 0; `value` is without its comment and the spaces around it."""

    text: str
    indent: int
    dash: bool
    column: int  # where the key begins, or the value if there is no key
    keyed: bool
    start: int  # where the value begins
    value: str

    @property
    def stop(self) -> int:
        """Where the value ends."""
        return self.start + len(self.value)

    @property
    def blank(self) -> bool:
        """Nothing on it, or a comment alone."""
        return not self.value and not self.keyed and not self.dash

    @property
    def edge(self) -> int:
        """A text goes on as long as its lines are further in than this."""
        if self.keyed:
            return self.column
        return self.indent if self.dash else self.indent - 1

    def with_value(self, value: str) -> str:
        """The line as a proposal, without its indentation and its comment."""
        return (self.text[self.indent : self.start] + value).strip()


def take_apart(text: str) -> Line:
    """Read one line on its own."""
    found = LINE.match(text)
    if found is None:  # a line end inside a line: not from our own decoder
        return Line(text, 0, False, 0, False, 0, "")
    start = found.start("value")
    value = _without_comment(found["value"])
    keyed = found["key"] is not None
    column = found.start("key") if keyed else start
    return Line(text, len(found["lead"]), bool(found["dashes"]), column, keyed, start, value)


def indent_of(text: str) -> int:
    """How many spaces lead this line."""
    return len(text) - len(text.lstrip(" "))


def closing_quote(value: str) -> int:
    """How many characters of a value that begins with a quote are within its quotes; 0 if it is not closed."""
    pattern = QUOTED.get(value[:1])
    found = pattern.match(value) if pattern else None
    return found.end() if found else 0


def closing_bracket(value: str) -> int:
    """The same for a value that begins with a bracket or a brace."""
    opening, closing, depth = value[0], CLOSING[value[0]], 0
    for number, sign in enumerate(value):
        depth += (sign == opening) - (sign == closing)
        if depth == 0:
            return number + 1
    return 0


def quoted(text: str) -> str:
    """The text in the quotes that need the fewest changes to it."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def escaped(text: str) -> str:
    """The text as it stands between double quotes."""
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _without_comment(value: str) -> str:
    if value.startswith("#") and value[1:2] in ("", " ", "\t"):
        return ""
    found = COMMENT.search(value, closing_quote(value))
    return (value[: found.start()] if found else value).rstrip()
