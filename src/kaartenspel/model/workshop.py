"""A workshop plan as its file says it, before names are looked up and times are reckoned.

A plan is one meeting (`start`, `end`, `blocks` at the top) or several (`meetings`). Start times of blocks are always
derived; only `at` pins a block to the clock.
"""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from kaartenspel.model.base import Model
from kaartenspel.model.clock import Clock, Date
from kaartenspel.model.deck import RawStep
from kaartenspel.model.values import Count, Ident, Language, Minutes, OneLine

Sort = Literal["welcome", "work", "plenary", "break", "harvest", "agreements", "close"]
Grouping = Literal["alone", "pairs", "groups", "plenary", "carrousel"]
Per = Literal["plan", "group", "pair", "person", "station"]

Duration = Annotated[Minutes, Field(ge=1, le=1440)]


class Room(Model):
    """A room: how many people it holds, and how far it is."""

    title: OneLine = Field(description="Hoe de ruimte heet.")
    capacity: Annotated[Count, Field(ge=1)] | None = Field(None, description="Hoeveel mensen er passen.")
    walk: Annotated[Minutes, Field(ge=0, le=60)] = Field(0, description="Minuten lopen van en naar deze ruimte.")


class GroupRule(Model):
    """How large groups are to be."""

    size: Annotated[Count, Field(ge=2)] = Field(5, description="De gewenste grootte.")
    least: Annotated[Count, Field(ge=2)] | None = Field(None, description="De kleinste groep die nog werkt.")
    most: Annotated[Count, Field(ge=2)] | None = Field(None, description="De grootste groep die nog werkt.")


class Print(Model):
    """Something to print for a block: a deck or some of its cards, or a form to write on."""

    deck: Ident | None = Field(None, description="Het spel; bij een formulier het spel waarvan de kaarten erop staan.")
    form: Ident | None = Field(None, description="Een formulier (kaartenspel list forms).")
    cards: OneLine | None = Field(None, description="Een keuze, groep of namen van kaarten; zonder dit het hele spel.")
    per: Per | None = Field(
        None, description="Eén set voor wie of wat; zonder dit voor elke groep, of zoals het formulier zegt."
    )
    sets: Annotated[Count, Field(ge=1, le=999)] | None = Field(None, description="Een vast aantal sets.")


class Part(Model):
    """What a block and a station of a carrousel have in common: what is done, and with what."""

    title: OneLine | None = Field(None, description="De titel; zonder dit die van de kaart, het spel of de soort blok.")
    card: OneLine | None = Field(None, description="Een kaart die het blok vult, als spel/kaart.")
    deck: Ident | None = Field(None, description="Een spel dat gespeeld wordt.")
    cards: OneLine | None = Field(
        None,
        description="Welke kaarten: een keuze, een groep, namen, of een aantal zoals ‘8 a table’ of ‘8 per tafel’.",
    )
    per: Per | None = Field(
        None,
        description="Eén set voor wie; zonder dit een spel per groep (of tweetal of persoon), een kaart één keer.",
    )
    goal: OneLine | None = Field(None, description="Waar het voor is.")
    say: str | None = Field(None, description="Wat de begeleider zegt.")
    steps: tuple[OneLine | RawStep, ...] | None = Field(None, description="Wat mensen doen, stap voor stap.")
    materials: tuple[OneLine, ...] | None = Field(None, description="Wat er klaar moet liggen.")
    notes: str | None = Field(None, description="Een aantekening alleen voor de begeleider.")
    room: Ident | None = Field(None, description="De ruimte (een sleutel van rooms).")
    leads: OneLine | None = Field(None, description="Wie dit leidt.")
    see: Ident | None = Field(None, description="De bron die de QR opent; zonder dit die van de kaart of het spel.")
    print: tuple[Print, ...] = Field((), description="Wat er verder voor geprint wordt.")


class Station(Part):
    """A station of a carrousel."""

    groups: Annotated[Count, Field(ge=1)] | None = Field(
        None, description="Hoeveel groepen er tegelijk passen; zonder dit volgt het uit de ruimte."
    )


class Block(Part):
    """A block of a plan: a card, a deck, or something free."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Ident | None = Field(None, description="Vaste naam van het blok; nodig waar een ander blok het voortzet.")
    sort: Sort | None = Field(
        None, description="Wat voor blok; zonder dit work bij een kaart, spel, stations of lijnen, en anders plenary."
    )
    section: OneLine | None = Field(None, description="Het deel van het programma dat met dit blok begint.")
    minutes: Duration | None = Field(
        None, description="Hoe lang het duurt, of een ronde van een carrousel; zonder dit volgt het uit de stappen."
    )
    minutes_each: Duration | None = Field(None, description="Minuten per persoon in het groepje.")
    least: Duration | None = Field(None, description="Hoe kort het blok kan worden als het uitloopt.")
    at: Clock | None = Field(None, description="Het tijdstip waarop het blok vaststaat.")
    grouping: Grouping | None = Field(None, description="Hoe mensen werken.")
    group_size: Annotated[Count, Field(ge=2, le=100)] | None = Field(
        None, description="Hoe groot de groepjes in dit blok zijn; zonder dit zoals bij groups."
    )
    stations: tuple[Station, ...] = Field((), description="De stations van een carrousel.")
    rounds: Annotated[Count, Field(ge=1, le=50)] | None = Field(
        None, description="Hoeveel rondes hier; zonder dit een voor elk station, of wat er over is."
    )
    change: Annotated[Minutes, Field(ge=0, le=60)] = Field(0, description="Minuten om te wisselen tussen twee rondes.")
    resume: Ident | None = Field(None, description="De carrousel (id) waarvan hier de volgende rondes zijn.")
    strands: tuple["Strand", ...] = Field((), description="Wat tegelijk gebeurt, in verschillende ruimten.")


class Strand(Model):
    """A series of blocks beside others; strands start together."""

    title: OneLine = Field(description="Hoe deze lijn heet.")
    participants: Annotated[Count, Field(ge=0)] | None = Field(None, description="Hoeveel mensen deze lijn volgen.")
    room: Ident | None = Field(None, description="De ruimte, als de blokken er geen noemen.")
    leads: OneLine | None = Field(None, description="Wie deze lijn leidt.")
    blocks: tuple[Block, ...] = Field(min_length=1, description="De blokken.")


class Meeting(Model):
    """One meeting of a plan that has several."""

    title: OneLine = Field(description="Hoe de bijeenkomst heet.")
    goal: OneLine | None = Field(None, description="Wat er na afloop anders is.")
    date: Date | None = Field(None, description="De datum.")
    start: Clock = Field(description="Hoe laat het begint.")
    end: Clock | None = Field(None, description="Hoe laat het klaar moet zijn.")
    blocks: tuple[Block, ...] = Field(min_length=1, description="De blokken, in volgorde.")


class Workshop(Model):
    """A plan's file, `workshops/*.yaml`."""

    workshop: Ident = Field(description="De naam van het plan, gelijk aan de bestandsnaam.")
    title: OneLine = Field(description="De titel boven het draaiboek.")
    goal: OneLine | None = Field(None, description="Wat er na afloop anders is, in één zin.")
    language: Language = Field("nl", description="De taal van het draaiboek.")
    date: Date | None = Field(None, description="De datum.")
    place: OneLine | None = Field(None, description="Waar het is.")
    participants: Annotated[Count, Field(ge=0, le=2000)] | None = Field(None, description="Hoeveel mensen er komen.")
    people: OneLine | None = Field(
        None, description="Bestand met namen, school en rol, naast dit plan; alleen op groepskaarten geprint."
    )
    seed: Annotated[Count, Field(ge=0)] = Field(1, description="Getal waarmee namen over groepen worden verdeeld.")
    start: Clock | None = Field(None, description="Hoe laat het begint.")
    end: Clock | None = Field(None, description="Hoe laat het klaar moet zijn.")
    facilitators: tuple[OneLine, ...] = Field((), description="Wie begeleiden.")
    groups: GroupRule = Field(
        default_factory=lambda: GroupRule.model_validate({}), description="Hoe groot groepen zijn."
    )
    rooms: dict[Ident, Room] = Field(default_factory=dict, description="De ruimten.")
    goals: tuple[Ident, ...] = Field((), description="Waar het plan bij past: woorden voor kaartenspel plan.")
    before: tuple[OneLine, ...] = Field((), description="Wat er vooraf moet gebeuren, met wanneer.")
    why: str | None = Field(None, description="Waarom dit plan zo in elkaar zit; alleen voor wie begeleidt.")
    blocks: tuple[Block, ...] = Field((), description="De blokken, in volgorde.")
    meetings: tuple[Meeting, ...] = Field((), description="De bijeenkomsten, als het er meer zijn.")


class RawPerson(Model):
    """Somebody in a file of people."""

    name: OneLine = Field(description="De naam, zoals die op de groepskaart komt.")
    school: OneLine | None = Field(None, description="Van welke school; groepen worden daarover gemengd.")
    role: OneLine | None = Field(None, description="Welke rol; groepen worden ook daarover gemengd.")
