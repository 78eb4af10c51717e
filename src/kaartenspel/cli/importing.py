"""`kaartenspel import`: a spreadsheet, list or document becomes a deck, plan or edition."""

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
        _("A spreadsheet or list becomes a deck, plan or edition."),
        _(
            "A spreadsheet (.xlsx, .ods) that ‘export’ made becomes a deck, plan or edition again. A list of your own "
            "(also .csv), a card on each row under a head, "
            "becomes a deck, and so does a document (.docx, .txt) with a "
            "statement in each paragraph."
        ),
        [
            click.Argument(["file"], type=click.Path(path_type=Path), metavar=_("FILE")),
            click.Option(["--deck"], default="", metavar=_("NAME"), help=_("The deck that a list becomes.")),
            click.Option(["--kind"], default="", metavar=_("NAME"), help=_("The kind of cards that a list holds.")),
            click.Option(["--title"], default="", metavar=_("TEXT"), help=_("The title of the deck.")),
            options.one_edition_option(_("The edition that it belongs to; without it the project.")),
            click.Option(
                ["--replace"], is_flag=True,
                help=_("Change the file that is there; comments and order stay, and the old one is kept as .bak."),
            ),
        ],
        _import,
    )  # fmt: skip


def _import(
    file: Path, deck: str, kind: str, title: str, edition: str | None, replace: bool, output_format: str
) -> int:
    from kaartenspel.press.list_exchange import Wanted
    from kaartenspel.press.office import import_file

    home = options.one_edition(edition) if edition is not None else None
    target, warnings = import_file(file, Path(), Wanted(deck, title, kind, replace, home))
    if output_format == "json":
        show_data({"file": target.as_posix(), "problems": problems_as_data(warnings)})
        return 0
    show_problems(warnings)
    said = _("{file} is ready. Look at it with: kaartenspel {command}")
    say(said.format(file=target.as_posix(), command=_next(target, edition)))
    return 0


def _next(target: Path, edition: str | None) -> str:
    """The command that shows what was written."""
    if target.name == "edition.yaml":
        return f"build --edition {edition or target.parent.name}"
    command = "script" if target.parent.name == "workshops" else "build"
    return f"{command} {target.stem}" + (f" --edition {edition}" if edition else "")
