"""The command `kaartenspel`: its language, its commands, and what every way to end means."""

import os
import sys
from importlib import import_module

import click

from kaartenspel import __version__, messages
from kaartenspel.cli.console import prepare, say
from kaartenspel.cli.exits import guarded
from kaartenspel.cli.options import language_option
from kaartenspel.messages import _

COMMANDS = {
    "build": "kaartenspel.cli.build",
    "script": "kaartenspel.cli.script",
    "forms": "kaartenspel.cli.forms",
    "plan": "kaartenspel.cli.plan",
    "harvest": "kaartenspel.cli.harvest",
    "check": "kaartenspel.cli.check",
    "calibrate": "kaartenspel.cli.calibrate",
    "outline": "kaartenspel.cli.outline",
    "list": "kaartenspel.cli.listing",
    "new": "kaartenspel.cli.new",
    "edition": "kaartenspel.cli.edition",
    "preflight": "kaartenspel.cli.preflight",
    "export": "kaartenspel.cli.export",
    "import": "kaartenspel.cli.importing",
}


class Commands(click.Group):
    """The commands, each imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's own signature
        """The names in the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  the same
        """A command by its name, or None."""
        module = COMMANDS.get(cmd_name)
        return import_module(module).command() if module else None


def program() -> click.Group:
    """The program with help in the language of the run."""
    group = Commands(
        "kaartenspel",
        options_metavar=_("[OPTIONS]"),
        subcommand_metavar=_("COMMAND [ARGUMENTS]…"),
        help=_("Turn decks of conversation cards, written in YAML, into sheets that any printer can print."),
        epilog=_("With no deck named, build takes those in the folder ‘decks’, or the shipped ones."),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    group.params = [
        language_option(),
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
        say(f"kaartenspel {__version__}")
        context.exit()


def main(arguments: list[str] | None = None) -> int:
    """Run the program with these arguments (those of the process by default); gives the exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for them takes 17 ms
    messages.use(language(given, os.environ.get("KAARTENSPEL_LANG", "")))
    prepare()
    as_data = asked(given, "--format") == "json"
    return guarded(lambda: program().main(given, prog_name="kaartenspel", standalone_mode=False), as_data=as_data)


def language(arguments: list[str], wish: str) -> str:
    """The language asked for, before Click reads anything: its own messages must be in it already."""
    wish = asked(arguments, "--lang") or wish
    return wish if wish in messages.LANGUAGES else messages.LANGUAGES[0]


def asked(arguments: list[str], option: str) -> str:
    """The value of an option, wherever it stands and whatever else is wrong; the last one counts."""
    pairs = zip(arguments, [*arguments[1:], ""], strict=True)
    split = (argument.partition("=")[::2] if "=" in argument else (argument, after) for argument, after in pairs)
    return ([""] + [value for name, value in split if name == option])[-1]
