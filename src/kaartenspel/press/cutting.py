"""The cutting plan of a build: which sheets make a pile, and how high it is."""

from kaartenspel.compose.script_pen import Pen
from kaartenspel.drawing import Drawing
from kaartenspel.impose.cutting import cut_count
from kaartenspel.impose.cutting_plan import CuttingPlan, cutting_plan
from kaartenspel.messages import _
from kaartenspel.press.job import Job
from kaartenspel.problems import Code, Problem

THICKNESS = 0.22
"""A sheet of 160 to 200 grams, in mm: paper for cards measures 0.19 to 0.25."""


def thickness(job: Job) -> float:
    """How thick a sheet is: as the command says, or as paper for cards usually is."""
    return job.request.paper_thickness or THICKNESS


def cutting_pages(job: Job, pen: Pen) -> list[Drawing]:
    """The plan. Sets on sheets of their own are piles of their own, so that they stay apart.

    What is a whole sheet has none, and a warning says so.
    """
    request = job.request
    if not cut_count(job.grid):
        said = _("‘{deck}’ is not cut: it gets no cutting plan").format(deck=job.deck.deck.deck)
        job.project.problems.append(Problem(Code.WRONG_VALUE, said, warning=True))
        return []
    piled = request.order == "cut-and-stack"
    piles = 1 if piled else request.sets or 1
    fullest = max(len(side.cards) for side in job.page_sides)
    plan = CuttingPlan(
        job.deck.deck.title, f"{request.paper.upper()} ({job.size.size})", job.grid, fullest, piles,
        job.sheets // piles, thickness(job), piled, job.grid.corners,
    )  # fmt: skip
    return cutting_plan(plan, pen)
