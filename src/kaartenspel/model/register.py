"""The register of sources: whose ideas the cards rest on, and which tools their QRs open."""

from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field

from kaartenspel.model.base import Model
from kaartenspel.model.values import Ident, Link, OneLine


class Origin(Model):
    """A source or tool."""

    title: OneLine = Field(description="De volledige titel.")
    short: OneLine = Field(description="Een korte titel die op een kaart past.")
    use: OneLine | None = Field(None, description="Waarmee het helpt, in een paar woorden.")
    publisher: OneLine | None = Field(None, description="De uitgever, als die bekend is.")
    year: OneLine | None = Field(None, description="Het jaar, als dat bekend is.")
    url: Link | None = Field(None, description="Het adres; leeg als het niet bekend is: dan komt er geen QR.")
    status: Literal["live", "archived"] = Field("live", description="live, of archived als de site niet meer bestaat.")
    licence: OneLine = Field("unknown", description="De licentie, of unknown als de bron er geen noemt.")
    items: dict[str, str] = Field(
        default_factory=dict, description="Wat de bron biedt: id en een label van een paar woorden."
    )

    @property
    def link(self) -> str | None:
        """What a QR may open: the address of a source that still stands."""
        return self.url if self.status == "live" else None

    @property
    def domain(self) -> str:
        """The host as people read it, without `www.`."""
        return (urlsplit(self.url).hostname or "").removeprefix("www.") if self.url else ""


class Register(Model):
    """A register file, `decks/sources.yaml`."""

    sources: dict[Ident, Origin] = Field(description="De bronnen.")
    left_out: dict[str, str] = Field(default_factory=dict, description="Wat geen kaart werd, met de reden.")
