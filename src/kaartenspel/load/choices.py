"""The choices of a deck: what they name must be there, and their own names must mean nothing else for `--cards`."""

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase

from kaartenspel.load.wording import unknown_name
from kaartenspel.messages import _
from kaartenspel.problems import Code, Problem
from kaartenspel.reading.values import Fields, Items, Scalar, Value, scalar


def check_choices(deck: Fields, cards: Iterable[Value]) -> Iterator[Problem]:
    """A problem for each choice that is called like a card or a group, and for what a choice names in vain."""
    choices, groups = deck.get("choices"), deck.get("groups")
    ids = [named.text for card in cards if (named := scalar(card, "id"))]
    suits = [key.text for key, _suit in groups.entries] if isinstance(groups, Fields) else []
    for key, choice in choices.entries if isinstance(choices, Fields) else ():
        if key.text in (*ids, *suits):
            said = _("a card is called ‘{name}’ too") if key.text in ids else _("a group is called ‘{name}’ too")
            hint = _("give the choice another name: ‘--cards {name}’ must mean one thing").format(name=key.text)
            yield Problem(Code.DUPLICATE_ID, said.format(name=key.text), key.place, hint)
        listed = choice.get("cards") if isinstance(choice, Fields) else None
        for item in listed.values if isinstance(listed, Items) else ():
            if isinstance(item, Scalar) and item.text.strip() and not _is_there(item.text.strip(), ids, suits):
                yield unknown_name(_("card or group"), item.text, item.place, [*suits, *ids])


def _is_there(pattern: str, ids: list[str], suits: list[str]) -> bool:
    """Whether a group or at least one card is meant."""
    return pattern in suits or any(fnmatchcase(name, pattern) for name in ids)
