"""The command `kaartenspel`: its language, its commands, and what every way to end means."""

import os
import sys
from importlib import import_module

import click

from kaartenspel import messages
from kaartenspel.cli.exits import guarded
from kaartenspel.messages import _

COMMANDS = {
    "build": "kaartenspel.cli.build",
    "check": "kaartenspel.cli.check",
    "list": "kaartenspel.cli.listing",
    "new": "kaartenspel.cli.new",
}


class Commands(click.Group):
    """The commands, each imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command by its name, or None."""
        module = COMMANDS.get(cmd_name)
        return import_module(module).command() if module else None


def program() -> click.Group:
    """The program with help in the language of the run."""
    group = Commands(
        "kaartenspel",
        help=_("Turn decks of conversation cards, written in YAML, into sheets that any printer can print."),
        epilog=_("With no deck named, build takes those in the folder ‘decks’, or the shipped ones."),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    group.params = [
        click.Option(
            ["--lang"],
            type=click.Choice(messages.LANGUAGES),
            expose_value=False,
            help=_("Language of messages (also: KAARTENSPEL_LANG)."),
        ),
        click.Option(
            ["--version"],
            is_flag=True,
            expose_value=False,
            is_eager=True,
            callback=_show_version,
            help=_("Show the version."),
        ),
    ]
    group.callback = lambda: None
    return group


def _show_version(context: click.Context, _parameter: click.Parameter, value: bool) -> None:
    if value:
        from importlib.metadata import version

        click.echo(f"kaartenspel {version('kaartenspel')}")
        context.exit()


def main(arguments: list[str] | None = None) -> int:
    """Run the program with these arguments (those of the process by default); gives the exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    messages.use(language(given, os.environ.get("KAARTENSPEL_LANG", "")))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a console that lacks a character gets a substitute, not a crash
    return guarded(lambda: program().main(given, prog_name="kaartenspel", standalone_mode=False))


def language(arguments: list[str], wish: str) -> str:
    """The language asked for, before Click reads anything: its own messages must be in it already."""
    for index, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            wish = argument.partition("=")[2]
        elif argument == "--lang" and index + 1 < len(arguments):
            wish = arguments[index + 1]
    return wish if wish in messages.LANGUAGES else messages.LANGUAGES[0]
