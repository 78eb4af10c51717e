"""A report as one HTML file, for a phone, a big screen and who has it read aloud. It asks nothing of a network."""

from collections.abc import Iterator

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kaartenspel.compose.harvest import Bars, Part, Points, Radar, Report
from kaartenspel.compose.harvest_screen import NARROW, WIDE, picture
from kaartenspel.compose.script_pen import Pen
from kaartenspel.model.script import Table
from kaartenspel.outputs.fonts import Faces
from kaartenspel.outputs.html_fonts import font_faces
from kaartenspel.outputs.script_html import FOLDER, hashed
from kaartenspel.outputs.svg import svg


def harvest_html(report: Report, pen: Pen, faces: Faces, colour: str) -> str:
    """The whole page."""
    style = (FOLDER / "harvest.css").read_text(encoding="utf-8") + f":root {{ --kind: {pen.colour(colour)}; }}\n"
    sections = [
        {"title": section.title, "parts": [*(_part(pen, part, colour) for part in section.parts)]}
        for section in report.sections
    ]
    values = {
        "report": report, "sections": sections, "words": pen.words,
        "school": pen.school.name if pen.school else "",
    }  # fmt: skip
    bare = _render(values | {"style": "", "policy": ""})
    style += font_faces(faces, set(bare))
    policy = "; ".join((
        "default-src 'none'", f"style-src '{hashed(style)}'", "font-src data:", "base-uri 'none'", "form-action 'none'",
    ))  # fmt: skip
    return _render(values | {"style": Markup(style), "policy": policy})


def _part(pen: Pen, part: Part, colour: str) -> dict[str, object]:
    """A part as the template asks for it."""
    match part:
        case str():
            return {"sort": "text", "said": part}
        case Points():
            return {"sort": "points", "listed": part.items}
        case Table():
            return {"sort": "table", "table": part}
        case Bars() | Radar():
            drawn = dict(_pictures(pen, part, colour))
            return {"sort": "picture", "caption": part.caption, "table": part.table, **drawn}


def _pictures(pen: Pen, part: Bars | Radar, colour: str) -> Iterator[tuple[str, Markup]]:
    """The picture for a page and for a phone; a browser shows one of them."""
    for name, width in (("wide", WIDE), ("narrow", NARROW)):
        yield name, Markup(svg(picture(pen, part, colour, width), part.alt, name))


def _render(values: dict[str, object]) -> str:
    room = Environment(
        loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    return room.get_template("harvest.html").render(values)
