"""What goes with paper alone: refused where a deck becomes pages for a screen."""

from kaartenspel.messages import _
from kaartenspel.press.job import Job
from kaartenspel.press.request import BuildRequest
from kaartenspel.problems import Code, Problem, UsageError

PAPER_ONLY = ("duplex", "order", "printer", "skip_slots", "ink", "cutting_plan", "corners", "band", "contents")


def check_screen(job: Job) -> None:
    """Raises UsageError for options that would do nothing on a screen."""
    usual = BuildRequest()
    given = [name for name in PAPER_ONLY if getattr(job.request, name) != getattr(usual, name)]
    if not job.grid.screen or not given:
        return
    options = ", ".join(f"--{name.replace('_', '-')}" for name in given)
    said = _("{options} is for paper only, and ‘{deck}’ becomes pages for a screen")
    hint = _("leave it out, or choose another size")
    raise UsageError([Problem(Code.WRONG_VALUE, said.format(options=options, deck=job.deck.deck.deck), hint=hint)])
