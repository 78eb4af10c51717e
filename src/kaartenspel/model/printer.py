"""A printer as it was measured with the calibration sheet: how far its backs, seen from the back, must be moved.

Lengths are millimetres, right and down; turns are degrees clockwise; scales are percentages of the size as drawn.
"""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from kaartenspel.messages import _
from kaartenspel.model.base import Model
from kaartenspel.model.values import Ident, Number, OneLine, Shift, Turn, refuse
from kaartenspel.problems import Code

STANDARD_TRAY = "standaard"
Angle = Annotated[Turn, Field(ge=-3, le=3)]
Percentage = Annotated[Number, Field(ge=95, le=105)]
Flip = Literal["long-edge", "short-edge"]
Page = Literal["upright", "sideways"]


class Measured(Model):
    """What one way through the printer needs: a tray, the edge that paper is turned over, how the sheet lies."""

    tray: Ident = Field(STANDARD_TRAY, description="De lade waar het papier uit komt.")
    flip: Flip = Field("long-edge", description="Over welke zijde de printer het papier omslaat.")
    page: Page = Field("upright", description="Hoe het vel bedrukt wordt: upright (staand) of sideways (liggend).")
    x: Shift = Field(
        0.0, description="Zo ver gaat de achterkant naar rechts; met een min naar links. Ten hoogste 4 mm."
    )
    y: Shift = Field(0.0, description="Zo ver gaat de achterkant omlaag; met een min omhoog. Ten hoogste 4 mm.")
    rotation: Angle = Field(0.0, description="Zo veel graden draait de achterkant, met de klok mee.")
    scale_x: Percentage = Field(100.0, description="Hoe breed de achterkant wordt, in procenten.")
    scale_y: Percentage = Field(100.0, description="Hoe hoog de achterkant wordt, in procenten.")

    @property
    def way(self) -> tuple[str, str, str]:
        """What tells one measurement of a printer from another."""
        return self.tray, self.flip, self.page


class Printer(Model):
    """A printer with what was measured, each way through it once."""

    printer: Ident = Field(description="De naam van de printer, gelijk aan de bestandsnaam.")
    title: OneLine = Field(description="Hoe de printer heet voor wie print.")
    measured: tuple[Measured, ...] = Field((), description="Wat het kalibratievel liet zien, per lade en omslag.")

    @model_validator(mode="after")
    def _each_way_once(self) -> "Printer":
        """Two measurements of one way would leave open which one counts."""
        ways = [one.way for one in self.measured]
        for way in ways:
            if ways.count(way) > 1:
                said = _("two measurements of tray ‘{tray}’ with {flip}, {page}")
                raise refuse(said.format(tray=way[0], flip=way[1], page=way[2]), code=Code.DUPLICATE_ID)
        return self
