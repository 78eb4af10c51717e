"""Options that several commands have, and types of options."""

import os
import re
from pathlib import Path
from typing import Any

import click

from kaartenspel import messages
from kaartenspel.messages import _


class Amount(click.IntRange):
    """A whole number from a least to a most, which help shows as people write it."""

    def _describe_range(self) -> str:
        return f"{self.min}–{self.max}"


class Slots(click.ParamType[tuple[int, ...]]):
    """Slots of a sheet as people write them: `1-4,7`."""

    name = "slots"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The numbers, each once and sorted."""
        from kaartenspel.impose.order import slots_of

        if not isinstance(value, str):
            return value
        slots = slots_of(value)
        if slots is None:
            said = _("‘{value}’ names no slots: give numbers and runs from 1 on, parted by commas, such as 1-4,7.")
            self.fail(said.format(value=value), param, ctx)
        return slots


class Part(click.ParamType[tuple[int, int]]):
    """One of several parts, as `3/20`."""

    name = "part"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, int]:
        """The number of the part, and of how many."""
        if isinstance(value, tuple):
            return value
        found = re.fullmatch(r"\s*(\d{1,4})\s*/\s*(\d{1,4})\s*", str(value), re.ASCII)
        number, of = map(int, found.groups()) if found else (0, 0)
        if not 1 <= number <= of:
            self.fail(_("‘{value}’ is no part: write 3/20 for the third of twenty").format(value=value), param, ctx)
        return number, of


def command(name: str, short: str, text: str, params: list[click.Parameter], callback: object) -> click.Command:
    """A command with what all of them share."""
    return click.Command(
        name,
        callback=callback,  # type: ignore[arg-type]  # each callback has its own arguments
        short_help=short,
        help=text,
        params=[*params, format_option(), language_option()],
        options_metavar=_("[OPTIONS]"),
    )


def format_option() -> click.Option:
    """Words for people, or JSON for a program."""
    return click.Option(
        ["--format", "output_format"],
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        help=_("Words for people, or JSON for a program."),
    )


def edition_option() -> click.Option:
    """For which schools."""
    return click.Option(
        ["--edition", "editions"], multiple=True, metavar=_("NAME"),
        help=_("For a school: the name or folder of its edition, or several as ‘editions/*’."),
    )  # fmt: skip


def one_edition_option(said: str) -> click.Option:
    """For which school; `said` explains what that does."""
    return click.Option(["--edition"], metavar=_("NAME"), help=said)


def one_edition(name: str) -> Path:
    """The folder of an edition. Raises UsageError for one that is not there, and for more than one."""
    from kaartenspel.press.editions import find_editions

    found = find_editions([name], Path())
    if len(found) != 1:
        raise click.UsageError(_("Name one edition: {there}.").format(there=", ".join(path.name for path in found)))
    return found[0]


def strict_option() -> click.Option:
    """Warnings count as problems."""
    return click.Option(["--strict"], is_flag=True, help=_("Warnings are problems too: then nothing is written."))


def language_of_run() -> str:
    """What is printed without a deck is in the language of the messages, as `messages.use` keeps it."""
    return os.environ.get("LANGUAGE") or "nl"


def language_option() -> click.Option:
    """The language of messages, which `main` reads before Click does; here it is only allowed and explained."""
    return click.Option(
        ["--lang"],
        type=click.Choice(messages.LANGUAGES),
        expose_value=False,
        help=_("Language of messages (also: KAARTENSPEL_LANG)."),
    )
