"""`kaartenspel plan`: a plan made from a goal, a number of people and a time, to be changed by whoever asked."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kaartenspel.cli import options
from kaartenspel.cli.console import say
from kaartenspel.cli.report import problems_as_data, show_data, show_problems, show_table
from kaartenspel.cli.times import ClockTime, Lasting
from kaartenspel.messages import _

if TYPE_CHECKING:
    from kaartenspel.press.planner import Made


def command() -> click.Command:
    """The command with its help in the language of the run."""
    return options.command(
        "plan",
        _("Makes a plan that fits a goal, a time and a number of people."),
        _(
            "Makes a plan in ‘workshops’ that fits a goal, a time and a number of people, and says at each block why it"
            " is there. Change it as you like, and then: kaartenspel script."
        ),
        [*_asked(), *_wishes()],
        _plan,
    )


def _asked() -> list[click.Option]:
    """What every plan needs to know."""
    return [
        click.Option(["--goal"], metavar=_("NAME"), help=_("What it is for (kaartenspel list goals).")),
        click.Option(
            ["--after"], type=click.Path(path_type=Path), metavar=_("FILE"),
            help=_(
                "The list of agreements to look back at, or the figures of a harvest in which you chose (.xlsx);"
                " then no goal is needed."
            ),
        ),
        click.Option(
            ["--minutes"], required=True, type=Lasting(15, 720), metavar=_("MINUTES"),
            help=_("How long it may take, such as 90 or 1h30."),
        ),
        click.Option(
            ["--participants"], required=True, type=options.Amount(0, 2000), metavar=_("NUMBER"),
            help=_("How many people come."),
        ),
        click.Option(
            ["--start"], type=ClockTime(), show_default="13:30", metavar=_("TIME"),
            help=_("When it starts."),
        ),
    ]  # fmt: skip


def _wishes() -> list[click.Option]:
    """What may be asked besides."""
    return [
        click.Option(
            ["--must"], multiple=True, metavar=_("NAME"),
            help=_("A card or deck that must be in, such as werkvormen/intervisie. May be repeated."),
        ),
        click.Option(
            ["--without"], multiple=True, metavar=_("NAME"), help=_("A card or deck to leave out. May be repeated.")
        ),
        click.Option(
            ["--materials"], metavar=_("NAMES"),
            help=_("What there is, with commas: flap, stiften. What needs anything else is not chosen."),
        ),
        click.Option(
            ["--group-size"], type=options.Amount(2, 100), metavar=_("NUMBER"),
            help=_("Groups of this size; without it as suits each block."),
        ),
        click.Option(
            ["--seed"], type=options.Amount(0, 999_999), default=1, show_default=True, metavar=_("NUMBER"),
            help=_("Another number may give another plan; the same number gives the same plan."),
        ),
        click.Option(["--title"], default="", metavar=_("TEXT"), help=_("The title of the plan.")),
        click.Option(
            ["--output"], type=click.Path(path_type=Path), metavar=_("FILE"),
            help=_("The file to write (.yaml); without it one in ‘workshops’."),
        ),
    ]  # fmt: skip


def _plan(output_format: str, goal: str | None, materials: str | None, **given: Any) -> int:
    from kaartenspel.load.project import Project
    from kaartenspel.plan.refusal import Asked
    from kaartenspel.press.planner import PlanRequest, make_plan

    if goal is None and given["after"] is None:
        raise click.UsageError(
            _("--goal is needed, or --after with a list of agreements or with the figures of a harvest")
        )

    there = None if materials is None else tuple(name.strip() for name in materials.split(",") if name.strip())
    asked = Asked(given.pop("participants"), given.pop("minutes"), given.pop("group_size"), there)
    made = make_plan(PlanRequest(goal=goal or "", asked=asked, **given), Project(Path()))
    _show_data(made) if output_format == "json" else _show(made)
    return 0


def _rows(made: "Made", clock: Callable[[int], str]) -> list[tuple[str, int, str]]:
    """When each block is, how long it takes, and what it is called."""
    from kaartenspel.plan.timetable import timetable

    table = timetable(made.plan, made.plan.meetings[0])
    slots = [slot for slot in table.schedule.slots if slot.kind == "block"]
    return [(clock(slot.start), slot.end - slot.start, table.blocks[slot.id].activity.title) for slot in slots]


def _show(made: "Made") -> None:
    """The day in short, and how to go on."""
    from kaartenspel.model.clock import as_clock

    show_problems(made.warnings)
    rows = [(start, str(minutes), title) for start, minutes, title in _rows(made, as_clock)]
    show_table([_("start"), _("minutes"), _("block")], rows)
    if made.other:
        message = _("{file} was there already and is left as it is.")
        say(message.format(file=made.other.as_posix()))
    if made.idle:
        said = _("Nothing that serves this goal needs: {things}.")
        say(said.format(things=", ".join(made.idle)))
    message = _("{file} is ready. Change it, and then: kaartenspel script {name}")
    name = made.path.stem if made.path.parent == Path("workshops") else made.path.as_posix()
    say(message.format(file=made.path.as_posix(), name=name))


def _show_data(made: "Made") -> None:
    from kaartenspel.model.clock import as_clock

    blocks = [{"start": start, "minutes": minutes, "title": title} for start, minutes, title in _rows(made, as_clock)]
    workshop = made.plan.workshop
    result = {"plan": workshop.workshop, "file": made.path.as_posix(), "title": workshop.title, "blocks": blocks}
    show_data({"results": [result], "problems": problems_as_data(made.warnings)})
