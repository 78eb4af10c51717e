"""`kaartenspel harvest`: what an afternoon gave becomes a report, or paper and dates that keep what was agreed."""

import datetime
from pathlib import Path
from typing import Any

import click

from kaartenspel.cli import options
from kaartenspel.cli.console import say
from kaartenspel.cli.report import problems_as_data, show_data, show_problems, show_table
from kaartenspel.cli.times import Day
from kaartenspel.messages import _, plural

FORMATS = ("pdf", "docx", "html", "xlsx")


def command() -> click.Command:
    """The command with its help in the language of the run."""
    return options.command(
        "harvest",
        _("After the afternoon: scores become a report, agreements a poster, a reminder and a date."),
        _(
            "After the afternoon. SCORES is the spreadsheet into which filled-in forms were typed (kaartenspel forms"
            " DECK FORM --scores): it becomes a report, without names. A list of agreements (kaartenspel new agreements"
            " NAME) becomes a poster on A3, a text for a mail, and a date in the calendar to look back. Nothing leaves"
            " this computer."
        ),
        [*_scores_options(), *_agreements_options(), *_both_options()],
        _harvest,
    )


def _scores_options() -> list[click.Parameter]:
    """The scores, what they are compared with, and which files are made."""
    return [
        click.Argument(["scores"], required=False, type=click.Path(path_type=Path), metavar="[SCORES]"),
        click.Option(
            ["--before"], type=click.Path(path_type=Path), metavar=_("FILE"),
            help=_("The scores of an earlier measurement, to compare with."),
        ),
        click.Option(
            ["--to", "formats"], default=",".join(FORMATS), show_default=True, metavar=_("FORMATS"),
            help=_("Which files of the report: pdf, docx, html, xlsx."),
        ),
    ]  # fmt: skip


def _agreements_options() -> list[click.Parameter]:
    """The list, when it was made and when people look back."""
    return [
        click.Option(
            ["--agreements"], type=click.Path(path_type=Path), metavar=_("FILE"),
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
    ]  # fmt: skip


def _both_options() -> list[click.Parameter]:
    """For whom, how it looks and where it goes."""
    return [
        options.one_edition_option(_("For a school: the name or folder of its edition.")),
        click.Option(
            ["--theme"], metavar=_("NAME"), default="standard", show_default=True,
            help=_("Colours and letters (kaartenspel list themes)."),
        ),
        click.Option(
            ["--output"], type=click.Path(path_type=Path), metavar=_("FOLDER"), default="output", show_default=True,
            help=_("Folder for the files."),
        ),
        options.strict_option(),
    ]  # fmt: skip


def _harvest(scores: Path | None, agreements: Path | None, edition: str | None, **given: Any) -> int:
    if (scores is None) == (agreements is None):
        raise click.UsageError(_("name a file of scores, or a list with --agreements: one of both"))
    folder = options.one_edition(edition) if edition else None
    if scores is not None:
        if any([given.pop("day"), given.pop("back")]):
            raise click.UsageError(_("--date and --look-back are for --agreements"))
        return _report(scores, folder, **given)
    if given.pop("before"):
        raise click.UsageError(_("--before compares scores: it does not go with --agreements"))
    given.pop("formats")
    return _after(agreements or Path(), folder, **given)


def _report(
    scores: Path, edition: Path | None, *, before: Path | None, formats: str, theme: str, output: Path, strict: bool,
    output_format: str,
) -> int:  # fmt: skip
    """The report of scores."""
    from kaartenspel.press.harvest import HarvestRequest, harvest

    asked = tuple(dict.fromkeys(name.strip().lower() for name in formats.split(",") if name.strip()))
    wrong = [name for name in asked if name not in FORMATS]
    if wrong or not asked:
        said = _("‘{name}’ is none of: {known}")
        raise click.UsageError(said.format(name=", ".join(wrong), known=", ".join(FORMATS)))
    made, warnings = harvest(HarvestRequest(scores, before, asked, output, edition, theme), Path(), strict=strict)
    if output_format == "json":
        files = {name: path.as_posix() for name, path in made.files.items()}
        result = {"files": files, "sheets": len(made.scores.sheets), "cards": len(made.scores.cards)}
        show_data({"results": [result], "problems": problems_as_data(warnings)})
        return 0
    show_problems(warnings)
    pages = plural("report, {count} page of A4", "report, {count} pages of A4", made.pages).format(count=made.pages)
    told = {
        "pdf": pages,
        "docx": _("the report for Word"),
        "html": _("the report for a phone or a big screen"),
        "xlsx": _("the figures, and the interventions to choose from"),
    }
    show_table([_("file"), _("what")], [[path.as_posix(), told[name]] for name, path in made.files.items()])
    if "xlsx" in made.files:
        said = _("Put an x before what you choose in {file}, and then: kaartenspel plan --after {file}")
        say(said.format(file=made.files["xlsx"].as_posix()))
    return 0


def _after(
    agreements: Path, edition: Path | None, *, day: datetime.date | None, back: datetime.date | None, theme: str,
    output: Path, strict: bool, output_format: str,
) -> int:  # fmt: skip
    """What keeps agreements."""
    from kaartenspel.press.aftercare import AftercareRequest, aftercare

    request = AftercareRequest(agreements, output, edition, theme, day, back)
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
