"""`kaartenspel script`: plans become facilitator scripts."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kaartenspel.cli import options
from kaartenspel.cli.build import end_progress, progress
from kaartenspel.cli.console import say
from kaartenspel.cli.exits import exit_code
from kaartenspel.cli.report import problems_as_data, show_data, show_problems, show_table
from kaartenspel.cli.times import ClockTime, Day
from kaartenspel.messages import _

if TYPE_CHECKING:
    from kaartenspel.press.script_request import ScriptResult

FORMATS = ("pdf", "docx", "html", "md", "ics")


def command() -> click.Command:
    """The command with its help in the language of the run."""
    return options.command(
        "script",
        _("Plans become facilitator’s scripts in ‘output’."),
        _("Plans become facilitator’s scripts in ‘output’. PLAN is a name or a file."),
        [click.Argument(["plans"], nargs=-1, metavar="[PLAN…]"), *_options()],
        _script,
    )


def _options() -> list[click.Option]:
    return [options.edition_option(), *_what(), *_who_and_when(), options.strict_option()]


def _what() -> list[click.Option]:
    """What is made, and where it is kept."""
    return [
        click.Option(
            ["--to"], default="pdf", show_default=True, metavar="pdf,docx,html,md,ics",
            help=_("Formats, with commas between them: pdf, docx, html (with a clock), md, ics (for a calendar)."),
        ),
        click.Option(
            ["--print", "prints"], is_flag=True,
            help=_("All that the plan has printed too, as PDFs in one folder with a slip for the caretaker."),
        ),
        click.Option(
            ["--theme"], metavar=_("NAME"), default="standard", show_default=True,
            help=_("Colours and letters (kaartenspel list themes)."),
        ),
        click.Option(
            ["--template"], type=click.Path(path_type=Path), metavar=_("FILE"),
            help=_("A Word file (.docx) with the school’s own styles."),
        ),
        click.Option(
            ["--output"], type=click.Path(path_type=Path), metavar=_("FOLDER"), default="output", show_default=True,
            help=_("Folder for the files."),
        ),
    ]  # fmt: skip


def _who_and_when() -> list[click.Option]:
    """What takes the place of what the plan says."""
    return [
        click.Option(
            ["--participants"], type=options.Amount(0, 2000), metavar=_("NUMBER"),
            help=_("How many people come, instead of what the plan says."),
        ),
        click.Option(["--start"], type=ClockTime(), metavar="UU:MM", help=_("When it starts, such as 13:30.")),
        click.Option(["--end"], type=ClockTime(), metavar="UU:MM", help=_("When it must be over.")),
        click.Option(["--date"], type=Day(), metavar=_("DATE"), help=_("The day, such as 2027-01-20.")),
    ]  # fmt: skip


def _script(to: str, editions: tuple[str, ...], strict: bool, output_format: str, **asked: Any) -> int:
    from kaartenspel.press.editions import find_editions, script_all
    from kaartenspel.press.script_request import ScriptRequest

    request = ScriptRequest(formats=_formats(to), **asked)
    try:
        found = find_editions(editions, Path())
        made = script_all(request, found, Path(), strict=strict, progress=progress)
    finally:
        end_progress()
    if output_format == "json":
        show_data({"results": [_as_data(result) for result in made.results], "problems": problems_as_data(made.told)})
        return exit_code(made.error)
    show_problems(made.told)
    if made.results:
        _show(made.results)
    return exit_code(made.error)


def _show(results: "list[ScriptResult]") -> None:
    """The table of files, and what was kept of earlier ones."""
    rows = [
        [_path(path), _about(result) if index == 0 else ""]
        for result in results
        for index, path in enumerate(result.files)
    ]
    show_table([_("file"), _("what")], rows)
    for result in results:
        for path in result.moved:
            say(_("{file} is new: the earlier one was changed by hand, and stays.").format(file=_path(path)))


def _formats(to: str) -> tuple[Any, ...]:
    """The formats that were asked for, each once."""
    names = [name for part in to.split(",") if (name := part.strip().lower().lstrip("."))]
    for name in names:
        if name not in FORMATS:
            raise click.BadParameter(
                _("‘{name}’ is no format: choose from {formats}").format(name=name, formats=", ".join(FORMATS)),
                param_hint="--to",
            )
    return tuple(dict.fromkeys(names)) or ("pdf",)


def _path(path: Path) -> str:
    return path.as_posix()


def _about(result: "ScriptResult") -> str:
    """What the plan is, and whether it adds up."""
    script = result.script
    draft = _("draft: it does not add up yet")
    return f"{script.title} ({draft})" if script.draft else script.title


def _as_data(result: "ScriptResult") -> dict[str, object]:
    script = result.script
    return {
        "plan": script.name, "title": script.title, "draft": script.draft, "participants": script.participants,
        "problems": list(script.problems), "files": [_path(path) for path in result.files],
        "moved": [_path(path) for path in result.moved],
        "entries": [
            {"meeting": number, "clock": entry.clock, "minutes": entry.minutes, "title": entry.content.title}
            for number, meeting in enumerate(script.meetings, 1)
            for entry in meeting.entries
        ],
    }  # fmt: skip
