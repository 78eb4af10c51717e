"""A text in YAML into values with places, and all its problems in one run.

Where YAML stops, the line that stopped it is reported and mended in a draft, and the draft is read again:
so ten lines with the same slip are ten problems in one run, and not ten runs.
"""

from kaartenspel.messages import _
from kaartenspel.problems import Code, Place, Problem, Source
from kaartenspel.reading.build import build
from kaartenspel.reading.built import Built
from kaartenspel.reading.collector import without_collector
from kaartenspel.reading.decode import UNPRINTABLE, unprintable
from kaartenspel.reading.draft import Draft
from kaartenspel.reading.recover import recover
from kaartenspel.reading.refuse import question_keys
from kaartenspel.reading.values import Scalar, Value

Parsed = tuple[Value | None, tuple[Problem, ...]]

MENDS = 20
"""So many times a draft is mended and read again: a file with more slips is seen in two runs."""


def parse(source: Source) -> Parsed:
    """The value of this source with all that is wrong in it; no value where reading could not go on.

    A value that comes with problems was read from a mended draft: good enough to find more problems in,
    never good enough to print.
    """
    with without_collector():
        return _parse(source)


def _parse(source: Source) -> Parsed:
    draft = Draft(source)
    if UNPRINTABLE.search(draft.text):
        return None, tuple(unprintable(source))
    problems: list[Problem] = []
    for _turn in range(MENDS + 1):
        built = build(draft)
        recovered = recover(draft, built)
        problems += recovered.problems
        if not recovered.again:
            break
    problems += built.problems
    problems += question_keys(draft, built.inside)
    if built.fault is None and _is_empty(built):
        return None, (empty(source),)
    return built.value if built.fault is None else None, _settled(problems)


def empty(source: Source) -> Problem:
    """There is nothing here."""
    message = _("this file is empty, or holds only comments")
    return Problem(Code.EMPTY_FILE, message, Place(source, 1, 1))


def _is_empty(built: Built) -> bool:
    return built.value is None or (isinstance(built.value, Scalar) and built.value.absent)


def _settled(problems: list[Problem]) -> tuple[Problem, ...]:
    """In the order of the file; a line that has its problem does not get a general one on top."""
    known = {problem.place.line for problem in problems if problem.place and problem.code is not Code.YAML_SYNTAX}
    kept = {
        (problem.order, problem.code): problem
        for problem in problems
        if problem.code is not Code.YAML_SYNTAX or problem.place is None or problem.place.line not in known
    }
    return tuple(sorted(kept.values(), key=lambda problem: problem.order))
