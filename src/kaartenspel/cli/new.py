"""`kaartenspel new deck NAME`: a first deck that builds at once."""

from pathlib import Path

import click

from kaartenspel.cli import options
from kaartenspel.cli.console import say
from kaartenspel.cli.report import show_data
from kaartenspel.messages import _

WHAT = ("deck",)


def command() -> click.Command:
    """The command with its help in the language of the run."""
    return options.command(
        "new",
        _("Makes a first deck to change: kaartenspel new deck my-deck."),
        _("Makes a first deck in ‘decks’ that builds at once and tells in its lines what you can change."),
        [
            click.Argument(["what"], type=click.Choice(WHAT), metavar="deck", expose_value=False),
            click.Argument(["name"], metavar=_("NAME")),
            click.Option(
                ["--kind"], default="statement", show_default=True, metavar=_("NAME"),
                help=_("Kind of its cards (kaartenspel list kinds)."),
            ),
        ],
        _new,
    )  # fmt: skip


def _new(name: str, kind: str, output_format: str) -> int:
    from kaartenspel.press.new import new_deck

    path = new_deck(name, kind, Path())
    if output_format == "json":
        show_data({"results": [{"deck": name, "file": path.as_posix()}], "problems": []})
    else:
        said = _("{file} is ready. Change it, and then: kaartenspel build {name}")
        say(said.format(file=path.as_posix(), name=name))
    return 0
