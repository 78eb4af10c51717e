"""`kaartenspel list`: what there is to choose from, and where it comes from."""

from pathlib import Path

import click

from kaartenspel.cli import options
from kaartenspel.cli.report import show_data, show_problems, show_table
from kaartenspel.cli.sources import list_sources
from kaartenspel.messages import _

WHAT = (
    "decks", "plans", "kinds", "sizes", "papers", "sheets", "shops", "themes", "editions", "goals", "forms", "checks",
    "printers", "sources",
)  # fmt: skip


def command() -> click.Command:
    """The command with its help in the language of the run."""
    return options.command(
        "list",
        _("Shows what there is: decks, plans, editions, kinds, sizes, sheets, shops, themes, printers, sources."),
        _("Shows what there is to choose from, and whether it is yours or came along."),
        [click.Argument(["what"], type=click.Choice(WHAT), default="decks", metavar=f"[{'|'.join(WHAT)}]")],
        _list,
    )


def _list(what: str, output_format: str) -> int:
    if what == "sources":
        return list_sources(output_format)
    from kaartenspel.press.listing import listing

    heads, rows, problems = listing(what, Path())
    if output_format == "json":
        show_data([dict(zip(heads, row, strict=True)) for row in rows])
    else:
        show_table(
            [_head(head) for head in heads], [[_cell(*pair) for pair in zip(heads, row, strict=True)] for row in rows]
        )
    show_problems(problems)
    return 1 if any(not problem.warning for problem in problems) else 0


def _head(name: str) -> str:
    """What stands above a column."""
    return {
        "name": _("name"), "title": _("title"), "cards": _("cards"), "choices": _("choices"),
        "details": _("details"), "file": _("whose"), "minutes": _("minutes"), "people": _("people"),
        "goals": _("goals"), "decks": _("decks"),
    }[name]  # fmt: skip


def _cell(head: str, said: str) -> str:
    """What stands in a column for what is not there."""
    return said or {"file": _("came along"), "cards": "?", "title": "?", "minutes": "?", "people": "?"}.get(head, "")
