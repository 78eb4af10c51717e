"""A script as one HTML file: read on a phone, printed on A4, and with a clock for the big screen of a room.

It asks nothing of a network: fonts, styles and code stand in it, and its policy (CSP) lets a browser load nothing else.
Texts are escaped by Jinja; what is put in as it is was made here of colours, numbers and escaped JSON.
"""

import base64
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kaartenspel.compose.qr import QUIET, symbol
from kaartenspel.model.richtext import Block, Rich
from kaartenspel.model.script import Content, PrintJob, Script
from kaartenspel.model.theme import Theme
from kaartenspel.model.words import Words
from kaartenspel.outputs.fonts import Faces
from kaartenspel.outputs.html_fonts import font_faces
from kaartenspel.outputs.script_clock import clock_data

FOLDER = Path(__file__).parent / "html"
CODE = ("timetable.js", "clock.js", "clock_view.js", "clock_doors.js", "notes.js")
"""Parts of one function, so that no name of theirs meets one of the browser’s own."""


def html(script: Script, words: Words, theme: Theme, faces: Faces | None = None, school: str = "") -> str:
    """The whole page, with the name of the school above its title."""
    data, code = clock_data(script, words), _code()
    style = f"{_read('style.css')}{_colours(theme)}"
    values = {
        "script": script, "words": words, "school": school, "several": len(script.meetings) > 1,
        "data": Markup(_harmless(data)), "code": Markup(code),
    }  # fmt: skip
    bare = _render(theme, values | {"style": "", "policy": ""})
    style += font_faces(faces or Faces(), set(bare))
    policy = "; ".join((
        "default-src 'none'", f"script-src '{hashed(code)}'", f"style-src '{hashed(style)}'", "font-src data:",
        "base-uri 'none'", "form-action 'none'",
    ))  # fmt: skip
    return _render(theme, values | {"style": Markup(style), "policy": policy})


def _render(theme: Theme, values: dict[str, object]) -> str:
    """The template filled in."""
    room = Environment(
        loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    room.filters |= {
        "grouped": _grouped, "qr": _qr, "sheets": _sheets, "detail": _detail,
        "colour": lambda content: _kind(content, theme),
    }  # fmt: skip
    return room.get_template("page.html").render(values)


def _read(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def _code() -> str:
    """All code as one function."""
    return f'(() => {{\n"use strict";\n{"".join(_read(name) for name in CODE)}}})();'


def hashed(text: str) -> str:
    """What a policy calls a text that stands in the page."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _harmless(data: object) -> str:
    """JSON in which no character can end the element that it stands in."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


# --- parts of the page


def _colours(theme: Theme) -> str:
    """The colour of each kind, as classes."""
    lines = [f".k-{name} {{ --kind: {colour}; }}\n" for name, colour in theme.colours.items()]
    return "".join(lines)


def _kind(content: Content, theme: Theme) -> str:
    """The class of a content's colour, with a space before it; a colour that the theme lacks stays quiet."""
    return f" k-{content.colour}" if content.colour in theme.colours else ""


def _grouped(text: Rich) -> Iterator[tuple[bool, list[Block]]]:
    """Paragraphs and items of lists, those of one list together."""
    for bullets, blocks in groupby(text.blocks, key=lambda block: block.bullet):
        yield bullets, list(blocks)


@dataclass(frozen=True, slots=True)
class _Symbol:
    """A QR as the path of an SVG, with the side of its box in modules."""

    side: int
    path: str


def _qr(link: str) -> _Symbol:
    """A symbol with its quiet zone: each run of dark modules as a bar."""
    rows = symbol(link)
    bars: list[str] = []
    for y, row in enumerate(rows, QUIET):
        x = QUIET
        for module, run in groupby(row):
            width = len(list(run))
            bars += [f"M{x} {y}h{width}v1h-{width}z"] if module == "1" else []
            x += width
    return _Symbol(len(rows) + 2 * QUIET, "".join(bars))


def _sheets(job: PrintJob, words: Words) -> str:
    """`8 sets, 24 vel A4, 160 g papier, dubbelzijdig …`."""
    sets = f"{job.sets} {words['set' if job.sets == 1 else 'sets']}"
    sheets = f"{job.sheets} {words['sheet' if job.sheets == 1 else 'sheets']} {job.paper}"
    return ", ".join((sets, sheets, job.weight, job.how))


def _detail(job: PrintJob, words: Words) -> str:
    """What is in a set, and how often it is cut."""
    cuts = f"{job.cuts} {words['cut' if job.cuts == 1 else 'cuts']} {words['each-pile']}" if job.cuts else ""
    return " · ".join(part for part in (job.detail, cuts) if part)
