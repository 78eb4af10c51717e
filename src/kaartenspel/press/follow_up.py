"""The meeting after: a plan that looks back at each agreement, or begins with each intervention that was chosen."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from textwrap import shorten

from kaartenspel.load.project import Project
from kaartenspel.messages import _
from kaartenspel.model.agreements import Agreement, Agreements
from kaartenspel.model.goal import Fit, Form
from kaartenspel.model.words import Words
from kaartenspel.model.workshop import Print
from kaartenspel.plan.choose import frame
from kaartenspel.plan.forms import STEP
from kaartenspel.plan.phrases import Phrases
from kaartenspel.press.agreements import DECK, read_agreements, read_choices
from kaartenspel.problems import Code, MachineError, Problem

GOAL, BEGIN = "terugkijken", "aan-de-slag"
"""The goal of a plan after agreements, and of one after a choice, where no other is asked for."""
_FOLLOW, _BEGIN = "follow", "begin"
"""What the words begin with that are said of agreements, and of what was chosen."""
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
    """What a plan starts from: the list, and the blocks that must be in the plan."""

    agreements: Agreements
    forms: tuple[Form, ...]
    said: "Said"

    def before(self) -> tuple[str, ...]:
        """What is done before the meeting."""
        return self.said["before-mail"], self.said["before-poster"]

    def made(self, file: str) -> str:
        """What the plan was made of."""
        return self.said["made"].format(file=file)


@dataclass(frozen=True, slots=True)
class Said:
    """The words of one sort of meeting after."""

    words: Words
    sort: str

    def __getitem__(self, name: str) -> str:
        """The word of this name."""
        return self.words[f"{self.sort}-{name}"]


def goal_after(path: Path) -> str:
    """The goal that a file asks for: beginning where it is the figures of a harvest, looking back else.

    Raises KaartenspelError for what is no workbook, MachineError for a file that is not there.
    """
    return BEGIN if _is_choice(path) else GOAL


def follow_up(project: Project, path: Path, minutes: int, words: Words) -> FollowUp:
    """What a file asks for as blocks of a plan of so many minutes. Raises KaartenspelError with every problem there."""
    chosen = _is_choice(path)
    said = Said(words, _BEGIN if chosen else _FOLLOW)
    agreements = read_choices(project, path) if chosen else read_agreements(project, path)
    count = len(agreements.items)
    shortest = sum(piece.least for piece in frame(minutes)) + LEAST * count
    if count > EACH or shortest > minutes:
        return FollowUp(agreements, (_with_form(_at_tables(agreements, said)),), said)
    most = MOST if count <= EACH // 2 else MOST - STEP
    numbered = enumerate(agreements.items, 1)
    *forms, last = (_together(number, one, most, said) for number, one in numbered)
    return FollowUp(agreements, (*forms, _with_form(last)), said)


def _is_choice(path: Path) -> bool:
    """Whether a workbook is that of a harvest, with its sheet to choose from."""
    from kaartenspel.exchange.choice_columns import CHOOSE  # noqa: PLC0415  only a plan after a file needs it
    from kaartenspel.exchange.workbook import read_workbook  # noqa: PLC0415  the same

    if not path.is_file():
        raise MachineError([Problem(Code.CANNOT_READ, _("there is no file ‘{file}’").format(file=path))])
    return any(sheet.name == CHOOSE for sheet in read_workbook(path).sheets)


def _with_form(form: Form) -> Form:
    """The block with the form for what is agreed now in its prints."""
    blank = Print.model_validate({"form": FORM, "per": "plan"})
    return replace(form, fit=form.fit.model_copy(update={"print": (*form.fit.print, blank)}))


def is_free(form: Form) -> bool:
    """Whether a form is what a goal says of agreements in general, which the list itself says better."""
    return form.fit.card is None and form.fit.deck is None and form.fit.stage == "core"


def _together(number: int, one: Agreement, most: int, said: Said) -> Form:
    """A block in which all look back at one agreement."""
    title = said["each"].format(number=number, what=shorten(one.what, _TITLE, placeholder="…"))
    say = said["say"].format(see=_sentence(one.see)) if one.see else said["say-open"]
    read = said["read"].format(what=_about(one, said.words))
    steps = (read, said["tell"], said["show"], said["decide"])
    return _form(title, steps, (LEAST, most), (one,), said, say)


def _at_tables(agreements: Agreements, said: Said) -> Form:
    """One block in which each table looks back at some of them."""
    count = len(agreements.items)
    least = -(-(2 * LEAST + count) // STEP) * STEP
    numbered = enumerate(agreements.items, 1)
    listed = (said["each"].format(number=number, what=_about(one, said.words)) for number, one in numbered)
    steps = (said["tables"], *listed, said["decide"], said["share"])
    title = said["many"].format(count=count)
    form = _form(title, steps, (least, least + 4 * STEP), agreements.items, said, said["say-tables"])
    return replace(form, fit=form.fit.model_copy(update={"grouping": "groups"}))


def _form(
    title: str, steps: tuple[str, ...], span: tuple[int, int], items: Iterable[Agreement], said: Said, say: str
) -> Form:
    """A block of the core, with a print of the cards that these agreements come from."""
    cards = list(dict.fromkeys(one.card for one in items if one.card))
    prints = (Print.model_validate({"deck": DECK, "cards": ", ".join(cards), "per": "plan"}),) if cards else ()
    least, most = span
    fit = {
        "title": title, "why": said["why"], "weight": _WEIGHT, "minutes": most, "least": least, "say": say,
        "steps": steps, "materials": (said["poster"], said["pens"]), "print": prints,
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
