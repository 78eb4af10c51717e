"""Card sizes, papers, and how cards lie on paper: what `layouts/sizes`, `papers` and `sheets` hold.

Lengths are millimetres. Sizes are kept within what a printer takes, so that no file asks for millions of cards a page.
"""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from kaartenspel.messages import _
from kaartenspel.model.base import Model
from kaartenspel.model.values import Count, Flag, Ident, Length, OneLine, refuse

Side = Annotated[Length, Field(ge=20, le=1500)]
Edge = Annotated[Length, Field(ge=0, le=20)]
Inset = Annotated[Length, Field(ge=1, le=20)]
Span = Annotated[Length, Field(ge=0, le=1500)]
Lanes = Annotated[Count, Field(ge=1, le=40)]


class Size(Model):
    """A card size, upright: its trim, and the sheet that suits it."""

    size: Ident = Field(description="De naam van het kaartformaat, gelijk aan de bestandsnaam.")
    title: OneLine = Field(description="Hoe het formaat heet voor wie print, met de maten.")
    width: Side = Field(description="De breedte van de gesneden kaart, zoals 63 mm.")
    height: Side = Field(description="De hoogte van de gesneden kaart, zoals 88 mm.")
    sheet: Ident = Field(description="De velindeling die wordt gebruikt als er geen is gekozen (layouts/sheets).")
    weight: Annotated[Count, Field(ge=60, le=400)] = Field(
        160, description="Het gewicht van papier dat erbij past, in gram per vierkante meter."
    )


class Paper(Model):
    """A sheet of paper as it lies in the tray; it is printed upright or sideways, as fits best."""

    paper: Ident = Field(description="De naam van het papier, gelijk aan de bestandsnaam.")
    title: OneLine = Field(description="Hoe het papier heet voor wie print, met de maten.")
    width: Side = Field(description="De breedte van het papier, zoals 210 mm.")
    height: Side = Field(description="De hoogte van het papier, zoals 297 mm.")


class Precut(Model):
    """The geometry of a pre-cut sheet: perforated cards, seen from the front with the paper upright.

    `left`, `top` is the corner of the first card; `across` and `down` lead from a card to the next one.
    """

    paper: Ident = Field(description="Het papier waar de kaarten uit komen (layouts/papers), rechtop.")
    width: Side = Field(description="Hoe breed een kaart is zoals zij op het vel ligt.")
    height: Side = Field(description="Hoe hoog een kaart is zoals zij op het vel ligt.")
    columns: Lanes = Field(description="Hoeveel kaarten er naast elkaar liggen.")
    rows: Lanes = Field(description="Hoeveel kaarten er onder elkaar liggen.")
    left: Span = Field(description="Van de linkerrand van het papier tot de eerste kaart.")
    top: Span = Field(description="Van de bovenrand van het papier tot de eerste kaart.")
    right: Span | None = Field(None, description="Van de laatste kaart tot de rechterrand: om de som na te rekenen.")
    bottom: Span | None = Field(None, description="Van de laatste kaart tot de onderrand; om de som na te rekenen.")
    across: Span = Field(description="Van de linkerkant van een kaart tot die van haar buur.")
    down: Span = Field(description="Van de bovenkant van een kaart tot die van de kaart eronder.")
    turned: Flag = Field(
        False, description="true: de kaarten liggen op hun kant, met hun kop naar rechts; je leest ze rechtop."
    )
    source: OneLine = Field(description="Waar deze maten vandaan komen.")
    caveat: OneLine | None = Field(None, description="Wat je moet weten voor je op deze maten vertrouwt.")


NOT_FOR_PRECUT = ("parts", "gutter", "heads", "marks", "inset")
"""What a pre-cut sheet says by its geometry, or has not: nothing is cut."""


class SheetLayout(Model):
    """How cards share a sheet: with cut marks (`cells`), as the paper in pieces (`divide`), or as the shop cut it."""

    sheet: Ident = Field(description="De naam van de velindeling, gelijk aan de bestandsnaam.")
    title: OneLine = Field(description="Hoe de velindeling heet voor wie print.")
    fit: Literal["cells", "divide", "page", "precut"] = Field(
        description="cells: kaarten op hun eigen maat met een rand eromheen; divide: het papier in gelijke stukken; "
        "page: elke kaart is een bladzijde, voor het scherm; precut: een voorgesneden vel uit de winkel."
    )
    precut: Precut | None = Field(None, description="Bij precut: waar de kaarten op het vel liggen.")
    parts: Annotated[Count, Field(ge=1, le=64)] | None = Field(
        None, description="Bij divide: in hoeveel stukken een A4 gaat (A3 in twee keer zoveel); leeg: wat er past."
    )
    gutter: Edge = Field(0.0, description="De ruimte tussen twee kaarten; 0 mm als zij een snijlijn delen.")
    margin: Edge = Field(5.0, description="De rand van het papier waar de printer niet kan printen.")
    bleed: Edge = Field(3.0, description="Hoe ver de kleur doorloopt buiten de snijlijn.")
    heads: Literal["together", "up"] = Field(
        "up", description="together: buurrijen liggen kop aan kop; up: alle kaarten staan rechtop."
    )
    marks: Literal["short", "long", "none"] = Field(
        "short", description="Snijtekens op de voorkant: kort, lang (tot de rand) of geen."
    )
    inset: Inset = Field(6.0, description="Bij divide: zo ver van papierrand en snijlijn blijft alles wit.")

    @model_validator(mode="after")
    def _parts_are_for_divide(self) -> "SheetLayout":
        """A number of pieces says nothing about cells, so it is refused there, not passed over."""
        if self.parts is not None and self.fit == "cells":
            raise refuse(_("‘parts’ goes with ‘fit: divide’ only"))
        return self

    @model_validator(mode="after")
    def _precut_says_all(self) -> "SheetLayout":
        """A pre-cut sheet needs its geometry, and what says something else is refused, not passed over."""
        if (self.precut is not None) != (self.fit == "precut"):
            raise refuse(_("‘fit: precut’ and ‘precut’ go together"))
        wrong = [name for name in NOT_FOR_PRECUT if self.precut is not None and name in self.model_fields_set]
        if wrong:
            raise refuse(_("‘{field}’ does not go with ‘fit: precut’: nothing is cut there").format(field=wrong[0]))
        return self
