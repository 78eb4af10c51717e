"""The heads of our own sheets, and what is said of one that means nothing."""

from collections.abc import Mapping

from kaartenspel.exchange.deck_columns import folded
from kaartenspel.exchange.workbook import Cell, Sheet
from kaartenspel.messages import _
from kaartenspel.problems import Code, Place, Problem, Source, nearest


def start(sheet: Sheet) -> Place:
    """The first cell of a sheet."""
    return sheet.rows[0][0].place if sheet.rows and sheet.rows[0] else Place(Source(f"[{sheet.name}]", grid=True), 1, 1)


def unknown(cell: Cell, known: Mapping[str, str]) -> Problem:
    """A head that means nothing here, with the nearest that does."""
    near = nearest(folded(cell.text), known)
    hint = _("did you mean ‘{proposal}’?").format(proposal=near) if near else ""
    hint = hint or _("known here: {names}").format(names=", ".join(known))
    return Problem(Code.UNKNOWN_NAME, _("‘{name}’ is not known here").format(name=cell.text), cell.place, hint)
