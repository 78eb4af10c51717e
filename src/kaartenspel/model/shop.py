"""A print shop: what it asks of the files that are handed in. Lengths are mm; type and lines are points."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from kaartenspel.messages import _
from kaartenspel.model.base import Model
from kaartenspel.model.sheet import Edge, Side
from kaartenspel.model.values import Count, Flag, Ident, Length, Number, OneLine, refuse

PageOrder = Literal["front-back", "back-front", "separate-files"]
MILLIMETRES_PER_INCH = 25.4


class CardSize(Model):
    """What a shop cuts a card size to: its own trim, or the pictures that it asks for."""

    width: Side = Field(description="De breedte van de gesneden kaart bij deze drukkerij.")
    height: Side = Field(description="De hoogte van de gesneden kaart bij deze drukkerij.")


class Pixels(Model):
    """How large the pictures of a card must be, bleed included."""

    width: Annotated[Count, Field(ge=100, le=10000)] = Field(description="De breedte in pixels, met afloop.")
    height: Annotated[Count, Field(ge=100, le=10000)] = Field(description="De hoogte in pixels, met afloop.")


class Shop(Model):
    """A file of `layouts/shops`. What a shop does not say is the trade's habit."""

    shop: Ident = Field(description="De naam van de drukkerij, gelijk aan de bestandsnaam.")
    title: OneLine = Field(description="Hoe de drukkerij heet.")
    extends: Ident | None = Field(None, description="De drukkerij waar deze op voortbouwt.")
    source: OneLine = Field(description="Waar deze eisen staan: een adres, of het stuk waarin ze zijn gelezen.")
    date: OneLine = Field(description="Wanneer de eisen zijn overgenomen, zoals 2026-11-23.")
    bleed: Edge = Field(3.0, description="Hoe ver de kleur doorloopt buiten de snijlijn.")
    safe: Edge = Field(4.0, description="Hoe ver tekst en QR-codes van de snijlijn blijven.")
    ink: Annotated[Count, Field(ge=100, le=400)] = Field(
        300, description="De meeste inkt op één plek, in procenten van de vier kleuren samen."
    )
    smallest_type: Number = Field(7.0, gt=0, le=72, description="De kleinste letter, in punten.")
    smallest_reversed: Number = Field(7.0, gt=0, le=72, description="De kleinste witte letter op kleur, in punten.")
    smallest_line: Number = Field(0.5, gt=0, le=10, description="De dunste lijn, in punten.")
    resolution: Annotated[Count, Field(ge=72, le=2400)] = Field(
        300, description="Hoeveel pixels per inch een plaatje op zijn gedrukte maat heeft."
    )
    module: Length = Field(0.4, gt=0, le=5, description="Het kleinste blokje van een QR-code.")
    order: PageOrder = Field(
        "front-back", description="front-back: voorkant, achterkant om en om; back-front: eerst de achterkant; "
        "separate-files: voorkanten en achterkanten elk in een eigen bestand.",
    )  # fmt: skip
    backs: Literal["repeated", "once"] = Field(
        "repeated", description="repeated: bij elke kaart een achterkant; once: één achterkant voor het hele spel."
    )
    text: Literal["fonts", "outlines"] = Field(
        "fonts", description="fonts: letters als letters, ingesloten; outlines: letters als vormen."
    )
    format: Literal["pdf/x-4", "pdf/x-1a", "pictures"] = Field(
        "pdf/x-4", description="Het soort bestand: pdf/x-4, pdf/x-1a, of pictures voor een plaatje per kant."
    )
    transparency: Flag = Field(True, description="false: alles wat doorzichtig is, wordt dekkend gemaakt.")
    condition: OneLine = Field("FOGRA39", description="De drukconditie in de output intent.")
    sizes: dict[Ident, CardSize] = Field(
        default_factory=dict, description="Kaartformaten die deze drukkerij op een eigen maat snijdt."
    )
    pixels: dict[Ident, Pixels] = Field(
        default_factory=dict, description="Bij pictures: hoeveel pixels een kaartformaat krijgt."
    )

    @property
    def opaque(self) -> bool:
        """Whether nothing in the file may be transparent: PDF/X-1a allows none at all (ISO 15930-4)."""
        return not self.transparency or self.format == "pdf/x-1a"

    def trim(self, name: str) -> tuple[float, float] | None:
        """The shop's own width and height of a card size, or None where it cuts to anyone's size."""
        if name in self.pixels:
            pixels = self.pixels[name]
            sides = (pixels.width, pixels.height)
            width, height = (side * MILLIMETRES_PER_INCH / self.resolution - 2 * self.bleed for side in sides)
            return round(width, 3), round(height, 3)
        own = self.sizes.get(name)
        return (own.width, own.height) if own else None

    @model_validator(mode="after")
    def _pixels_are_for_pictures(self) -> "Shop":
        """Pixels say nothing about a PDF, and pictures need their size in pixels."""
        if bool(self.pixels) != (self.format == "pictures"):
            raise refuse(_("‘pixels’ goes with ‘format: pictures’, and that needs ‘pixels’"))
        return self
