"""`kaartenspel outline`: where the cards of a pre-cut sheet lie, on plain paper, before a pack is spoiled."""

from pathlib import Path
from typing import Any

import click

from kaartenspel.cli import options
from kaartenspel.cli.console import say
from kaartenspel.cli.report import show_data
from kaartenspel.messages import _


def command() -> click.Command:
    """The command with its help in the language of the run."""
    return options.command(
        "outline",
        _("The outlines of a pre-cut sheet, to hold against a real one."),
        _(
            "Writes the outlines of the cards of SHEET, a pre-cut sheet (kaartenspel list sheets). Print them on plain"
            " paper and hold them against a real sheet before you print on it."
        ),
        [click.Argument(["sheet"], metavar=_("SHEET")), *_way()],
        _outline,
    )


def _way() -> list[click.Option]:
    """How it goes through the printer, and where it is kept."""
    return [
        click.Option(
            ["--duplex"], type=click.Choice(("long-edge", "short-edge", "none")), default="long-edge",
            show_default=True, help=_("Over which edge the printer turns the paper; none: fronts only."),
        ),
        click.Option(
            ["--printer"], metavar=_("NAME"),
            help=_("Backs moved for this printer, which you measured with kaartenspel calibrate."),
        ),
        click.Option(
            ["--tray"], metavar=_("NAME"), default="standaard", show_default=True,
            help=_("With --printer: the tray that the paper comes from."),
        ),
        click.Option(
            ["--output"], type=click.Path(path_type=Path), metavar=_("FOLDER"), default="output", show_default=True,
            help=_("Folder for the PDFs."),
        ),
    ]  # fmt: skip


def _outline(sheet: str, duplex: Any, printer: str | None, tray: str, output: Path, output_format: str) -> int:
    from kaartenspel.press.outline import Asked, write_outline

    if tray != "standaard" and not printer:
        raise click.UsageError(_("--tray says which tray of a printer: add --printer, or leave it out."))
    file = write_outline(Asked(sheet, duplex, printer, tray), Path(), output, options.language_of_run())
    if output_format == "json":
        show_data({"results": [{"sheet": sheet, "file": file.as_posix()}], "problems": []})
        return 0
    said = _("{file} is ready. Print it on plain paper at 100 %, and hold it against a real sheet. Then: {line}")
    say(said.format(file=file.as_posix(), line=f"kaartenspel build … --sheet {sheet}"))
    return 0
