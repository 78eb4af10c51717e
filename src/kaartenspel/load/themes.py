"""What a theme must have, beyond the shapes of its model: names that exist, colours that can be read, real fonts."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kaartenspel.load import tones
from kaartenspel.load.font_files import font_problems
from kaartenspel.load.wording import unknown_name
from kaartenspel.messages import _
from kaartenspel.model.theme import Style, Theme
from kaartenspel.problems import Code, Problem
from kaartenspel.reading.find import PACKAGE
from kaartenspel.reading.values import Value, place_at

STYLES = ("code", "band", "label", "small", "heading", "source", "imprint", "back-code", "caption")
COLOURS = ("white", "line", "ink")
FACES = ("regular", "fallback", "fallback-bold")
"""What every theme must have, because every card uses it."""
LEAST_CONTRAST = 4.5
"""Of text on paper and of white on colour: WCAG 2.2, success criterion 1.4.3."""
NOT_FOR_TEXT = ("white", "line")
SHIPPED_FONTS = PACKAGE / "fonts"
FALLBACKS = ("fallback", "fallback-bold")
"""They draw what the others lack, so that they need no letters of their own."""
_NUMBER = r"[\s,]*-?\d+(?:\.\d+)?"
_OUTLINE = re.compile(
    rf"\s*M(?:{_NUMBER}){{2}}\s*(?:[ML](?:{_NUMBER}){{2}}\s*|[HV]{_NUMBER}\s*|C(?:{_NUMBER}){{6}}\s*|Z\s*)*"
)


def check_theme(theme: Theme, value: Value) -> Iterator[Problem]:
    """A problem for every name that refers to nothing; a warning for a colour that is hard to read."""
    needed = ((_("text style"), "styles", STYLES, theme.styles), (_("colour"), "colours", COLOURS, theme.colours),
              (_("font"), "fonts", FACES, theme.fonts))  # fmt: skip
    for sort, key, names, there in needed:
        missing = ", ".join(f"‘{name}’" for name in names if name not in there)
        if missing:
            said = _("this theme has no {sort} {names}").format(sort=sort, names=missing)
            hint = _("take over what is missing with ‘extends: standard’")
            yield Problem(Code.MISSING_FIELD, said, place_at(value, (key,), key=True), hint)
    for name, style in theme.styles.items():
        yield from _style(name, style, theme, value)
    for name, outline in theme.pictograms.items():
        if not _OUTLINE.fullmatch(outline):
            said = _("this is no drawing that we know")
            hint = _("a drawing is an SVG path with M, L, H, V, C and Z, such as ‘M3 3 L21 3 L12 21 Z’")
            yield Problem(Code.WRONG_VALUE, said, place_at(value, ("pictograms", name)), hint)
    yield from _pale(theme, value)


def _style(name: str, style: Style, theme: Theme, value: Value) -> Iterator[Problem]:
    """The names in a text style, and its sizes."""
    for key in ("face", "bold", "italic", "bold_italic"):
        face = getattr(style, key)
        if face not in theme.fonts:
            yield unknown_name(_("font"), face, place_at(value, ("styles", name, key)), theme.fonts)
    if style.colour not in ("kind", *theme.colours):
        place = place_at(value, ("styles", name, "colour"))
        yield unknown_name(_("colour"), style.colour, place, ["kind", *theme.colours])
    if style.smallest > style.largest:
        said = _("the smallest size ({smallest}) is larger than the largest ({largest})")
        said = said.format(smallest=f"{style.smallest:g}", largest=f"{style.largest:g}")
        yield Problem(Code.WRONG_VALUE, said, place_at(value, ("styles", name, "smallest")))


def _pale(theme: Theme, value: Value) -> Iterator[Problem]:
    """Colours in which text is hard to read, on white or in white."""
    for name, colour in theme.colours.items():
        contrast = tones.contrast(colour)
        if name not in NOT_FOR_TEXT and contrast < LEAST_CONTRAST:
            said = _("‘{colour}’ is hard to read with white: contrast {contrast}, at least {least} is needed")
            said = said.format(colour=colour, contrast=f"{contrast:.1f}", least=LEAST_CONTRAST)
            place = place_at(value, ("colours", name))
            yield Problem(Code.LOW_CONTRAST, said, place, _("choose a darker colour"), warning=True)


def check_fonts(theme: Theme, files: dict[str, Path], value: Value | None) -> Iterator[Problem]:
    """A problem for each font file that is not there, or that a PDF cannot take; a warning for letters it lacks."""
    for face, path in files.items():
        place, name = place_at(value, ("fonts", face)) if value else None, theme.fonts[face]
        if not path.is_file():
            said = _("there is no font file ‘{name}’").format(name=name)
            hint = _("put it in the folder of the theme: {folder}").format(folder="layouts/themes")
            yield Problem(Code.UNKNOWN_NAME, said, place, hint)
        elif path.parent != SHIPPED_FONTS:
            found = (replace(problem, place=place) for problem in font_problems(path, name))
            yield from (problem for problem in found if face not in FALLBACKS or not problem.warning)
