"""Kinds of cards as data: which fields a card has, and how its two faces are stacked from regions.

A face is a stack of regions from top to bottom; what follows a `space` region is pushed to the foot.
"""

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from kaartenspel.messages import _
from kaartenspel.model.base import Model
from kaartenspel.model.values import Count, FieldName, Flag, Ident, Length, OneLine, refuse

TEMPLATE = re.compile(r"\{([^{}]*)\}")
TEMPLATE_NAMES = ("deck.title", "deck.subtitle", "group.title", "code", "kind.title")


def _template(value: object) -> object:
    """Words in which names between braces stand for words of deck, group or card."""
    for name in TEMPLATE.findall(value) if isinstance(value, str) else ():
        if name not in TEMPLATE_NAMES:
            possible = ", ".join(TEMPLATE_NAMES)
            raise refuse(_("unknown name ‘{name}’").format(name=name), _("there is: {known}").format(known=possible))
    return value


Template = Annotated[str, BeforeValidator(_template)]
FieldType = Literal["text", "rich", "list", "number", "minutes", "choice", "link", "steps", "group-size", "picture"]


class FieldSpec(Model):
    """What one field of a card may hold."""

    type: FieldType = Field("text", description="Wat er in het veld hoort.")
    label: OneLine = Field(description="Hoe het veld heet voor wie een spel schrijft.")
    description: OneLine | None = Field(None, description="Uitleg die de editor bij het veld toont.")
    required: Flag = Field(False, description="true als elke kaart dit veld moet hebben.")
    choices: tuple[OneLine, ...] = Field((), description="Bij type choice: waaruit gekozen wordt.")
    least: Count | None = Field(None, description="Bij een lijst: het kleinste aantal; bij een getal: het kleinste.")
    most: Count | None = Field(None, description="Bij een lijst: het grootste aantal; bij een getal: het grootste.")


class Region(Model):
    """What all regions have."""

    name: Ident | None = Field(None, description="Een naam, zodat een kind van deze soort dit deel kan veranderen.")


class Heading(Region):
    """A region that may have a small heading: own words, or a word of the language file."""

    heading: OneLine | None = Field(None, description="Een kopje boven dit deel, letterlijk.")
    heading_word: Ident | None = Field(None, description="Een kopje uit het taalbestand (languages/nl.yaml).")


class Band(Region):
    """The coloured band at the top, running off the card: code and pictogram left, a title right."""

    region: Literal["band"]
    title: Template = Field("{group.title}", description="De tekst rechts, met namen tussen accolades.")
    title_word: Ident | None = Field(None, description="De tekst rechts uit het taalbestand.")
    fill: Literal["kind", "none"] = Field("kind", description="none: een witte band met een lijn eronder.")
    pictogram: Flag = Field(True, description="false: geen pictogram.")


class TextPart(Heading):
    """A text: a field of the card, or words with names between braces."""

    region: Literal["text"]
    field: FieldName | None = Field(None, description="Het veld van de kaart.")
    say: Template | None = Field(None, description="Vaste woorden, met namen tussen accolades zoals {deck.title}.")
    style: Ident = Field("body", description="Een tekststijl van het thema.")
    close: Flag = Field(False, description="true: dicht op het deel erboven, zoals een ondertitel.")


class ListPart(Heading):
    """A list of texts, with bullets or numbers."""

    region: Literal["list"]
    field: FieldName = Field(description="Het veld met de lijst.")
    style: Ident = Field("body", description="Een tekststijl van het thema.")
    marks: Literal["bullet", "number"] = Field("bullet", description="Bolletjes of nummers.")


class StepsPart(Heading):
    """Numbered steps, with their minutes at the right."""

    region: Literal["steps"]
    field: FieldName = Field(description="Het veld met de stappen.")
    style: Ident = Field("body", description="Een tekststijl van het thema.")


class StagesPart(Heading):
    """Three stages, each with a circle that fills up and the deck's name for it."""

    region: Literal["stages"]
    field: FieldName = Field(description="Het veld met de drie teksten.")
    style: Ident = Field("body", description="Een tekststijl van het thema.")


class FactsPart(Region):
    """Small facts side by side, each under the label of its field."""

    region: Literal["facts"]
    fields: tuple[FieldName, ...] = Field(min_length=1, description="De velden, van links naar rechts.")


class PicturePart(Region):
    """A picture as wide as the text, or as its height allows."""

    region: Literal["picture"]
    field: FieldName = Field(description="Het veld met het plaatje.")
    height: Length | None = Field(None, description="De hoogte; leeg: de ruimte die de teksten overlaten.")
    least: Length = Field(18.0, description="De kleinste hoogte van een plaatje zonder vaste hoogte.")
    fit: Literal["contain"] = Field("contain", description="contain: het hele plaatje past erin.")


class BoxesPart(Heading):
    """Boxes to write in, each with a label, in the room that is left."""

    region: Literal["boxes"]
    field: FieldName | None = Field(None, description="Het veld met de opschriften.")
    words: tuple[Ident, ...] = Field((), description="Vaste opschriften uit het taalbestand.")
    style: Ident = Field("heading", description="De tekststijl van de opschriften.")
    columns: Annotated[Count, Field(ge=1, le=4)] | None = Field(
        None, description="Hoeveel vakken naast elkaar; leeg: vanzelf."
    )
    least: Length = Field(8.0, description="De kleinste hoogte van een vak, het opschrift niet meegerekend.")


class Sideways(Region):
    """A text along the right side, read when the card is held sideways."""

    region: Literal["sideways"]
    field: FieldName = Field(description="Het veld van de kaart.")
    style: Ident = Field("title", description="Een tekststijl van het thema.")


class LinesPart(Region):
    """Lines to write on, as many as there is room for."""

    region: Literal["lines"]
    pitch: Length = Field(9.0, description="De afstand tussen de schrijflijnen.")


class Space(Region):
    """Takes the room that is left: what follows stands at the foot."""

    region: Literal["space"]


class Gap(Region):
    """A fixed white space."""

    region: Literal["gap"]
    height: Length = Field(description="De hoogte.")


class Foot(Region):
    """Whose idea it is, what the QR opens, and the QR."""

    region: Literal["foot"]
    qr: Flag = Field(True, description="false: alleen de naam van de bron.")
    side: Length = Field(15.0, description="De zijde van de QR waar zijn blokjes groot genoeg zijn.")
    most: Length = Field(22.0, description="De grootste zijde die een QR mag krijgen.")


class Imprint(Region):
    """The foot of a back: deck, set and count at the left, the code at the right."""

    region: Literal["imprint"]


class SchoolMark(Region):
    """On the back of an edition: the school's logo and name; without an edition nothing, and no room."""

    region: Literal["school"]
    height: Length = Field(9.0, description="De hoogte van het logo op een pokerkaart.")


class Motif(Region):
    """The kind's pictogram, large, behind the text; it takes no room."""

    region: Literal["motif"]


AnyRegion = Annotated[
    Band
    | TextPart
    | ListPart
    | StepsPart
    | StagesPart
    | FactsPart
    | PicturePart
    | LinesPart
    | BoxesPart
    | Sideways
    | Space
    | Gap
    | Foot
    | Imprint
    | SchoolMark
    | Motif,
    Field(discriminator="region"),
]


class FaceSpec(Model):
    """One side of a card."""

    ground: Literal["paper", "kind"] = Field(
        "paper", description="De kleur van het vlak: papier, of de kleur van de soort."
    )
    regions: tuple[AnyRegion, ...] = Field(description="De delen, van boven naar beneden.")


class Kind(Model):
    """A kind file, after what it `extends` was filled in."""

    kind: Ident = Field(description="De naam van de soort, gelijk aan de bestandsnaam.")
    title: OneLine = Field(description="Hoe de soort heet.")
    extends: Ident | None = Field(None, description="De soort waar deze op voortbouwt.")
    change: dict[Ident, dict[str, object]] = Field(
        default_factory=dict,
        description="Per naam van een deel: wat er anders is dan in de soort waarop deze voortbouwt.",
    )
    size: Ident | None = Field(None, description="Het kaartformaat; leeg: dat van het spel.")
    colour: Ident = Field("deck", description="Een kleur van het thema, of deck: die van de soort van het spel.")
    pictogram: Ident | None = Field(None, description="Een pictogram van het thema.")
    pattern: Ident | None = Field(None, description="Een patroon: plain, dots, bars, lines of slant.")
    unnumbered: Flag = Field(False, description="true: de kaart krijgt geen code en telt niet mee in de nummering.")
    fields: dict[FieldName, FieldSpec] = Field(default_factory=dict, description="De velden van de kaart.")
    front: FaceSpec = Field(description="De voorkant.")
    back: FaceSpec = Field(description="De achterkant.")
