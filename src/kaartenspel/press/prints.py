"""What a plan has printed: each print as a build, counted by the imposition, with what the caretaker must know."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kaartenspel.impose.cutting import cut_count
from kaartenspel.load.project import Project
from kaartenspel.model.plan import FormUse
from kaartenspel.model.script import PrintJob
from kaartenspel.plan.phrases import Phrases
from kaartenspel.plan.supplies import FormNeed, Need
from kaartenspel.press.build import fitting_job
from kaartenspel.press.finish import pdf_name
from kaartenspel.press.form import FORM, MadeForm, Write, make_form
from kaartenspel.press.job import Job
from kaartenspel.press.request import STANDARD_PAPER, STANDARD_THEME, BuildRequest

WEIGHT = 80
"""The paper of a form, in grams: what a printer holds anyway, and what a pen likes."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A print with the job that makes it."""

    job: Job
    told: PrintJob

    @property
    def write(self) -> Write:
        """What writes it into an open file."""
        return self.job.write


@dataclass(frozen=True, slots=True)
class CountedForm:
    """A form that is printed so many times."""

    made: MadeForm
    told: PrintJob

    @property
    def write(self) -> Write:
        """What writes it into an open file, as often as it is needed."""
        return self.made.copies(self.told.sets)


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


def count_forms(project: Project, needs: Sequence[FormNeed], plan: str, theme: str, say: Phrases) -> list[CountedForm]:
    """Each form that a plan has printed, set in this theme; what keeps one from paper is noted."""
    counted: list[CountedForm] = []
    names = [need.form.form for need in needs]
    for need in needs:
        use, name = FormUse(need.form, need.deck, need.cards), need.form.form
        several = f".{need.deck.deck.deck}" if need.deck and names.count(name) > 1 else ""
        file = _free(f"{plan}.{FORM}.{name}{several}.pdf", {other.told.file for other in counted})
        made = make_form(project, use, plan, file, theme)
        counted += [CountedForm(made, _told_of_form(need, made, plan, theme, say))] if made else []
    return counted


def _told_of_form(need: FormNeed, made: MadeForm, plan: str, theme: str, say: Phrases) -> PrintJob:
    """What the caretaker reads of a form."""
    words, both = say.words, len(made.pages) > 1
    how = f"{words['both-sides']}, {words['flip-long']}" if both else words["one-side"]
    command = f"kaartenspel forms {plan} {need.form.form}" + (f" --theme {theme}" if theme != STANDARD_THEME else "")
    return PrintJob(
        made.file, made.document.title, need.sets, 0, need.sets * made.sheets, STANDARD_PAPER.upper(),
        say("weight", grams=WEIGHT), f"{how}, {words['actual-size']}", 0, ", ".join(need.used_for), command,
        need.deck.deck.deck if need.deck else "", (), both,
    )  # fmt: skip


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
