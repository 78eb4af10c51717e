"""What a printer that was measured needs: its backs moved against what it does wrong. Lengths are mm."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kaartenspel.drawing import Adjustment, Sheet
from kaartenspel.impose.frame import Grid
from kaartenspel.impose.order import PageSide
from kaartenspel.load.project import Project
from kaartenspel.messages import _
from kaartenspel.model.printer import Measured, Page
from kaartenspel.press.request import BuildRequest
from kaartenspel.problems import Code, Problem, UsageError


@dataclass(frozen=True, slots=True)
class Moves:
    """How backs are moved; fronts stay where they are."""

    back: Adjustment

    def on(self, sheets: Sequence[Sheet], sides: Sequence[PageSide]) -> tuple[Sheet, ...]:
        """The sides with their moves."""
        moves = {"front": None, "back": self.back}
        return tuple(replace(sheet, adjust=moves[side.side]) for sheet, side in zip(sheets, sides, strict=True))


def page_of(grid: Grid) -> Page:
    """How a sheet is printed: a driver turns one that lies sideways, and what is wrong turns along."""
    return "upright" if grid.paper_width <= grid.paper_height else "sideways"


def moves(project: Project, request: BuildRequest, grid: Grid) -> Moves | None:
    """The moves of the printer that was asked for; None where none was, or where its file is wrong.

    Raises UsageError where this way through the printer was never measured.
    """
    printer = project.printer(request.printer) if request.printer else None
    if printer is None or grid.screen:
        return None
    if request.duplex in ("fold", "none"):
        raise UsageError([_one_sided()])
    way = (request.tray, request.duplex, page_of(grid))
    measured = next((one for one in printer.measured if one.way == way), None)
    if measured is None:
        raise UsageError([_not_measured(printer.printer, [one.way for one in printer.measured], way)])
    return Moves(move_of(measured))


def move_of(measured: Measured) -> Adjustment:
    """Where backs are moved to, so that they lie behind their fronts."""
    scales = measured.scale_x / 100, measured.scale_y / 100
    return Adjustment(measured.x, measured.y, measured.rotation, *scales)


def _one_sided() -> Problem:
    said = _("--printer moves the backs: this way of printing has none on the other side of the paper")
    return Problem(Code.WRONG_VALUE, said, hint=_("leave --printer out"))


def _not_measured(printer: str, known: Sequence[tuple[str, str, str]], way: tuple[str, str, str]) -> Problem:
    """Nothing was measured for this tray, flip edge and way that the sheet lies."""
    said = _("the printer ‘{printer}’ was not measured for {way}").format(printer=printer, way=", ".join(way))
    sideways = " --sideways" if way[2] == "sideways" else ""
    command = f"kaartenspel calibrate {printer} --tray {way[0]} --duplex {way[1]}{sideways}"
    hint = _("measured: {ways}; do it first: {command}")
    ways = "; ".join(", ".join(one) for one in known) or "–"
    return Problem(Code.UNKNOWN_NAME, said, hint=hint.format(ways=ways, command=command))
