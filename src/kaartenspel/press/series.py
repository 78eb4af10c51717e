"""One build for many editions: what they share is read once, and what each of them leaves behind goes at its end."""

from dataclasses import replace
from pathlib import Path

from kaartenspel.load.project import Project
from kaartenspel.press.build import build
from kaartenspel.press.choose import deck_paths
from kaartenspel.press.finish import Progress
from kaartenspel.press.lock import remember
from kaartenspel.press.outcome import Outcome, outcome
from kaartenspel.press.part import Share
from kaartenspel.press.request import BuildRequest, Result
from kaartenspel.press.stamps import Stamps
from kaartenspel.problems import Problem
from kaartenspel.reading.collector import swept
from kaartenspel.reading.files import ReadOnce


def of_edition(request: BuildRequest, edition: Path) -> BuildRequest:
    """The request for one edition: its PDFs lie in a folder of its own."""
    return replace(request, edition=edition, output=request.output / edition.resolve().name)


class Series:
    """The builds of one command in one process."""

    def __init__(self, request: BuildRequest, folder: Path, *, strict: bool, progress: Progress) -> None:
        self.request, self.folder, self.strict, self.progress = request, folder, strict, progress
        self.reader = ReadOnce()
        self._stamps = Stamps(again=request.again)

    def made(self, share: Share) -> Outcome[Result]:
        """What comes of one edition, or of the decks without one."""
        if share.edition is None:
            return outcome("", lambda: self._build(share, None, None))
        with swept():
            done = self._edition(share, share.edition)
            self._stamps.forget()
        return done

    def _edition(self, share: Share, edition: Path) -> Outcome[Result]:
        """The build for one edition, and what is remembered of it."""
        name = edition.resolve().name
        projects: list[Project] = []

        def make() -> tuple[list[Result], list[Problem]]:
            projects.append(Project(self.folder, edition, self.reader))
            return self._build(share, projects[0], self._stamps)

        done = outcome(name, make)
        if done.error:
            return done
        noted = outcome(name, lambda: self._note(share, projects[0]))
        return replace(done, error=noted.error, problems=noted.problems)

    def _build(
        self, share: Share, project: Project | None, stamps: Stamps | None
    ) -> tuple[list[Result], list[Problem]]:
        asked = of_edition(self.request, share.edition) if share.edition else self.request
        asked = asked if share.decks is None else replace(asked, decks=share.decks)
        return build(
            asked, self.folder, strict=self.strict, progress=self.progress, project=project, stamps=stamps
        )  # fmt: skip

    def _note(self, share: Share, project: Project) -> tuple[list[Result], list[Problem]]:
        """Remember what an edition met, of all its decks: every part of a build writes the same lock."""
        before = len(project.problems)
        if share.decks is not None:
            for path in deck_paths(project, self.request.decks):
                _laid = project.value(path) if path else None
        if all(problem.warning for problem in project.problems[before:]):
            remember(project)
        return [], []
