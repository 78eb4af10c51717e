"""The fields that a kind declares, read from what stands on a card."""

import re
from collections.abc import Callable, Iterator

from pydantic_core import PydanticCustomError

from kaartenspel.load.validate import validate
from kaartenspel.load.wording import (
    missing_field,
    too_large,
    too_small,
    unknown_choice,
    unknown_field,
    wrong_amount,
    wrong_shape,
)
from kaartenspel.messages import _
from kaartenspel.model import card as cards
from kaartenspel.model.deck import RawCard, RawGroupSize, RawStep
from kaartenspel.model.kind import FieldSpec, Kind
from kaartenspel.model.richtext import Rich, parse, plain
from kaartenspel.model.values import link, minutes, number
from kaartenspel.problems import Code, Place, Problem, nearest
from kaartenspel.reading.values import Fields, Items, Scalar, Value

Read = tuple[cards.Value | None, list[Problem]]
Pictures = Callable[[str, Place], Read]
CARD_KEYS = frozenset(RawCard.model_fields)
LONGEST = 30_000
"""Characters in a text: an A3 with the smallest letter holds fewer."""
LONGEST_WORD = 1_000
"""Characters in a word: the longest in a Dutch dictionary has 49."""
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


def read_fields(card: Fields, kind: Kind, picture: Pictures) -> tuple[dict[str, cards.Value], list[Problem]]:
    """The values of a card's own fields by name, and every problem in them. A field left empty is absent.

    `picture` gives the picture of a name.
    """
    values: dict[str, cards.Value] = {}
    problems: list[Problem] = []
    meant: set[str | None] = set()
    for key, value in card.entries:
        spec = kind.fields.get(key.text)
        if key.text in CARD_KEYS:
            continue
        if spec is None:
            known = [*kind.fields, *RawCard.model_fields]
            problems.append(unknown_field(key.text, key.place, known))
            meant.add(nearest(key.text, known))
        elif not _is_empty(value):
            read, found = read_field(spec, value, picture)
            problems += found
            if read is not None:
                values[key.text] = read
    return values, problems + list(_missing(card, kind, meant))


def _missing(card: Fields, kind: Kind, meant: set[str | None]) -> Iterator[Problem]:
    """Required fields that are not there, but for those that a wrongly spelled field was meant for."""
    for name, spec in kind.fields.items():
        value = card.get(name)
        if spec.required and name not in meant and (value is None or _is_empty(value)):
            yield missing_field(name, card, spec.label)


def _is_empty(value: Value) -> bool:
    return isinstance(value, Scalar) and not value.text.strip()


def read_field(spec: FieldSpec, value: Value, picture: Pictures) -> Read:
    """One field by its type."""
    readers: dict[str, Callable[[FieldSpec, Value], Read]] = {
        "list": _list, "steps": _steps, "group-size": _group_size,
    }  # fmt: skip
    if spec.type in readers:
        return readers[spec.type](spec, value)
    if not isinstance(value, Scalar):
        return None, [wrong_shape(value.place, _("a text"))]
    if spec.type == "picture":
        return picture(value.text.strip(), value.place)
    return _scalar(spec, value)


def _scalar(spec: FieldSpec, value: Scalar) -> Read:
    """A field that is one text."""
    if spec.type == "rich":
        return _rich(value)
    if spec.type == "text":
        return plain(value.text), unfit(value)
    if spec.type == "choice":
        known = value.text in spec.choices
        return (value.text, []) if known else (None, [unknown_choice(value.text, value.place, list(spec.choices))])
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
        return None, [too_small(value.place, spec.least)]
    if spec.most is not None and amount > spec.most:
        return None, [too_large(value.place, spec.most)]
    return int(amount) if amount == int(amount) else amount, []


def _rich(value: Scalar) -> Read:
    """A text with its markup."""
    return parse(value.text), unfit(value)


def unfit(value: Scalar) -> list[Problem]:
    """What no card can take: a text or a word without end, a tag of HTML (it would be printed as it stands)."""
    return _endless(value) or _tags(value)


def _endless(value: Scalar) -> list[Problem]:
    """A text that need not be tried: setting a book that was pasted by mistake takes minutes."""
    count = len(value.text)
    if count <= LONGEST_WORD or (count <= LONGEST and max(map(len, value.text.split())) <= LONGEST_WORD):
        return []
    message = _("this text has {count} characters: no card can hold that").format(count=count)
    if count <= LONGEST:
        message = _("there is a word of more than {most} characters in this text").format(most=LONGEST_WORD)
    return [Problem(Code.TEXT_TOO_LONG, message, value.place, _("was more pasted here than was meant?"))]


def _tags(value: Scalar) -> list[Problem]:
    """The first tag, at its own place where its line is known."""
    tag = _TAG.search(value.text)
    if tag is None:
        return []
    place = value.place
    column = place.text.find(tag.group(), place.column - 1) + 1
    if column:
        place = Place(place.source, place.line, column, len(tag.group()))
    message = _("‘{tag}’ would be printed as it stands: cards know no HTML").format(tag=tag.group())
    return [Problem(Code.MARKUP, message, place, _("for bold write **word**, for italic _word_"))]


def _list(spec: FieldSpec, value: Value) -> Read:
    """A list of texts."""
    if not isinstance(value, Items):
        return None, [wrong_shape(value.place, _("a list: lines that start with ‘- ’"))]
    read = [_item(item) for item in value.values]
    problems = [problem for _rich_text, found in read for problem in found] + _amount(spec, value)
    return tuple(text for text, _found in read if isinstance(text, Rich)), problems


def _item(item: Value) -> Read:
    """One text of a list: there is something in it."""
    if not isinstance(item, Scalar):
        return None, [wrong_shape(item.place, _("a text"))]
    if not item.text.strip():
        return None, [Problem(Code.WRONG_VALUE, _("this text is empty"), item.place)]
    return _rich(item)


def _steps(spec: FieldSpec, value: Value) -> Read:
    """A list of steps: texts, or texts with their minutes."""
    if not isinstance(value, Items):
        return None, [wrong_shape(value.place, _("a list: lines that start with ‘- ’"))]
    steps: list[cards.Step] = []
    problems = _amount(spec, value)
    for item in value.values:
        step, found = _step(item)
        problems += found
        steps += [step] if step else []
    return tuple(steps), problems


def _step(item: Value) -> tuple[cards.Step | None, list[Problem]]:
    if isinstance(item, Scalar):
        text, problems = _item(item)
        return (cards.Step(text) if isinstance(text, Rich) else None), problems
    raw, problems = validate(RawStep, item)
    words = item.get("text") if isinstance(item, Fields) else None
    problems += unfit(words) if isinstance(words, Scalar) else []
    if raw is None:
        return None, problems
    if raw.minutes and raw.minutes_each:
        message = _("a step has either minutes or minutes_each, not both")
        return None, [Problem(Code.WRONG_VALUE, message, item.place)]
    return cards.Step(parse(raw.text), raw.minutes, raw.minutes_each, raw.rounds), problems


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
    enough = spec.least is None or count >= spec.least
    if enough and (spec.most is None or count <= spec.most):
        return []
    return [wrong_amount(value.place, count, spec.least, spec.most)]
