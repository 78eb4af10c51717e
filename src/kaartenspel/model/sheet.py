"""Card sizes, papers, and how cards lie on paper: what `layouts/sizes`, `papers` and `sheets` hold.

Lengths are millimetres. Sizes are kept within what a printer takes, so that no file asks for millions of cards a page.
"""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from kaartenspel.messages import _
from kaartenspel.model.base import Model
from kaartenspel.model.values import Count, Ident, Length, OneLine, refuse

Side = Annotated[Length, Field(ge=20, le=1500)]
Edge = Annotated[Length, Field(ge=0, le=20)]
Inset = Annotated[Length, Field(ge=1, le=20)]


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


class SheetLayout(Model):
    """How cards share a sheet: as cells with cut marks (`cells`), or as the paper cut in pieces (`divide`)."""

    sheet: Ident = Field(description="De naam van de velindeling, gelijk aan de bestandsnaam.")
    title: OneLine = Field(description="Hoe de velindeling heet voor wie print.")
    fit: Literal["cells", "divide", "page"] = Field(
        description="cells: kaarten op hun eigen maat met een rand eromheen; divide: het papier in gelijke stukken; "
        "page: elke kaart is een bladzijde, voor het scherm."
    )
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
