"""`kaartenspel build`: decks become PDF sheets."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kaartenspel.cli.options import format_option, strict_option
from kaartenspel.cli.report import problems_as_data, show_data, show_problems, show_table
from kaartenspel.messages import _
from kaartenspel.problems import KaartenspelError

if TYPE_CHECKING:
    from kaartenspel.press.request import Result

DUPLEX = ("long-edge", "short-edge", "fold", "none")
ORDERS = ("interleaved", "fronts-then-backs")


def command() -> click.Command:
    """The command with its help in the language of the run."""
    return click.Command(
        "build",
        callback=_build,
        short_help=_("Decks become PDF sheets in ‘output’."),
        help=_("Decks become PDF sheets in ‘output’. DECK is a name or a file; ‘-’ reads a deck from standard input."),
        params=[
            click.Argument(["decks"], nargs=-1, metavar="[DECK…]"),
            click.Option(["--size"], metavar="NAME", help=_("Card size, such as a6 (kaartenspel list sizes).")),
            click.Option(["--paper"], metavar="NAME", default="a4", show_default=True, help=_("Paper: a4 or a3.")),
            click.Option(["--sheet"], metavar="NAME", help=_("How cards lie on paper (kaartenspel list sheets).")),
            click.Option(["--theme"], metavar="NAME", default="standard", show_default=True, help=_("Theme.")),
            click.Option(
                ["--sets"],
                type=click.IntRange(1, 999),
                help=_("Number of sets, each with its number on the backs; blank cards fill its last sheet."),
            ),
            click.Option(
                ["--cards"], multiple=True, metavar="IDS", help=_("Only these cards: ids, codes, groups or ‘cultuur-*’.")
            ),
            click.Option(
                ["--duplex"],
                type=click.Choice(DUPLEX),
                default="long-edge",
                show_default=True,
                help=_("How the printer turns the paper; fold: front and back on one side, to fold over."),
            ),
            click.Option(
                ["--order"],
                type=click.Choice(ORDERS),
                default="interleaved",
                show_default=True,
                help=_("Front and back in turn, or all fronts and then all backs."),
            ),
            click.Option(
                ["--output"], type=click.Path(path_type=Path, file_okay=False), default="output", show_default=True,
                help=_("Folder for the PDFs."),
            ),
            strict_option(),
            format_option(),
        ],
    )  # fmt: skip


def _build(decks: tuple[str, ...], cards: tuple[str, ...], strict: bool, output_format: str, **options: Any) -> int:
    from kaartenspel.press.build import build
    from kaartenspel.press.request import BuildRequest

    chosen = tuple(part.strip() for given in cards for part in given.split(",") if part.strip())
    stdin = sys.stdin.buffer.read() if "-" in decks else b""
    request = BuildRequest(decks=decks, cards=chosen, stdin=stdin, **options)
    try:
        results, warnings = build(request, Path(), strict=strict, progress=_progress)
    except KaartenspelError as error:
        _end_progress()
        if output_format == "json":
            show_data({"results": [], "problems": problems_as_data(error.problems)})
        raise
    _end_progress()
    if output_format == "json":
        show_data({"results": [_as_data(result) for result in results], "problems": problems_as_data(warnings)})
    else:
        show_problems(warnings)
        _show(results)
    return 0


def _progress(said: str) -> None:
    """What is being done, on a terminal only, each word over the last."""
    if sys.stderr.isatty():
        click.echo(f"\r\x1b[K{said}", nl=False, err=True)


def _end_progress() -> None:
    if sys.stderr.isatty():
        click.echo("\r\x1b[K", nl=False, err=True)


def _show(results: list["Result"]) -> None:
    """The table: files, cards, sheets of paper, and what to tell the printer."""
    heads = (_("file"), _("cards"), _("sheets"), _("tell the printer"))
    show_table(heads, [(result.file.as_posix(), _cards(result), _sheets(result), _how(result)) for result in results])


def _cards(result: "Result") -> str:
    each = f"{result.cards}" + (f" + {result.blanks} " + _("blank") if result.blanks else "")
    return f"{result.sets} × ({each})" if result.sets > 1 else each


def _sheets(result: "Result") -> str:
    if result.screen:
        return f"{result.sides} × {result.size}"
    return f"{result.sheets} × {result.paper.upper()} ({result.size})"


def _how(result: "Result") -> str:
    """What to choose in the print dialog."""
    hows = {
        "long-edge": _("100 %, both sides, long edge"),
        "short-edge": _("100 %, both sides, short edge"),
        "fold": _("100 %, one side; fold, then cut"),
        "none": _("100 %, one side"),
    }
    return _("for the screen: show full page") if result.screen else hows[result.duplex]


def _as_data(result: "Result") -> dict[str, object]:
    return {
        "deck": result.deck, "file": result.file.as_posix(), "cards": result.cards, "blanks": result.blanks,
        "sets": result.sets, "sheets": result.sheets, "sides": result.sides, "per_sheet": result.per_sheet,
        "paper": result.paper, "size": result.size, "duplex": result.duplex, "printer": _how(result),
    }  # fmt: skip
