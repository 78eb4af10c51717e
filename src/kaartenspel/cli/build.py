"""`kaartenspel build`: decks become PDF sheets."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kaartenspel.cli import options
from kaartenspel.cli.console import say
from kaartenspel.cli.exits import exit_code
from kaartenspel.cli.read import standard_input
from kaartenspel.cli.report import problems_as_data, show_data, show_problems
from kaartenspel.cli.results import as_data, show_results, skipped_said
from kaartenspel.messages import _

if TYPE_CHECKING:
    from kaartenspel.press.request import BuildRequest

DUPLEX = ("long-edge", "short-edge", "fold", "none")
ORDERS = ("interleaved", "fronts-then-backs", "cut-and-stack")


def command() -> click.Command:
    """The command with its help in the language of the run."""
    return options.command(
        "build",
        _("Decks become PDF sheets in ‘output’."),
        _("Decks become PDF sheets in ‘output’. DECK is a name or a file; ‘-’ reads a deck from standard input."),
        [
            click.Argument(["decks"], nargs=-1, metavar="[DECK…]"),
            options.edition_option(),
            *_choices(),
            *_printing(),
            options.strict_option(),
        ],
        _build,
    )


def _choices() -> list[click.Option]:
    """What is printed, on which cards."""
    name = _("NAME")
    return [
        click.Option(["--size"], metavar=name, help=_("Card size, such as a6 (kaartenspel list sizes).")),
        click.Option(["--paper"], metavar=name, default="a4", show_default=True, help=_("Paper: a4 or a3.")),
        click.Option(["--sheet"], metavar=name, help=_("How cards lie on paper (kaartenspel list sheets).")),
        click.Option(
            ["--theme"], metavar=name, default="standard", show_default=True,
            help=_("Colours and letters (kaartenspel list themes)."),
        ),
        click.Option(
            ["--sets"], type=options.Amount(1, 999), metavar=_("NUMBER"),
            help=_("Number of sets, each with its number on the backs; blank cards fill its last sheet."),
        ),
        click.Option(
            ["--cards"], multiple=True, metavar="IDS",
            help=_("Only these cards: ids, codes, groups, choices or ‘cultuur-*’."),
        ),
    ]  # fmt: skip


def _printing() -> list[click.Option]:
    """How it goes through the printer, and where it is kept."""
    return [
        click.Option(
            ["--skip-slots"], type=options.Slots(), metavar=_("SLOTS"), default=(),
            help=_("Of a half-used pre-cut sheet, printed first: slots that are used already, such as 1-4,7."),
        ),
        click.Option(
            ["--duplex"], type=click.Choice(DUPLEX), default="long-edge", show_default=True,
            help=_("How the printer turns the paper; fold: front and back on one side, to fold over."),
        ),
        click.Option(
            ["--order"], type=click.Choice(ORDERS), default="interleaved", show_default=True,
            help=_("Front and back in turn; all fronts first; or all sheets cut as one pile, leaving sorted sets."),
        ),
        click.Option(
            ["--printer"], metavar=_("NAME"),
            help=_("Backs moved for this printer, which you measured with kaartenspel calibrate."),
        ),
        click.Option(
            ["--tray"], metavar=_("NAME"), default="standaard", show_default=True,
            help=_("With --printer: the tray that the paper comes from."),
        ),
        click.Option(
            ["--shop"], metavar=_("NAME"),
            help=_("For a print shop: one card a page, with bleed (kaartenspel list shops)."),
        ),
        click.Option(
            ["--output-profile"], type=click.Path(path_type=Path), metavar=_("FILE"),
            help=_("With --shop: the shop’s own colour profile (ICC)."),
        ),
        click.Option(
            ["--output"], type=click.Path(path_type=Path), metavar=_("FOLDER"), default="output", show_default=True,
            help=_("Folder for the PDFs."),
        ),
        click.Option(
            ["--proof"], is_flag=True,
            help=_("Pictures too, in the folder proof: each page, and all cards with trim, safe margin and bleed."),
        ),
        click.Option(
            ["--overview"], is_flag=True,
            help=_("A facilitator’s overview too: all cards in small on A4, with what is not on them."),
        ),
        click.Option(
            ["--corners"], type=click.FloatRange(1, 10), metavar="MM",
            help=_("Fine arcs on the fronts, as a guide for rounding the corners with this radius."),
        ),
        click.Option(
            ["--cutting-plan"], is_flag=True,
            help=_("A cutting plan too: which cuts in which order, with measures, and how high the pile is."),
        ),
        click.Option(
            ["--band"], is_flag=True,
            help=_("A paper band too for each set, to cut out, fold round the cards and glue."),
        ),
        click.Option(
            ["--contents"], is_flag=True,
            help=_("A list of contents too: how many cards of each group, to check a set by."),
        ),
        click.Option(
            ["--paper-thickness"], type=click.FloatRange(0.05, 1), metavar="MM",
            help=_("How thick a sheet is, for --cutting-plan and --band; otherwise 0.22, for 160 to 200 grams."),
        ),
        click.Option(
            ["--ink"], is_flag=True,
            help=_("Measure how much of the paper’s surface is inked, to compare themes."),
        ),
        click.Option(
            ["--jobs"], type=options.Amount(1, 64), metavar=_("NUMBER"), default=1, show_default=True,
            help=_("How many processes share several editions, or a deck of hundreds of cards; the PDFs are the same."),
        ),
        click.Option(
            ["--again"], is_flag=True,
            help=_("With --edition: make every PDF again, also those of which nothing changed."),
        ),
        click.Option(
            ["--part"], type=options.Part(), metavar="K/N",
            help=_("Only the k-th of n parts of the PDFs, such as 3/20, to share them between machines."),
        ),
        click.Option(["--watch"], is_flag=True, help=_("Build again whatever changes, until Ctrl+C.")),
    ]  # fmt: skip


def _build(
    decks: tuple[str, ...], cards: tuple[str, ...], editions: tuple[str, ...], strict: bool, output_format: str,
    watch: bool, **asked: Any,
) -> int:  # fmt: skip
    from kaartenspel.press.editions import build_all, find_editions
    from kaartenspel.press.request import BuildRequest
    from kaartenspel.press.series import of_edition

    chosen = tuple(part.strip() for given in cards for part in given.split(",") if part.strip())
    _check_alone(decks, watch, asked)
    stdin = standard_input() if "-" in decks else b""
    request = BuildRequest(decks=decks, cards=chosen, stdin=stdin, **asked)
    found = find_editions(editions, Path())
    _check_with_editions(found, watch, asked)
    if watch:
        return _watch(of_edition(request, found[0]) if found else request, strict, output_format)
    try:
        made = build_all(request, found, Path(), strict=strict, progress=progress)
    finally:
        end_progress()
    if output_format == "json":
        show_data({"results": [as_data(result) for result in made.results], "problems": problems_as_data(made.told)})
    else:
        show_problems(made.told)
        show_results(made.results)
        if found and made.results:
            say(skipped_said(made.results))
        if not (made.results or made.error):
            say(_("Nothing to do: there are more parts than PDFs."))
    return exit_code(made.error)


def _check_alone(decks: tuple[str, ...], watch: bool, asked: dict[str, Any]) -> None:
    """Raises click.UsageError for options that go with others, and not with these."""
    from kaartenspel.model.printer import STANDARD_TRAY

    if watch and "-" in decks:
        raise click.UsageError(_("--watch follows files: name a deck or a file, not ‘-’."))
    if watch and asked["part"]:
        raise click.UsageError(_("--part divides one build over machines: it does not go with --watch."))
    if asked["tray"] != STANDARD_TRAY and not asked["printer"]:
        raise click.UsageError(_("--tray says which tray of a printer: add --printer, or leave it out."))
    if asked["paper_thickness"] and not (asked["cutting_plan"] or asked["band"]):
        raise click.UsageError(_("--paper-thickness goes with --cutting-plan and --band"))


def _check_with_editions(found: list[Path], watch: bool, asked: dict[str, Any]) -> None:
    """Raises click.UsageError for options that ask for one edition, or for none."""
    if watch and len(found) > 1:
        raise click.UsageError(_("--watch follows one edition at a time."))
    if asked["skip_slots"] and len(found) > 1:
        raise click.UsageError(_("--skip-slots is for one edition at a time."))
    if asked["again"] and (watch or not found):
        raise click.UsageError(_("--again goes with --edition: without one, every PDF is made again anyway."))


def _watch(request: "BuildRequest", strict: bool, output_format: str) -> int:
    from kaartenspel.cli.watching import watching

    told = as_data if output_format == "json" else None
    return watching(request, strict=strict, as_data=told, progress=progress, end_progress=end_progress)


def progress(said: str) -> None:
    """What is being done, on a terminal only, each word over the last."""
    if _on_terminal():
        say(f"\r\x1b[K{said}", err=True, line_end=False)


def end_progress() -> None:
    """Wipe what was said of the progress."""
    if _on_terminal():
        say("\r\x1b[K", err=True, line_end=False)


def _on_terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
