"""Colours as SVG writes them: hex, rgb(), names, none, currentColor."""

import re

from kaartenspel.drawing import Colour
from kaartenspel.pictures.svg.matrix import NUMBER
from kaartenspel.pictures.svg.reasons import Unsupported, misread

_HEX = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")
_RGB = re.compile(rf"rgba?\(\s*({NUMBER}%?)[\s,]+({NUMBER}%?)[\s,]+({NUMBER}%?)\s*(?:[,/]\s*({NUMBER}%?)\s*)?\)")


def colour(key: str, text: str, current: Colour | None) -> Colour | None:
    """The value of a fill or stroke as RGB hex, or None where it paints nothing."""
    value = text.strip().lower()
    if value in ("none", "transparent"):
        return None
    if value == "currentcolor":
        return current
    if _HEX.fullmatch(value):
        return _of_hex(key, value)
    found = _RGB.fullmatch(value)
    if found:
        _require_opaque(key, text, _share(found.group(4) or "1", 1))
        return "#" + "".join(f"{_channel(part):02x}" for part in found.groups()[:3])
    if value.startswith(("url(", "hsl", "var(", "color", "lab", "lch", "oklab", "oklch", "context-")):
        raise Unsupported(f"{key}: {text.strip()}")
    return _named(text, value)


def _of_hex(key: str, value: str) -> Colour | None:
    digits = value[1:] if len(value) > 5 else "".join(digit * 2 for digit in value[1:])
    _require_opaque(key, value, int(digits[6:] or "ff", 16) / 255)
    return f"#{digits[:6]}"


def _named(text: str, value: str) -> Colour:
    from PIL.ImageColor import colormap  # noqa: PLC0415  the list of names of CSS, which Pillow has anyway

    named = colormap.get(value)
    if not isinstance(named, str):
        raise misread(text)
    return named.lower()


def _require_opaque(key: str, text: str, share: float) -> None:
    if share < 0.999:
        raise Unsupported(f"{key}: {text.strip()}")


def _channel(text: str) -> int:
    return round(min(max(_share(text, 255) * 255, 0), 255))


def _share(text: str, whole: float) -> float:
    return float(text.removesuffix("%")) / (100 if text.endswith("%") else whole)
