"""The problems of values, in words: what belongs here, what was meant, what there is."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from pydantic_core import PydanticCustomError

from kaartenspel.messages import _, plural
from kaartenspel.model.values import ident
from kaartenspel.problems import Code, Place, Problem, likeness, nearest
from kaartenspel.reading.values import Fields, Scalar, Value

MOST_SHOWN = 14
"""So many known names are shown where one is wrong."""


def wrong_shape(place: Place, expected: str) -> Problem:
    """A list where a text belongs, or the like."""
    return Problem(Code.WRONG_SHAPE, _("here belongs {expected}").format(expected=expected), place)


def too_small(place: Place, least: float) -> Problem:
    """A number under its least."""
    return Problem(Code.WRONG_VALUE, _("this number must be at least {bound}").format(bound=f"{least:g}"), place)


def too_large(place: Place, most: float) -> Problem:
    """A number over its most."""
    return Problem(Code.WRONG_VALUE, _("this number may be {bound} at most").format(bound=f"{most:g}"), place)


def wrong_amount(place: Place, count: int, least: int | None, most: int | None) -> Problem:
    """A list with too few or too many items."""
    if least is not None and count < least:
        said = plural("here must be at least {wanted} item", "here must be at least {wanted} items", least)
        wanted = least
    else:
        wanted = most or 0
        said = plural("here may be {wanted} item at most", "here may be {wanted} items at most", wanted)
    if least == most:
        said = plural("here must be {wanted} item", "here must be {wanted} items", wanted)
    stands = _("there are {count} now").format(count=count) if count != 1 else _("there is one now")
    return Problem(Code.WRONG_VALUE, said.format(wanted=wanted), place, stands)


def unknown_choice(name: str, place: Place, choices: list[str]) -> Problem:
    """A word that is none of a few allowed ones."""
    said = _("‘{name}’ is not one of the choices").format(name=name)
    return Problem(Code.WRONG_VALUE, said, place, _choices(name, choices))


def unknown_field(name: str, place: Place, known: list[str]) -> Problem:
    """A key that does not belong here, with the nearest that does."""
    hint = _did_you_mean(name, known) + _("possible here: {known}").format(known=", ".join(known))
    return Problem(Code.UNKNOWN_FIELD, _("unknown field ‘{name}’").format(name=name), place, hint)


def missing_field(name: str, fields: Fields, label: str = "") -> Problem:
    """A key that must be there; one that is there with nothing behind it is pointed at."""
    key = fields.key(name)
    problem = absent_field(name, key.place if key else fields.place, label)
    if key is None:
        return problem
    hint = _("write something behind the colon: ‘{line}’").format(line=f"{name}: {label or '…'}")
    return replace(problem, message=_("the field ‘{name}’ is empty").format(name=name), hint=hint)


def absent_field(name: str, place: Place, label: str = "") -> Problem:
    """A key that must be there and is not."""
    said = _("the field ‘{name}’ is missing").format(name=name)
    return Problem(Code.MISSING_FIELD, said, place, _("add a line ‘{line}’").format(line=f"{name}: {label or '…'}"))


def unknown_name(
    sort: str, name: str, place: Place | None, known: Iterable[str], titles: Mapping[str, str] = MappingProxyType({})
) -> Problem:
    """A reference to a thing of some sort that does not exist, with the nearest that does, by name or by title."""
    said = _("unknown {sort} ‘{name}’").format(sort=sort, name=name)
    names = list(known)
    by_name, by_title = nearest(name, names) or "", nearest(name, titles) or ""
    closer = titles.get(by_title) if likeness(name, by_title) > likeness(name, by_name) else None
    return Problem(Code.UNKNOWN_NAME, said, place, _choices(name, names, closer))


def _choices(name: str, known: list[str], proposal: str | None = None) -> str:
    """The nearest, and all where they are few; many would bury it."""
    meant = _did_you_mean(name, known, proposal)
    if not known or (meant and len(known) > MOST_SHOWN):
        return meant.strip()
    shown = ", ".join(known[:MOST_SHOWN]) + (" …" if len(known) > MOST_SHOWN else "")
    return meant + _("there is: {known}").format(known=shown)


def _did_you_mean(name: str, known: Iterable[str], proposal: str | None = None) -> str:
    """`did you mean ‘text’? `, or nothing."""
    found = proposal or nearest(name, known)
    return _("did you mean ‘{proposal}’?").format(proposal=found) + " " if found else ""


def can_be_name(text: str) -> bool:
    """Whether a text is fit to name something in our files."""
    try:
        ident(text)
    except PydanticCustomError:
        return False
    return True


def name_problem(path: Path, value: Value, key: str) -> list[Problem]:
    """A problem where the name in a file is not the name of the file."""
    said = value.get(key) if isinstance(value, Fields) else None
    stem = unicodedata.normalize("NFC", path.stem)  # a Mac may spell é in two characters
    if (
        key in ("sources", "language")
        or not isinstance(said, Scalar)
        or said.text == stem
        or not can_be_name(said.text)
    ):
        return []
    message = _("the name ‘{name}’ differs from the file’s name, {file}").format(name=said.text, file=path.name)
    hint = _("write ‘{key}: {stem}’, or rename the file to {name}.yaml")
    if not can_be_name(stem):
        hint = _("rename the file to {name}.yaml")
    return [Problem(Code.NAME_DIFFERS, message, said.place, hint.format(key=key, stem=stem, name=said.text))]
