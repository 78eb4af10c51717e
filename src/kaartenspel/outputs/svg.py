"""A drawing as an SVG element for a page that brings the letters along: the same picture as in the PDF."""

from html import escape

from kaartenspel.drawing import Drawing, Path, Text
from kaartenspel.outputs.html_fonts import WEIGHTS

_MILLIMETRES_PER_POINT = 25.4 / 72
_STEPS = {"move": "M", "line": "L", "curve": "C", "close": "Z"}


def svg(drawing: Drawing, name: str, css: str) -> str:
    """The element, with what it shows in words; raises TypeError for what is neither a text nor a path."""
    box = f"0 0 {_number(drawing.width)} {_number(drawing.height)}"
    items = "".join(_item(item) for item in drawing.items)
    return f'<svg class="{escape(css)}" role="img" aria-label="{escape(name)}" viewBox="{box}">{items}</svg>'


def _item(item: object) -> str:
    match item:
        case Text():
            return _text(item)
        case Path():
            return _path(item)
    raise TypeError(item)


def _text(text: Text) -> str:
    weight = WEIGHTS.get(text.face, max(WEIGHTS.values()) if "bold" in text.face else min(WEIGHTS.values()))
    return (
        f'<text x="{_number(text.x)}" y="{_number(text.y)}" font-size="{_number(text.size * _MILLIMETRES_PER_POINT)}" '
        f'font-weight="{weight}" fill="{text.colour}">{escape(text.text.strip())}</text>'
    )


def _path(path: Path) -> str:
    steps = "".join(
        _STEPS[step.kind] + " ".join(f"{_number(x)} {_number(y)}" for x, y in step.points) for step in path.segments
    )
    stroke = f' stroke="{path.stroke}" stroke-width="{_number(path.stroke_width)}"' if path.stroke else ""
    dash = f' stroke-dasharray="{" ".join(map(_number, path.dash))}"' if path.dash else ""
    return f'<path d="{steps}" fill="{path.fill or "none"}"{stroke}{dash}/>'


def _number(value: float) -> str:
    return f"{round(value, 3):g}"
