"""The small types of fields. Every scalar arrives as text, as it was typed; here it is read.

Lengths are millimetres. A value that cannot be read raises a `PydanticCustomError` whose type is the code of
the problem, with the message and the hint in the language of the run.
"""

import re
import unicodedata
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from kaartenspel.messages import _
from kaartenspel.problems import Code


def refuse(message: str, hint: str = "", code: Code = Code.WRONG_VALUE) -> PydanticCustomError:
    """The error that becomes a problem at the place of the value."""
    return PydanticCustomError(str(code), "{said}", {"said": message, "hint": hint})


def one_line(value: object) -> object:
    """A text without line breaks; lines that YAML joined are one already."""
    if not isinstance(value, str):
        return value
    text = " ".join(value.split())
    if not text:
        raise refuse(_("this text is empty"))
    return text


def ident(value: object) -> object:
    """The name of something: lower-case letters, digits and hyphens."""
    if isinstance(value, str) and not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value):
        raise refuse(
            _("‘{value}’ cannot be a name").format(value=value),
            _("use lower-case letters, digits and hyphens, such as ‘{proposal}’").format(proposal=slug(value)),
        )
    return value


def field_name(value: object) -> object:
    """The name of a field: as other names, or with underscores as in `based_on`."""
    if isinstance(value, str) and re.fullmatch(r"[a-z0-9]+([_-][a-z0-9]+)*", value):
        return value
    return ident(value)


_LETTERS = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"})
"""Letters that are no letter with an accent, and so are not taken apart by Unicode."""


def slug(text: str) -> str:
    """A name made from any text: ‘Eén kaart’ gives `een-kaart`, ‘duo’s’ gives `duos`."""
    parted = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    letters = "".join(letter for letter in parted if not unicodedata.combining(letter) and letter not in "'’‘")
    return "-".join(re.findall(r"[a-z0-9]+", letters)) or "mijn-naam"


def count(value: object) -> object:
    """A whole number; `1_000`, `0x10` and `1e3` are no numbers to a teacher."""
    if isinstance(value, str):
        if not re.fullmatch(r"-?[0-9]{1,9}", value.strip()):
            raise refuse(_("‘{value}’ is no whole number").format(value=value))
        return int(value)
    return value


def number(value: object) -> object:
    """A number with a point or a comma."""
    if isinstance(value, str):
        if not re.fullmatch(r"-?[0-9]{1,9}([.,][0-9]{1,9})?", value.strip()):
            raise refuse(_("‘{value}’ is no number").format(value=value))
        return float(value.replace(",", "."))
    return value


def flag(value: object) -> object:
    """`true` or `false`; `no`, `off` and `yes` are ordinary words."""
    if isinstance(value, str):
        if value not in ("true", "false"):
            raise refuse(_("‘{value}’ is neither true nor false").format(value=value))
        return value == "true"
    return value


def length(value: object) -> object:
    """A length in millimetres from `63`, `63 mm`, `6,3 cm`."""
    if not isinstance(value, str):
        return value
    found = re.fullmatch(r"([0-9]{1,5}(?:[.,][0-9]{1,4})?)\s*(mm|cm)?", value.strip())
    if not found:
        raise refuse(_("‘{value}’ is no length").format(value=value), _("write it as 63 mm or 6,3 cm"))
    return float(found.group(1).replace(",", ".")) * (10 if found.group(2) == "cm" else 1)


MOST_SHIFT = 4.0
"""How far a side can be moved, in millimetres: what the calibration sheet can show."""


def shift(value: object) -> object:
    """A shift in millimetres from `1,2 mm` or `-0.7`, no further than MOST_SHIFT."""
    if not isinstance(value, str):
        return value
    found = re.fullmatch(r"([-+−]?)\s*([0-9]{1,3}(?:[.,][0-9]{1,4})?)\s*(mm)?", value.strip())
    if not found:
        raise refuse(_("‘{value}’ is no shift").format(value=value), _("write it as 1,2 mm or -0,7 mm"))
    size = float(found.group(2).replace(",", "."))
    if size > MOST_SHIFT:
        hint = _("a shift of more than 4 mm is not mended here: set the guides of the paper tray, and print at 100 %")
        raise refuse(_("‘{value}’ is more than 4 mm").format(value=value), hint)
    return -size if found.group(1) in ("-", "−") else size


def turn(value: object) -> object:
    """A number with a sign, such as `-0,3`: degrees, clockwise."""
    if isinstance(value, str):
        if not re.fullmatch(r"[-+−]?[0-9]{1,3}([.,][0-9]{1,6})?", value.strip()):
            raise refuse(_("‘{value}’ is no number").format(value=value))
        return float(value.strip().replace(",", ".").replace("−", "-"))
    return value


def link(value: object) -> object:
    """A web address that a phone can open: http(s), a host, no spaces, ASCII or percent-encoded."""
    if not isinstance(value, str):
        return value
    text = value.strip()
    if re.search(r"\s", text):
        proposal = re.sub(r"\s+", "", text)
        raise refuse(
            _("this address has a space in it"),
            _("did you mean ‘{proposal}’?").format(proposal=proposal),
            Code.BAD_LINK,
        )
    _check_scheme(text)
    return text


def _check_scheme(text: str) -> None:
    """Raises for what is no http(s) address with a host."""
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
        _port = parts.port
    except ValueError:
        parts, host = urlsplit(""), ""
    if parts.scheme not in ("http", "https") and re.match(r"[\w-]+(\.[\w-]+)+(/|$)", text):
        proposal = _("did you mean ‘{proposal}’?").format(proposal=f"https://{text}")
        raise refuse(_("this address does not start with https://"), proposal, Code.BAD_LINK)
    if parts.scheme not in ("http", "https") or not re.fullmatch(r"[^\W_]([\w-]*\.)+[^\W\d_][\w-]*", host):
        raise refuse(_("this is no web address"), _("an address looks like https://www.example.nl/page"), Code.BAD_LINK)
    if not text.isascii():
        raise refuse(
            _("this address has a character that a phone may not read: ‘{character}’").format(
                character=next(character for character in text if not character.isascii())
            ),
            _("open the page in a browser and copy the address from there"),
            Code.BAD_LINK,
        )


def minutes(value: object) -> object:
    """A duration in minutes from `45`, `45 min`, `1h30`, `1,5 uur`."""
    if not isinstance(value, str):
        return value
    text = value.strip().lower()
    if found := re.fullmatch(r"([0-9]{1,4})\s*(min|minuten|minutes|m)?\.?", text):
        return int(found.group(1))
    if found := re.fullmatch(r"([0-9]{1,2})\s*(?:h|u|uur)\s*([0-5][0-9])", text):
        return 60 * int(found.group(1)) + int(found.group(2))
    if found := re.fullmatch(r"([0-9]{1,2}(?:[.,][0-9]{1,2})?)\s*(?:h|u|uur|hours?)", text):
        return round(60 * float(found.group(1).replace(",", ".")))
    raise refuse(_("‘{value}’ is no duration").format(value=value), _("write it as 45, 45 min, 1h30 or 1,5 uur"))


def language(value: object) -> object:
    """The code of a language; whether it is known is asked where the languages are."""
    return value.strip().lower() if isinstance(value, str) else value


def group_code(value: object) -> object:
    """One or two capital letters."""
    if isinstance(value, str) and not re.fullmatch(r"[A-Z]{1,2}", value):
        raise refuse(_("‘{value}’ is no code of a group").format(value=value), _("use one or two capital letters"))
    return value


def colour(value: object) -> object:
    """An RGB colour as six hexadecimal digits, made lower-case."""
    if isinstance(value, str):
        if not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
            raise refuse(_("‘{value}’ is no colour").format(value=value), _("write it as '#0f6e78', with quotes"))
        return value.lower()
    return value


def inks(value: object) -> object:
    """Cyan, magenta, yellow and black as percentages, at most three of them above nought: `75 0 25 55`."""
    if not isinstance(value, str):
        return value
    parts = value.split()
    if len(parts) != 4 or not all(re.fullmatch(r"[0-9]{1,2}|100", part) for part in parts):
        said = _("‘{value}’ are no inks").format(value=value)
        raise refuse(said, _("write cyan, magenta, yellow and black in per cents, such as ‘75 0 25 55’"))
    if "0" not in parts:
        raise refuse(_("a colour takes at most three inks: one of the four is 0"))
    return tuple(float(part) for part in parts)


Text = str
OneLine = Annotated[str, BeforeValidator(one_line)]
Ident = Annotated[
    str, BeforeValidator(ident), WithJsonSchema({"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"})
]
FieldName = Annotated[
    str, BeforeValidator(field_name), WithJsonSchema({"type": "string", "pattern": "^[a-z0-9]+([_-][a-z0-9]+)*$"})
]
Count = Annotated[int, BeforeValidator(count)]
Number = Annotated[float, BeforeValidator(number)]
Flag = Annotated[bool, BeforeValidator(flag)]
Length = Annotated[float, BeforeValidator(length), WithJsonSchema({"type": ["string", "number"]})]
Shift = Annotated[float, BeforeValidator(shift), WithJsonSchema({"type": ["string", "number"]})]
Turn = Annotated[float, BeforeValidator(turn)]
Link = Annotated[str, BeforeValidator(link), WithJsonSchema({"type": "string", "pattern": "^https?://[^ ]+$"})]
Minutes = Annotated[int, BeforeValidator(minutes), WithJsonSchema({"type": ["string", "integer"]})]
Language = Annotated[str, BeforeValidator(language)]
GroupCode = Annotated[str, BeforeValidator(group_code), WithJsonSchema({"type": "string", "pattern": "^[A-Z]{1,2}$"})]
Colour = Annotated[str, BeforeValidator(colour), WithJsonSchema({"type": "string", "pattern": "^#[0-9a-fA-F]{6}$"})]
Inks = Annotated[
    tuple[float, float, float, float],
    BeforeValidator(inks),
    WithJsonSchema({"type": "string", "pattern": "^([0-9]{1,3} ){3}[0-9]{1,3}$"}),
]
