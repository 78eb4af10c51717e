"""Options that several commands have."""

import click

from kaartenspel.messages import _


def format_option() -> click.Option:
    """Words for people, or JSON for a program."""
    return click.Option(
        ["--format", "output_format"],
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        help=_("Words for people, or JSON for a program."),
    )


def strict_option() -> click.Option:
    """Warnings count as problems."""
    return click.Option(["--strict"], is_flag=True, help=_("Warnings are problems too: then nothing is written."))
