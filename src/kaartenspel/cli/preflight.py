"""`kaartenspel preflight`: whether a PDF is fit for a print shop."""

from pathlib import Path

import click

from kaartenspel.cli import options
from kaartenspel.cli.console import say
from kaartenspel.cli.report import problems_as_data, show_data, show_problems
from kaartenspel.messages import _


def command() -> click.Command:
    """The command with its help in the language of the run."""
    return options.command(
        "preflight",
        _("Looks a PDF over for a print shop."),
        _("Looks a PDF over for a print shop: boxes, bleed, fonts, colours, ink, type, lines, pictures."),
        [
            click.Argument(["file"], type=click.Path(path_type=Path)),
            click.Option(
                ["--shop"], metavar=_("NAME"), default="generic", show_default=True,
                help=_("The print shop (kaartenspel list shops)."),
            ),
        ],
        _preflight,
    )  # fmt: skip


def _preflight(file: Path, shop: str, output_format: str) -> int:
    from kaartenspel.press.preflight import look_over

    problems = look_over(file, shop, Path())
    if output_format == "json":
        show_data({"file": file.as_posix(), "shop": shop, "problems": problems_as_data(problems)})
    else:
        show_problems(problems)
        if not problems:
            say(_("Nothing found that this shop would send back."))
    return 1 if any(not problem.warning for problem in problems) else 0
