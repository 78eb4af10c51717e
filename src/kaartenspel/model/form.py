"""A form to write on, as its file says it: what it is called, where it belongs, and its parts from top to bottom."""

from typing import Annotated, Literal

from pydantic import Field

from kaartenspel.model.base import Model
from kaartenspel.model.values import Count, FieldName, Flag, Ident, Language, Number, OneLine
from kaartenspel.model.workshop import Per


class FormText(Model):
    """What to do, in a few sentences."""

    part: Literal["text"]
    text: OneLine = Field(description="De tekst.")


class FormPrivacy(Model):
    """What must not be written down."""

    part: Literal["privacy"]
    text: OneLine = Field(description="Wat er niet op het blad hoort, zoals namen.")


class FormBlanks(Model):
    """Short lines to fill in, side by side."""

    part: Literal["blanks"]
    labels: tuple[OneLine, ...] = Field(min_length=1, max_length=4, description="Wat er voor elke lijn staat.")


class FormLines(Model):
    """A question with lines to write on."""

    part: Literal["lines"]
    title: OneLine = Field(description="De vraag.")
    lines: Annotated[Count, Field(ge=1, le=20)] = Field(2, description="Het aantal schrijflijnen.")


class FormBox(Model):
    """A box with its heading, and what to write in it."""

    title: OneLine = Field(description="Het opschrift.")
    hint: OneLine | None = Field(None, description="Wat erin komt, klein onder het opschrift.")


class FormBoxes(Model):
    """Boxes that share the room that is left."""

    part: Literal["boxes"]
    columns: Annotated[Count, Field(ge=1, le=3)] = Field(1, description="Hoeveel vakken naast elkaar.")
    boxes: tuple[FormBox, ...] = Field(min_length=1, max_length=9, description="De vakken.")


class FormColumn(Model):
    """A column of a table."""

    title: OneLine = Field(description="Wat erboven staat.")
    share: Annotated[Number, Field(gt=0)] = Field(1.0, description="Hoe breed, vergeleken met de andere.")


class FormTable(Model):
    """An empty table."""

    part: Literal["table"]
    columns: tuple[FormColumn, ...] = Field(min_length=1, max_length=6, description="De kolommen.")
    rows: Annotated[Count, Field(ge=1, le=30)] = Field(description="Het aantal rijen.")
    lines: Annotated[Count, Field(ge=1, le=6)] = Field(1, description="Hoeveel schrijfregels een rij hoog is.")


class FormAsk(Model):
    """A question with answers to tick on each card's row."""

    title: OneLine | None = Field(None, description="De vraag, boven de antwoorden.")
    answers: tuple[OneLine, ...] = Field((), max_length=6, description="De antwoorden.")
    stages: Flag = Field(False, description="true: de antwoorden zijn de fasen van het spel.")
    scale: tuple[OneLine, ...] = Field(
        (),
        description="De antwoorden van het ene uiterste naar het andere; een antwoord dat hier niet staat, telt apart.",
    )


class FormWrite(Model):
    """Lines to write on under each card's row."""

    label: OneLine | None = Field(None, description="Wat voor de eerste lijn staat.")
    lines: Annotated[Count, Field(ge=1, le=4)] = Field(1, description="Het aantal schrijflijnen.")


class FormCards(Model):
    """A row for each card: its code, what it says, answers to tick, lines to write on."""

    part: Literal["cards"]
    show: FieldName = Field(description="Het veld van de kaart dat op de rij staat.")
    by: FieldName | None = Field(None, description="Het veld waarnaar de rijen bij elkaar staan; leeg: de groep.")
    ask: tuple[FormAsk, ...] = Field(min_length=1, max_length=2, description="Wat er aan te kruisen is.")
    write: tuple[FormWrite, ...] = Field((), description="Wat er te schrijven is.")


class FormStages(Model):
    """A row for each card: its title, and what it says of each of its stages with a box to tick."""

    part: Literal["stages"]
    show: FieldName = Field("title", description="Het veld van de kaart dat boven de rij staat.")
    field: FieldName = Field(description="Het veld met een tekst voor elke fase.")


AnyPart = Annotated[
    FormText | FormPrivacy | FormBlanks | FormLines | FormBoxes | FormTable | FormCards | FormStages,
    Field(discriminator="part"),
]


class Form(Model):
    """A form's file, `layouts/forms/*.yaml`. It belongs to decks by the kinds of their cards, by name, or by a card."""

    form: Ident = Field(description="De naam van het formulier, gelijk aan de bestandsnaam.")
    title: OneLine = Field(description="De titel bovenaan.")
    subtitle: OneLine | None = Field(None, description="Voor wie of waarvoor het is.")
    language: Language = Field("nl", description="De taal van het formulier.")
    colour: Ident = Field("ink", description="Een kleur van het thema.")
    per: Per = Field("group", description="Eén formulier voor wie of wat.")
    kinds: tuple[Ident, ...] = Field((), description="De soorten kaarten waar het bij hoort.")
    decks: tuple[Ident, ...] = Field((), description="De spellen waar het bij hoort.")
    of: tuple[OneLine, ...] = Field((), description="De kaarten waar het bij hoort, elk als spel/kaart.")
    only: OneLine | None = Field(None, description="Welke kaarten erop staan: een keuze, groep of namen.")
    parts: tuple[AnyPart, ...] = Field(min_length=1, description="De delen, van boven naar beneden.")

    @property
    def has_cards(self) -> bool:
        """Whether cards of a deck stand on it."""
        return any(isinstance(part, FormCards | FormStages) for part in self.parts)
