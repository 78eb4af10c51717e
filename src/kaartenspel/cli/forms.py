"""`kaartenspel forms`: the forms of an afternoon, printed from the same decks."""

from pathlib import Path

import click

from kaartenspel.cli import options
from kaartenspel.cli.build import end_progress, progress
from kaartenspel.cli.exits import exit_code
from kaartenspel.cli.report import problems_as_data, show_data, show_problems, show_table
from kaartenspel.messages import _


def command() -> click.Command:
    """The command with its help in the language of the run."""
    return options.command(
        "forms",
        _("Forms to write on, for a deck or a plan, in ‘output’."),
        _(
            "Forms to write on, on A4: those that belong to a deck, or to what is done in a plan. FORM is the name "
            "of one (kaartenspel list forms)."
        ),
        [
            click.Argument(["name"], metavar="DECK|PLAN"),
            click.Argument(["forms"], nargs=-1, metavar="[FORM…]"),
            options.edition_option(),
            click.Option(
                ["--theme"], metavar=_("NAME"), default="standard", show_default=True,
                help=_("Colours and letters (kaartenspel list themes)."),
            ),
            click.Option(
                ["--output"], type=click.Path(path_type=Path), metavar=_("FOLDER"), default="output",
                show_default=True, help=_("Folder for the files."),
            ),
            click.Option(
                ["--fillable"], is_flag=True, help=_("With fields to fill on a screen, instead of lines to write on.")
            ),
            click.Option(
                ["--scores", "scored"], is_flag=True,
                help=_("Also a spreadsheet (.xlsx) to type filled-in forms into, for: kaartenspel harvest."),
            ),
            options.strict_option(),
        ],
        _forms,
    )  # fmt: skip


def _forms(
    name: str, forms: tuple[str, ...], editions: tuple[str, ...], theme: str, output: Path, fillable: bool,
    scored: bool, strict: bool, output_format: str,
) -> int:  # fmt: skip
    from kaartenspel.press.editions import find_editions
    from kaartenspel.press.forms import FormsRequest, forms_all

    request = FormsRequest(name, forms, theme, fillable, scored, output)
    try:
        found = find_editions(editions, Path())
        made = forms_all(request, found, Path(), strict=strict, progress=progress)
    finally:
        end_progress()
    if output_format == "json":
        results = [
            {"form": one.form, "title": one.title, "pages": one.pages, "files": [path.as_posix() for path in one.files]}
            for one in made.results
        ]
        show_data({"results": results, "problems": problems_as_data(made.told)})
        return exit_code(made.error)
    show_problems(made.told)
    rows = [[path.as_posix(), one.title, str(one.pages)] for one in made.results for path in one.files]
    if rows:
        show_table([_("file"), _("form"), _("pages")], rows)
    return exit_code(made.error)
