"""The QR of a tool with what it opens, as a column at the right of a script's texts. Lengths are mm."""

from collections.abc import Iterator
from dataclasses import replace

from kaartenspel.compose.context import Setting
from kaartenspel.compose.ladder import Type
from kaartenspel.compose.qr import LEAST_MODULE, QUIET, TooMuchError, symbol
from kaartenspel.compose.script_pen import Pen, drawn, under
from kaartenspel.drawing import Item, Modules
from kaartenspel.messages import _
from kaartenspel.model.richtext import Block, Rich, Run
from kaartenspel.model.script import Tool
from kaartenspel.problems import Code, Problem

SIDE = 22.0
_COLUMN = 33.0
_WIDEST = 60.0
_WIDEST_WORD = 44.0


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
    """The width of the column of a tool, its quiet zone at the left included; none where it goes below the texts."""
    if tool is None or is_below(pen, tool):
        return 0.0
    found = modules(pen, tool)
    wide = max(_COLUMN * min(pen.large, 1.25), _widest_word(pen, tool))
    return max(wide, found.side) + QUIET * found.module if found else wide


def is_below(pen: Pen, tool: Tool) -> bool:
    """Whether a tool stands below the texts, since its domain or a word is too long for a column beside them."""
    return _widest_word(pen, tool) > _WIDEST_WORD


def set_tool(pen: Pen, tool: Tool, right: float) -> Setting:
    """The symbol with its names under it, in the column that ends at `right`; without a link the names alone."""
    found = modules(pen, tool)
    left = right - tool_width(pen, tool) + (QUIET * found.module if found else 4.0)
    return set_column(pen, tool, found, left, right - left)


def set_column(
    pen: Pen, tool: Tool, found: Modules | None, left: float, width: float, kind: Type | None = None
) -> Setting:
    """The symbol with its names under it, from `left` on."""
    words = set_names(pen, tool, left, width, kind)
    if found is None:
        return words
    quiet = QUIET * found.module

    def draw(y: float) -> Iterator[Item]:
        yield replace(found, x=round(left, 4), y=round(y, 4))
        yield from words.draw(y + found.side + quiet)

    return drawn(found.side + quiet + words.height, draw)


def set_below(pen: Pen, tool: Tool, left: float, width: float) -> Setting:
    """The symbol with its names at its right, as wide as the texts above it."""
    found = modules(pen, tool)
    if found is None:
        return set_names(pen, tool, left, width)
    aside = found.side + QUIET * found.module
    if _widest_word(pen, tool) > width - aside:
        return set_column(pen, tool, found, left, width)
    words = set_names(pen, tool, left + aside, width - aside)

    def draw(y: float) -> Iterator[Item]:
        yield replace(found, x=round(left, 4), y=round(y, 4))
        yield from words.draw(y)

    return drawn(max(found.side + QUIET * found.module, words.height), draw)


def set_names(pen: Pen, tool: Tool, left: float, width: float, kind: Type | None = None) -> Setting:
    """What the symbol opens, what that helps with, and its domain, to which no hyphen is ever added."""
    kind = kind or pen.type("fine")
    name = pen.set(Rich((Block((Run(tool.label, bold=True),)),)), kind, left, width)
    domain = pen.set(tool.domain, replace(kind, whole=True), left, width)
    return under(name, pen.set(tool.use, kind, left, width), domain)


def _widest_word(pen: Pen, tool: Tool) -> float:
    """The width of the widest word under the symbol, in bold; the domain is one word."""
    kind = pen.type("fine")
    bold = replace(kind, face=kind.bold)
    words = [*tool.label.split(), *tool.use.split(), tool.domain]
    return max(pen.width(word, bold) for word in words) + 0.1
