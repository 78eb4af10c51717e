"""What must not stand together in a block of a plan, or must: asked of the file, whatever else is wrong in it."""

from collections.abc import Iterator

from kaartenspel.messages import _
from kaartenspel.model.values import minutes
from kaartenspel.problems import Code, Problem
from kaartenspel.reading.values import Fields, Scalar, place_at, scalar

CONTENT = (
    "title",
    "card",
    "deck",
    "stations",
    "strands",
    "resume",
    "sort",
    "goal",
    "say",
    "steps",
    "materials",
    "notes",
)
"""One of these makes a block something."""


_OF_STRANDS = (
    "card", "deck", "stations", "resume", "steps", "minutes", "minutes_each", "least", "room", "grouping", "group_size",
)  # fmt: skip
_APART = [
    ("card", "deck"), ("stations", "resume"), ("minutes", "minutes_each"), ("resume", "change"),
    ("resume", "group_size"), ("stations", "group_size"), *(("strands", name) for name in _OF_STRANDS),
]  # fmt: skip


def check_block(node: Fields, inside: bool) -> Iterator[Problem]:
    """The problems of a block or a station; `inside` another one."""
    if not any(_has(node, name) for name in CONTENT):
        hint = _("give it a ‘title’, a ‘card’ or a ‘deck’, or write ‘sort: break’")
        yield Problem(Code.MISSING_FIELD, _("this block holds nothing: nobody would know what to do"), node.place, hint)
    if inside and _has(node, "strands"):
        hint = _("put its blocks in strands of the outer block")
        yield _at(node, "strands", _("a strand cannot have strands of its own"), hint)
    yield from _pairs(node)
    yield from _needs(node)
    yield from _grouping(node)
    yield from _least(node)


def _pairs(node: Fields) -> Iterator[Problem]:
    """What must not stand together."""
    for one, other in _APART:
        if _has(node, one) and _has(node, other):
            message = _("‘{one}’ and ‘{other}’ cannot stand together in a block").format(one=one, other=other)
            yield _at(node, other, message, _hint(one, other))


def _hint(one: str, other: str) -> str:
    """What to do instead."""
    if (one, other) == ("card", "deck"):
        return _("let one of them be the block, and put the other below ‘print’")
    if one == "strands":
        return _("what is done, where, and for how long, stands in the blocks of its strands")
    if other == "group_size":
        return _("the groups that go round are those of the plan: ‘groups’ at the top says how large they are")
    if other == "change":
        return _("it is as at the carrousel that goes on here")
    return _("keep one of them")


def _needs(node: Fields) -> Iterator[Problem]:
    """What has no meaning without something else."""
    wanted = {
        "cards": ("deck",), "per": ("deck", "card"), "rounds": ("stations", "resume"), "change": ("stations", "resume"),
    }  # fmt: skip
    for name, others in wanted.items():
        if _has(node, name) and not any(_has(node, other) for other in others):
            message = _("‘{name}’ does nothing without {others}")
            said = _(" or ").join(f"‘{other}’" for other in others)
            yield _at(node, name, message.format(name=name, others=said))


def _grouping(node: Fields) -> Iterator[Problem]:
    """A carrousel has stations, and what has stations is a carrousel; and only groups have a size."""
    grouping = scalar(node, "grouping")
    if grouping and grouping.text in ("alone", "pairs", "plenary") and _has(node, "group_size"):
        message = _("‘{name}’ does nothing without {others}")
        yield _at(node, "group_size", message.format(name="group_size", others="‘grouping: groups’"))
    is_carrousel = _has(node, "stations") or _has(node, "resume")
    if grouping is None or (grouping.text == "carrousel") == is_carrousel:
        return
    if grouping.text == "carrousel":
        hint = _("add ‘stations’, or ‘resume’ with the id of the carrousel that goes on here")
        yield _at(node, "grouping", _("a carrousel needs stations"), hint)
    else:
        yield _at(node, "grouping", _("a block with stations is a carrousel"), _("leave ‘grouping’ out"))


def _least(node: Fields) -> Iterator[Problem]:
    """What is left of a block cannot be longer than the block."""
    most, least = _duration(node, "minutes"), _duration(node, "least")
    if most is not None and least is not None and least > most:
        message = _("least ({least}) is more than the {minutes} minutes of the block")
        yield _at(node, "least", message.format(least=least, minutes=most))


def _duration(node: Fields, name: str) -> int | None:
    """The minutes of a field that can be read; what cannot is for the model to say."""
    said = scalar(node, name)
    try:
        found = minutes(said.text) if said else None
    except ValueError:
        return None
    return found if isinstance(found, int) else None


def _at(node: Fields, name: str, message: str, hint: str = "") -> Problem:
    """A problem at a key of the block."""
    return Problem(Code.WRONG_VALUE, message, place_at(node, (name,), key=True), hint)


def _has(node: Fields, name: str) -> bool:
    """Whether something stands behind a key."""
    value = node.get(name)
    return value is not None and not (isinstance(value, Scalar) and not value.text.strip())
