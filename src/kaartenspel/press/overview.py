"""The facilitator's overview of a deck, beside its PDF: all cards in small on A4."""

from kaartenspel.compose.overview import overview
from kaartenspel.compose.overview_head import Selection
from kaartenspel.drawing import Drawing
from kaartenspel.press.choose import chosen_cards
from kaartenspel.press.job import Job
from kaartenspel.problems import Problem


def overview_pages(job: Job) -> tuple[list[Drawing], list[Problem]]:
    """The pages of the cards that are printed, and what no page can hold."""
    made = overview(job.composer, job.cards, _selections(job), job.version)
    pages = [page for page in made if isinstance(page, Drawing)]
    return pages, [problem for problem in made if isinstance(problem, Problem)]


def _selections(job: Job) -> list[Selection]:
    """The choices that the deck brings, or those that are printed, by the codes of their cards."""
    asked = job.request.cards
    choices = {name: choice for name, choice in job.deck.deck.choices.items() if not asked or name in asked}
    cards = {name: chosen_cards(job.deck, (name,)) for name in choices}
    return [
        Selection(choice.title, name, tuple(card.code for card in cards[name] if card.code))
        for name, choice in choices.items()
    ]
