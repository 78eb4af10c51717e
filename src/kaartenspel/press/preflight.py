"""A finished PDF looked over for a print shop, whoever made it."""

from pathlib import Path

from kaartenspel.load.project import Project
from kaartenspel.messages import _
from kaartenspel.preflight.run import BROKEN, preflight
from kaartenspel.problems import Code, MachineError, Problem, UsageError


def look_over(file: Path, shop_name: str, folder: Path) -> list[Problem]:
    """What the shop would send back. Raises UsageError for a shop that is not there, MachineError for no PDF."""
    project = Project(folder)
    shop = project.shop(shop_name)
    if shop is None:
        raise UsageError(project.problems)
    if shop.format == "pictures":
        said = _("{shop} takes pictures and no PDF").format(shop=shop.title)
        raise UsageError([Problem(Code.UNKNOWN_NAME, said)])
    try:
        return preflight(file.read_bytes(), file.name, shop)
    except BROKEN:
        said = _("{file} is no PDF that can be opened").format(file=file)
        raise MachineError([Problem(Code.CANNOT_READ, said)]) from None
