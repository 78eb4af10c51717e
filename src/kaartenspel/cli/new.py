"""`kaartenspel new deck NAME`: a first deck that builds at once."""

from pathlib import Path

import click

from kaartenspel.messages import _

WHAT = ("deck",)


def command() -> click.Command:
    """The command with its help in the language of the run."""
    return click.Command(
        "new",
        callback=_new,
        short_help=_("Makes a first deck to change: kaartenspel new deck my-deck."),
        help=_("Makes a first deck in ‘decks’ that builds at once and tells in its lines what you can change."),
        params=[
            click.Argument(["what"], type=click.Choice(WHAT), metavar="deck"),
            click.Argument(["name"]),
            click.Option(
                ["--kind"], default="statement", show_default=True, metavar="NAME", help=_("Kind of its cards.")
            ),
        ],
    )


def _new(what: str, name: str, kind: str) -> int:
    from kaartenspel.press.new import new_deck

    path = new_deck(name, kind, Path())
    click.echo(
        _("{file} is ready. Change it, and then: kaartenspel build {name}").format(file=path.as_posix(), name=name)
    )
    return 0
