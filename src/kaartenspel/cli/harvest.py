"""`kaartenspel harvest`: what an afternoon gave becomes paper and dates that keep it."""

import datetime
from pathlib import Path

import click

from kaartenspel.cli import options
from kaartenspel.cli.console import say
from kaartenspel.cli.report import problems_as_data, show_data, show_problems, show_table
from kaartenspel.cli.times import Day
from kaartenspel.messages import _, plural


def command() -> click.Command:
    """The command with its help in the language of the run."""
    return options.command(
        "harvest",
        _("After the afternoon: agreements become a poster, a reminder and a date."),
        _(
            "After the afternoon. A list of agreements (kaartenspel new agreements NAME) becomes a poster on A3, a text"
            " for a mail, and a date in the calendar to look back. Nothing leaves this computer."
        ),
        [*_agreements_options(), options.strict_option()],
        _harvest,
    )


def _agreements_options() -> list[click.Option]:
    """The list, when it was made and when people look back; for whom, how it looks and where it goes."""
    return [
        click.Option(
            ["--agreements"], required=True, type=click.Path(path_type=Path), metavar=_("FILE"),
            help=_("The list of agreements (.xlsx)."),
        ),
        click.Option(
            ["--date", "day"], type=Day(), metavar=_("DATE"),
            help=_("When the agreements were made, instead of what the list says."),
        ),
        click.Option(
            ["--look-back", "back"], type=Day(), metavar=_("DATE"),
            help=_("When you look back; without it six weeks later, on a working day."),
        ),
        click.Option(["--edition"], metavar=_("NAME"), help=_("For a school: the name or folder of its edition.")),
        click.Option(
            ["--theme"], metavar=_("NAME"), default="standard", show_default=True,
            help=_("Colours and letters (kaartenspel list themes)."),
        ),
        click.Option(
            ["--output"], type=click.Path(path_type=Path), metavar=_("FOLDER"), default="output", show_default=True,
            help=_("Folder for the files."),
        ),
    ]  # fmt: skip


def _harvest(
    agreements: Path,
    day: datetime.date | None,
    back: datetime.date | None,
    edition: str | None,
    theme: str,
    output: Path,
    strict: bool,
    output_format: str,
) -> int:
    from kaartenspel.press.aftercare import AftercareRequest, aftercare
    from kaartenspel.press.editions import find_editions

    found = find_editions([edition] if edition else [], Path())
    if len(found) > 1:
        raise click.UsageError(_("a list of agreements is of one school: name one edition"))
    request = AftercareRequest(agreements, output, found[0] if found else None, theme, day, back)
    made, warnings = aftercare(request, Path(), strict=strict)
    files = {"poster": made.poster, "reminder": made.reminder, "calendar": made.calendar}
    if output_format == "json":
        result = {name: path.as_posix() for name, path in files.items()}
        result |= {"sheets": made.sheets, "look_back": made.back.day.isoformat()}  # type: ignore[dict-item]
        show_data({"results": [result], "problems": problems_as_data(warnings)})
        return 0
    show_problems(warnings)
    sheets = plural("poster, {count} sheet of A3: 100 %, one side", "poster, {count} sheets of A3: 100 %, one side",
                    made.sheets).format(count=made.sheets)  # fmt: skip
    told = {
        "poster": sheets,
        "reminder": _("text for a mail, a week before"),
        "calendar": _("for the calendar: looking back on {day}").format(day=f"{made.back.day:%d-%m-%Y}"),
    }
    show_table([_("file"), _("what")], [[path.as_posix(), told[name]] for name, path in files.items()])
    say(_("Make the plan for looking back with: kaartenspel plan --after {file}").format(file=agreements.as_posix()))
    return 0
