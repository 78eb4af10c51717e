"""A theme: the colours, fonts, text styles and lengths of a house style. Sizes of type are points."""

from typing import Literal

from pydantic import Field

from kaartenspel.model.base import Model
from kaartenspel.model.values import Colour, Flag, Ident, Inks, Length, Number, OneLine


class Style(Model):
    """How a text is set: the ladder of sizes runs from `largest` down to `smallest`."""

    face: Ident = Field(description="De letter (een sleutel van fonts).")
    bold: Ident = Field("bold", description="De letter voor **vet**.")
    italic: Ident = Field("italic", description="De letter voor _cursief_.")
    bold_italic: Ident = Field("bold-italic", description="De letter voor vet en cursief tegelijk.")
    largest: Number = Field(
        gt=0, le=400, description="De grootste letter in punten, op het eigen formaat van de soort."
    )
    smallest: Number = Field(gt=0, le=400, description="De kleinste letter in punten, op elk formaat.")
    leading: Number = Field(1.25, ge=1, le=3, description="De regelafstand, als deel van de lettergrootte.")
    grows: Flag = Field(False, description="true: de maten gelden op een pokerkaart en groeien mee met de kaart.")
    one_line: Flag = Field(False, description="true: liever kleiner op één regel dan groter op twee.")
    colour: Ident = Field("ink", description="Een kleur van het thema, of kind: de kleur van de soort.")


class Tokens(Model):
    """Lengths on a poker card; other sizes take them in proportion."""

    margin: Length = Field(description="Wit tussen snijlijn en tekst aan de voorkant.")
    back_margin: Length = Field(description="Wit tussen snijlijn en tekst op een gekleurde achterkant.")
    band: Length = Field(description="Hoogte van de band.")
    gap: Length = Field(description="Wit tussen de delen van een kaart.")


class Theme(Model):
    """A theme file, after what it `extends` was filled in."""

    theme: Ident = Field(description="De naam van het thema, gelijk aan de bestandsnaam.")
    title: OneLine = Field(description="Hoe het thema heet.")
    extends: Ident | None = Field(None, description="Het thema waar dit op voortbouwt.")
    colours: dict[Ident, Colour] = Field(description="De kleuren, elk als '#0f6e78'.")
    inks: dict[Colour, Inks] = Field(
        default_factory=dict,
        description="Voor de drukkerij: de inkt van een kleur, als cyaan, magenta, geel en zwart in procenten.",
    )
    fonts: dict[Ident, OneLine] = Field(description="Per letter het TTF-bestand, naast dit bestand of meegeleverd.")
    styles: dict[Ident, Style] = Field(description="De tekststijlen.")
    tokens: Tokens = Field(description="De maten.")
    pictograms: dict[Ident, OneLine] = Field(
        default_factory=dict, description="Tekeningen in een vlak van 24 bij 24: een SVG-pad met M, L, H, V, C en Z."
    )
    backs: Literal["full", "outline"] = Field(
        "full", description="Gekleurde achterkanten, of witte met gekleurde letters."
    )
    bands: Literal["full", "outline"] = Field(
        "full", description="Gekleurde banden, of witte met een lijn en het patroon."
    )
    pictures: Literal["colour", "grey"] = Field(
        "colour", description="Plaatjes in kleur, of alle in grijs voor een zwart-witprinter."
    )
    larger_sizes: tuple[Ident, ...] = Field(
        (), description="Grotere formaten die het thema probeert als een spel niet past, van klein naar groot."
    )
