"""What of each source stands on which cards, for `kaartenspel list sources`."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kaartenspel.load.decks import load_deck
from kaartenspel.load.project import Project
from kaartenspel.model.register import Origin
from kaartenspel.problems import Problem


@dataclass(frozen=True, slots=True)
class Item:
    """A thing that a source offers: the cards that rest on it (`deck/id`), or why there are none."""

    id: str
    label: str
    cards: tuple[str, ...]
    left_out: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """A source with its items, and the cards that name it as whose idea they are or whose QR opens it."""

    name: str
    origin: Origin
    items: tuple[Item, ...]
    cards: tuple[str, ...]

    @property
    def covered(self) -> int:
        """How many items are on a card."""
        return sum(1 for item in self.items if item.cards)


@dataclass(frozen=True, slots=True)
class Sources:
    """All sources, and what was left out that no source lists, with the reasons."""

    sources: tuple[Coverage, ...]
    left_out: Mapping[str, str]
    problems: tuple[Problem, ...]


def list_sources(folder: Path) -> Sources:
    """The sources of a project, held beside all decks that it can use."""
    project = Project(folder)
    rests, names = _cards(project)
    left_out, origins = project.left_out(), project.origins()
    found = tuple(
        Coverage(
            name,
            origin,
            tuple(
                Item(item, label, tuple(rests.get(item, ())), left_out.get(item, ""))
                for item, label in origin.items.items()
            ),
            tuple(names.get(name, ())),
        )
        for name, origin in origins.items()
    )
    listed = {item for origin in origins.values() for item in origin.items}
    others = {item: reason for item, reason in left_out.items() if item not in listed}
    return Sources(found, others, tuple(dict.fromkeys(project.problems)))


def _cards(project: Project) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The cards of all decks by the items that they rest on, and by the sources that they name or open."""
    rests: dict[str, list[str]] = {}
    names: dict[str, list[str]] = {}
    for found in project.names("decks").values():
        deck = load_deck(project, project.value(found.path), found.path)
        for raw in deck.deck.cards if deck else ():
            for item in raw.based_on:
                rests.setdefault(item, []).append(f"{found.name}/{raw.id}")
        for card in deck.cards if deck else ():
            opens = card.opens if card.link else None
            for name, origin in project.origins().items():
                if origin is card.source or origin is opens:
                    names.setdefault(name, []).append(f"{found.name}/{card.id}")
    return rests, names
