"""The old names of a deck's cards: each leads to a card that is there, and is no card's name itself."""

from collections.abc import Iterable, Iterator

from kaartenspel.load.overlay import aliases_of, renamed
from kaartenspel.load.wording import unknown_name
from kaartenspel.messages import _
from kaartenspel.problems import Code, Problem
from kaartenspel.reading.values import Fields, Value, scalar


def check_aliases(deck: Fields, cards: Iterable[Value]) -> Iterator[Problem]:
    """A problem for each old name that leads nowhere, or that a card bears."""
    aliases = deck.get("aliases")
    if not isinstance(aliases, Fields):
        return
    ids = [named.text for card in cards if (named := scalar(card, "id"))]
    known = aliases_of(aliases)
    for key, value in aliases.entries:
        if key.text in ids:
            said = _("a card is called ‘{name}’ still").format(name=key.text)
            yield Problem(Code.DUPLICATE_ID, said, key.place, _("an old name may not be that of a card"))
        elif key.text in known and renamed(key.text, known, ids) not in ids:
            yield unknown_name(_("card"), known[key.text], value.place, ids)
