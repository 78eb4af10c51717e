"""The QR of a tool with what it opens, as a column at the right of a script's texts. Lengths are mm."""

from collections.abc import Iterator
from dataclasses import replace

from kaartenspel.compose.context import Setting
from kaartenspel.compose.ladder import Type
from kaartenspel.compose.qr import LEAST_MODULE, QUIET, TooMuchError, symbol
from kaartenspel.compose.script_pen import Pen, drawn, under
from kaartenspel.drawing import Item, Modules
from kaartenspel.messages import _
from kaartenspel.model.richtext import Block, Rich, Run, plain
from kaartenspel.model.script import Tool
from kaartenspel.problems import Code, Problem

SIDE = 22.0
_COLUMN = 33.0
_WIDEST = 60.0
_WIDEST_DOMAIN = 44.0


def modules(pen: Pen, tool: Tool | None, wanted: float = SIDE) -> Modules | None:
    """The symbol of a tool, as large as wanted or as its modules need; None without a link."""
    if tool is None or not tool.url:
        return None
    try:
        rows = symbol(tool.url)
    except TooMuchError:
        rows = ()
    side = max(wanted, LEAST_MODULE * len(rows))
    if not rows or side > max(_WIDEST, wanted):
        said = _("the link of ‘{name}’ is too long for a QR in the script").format(name=tool.label)
        pen.problems.append(Problem(Code.QR_TOO_LARGE, said, pen.place, _("use a shorter link")))
        return None
    return Modules(0.0, 0.0, side / len(rows), rows, tool.url)


def tool_width(pen: Pen, tool: Tool | None) -> float:
    """The width of the column of a tool, its quiet zone at the left included."""
    if tool is None:
        return 0.0
    found = modules(pen, tool)
    domain = pen.width(tool.domain, pen.type("fine")) + 0.1
    wide = max(_COLUMN * min(pen.large, 1.25), domain if domain <= _WIDEST_DOMAIN else 0.0)
    return max(wide, found.side) + QUIET * found.module if found else wide


def set_tool(pen: Pen, tool: Tool, right: float) -> Setting:
    """The symbol with its names under it, in the column that ends at `right`; without a link the names alone."""
    found = modules(pen, tool)
    left = right - tool_width(pen, tool) + (QUIET * found.module if found else 4.0)
    words = set_names(pen, tool, left, right - left)
    if found is None:
        return words
    quiet = QUIET * found.module

    def draw(y: float) -> Iterator[Item]:
        yield replace(found, x=round(left, 4), y=round(y, 4))
        yield from words.draw(y + found.side + quiet)

    return drawn(found.side + quiet + words.height, draw)


def set_names(pen: Pen, tool: Tool, left: float, width: float, kind: Type | None = None) -> Setting:
    """What the symbol opens, what that helps with, and its domain."""
    kind = kind or pen.type("fine")
    name = pen.set(Rich((Block((Run(tool.label, bold=True),)),)), kind, left, width)
    return under(name, *(pen.set(plain(text), kind, left, width) for text in (tool.use, tool.domain) if text))
