"""Lists in a cell, one item a line: steps with their minutes, and prints."""

from __future__ import annotations

import re

from kaartenspel.exchange.plan_columns import WORDS, Fields
from kaartenspel.reading.values import Plain

_HEAD = re.compile(r"(?:(\d+) ×)? ?(?:(\S.*?) min( p\.p\.)?)?")
_FORM = re.compile(r"formulier ([a-z0-9-]+)(?: bij (?=\S))?")
_PRINT = re.compile(r"([^\s,]*?)(?: \(([^()]*)\))?((?:, [^,]*)*)")


def step_line(step: Plain) -> str:
    """`5 min | Tell`, `3 × 5 min p.p. | Tell`, `3 × | Tell`, or the text alone."""
    if not isinstance(step, dict):
        return str(step)
    each = "minutes_each" in step
    amount = step.get("minutes_each" if each else "minutes")
    head = [f"{step['rounds']} ×"] if "rounds" in step else []
    head += [f"{amount} min{' p.p.' if each else ''}"] if amount else []
    return " | ".join([" ".join(head), str(step["text"])]) if head else str(step["text"])


def read_step(line: str) -> Plain:
    """A step from its line."""
    head, bar, text = line.partition(" | ")
    found = _HEAD.fullmatch(head) if bar and head else None
    if not found:
        return line
    rounds, amount, each = found.groups()
    step: Fields = {"text": text}
    step |= {"minutes_each" if each else "minutes": amount} if amount else {}
    return step | ({"rounds": rounds} if rounds else {})


def print_line(one: Plain) -> str:
    """`spelmateriaal (antwoordkaart), per persoon`, `posters, 2 sets`, `formulier scores bij stellingenspel`."""
    if not isinstance(one, dict):
        return str(one)
    named = f"{one.get('deck', '')}" + (f" ({one['cards']})" if "cards" in one else "")
    said = " bij ".join(part for part in (f"formulier {one['form']}" if "form" in one else "", named) if part)
    per = one.get("per")
    said += f", per {WORDS['per'].get(str(per), per)}" if per else ""
    return said + (f", {one['sets']} sets" if "sets" in one else "")


def _form(line: str) -> tuple[str, str]:
    """The form that a line begins with, and the rest of the line."""
    found = _FORM.match(line)
    return (found[1], line[found.end() :]) if found else ("", line)


def read_print(line: str) -> Plain | None:
    """A print from its line, or None for what is none."""
    form, line = _form(line.strip())
    found = _PRINT.fullmatch(line)
    if not found or not (form or found[1]):
        return None
    deck, cards, rest = found.groups()
    made: Fields = {"form": form} if form else {}
    made |= ({"deck": deck} if deck else {}) | ({"cards": cards} if cards else {})
    pers = {word: name for name, word in WORDS["per"].items()}
    for part in filter(None, (part.strip() for part in rest.split(","))):
        if part.startswith("per ") and part[4:] in pers:
            made["per"] = pers[part[4:]]
        elif sets := re.fullmatch(r"(\d+) sets?", part):
            made["sets"] = sets.group(1)
        else:
            return None
    return made
