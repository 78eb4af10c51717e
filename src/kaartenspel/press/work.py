"""A deck on its way through a build: what it is made of, what is there of it already, and what is told of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from kaartenspel.press.beside import Beside
from kaartenspel.press.job import Job
from kaartenspel.press.request import Result
from kaartenspel.press.stamps import Earlier, Stamps
from kaartenspel.problems import Problem


@dataclass(slots=True)
class Work:
    """A job under the name of its PDF. Of one that is there already (`earlier`) nothing is composed."""

    job: Job
    name: str
    inputs: str = ""
    earlier: Earlier | None = None
    beside: list[Beside] = field(default_factory=list)
    _told: list[Problem] = field(default_factory=list)

    @classmethod
    def of(cls, job: Job, name: str, stamps: Stamps | None) -> "Work":
        """The work on a job. Without stamps nobody asks what it is made of."""
        if stamps is None:
            return cls(job, name)
        inputs = stamps.inputs(job)
        return cls(job, name, inputs, stamps.earlier(job, name, inputs))

    @contextmanager
    def noting(self) -> Iterator[list[Problem]]:
        """What the project notes meanwhile is told of this deck, now and when it is skipped."""
        problems = self.job.project.problems
        before = len(problems)
        yield problems
        self._told += problems[before:]

    def keep(self, stamps: Stamps | None, result: Result) -> None:
        """Note what was made, and what was told of it."""
        if stamps is not None:
            stamps.keep(self.job, self.name, self.inputs, result, self._told)
