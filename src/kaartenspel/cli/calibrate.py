"""`kaartenspel calibrate`: a test sheet for a printer, and the shift that it showed, kept for --printer."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kaartenspel.cli import options
from kaartenspel.cli.console import say
from kaartenspel.cli.report import show_data
from kaartenspel.messages import _

if TYPE_CHECKING:
    from kaartenspel.press.calibrate import Asked, Way

GIVEN = ("x", "y", "rotation", "scale_x", "scale_y")


def command() -> click.Command:
    """The command with its help in the language of the run."""
    return options.command(
        "calibrate",
        _("A test sheet for your printer, and the shift that it showed."),
        _(
            "Writes a test sheet for PRINTER, a name that you choose. Print it on both sides, hold it against the"
            " light, and give what you read: build --printer PRINTER then moves the backs."
        ),
        [click.Argument(["printer"], metavar=_("PRINTER")), *_ways(), *_read(), *_given()],
        _calibrate,
    )


def _ways() -> list[click.Option]:
    """Which way through the printer."""
    return [
        click.Option(
            ["--tray"], metavar=_("NAME"), default="standaard", show_default=True,
            help=_("The tray that the paper comes from: each tray is off in its own way."),
        ),
        click.Option(
            ["--duplex"], type=click.Choice(("long-edge", "short-edge")), default="long-edge", show_default=True,
            help=_("Over which edge the printer turns the paper."),
        ),
        click.Option(["--sideways"], is_flag=True, help=_("For sheets that lie sideways (landscape).")),
        click.Option(["--paper"], metavar=_("NAME"), default="a4", show_default=True, help=_("Paper: a4 or a3.")),
        click.Option(
            ["--output"], type=click.Path(path_type=Path), metavar=_("FOLDER"), default="output", show_default=True,
            help=_("Folder for the PDFs."),
        ),
    ]  # fmt: skip


def _read() -> list[click.Option]:
    """What was read off the sheet."""
    return [
        click.Option(
            ["--read"], metavar="T,B,L,R",
            help=_("The letters that meet at the top, the bottom, the left and the right, such as K,J,H,HI."),
        ),
        click.Option(
            ["--rules"], metavar="MM,MM,MM,MM",
            help=_("How long the rules are: across on the front, on the back, down on the front, on the back."),
        ),
    ]  # fmt: skip


def _given() -> list[click.Option]:
    """What is known without reading."""
    shift = click.FloatRange(-4, 4)
    return [
        click.Option(["--x"], type=shift, metavar="MM", help=_("Backs so far to the right; less than 0: left.")),
        click.Option(["--y"], type=shift, metavar="MM", help=_("Backs so far down; less than 0: up.")),
        click.Option(
            ["--rotation"], type=click.FloatRange(-3, 3), metavar=_("DEGREES"), help=_("Backs turned, clockwise.")
        ),
        click.Option(["--scale-x"], type=click.FloatRange(95, 105), metavar="%", help=_("How wide backs become.")),
        click.Option(["--scale-y"], type=click.FloatRange(95, 105), metavar="%", help=_("How high backs become.")),
    ]


def _calibrate(
    printer: str, tray: str, duplex: Any, sideways: bool, paper: str, output: Path, output_format: str, **asked: Any
) -> int:
    from kaartenspel.press.calibrate import Way, write_sheet

    way = Way(printer, tray, duplex, "sideways" if sideways else "upright", paper)
    if any(value is not None for value in asked.values()):
        return _keep(way, _asked(asked), output_format)
    sheet = write_sheet(way, Path(), output, options.language_of_run())
    if output_format == "json":
        show_data({"results": [{"printer": printer, "tray": tray, "file": sheet.as_posix()}], "problems": []})
        return 0
    say(_("{file} is ready. Print it at 100 %, on both sides, and hold it against the light.").format(file=sheet))
    if not (sys.stdin is not None and sys.stdin.isatty()):
        say(_("Then give the four letters: {line}").format(line=f"{way.command} --read K,J,H,HI"))
        return 0
    answers = _questions()
    return _keep(way, _asked(answers), output_format)


def _questions() -> dict[str, str]:
    """What stands on the sheet, asked one by one; only with someone at the keyboard."""
    say(_("Which letters meet? Give one from A to Q, or two neighbours such as KL."))
    places = (_("at the top"), _("at the bottom"), _("at the left"), _("at the right"))
    read = [click.prompt(place, default="I") for place in places]
    say(_("How long is each rule, in mm?"))
    rules = (_("across, front"), _("across, back"), _("down, front"), _("down, back"))
    return {"read": ",".join(read), "rules": ";".join(click.prompt(rule, default="100") for rule in rules)}


def _asked(said: dict[str, Any]) -> "Asked":
    """The options, read."""
    from kaartenspel.impose.readings import Readings, Rules, step
    from kaartenspel.press.calibrate import Asked

    values = {name: said[name] for name in GIVEN if said.get(name) is not None}
    letters = said["read"].split(",") if said.get("read") else []
    if letters and len(letters) != 4:
        raise click.UsageError(_("{option} wants {count} of them, parted by commas").format(option="--read", count=4))
    rules = Rules(*_numbers(said["rules"], 4, "--rules")) if said.get("rules") else None
    return Asked(values, Readings(*map(step, letters)) if letters else None, rules)


def _numbers(said: str, count: int, option: str) -> list[float]:
    """Numbers with a decimal point, parted by commas; with decimal commas they are parted by `;` or a space."""
    parts = said.replace(";", " ").split() if ";" in said or " " in said.strip() else said.split(",")
    try:
        numbers = [float(part.strip().replace(",", ".")) for part in parts]
    except ValueError:
        numbers = []
    if len(numbers) != count:
        raise click.UsageError(_("{option} wants {count} of them, parted by commas").format(option=option, count=count))
    return numbers


def _keep(way: "Way", asked: "Asked", output_format: str) -> int:
    from kaartenspel.press.calibrate import store

    kept = store(way, asked, Path())
    path, measured = kept.path, kept.measured
    values = {name: getattr(measured, name) for name in GIVEN}
    if output_format == "json":
        result = {"printer": way.printer, "tray": way.tray, "file": path.as_posix(), **values}
        show_data({"results": [result], "problems": []})
        return 0
    if kept.before:
        say(_("The sheet had its back moved already, so this reading counts on top of what was kept:"))
        say("  " + _move(way, {name: getattr(kept.before, name) for name in GIVEN}))
        say(_("It is now:"))
    say(_move(way, values))
    say(_("Kept in {file}. Print with: {command}").format(file=path, command=way.build_command))
    return 0


def _move(way: "Way", values: dict[str, float]) -> str:
    """A move in words."""
    said = _("{printer}, {tray}: backs {x} mm right, {y} mm down, turned {rotation}°, {scale_x} × {scale_y} %")
    shown = {name: f"{value:g}".replace(".", _(".")) for name, value in values.items()}
    return said.format(printer=way.printer, tray=way.tray, **shown)
