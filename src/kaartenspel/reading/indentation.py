"""Spaces at the start of a line decide what belongs to what: the wrong ones, and the wrong number of them."""

import re

from kaartenspel.messages import _
from kaartenspel.problems import Code, Problem
from kaartenspel.reading.built import Built, Fault
from kaartenspel.reading.draft import Draft
from kaartenspel.reading.line import Line, closing_quote, indent_of, take_apart

# No-break, typographic, ideographic and zero-width spaces, and the soft hyphen: all look like nothing.
ODD_SPACES = "\u00a0\u00ad\u1680\u2000-\u200f\u202f\u205f\u2060\u3000"
ODD = re.compile(f"[{ODD_SPACES}]")
ODD_LEAD = re.compile(f"[ \t]*(?P<odd>[{ODD_SPACES}][ \t{ODD_SPACES}]*)")
TAB_LEAD = re.compile(r"[ ]*(?:-[ \t]+)*?(?P<tabs>\t+)")
BLOCK_HEADER = re.compile(r"(?:^|.*[:\-][ ]+)[|>][-+0-9]{0,2}[ ]*(?:#.*)?$")
GLUED = re.compile(r"""[ ]*(?:-[ ]+)*(?:[\w.-]+|"[^"]*"|'[^']*')(?P<sign>:)(?!//)[^\s:]""")
GLUED_DASH = re.compile(r"[ ]*(?:-[ ]+)*(?P<sign>-)[^\s-]")


def odd_spaces(draft: Draft, built: Built) -> list[Problem]:
    """Spaces that are none to YAML, so that they became a part of a name; read on as if they were spaces."""
    if not ODD.search(draft.text):
        return []
    found = [(number, at) for number, line in enumerate(draft.lines) if (at := ODD_LEAD.match(line))]
    blocks = _blocks(draft)
    problems = []
    for number, at in found:
        if _reached(built.fault, number, found) and number not in blocks and not built.inside(number, plain=False):
            problems.append(_odd(draft, number, at))
            start, stop = at.span("odd")
            draft.lines[number] = at.string[:start] + " " * (stop - start) + at.string[stop:]
    return problems


def _reached(fault: Fault | None, number: int, found: list[tuple[int, re.Match[str]]]) -> bool:
    """Behind a fault nothing is sure, unless the fault is on such a line itself."""
    return fault is None or number <= fault.line or any(line == fault.line for line, _at in found)


def _odd(draft: Draft, number: int, at: re.Match[str]) -> Problem:
    start, stop = at.span("odd")
    stop = start + len(at["odd"].rstrip(" \t"))
    message = _("there are other spaces than ordinary ones in the indentation here ({name})")
    hint = _("type the indentation of this line again, with the space bar")
    name = f"U+{ord(at['odd'][0]):04X}"
    return Problem(Code.SPACE_INDENT, message.format(name=name), draft.place(number, start, stop), hint)


def tabs(draft: Draft, built: Built, fault: Fault) -> list[Problem]:
    """All tabs that indent a line, if one of them ended the reading: how wide they were meant to be is a guess."""
    number = min(fault.line, len(draft.lines) - 1)
    if not TAB_LEAD.match(draft.lines[number]):
        return []
    blocks = _blocks(draft)
    return [
        _tab(draft, other, at)
        for other, line in enumerate(draft.lines)
        if (at := TAB_LEAD.match(line)) and (other == number or (line.strip() and other not in blocks))
        if not built.inside(other, plain=False)
    ]


def _tab(draft: Draft, number: int, at: re.Match[str]) -> Problem:
    place = draft.place(number, *at.span("tabs"))
    message = _("there is a tab in the indentation here")
    return Problem(Code.TAB_INDENT, message, place, _("use spaces instead of tabs, as many as on the lines around it"))


def _blocks(draft: Draft) -> set[int]:
    """The lines on which a text goes on, by their looks alone: reading may not have come that far."""
    lines: set[int] = set()
    edge, until = -1, ""
    for number, text in enumerate(draft.lines):
        if edge >= 0 and (not text.strip() or indent_of(text) > edge):
            lines.add(number)
            edge = -1 if until and until in text else edge
        else:
            edge, until = _opens(text)
    return lines


def _opens(text: str) -> tuple[int, str]:
    """The column that the lines of a longer text stand behind, if one begins here, and the quote that ends it."""
    if BLOCK_HEADER.match(text):
        return indent_of(text), ""
    value = take_apart(text).value
    open_quote = value[:1] in ("'", '"') and not closing_quote(value)
    return (indent_of(text), value[0]) if open_quote else (-1, "")


def owner(draft: Draft, number: int) -> int | None:
    """The line whose text goes on here: the nearest one above that stands less far in and has a value."""
    column = indent_of(draft.lines[number])
    for above in range(number - 1, -1, -1):
        line = take_apart(draft.lines[above])
        if line.blank or min(line.indent, line.column) >= column:
            continue
        has_text = bool(line.value) and line.edge < column and (line.keyed or line.dash)
        return above if has_text else None
    return None


def extent(draft: Draft, number: int, line: Line) -> int:
    """The last line of the text that begins here."""
    last = number
    alone = not line.keyed and not line.dash
    for below in range(number + 1, len(draft.lines)):
        text = draft.lines[below]
        if not text.strip():
            continue
        if indent_of(text) <= line.edge or take_apart(text).blank or (alone and take_apart(text).keyed):
            break
        last = below
    return last


def too_deep(draft: Draft, number: int, above: Line) -> Problem:
    """A field that stands further in than the field above it counts as text; read on as if it did not."""
    line = take_apart(draft.lines[number])
    name = line.text[line.column : line.start].rstrip(" :")
    message = _("‘{name}’ stands further in than the field above it").format(name=name)
    hint = _("let both begin in the same column; if it is text, put the whole text in double quotes")
    problem = Problem(Code.YAML_SYNTAX, message, draft.place(number, line.column, line.column + len(name)), hint)
    draft.change(number, 0, line.indent - above.column, "")
    return problem


def missing_space(draft: Draft, _built: Built, fault: Fault) -> Problem | None:
    """`text:Hallo` is no field but one long word, and `-Hallo` no item of a list."""
    number = fault.opened[0] if fault.opened and "simple key" in fault.about else fault.line
    number = min(number, len(draft.lines) - 1)
    line = draft.lines[number]
    found = GLUED.match(line) or (GLUED_DASH.match(line) if "block" in fault.about else None)
    if found is None or "flow" in fault.about or owner(draft, number) is not None:
        return None
    after = found.end("sign")
    message = _("a space is missing behind ‘{sign}’").format(sign=found["sign"])
    hint = _("write: {line}").format(line=f"{line[:after]} {line[after:]}".strip())
    problem = Problem(Code.YAML_SYNTAX, message, draft.place(number, after - 1), hint)
    draft.change(number, after, after, " ")
    return problem
