"""How an element is painted: its attributes and its `style`, on what it inherits (SVG 2, chapters 6 and 13)."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Literal

from kaartenspel.drawing import Colour
from kaartenspel.pictures.svg.colour import colour
from kaartenspel.pictures.svg.matrix import NUMBER, numbers
from kaartenspel.pictures.svg.reasons import Unsupported, misread

_LENGTH = re.compile(rf"({NUMBER})\s*(px|mm|cm|in|pt|pc|q)?")
_RELATIVE = re.compile(rf"{NUMBER}\s*(%|[a-z]+)")
_UNITS = {"px": 1.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "pt": 96 / 72, "pc": 16.0, "q": 96 / 101.6}
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Style:
    """What an element paints with; lengths are those of its own units."""

    fill: Colour | None = "#000000"
    stroke: Colour | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()
    even_odd: bool = False
    cap: Literal["butt", "round", "square"] = "butt"
    join: Literal["miter", "round", "bevel"] = "miter"
    miter: float = 4.0
    colour: Colour | None = "#000000"
    visible: bool = True
    shown: bool = True
    """Not inherited: `display`."""


def styled(parent: Style, attributes: dict[str, str]) -> Style:
    """The style of an element; Unsupported for what would look otherwise than it does elsewhere."""
    asked = {key: value for key, value in attributes.items() if key in _KNOWN}
    asked |= _declarations(attributes.get("style", ""))
    style = replace(parent, shown=True)
    # `color` first: the others may name it
    for key in sorted(asked, key=lambda key: key != "color"):
        value = asked[key].strip()
        if key in _PAINTED:
            # all but `display` are inherited anyway
            style = style if value == "inherit" else replace(style, **_PAINTED[key](value, style))
        elif value not in _PLAIN[key]:
            raise Unsupported(f"{key}: {value}")
    return style


def length(text: str) -> float:
    """A length in the units of the picture, of which an inch has 96."""
    found = _LENGTH.fullmatch(text.strip().lower())
    if not found and _RELATIVE.fullmatch(text.strip().lower()):
        raise Unsupported(text.strip())
    if not found:
        raise misread(text)
    (value,) = numbers(found.group(1))
    return value * _UNITS[found.group(2) or "px"]


def _declarations(text: str) -> dict[str, str]:
    """The properties of a `style` attribute that change how outlines look."""
    said: dict[str, str] = {}
    for declaration in _COMMENT.sub("", text).split(";"):
        key, colon, value = declaration.partition(":")
        name = key.strip().lower()
        if not colon or name.startswith(_HARMLESS):
            continue
        if name not in _KNOWN:
            raise Unsupported(f"{name}: {value.strip()}")
        said[name] = value.replace("!important", "")
    return said


def _width(value: str, _style: Style) -> dict[str, Any]:
    width = length(value)
    if width < 0:
        raise misread(value)
    return {"width": width}


def _dash(value: str, _style: Style) -> dict[str, Any]:
    if value == "none":
        return {"dash": ()}
    lengths = tuple(length(part) for part in value.replace(",", " ").split())
    if any(part < 0 for part in lengths):
        raise misread(value)
    return {"dash": lengths if any(lengths) else ()}


def _one_of(name: str, *choices: str) -> Callable[[str, Style], dict[str, Any]]:
    def read(value: str, _style: Style) -> dict[str, Any]:
        if value not in choices:
            raise Unsupported(f"{name}: {value}")
        return {name: value}

    return read


def _opaque(name: str) -> Callable[[str, Style], dict[str, Any]]:
    def read(value: str, _style: Style) -> dict[str, Any]:
        (share,) = numbers(value.removesuffix("%"))
        if share < (99.9 if value.endswith("%") else 0.999):
            raise Unsupported(f"{name}: {value}")
        return {}

    return read


def _miter(value: str, _style: Style) -> dict[str, Any]:
    return {"miter": max(1.0, numbers(value)[0])}


_PAINTED: dict[str, Callable[[str, Style], dict[str, Any]]] = {
    "color": lambda value, style: {"colour": colour("color", value, style.colour)},
    "fill": lambda value, style: {"fill": colour("fill", value, style.colour)},
    "stroke": lambda value, style: {"stroke": colour("stroke", value, style.colour)},
    "stroke-width": _width,
    "stroke-dasharray": _dash,
    "stroke-linecap": _one_of("cap", "butt", "round", "square"),
    "stroke-linejoin": _one_of("join", "miter", "round", "bevel"),
    "stroke-miterlimit": _miter,
    "fill-rule": lambda value, _style: {"even_odd": value == "evenodd"},
    "visibility": lambda value, _style: {"visible": value == "visible"},
    "display": lambda value, _style: {"shown": value != "none"},
    "opacity": _opaque("opacity"),
    "fill-opacity": _opaque("fill-opacity"),
    "stroke-opacity": _opaque("stroke-opacity"),
}
_NONE = ("none", "inherit", "auto", "normal", "")
# Properties that may stand there as long as they change nothing.
_PLAIN: dict[str, tuple[str, ...]] = {
    "stroke-dashoffset": ("0", "0px", "inherit"),
    "isolation": ("auto", "isolate", "inherit"),
    "paint-order": ("normal", "fill", "fill stroke", "inherit"),
} | dict.fromkeys(
    ("filter", "mask", "clip-path", "clip", "marker", "marker-start", "marker-mid", "marker-end", "mix-blend-mode",
     "vector-effect", "transform-origin", "transform-box"), _NONE
)  # fmt: skip
_KNOWN = _PAINTED.keys() | _PLAIN.keys()
# Beginnings of the names of properties that say nothing about outlines in even colours.
_HARMLESS = (
    "-", "font", "text", "letter-", "word-", "white-space", "line-", "writing-", "shape-", "color-", "image-", "solid-",
    "pointer-", "cursor", "overflow", "enable-", "clip-rule", "unicode-", "direction", "dominant-", "alignment-",
    "baseline-", "glyph-", "kerning", "flood-", "lighting-", "stop-", "inline-size", "shape", "tab-size", "user-select",
)  # fmt: skip
