"""What an edition knew of the shipped decks when it was last looked at, in `edition.lock.yaml`."""

from pydantic import Field

from kaartenspel.model.base import Model
from kaartenspel.model.values import Ident


class Known(Model):
    """One deck as it was: its cards, and the fields of those that the edition replaces."""

    seen: tuple[Ident, ...] = Field((), description="De kaarten van het spel.")
    gone: tuple[Ident, ...] = Field((), description="Kaarten die verdwenen zijn, wat de school heeft gezien.")
    replaced: dict[Ident, dict[str, object]] = Field(
        default_factory=dict, description="De velden van elke kaart waarvan de editie een tekst vervangt."
    )


class Lock(Model):
    """A lock file: written by the tool alone."""

    edition: Ident = Field(description="De editie.")
    decks: dict[Ident, Known] = Field(default_factory=dict, description="Per spel wat de editie ervan kende.")
