"""`kaartenspel check`: every problem, nothing written."""

from pathlib import Path

import click

from kaartenspel.cli import options
from kaartenspel.cli.console import say
from kaartenspel.cli.read import standard_input
from kaartenspel.cli.report import problems_as_data, show_data, show_problems
from kaartenspel.messages import _, plural


def command() -> click.Command:
    """The command with its help in the language of the run."""
    return options.command(
        "check",
        _("Shows every problem in decks, layouts and plans; writes nothing."),
        _(
            "Shows every problem in decks, layouts and plans; writes nothing. FILE is a file, or the name of a deck or"
            " plan; ‘-’ reads a deck from standard input."
        ),
        [click.Argument(["files"], nargs=-1, metavar=_("[FILE…]")), options.strict_option()],
        _check,
    )


def _check(files: tuple[str, ...], strict: bool, output_format: str) -> int:
    from kaartenspel.press.check import check

    problems, looked = check(files, Path(), standard_input() if "-" in files else b"")
    if output_format == "json":
        show_data({"files": looked, "problems": problems_as_data(problems)})
    else:
        show_problems(problems)
    failed = any(strict or not problem.warning for problem in problems)
    if not failed and output_format == "text":
        count = len(looked)
        say(plural("{count} file checked: all right.", "{count} files checked: all right.", count).format(count=count))
    return 1 if failed else 0
