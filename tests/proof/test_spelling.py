"""Every word on the shipped cards is one that Debian's Dutch dictionary knows, or that somebody looked at.

`woorden.txt` is that reviewed list: a word a line, behind `#` why it is right where that is not plain to see.
"""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from kaartenspel.compose.shorten import text_of
from kaartenspel.load.project import Project
from kaartenspel.model.card import LoadedDeck
from kaartenspel.press.choose import deck_paths, load_decks

REVIEWED = Path(__file__).parent / "woorden.txt"
WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*-?")
CODE = re.compile(r"\{[a-z_]+\}|\b[A-Z]-(?:kaart(?:en)?\b)?|\b[a-z]+-\d+\b|\b[a-z]+_[a-z]+\b|https?://\S+")
"""What is no word: what is filled in, the cards of a letter, names of cards and fields, addresses."""


def project() -> Project:
    return Project(Path(__file__).parent / "nowhere")


def decks() -> list[LoadedDeck]:
    known = project()
    return load_decks(known, deck_paths(known, ()), b"")


def strings(value: object) -> Iterator[str]:
    """The texts in a model or a mapping, at any depth; names and addresses are no texts."""
    if isinstance(value, BaseModel):
        value = {name: getattr(value, name) for name in type(value).model_fields}
    if isinstance(value, dict):
        for key, part in value.items():
            if key not in ("id", "url", "based_on", "source", "see", "kind", "group", "deck", "language", "licence"):
                yield from strings(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from strings(part)
    elif isinstance(value, str):
        yield value


def said() -> Iterator[tuple[str, str]]:
    """Every text that people read, with where it stands."""
    known = project()
    for deck in decks():
        name = deck.deck.deck
        head = deck.deck
        titles = [head.title, head.subtitle, head.back, head.notes, *(head.stages or ())]
        titles += [group.title for group in head.groups.values()] + [choice.title for choice in head.choices.values()]
        yield from ((name, text) for text in titles if text)
        for card in deck.cards:
            yield from ((f"{name}/{card.id}", text_of(value)) for value in card.fields.values())
    for name, origin in known.origins().items():
        labels = [origin.title, origin.short, origin.use or "", origin.publisher or "", *origin.items.values()]
        yield from ((f"sources/{name}", text) for text in labels)
    yield from (("sources", reason) for reason in known.left_out().values())
    words = known.words("nl", None)
    yield from (("nl.yaml", text) for text in (words.words.values() if words else ()))
    for name in known.names("layouts/kinds"):
        kind = known.kind(name, None)
        if kind:
            labels = [kind.title, *(spec.label for spec in kind.fields.values())]
            yield from ((f"kinds/{name}", text) for text in labels)
    for name in known.names("layouts/checks"):
        checks = known.checks(name)
        yield from ((f"checks/{name}", rule.why) for rule in (checks.rules if checks else ()))


def reviewed() -> set[str]:
    lines = REVIEWED.read_text(encoding="utf-8").splitlines()
    return {word for line in lines if (word := line.partition("#")[0].strip())}


def unknown(texts: list[tuple[str, str]], allowed: set[str]) -> dict[str, str]:
    """The words that neither the dictionary nor the list has, each with one place where it stands."""
    places: dict[str, str] = {}
    for place, text in texts:
        for word in WORD.findall(CODE.sub(" ", text)):
            places.setdefault(word.replace("’", "'"), place)
    done = subprocess.run(
        ["hunspell", "-d", "nl", "-i", "utf-8", "-l"], input="\n".join(places), capture_output=True, encoding="utf-8",
        check=True,
    )  # fmt: skip
    found = {word for word in done.stdout.splitlines() if word.strip()}
    folded = {word.replace("’", "'") for word in allowed}
    return {word: places.get(word, "?") for word in sorted(found) if word not in folded}


def test_every_word_is_known_or_was_looked_at():
    assert unknown(list(said()), reviewed()) == {}


def test_all_decks_are_read():
    names = {place.partition("/")[0] for place, _text in said()}
    assert {deck.deck.deck for deck in decks()} <= names
    assert len(list(said())) > 1000


@pytest.mark.parametrize("word", ["opkeiders", "onderzoekscylus", "RESONSE", "verantwoordelijkhijd"])
def test_a_slip_would_be_seen(word):
    assert unknown([("proef/een", f"Dit is een {word}.")], reviewed()) == {word: "proef/een"}


@pytest.mark.parametrize("word", ["opkeiders", "onderzoekscylus", "RESONSE"])
def test_slips_of_the_sources_are_nowhere(word):
    assert [place for place, text in said() if word.casefold() in text.casefold()] == []


def test_the_list_is_in_order_and_holds_only_what_is_used():
    words = [line.partition("#")[0].strip() for line in REVIEWED.read_text(encoding="utf-8").splitlines()]
    words = [word for word in words if word]
    assert words == sorted(set(words), key=lambda word: (word.casefold(), word))
    used = {word for _place, text in said() for word in WORD.findall(text)}
    assert [word for word in words if word not in used] == []
