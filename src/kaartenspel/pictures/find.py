"""Where pictures lie: in the folder of the file that names them, or below it; nowhere else."""

import re
from pathlib import Path, PureWindowsPath

from kaartenspel.messages import _
from kaartenspel.pictures import limits
from kaartenspel.pictures.error import Finding, PictureError, refused, too_large
from kaartenspel.problems import Code, nearest
from kaartenspel.reading.files import shown

SUFFIXES = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".svg": "SVG"}


def find(folder: Path, name: str) -> Path:
    """The file of this name; raises PictureError where it may not be used, or is not there."""
    _check_name(name)
    path = folder / name
    try:
        home, real = folder.resolve(), path.resolve()
        inside, there = real.is_relative_to(home), real.is_file()
    except (OSError, ValueError, RuntimeError):
        # a name that is too long, holds a NUL, or leads round in a circle of links
        raise _missing(folder, name) from None
    if not inside:
        raise _outside(name)
    if Path(name).suffix.lower() not in SUFFIXES:
        raise refused(
            _("‘{file}’ is no PNG, JPEG or SVG by its name"), _("open it in a drawing program and save it as PNG")
        )
    if not there:
        raise _missing(folder, name)
    return real


def contents(path: Path) -> bytes:
    """The bytes of a file that was found."""
    try:
        with path.open("rb") as file:
            data = file.read(limits.FILE + 1)
    except OSError:
        raise PictureError(
            Finding(
                Code.PICTURE_MISSING, _("the picture ‘{file}’ cannot be read"), _("close the program that has it open")
            )
        ) from None
    if len(data) > limits.FILE:
        most = limits.FILE // (1024 * 1024)
        message = _("the picture ‘{file}’ is larger than {most} MB").format(file="{file}", most=most)
        raise too_large(message, _("make it smaller in a drawing program"))
    return data


def _check_name(name: str) -> None:
    """Raises PictureError for what is no path below the folder, whatever lies there."""
    if "://" in name or name.lower().startswith("data:"):
        shown = name if len(name) <= 60 else name[:59] + "…"
        message = _("‘{name}’ is an address, not a file").format(name=shown)
        raise refused(
            message.replace("{file}", ""), _("save the picture beside the deck and give the name of that file")
        )
    windows = PureWindowsPath(name)
    if windows.drive or windows.root or name.startswith("~"):
        raise _outside(name)
    if "\\" in name:
        proposal = name.replace("\\", "/")
        raise refused(_("the path ‘{file}’ only works on Windows"), _("write ‘{name}’").format(name=proposal))


def _outside(name: str) -> PictureError:
    hint = _("copy the picture to the folder of the deck and write ‘{name}’").format(name=re.split(r"[/\\]", name)[-1])
    return refused(_("the picture ‘{file}’ lies outside the folder of the deck"), hint)


def _missing(folder: Path, name: str) -> PictureError:
    hint = _("it is looked for in {folder}").format(folder=shown(folder))
    near = nearest(name, _pictures(folder, name))
    if near is not None:
        hint = _("did you mean ‘{proposal}’?").format(proposal=near)
    return PictureError(Finding(Code.PICTURE_MISSING, _("there is no picture ‘{file}’"), hint))


def _pictures(folder: Path, name: str) -> list[str]:
    """The pictures in the folder that a name points to, as they would be written."""
    try:
        inside = (folder / name).parent
        found = sorted(path for path in inside.iterdir() if path.suffix.lower() in SUFFIXES)
        return [path.relative_to(folder).as_posix() for path in found]
    except (OSError, ValueError):
        return []
