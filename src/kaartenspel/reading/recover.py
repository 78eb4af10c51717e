"""Why YAML stopped on a line, in plain words, and what makes it go on to the next problem.

A rule looks at the line where reading stopped (or at the one that it belongs to). It gives the problem and
mends the draft if it knows how; the file of the user is never touched.
"""

from dataclasses import dataclass

from kaartenspel.messages import _
from kaartenspel.problems import Code, Problem
from kaartenspel.reading import indentation, quotes
from kaartenspel.reading.build import DEEPEST
from kaartenspel.reading.built import Built, Fault
from kaartenspel.reading.draft import Draft
from kaartenspel.reading.line import indent_of


@dataclass(frozen=True, slots=True)
class Recovered:
    """What was found, and whether the draft was mended so that it pays to read it again."""

    problems: tuple[Problem, ...] = ()
    again: bool = False


def recover(draft: Draft, built: Built) -> Recovered:
    """Find what ended this reading."""
    before = list(draft.lines)
    problems = _found(draft, built)
    return Recovered(tuple(problems), draft.lines != before)


def _found(draft: Draft, built: Built) -> list[Problem]:
    fault = built.fault
    if found := indentation.odd_spaces(draft, built):
        return found
    if fault is None:
        return []
    if found := indentation.tabs(draft, built, fault):
        return found
    for rule in (_hard_stop, quotes.not_closed, quotes.in_brackets, indentation.missing_space, quotes.on_line):
        if problem := rule(draft, built, fault):
            return [problem]
    return [_unknown(draft, fault)]


def _hard_stop(draft: Draft, _built: Built, fault: Fault) -> Problem | None:
    """What no mend can take away."""
    place = draft.place(fault.line, fault.column)
    if fault.about == "deep":
        message = _("lists stand in lists here more than {most} deep").format(most=DEEPEST)
        return Problem(Code.TOO_DEEP, message, place, _("is there a bracket too many, or a dash?"))
    if fault.about == "document":
        message = _("‘---’ begins a second file here: one file holds one deck")
        return Problem(
            Code.YAML_SYNTAX, message, place, _("remove this line, or put what follows in a file of its own")
        )
    return None


def _unknown(draft: Draft, fault: Fault) -> Problem:
    """Plain words for what no rule knows: where reading stopped, and where to look."""
    if fault.opened and "flow" in fault.about:
        return _open_bracket(draft, *fault.opened)
    if fault.opened and "simple key" in fault.about:
        message = _("this line is no field: a name, a colon and a space are expected")
        hint = _("if it belongs to the text above it, let it begin further in than the name of that field")
        return _at_line(draft, fault.opened[0], message, hint)
    number = min(fault.line, len(draft.lines) - 1)
    if "while parsing a block" in fault.about and fault.column <= indent_of(draft.lines[number]):
        message = _("this line does not begin in the same column as the lines that it belongs with")
        hint = _("compare its indentation with the lines above it")
        return _at_line(draft, number, message, hint)
    message = _("the file cannot be read from here on")
    hint = _("look at this line and the one above it: quotes, brackets, colons and indentation")
    return Problem(Code.YAML_SYNTAX, message, draft.place(number, fault.column), hint)


def _at_line(draft: Draft, number: int, message: str, hint: str) -> Problem:
    text = draft.lines[number]
    return Problem(Code.YAML_SYNTAX, message, draft.place(number, indent_of(text), len(text.rstrip())), hint)


def _open_bracket(draft: Draft, number: int, column: int) -> Problem:
    sign = draft.lines[number][column : column + 1]
    message = _("the list that opens with ‘{sign}’ here is not closed, or a comma is missing in it").format(sign=sign)
    return Problem(
        Code.YAML_SYNTAX, message, draft.place(number, column), _("is it a text? then put it in double quotes")
    )
