"""Whether a deck can go with the theme and the language that were chosen, before anything is drawn."""

from kaartenspel.load.project import Project
from kaartenspel.messages import _
from kaartenspel.model.card import LoadedDeck
from kaartenspel.press.choose import chosen_cards
from kaartenspel.press.request import BuildRequest
from kaartenspel.problems import Code, Problem, UsageError


def suits(project: Project, request: BuildRequest, deck: LoadedDeck) -> bool:
    """Whether theme, fonts, kinds and cards are all there; what is not is noted in the project.

    Raises UsageError for cards that the deck does not have.
    """
    theme, words = project.theme(request.theme), project.words(deck.deck.language, deck.place)
    before = len(project.problems)
    if theme is None or words is None:
        return False
    project.theme_fonts(theme)
    for kind in {card.kind.kind: card.kind for card in (*deck.cards,)}.values():
        project.kind_fits(kind, theme, words)
    right = all(problem.warning for problem in project.problems[before:])
    return right and _has_cards(project, request, deck)


def _has_cards(project: Project, request: BuildRequest, deck: LoadedDeck) -> bool:
    """Whether there is anything to print."""
    try:
        cards = chosen_cards(deck, request.cards)
    except UsageError:
        if project.problems:  # what was asked for may be on a card that is wrong
            return False
        raise
    if any(card.copies for card in cards):
        return True
    message = _("there is nothing to print: each of these cards has ‘copies: 0’")
    project.problems.append(Problem(Code.NO_CARDS, message, deck.place))
    return False
