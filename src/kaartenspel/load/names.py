"""The names in a deck's file that refer to something: kinds, groups, sources and their items, sizes, languages.

They are looked up in the values themselves and not in a model, so that a slip elsewhere in the file hides none.
A name that cannot be one at all is left to the model, which says so at the same place.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from kaartenspel.load.fields import unfit
from kaartenspel.load.project import Project
from kaartenspel.load.wording import can_be_name, unknown_name
from kaartenspel.messages import _
from kaartenspel.model.kind import Kind
from kaartenspel.model.register import Origin
from kaartenspel.problems import Code, Place, Problem
from kaartenspel.reading.values import Fields, Items, Scalar, Value, scalar


class Names:
    """What the names of one deck's file stand for; what they do not stand for goes to the project's problems."""

    def __init__(self, project: Project, deck: Fields) -> None:
        self.project, self.deck = project, deck
        self.origins = project.origins()
        groups = deck.get("groups")
        self.groups = {key.text: value for key, value in groups.entries} if isinstance(groups, Fields) else {}

    @cached_property
    def _items(self) -> dict[str, str]:
        """The items of all sources."""
        return {item: label for origin in self.origins.values() for item, label in origin.items.items()}

    def check_head(self) -> bool:
        """The names on the deck and its groups, and codes of groups that are the same; whether it can be composed."""
        self._check_groups()
        before = len(self.project.problems)
        for words in self._words():
            self.project.problems += unfit(words)
        is_fit = len(self.project.problems) == before
        size, language = scalar(self.deck, "size"), scalar(self.deck, "language")
        has_size = size is None or (_is_name(size) and self.project.size(size.text, size.place) is not None)
        said = language.text.strip().lower() if language else ""
        return (language is None or self.project.words(said, language.place) is not None) and has_size and is_fit

    def _words(self) -> Iterator[Scalar]:
        """What of the head is printed."""
        stages = self.deck.get("stages")
        found = [scalar(self.deck, name) for name in ("title", "subtitle", "back")]
        found += [scalar(group, "title") for group in self.groups.values()]
        yield from (words for words in found if words is not None)
        yield from (item for item in (stages.values if isinstance(stages, Items) else ()) if isinstance(item, Scalar))

    def _check_groups(self) -> None:
        """What deck and groups open, and groups with one code."""
        self.origin(self.deck, "see")
        for group in self.groups.values():
            self.origin(group, "see")
        codes = [code for group in self.groups.values() if (code := scalar(group, "code"))]
        often = Counter(code.text for code in codes)
        for code in codes:
            if often[code.text] > 1:
                message = _("two groups have the code ‘{code}’").format(code=code.text)
                self.project.problems.append(Problem(Code.DUPLICATE_ID, message, code.place))

    def check_ids(self, cards: tuple[Value, ...]) -> None:
        """A problem for each id that an earlier card has."""
        first: dict[str, Place] = {}
        for named in (scalar(card, "id") for card in cards):
            if named is not None and named.text in first:
                message = _("two cards have the id ‘{id}’: the other stands on line {line}")
                message = message.format(id=named.text, line=first[named.text].line)
                self.project.problems.append(Problem(Code.DUPLICATE_ID, message, named.place))
            elif named is not None:
                first[named.text] = named.place

    def kind(self, card: Fields) -> Kind | None:
        """The kind of a card: its own, else the deck's."""
        named = scalar(card, "kind") or scalar(self.deck, "kind")
        return self.project.kind(named.text, named.place) if named is not None and _is_name(named) else None

    def group(self, card: Fields) -> str | None:
        """The name of a card's group, or None where it has none or names one that is not there."""
        named = scalar(card, "group")
        if named is None or named.text in self.groups:
            return named.text if named else None
        self.project.problems.append(unknown_name(_("group"), named.text, named.place, self.groups))
        return None

    def origin(self, fields: Value, name: str) -> Origin | None:
        """The entry of the register that a field names."""
        named = scalar(fields, name)
        if named is None or not _is_name(named):
            return None
        if named.text not in self.origins:
            self.project.problems.append(unknown_name(_("source"), named.text, named.place, self.origins))
        return self.origins.get(named.text)

    def opens(self, card: Fields, group: str | None, source: Origin | None) -> Origin | None:
        """What the QR opens: the card's see, else its source if that has an address, else the group's or deck's see."""
        own = self.origin(card, "see") or (source if source and source.link else None)
        named = (scalar(self.groups[group], "see") if group else None) or scalar(self.deck, "see")
        return own or (self.origins.get(named.text) if named else None) or source

    def check_items(self, card: Fields, source: Origin | None) -> None:
        """Each item that a card rests on must be one of its source, or of any source where it names none."""
        based_on = card.get("based_on")
        known = source.items if source else self._items
        for item in based_on.values if isinstance(based_on, Items) else ():
            if isinstance(item, Scalar) and item.text not in known:
                self.project.problems.append(unknown_name(_("item of a source"), item.text, item.place, known))


def _is_name(named: Scalar) -> bool:
    return can_be_name(named.text)
