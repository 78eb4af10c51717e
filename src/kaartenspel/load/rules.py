"""The fields that rules for texts name must be fields of the kinds that they are for."""

from collections.abc import Iterator, Sequence

from kaartenspel.load.wording import unknown_name
from kaartenspel.messages import _
from kaartenspel.model.checks import Checks, HasField
from kaartenspel.model.kind import Kind
from kaartenspel.problems import Problem
from kaartenspel.reading.values import Value, place_at


def check_rules(checks: Checks, value: Value, kinds: Sequence[Kind]) -> Iterator[Problem]:
    """A problem for each field that none of the kinds has."""
    known = list(dict.fromkeys(name for kind in kinds for name in kind.fields))
    for index, rule in enumerate(checks.rules):
        at: tuple[str | int, ...] = ("rules", index)
        if isinstance(rule, HasField):
            named = [(name, place_at(value, (*at, "fields", n))) for n, name in enumerate(rule.fields)]
        else:
            named = [(rule.field, place_at(value, (*at, "field")))]
        yield from (unknown_name(_("field"), name, place, known) for name, place in named if name not in known)
