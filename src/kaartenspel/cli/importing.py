"""`kaartenspel import`: a spreadsheet becomes a plan."""

from pathlib import Path

import click

from kaartenspel.cli import options
from kaartenspel.cli.console import say
from kaartenspel.cli.report import problems_as_data, show_data, show_problems
from kaartenspel.messages import _


def command() -> click.Command:
    """The command with its help in the language of the run."""
    return options.command(
        "import",
        _("A spreadsheet becomes a plan in ‘workshops’."),
        _("A spreadsheet (.xlsx, .ods) that ‘export’ made becomes a plan in ‘workshops’ again."),
        [
            click.Argument(["file"], type=click.Path(path_type=Path), metavar=_("FILE")),
            click.Option(["--replace"], is_flag=True, help=_("Replace the file that is there, and keep it as .bak.")),
        ],
        _import,
    )


def _import(file: Path, replace: bool, output_format: str) -> int:
    from kaartenspel.press.exchange import import_plan

    target, warnings = import_plan(file, Path(), replace=replace)
    if output_format == "json":
        show_data({"file": target.as_posix(), "problems": problems_as_data(warnings)})
        return 0
    show_problems(warnings)
    say(
        _("{file} is written. Look at it with: kaartenspel script {name}").format(
            file=target.as_posix(), name=target.stem
        )
    )
    return 0
