"""Scores as schools type them, for the tests of what is made of them."""

import random
from dataclasses import replace
from functools import partial
from pathlib import Path

from kaartenspel.exchange.scores_xlsx import write_scores
from kaartenspel.load.project import Project
from kaartenspel.load.scoring import scoring
from kaartenspel.model.clock import date
from kaartenspel.model.scores import UNKNOWN, Filled
from kaartenspel.outputs.files import write_file
from kaartenspel.press.forms import FormsRequest, make_forms
from kaartenspel.press.harvest import HarvestRequest, harvest

NOWHERE = Path("/nowhere")


def asked(deck="fasekaarten", form="checklist"):
    """What a form asks, with no sheet filled in, and the answers that count apart."""
    (made,) = make_forms(Project(NOWHERE), FormsRequest(deck, (form,)))
    return scoring(made.use)


CHECKLIST, APART = asked()


def filled(count, seed, cards=CHECKLIST.cards, teams=("",), people=1):
    """Sheets with blanks and ‘weet niet’ among the answers."""
    chance = random.Random(seed)
    sheets = []
    for number in range(count):
        answers = {card.id: chance.choices((0, 1, 2, UNKNOWN, None), (4, 3, 3, 1, 1))[0] for card in cards}
        given = {card: answer for card, answer in answers.items() if answer is not None}
        sheets.append(Filled(given, team=teams[number % len(teams)], people=people))
    return tuple(sheets)


def workbook(folder, name, sheets, scores=CHECKLIST, day=None, **more):
    """A workbook in which these sheets were typed."""
    target = folder / f"{name}.xlsx"
    measured = replace(scores, sheets=sheets, day=date(day) if day else None, **more)
    write_file(target, partial(write_scores, measured, APART))
    return target


def report(folder, file, **more):
    made, told = harvest(HarvestRequest(file, output=folder / "out", **more), NOWHERE)
    return made, told
