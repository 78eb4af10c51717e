"""`kaartenspel new deck NAME` and `new plan NAME`: a first deck or plan that is right at once."""

from pathlib import Path

import click

from kaartenspel.cli import options
from kaartenspel.cli.console import say
from kaartenspel.cli.report import show_data
from kaartenspel.messages import _

WHAT = ("deck", "plan")
STANDARD_KIND = "statement"


def command() -> click.Command:
    """The command with its help in the language of the run."""
    return options.command(
        "new",
        _("Makes a first deck or plan to change: kaartenspel new deck my-deck."),
        _(
            "Makes a first deck in ‘decks’, or a first plan of a meeting in ‘workshops’, that is right at once and"
            " tells in its lines what you can change."
        ),
        [
            click.Argument(["what"], type=click.Choice(WHAT), metavar="deck|plan"),
            click.Argument(["name"], metavar=_("NAME")),
            click.Option(
                ["--kind"], metavar=_("NAME"),
                help=_("Kind of the cards of a deck (kaartenspel list kinds); statement without this."),
            ),
        ],
        _new,
    )  # fmt: skip


def _new(what: str, name: str, kind: str | None, output_format: str) -> int:
    from kaartenspel.press.new import new_deck, new_plan

    if what == "plan" and kind is not None:
        raise click.UsageError(_("--kind is of a deck: a plan has no kind"))
    path = new_plan(name, Path()) if what == "plan" else new_deck(name, kind or STANDARD_KIND, Path())
    if output_format == "json":
        show_data({"results": [{what: name, "file": path.as_posix()}], "problems": []})
    else:
        said = _("{file} is ready. Change it, and then: kaartenspel build {name}")
        if what == "plan":
            said = _("{file} is ready. Change it, and then: kaartenspel script {name}")
        say(said.format(file=path.as_posix(), name=name))
    return 0
