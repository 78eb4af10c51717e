"""What a meeting can be for, and which cards and decks serve that, as its file says it."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from kaartenspel.model.base import Model
from kaartenspel.model.card import Card, LoadedDeck
from kaartenspel.model.values import Count, Ident, Language, OneLine
from kaartenspel.model.workshop import Duration, Grouping, Print

Stage = Literal["opening", "core", "deepening"]


class Fit(Model):
    """A card, a deck or something free that serves the goal."""

    card: OneLine | None = Field(None, description="Een kaart die het blok vult, als spel/kaart.")
    deck: Ident | None = Field(None, description="Een spel dat gespeeld wordt.")
    cards: OneLine | None = Field(None, description="Welke kaarten van het spel: een keuze, een groep of een aantal.")
    title: OneLine | None = Field(None, description="De titel; zonder dit die van de kaart of het spel.")
    why: OneLine = Field(description="Waarom dit bij het doel past, in één zin; komt als opmerking in het plan.")
    stage: Stage = Field("core", description="Waar het hoort: opening, core (kern) of deepening (verdieping).")
    weight: Annotated[Count, Field(ge=1, le=9)] = Field(5, description="Hoe goed het past, van 1 tot 9.")
    minutes: Duration | None = Field(None, description="Hoe lang het mag duren; zonder dit wat de kaart zegt.")
    least: Duration | None = Field(None, description="Hoe kort het kan.")
    grouping: Grouping | None = Field(None, description="Hoe mensen werken; zonder dit wat de kaart zegt.")
    needs: tuple[OneLine, ...] = Field((), description="Wat er in de zaal moet zijn, zoals een flap.")
    say: OneLine | None = Field(None, description="Wat de begeleider zegt.")
    steps: tuple[OneLine, ...] | None = Field(None, description="Stappen in plaats van die van de kaart.")
    materials: tuple[OneLine, ...] | None = Field(None, description="Wat er klaar moet liggen, anders dan op de kaart.")
    print: tuple[Print, ...] = Field((), description="Wat er verder voor geprint wordt.")


class Goal(Model):
    """A goal's file, `layouts/goals/*.yaml`."""

    goal: Ident = Field(description="De naam van het doel, gelijk aan de bestandsnaam.")
    title: OneLine = Field(description="De titel van een plan met dit doel.")
    aim: OneLine = Field(description="Wat er na afloop anders is, in één zin.")
    language: Language = Field("nl", description="De taal van het plan.")
    welcome: OneLine = Field(description="Wat de begeleider bij het welkom zegt.")
    harvest: OneLine = Field(description="De vraag bij de oogst.")
    agreements: OneLine = Field(description="De vraag bij de afspraken.")
    fits: tuple[Fit, ...] = Field(
        min_length=1, description="Wat bij dit doel past, in de volgorde waarin het in een plan komt."
    )


@dataclass(frozen=True, slots=True)
class Form:
    """What serves a goal, looked up: `guide` is the card that tells how it is done, a deck's or the one named.

    `key` is how people name it: `deck/card`, `deck`, or the title of something free.
    """

    key: str
    title: str
    fit: Fit
    guide: Card | None = None
    deck: LoadedDeck | None = None
