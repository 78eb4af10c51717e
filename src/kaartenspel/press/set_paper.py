"""What goes with each set of cards: a band round it, and a list of what it holds."""

from kaartenspel.compose.belly_band import Band, belly_bands, fits
from kaartenspel.compose.contents import Contents, contents_pages, facts, rows, summary
from kaartenspel.compose.script_pen import Pen
from kaartenspel.drawing import Drawing
from kaartenspel.messages import _
from kaartenspel.press.cutting import thickness
from kaartenspel.press.job import Job
from kaartenspel.press.request import STANDARD_PAPER
from kaartenspel.problems import Code, Problem


def band_pages(job: Job, pen: Pen) -> list[Drawing]:
    """The bands of all sets, on A4 where they fit, else on the paper of the cards; what fits neither is noted."""
    band = _band(job)
    papers = [job.project.paper(name) for name in dict.fromkeys((STANDARD_PAPER, job.request.paper))]
    for paper in papers:
        if paper is None:
            continue
        short, long = sorted((paper.width, paper.height))
        for width, height in ((short, long), (long, short)):
            if fits(band, width, height):
                return belly_bands(band, pen, width, height)
    said = _("a band round a set of ‘{deck}’ is {length} mm long: that does not fit on {paper}")
    names = " / ".join(dict.fromkeys((STANDARD_PAPER.upper(), job.request.paper.upper())))
    said = said.format(deck=band.deck, length=f"{band.length:.0f}", paper=names)
    hint = _("choose --paper a3 or smaller cards, or leave --band out")
    pen.problems.append(Problem(Code.SHEET_TOO_SMALL, said, job.deck.place, hint))
    return []


def _band(job: Job) -> Band:
    deck, words, sheet = job.deck.deck, job.words, thickness(job)
    count = sum(1 for card in job.copies if card.id)
    layers = 2 if job.grid.fold else 1
    colour = job.theme.colours[job.deck.kind.colour]
    return Band(
        deck.title, deck.deck, job.version, job.grid.card_width, job.grid.card_height,
        len(job.copies) * layers * sheet, layers * sheet, count, job.blanks,
        tuple(f"{words['set']} {number} {words['of']} {len(_sets(job))}" for number in _sets(job)) or ("",),
        summary(rows(job.copies)), colour, job.theme.backs == "full",
    )  # fmt: skip


def list_pages(job: Job, pen: Pen) -> list[Drawing]:
    """The list of contents, with boxes for all sets."""
    told = facts(pen, len(job.copies), job.deck.deck.deck, job.version)
    sets = tuple(f"{job.words['set']} {number}" for number in _sets(job))
    return contents_pages(Contents(job.deck.deck.title, told, rows(job.copies), sets), pen)


def _sets(job: Job) -> range:
    """The numbers of the sets; none where they have none."""
    return range(1, (job.request.sets or 0) + 1)
