"""Rules for the texts of cards: what makes a good one, as data that a school can change and add to."""

from typing import Annotated, Literal

from pydantic import Field

from kaartenspel.model.base import Model
from kaartenspel.model.values import Count, Ident, Language, OneLine

Some = Annotated[tuple[OneLine, ...], Field(min_length=1)]


class Rule(Model):
    """What all rules have."""

    why: OneLine = Field(description="De uitleg in gewone taal; staat onder de waarschuwing.")


class FieldRule(Rule):
    """A rule about the texts of one field; in a list, about each of its texts."""

    field: OneLine = Field(description="Het veld waarover de regel gaat.")


class MaxWords(FieldRule):
    """Not more than so many words."""

    rule: Literal["max-words"] = Field(description="Hoogstens zoveel woorden.")
    most: Annotated[Count, Field(ge=1)] = Field(description="Het grootste aantal woorden.")


class OneSentence(FieldRule):
    """One paragraph of one sentence."""

    rule: Literal["one-sentence"] = Field(description="Eén zin.")


class EndsWith(FieldRule):
    """The last character that is no closing quotation mark."""

    rule: Literal["ends-with"] = Field(description="Het einde van de tekst.")
    endings: Some = Field(description="Waarop de tekst mag eindigen, zoals ['?'].")


class NoCharacter(FieldRule):
    """Characters that a text has not."""

    rule: Literal["no-character"] = Field(description="Een teken dat er niet in hoort.")
    characters: Some = Field(description="De tekens die er niet in horen, zoals ['?'].")


class StartsWithOneOf(FieldRule):
    """The word that a text starts with; `nodig … uit` is a word that asks for another one further on."""

    rule: Literal["starts-with-one-of"] = Field(description="Het eerste woord.")
    words: Some = Field(description="De woorden waarmee de tekst mag beginnen; ‘nodig … uit’ vraagt ook om ‘uit’.")


class NoDoubleNegation(FieldRule):
    """Two words in one sentence that say no."""

    rule: Literal["no-double-negation"] = Field(description="Geen twee ontkenningen in één zin.")
    words: Some = Field(description="De ontkenningen; onwel* staat voor elk woord dat zo begint.")


class HasField(Rule):
    """A field that cards of this kind have, though they can be printed without it."""

    rule: Literal["has-field"] = Field(description="Een veld dat erbij hoort.")
    fields: Some = Field(description="De velden waarvan een kaart er minstens een heeft.")


TextRule = MaxWords | OneSentence | EndsWith | NoCharacter | StartsWithOneOf | NoDoubleNegation
AnyRule = Annotated[TextRule | HasField, Field(discriminator="rule")]


class Checks(Model):
    """A file of rules."""

    checks: Ident = Field(description="De naam van deze regels, gelijk aan de bestandsnaam.")
    title: OneLine = Field(description="Waar de regels over gaan.")
    kinds: tuple[Ident, ...] = Field(
        min_length=1,
        description="Voor welke soorten kaarten zij gelden; een soort die erop voortbouwt heeft haar eigen regels.",
    )
    language: Language | None = Field(None, description="De taal van de spellen; leeg: elke taal.")
    rules: tuple[AnyRule, ...] = Field(min_length=1, description="De regels.")
