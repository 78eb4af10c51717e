"""The facilitator's overview of a deck, beside its PDF: all cards in small on A4."""

from functools import partial
from pathlib import Path

from kaartenspel.compose.overview import overview
from kaartenspel.compose.overview_head import HEIGHT, WIDTH, Selection
from kaartenspel.drawing import Document, Drawing, Placed, Sheet
from kaartenspel.outputs.files import write_file
from kaartenspel.outputs.fonts import Faces
from kaartenspel.press.choose import chosen_cards
from kaartenspel.press.job import Job
from kaartenspel.problems import Problem

SUFFIX = ".overzicht.pdf"


def overview_pages(job: Job) -> tuple[list[Drawing], list[Problem]]:
    """The pages of the cards that are printed, and what no page can hold."""
    made = overview(job.composer, job.cards, _selections(job), job.version)
    pages = [page for page in made if isinstance(page, Drawing)]
    return pages, [problem for problem in made if isinstance(problem, Problem)]


def write_overview(job: Job, pages: list[Drawing], pdf: Path) -> Path:
    """Write the pages beside the deck's PDF; gives the file. Raises MachineError for what cannot be written."""
    from kaartenspel.outputs.pdf import write_pdf  # noqa: PLC0415  reportlab: only a build that writes needs it

    deck = job.deck.deck
    sheets = tuple(Sheet(WIDTH, HEIGHT, (Placed(page, 0.0, 0.0),)) for page in pages)
    document = Document(f"{deck.title} – {job.words['overview']}", deck.language, sheets, f"{deck.deck} {job.version}")
    target = pdf.with_name(pdf.name.removesuffix(".pdf") + SUFFIX)
    faces = job.measure if isinstance(job.measure, Faces) else Faces()
    write_file(target, partial(write_pdf, document, faces))
    return target


def _selections(job: Job) -> list[Selection]:
    """The choices that the deck brings, or those that are printed, by the codes of their cards."""
    asked = job.request.cards
    choices = {name: choice for name, choice in job.deck.deck.choices.items() if not asked or name in asked}
    cards = {name: chosen_cards(job.deck, (name,)) for name in choices}
    return [
        Selection(choice.title, name, tuple(card.code for card in cards[name] if card.code))
        for name, choice in choices.items()
    ]
