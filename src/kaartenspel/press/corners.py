"""Whether rounded corners go with a card and its sheet. Lengths are mm."""

from dataclasses import replace

from kaartenspel.impose.corners import largest_radius
from kaartenspel.impose.frame import Grid
from kaartenspel.messages import _
from kaartenspel.press.request import BuildRequest
from kaartenspel.problems import Code, Problem, UsageError


def with_corners(grid: Grid, request: BuildRequest, deck: str) -> Grid:
    """The grid with the guides that were asked for.

    Raises UsageError for a radius that would take type away, and where the printer does not reach the corners.
    """
    if not request.corners or grid.screen:
        return grid
    most = largest_radius(grid)
    if request.corners > most:
        said = _("corners of {radius} mm are too round for the cards of ‘{deck}’: text would be cut off")
        hint = _("at most {most} mm goes").format(most=f"{int(most * 10) / 10:g}")
        raise _refused(said.format(radius=f"{request.corners:g}", deck=deck), hint)
    if grid.divided:
        said = _("‘{deck}’ has no guides for corners: its cards fill the paper, and no printer reaches its edge")
        raise _refused(said.format(deck=deck), _("leave --corners out, or choose --sheet touching"))
    return replace(grid, corners=request.corners)


def _refused(said: str, hint: str) -> UsageError:
    return UsageError([Problem(Code.WRONG_VALUE, said, hint=hint)])
