"""What was made for each edition, and what was wrong: told together, whichever of them were not right."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from kaartenspel.messages import _
from kaartenspel.problems import KaartenspelError, MachineError, Problem, UsageError

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[R]):
    """What came of one edition; `error` is the sort of what ended it. It can be sent from process to process."""

    edition: str
    results: tuple[R, ...] = ()
    warnings: tuple[Problem, ...] = ()
    error: type[KaartenspelError] | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Made(Generic[R]):
    """What came of all: what was made, and the error to end with, where there is one."""

    results: list[R]
    warnings: list[Problem]
    error: KaartenspelError | None = None

    @property
    def told(self) -> list[Problem]:
        """The problems and the warnings."""
        return [*(self.error.problems if self.error else ()), *self.warnings]


def outcome(edition: str, make: Callable[[], tuple[list[R], list[Problem]]]) -> Outcome[R]:
    """What comes of one edition, whatever is wrong with it."""
    try:
        results, warnings = make()
    except KaartenspelError as error:
        return Outcome(edition, error=type(error), problems=error.problems)
    return Outcome(edition, tuple(results), tuple(warnings))


def together(outcomes: Iterable[Outcome[R]]) -> Made[R]:
    """All that was made, all warnings, and all problems in one error."""
    every = list(outcomes)
    results = [result for one in every for result in one.results]
    warnings = list(dict.fromkeys(problem for one in every for problem in one.warnings))
    sorts = {one.error for one in every if one.error}
    return Made(results, warnings, _worst(sorts)(_told(every)) if sorts else None)


def _worst(sorts: set[type[KaartenspelError]]) -> type[KaartenspelError]:
    """The sort that the exit code tells: a file that could not be written before all; wrong use only when all is."""
    if MachineError in sorts:
        return MachineError
    return UsageError if sorts == {UsageError} else KaartenspelError


def _told(every: list[Outcome[R]]) -> list[Problem]:
    """The problems of all. One without a place says of which edition it is, unless it is the same for all."""
    everywhere = set.intersection(*(set(one.problems) for one in every))
    return [_named(problem, one.edition, everywhere) for one in every for problem in one.problems]


def _named(problem: Problem, edition: str, everywhere: set[Problem]) -> Problem:
    if problem.place is not None or problem in everywhere:
        return problem
    said = _("edition {edition}: {message}").format(edition=edition, message=problem.message)
    return Problem(problem.code, said, None, problem.hint, problem.warning)
