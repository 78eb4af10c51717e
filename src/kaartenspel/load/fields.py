"""The fields that a kind declares, read from what stands on a card."""

import re
from collections.abc import Callable

from pydantic_core import PydanticCustomError

from kaartenspel.load.validate import missing_field, unknown_choice, unknown_field, validate
from kaartenspel.messages import _
from kaartenspel.model import card as cards
from kaartenspel.model.deck import RawCard, RawGroupSize, RawStep
from kaartenspel.model.kind import FieldSpec, Kind
from kaartenspel.model.richtext import Rich, parse, plain
from kaartenspel.model.values import link, minutes, number
from kaartenspel.problems import Code, Place, Problem
from kaartenspel.reading.values import Fields, Items, Scalar, Value

Read = tuple[cards.Value | None, list[Problem]]
CARD_KEYS = frozenset(RawCard.model_fields)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


def read_fields(card: Fields, kind: Kind) -> tuple[dict[str, cards.Value], list[Problem]]:
    """The values of a card's own fields by name, and every problem in them. A field left empty is absent."""
    values: dict[str, cards.Value] = {}
    problems: list[Problem] = []
    for key, value in card.entries:
        if key.text in CARD_KEYS:
            continue
        spec = kind.fields.get(key.text)
        if spec is None:
            problems.append(unknown_field(key.text, key.place, [*kind.fields, *RawCard.model_fields]))
        elif not (isinstance(value, Scalar) and not value.text.strip()):
            read, found = read_field(spec, value)
            problems += found
            if read is not None:
                values[key.text] = read
    present = {key.text for key, value in card.entries if not (isinstance(value, Scalar) and not value.text.strip())}
    problems += [
        missing_field(name, card.place) for name, spec in kind.fields.items() if spec.required and name not in present
    ]
    return values, problems


def read_field(spec: FieldSpec, value: Value) -> Read:
    """One field by its type."""
    readers: dict[str, Callable[[FieldSpec, Value], Read]] = {
        "list": _list, "steps": _steps, "group-size": _group_size,
    }  # fmt: skip
    if spec.type in readers:
        return readers[spec.type](spec, value)
    if not isinstance(value, Scalar):
        return None, [_shape(_("a text"), value.place)]
    return _scalar(spec, value)


def _scalar(spec: FieldSpec, value: Scalar) -> Read:
    """A field that is one text."""
    if spec.type == "rich":
        return _rich(value)
    if spec.type == "text":
        return plain(value.text), []
    if spec.type == "choice":
        if value.text not in spec.choices:
            return None, [unknown_choice(value.text, value.place, list(spec.choices))]
        return value.text, []
    try:
        return _bounded(spec, value)
    except PydanticCustomError as error:
        context = error.context or {}
        return None, [Problem(Code(error.type), str(context["said"]), value.place, str(context["hint"]))]


def _bounded(spec: FieldSpec, value: Scalar) -> Read:
    """A link, a number or a duration, the last two within the kind's bounds."""
    if spec.type == "link":
        return str(link(value.text)), []
    read = minutes(value.text) if spec.type == "minutes" else number(value.text)
    amount = read if isinstance(read, int | float) else 0
    if spec.least is not None and amount < spec.least:
        said = _("this number must be at least {bound}").format(bound=spec.least)
        return None, [Problem(Code.WRONG_VALUE, said, value.place)]
    if spec.most is not None and amount > spec.most:
        said = _("this number may be {bound} at most").format(bound=spec.most)
        return None, [Problem(Code.WRONG_VALUE, said, value.place)]
    return int(amount) if amount == int(amount) else amount, []


def _rich(value: Scalar) -> Read:
    """A text with its markup; a tag of HTML would be printed as it stands, so it is refused."""
    tag = _TAG.search(value.text)
    if tag:
        message = _("‘{tag}’ would be printed as it stands").format(tag=tag.group())
        hint = _("for bold write **word**, for italic _word_")
        return None, [Problem(Code.MARKUP, message, value.place, hint)]
    return parse(value.text), []


def _list(spec: FieldSpec, value: Value) -> Read:
    """A list of texts."""
    if not isinstance(value, Items):
        return None, [_shape(_("a list: lines that start with ‘- ’"), value.place)]
    read = [
        _rich(item) if isinstance(item, Scalar) else (None, [_shape(_("a text"), item.place)]) for item in value.values
    ]
    problems = [problem for _rich_text, found in read for problem in found] + _amount(spec, value)
    return tuple(text for text, _found in read if isinstance(text, Rich)), problems


def _steps(spec: FieldSpec, value: Value) -> Read:
    """A list of steps: texts, or texts with their minutes."""
    if not isinstance(value, Items):
        return None, [_shape(_("a list: lines that start with ‘- ’"), value.place)]
    steps: list[cards.Step] = []
    problems = _amount(spec, value)
    for item in value.values:
        step, found = _step(item)
        problems += found
        steps += [step] if step else []
    return tuple(steps), problems


def _step(item: Value) -> tuple[cards.Step | None, list[Problem]]:
    if isinstance(item, Scalar):
        text, problems = _rich(item)
        return (cards.Step(text) if isinstance(text, Rich) else None), problems
    raw, problems = validate(RawStep, item)
    if raw is None:
        return None, problems
    if raw.minutes and raw.minutes_each:
        message = _("a step has either minutes or minutes_each, not both")
        return None, [Problem(Code.WRONG_VALUE, message, item.place)]
    return cards.Step(parse(raw.text), raw.minutes, raw.minutes_each, raw.rounds), []


def _group_size(_spec: FieldSpec, value: Value) -> Read:
    """In which groups, and for how many."""
    raw, problems = validate(RawGroupSize, value)
    if raw is None:
        return None, problems
    if raw.least and raw.most and raw.least > raw.most:
        message = _("least ({least}) is more than most ({most})").format(least=raw.least, most=raw.most)
        return None, [Problem(Code.WRONG_VALUE, message, value.place)]
    return cards.GroupSize(raw.within or "", raw.least, raw.most), []


def _amount(spec: FieldSpec, value: Items) -> list[Problem]:
    """A problem where a list is too short or too long."""
    count = len(value.values)
    wanted = spec.least if spec.least is not None and count < spec.least else None
    wanted = spec.most if spec.most is not None and count > spec.most else wanted
    if wanted is None:
        return []
    message = _("here must be {wanted} items, not {count}").format(wanted=wanted, count=count)
    return [Problem(Code.WRONG_VALUE, message, value.place)]


def _shape(expected: str, place: Place) -> Problem:
    return Problem(Code.WRONG_SHAPE, _("here belongs {expected}").format(expected=expected), place)
