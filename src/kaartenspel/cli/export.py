"""`kaartenspel export`: a deck, plan or edition becomes a spreadsheet."""

from pathlib import Path

import click

from kaartenspel.cli import options
from kaartenspel.cli.console import say
from kaartenspel.cli.report import problems_as_data, show_data, show_problems
from kaartenspel.messages import _


def command() -> click.Command:
    """The command with its help in the language of the run."""
    return options.command(
        "export",
        _("A deck, plan or edition becomes a spreadsheet in ‘output’."),
        _(
            "A deck or plan becomes a spreadsheet (.xlsx) in ‘output’, one row a card or block, to go on with and "
            "import again. A school’s edition becomes one workbook, with a sheet for each deck."
        ),
        [
            click.Argument(["name"], required=False, metavar="[DECK|PLAN]"),
            options.one_edition_option(_("The edition itself, or with a name a deck or plan of its own.")),
            click.Option(
                ["--output"], type=click.Path(path_type=Path), metavar=_("FOLDER"), default="output",
                show_default=True, help=_("Folder for the files."),
            ),
        ],
        _export,
    )  # fmt: skip


def _export(name: str | None, edition: str | None, output: Path, output_format: str) -> int:
    from kaartenspel.press.office import export, export_for

    if edition is not None:
        home = options.one_edition(edition)
        target, told = export_for(home, name, Path(), output)
    elif name is None:
        raise click.UsageError(_("Name a deck or a plan, or an edition with --edition."))
    else:
        target, told = export(name, Path(), output), []
    if output_format == "json":
        show_data({"file": target.as_posix(), "problems": problems_as_data(told)})
    else:
        show_problems(told)
        say(target.as_posix())
    return 0
