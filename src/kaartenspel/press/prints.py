"""What a plan has printed: each print as a build, counted by the imposition, with what the caretaker must know."""

from collections.abc import Iterable
from dataclasses import dataclass

from kaartenspel.impose.cutting import cut_count
from kaartenspel.load.project import Project
from kaartenspel.model.script import PrintJob
from kaartenspel.plan.phrases import Phrases
from kaartenspel.plan.supplies import Need
from kaartenspel.press.build import fitting_job
from kaartenspel.press.finish import pdf_name
from kaartenspel.press.job import Job
from kaartenspel.press.request import STANDARD_THEME, BuildRequest


@dataclass(frozen=True, slots=True)
class Counted:
    """A print with the job that makes it."""

    job: Job
    told: PrintJob


def count_prints(project: Project, needs: Iterable[Need], theme: str, say: Phrases) -> list[Counted]:
    """Each need as a build in this theme, under a file name of its own; what keeps one from paper is noted."""
    counted: list[Counted] = []
    for need in needs:
        sets = need.sets if need.sets > 1 else None
        request = BuildRequest(decks=(need.deck.deck.deck,), cards=need.asked, sets=sets, theme=theme)
        job = fitting_job(project, request, need.deck)
        if job is not None:
            taken = {other.told.file for other in counted}
            counted.append(Counted(job, _told(need, job, _free(pdf_name(job), taken), say)))
    return counted


def _free(name: str, taken: set[str]) -> str:
    """The name, or one with a number: two choices of one deck's cards have the same."""
    stem, number = name.removesuffix(".pdf"), 2
    while name in taken:
        name, number = f"{stem}-{number}.pdf", number + 1
    return name


def _told(need: Need, job: Job, file: str, say: Phrases) -> PrintJob:
    """What the caretaker reads."""
    words, both, cuts = job.words, job.side_count > job.sheets, cut_count(job.grid)
    how = f"{words['both-sides']}, {words['flip-long']}" if both else words["one-side"]
    return PrintJob(
        file, need.deck.deck.title, need.sets, sum(card.copies for card in job.cards), job.sheets,
        job.request.paper.upper(), say("weight", grams=job.size.weight), f"{how}, {words['actual-size']}", cuts,
        _detail(need, job, say), command(job.request), need.deck.deck.deck, need.asked, both,
    )  # fmt: skip


def _detail(need: Need, job: Job, say: Phrases) -> str:
    """What it is for, and the blank cards that a set ends with."""
    blanks = [say.count("blank", job.blanks)] if job.blanks else []
    return " · ".join([", ".join(need.used_for), *blanks])


def command(request: BuildRequest) -> str:
    """The line that makes the same PDF."""
    parts = ["kaartenspel build", *request.decks]
    parts += [f"--cards {','.join(request.cards)}"] if request.cards else []
    parts += [f"--sets {request.sets}"] if request.sets else []
    parts += [f"--theme {request.theme}"] if request.theme != STANDARD_THEME else []
    return " ".join(parts)


def find_problems(project: Project, counted: Iterable[Counted]) -> None:
    """Note what keeps a print from paper."""
    for one in counted:
        project.problems += one.job.problems()
