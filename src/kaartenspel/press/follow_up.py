"""The meeting after: a plan that looks back at each agreement, with the cards that were chosen."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from textwrap import shorten

from kaartenspel.load.project import Project
from kaartenspel.model.agreements import Agreement, Agreements
from kaartenspel.model.goal import Fit, Form
from kaartenspel.model.words import Words
from kaartenspel.model.workshop import Print
from kaartenspel.plan.choose import frame
from kaartenspel.plan.forms import STEP
from kaartenspel.plan.phrases import Phrases
from kaartenspel.press.agreements import DECK, read_agreements

GOAL = "terugkijken"
"""The goal of a plan after agreements, where no other is asked for."""
FORM = "afspraken"
"""The form on which what was adjusted is written down."""
EACH = 6
"""Up to so many agreements all look back at each; more are shared out over the tables."""
LEAST, MOST = 5, 15
"""Minutes that looking back at one agreement takes."""
_TITLE = 48
"""Characters of an agreement in the title of its block."""
_WEIGHT = 9


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What is looked back at: the list, and the blocks that must be in the plan."""

    agreements: Agreements
    forms: tuple[Form, ...]

    def before(self, words: Words) -> tuple[str, ...]:
        """What is done before the meeting."""
        return words["follow-before-mail"], words["follow-before-poster"]


def follow_up(project: Project, path: Path, minutes: int, words: Words) -> FollowUp:
    """The agreements of a file as blocks of a plan of so many minutes. Raises KaartenspelError as `read_agreements`."""
    agreements = read_agreements(project, path)
    count = len(agreements.items)
    shortest = sum(piece.least for piece in frame(minutes)) + LEAST * count
    if count > EACH or shortest > minutes:
        return FollowUp(agreements, (_with_form(_at_tables(agreements, words)),))
    most = MOST if count <= EACH // 2 else MOST - STEP
    numbered = enumerate(agreements.items, 1)
    *forms, last = (_together(number, one, most, words) for number, one in numbered)
    return FollowUp(agreements, (*forms, _with_form(last)))


def _with_form(form: Form) -> Form:
    """The block with the form for what is agreed now in its prints."""
    blank = Print.model_validate({"form": FORM, "per": "plan"})
    return replace(form, fit=form.fit.model_copy(update={"print": (*form.fit.print, blank)}))


def is_free(form: Form) -> bool:
    """Whether a form is what a goal says of agreements in general, which the list itself says better."""
    return form.fit.card is None and form.fit.deck is None and form.fit.stage == "core"


def _together(number: int, one: Agreement, most: int, words: Words) -> Form:
    """A block in which all look back at one agreement."""
    title = words["follow-each"].format(number=number, what=shorten(one.what, _TITLE, placeholder="…"))
    say = words["follow-say"].format(see=_sentence(one.see)) if one.see else words["follow-say-open"]
    read = words["follow-read"].format(what=_about(one, words))
    steps = (read, words["follow-tell"], words["follow-show"], words["follow-decide"])
    return _form(title, steps, (LEAST, most), (one,), words, say)


def _at_tables(agreements: Agreements, words: Words) -> Form:
    """One block in which each table looks back at some of them."""
    count = len(agreements.items)
    least = -(-(2 * LEAST + count) // STEP) * STEP
    numbered = enumerate(agreements.items, 1)
    listed = (words["follow-each"].format(number=number, what=_about(one, words)) for number, one in numbered)
    steps = (words["follow-tables"], *listed, words["follow-decide"], words["follow-share"])
    title = words["follow-many"].format(count=count)
    form = _form(title, steps, (least, least + 4 * STEP), agreements.items, words, words["follow-say-tables"])
    return replace(form, fit=form.fit.model_copy(update={"grouping": "groups"}))


def _form(
    title: str, steps: tuple[str, ...], span: tuple[int, int], items: Iterable[Agreement], words: Words, say: str
) -> Form:
    """A block of the core, with a print of the cards that these agreements come from."""
    cards = list(dict.fromkeys(one.card for one in items if one.card))
    prints = (Print.model_validate({"deck": DECK, "cards": ", ".join(cards), "per": "plan"}),) if cards else ()
    least, most = span
    fit = {
        "title": title, "why": words["follow-why"], "weight": _WEIGHT, "minutes": most, "least": least, "say": say,
        "steps": steps, "materials": (words["follow-poster"], words["follow-pens"]), "print": prints,
    }  # fmt: skip
    return Form(title, title, Fit.model_validate(fit))


def _about(one: Agreement, words: Words) -> str:
    """What was agreed, with who does it and by when."""
    parts = [(words["agreements-who"], one.who)]
    parts.append((words["agreements-by"], Phrases(words).short_date(one.by) if one.by else ""))
    told = ", ".join(f"{label[:1].lower()}{label[1:]}: {said}" for label, said in parts if said)
    return f"{one.what} ({told})" if told else one.what


def _sentence(text: str) -> str:
    """A text that ends as a sentence does."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
