"""The statements of a school's vision as decks: cards to talk about, and posters for the wall.

They are decks like any other: values with the places where the statements stand in `edition.yaml`.
"""

from collections.abc import Iterator

from kaartenspel.load.editions import LoadedEdition
from kaartenspel.model.words import Words
from kaartenspel.problems import Place
from kaartenspel.reading.values import Fields, Items, Scalar, Value

CARDS, POSTER = "visie", "visie-poster"
LANGUAGE = "nl"
ON_A_POSTER = 7
"""So many statements at most stand on one poster, in letters that are read from a few steps away."""


def vision_decks(edition: LoadedEdition, words: Words) -> Iterator[tuple[str, Fields]]:
    """The decks by name; none where the edition has no vision."""
    statements = edition.value.get("vision")
    if isinstance(statements, Items) and statements.values:
        yield CARDS, _cards(statements, words)
        yield POSTER, _posters(edition, statements, words)


def _cards(statements: Items, words: Words) -> Fields:
    """A card a statement, with its own question or a fixed one."""
    place = statements.place
    group = _fields(place, title=words["vision"], code=words["vision-code"])
    cards = [_card(f"{CARDS}-{number}", value, words) for number, value in enumerate(statements.values, 1)]
    return _fields(
        place, deck=CARDS, title=words["vision"], subtitle=words["vision-back"], kind="statement",
        language=words.language, groups=_fields(place, **{CARDS: group}), cards=Items(tuple(cards), place),
    )  # fmt: skip


def _card(name: str, value: Value, words: Words) -> Fields:
    text, question = _parts(value)
    own = question or _text(words["vision-question"], value.place)
    return _fields(value.place, id=name, group=CARDS, text=text, question=own)


def _posters(edition: LoadedEdition, statements: Items, words: Words) -> Fields:
    """As many posters as the statements need, each with about as many."""
    place, values = statements.place, statements.values
    count = -(-len(values) // ON_A_POSTER)
    size = -(-len(values) // count)
    name = edition.value.get("name")
    cards: list[Value] = []
    for number in range(count):
        steps = Items(tuple(_parts(value)[0] for value in values[number * size : (number + 1) * size]), place)
        subtitle = {"subtitle": name} if isinstance(name, Scalar) and name.text.strip() else {}
        cards.append(
            _fields(place, id=f"{POSTER}-{number + 1}", group=CARDS, title=words["vision"], **subtitle, steps=steps)
        )
    group = _fields(place, title=words["vision"], code=words["vision-code"])
    return _fields(
        place, deck=POSTER, title=words["vision"], kind="poster", language=words.language,
        groups=_fields(place, **{CARDS: group}), cards=Items(tuple(cards), place),
    )  # fmt: skip


def _parts(value: Value) -> tuple[Value, Value | None]:
    """A statement's text and question."""
    if isinstance(value, Fields):
        return value.get("text") or value, value.get("question")
    return value, None


def _fields(place: Place, **entries: Value | str) -> Fields:
    made = {name: _text(value, place) if isinstance(value, str) else value for name, value in entries.items()}
    return Fields(tuple((_text(name, place), value) for name, value in made.items()), place)


def _text(text: str, place: Place) -> Scalar:
    return Scalar(text, place, quoted=True)
