"""What a kind says of itself, and the names in it that a theme or the language file must know."""

from collections.abc import Iterator

from kaartenspel.load.fields import CARD_KEYS
from kaartenspel.load.wording import unknown_name
from kaartenspel.messages import _
from kaartenspel.model.kind import AnyRegion, FaceSpec, FieldSpec, Kind, TextPart
from kaartenspel.model.theme import Theme
from kaartenspel.model.words import Words
from kaartenspel.problems import Code, Place, Problem
from kaartenspel.reading.values import Value, place_at

PATTERNS = ("plain", "dots", "bars", "lines", "slant")
LISTS = ("list", "steps")
FITTING = {
    "text": ("text", "rich", "number", "minutes", "choice", "link"),
    "list": LISTS,
    "steps": LISTS,
    "stages": LISTS,
    "boxes": LISTS,
    "sideways": ("text", "rich", "choice"),
    "picture": ("picture",),
    "facts": ("text", "rich", "number", "minutes", "choice", "link", *LISTS, "group-size"),
}
"""Which types of field a sort of region can show."""
Location = tuple[str | int, ...]


def check_kind(kind: Kind, value: Value) -> Iterator[Problem]:
    """What is wrong in a kind whatever the theme: its fields, and what its faces show of them."""
    for name, spec in kind.fields.items():
        yield from _field(name, spec, place_at(value, ("fields", name), key=True))
    if kind.pattern is not None and kind.pattern not in PATTERNS:
        yield unknown_name(_("pattern"), kind.pattern, place_at(value, ("pattern",)), PATTERNS)
    for at, part in _regions(kind):
        field = getattr(part, "field", None)
        if field is not None:
            yield from _shown(part, field, kind, place_at(value, (*at, "field")))
        elif isinstance(part, TextPart) and part.say is None:
            said = _("a text shows a field, or says something: ‘field: …’ or ‘say: …’")
            yield Problem(Code.MISSING_FIELD, said, place_at(value, at))
        for index, fact in enumerate(getattr(part, "fields", ())):
            yield from _shown(part, fact, kind, place_at(value, (*at, "fields", index)))


def check_in_theme(kind: Kind, value: Value, theme: Theme, words: Words) -> Iterator[Problem]:
    """The names in a kind that this theme or this language does not have."""
    named = ((_("colour"), "colour", ["deck", *theme.colours]), (_("pictogram"), "pictogram", list(theme.pictograms)))
    for sort, key, there in named:
        name = getattr(kind, key)
        if name is not None and name not in there:
            yield unknown_name(sort, name, place_at(value, (key,)), there)
    word = _("word of the language file")
    known = (
        ("style", _("text style"), list(theme.styles)),
        ("heading_word", word, list(words.words)),
        ("title_word", word, list(words.words)),
    )
    for at, part in _regions(kind):
        for index, name in enumerate(getattr(part, "words", ())):
            if name not in words.words:
                yield unknown_name(word, name, place_at(value, (*at, "words", index)), words.words)
        for key, sort, there in known:
            name = getattr(part, key, None)
            if name is not None and name not in there:
                yield unknown_name(sort, name, place_at(value, (*at, key)), there)


def _field(name: str, spec: FieldSpec, place: Place) -> Iterator[Problem]:
    """A field that no card could fill in."""
    if name in CARD_KEYS:
        said = _("every card has a field ‘{name}’ already").format(name=name)
        yield Problem(Code.WRONG_VALUE, said, place, _("choose another name"))
    if spec.type == "choice" and not spec.choices:
        said = _("the field ‘{name}’ has nothing to choose from").format(name=name)
        yield Problem(Code.MISSING_FIELD, said, place, _("add a line ‘{line}’").format(line="choices: [… , …]"))
    if spec.least is not None and spec.most is not None and spec.least > spec.most:
        said = _("least ({least}) is more than most ({most})").format(least=spec.least, most=spec.most)
        yield Problem(Code.WRONG_VALUE, said, place)


def _shown(part: AnyRegion, name: str, kind: Kind, place: Place) -> Iterator[Problem]:
    """A field that the kind does not have, or that this sort of region cannot show."""
    spec = kind.fields.get(name)
    if spec is None:
        yield unknown_name(_("field"), name, place, kind.fields)
    elif spec.type not in FITTING[part.region]:
        said = _("‘{region}’ cannot show the field ‘{field}’, which is of type {type}")
        said = said.format(region=part.region, field=name, type=spec.type)
        hint = _("it shows fields of type {types}").format(types=", ".join(FITTING[part.region]))
        yield Problem(Code.WRONG_VALUE, said, place, hint)


def _regions(kind: Kind) -> Iterator[tuple[Location, AnyRegion]]:
    """The regions of both faces, each with where it stands."""
    faces: tuple[tuple[str, FaceSpec], ...] = (("front", kind.front), ("back", kind.back))
    for side, face in faces:
        for index, part in enumerate(face.regions):
            yield (side, "regions", index), part
