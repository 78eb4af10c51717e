"""A deck as its file says it, before its cards are checked against their kinds."""

from typing import Annotated

from pydantic import ConfigDict, Field

from kaartenspel.model.base import Model
from kaartenspel.model.values import Count, GroupCode, Ident, Language, Minutes, OneLine


class Group(Model):
    """A suit of a deck."""

    title: OneLine = Field(description="De naam van de groep, zoals die op de kaarten staat.")
    code: GroupCode = Field(description="Een of twee hoofdletters voor de code op de kaart, zoals C in C3.")
    see: Ident | None = Field(None, description="De bron waar de QR van deze groep naartoe leidt (decks/sources.yaml).")


class Choice(Model):
    """A choice of cards that somebody made beforehand, printed with `--cards` and its name."""

    title: OneLine = Field(description="Hoe de keuze heet voor wie begeleidt.")
    cards: tuple[OneLine, ...] = Field(
        min_length=1, description="De kaarten: namen (id), groepen of patronen zoals cultuur-*."
    )


class RawCard(Model):
    """A card as typed; the fields of its kind are the keys that are not named here."""

    model_config = ConfigDict(frozen=True, extra="allow")

    id: Ident = Field(description="Vaste naam van de kaart, uniek in het spel; verandert nooit.")
    kind: Ident | None = Field(None, description="Soort kaart; zonder dit de soort van het spel.")
    group: str | None = Field(None, description="De groep waar de kaart bij hoort (een sleutel van groups).")
    source: Ident | None = Field(None, description="Van wie het idee is: een bron uit decks/sources.yaml.")
    based_on: tuple[str, ...] = Field(
        (), description="De onderdelen van de bron waarop de kaart rust; leeg: eigen idee."
    )
    see: Ident | None = Field(
        None,
        description="De bron die de QR opent; zonder dit: source als die een adres heeft, anders de groep of het spel.",
    )
    copies: Annotated[Count, Field(ge=0, le=500)] = Field(1, description="Hoe vaak deze kaart in een set zit.")


class Deck(Model):
    """A deck file."""

    deck: Ident = Field(description="De naam van het spel, gelijk aan de bestandsnaam.")
    title: OneLine = Field(description="De titel, zoals die op de achterkant staat.")
    subtitle: OneLine | None = Field(None, description="Eén regel onder de titel.")
    kind: Ident = Field(description="De soort van de kaarten die zelf geen soort noemen (layouts/kinds).")
    language: Language = Field("nl", description="De taal van de woorden op papier.")
    size: Ident | None = Field(None, description="Kaartformaat; zonder dit het formaat van de soort.")
    back: OneLine | None = Field(None, description="Wat er op de achterkant staat in plaats van de ondertitel.")
    see: Ident | None = Field(None, description="De bron die de QR opent van kaarten waarvan de bron geen adres heeft.")
    stages: tuple[OneLine, ...] | None = Field(
        None, min_length=3, max_length=3, description="De namen van de drie fasen van een fasespel."
    )
    notes: str | None = Field(None, description="Een aantekening voor wie het spel beheert; wordt niet geprint.")
    groups: dict[Ident, Group] = Field(default_factory=dict, description="De groepen, in de volgorde van het printen.")
    choices: dict[Ident, Choice] = Field(
        default_factory=dict, description="Keuzes uit de kaarten, te printen met --cards en de naam van de keuze."
    )
    aliases: dict[Ident, Ident] = Field(
        default_factory=dict, description="Oude namen (id) van kaarten met hun nieuwe, zodat edities ze terugvinden."
    )
    cards: tuple[RawCard, ...] = Field(description="De kaarten.")


class RawStep(Model):
    """A step of a work form that has more to say than its text."""

    text: OneLine = Field(description="Wat mensen doen.")
    minutes: Annotated[Minutes, Field(ge=1)] | None = Field(
        None, description="De minuten van deze stap, of van elke ronde."
    )
    minutes_each: Annotated[Minutes, Field(ge=1)] | None = Field(
        None, description="De minuten per persoon in het groepje."
    )
    rounds: Annotated[Count, Field(ge=1, le=99)] | None = Field(None, description="Hoe vaak deze stap gedaan wordt.")


class RawGroupSize(Model):
    """In which groups people work, and for how many the form is."""

    within: OneLine | None = Field(None, alias="in", description="De groepjes, zoals duo’s of drietallen.")
    least: Annotated[Count, Field(ge=1)] | None = Field(None, description="Het kleinste aantal mensen.")
    most: Annotated[Count, Field(ge=1)] | None = Field(None, description="Het grootste aantal mensen.")
