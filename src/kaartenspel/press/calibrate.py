"""A printer is measured: its calibration sheet is written, and what was read off is kept in the user's settings."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import partial
from pathlib import Path
from typing import BinaryIO

from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from kaartenspel.compose.script_pen import Pen
from kaartenspel.drawing import Adjustment, Document
from kaartenspel.impose.calibration import Calibration, calibration_sheets
from kaartenspel.impose.readings import Readings, Rules, solved
from kaartenspel.load.project import Project
from kaartenspel.messages import _
from kaartenspel.model.printer import STANDARD_TRAY, Flip, Measured, Page, Printer
from kaartenspel.model.sheet import Paper
from kaartenspel.model.values import MOST_SHIFT, ident
from kaartenspel.outputs.files import write_data, write_file
from kaartenspel.outputs.fonts import Faces
from kaartenspel.press.printers import move_of
from kaartenspel.press.request import STANDARD_PAPER, STANDARD_THEME
from kaartenspel.problems import Code, KaartenspelError, Problem, UsageError
from kaartenspel.reading.emit import as_yaml
from kaartenspel.reading.find import settings

TIPS = ("calibration-size", "calibration-sides", "calibration-tray", "calibration-paper", "calibration-light")


@dataclass(frozen=True, slots=True)
class Way:
    """A way through a printer: which tray, turned over which edge, with the sheet upright or sideways."""

    printer: str
    tray: str = STANDARD_TRAY
    flip: Flip = "long-edge"
    page: Page = "upright"
    paper: str = STANDARD_PAPER

    @property
    def file_name(self) -> str:
        """The name of the sheet's PDF: what is not usual joins it."""
        usual = (None, STANDARD_TRAY, "long-edge", "upright", STANDARD_PAPER)
        parts = [getattr(self, one.name) for one in fields(self)]
        said = [part for part, common in zip(parts, usual, strict=True) if part != common]
        return ".".join(["kalibratie", *said, "pdf"])

    @property
    def command(self) -> str:
        """The command for this very way; what it is to do with it comes behind."""
        parts = ["kaartenspel calibrate", self.printer, *self._chosen()]
        parts += ["--sideways"] if self.page == "sideways" else []
        return " ".join([*parts, *([f"--paper {self.paper}"] if self.paper != STANDARD_PAPER else [])])

    @property
    def build_command(self) -> str:
        """The command that prints this way; how the sheet lies follows from the cards."""
        return " ".join(["kaartenspel build --printer", self.printer, *self._chosen()])

    def _chosen(self) -> list[str]:
        """The tray and the flip edge, where they are not the usual ones."""
        tray = [f"--tray {self.tray}"] if self.tray != STANDARD_TRAY else []
        return [*tray, *([f"--duplex {self.flip}"] if self.flip != "long-edge" else [])]


@dataclass(frozen=True, slots=True)
class Asked:
    """What was read off, or given at once: mm right and down, degrees clockwise, percentages; None was not given."""

    values: Mapping[str, float] = field(default_factory=dict)
    readings: Readings | None = None
    rules: Rules | None = None


def write_sheet(way: Way, folder: Path, output: Path, language: str) -> Path:
    """The calibration sheet of a printer as a PDF; where it was measured already, the back is moved so.

    Raises UsageError for a printer or paper that cannot be, KaartenspelError where the printer's file is wrong.
    """
    project = Project(folder)
    width, height = _paper(project, way)
    known = _known(project, way)
    theme, words = project.theme(STANDARD_THEME), project.words(language, None)
    if theme is None or words is None:
        raise KaartenspelError(project.problems)
    faces = Faces(project.theme_fonts(theme))
    pen = Pen(faces, theme, words)
    now = next((one for one in known.measured if one.way == (way.tray, way.flip, way.page)), None) if known else None
    after = move_of(now) if now else None
    name = f"{way.printer} · {way.tray}"
    edge = words["flip-long"] if way.flip == "long-edge" else words["flip-short"]
    tips = tuple(words[tip].format(edge=edge) for tip in TIPS)
    tips += (words["calibration-moved"],) if after else ()
    sheets = calibration_sheets(Calibration(width, height, way.flip, name, tips, after), pen)
    if pen.problems:
        raise KaartenspelError(pen.problems)
    target = output / way.file_name
    write_file(target, partial(_write, Document(f"{words['calibration']} {name}", language, sheets), faces))
    return target


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept now, in which file; `before` is what was, where a reading counted on top of it."""

    path: Path
    measured: Measured
    before: Measured | None


def store(way: Way, asked: Asked, folder: Path) -> Kept:
    """Keep what was read off with what was known of the printer; raises as `write_sheet`.

    A reading of a sheet whose back was moved already counts on top of that move. The very reading that was kept is
    refused: its sheet is read a second time, and the backs would move twice as far.
    """
    project = Project(folder)
    known = _known(project, way)
    others = [one for one in known.measured if one.way != (way.tray, way.flip, way.page)] if known else []
    before = next((one for one in known.measured if one not in others), None) if known else None
    values: dict[str, float] = _kept(before) | dict(asked.values)
    if asked.readings or asked.rules:
        more = _solved(project, way, asked)
        if before and before == _measured(way, _added({}, more)) and more != Adjustment():
            raise UsageError([_read_twice(way)])
        values |= _added(values, more)
    measured = _measured(way, values)
    path = project.names("printers")[way.printer].path if known else settings() / "printers" / f"{way.printer}.yaml"
    made: dict[str, object] = {"printer": way.printer, "title": known.title if known else _title(way.printer)}
    made |= {"measured": [_as_plain(one) for one in (*others, measured)]}
    write_data(path, as_yaml(made))
    return Kept(path, measured, before if asked.readings or asked.rules else None)


def _read_twice(way: Way) -> Problem:
    said = _("this reading is kept already; given twice it would move the backs twice as far")
    hint = _(
        "a sheet that is printed now has its back moved already: print it anew and read that; or begin again: {command}"
    )
    command = f"{way.command} --x 0 --y 0 --rotation 0 --scale-x 100 --scale-y 100"
    return Problem(Code.WRONG_VALUE, said, hint=hint.format(command=command))


def _solved(project: Project, way: Way, asked: Asked) -> Adjustment:
    """What the sheet showed."""
    scales = (asked.rules or Rules()).scales()
    return solved(asked.readings or Readings(0, 0, 0, 0), scales, *_paper(project, way))


def _kept(before: Measured | None) -> dict[str, float]:
    names = ("x", "y", "rotation", "scale_x", "scale_y")
    return {name: getattr(before, name) for name in names} if before else {}


def _added(values: Mapping[str, float], more: Adjustment) -> dict[str, float]:
    """A move on top of one: small turns and scales add up as they are."""
    return {
        "x": values.get("x", 0.0) + more.right,
        "y": values.get("y", 0.0) + more.down,
        "rotation": values.get("rotation", 0.0) + more.rotation,
        "scale_x": values.get("scale_x", 100.0) * more.scale_x,
        "scale_y": values.get("scale_y", 100.0) * more.scale_y,
    }


def _measured(way: Way, values: Mapping[str, float]) -> Measured:
    """The values as a measurement; raises UsageError for one that no printer needs."""
    for name in ("x", "y"):
        if abs(values.get(name, 0.0)) > MOST_SHIFT:
            said = _("a shift of {shift} mm is more than the 4 mm that can be mended here")
            hint = _("set the guides of the paper tray, print at 100 %, and measure again")
            raise UsageError([Problem(Code.WRONG_VALUE, said.format(shift=f"{values[name]:.2f}"), hint=hint)])
    rounded = {name: round(value, 2 if name.endswith(("x", "y")) else 3) + 0.0 for name, value in values.items()}
    try:
        return Measured(tray=way.tray, flip=way.flip, page=way.page, **rounded)
    except ValidationError:
        said = _("a turn of more than 3 degrees or a scale of more than 5 % is not the printer: it was read wrongly")
        raise UsageError([Problem(Code.WRONG_VALUE, said)]) from None


def _as_plain(one: Measured) -> dict[str, object]:
    """A measurement as it is written: what is as usual is left out."""
    plain: dict[str, object] = {"tray": one.tray, "flip": one.flip, "page": one.page}
    units = {"x": " mm", "y": " mm"}
    for name, value in _kept(one).items():
        if name in ("x", "y") or value != Measured.model_fields[name].default:
            plain[name] = f"{value:g}{units[name]}" if name in units else value
    return plain


def _title(name: str) -> str:
    """A first title, which people may change."""
    return name.replace("-", " ").capitalize()


def _known(project: Project, way: Way) -> Printer | None:
    """The printer where it was measured before; raises for names that cannot be, and for a file that is wrong."""
    for name in (way.printer, way.tray):
        try:
            ident(name)
        except PydanticCustomError as error:
            context = error.context or {}
            raise UsageError([Problem(Code.WRONG_VALUE, str(context["said"]), hint=str(context["hint"]))]) from None
    known = project.printer(way.printer) if way.printer in project.names("printers") else None
    if project.problems:
        raise KaartenspelError(project.problems)
    return known


def _paper(project: Project, way: Way) -> tuple[float, float]:
    """The width and height of the paper as the sheet is printed."""
    paper: Paper | None = project.paper(way.paper)
    if paper is None:
        raise UsageError(project.problems)
    short, long = sorted((paper.width, paper.height))
    return (short, long) if way.page == "upright" else (long, short)


def _write(document: Document, faces: Faces, target: BinaryIO) -> None:
    from kaartenspel.outputs.pdf import write_pdf  # noqa: PLC0415  reportlab: only what writes a PDF needs it

    write_pdf(document, faces, target)
