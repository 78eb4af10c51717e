"""`kaartenspel export`: a deck or plan becomes a spreadsheet."""

from pathlib import Path

import click

from kaartenspel.cli import options
from kaartenspel.cli.console import say
from kaartenspel.cli.report import show_data
from kaartenspel.messages import _


def command() -> click.Command:
    """The command with its help in the language of the run."""
    return options.command(
        "export",
        _("A deck or plan becomes a spreadsheet in ‘output’."),
        _(
            "A deck or plan becomes a spreadsheet (.xlsx) in ‘output’, one row a card or block, to go on with and "
            "import again."
        ),
        [
            click.Argument(["name"], metavar="DECK|PLAN"),
            click.Option(
                ["--output"], type=click.Path(path_type=Path), metavar=_("FOLDER"), default="output",
                show_default=True, help=_("Folder for the files."),
            ),
        ],
        _export,
    )  # fmt: skip


def _export(name: str, output: Path, output_format: str) -> int:
    from kaartenspel.press.office import export

    target = export(name, Path(), output)
    if output_format == "json":
        show_data({"file": target.as_posix()})
    else:
        say(target.as_posix())
    return 0
