"""What the shipped files say must be printed, read with plain PyYAML and no code of ours.

`BaseLoader` leaves every scalar a text, so the traps that `reading` guards against do not arise.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

ROOT = Path(__file__).parents[2]
WORDS = ROOT / "src" / "kaartenspel" / "languages"
SIDES = ("front", "back")


@dataclass(frozen=True)
class Kind:
    """A kind's fields by their type, the regions of its faces, and its labels."""

    types: Mapping[str, str]
    front: tuple[Mapping[str, Any], ...]
    back: tuple[Mapping[str, Any], ...]
    labels: frozenset[str]
    size: str
    unnumbered: bool
    own_back: bool

    def regions(self, *sides: str) -> list[Mapping[str, Any]]:
        """What stands on these sides, or on both."""
        return [part for side in sides or SIDES for part in getattr(self, side)]

    @property
    def printed(self) -> frozenset[str]:
        """The fields that a face shows."""
        return frozenset(name for part in self.regions() for name in _shown(part))

    @property
    def opens(self) -> bool:
        """Whether it has room for a QR."""
        return any(part["region"] == "foot" and part.get("qr") != "false" for part in self.regions())

    @property
    def coded(self) -> tuple[str, ...]:
        """The sides on which the card's code stands: where a band or an imprint is."""
        return tuple(side for side in SIDES if any(p["region"] in ("band", "imprint") for p in self.regions(side)))


@dataclass(frozen=True)
class Card:
    """A card with its code, what its QR opens, and whose idea it is (entries of the register)."""

    id: str
    kind: str
    code: str
    copies: int
    raw: Mapping[str, Any]
    opens: Mapping[str, str]
    source: Mapping[str, str]

    @property
    def link(self) -> str | None:
        live = self.opens.get("status", "live") == "live" and kind(self.kind).opens
        return self.opens.get("url") if live else None


@dataclass(frozen=True)
class Deck:
    """A deck in print order, and every word that may stand on its cards beside their fields."""

    name: str
    raw: Mapping[str, Any]
    cards: tuple[Card, ...]

    @property
    def size(self) -> str:
        return self.raw.get("size") or kind(self.raw["kind"]).size

    @property
    def slots(self) -> tuple[Card, ...]:
        """Each card as often as it is printed."""
        return tuple(card for card in self.cards for _copy in range(card.copies))


def values(path: Path) -> Any:
    return yaml.load(path.read_bytes(), Loader=yaml.BaseLoader)


@cache
def words(language: str = "nl") -> Mapping[str, str]:
    return values(WORDS / f"{language}.yaml")["words"]


@cache
def deck_names() -> list[str]:
    paths = sorted((ROOT / "decks").glob("*.yaml"))
    return [path.stem for path in paths if "cards" in values(path)]


@cache
def layouts(sort: str) -> Mapping[str, Mapping[str, Any]]:
    """The shipped files of a sort (sizes, sheets, themes) by name."""
    return {path.stem: values(path) for path in sorted((ROOT / "layouts" / sort).glob("*.yaml"))}


@cache
def paper_sheets() -> list[str]:
    """The sheets that are paper, and not pages for a screen."""
    return [name for name, raw in layouts("sheets").items() if raw["fit"] != "page"]


@cache
def paper_sizes() -> list[str]:
    return [name for name, raw in layouts("sizes").items() if raw["sheet"] in paper_sheets()]


@cache
def register() -> Mapping[str, Mapping[str, str]]:
    return values(ROOT / "decks" / "sources.yaml")["sources"]


@cache
def kind(name: str) -> Kind:
    """A kind with all that it takes from the one it extends."""
    raw = _whole(name)
    fields = raw["fields"]
    types = {key: spec.get("type", "text") for key, spec in fields.items()}
    labels = frozenset(spec["label"] for spec in fields.values())
    front, back = (tuple(raw[side]["regions"]) for side in SIDES)
    blank = all(part["region"] in ("space", "gap") for part in back)
    own_back = raw["back"].get("ground", "paper") == "paper" and not blank
    return Kind(types, front, back, labels, raw.get("size", ""), raw.get("unnumbered") == "true", own_back)


@cache
def _whole(name: str) -> Mapping[str, Any]:
    """A kind's file over the one it extends, with the regions that `change` names changed."""
    raw = values(ROOT / "layouts" / "kinds" / f"{name}.yaml")
    if "extends" not in raw:
        return raw
    raw = _over(_whole(raw["extends"]), raw)
    change = raw.pop("change", {})
    for side in SIDES:
        parts = [{**part, **change.get(part.get("name"), {})} for part in raw[side]["regions"]]
        raw = {**raw, side: {**raw[side], "regions": parts}}
    return raw


def _over(below: Any, above: Any) -> Any:
    """Fields of both, the upper ones first; anything else is the upper's alone."""
    if not (isinstance(below, dict) and isinstance(above, dict)):
        return above
    return {**below, **{key: _over(below.get(key), value) for key, value in above.items()}}


def _shown(part: Mapping[str, Any]) -> list[str]:
    """The fields of a card that a region shows."""
    return [*([part["field"]] if "field" in part else []), *part.get("fields", ())]


@cache
def deck(name: str) -> Deck:
    raw = values(ROOT / "decks" / f"{name}.yaml")
    places: Counter[str] = Counter()
    cards = [_card(raw, card, places) for card in raw["cards"]]
    groups = list(raw.get("groups", {}))
    first, last = -1, len(groups)  # how to play comes first, what has no group last
    order = {
        card.id: groups.index(card.raw["group"]) if "group" in card.raw else last if card.code else first
        for card in cards
    }
    return Deck(name, raw, tuple(sorted(cards, key=lambda card: order[card.id])))


def _card(raw: Mapping[str, Any], card: Mapping[str, Any], places: Counter[str]) -> Card:
    group = raw.get("groups", {}).get(card.get("group"), {})
    name = card.get("kind") or raw["kind"]
    code = ""
    if not kind(name).unnumbered:
        places[card.get("group", "")] += 1
        code = f"{group.get('code', '')}{places[card.get('group', '')]}"
    found = register()
    source = found.get(card.get("source", ""), {})
    own = card["source"] if source.get("url") and source.get("status") != "archived" else None
    see = card.get("see") or own or group.get("see") or raw.get("see") or card.get("source")
    opens = found.get(see or "", {})
    return Card(card["id"], name, code, int(card.get("copies", 1)), card, opens, source)


def domain(origin: Mapping[str, str]) -> str:
    return (urlsplit(origin.get("url", "")).hostname or "").removeprefix("www.")


def clean(text: str) -> str:
    """The words of a text: markup gone, runs of white space one space, no-break spaces kept."""
    bare = re.sub(r"\*\*(?=\S)(.+?)(?<=\S)\*\*|(?<!\w)_(?=\S)(.+?)(?<=\S)_(?!\w)", r"\1\2", text)
    return re.sub(r"[ \t\n]+", " ", bare).strip()


def fragments(card: Card, *sides: str) -> list[str]:
    """Every stretch of text that must stand on the card (or on a side), unbroken, once for each region that says it."""
    return [text for part in kind(card.kind).regions(*sides) for text in _said(card, part)]


def _said(card: Card, part: Mapping[str, Any]) -> Iterator[str]:
    """The fields that a region shows, with its heading where there is anything below it, or its fixed words."""
    about, shown = kind(card.kind), [name for name in _shown(part) if card.raw.get(name)]
    fixed = [words()[word] for word in part.get("words", ())]
    if shown or fixed:
        yield from [words()[part["heading_word"]]] if "heading_word" in part else []
        yield from [part["heading"]] if "heading" in part else []
    yield from fixed
    for name in shown:
        yield from _parts(card.raw[name], about.types[name])


def _parts(value: Any, sort: str) -> Iterator[str]:
    minutes = words()["minutes"]
    if sort == "group-size":
        yield from [value["in"]] if "in" in value else []
        ends = list(dict.fromkeys(value[key] for key in ("least", "most") if key in value))
        yield from ["–".join(ends)] if ends else []
    elif sort == "steps":
        for step in value:
            yield clean(step["text"] if isinstance(step, dict) else step)
            yield from _duration(step, minutes) if isinstance(step, dict) else []
    elif sort == "list":
        yield from map(clean, value)
    elif sort == "minutes" or re.fullmatch(r"\d+(–\d+)?", value):
        yield f"{value} {minutes}"
    else:
        paragraphs = re.split(r"\n\s*\n|\n- ", "\n" + value)
        yield from (clean(part) for part in paragraphs if clean(part))


def _duration(step: Mapping[str, str], minutes: str) -> Iterator[str]:
    rounds = f"{step['rounds']} × " if "rounds" in step else ""
    if "minutes_each" in step:
        yield f"{rounds}{step['minutes_each']} {minutes} {words()['each']}"
    elif "minutes" in step:
        yield f"{rounds}{step['minutes']} {minutes}"


def unprinted(card: Card) -> list[str]:
    """The texts of a card that its kind keeps off paper."""
    about = kind(card.kind)
    kept = [name for name in about.types if name not in about.printed and name in card.raw]
    return [part for name in kept for part in _parts(card.raw[name], about.types[name])]


def _numbers(card: Card) -> set[str]:
    """The numbers beside what is numbered on a card."""
    parts = kind(card.kind).regions()
    numbered = [part["field"] for part in parts if part["region"] == "steps" or part.get("marks") == "number"]
    return {str(place + 1) for name in numbered for place in range(len(card.raw.get(name, ())))}


def vocabulary(owner: Deck, card: Card) -> set[str]:
    """What may stand on a card beside its fields: names, labels, the language's words, numbers of steps."""
    raw, said = owner.raw, words()
    found = {raw["title"], raw.get("subtitle", ""), raw.get("back", ""), card.code, *said.values()}
    found |= {group["title"] for group in raw.get("groups", {}).values()} | set(kind(card.kind).labels)
    found |= {f"{stage}{end}" for stage in raw.get("stages", ()) for end in (".", ":", "")}
    for origin in (card.opens, card.source):
        found |= {origin.get(key, "") for key in ("title", "short", "use", "publisher")} | {domain(origin)}
    archived = f" ({said['archive']})" if card.source.get("status") == "archived" else ""
    found.add(f"{said['idea']}: {card.source.get('short', '')}{archived}")
    found |= _numbers(card)
    return {clean(text) for text in found if text}
