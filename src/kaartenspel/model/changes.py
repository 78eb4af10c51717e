"""Which cards of what can be done fit a card that was scored."""

from typing import Annotated

from pydantic import Field

from kaartenspel.model.base import Model
from kaartenspel.model.values import Ident

Names = Annotated[tuple[Ident, ...], Field(min_length=1, max_length=6)]


class Changes(Model):
    """A file of `layouts/changes`: for each card of one deck the cards of another that would change something."""

    changes: Ident = Field(description="Het spel dat gescoord wordt, gelijk aan de bestandsnaam.")
    offers: Ident = Field(description="Het spel met wat je kunt doen.")
    cards: dict[Ident, Names] = Field(description="Per kaart (id) de kaarten die erbij passen, de beste eerst.")
