"""`kaartenspel list`: what there is to choose from, and where it comes from."""

from pathlib import Path

import click

from kaartenspel.cli.options import format_option
from kaartenspel.cli.report import show_data, show_problems, show_table
from kaartenspel.messages import _

WHAT = ("decks", "kinds", "sizes", "papers", "sheets", "themes", "sources")


def command() -> click.Command:
    """The command with its help in the language of the run."""
    return click.Command(
        "list",
        callback=_list,
        short_help=_("Shows what there is: decks, kinds, sizes, papers, sheets, themes, sources."),
        help=_("Shows what there is to choose from, and whether it is yours or came along."),
        params=[
            click.Argument(["what"], type=click.Choice(WHAT), default="decks", metavar=f"[{'|'.join(WHAT)}]"),
            format_option(),
        ],
    )


def _list(what: str, output_format: str) -> int:
    from kaartenspel.press.listing import listing

    heads, rows, problems = listing(what, Path())
    if output_format == "json":
        show_data([dict(zip(heads, row, strict=True)) for row in rows])
    else:
        show_table(heads, rows)
    show_problems(problems)
    return 1 if problems else 0
