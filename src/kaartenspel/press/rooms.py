"""The room that a sheet gives a face. Lengths are mm."""

from contextlib import suppress

from kaartenspel.compose.context import Frame
from kaartenspel.impose.caption import STRIP
from kaartenspel.impose.frame import Grid
from kaartenspel.impose.grid import make_grid
from kaartenspel.load.project import Project
from kaartenspel.problems import KaartenspelError


def frame_of(grid: Grid) -> Frame:
    """The room of a face on a grid."""
    if grid.divided:
        return Frame(grid.card_width, grid.card_height, 0.0, grid.inset, STRIP + 0.5)
    return Frame(grid.card_width, grid.card_height, grid.bleed, screen=grid.screen)


def frames(project: Project, paper_name: str) -> dict[str, Frame]:
    """The room of a face on each size, on the sheet that suits it; without those that this paper cannot hold."""
    found: dict[str, Frame] = {}
    for name in project.names("layouts/sizes"):
        size, paper = project.size(name), project.paper(paper_name)
        sheet = project.sheet(size.sheet) if size else None
        if size and paper and sheet:
            with suppress(KaartenspelError):
                found[name] = frame_of(make_grid(size, paper, sheet))
    return found
