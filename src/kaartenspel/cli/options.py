"""Options that several commands have, and types of options."""

import click

from kaartenspel import messages
from kaartenspel.messages import _


class Amount(click.IntRange):
    """A whole number from a least to a most, which help shows as people write it."""

    def _describe_range(self) -> str:
        return f"{self.min}–{self.max}"


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


def strict_option() -> click.Option:
    """Warnings count as problems."""
    return click.Option(["--strict"], is_flag=True, help=_("Warnings are problems too: then nothing is written."))


def language_option() -> click.Option:
    """The language of messages, which `main` reads before Click does; here it is only allowed and explained."""
    return click.Option(
        ["--lang"],
        type=click.Choice(messages.LANGUAGES),
        expose_value=False,
        help=_("Language of messages (also: KAARTENSPEL_LANG)."),
    )
