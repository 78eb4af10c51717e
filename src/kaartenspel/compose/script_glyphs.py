"""What keeps a script from paper before anything is set: characters that no font has, styles that a theme lacks."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from kaartenspel.compose.measure import usable_face
from kaartenspel.compose.script_pen import STYLES, Pen
from kaartenspel.messages import _
from kaartenspel.model.script import Script
from kaartenspel.problems import Code, Place, Problem

_SHOWN = 40
"""So many characters of a text are shown, to find it by."""


def script_problems(pen: Pen, script: Script) -> list[Problem]:
    """A problem for each character that no font can draw, and one for the text styles that the theme lacks."""
    school = pen.school.name if pen.school else ""
    return [*style_problems(pen), *glyph_problems(pen, (script, school), pen.place)]


def style_problems(pen: Pen) -> Iterator[Problem]:
    """A problem for the text styles that the theme lacks."""
    missing = ", ".join(f"‘{name}’" for name in sorted(STYLES - pen.theme.styles.keys()))
    if missing:
        said = _("this theme has no {sort} {names}").format(sort=_("text style"), names=missing)
        yield Problem(Code.MISSING_FIELD, said, None, _("take over what is missing with ‘extends: standard’"))


def glyph_problems(pen: Pen, value: object, place: Place | None) -> Iterator[Problem]:
    """A problem for each character in the texts of a value that no font can draw."""
    known: set[str] = set()
    for text in _texts(value):
        for character in sorted(set(text) - known - {"\n"}):
            known.add(character)
            if usable_face(pen.measure, "regular", character) is None:
                said = _("no font has the character ‘{character}’ (U+{code}), in ‘{text}’")
                said = said.format(character=character, code=f"{ord(character):04X}", text=_near(text, character))
                yield Problem(Code.NO_GLYPH, said, place, _("leave it out, or write it in words"))


def _near(text: str, character: str) -> str:
    """The part of a text in which a character stands."""
    start = max(0, text.index(character) - _SHOWN // 2)
    return " ".join(text[start : start + _SHOWN].split())


def _texts(value: object) -> Iterator[str]:
    """Every text in a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
