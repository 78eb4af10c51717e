"""A school's edition: what it changes about decks that came along, without copying them."""

from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from kaartenspel.messages import _
from kaartenspel.model.base import Model
from kaartenspel.model.deck import Group
from kaartenspel.model.values import Ident, OneLine, colour, refuse

FROM_LOGO = "logo"
"""What stands for a colour that is taken from the logo."""


def _colours(value: object) -> object:
    """One colour may stand without brackets."""
    return [value] if isinstance(value, str) else value


def _school_colour(value: object) -> object:
    return value if value == FROM_LOGO else colour(value)


def _statement(value: object) -> object:
    """A statement without a question of its own is a text alone."""
    return {"text": value} if isinstance(value, str) else value


def _not_fixed(value: object) -> object:
    """What makes a card itself stays: its code on older prints depends on it."""
    for name in FIXED:
        if isinstance(value, dict) and name in value:
            raise refuse(
                _("‘{name}’ of a card cannot be replaced: the code on it would change").format(name=name),
                _("hide this card and add one of your own"),
            )
    return value


FIXED = ("id", "group", "kind")
_COLOUR = {"type": "string", "pattern": "^(#[0-9a-fA-F]{6}|logo)$"}
_VISION = {
    "anyOf": [
        {"type": "string"},
        {
            "type": "object",
            "properties": {"text": {"type": "string"}, "question": {"type": "string"}},
            "required": ["text"],
            "additionalProperties": False,
        },
    ]
}
SchoolColour = Annotated[str, BeforeValidator(_school_colour)]
Colours = Annotated[
    tuple[SchoolColour, ...],
    BeforeValidator(_colours),
    WithJsonSchema({"anyOf": [_COLOUR, {"type": "array", "items": _COLOUR, "minItems": 1, "maxItems": 2}]}),
]
Replaced = Annotated[dict[str, object], BeforeValidator(_not_fixed)]


class Vision(Model):
    """A statement of a school's vision."""

    text: OneLine = Field(description="De uitspraak.")
    question: OneLine | None = Field(None, description="De vraag op de kaart; zonder dit een vaste vraag.")


class Changes(Model):
    """What an edition changes about one deck."""

    title: OneLine | None = Field(None, description="Een eigen titel voor dit spel.")
    subtitle: OneLine | None = Field(None, description="Een eigen regel onder de titel.")
    hide: tuple[Ident, ...] = Field((), description="De kaarten (id) of groepen die niet meedoen.")
    replace: dict[Ident, Replaced] = Field(
        default_factory=dict, description="Per kaart (id) de velden met een eigen tekst; de andere blijven."
    )
    groups: dict[Ident, Group] = Field(default_factory=dict, description="Eigen groepen, na die van het spel.")
    add: tuple[dict[str, object], ...] = Field(
        (), description="Eigen kaarten, geschreven zoals in een spel; ze komen na die van het spel."
    )
    order: tuple[Ident, ...] = Field(
        (), description="Wat vooraan komt: groepen in deze volgorde, en kaarten binnen hun groep."
    )
    notes: dict[Ident, str] = Field(
        default_factory=dict, description="Per kaart (id) een opmerking voor elkaar; die komt niet op papier."
    )


class Edition(Model):
    """An edition file, `editions/<school>/edition.yaml`."""

    edition: Ident = Field(description="De naam van de editie, gelijk aan de naam van haar map.")
    name: OneLine | None = Field(None, description="De naam van de school, zoals die op de kaarten staat.")
    logo: OneLine | None = Field(None, description="Het bestand met het logo in deze map: SVG, PNG of JPEG.")
    colours: Colours = Field(
        (), max_length=2, description="Een of twee kleuren van de school, elk als '#0f6e78'; of logo."
    )
    vision: tuple[Annotated[Vision, BeforeValidator(_statement), WithJsonSchema(_VISION)], ...] = Field(
        (), description="Uitspraken uit de visie van de school: ze worden kaarten en een poster."
    )
    only: tuple[Ident, ...] = Field(
        (), description="De spellen die bij deze editie horen, naast de eigen; zonder dit allemaal."
    )
    decks: dict[Ident, Changes] = Field(default_factory=dict, description="Per spel wat er anders is.")
